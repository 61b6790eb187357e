package rollup

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A reading is what the measure of a goal reads.
type reading struct {
	value   kpi.Value
	newest  time.Time   // of the readings
	absence kpi.Absence // why there is no value
}

// more is what some targets need to know beside the value of the measure.
type more struct {
	highest  kpi.Value    // reading, of milestones
	baseline kpi.Value    // that was measured
	activity kpi.Activity // of targets that are scored by share
}

// asksMore returns an iterator over what a goal asks beside its value.
func (s *state) asksMore(n goal.Node) iter.Seq[kpi.Ask] {
	return func(yield func(kpi.Ask) bool) {
		if n.TargetKind() == kpi.KindDone {
			ask, _ := n.Ask(s.bound)
			ask.Highest = true
			yield(ask)
		}
		if ask, ok := n.AskBaseline(s.bound); ok {
			yield(ask)
		}
		for _, ask := range n.AskDue(s.bound) {
			if !yield(ask) {
				return
			}
		}
	}
}

// take takes in the answer to one of the asks of asksMore.
func (m *more) take(n goal.Node, asked *kpi.Ask, a kpi.Answer) {
	switch {
	case asked.Highest:
		m.highest = a.Value
	case n.ByShare():
		m.activity.Add(n.Turn(asked.Window, *asked, a))
	default:
		m.baseline = a.Value
	}
}

// questions are what some goals ask, in order.
type questions struct {
	*state
	slots []int32   // of questions about more than the value of a measure, what ^ makes of the slot
	about []kpi.Ask // these, as far as they were not answered
}

// read reads the measures of some goals, and whatever else their targets need.
func (s *state) read(r *kpi.Reader, slots []int32) error {
	if s.readings == nil {
		s.readings = make([]reading, 0, len(slots))
	}
	q := questions{state: s, slots: make([]int32, 0, len(slots))}
	return r.Each(q.asks(slots), q.take)
}

func (q *questions) asks(slots []int32) iter.Seq[kpi.Ask] {
	return func(yield func(kpi.Ask) bool) {
		for _, slot := range slots {
			n := q.node(slot)
			ask, ok := n.Ask(q.bound)
			if !ok {
				continue
			}
			q.slots = append(q.slots, slot)
			if !yield(ask) || n.AsksMore() && !q.askMore(n, slot, yield) {
				return
			}
		}
	}
}

// askMore asks what a goal asks beside its value, and reports whether to go on.
func (q *questions) askMore(n goal.Node, slot int32, yield func(kpi.Ask) bool) bool {
	for ask := range q.asksMore(n) {
		q.slots, q.about = append(q.slots, ^slot), append(q.about, ask)
		if !yield(ask) {
			return false
		}
	}
	return true
}

// take takes in the answer to question i. Answers come in the order of the
// questions.
func (q *questions) take(i int, a kpi.Answer) {
	slot := q.slots[i]
	if slot >= 0 {
		q.answer(slot, a)
		delete(q.more, slot)
		return
	}
	m := q.more[^slot]
	m.take(q.node(^slot), &q.about[0], a)
	q.more[^slot], q.about = m, q.about[1:]
}

// readOne reads the measure of a goal, and what else its target needs. What was
// read before stays if it fails.
func (s *state) readOne(r *kpi.Reader, n goal.Node, slot int32) error {
	ask, ok := n.Ask(s.bound)
	if !ok {
		return nil
	}
	a, err := r.One(ask)
	if err != nil {
		return err
	}
	if n.AsksMore() {
		var m more
		for ask := range s.asksMore(n) {
			a, err := r.One(ask)
			if err != nil {
				return err
			}
			m.take(n, &ask, a)
		}
		s.more[slot] = m
	}
	s.answer(slot, a)
	return nil
}

// A note is all that was read for one goal.
type note struct {
	reading reading
	more    more
	bounds  [2]kpi.Number
}

// kept returns what was read for goals, of which each was read before or never
// will be.
func (s *state) kept(slots []int32) []note {
	notes := make([]note, len(slots))
	for i, slot := range slots {
		if k := s.asked[slot]; k >= 0 {
			notes[i] = note{s.readings[k], s.more[slot], s.bounds[slot]}
		}
	}
	return notes
}

// restore takes back what was read for goals since.
func (s *state) restore(slots []int32, notes []note) {
	for i, slot := range slots {
		k := s.asked[slot]
		if k < 0 {
			continue
		}
		s.readings[k] = notes[i].reading
		if s.node(slot).AsksMore() {
			s.more[slot] = notes[i].more
		}
		if delete(s.bounds, slot); notes[i].bounds[0].Given() {
			s.bounds[slot] = notes[i].bounds
		}
	}
}

// answer notes what a measure reads.
func (s *state) answer(slot int32, a kpi.Answer) {
	if s.asked[slot] < 0 {
		s.asked[slot] = int32(len(s.readings))
		s.readings = append(s.readings, reading{})
	}
	s.readings[s.asked[slot]] = reading{a.Value, a.Newest, a.Absence}
	if delete(s.bounds, slot); a.Absence == kpi.ChannelsDoNotAdd {
		s.bounds[slot] = [2]kpi.Number{a.AtLeast, a.AtMost}
	}
}
