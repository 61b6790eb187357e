package kpi

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Metric says what is measured: its unit, which way is better, how its
// readings combine. A base metric is observed and has a Combine. A derived
// metric is the quotient
//
//	Scale × (sum of coefficient × metric) / (sum of coefficient × metric)
//
// of base metrics, each combined over the window first, so that a rate over
// several channels or weeks is the pooled rate and never a mean of rates.
//
// Metric is plain data; [NewCatalogue] checks it.
type Metric struct {
	ID          string            `json:"id"`
	Name        string            `json:"name,omitempty"`
	Unit        Unit              `json:"unit,omitempty"`        // "" is Count
	Better      Better            `json:"better,omitempty"`      // "" is Higher
	Combine     Combine           `json:"combine,omitempty"`     // base metrics only
	Numerator   map[string]Number `json:"numerator,omitempty"`   // derived: base metric id -> coefficient
	Denominator map[string]Number `json:"denominator,omitempty"` // derived
	Scale       Number            `json:"scale,omitzero"`        // derived: factor, 1 if not given
	Low         Number            `json:"low,omitzero"`          // sane bounds, inclusive
	High        Number            `json:"high,omitzero"`
}

// Derived reports whether m is a quotient of other metrics.
func (m Metric) Derived() bool { return len(m.Numerator) > 0 || len(m.Denominator) > 0 }

// Clone returns a copy that shares nothing with m.
func (m Metric) Clone() Metric {
	m.Numerator = maps.Clone(m.Numerator)
	m.Denominator = maps.Clone(m.Denominator)
	return m
}

// A Unit is what a metric counts in. The zero Unit means [Count]. Money is
// written "currency:EUR", see [Currency].
type Unit string

// The units. [Currency] makes the others.
const (
	Count    Unit = "count"
	Fraction Unit = "ratio"    // 1 = all, as in a conversion rate of 0.022
	Duration Unit = "duration" // seconds
	Score    Unit = "score"
	Rank     Unit = "rank"
)

const currencyPrefix = "currency:"

// Currency returns the unit of money in the ISO 4217 currency code.
func Currency(code string) Unit { return Unit(currencyPrefix + code) }

// Currency returns the ISO 4217 code of a unit of money.
func (u Unit) Currency() (code string, ok bool) { return strings.CutPrefix(string(u), currencyPrefix) }

// Valid reports whether u is one of the units or "".
func (u Unit) Valid() bool {
	if code, ok := u.Currency(); ok {
		return IsCurrency(code)
	}
	return u == "" || slices.Contains([]Unit{Count, Fraction, Duration, Score, Rank}, u)
}

// IsCurrency reports whether code has the form of an ISO 4217 code: three
// capital letters.
func IsCurrency(code string) bool {
	return len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// addsUp reports whether newest readings of several channels may be added.
func (u Unit) addsUp() bool {
	_, money := u.Currency()
	return money || u == "" || u == Count
}

// Better says which way a metric improves. The zero Better means [Higher].
type Better string

// The ways a metric improves.
const (
	Higher  Better = "higher"
	Lower   Better = "lower"
	Neither Better = "neither" // context, as ad frequency
)

// Valid reports whether b is one of the words above or "".
func (b Better) Valid() bool { return b == "" || b == Higher || b == Lower || b == Neither }

// Combine says how the readings of a base metric combine over time and over
// channels. The zero Combine is that of derived metrics, which are not read.
type Combine string

// The ways readings combine.
const (
	Sum    Combine = "sum"    // a flow: added over time and channels
	Last   Combine = "last"   // a stock: the newest, carried forward; channels add for counts and money only
	Mean   Combine = "mean"   // over the readings of the window
	Min    Combine = "min"    // over the readings of the window
	Max    Combine = "max"    // over the readings of the window
	Unique Combine = "unique" // people, and figures that come ready-made: only a reading for exactly the window; channels never add
)

// Valid reports whether c is one of the words above.
func (c Combine) Valid() bool {
	return slices.Contains([]Combine{Sum, Last, Mean, Min, Max, Unique}, c)
}

// A Catalogue is a checked set of metrics. It is immutable and safe for use by
// several goroutines at once. The zero Catalogue is empty.
type Catalogue struct {
	byID map[string]*known
}

// A known metric is one of a catalogue.
type known struct {
	*Metric
	parts []part // of a derived metric, in the order of their ids
}

// A part of a derived metric.
type part struct {
	base         *Metric
	above, below Number // coefficients; not given where it has none
}

// NewCatalogue returns the catalogue of own and shared metrics; an own metric
// takes the place of a shared one with its id. A shared quotient of such a metric
// is left out if its formula was not made for the own one: because that is
// derived itself, combines in another way, is money of another currency, or one is
// money and the other is not. If any check fails NewCatalogue returns [Problems] with every fault, fields named "metrics[0]..." for own metrics and
// "catalogue[0]..." for shared ones:
//   - an id is missing or used twice ([ErrEmptyID], [ErrDuplicateID]);
//   - an unknown unit, better or combine ([ErrEnum]);
//   - a faulty number ([ErrNumber]);
//   - a derived metric of metrics that nobody defined ([ErrUnknownMetric]);
//   - money added to anything but the same money ([ErrUnit]);
//   - neither or both of Combine and a quotient, half a quotient, a derived
//     metric of derived ones, a scale on a base metric, low above high ([ErrMetric]).
func NewCatalogue(own []Metric, shared ...Metric) (Catalogue, error) {
	b := catalogueBuilder{byID: make(map[string]*Metric, len(own)+len(shared))}
	b.collect("metrics", own, nil)
	b.collect("catalogue", shared, maps.Clone(b.byID))
	b.check("metrics", own, nil)
	b.check("catalogue", shared, b.leaveOut(own, shared))
	return b.catalogue(), b.problems.Err()
}

// Metric returns the metric with this id.
func (c Catalogue) Metric(id string) (Metric, bool) {
	m, ok := c.byID[id]
	if !ok {
		return Metric{}, false
	}
	return m.Clone(), true
}

// Has reports whether the catalogue has a metric with this id.
func (c Catalogue) Has(id string) bool { return c.byID[id] != nil }

type catalogueBuilder struct {
	byID     map[string]*Metric
	problems Problems
}

// collect registers the metrics, those in hides excepted.
func (b *catalogueBuilder) collect(list string, metrics []Metric, hides map[string]*Metric) {
	seen := make(map[string]bool, len(metrics))
	for i, m := range metrics {
		field := fmt.Sprintf("%s[%d].id", list, i)
		switch {
		case m.ID == "":
			b.problems.Add("", field, ErrEmptyID, "", "a metric needs an id")
		case seen[m.ID]:
			b.problems.Add("", field, ErrDuplicateID, m.ID, "another metric has this id")
		case hides[m.ID] == nil:
			copied := m.Clone()
			b.byID[m.ID] = &copied
		}
		seen[m.ID] = true
	}
}

// leaveOut takes the shared quotients out whose formulas were not made for own
// metrics, and returns their ids. What an own metric hides is out anyway.
func (b *catalogueBuilder) leaveOut(own, shared []Metric) map[string]bool {
	other := make(map[string]bool) // ids of shared metrics that are something else now
	for _, m := range shared {
		if now := b.byID[m.ID]; now != nil && !now.canStandFor(&m) {
			other[m.ID] = true
		}
	}
	out := make(map[string]bool)
	for _, m := range shared {
		if !m.hasPart(other) {
			continue
		}
		out[m.ID] = true
		if !slices.ContainsFunc(own, func(o Metric) bool { return o.ID == m.ID }) {
			delete(b.byID, m.ID)
		}
	}
	return out
}

// canStandFor reports whether a formula that was made for n is right for m.
func (m *Metric) canStandFor(n *Metric) bool {
	return m.Combine == n.Combine && m.Derived() == n.Derived() && sameMoney(m.Unit, n.Unit)
}

// hasPart reports whether m is a quotient with one of these ids among its parts.
func (m *Metric) hasPart(ids map[string]bool) bool {
	for id := range ids {
		if m.Numerator[id].Given() || m.Denominator[id].Given() {
			return true
		}
	}
	return false
}

// catalogue returns the catalogue of what was collected.
func (b *catalogueBuilder) catalogue() Catalogue {
	c := Catalogue{make(map[string]*known, len(b.byID))}
	for id, m := range b.byID {
		c.byID[id] = &known{m, b.parts(m)}
	}
	return c
}

// parts returns the parts of a derived metric that are defined.
func (b *catalogueBuilder) parts(m *Metric) (parts []part) {
	ids := slices.AppendSeq(slices.Collect(maps.Keys(m.Numerator)), maps.Keys(m.Denominator))
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if base := b.byID[id]; base != nil {
			parts = append(parts, part{base, m.Numerator[id], m.Denominator[id]})
		}
	}
	return parts
}

// check notes the faults of metrics, those that were left out excepted.
func (b *catalogueBuilder) check(list string, metrics []Metric, out map[string]bool) {
	for i, m := range metrics {
		if out[m.ID] {
			continue
		}
		f := metricFaults{&b.problems, fmt.Sprintf("%s[%d]", list, i)}
		f.words(m)
		f.numbers(m)
		if m.Derived() {
			f.derived(m, b.byID)
		} else {
			f.base(m)
		}
	}
}

// metricFaults notes the faults of one metric.
type metricFaults struct {
	problems *Problems
	path     string
}

func (f metricFaults) add(field string, reason Reason, value, detail string) {
	f.problems.Add("", f.path+"."+field, reason, value, detail)
}

func (f metricFaults) words(m Metric) {
	if !m.Unit.Valid() {
		f.add("unit", ErrEnum, string(m.Unit), "want count, ratio, duration, score, rank or currency:EUR and the like")
	}
	if !m.Better.Valid() {
		f.add("better", ErrEnum, string(m.Better), "want higher, lower or neither")
	}
	if m.Combine != "" && !m.Combine.Valid() {
		f.add("combine", ErrEnum, string(m.Combine), "want sum, last, mean, min, max or unique")
	}
}

func (f metricFaults) numbers(m Metric) {
	for _, n := range []struct {
		field string
		n     Number
	}{{"scale", m.Scale}, {"low", m.Low}, {"high", m.High}} {
		n.n.Check(n.field, f.add)
	}
	for _, id := range slices.Sorted(maps.Keys(m.Numerator)) {
		f.coefficient("numerator."+Clip(id), m.Numerator[id])
	}
	for _, id := range slices.Sorted(maps.Keys(m.Denominator)) {
		f.coefficient("denominator."+Clip(id), m.Denominator[id])
	}
	if usable(m.Low) && usable(m.High) && m.Low.Cmp(m.High) > 0 {
		f.add("low", ErrMetric, m.Low.String(), "low is above high "+m.High.String())
	}
}

func (f metricFaults) coefficient(field string, n Number) {
	if n.Check(field, f.add); !n.Given() {
		f.add(field, ErrMetric, "", "a part of a quotient needs a coefficient")
	}
}

func (f metricFaults) base(m Metric) {
	if m.Combine == "" {
		f.add("combine", ErrMetric, "", "a metric needs a way to combine readings, or a numerator and a denominator")
	}
	if m.Scale.Given() {
		f.add("scale", ErrMetric, m.Scale.String(), "only a derived metric has a scale")
	}
}

func (f metricFaults) derived(m Metric, byID map[string]*Metric) {
	if m.Combine != "" {
		f.add("combine", ErrMetric, string(m.Combine), "a derived metric is not combined; its parts are")
	}
	if m.Scale.Given() && m.Scale.Sign() == 0 && m.Scale.Err() == nil {
		f.add("scale", ErrMetric, "0", "a scale of 0 makes every value 0")
	}
	f.terms("numerator", m.Numerator, byID)
	f.terms("denominator", m.Denominator, byID)
}

func (f metricFaults) terms(field string, terms map[string]Number, byID map[string]*Metric) {
	if len(terms) == 0 {
		f.add(field, ErrMetric, "", "a derived metric needs a numerator and a denominator")
	}
	var first *Metric
	for _, id := range slices.Sorted(maps.Keys(terms)) {
		part := byID[id]
		switch {
		case part == nil:
			f.add(field+"."+Clip(id), ErrUnknownMetric, id, "no metric has this id")
			continue
		case part.Derived():
			f.add(field+"."+Clip(id), ErrMetric, id, "the parts of a derived metric are base metrics")
		case first != nil && !sameMoney(first.Unit, part.Unit):
			f.add(field+"."+Clip(id), ErrUnit, string(part.Unit), "cannot be added to "+Clip(string(first.Unit)))
		}
		if first == nil {
			first = part
		}
	}
}

// sameMoney reports whether a and b are the same money, or no money at all.
func sameMoney(a, b Unit) bool {
	_, moneyA := a.Currency()
	_, moneyB := b.Currency()
	return a == b || (!moneyA && !moneyB)
}
