package kpi

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"time"
)

// An Ask asks for the value of a metric, base or derived, over a window.
type Ask struct {
	Metric      string // "" asks for the goal's own series: a count, the latest reading holds
	Goal        string
	Channel     string
	AllChannels bool
	Window      Period
}

// An Answer is the value that was asked for.
type Answer struct {
	Value   Value
	Newest  time.Time // the newest reading that went in; of a derived metric, its stalest part's
	Absence Absence   // why Value is unknown
	// AtLeast and AtMost bound what is unknown because channels share people:
	// the largest channel, and the sum of all.
	AtLeast, AtMost Number
}

// Read answers all asks with one call to src. Answers stand in the order of the
// asks. It fails if src does, if an ask names a metric that the catalogue lacks
// ([ErrUnknownMetric]), or if src answers a query that was not made.
//
//	combine    over the window                    over channels
//	sum        added                              added
//	last       the newest before the window ends  the newest of each added, for counts
//	                                              and money; else unknown
//	mean, min, max over the readings              over the readings
//	unique     the reading for exactly the window never added: unknown, with bounds
//	derived    the quotient of the sums of its parts, each combined first
func (c Catalogue) Read(src Source, asks []Ask) ([]Answer, error) {
	queries, first, err := c.queries(asks)
	if err != nil {
		return nil, err
	}
	folded := make([]folded, len(queries))
	stray := false
	err = src.Tallies(queries, func(i int, t Tally) {
		if i < 0 || i >= len(folded) {
			stray = true
			return
		}
		folded[i].add(queries[i].Combine, t)
	})
	if err != nil {
		return nil, err
	}
	if stray {
		return nil, fmt.Errorf("kpi: the source answered a query that was not made")
	}
	answers := make([]Answer, len(asks))
	for i, a := range asks {
		answers[i] = c.answer(a, folded[first[i]:first[i+1]])
	}
	return answers, nil
}

// queries returns the queries behind asks; those of asks[i] are queries[first[i]:first[i+1]].
func (c Catalogue) queries(asks []Ask) (queries []Query, first []int, err error) {
	queries = make([]Query, 0, len(asks))
	first = make([]int, 1, len(asks)+1)
	for _, a := range asks {
		q := Query{Metric: a.Metric, Channel: a.Channel, AllChannels: a.AllChannels, Window: a.Window}
		m := c.byID[a.Metric]
		switch {
		case a.Metric == "":
			q.Goal, q.Combine = a.Goal, Last
			queries = append(queries, q)
		case m == nil:
			return nil, nil, fmt.Errorf("kpi: %w: %q", ErrUnknownMetric, Clip(a.Metric))
		case m.Derived():
			for _, id := range m.parts() {
				q.Metric, q.Combine = id, c.byID[id].Combine
				queries = append(queries, q)
			}
		default:
			q.Combine = m.Combine
			queries = append(queries, q)
		}
		first = append(first, len(queries))
	}
	return queries, first, nil
}

// parts returns the ids of the base metrics of a derived one, in order.
func (m *Metric) parts() []string {
	ids := slices.AppendSeq(slices.Collect(maps.Keys(m.Numerator)), maps.Keys(m.Denominator))
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (c Catalogue) answer(a Ask, parts []folded) Answer {
	if a.Metric == "" {
		return parts[0].answer(Last, Count)
	}
	m := c.byID[a.Metric]
	if !m.Derived() {
		return parts[0].answer(m.Combine, m.Unit)
	}
	answers := make(map[string]Answer, len(parts))
	var newest time.Time
	for i, id := range m.parts() {
		base := c.byID[id]
		part := parts[i].answer(base.Combine, base.Unit)
		if part.Absence != "" {
			return Answer{Absence: part.Absence}
		}
		if newest.IsZero() || part.Newest.Before(newest) {
			newest = part.Newest
		}
		answers[id] = part
	}
	below := weighed(m.Denominator, answers)
	if below.Sign() == 0 {
		return Answer{Absence: ZeroDenominator, Newest: newest}
	}
	q := weighed(m.Numerator, answers)
	q.Quo(q, below)
	if m.Scale.Given() {
		q.Mul(q, m.Scale.Rat())
	}
	return Answer{Value: valueOfRat(q), Newest: newest}
}

// weighed returns the sum of coefficient × value.
func weighed(terms map[string]Number, values map[string]Answer) *big.Rat {
	sum := new(big.Rat)
	for id, coefficient := range terms {
		term := coefficient.Rat()
		sum.Add(sum, term.Mul(term, values[id].Value.Rat()))
	}
	return sum
}

// folded is what the channels of one query come to.
type folded struct {
	channels int
	count    int64
	sum      Number // of the newest readings where these count
	min, max Number
	newest   time.Time
}

func (f *folded) add(c Combine, t Tally) {
	sum, low, high := t.Sum, t.Min, t.Max
	if c == Last || c == Unique {
		sum, low, high = t.Last, t.Last, t.Last
	}
	if f.channels == 0 {
		f.sum, f.min, f.max, f.newest = sum, low, high, t.LastAt
	} else {
		f.sum = f.sum.Add(sum)
		f.min = lesser(f.min, low)
		f.max = greater(f.max, high)
		f.newest = later(f.newest, t.LastAt)
	}
	f.channels++
	f.count += t.Count
}

func (f *folded) answer(c Combine, u Unit) Answer {
	if f.channels == 0 {
		return Answer{Absence: NoReading}
	}
	a := Answer{Newest: f.newest}
	switch {
	case c == Mean && f.count > 0:
		mean := f.sum.Rat()
		a.Value = valueOfRat(mean.Quo(mean, new(big.Rat).SetInt64(f.count)))
	case c == Mean:
		a.Absence = NoReading
	case c == Min:
		a.Value = ValueOf(f.min)
	case c == Max:
		a.Value = ValueOf(f.max)
	case c == Unique && f.channels > 1:
		a.Absence, a.AtLeast, a.AtMost = ChannelsDoNotAdd, f.max, f.sum
	case c == Last && f.channels > 1 && !u.addsUp():
		a.Absence = ChannelsDoNotAdd
	default:
		a.Value = ValueOf(f.sum)
	}
	return a
}

func lesser(a, b Number) Number {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b Number) Number {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

// OwnSeries is how readings of a goal's own series combine.
const OwnSeries = Last

// CombineOf returns how the readings behind an id combine, "" for a derived
// metric; the id "" stands for a goal's own series.
func (c Catalogue) CombineOf(id string) (Combine, bool) {
	if id == "" {
		return OwnSeries, true
	}
	m := c.byID[id]
	if m == nil {
		return "", false
	}
	return m.Combine, true
}
