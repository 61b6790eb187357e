package marketing

import (
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A KPI is a metric with what people need to know about it. It is plain data and
// the caller's own. The zero KPI is none.
type KPI struct {
	// Metric is what [kpi.NewCatalogue] needs. Its Unit is kpi.Currency("") where it
	// counts money, until [KPI.In] names the currency. Low and High are
	// sanity bounds, inclusive.
	kpi.Metric

	Section     Section
	Definition  string // what is counted, in one sentence
	Formula     string // in words; "" for what is simply counted
	Aggregation string // how readings combine over time and over channels

	Synonyms      []string // as they stand in a sentence, in the singular or the plural
	Abbreviations []string // as they are commonly written: "CTR"

	// ReadyMade says that the KPI is no quotient of sums: the host computes it and
	// observes it with the period that it speaks of. Nothing is ever added.
	ReadyMade bool

	// A hard bound is one that no right reading crosses; a value beyond another
	// bound is possible, and worth a warning.
	HardLow, HardHigh bool
	HighMetric        string     // the KPI that this one does not exceed over the same window, in place of High
	WarnAbove         kpi.Number // a value above is possible and bad enough for a warning; not given where there is none

	Benchmarks []Benchmark
}

// A Section groups KPIs by what they are about. The zero Section is none.
type Section string

// The sections, in the order of the catalogue.
const (
	Audience   Section = "audience"   // audience and awareness
	Engagement Section = "engagement" // engagement and community
	Website    Section = "website"    // website and search
	Email      Section = "email"
	Paid       Section = "paid"  // paid media
	Sales      Section = "sales" // leads, sales, customers
	Base       Section = "base"  // quantities that the others are formed from
)

// Money reports whether k counts money.
func (k KPI) Money() bool { return k.Unit == money }

// In returns the metric of k, its money in the ISO 4217 currency code. A code that
// is none, "" among them, gives a unit that [kpi.NewCatalogue] refuses with
// [kpi.ErrEnum]; a KPI that counts no money takes any.
func (k KPI) In(currency string) kpi.Metric {
	m := k.Metric.Clone()
	if k.Money() {
		m.Unit = kpi.Currency(currency)
	}
	return m
}

// Clone returns a copy that shares nothing with k.
func (k KPI) Clone() KPI {
	k.Metric = k.Metric.Clone()
	k.Synonyms = slices.Clone(k.Synonyms)
	k.Abbreviations = slices.Clone(k.Abbreviations)
	k.Benchmarks = slices.Clone(k.Benchmarks)
	return k
}

// How the literals of the catalogue are written.
var (
	money = kpi.Currency("") // the unit of money whose currency is still open

	minusOne, zero, one = kpi.Int(-1), kpi.Int(0), kpi.Int(1)
	thousand            = kpi.Int(1000)
)

// sum returns the sum of metrics, each once.
func sum(ids ...string) map[string]kpi.Number {
	terms := make(map[string]kpi.Number, len(ids))
	for _, id := range ids {
		terms[id] = one
	}
	return terms
}

// difference returns one metric less another.
func difference(id, less string) map[string]kpi.Number {
	return map[string]kpi.Number{id: one, less: minusOne}
}

// How readings combine, for those KPIs that have nothing special about it.
const (
	adds     = "adds over time and over channels"
	newest   = "the newest reading by the end of the window; over channels the sum of the newest, which counts accounts and not people"
	people   = "only a reading for exactly the window; over channels unknown, between the largest and the sum, for one person is in several"
	pooled   = "sum of numerators over sum of denominators, over time and over channels; never the mean of rates"
	perCase  = "total time over number of cases; a median needs the raw cases"
	computed = "only a reading for exactly the window and the channel, computed by the host"
)
