package kpi

import (
	"fmt"
	"iter"
	"math"
	"math/big"
	"time"
)

// A Reader answers asks from a source. It keeps its scratch space from one call
// to the next; only one goroutine at a time may use it. The zero Reader is not
// valid, [Catalogue.Reader] makes one.
type Reader struct {
	catalogue Catalogue
	src       Source
	asked     []asked
	queries   []Query
	folded    []folded           // what each query comes to
	uses      []int32            // the queries behind one derived metric after the other
	shared    map[question]int32 // queries of metrics, which goals share
	sharing   bool
	add       func(query int, t Tally)
	fault     error // the first in what the source said
}

// asked is an ask whose queries were noted.
type asked struct {
	metric *known // nil for a goal's own series
	query  int32  // of a derived metric, its first place in uses
}

// Reader returns a reader that answers from src what c defines.
func (c Catalogue) Reader(src Source) *Reader {
	r := &Reader{catalogue: c, src: src, shared: make(map[question]int32)}
	r.add = r.fold
	return r
}

// Each hands the answers to all asks to answer, in the order of the asks, i
// counting from 0. A [Ledger] is asked now and then on the way; any other source
// once at the end, and it sees each question about a metric once however often
// it is asked. Each fails if the source does, if an ask names a metric that the
// catalogue lacks ([ErrUnknownMetric]), or if the source answers a query that was
// not made, with a number that is faulty or missing or a count below 0
// ([ErrNumber]), or with a tie where the latest reading is needed
// ([ErrObservation]); answers that were handed over before are of no use then.
//
//	combine    over the window                    over channels
//	sum        added                              added
//	last       the newest before the window ends  the newest of each added, for counts
//	                                              and money; else unknown
//	mean, min, max over the readings              over the readings
//	unique     the reading for exactly the window never added: unknown, with bounds
//	derived    the quotient of the sums of its parts, each combined first
func (r *Reader) Each(asks iter.Seq[Ask], answer func(i int, a Answer)) error {
	batch := math.MaxInt
	if _, ok := r.src.(*Ledger); ok {
		batch = 1024 // asking costs nothing, and what fits a cache is fast
	}
	r.reset(true)
	answered := 0
	for a := range asks {
		if len(r.asked) == batch {
			if err := r.answerAll(answered, answer); err != nil {
				return err
			}
			answered += batch
			r.reset(true)
		}
		if err := r.note(&a); err != nil {
			return err
		}
	}
	return r.answerAll(answered, answer)
}

// One answers a single ask; see [Reader.Each] for how it can fail. With a [Ledger]
// it allocates nothing, unless the answer is a quotient.
func (r *Reader) One(a Ask) (Answer, error) {
	r.reset(false)
	if err := r.note(&a); err != nil {
		return Answer{}, err
	}
	if err := r.read(); err != nil {
		return Answer{}, err
	}
	return r.answer(r.asked[0]), nil
}

// reset forgets earlier asks. Sharing pays only if several follow.
func (r *Reader) reset(sharing bool) {
	r.asked, r.queries, r.folded, r.uses = r.asked[:0], r.queries[:0], r.folded[:0], r.uses[:0]
	r.sharing = sharing
	clear(r.shared)
	r.fault = nil
}

// note notes the queries behind a.
func (r *Reader) note(a *Ask) error {
	q := Query{Metric: a.Metric, Channel: a.Channel, AllChannels: a.AllChannels, Window: a.Window}
	if a.Metric == "" {
		q.Goal, q.Combine = a.Goal, OwnSeries
		r.asked = append(r.asked, asked{nil, r.query(highest(q, a))})
		return nil
	}
	m := r.catalogue.byID[a.Metric]
	switch {
	case m == nil:
		return fmt.Errorf("kpi: %w: %q", ErrUnknownMetric, Clip(a.Metric))
	case m.Derived():
		r.asked = append(r.asked, asked{m, int32(len(r.uses))})
		for i := range m.parts {
			base := m.parts[i].base
			q.Metric, q.Combine = base.ID, base.Combine
			r.uses = append(r.uses, r.share(base, q))
		}
	default:
		q.Combine = m.Combine
		r.asked = append(r.asked, asked{m, r.share(m.Metric, highest(q, a))})
	}
	return nil
}

// highest makes q ask for the highest reading, if a does.
func highest(q Query, a *Ask) Query {
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

// query notes q and returns its position.
func (r *Reader) query(q Query) int32 {
	r.queries, r.folded = append(r.queries, q), append(r.folded, folded{})
	return int32(len(r.queries) - 1)
}

// A question is what tells one query of a metric from another.
type question struct {
	metric      *Metric
	channel     string
	allChannels bool
	combine     Combine
	start, end  instant
}

// share notes q, a query of m, unless it was noted before. It returns its position.
func (r *Reader) share(m *Metric, q Query) int32 {
	if !r.sharing {
		return r.query(q)
	}
	k := question{m, q.Channel, q.AllChannels, q.Combine, instantOf(q.Window.Start), instantOf(q.Window.End)}
	i, ok := r.shared[k]
	if !ok {
		i = r.query(q)
		r.shared[k] = i
	}
	return i
}

// answerAll asks the source and hands over the answers, of which the first is
// number first.
func (r *Reader) answerAll(first int, answer func(int, Answer)) error {
	if err := r.read(); err != nil {
		return err
	}
	for i, a := range r.asked {
		answer(first+i, r.answer(a))
	}
	return nil
}

// read asks the source, if there is anything to ask, and folds what it says.
func (r *Reader) read() error {
	if len(r.queries) == 0 {
		return nil
	}
	if err := r.src.Tallies(r.queries, r.add); err != nil {
		return err
	}
	return r.fault
}

// fold takes in one tally of the source.
func (r *Reader) fold(i int, t Tally) {
	if i < 0 || i >= len(r.queries) {
		r.fault = fmt.Errorf("kpi: the source answered query %d of %d", i, len(r.queries))
		return
	}
	if err := r.folded[i].add(r.queries[i].Combine, &t); err != nil && r.fault == nil {
		r.fault = fmt.Errorf("kpi: the source's tally of %q: %w", Clip(r.queries[i].Metric), err)
	}
}

func (r *Reader) answer(a asked) Answer {
	switch {
	case a.metric == nil:
		return r.base(a.query, Count)
	case a.metric.Derived():
		return r.quotient(a.metric, r.uses[a.query:][:len(a.metric.parts)])
	}
	return r.base(a.query, a.metric.Unit)
}

// base answers for a metric that is read, or for a goal's own series.
func (r *Reader) base(query int32, unit Unit) Answer {
	return r.folded[query].answer(r.queries[query].Combine, unit)
}

// quotient answers for a derived metric.
func (r *Reader) quotient(m *known, uses []int32) (whole Answer) {
	var above, below big.Rat
	for i, p := range m.parts {
		a := r.base(uses[i], p.base.Unit)
		if whole.Absence == "" {
			whole.Absence = a.Absence
		}
		never := a.Newest.IsZero()
		if i == 0 || never || !whole.Newest.IsZero() && a.Newest.Before(whole.Newest) {
			whole.Newest = a.Newest
		}
		addTerm(&above, p.above, a.Value)
		addTerm(&below, p.below, a.Value)
	}
	switch {
	case whole.Absence != "":
		return whole
	case below.Sign() == 0:
		whole.Absence = ZeroDenominator
		return whole
	}
	above.Quo(&above, &below)
	if m.Scale.Given() {
		above.Mul(&above, m.Scale.Rat())
	}
	whole.Value = valueOfRat(&above)
	return whole
}

// addTerm adds coefficient × value to sum, nothing if one of them is missing.
func addTerm(sum *big.Rat, coefficient Number, value Value) {
	if coefficient.Given() && value.Known() {
		term := coefficient.Rat()
		sum.Add(sum, term.Mul(term, value.Rat()))
	}
}
