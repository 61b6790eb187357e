package rollup

import (
	"slices"
	"sort"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A walker takes a state from one moment to later ones.
type walker struct {
	state    *state
	reader   *kpi.Reader
	needed   []int32 // slots of the goals asked about and of all below them, in order
	isNeeded []bool  // the same by slot
	moving   []int32 // those of needed whose answer may change without a new reading

	readers  readers    // among those needed
	arrivals []arrivals // by moment: what came in since the one before
}

// arrivals are readings that come in between two moments, as far as they matter.
type arrivals struct {
	own     []int32           // slots with a reading of their own series
	metrics []kpi.Observation // of each series of a metric, the one that concerns most goals
}

// start finds the state at the first moment. Only the measures that are needed
// are read.
func (w *walker) start(p Policy, h *goal.Hierarchy, at kpi.Moment, ids []string) (err error) {
	if w.state, err = p.newState(h, at); err != nil {
		return err
	}
	s := w.state
	w.needed, w.isNeeded = s.below(ids)
	if err := s.read(w.reader, w.needed); err != nil {
		return err
	}
	s.place()
	s.engine.Rollup(true)
	return nil
}

// below returns the slots of goals and of all goals below them, in order, and
// whether a slot is one of them.
func (s *state) below(ids []string) (list []int32, seen []bool) {
	seen = make([]bool, len(s.order))
	visit := func(n goal.Node) {
		if slot := s.slot(n); !seen[slot] {
			seen[slot] = true
			list = append(list, slot)
		}
	}
	for _, id := range ids {
		n, _ := s.h.Node(id)
		visit(n)
	}
	for k := 0; k < len(list); k++ {
		for e := range s.node(list[k]).Children() {
			visit(e.Child)
		}
	}
	slices.Sort(list)
	return list, seen
}

// follow finds out what comes in from one moment to the next, if the source is a
// ledger, and which answers change even without that.
func (w *walker) follow(src kpi.Source, bounds []time.Time) {
	w.moving = w.needed
	w.arrivals = make([]arrivals, len(bounds))
	ledger, ok := src.(*kpi.Ledger)
	if !ok {
		return
	}
	w.moving = nil
	for _, slot := range w.needed {
		if w.moves(w.state.node(slot)) {
			w.moving = append(w.moving, slot)
		}
	}
	w.readers = w.state.readers(w.needed)
	// A ledger tells the readings of a series in order of time, those of periods
	// after the others: between two moments the first of each concerns all goals
	// that later ones do.
	var last kpi.Observation
	seen := 0
	for o := range ledger.Readings(kpi.Period{Start: bounds[0], End: bounds[len(bounds)-1]}) {
		at := o.Instant()
		k := sort.Search(len(bounds), func(k int) bool { return bounds[k].After(at) })
		if k == seen && sameSeries(&o, &last) && o.Period.IsEmpty() == last.Period.IsEmpty() {
			continue
		}
		last, seen = o, k
		w.arrive(&w.arrivals[k], &o)
	}
}

func sameSeries(a, b *kpi.Observation) bool {
	return a.Metric == b.Metric && a.Goal == b.Goal && a.Channel == b.Channel
}

func (w *walker) arrive(in *arrivals, o *kpi.Observation) {
	if n, ok := w.state.h.Node(o.Goal); ok {
		if slot := w.state.slot(n); w.isNeeded[slot] {
			in.own = append(in.own, slot)
		}
	} else if w.readers.concerned(o) {
		in.metrics = append(in.metrics, *o)
	}
}

// moves reports whether the answer to a goal's measure may change without a new
// reading: over a trailing window; of people, who are read for a whole window
// only; of a target that needs a baseline, which may come to an end, or that is
// scored by share, where a period may come to be due.
func (w *walker) moves(n goal.Node) bool {
	m, ok := n.Measure()
	if !ok || m.Window != "" || n.AsksMore() && n.TargetKind() != kpi.KindDone {
		return ok
	}
	catalogue := w.state.h.Catalogue()
	return slices.ContainsFunc(catalogue.Bases(m.Metric), func(id string) bool {
		combine, _ := catalogue.CombineOf(id)
		return combine == kpi.Unique
	})
}

// on moves the state on to a later moment, or the same, number k in order.
func (w *walker) on(k int, at kpi.Moment) error {
	s := w.state
	before := s.bound
	s.at, s.bound = at, at.Bound()
	changed := w.turn(before)
	s.engine.Settle() // what turned, before anything is added up anew
	changed = append(changed, w.arrivals[k].own...)
	for i := range w.arrivals[k].metrics {
		changed = s.concern(changed, w.readers, &w.arrivals[k].metrics[i])
	}
	for _, slot := range w.moving {
		n := s.node(slot)
		was, _ := n.Ask(before)
		if is, _ := n.Ask(s.bound); is != was || n.ByShare() {
			changed = append(changed, slot)
			continue
		}
		was, _ = n.AskBaseline(before)
		if is, _ := n.AskBaseline(s.bound); is != was {
			changed = append(changed, slot)
		}
	}
	changed = sortedSet(changed)
	if err := s.read(w.reader, changed); err != nil {
		return err
	}
	s.refresh(changed)
	return nil
}

// turn finds the goals whose state or override is no longer what it was.
func (w *walker) turn(before time.Time) (turned []int32) {
	s := w.state
	for _, slot := range w.needed {
		n := s.node(slot)
		was, is := n.State(before), n.State(s.bound)
		if was == is && n.Override(before).Equal(n.Override(s.bound)) {
			continue
		}
		if was.Counts() != is.Counts() {
			s.recount(slot)
		}
		s.remark(slot)
		turned = append(turned, slot)
	}
	return turned
}
