package rollup

import (
	"iter"
	"maps"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Tracker keeps the progress of a hierarchy current at a moment while readings
// come in and goals change. After any sequence of operations it says, to the
// last digit, what [Policy.Evaluate] would say of the hierarchy and the readings
// that it then has.
//
// An operation costs what it changes: the goals above, as far as their rounded
// progress moves at all. With a policy that has limits of its own for what a child
// counts as (cap and floor), and above goals that combine their children by
// another method than the mean, it also costs the children of these goals, and so
// do weights in percent. Progress, raw progress and coverage of every goal are
// current after each operation; what is expected, pace and status are found when
// a [Snapshot] is taken.
//
// A Tracker may be read by several goroutines at once, but not while one of them
// changes it. A snapshot that was taken from it no longer changes, and may be
// read by anyone at any time, also while the tracker goes on.
//
// The zero Tracker is not valid; [Policy.Track] makes one.
type Tracker struct {
	policy    Policy
	ledger    *kpi.Ledger
	reader    *kpi.Reader
	state     *state
	readers   readers         // nil until needed
	unread    map[int32]error // slots whose measure could not be read
	concerned []int32         // scratch space of Record
}

// Track returns a tracker of h at a moment. It reads ledger and, from then on,
// is the one to add to it. It fails as [Policy.Evaluate] does.
func (p Policy) Track(h *goal.Hierarchy, ledger *kpi.Ledger, at kpi.Moment) (*Tracker, error) {
	if ledger == nil {
		return nil, ErrNothing
	}
	s, err := p.evaluate(h, ledger, at)
	if err != nil {
		return nil, err
	}
	return &Tracker{
		policy: p, ledger: ledger, reader: h.Catalogue().Reader(ledger), state: s, unread: make(map[int32]error),
	}, nil
}

// Hierarchy returns the goals as they stand now.
func (t *Tracker) Hierarchy() *goal.Hierarchy { return t.state.h }

// At returns the moment that the tracker stands at.
func (t *Tracker) At() kpi.Moment { return t.state.at }

// A Standing is what a tracker keeps current of a goal.
type Standing struct {
	Progress kpi.Ratio   // what a bar shows, 0..1: the override, the closing score, or Raw cut to 0..1
	Raw      kpi.Ratio   // what was computed, not cut
	Coverage kpi.Ratio   // share of the weight, all the way down, whose value is known
	Absence  kpi.Absence // why Raw is unknown
}

// Goal returns how the goal with this id stands, in constant time.
func (t *Tracker) Goal(id string) (Standing, bool) {
	n, ok := t.state.h.Node(id)
	if !ok {
		return Standing{}, false
	}
	return t.state.standing(n), true
}

// All returns an iterator over the goals and how they stand, in the plan's order.
func (t *Tracker) All() iter.Seq2[goal.Node, Standing] {
	return func(yield func(goal.Node, Standing) bool) {
		for n := range t.state.h.All() {
			if !yield(n, t.state.standing(n)) {
				return
			}
		}
	}
}

func (s *state) standing(n goal.Node) Standing {
	f := s.figures(s.slot(n))
	return Standing{f.progress(), f.raw, f.coverage, f.absence}
}

// Snapshot returns the answer for every goal, as [Policy.Evaluate] gives it, and
// fails where that would. It takes time and memory for all goals, and reads
// nothing.
func (t *Tracker) Snapshot() (*Snapshot, error) {
	if len(t.unread) > 0 {
		return nil, t.unread[slices.Min(slices.Collect(maps.Keys(t.unread)))]
	}
	s := t.state.clone()
	s.finish()
	return &Snapshot{s}, nil
}

// Move lets the tracker stand at another moment, earlier or later. It reads
// every measure again; it fails as [Policy.Evaluate] does, and stays where it was.
func (t *Tracker) Move(at kpi.Moment) error {
	s, err := t.policy.evaluate(t.state.h, t.ledger, at)
	if err != nil {
		return err
	}
	t.state = s
	clear(t.unread)
	return nil
}

// clone returns a copy of s that shares nothing with it that a tracker changes.
func (s *state) clone() *state {
	c := *s
	c.engine = s.engine.Clone()
	c.engine.Rule = c.rule
	c.readings = slices.Clone(s.readings)
	c.asked, c.scales = slices.Clone(s.asked), slices.Clone(s.scales)
	c.uneven, c.odd = maps.Clone(s.uneven), maps.Clone(s.odd)
	c.more, c.bounds = maps.Clone(s.more), maps.Clone(s.bounds)
	return &c
}
