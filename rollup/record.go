package rollup

import (
	"cmp"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Record adds observations to the ledger and brings every goal that they concern
// up to date: one observation at a time, or many at once, which is faster.
//
// If any observation is faulty none is recorded, and Record returns
// [kpi.Problems] with every fault that [goal.Hierarchy.CheckObservations] finds
// or, if it finds none, that [kpi.Ledger.Add] does. If afterwards a measure
// cannot be read, because its two latest readings contradict each other
// ([kpi.TieError]), the observations are recorded, Record says so, the goal
// stands as it stood, and [Tracker.Snapshot] fails until a later revision tells
// which reading holds.
func (t *Tracker) Record(obs ...kpi.Observation) error {
	for i := range obs {
		if _, fault := t.state.h.Reads(obs[i]); fault != nil {
			return t.state.h.CheckObservations(obs) // with all other faults
		}
	}
	if err := t.ledger.Add(obs...); err != nil {
		return err
	}
	if t.readers == nil {
		t.readers = t.state.readers(t.state.all())
	}
	t.concerned = t.concerned[:0]
	if len(obs) == 1 {
		t.concerned = sortedSet(t.state.concern(t.concerned, t.readers, &obs[0]))
		return t.readAgain(t.concerned)
	}
	for _, o := range telling(obs) {
		t.concerned = t.state.concern(t.concerned, t.readers, o)
	}
	t.concerned = sortedSet(t.concerned)
	return t.readAgain(t.concerned)
}

// telling returns of each series the observation that concerns every goal that
// any of the series does: one with an id, or else the earliest.
func telling(obs []kpi.Observation) []*kpi.Observation {
	type series struct{ metric, goal, channel string }
	places := make(map[series]int)
	var list []*kpi.Observation
	for i := range obs {
		o := &obs[i]
		k := series{o.Metric, o.Goal, o.Channel}
		switch at, seen := places[k]; {
		case !seen:
			places[k] = len(list)
			list = append(list, o)
		case list[at].ID == "" && (o.ID != "" || o.Instant().Before(list[at].Instant())):
			list[at] = o
		}
	}
	return list
}

// concern appends the slots whose measures o may change. readers tells which
// measures read a feed.
func (s *state) concern(slots []int32, readers readers, o *kpi.Observation) []int32 {
	if o.Goal != "" {
		if n, ok := s.h.Node(o.Goal); ok {
			slots = append(slots, s.slot(n))
		}
		return slots
	}
	for _, at := range feedsOf(o) {
		for _, slot := range readers[at] {
			if s.concerns(s.node(slot), o) {
				slots = append(slots, slot)
			}
		}
	}
	return slots
}

// concerns reports whether o, a reading of a metric behind the measure of n, may
// change what n asks. Its due periods end where the measure's own does, or
// before; a baseline need not.
func (s *state) concerns(n goal.Node, o *kpi.Observation) bool {
	ask, _ := n.Ask(s.bound)
	c := s.h.Catalogue()
	if c.Concerns(ask, *o) {
		return true
	}
	baseline, ok := n.AskBaseline(s.bound)
	return ok && c.Concerns(baseline, *o)
}

// A feed is what a measure reads of a base metric: one channel, or all of them.
type feed struct {
	metric, channel string
	all             bool
}

// readers are, by feed, the slots whose measures read it.
type readers map[feed][]int32

// readers returns which of slots have measures that read a feed.
func (s *state) readers(slots []int32) readers {
	found := make(readers)
	for _, slot := range slots {
		if ask, ok := s.node(slot).Ask(s.bound); ok {
			for _, metric := range s.h.Catalogue().Bases(ask.Metric) {
				at := feed{metric, ask.Channel, ask.AllChannels}
				found[at] = append(found[at], slot)
			}
		}
	}
	return found
}

// feedsOf returns the two feeds that a reading of a metric belongs to.
func feedsOf(o *kpi.Observation) [2]feed {
	return [2]feed{{o.Metric, o.Channel, false}, {o.Metric, "", true}}
}

// concerned reports whether any measure reads a feed of o.
func (r readers) concerned(o *kpi.Observation) bool {
	of := feedsOf(o)
	return len(r[of[0]]) > 0 || len(r[of[1]]) > 0
}

// readAgain reads the measures of some goals again, in order, and carries up what
// changed. It returns the first failure.
func (t *Tracker) readAgain(slots []int32) (failed error) {
	for _, slot := range slots {
		delete(t.unread, slot)
	}
	if len(slots) > 1 { // at once, if all can be read
		before := t.state.kept(slots)
		if t.state.read(t.reader, slots) == nil {
			t.state.refresh(slots)
			return nil
		}
		t.state.restore(slots, before)
	}
	for _, slot := range slots {
		if err := t.state.readOne(t.reader, t.state.node(slot), slot); err != nil {
			t.unread[slot] = err
			failed = cmp.Or(failed, err)
		}
	}
	t.state.refresh(slots)
	return failed
}

// SetState lets a goal be in a state, as [goal.Hierarchy.WithState] does, and
// changes nothing where that fails. Since the state also says until when readings
// count, the goal's measure is read again: if that fails ([kpi.TieError]), the
// state is set, and all is as after such a failure of [Tracker.Record].
func (t *Tracker) SetState(id string, state goal.State, since string, score kpi.Number) error {
	h, err := t.state.h.WithState(id, state, since, score)
	if err != nil {
		return err
	}
	slot := t.change(h, id)
	t.state.recount(slot)
	t.state.remark(slot)
	return t.readAgain([]int32{slot})
}

// SetOverride sets the progress of a goal by hand, or no longer where o is nil,
// as [goal.Hierarchy.WithOverride] does, and fails as that does.
func (t *Tracker) SetOverride(id string, o *goal.Override) error {
	h, err := t.state.h.WithOverride(id, o)
	if err != nil {
		return err
	}
	slot := t.change(h, id)
	t.state.remark(slot)
	t.state.refresh([]int32{slot})
	return nil
}

// SetWeight changes the weight of a goal in one that it supports, as
// [goal.Hierarchy.WithWeight] does, and fails as that does. Of children that are
// weighed in percent all are weighed anew; to move points from one to another,
// take the weight of the one away, set the other, and give the first again.
func (t *Tracker) SetWeight(child, parent string, weight kpi.Number) error {
	h, err := t.state.h.WithWeight(child, parent, weight)
	if err != nil {
		return err
	}
	slot := t.change(h, child)
	for e := range t.state.node(slot).Parents() {
		switch {
		case e.Parent.ID() != parent:
		case e.Parent.Weighting() == goal.Relative:
			t.state.reweigh(slot, e)
		default: // the weights of the others may change with it
			t.state.relink(t.state.slot(e.Parent))
		}
	}
	t.state.engine.Settle()
	return nil
}

// change takes over a changed hierarchy and returns the slot of the goal with
// this id.
func (t *Tracker) change(h *goal.Hierarchy, id string) int32 {
	t.state.h = h
	n, _ := h.Node(id)
	return t.state.slot(n)
}
