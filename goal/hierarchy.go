package goal

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Hierarchy is a checked plan: goals and the links between them, without
// cycles. It is made by [New], or by the With methods from another one. It is
// immutable and safe for use by several goroutines at once. Goals stand in the
// order of the plan, and so does every list of them unless its doc says otherwise.
type Hierarchy struct {
	plan      Plan // without the targets that lines say all of
	loc       *time.Location
	catalogue kpi.Catalogue
	index     map[string]int32 // goal id -> position

	facts []facts // by position
	lines []line  // by position; nil if there are none

	// What facts point to.
	periods   []kpi.Period
	questions []question
	rares     []rare

	strategies    []strategyFacts  // by position
	strategyIndex map[string]int32 // strategy id -> position

	// The links by parent: those from the children of goal i are below[i] up to
	// below[i+1] in these rows, in the order of the plan.
	below    []int32
	children []int32
	weights  []kpi.Number        // as the parent's weighting has them; not given: a share
	shares   map[int32]kpi.Value // by parent: what a child without a percentage gets

	// The links by child: those of goal i are aboveOf[i] up to aboveOf[i+1] in
	// these rows, in the order in which it names them.
	aboveOf []int32
	parents []int32
	above   []int32 // the place of the link among the links by parent

	topDown []int32 // every goal after all the goals that it supports

	edits *edits // what holds in place of what stands above; nil if it all does
}

// Len returns the number of goals.
func (h *Hierarchy) Len() int { return len(h.plan.Goals) }

// Plan returns a copy of the plan, as it was handed to [New], with the changes
// that were made since.
func (h *Hierarchy) Plan() Plan {
	p := h.plan.cloneFrame()
	var c copier
	for n := range h.All() {
		n.copy(&p.Goals[n.i], &c)
	}
	return p
}

// Location returns the zone in which the plan's dates are read.
func (h *Hierarchy) Location() *time.Location { return h.loc }

// Catalogue returns the metrics that the plan knows, its own and the shared ones.
func (h *Hierarchy) Catalogue() kpi.Catalogue { return h.catalogue }

// Moment reads the moment to evaluate at: a date of the plan's zone, which
// means the midnight that ends it, or an RFC 3339 instant, which is included.
// It fails with [kpi.ErrTime].
func (h *Hierarchy) Moment(text string) (kpi.Moment, error) {
	return kpi.ParseMoment(text, h.loc)
}

// Node returns the goal with this id.
func (h *Hierarchy) Node(id string) (Node, bool) {
	i, ok := h.index[id]
	if !ok {
		return Node{}, false
	}
	return Node{h, i}, true
}

// At returns the goal at position i of the plan, from 0 to Len()-1; other
// positions give a node that is not valid.
func (h *Hierarchy) At(i int) Node { return Node{h, int32(i)} }

// All returns an iterator over the goals in the order of the plan.
func (h *Hierarchy) All() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := range h.plan.Goals {
			if !yield(h.At(i)) {
				return
			}
		}
	}
}

// Roots returns an iterator over the goals that support no other.
func (h *Hierarchy) Roots() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for n := range h.All() {
			if h.aboveOf[n.i] == h.aboveOf[n.i+1] && !yield(n) {
				return
			}
		}
	}
}

// TopDown returns an iterator over the goals, each after all the goals that it
// supports: the roots, then what supports only them, and so on downwards. A goal
// stands with the children of the last of its parents, in the order of the plan,
// and those groups follow one another as their parents do. So where every goal
// supports at most one other, the children of a goal are one run.
func (h *Hierarchy) TopDown() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for _, i := range h.topDown {
			if !yield(Node{h, i}) {
				return
			}
		}
	}
}

// BottomUp returns an iterator over the goals, each after all its children. It
// is TopDown in reverse.
func (h *Hierarchy) BottomUp() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for k := len(h.topDown) - 1; k >= 0; k-- {
			if !yield(Node{h, h.topDown[k]}) {
				return
			}
		}
	}
}
