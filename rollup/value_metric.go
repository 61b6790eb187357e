package rollup

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A valueMetric is a metric as value rollup sees it. A goal's own series is a
// count without an id.
type valueMetric struct {
	kpi.Metric
	terms  []kpi.Metric // the base metrics behind it, by id: the parts of a quotient, or itself
	stock  bool         // the latest reading holds, of every term
	people bool         // a term counts people
}

func newValueMetric(catalogue kpi.Catalogue, id string) *valueMetric {
	m := &valueMetric{stock: true}
	if id == "" {
		m.Combine = kpi.OwnSeries
	} else {
		m.Metric, _ = catalogue.Metric(id)
	}
	m.Unit = cmp.Or(m.Unit, kpi.Count)
	if m.Derived() {
		ids := slices.AppendSeq(slices.Collect(maps.Keys(m.Numerator)), maps.Keys(m.Denominator))
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			term, _ := catalogue.Metric(id)
			m.terms = append(m.terms, term)
		}
	} else {
		m.terms = []kpi.Metric{m.Metric}
	}
	for _, term := range m.terms {
		m.stock = m.stock && term.Combine == kpi.Last
		m.people = m.people || term.Combine == kpi.Unique
	}
	return m
}

// doesNotSum returns why values of m cannot be summed, "" if they can.
func (m *valueMetric) doesNotSum() string {
	if m.Derived() {
		return "quotients do not add up; a pooled ratio combines them"
	}
	return doesNotAdd(m.Metric)
}

// doesNotPool returns why values of m cannot be pooled, "" if they can.
func (m *valueMetric) doesNotPool() string {
	if !m.Derived() {
		return "only quotients can be pooled"
	}
	for _, term := range m.terms {
		if detail := doesNotAdd(term); detail != "" {
			return fmt.Sprintf("cannot be pooled: of its part %q, %s", kpi.Clip(term.ID), detail)
		}
	}
	return ""
}

// doesNotAdd returns why values of a base metric do not add up over goals: by
// the rule for channels, and because what is picked or averaged from readings
// is neither picked nor averaged any more once it is added.
func doesNotAdd(m kpi.Metric) string {
	switch m.Combine {
	case kpi.Sum, kpi.Unique: // people are found not to add when they are two
		return ""
	case kpi.Last:
		if _, money := m.Unit.Currency(); money || m.Unit == "" || m.Unit == kpi.Count {
			return ""
		}
		return fmt.Sprintf("the latest values do not add up in the unit %s", kpi.Clip(string(m.Unit)))
	}
	return fmt.Sprintf("values that combine by %s do not add up", m.Combine)
}

// divide returns the quotient m of what its terms read, in their order.
func (m *valueMetric) divide(terms []kpi.Number) (kpi.Value, kpi.Absence) {
	above, below := m.weighed(m.Numerator, terms), m.weighed(m.Denominator, terms)
	if below.Sign() == 0 {
		return kpi.Value{}, kpi.ZeroDenominator
	}
	if m.Scale.Given() {
		above.Mul(above, m.Scale.Rat())
	}
	return kpi.QuotientOf(above, below), ""
}

// weighed returns the sum of coefficient × what the term reads.
func (m *valueMetric) weighed(coefficients map[string]kpi.Number, terms []kpi.Number) *big.Rat {
	sum := new(big.Rat)
	for k, term := range m.terms {
		if c, ok := coefficients[term.ID]; ok {
			x := c.Rat()
			sum.Add(sum, x.Mul(x, terms[k].Rat()))
		}
	}
	return sum
}
