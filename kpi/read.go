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
	// Highest asks for the highest single reading instead of the combined value;
	// where the latest holds, of all readings before the window ends. A derived
	// metric has no readings: its value is returned.
	Highest bool
}

// An Answer is the value that was asked for.
type Answer struct {
	Value   Value
	Newest  time.Time // the newest reading before the window ends; of a derived metric, its stalest part's; zero if there is none
	Absence Absence   // why Value is unknown
	// AtLeast and AtMost bound what is unknown because channels share people:
	// the largest channel, and the sum of all.
	AtLeast, AtMost Number
}

// Read answers all asks with one call to src, which sees each question about a
// metric once however often it is asked. Answers stand in the order of the asks. It fails
// if src does, if an ask names a metric that the catalogue lacks
// ([ErrUnknownMetric]), or if src answers a query that was not made, with a
// number that is faulty or missing or a count below 0 ([ErrNumber]), or with a
// tie where the latest reading is needed ([ErrObservation]).
//
//	combine    over the window                    over channels
//	sum        added                              added
//	last       the newest before the window ends  the newest of each added, for counts
//	                                              and money; else unknown
//	mean, min, max over the readings              over the readings
//	unique     the reading for exactly the window never added: unknown, with bounds
//	derived    the quotient of the sums of its parts, each combined first
func (c Catalogue) Read(src Source, asks []Ask) ([]Answer, error) {
	r := reader{
		catalogue: c,
		queries:   make([]Query, 0, len(asks)),
		known:     make(map[Query]int32),
		uses:      make([]int32, 0, len(asks)),
	}
	first := make([]int, 1, len(asks)+1)
	for _, a := range asks {
		if err := r.ask(a); err != nil {
			return nil, err
		}
		first = append(first, len(r.uses))
	}
	if err := r.read(src); err != nil {
		return nil, err
	}
	answers := make([]Answer, len(asks))
	for i, a := range asks {
		answers[i] = r.answer(a, r.uses[first[i]:first[i+1]])
	}
	return answers, nil
}

// A reader turns asks into queries, each made once.
type reader struct {
	catalogue Catalogue
	queries   []Query
	folded    []folded        // what each query comes to
	known     map[Query]int32 // queries of metrics, which goals share
	uses      []int32         // the queries of one ask after the other
}

// ask notes the queries behind a.
func (r *reader) ask(a Ask) error {
	q := Query{Metric: a.Metric, Channel: a.Channel, AllChannels: a.AllChannels, Window: a.Window}
	m := r.catalogue.byID[a.Metric]
	switch {
	case a.Metric == "":
		q.Goal, q.Combine = a.Goal, OwnSeries
		r.use(highest(q, a))
	case m == nil:
		return fmt.Errorf("kpi: %w: %q", ErrUnknownMetric, Clip(a.Metric))
	case m.Derived():
		for _, id := range m.parts() {
			q.Metric, q.Combine = id, r.catalogue.byID[id].Combine
			r.use(q)
		}
	default:
		q.Combine = m.Combine
		r.use(highest(q, a))
	}
	return nil
}

// highest makes q ask for the highest reading, if a does.
func highest(q Query, a Ask) Query {
	if a.Highest {
		if q.Combine == Last {
			q.Window.Start = firstOfAll
		}
		q.Combine = Max
	}
	return q
}

// firstOfAll is before every reading: years go from 0 to 9999.
var firstOfAll = time.Date(0, time.January, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -2)

// use notes that an ask needs q.
func (r *reader) use(q Query) {
	if q.Metric == "" { // a series that only its goal asks for
		r.uses = append(r.uses, int32(len(r.queries)))
		r.queries = append(r.queries, q)
		return
	}
	i, ok := r.known[q]
	if !ok {
		i = int32(len(r.queries))
		r.known[q] = i
		r.queries = append(r.queries, q)
	}
	r.uses = append(r.uses, i)
}

// read asks src and folds what it says.
func (r *reader) read(src Source) error {
	r.folded = make([]folded, len(r.queries))
	var fault error
	err := src.Tallies(r.queries, func(i int, t Tally) {
		if i < 0 || i >= len(r.queries) {
			fault = fmt.Errorf("kpi: the source answered query %d of %d", i, len(r.queries))
			return
		}
		if err := r.folded[i].add(r.queries[i].Combine, t); err != nil && fault == nil {
			fault = fmt.Errorf("kpi: the source's tally of %q: %w", Clip(r.queries[i].Metric), err)
		}
	})
	if err != nil {
		return err
	}
	return fault
}

// parts returns the ids of the base metrics of a derived one, in order.
func (m *Metric) parts() []string {
	ids := slices.AppendSeq(slices.Collect(maps.Keys(m.Numerator)), maps.Keys(m.Denominator))
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (r *reader) answer(a Ask, uses []int32) Answer {
	m := r.catalogue.byID[a.Metric]
	if a.Metric != "" && m.Derived() {
		return r.quotient(m, uses)
	}
	unit := Count
	if a.Metric != "" {
		unit = m.Unit
	}
	return r.folded[uses[0]].answer(r.queries[uses[0]].Combine, unit)
}

// quotient answers for a derived metric.
func (r *reader) quotient(m *Metric, uses []int32) Answer {
	answers := make(map[string]Answer, len(uses))
	var whole Answer
	for i, id := range m.parts() {
		base := r.catalogue.byID[id]
		part := r.folded[uses[i]].answer(base.Combine, base.Unit)
		if whole.Absence == "" {
			whole.Absence = part.Absence
		}
		never := part.Newest.IsZero()
		if i == 0 || never || !whole.Newest.IsZero() && part.Newest.Before(whole.Newest) {
			whole.Newest = part.Newest
		}
		answers[id] = part
	}
	if whole.Absence != "" {
		return whole
	}
	below := weighed(m.Denominator, answers)
	if below.Sign() == 0 {
		whole.Absence = ZeroDenominator
		return whole
	}
	q := weighed(m.Numerator, answers)
	q.Quo(q, below)
	if m.Scale.Given() {
		q.Mul(q, m.Scale.Rat())
	}
	whole.Value = valueOfRat(q)
	return whole
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
	newest   time.Time // of any reading before the window ends
}

// add folds one channel's tally. It fails if the tally lacks what is needed.
func (f *folded) add(c Combine, t Tally) error {
	if f.newest.IsZero() || t.LastAt.After(f.newest) {
		f.newest = t.LastAt
	}
	sum, low, high := t.Sum, t.Min, t.Max
	switch c {
	case Last, Unique:
		sum, low, high = t.Last, t.Last, t.Last
		t.Count = max(t.Count, 1)
		if !t.Last.Given() {
			return nil // nothing was read
		}
		if t.Tied {
			return fmt.Errorf("%w: two newest readings differ", ErrObservation)
		}
	case Sum, Mean:
		low, high = sum, sum
	default:
		sum = low
	}
	if t.Count == 0 {
		return nil
	}
	if t.Count < 0 || f.count+t.Count < 0 {
		return fmt.Errorf("%w: a count of %d", ErrNumber, t.Count)
	}
	if !usable(sum) || !usable(low) || !usable(high) {
		return fmt.Errorf("%w: faulty or missing", ErrNumber)
	}
	if f.channels == 0 {
		f.sum, f.min, f.max = sum, low, high
	} else {
		f.sum, f.min, f.max = f.sum.Add(sum), lesser(f.min, low), greater(f.max, high)
	}
	f.channels++
	f.count += t.Count
	return nil
}

func usable(n Number) bool { return n.Given() && n.Err() == nil }

func (f *folded) answer(c Combine, u Unit) Answer {
	if f.channels == 0 {
		return Answer{Absence: NoReading, Newest: f.newest}
	}
	a := Answer{Newest: f.newest}
	switch {
	case c == Mean:
		mean := f.sum.Rat()
		a.Value = valueOfRat(mean.Quo(mean, new(big.Rat).SetInt64(f.count)))
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
