package goal

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Hierarchy is a checked plan: goals and the links between them, without
// cycles. It is made by [New], immutable, and safe for use by several
// goroutines at once. Goals stand in the order of the plan, and so does every
// list of them unless its doc says otherwise.
type Hierarchy struct {
	plan      Plan
	loc       *time.Location
	catalogue kpi.Catalogue
	shared    []kpi.Metric
	index     map[string]int32 // goal id -> position
	checked   []checked        // by position
	edges     []edge           // by parent, then in the order of the children
	below     []int32          // edges[below[i]:below[i+1]] lead to the children of goal i
	above     []int32          // indices into edges, by child, then in the order of its links
	aboveOf   []int32          // above[aboveOf[i]:aboveOf[i+1]] are the links of goal i
	bottomUp  []int32          // every goal after all its children
}

// checked is what New made of a goal's text.
type checked struct {
	period        kpi.Period
	since         kpi.Period // what the date covers; empty: always
	overrideFrom  kpi.Period // empty: always
	overrideUntil kpi.Period // empty: for ever
	window        kpi.Window
	combine       kpi.Combine // how the readings behind the measure combine
	profile       *profile    // nil: what the target expects by itself
}

// An edge is a link between two goals, by position.
type edge struct {
	child, parent int32
	weight        kpi.Value // as the parent's weighting has it
	counts        bool      // false where the weight is given as 0
	faulty        bool      // the weight is wrong, which New has reported
}

// Len returns the number of goals.
func (h *Hierarchy) Len() int { return len(h.plan.Goals) }

// Plan returns a copy of the plan, as it was handed to [New].
func (h *Hierarchy) Plan() Plan { return h.plan.clone() }

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

// BottomUp returns an iterator over the goals, each after all its children.
func (h *Hierarchy) BottomUp() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for _, i := range h.bottomUp {
			if !yield(Node{h, i}) {
				return
			}
		}
	}
}
