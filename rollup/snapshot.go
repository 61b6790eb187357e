package rollup

import (
	"iter"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Snapshot is the answer of [Policy.Evaluate]: how far every goal is at one
// moment, and why. It is immutable and safe for use by several goroutines at once.
// The zero Snapshot is not valid.
type Snapshot struct {
	state *state // no longer changed
}

// At returns the moment that the snapshot speaks of.
func (s *Snapshot) At() kpi.Moment { return s.state.at }

// Hierarchy returns the goals that the snapshot speaks of.
func (s *Snapshot) Hierarchy() *goal.Hierarchy { return s.state.h }

// Goal returns the result of the goal with this id.
func (s *Snapshot) Goal(id string) (Result, bool) {
	n, ok := s.state.h.Node(id)
	if !ok {
		return Result{}, false
	}
	return s.state.result(n), true
}

// All returns an iterator over the results of all goals, in the plan's order.
func (s *Snapshot) All() iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for n := range s.state.h.All() {
			if !yield(s.state.result(n)) {
				return
			}
		}
	}
}

// A Result is what a snapshot says of one goal. Figures that are unknown or do
// not apply are unknown; none is 0 for want of data. The zero Result says nothing.
type Result struct {
	Node goal.Node

	Progress  kpi.Ratio // what a bar shows, 0..1: the override, the closing score, or Computed
	Raw       kpi.Ratio // what was computed, not cut: below 0 and above 1 stay visible
	Computed  kpi.Ratio // Raw cut to 0..1
	Measured  kpi.Ratio // by the goal's own measure, cut to 0..1
	Supported kpi.Ratio // by its children, cut to 0..1
	Gap       kpi.Ratio // Supported - Measured
	Expected  kpi.Ratio // the progress that the plan expects by now
	Pace      kpi.Ratio // Progress / Expected; unknown where nothing is expected
	Coverage  kpi.Ratio // share of the weight, all the way down, whose value is known
	Status    Status
	Absence   kpi.Absence // why Computed is unknown

	Value     kpi.Value    // what the measure reads
	From, To  kpi.Value    // the values that score 0 and 1, or what a change refers to; To is also the limit of at_least and at_most, and 1 of milestones
	Activity  kpi.Activity // of targets that are scored by share
	Freshness Freshness    // of the readings, against the goal's cadence
	// AtLeast and AtMost bound a value that is unknown because channels share people.
	AtLeast, AtMost kpi.Number

	state *state
}

func (s *state) result(n goal.Node) Result {
	slot := s.slot(n)
	f := s.figures(slot)
	ends, _ := s.scored(n, slot)
	bounds := s.bounds[slot]
	r := Result{
		Node:      n,
		Progress:  f.progress(),
		Raw:       f.raw,
		Computed:  f.raw.Bar(),
		Measured:  f.measured.Bar(),
		Supported: f.supported.Bar(),
		Expected:  f.expected,
		Coverage:  f.coverage,
		Status:    f.status,
		Absence:   f.absence,
		Value:     f.value,
		From:      ends.From,
		To:        ends.To,
		Activity:  s.more[slot].activity,
		Freshness: s.freshness(n, &f),
		AtLeast:   bounds[0],
		AtMost:    bounds[1],
		state:     s,
	}
	r.Gap = r.Supported.Sub(r.Measured)
	r.Pace = r.Progress.Per(r.Expected)
	return r
}

// Freshness says how old the newest reading is, in cadences of the goal. The
// zero Freshness is that of goals without a cadence or a reading.
type Freshness string

// The freshnesses.
const (
	Fresh Freshness = "fresh" // at most 1 cadence old
	Due   Freshness = "due"   // at most 1.5
	Stale Freshness = "stale" // at most 3
	Dead  Freshness = "dead"  // older
)

func (s *state) freshness(n goal.Node, f *figures) Freshness {
	cadence, newest := n.Cadence(), f.newest
	if cadence == "" || newest.IsZero() {
		return ""
	}
	newest = newest.In(s.h.Location())
	next, second := cadence.After(newest, 1), cadence.After(newest, 2)
	switch bound := s.bound; {
	case !bound.After(next):
		return Fresh
	case !bound.After(next.Add(second.Sub(next) / 2)):
		return Due
	case !bound.After(cadence.After(newest, 3)):
		return Stale
	}
	return Dead
}
