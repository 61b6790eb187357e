package rollup

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
)

// A valueWalk finds which goals below a goal have a say. It goes through the
// hierarchy once, parents before their children, so that neither depth nor the
// number of paths matters.
type valueWalk struct {
	bound   time.Time
	topDown []goal.Node // every goal before all its children
	places  []place     // by position
}

// A place is what the walk makes of a goal.
type place uint8

const (
	notReached place = iota
	reached
	opened  // walked through
	deadEnd // walked through, and nothing below counts
	asked   // measured
)

func walkValues(h *goal.Hierarchy, top goal.Node, bound time.Time) valueWalk {
	w := valueWalk{bound, make([]goal.Node, 0, h.Len()), make([]place, h.Len())}
	w.topDown = slices.AppendSeq(w.topDown, h.BottomUp())
	slices.Reverse(w.topDown)
	w.places[top.Index()] = reached
	for _, n := range w.topDown {
		if w.places[n.Index()] == notReached {
			continue
		}
		if _, measured := n.Ask(bound); measured && n != top {
			w.places[n.Index()] = asked
			continue
		}
		w.places[n.Index()] = w.open(n)
	}
	return w
}

// open reaches the children of n that count.
func (w *valueWalk) open(n goal.Node) place {
	p := deadEnd
	for e := range n.Children() {
		if w.counts(e) {
			w.places[e.Child.Index()] = reached
			p = opened
		}
	}
	return p
}

// counts reports whether the walk follows a link.
func (w *valueWalk) counts(e goal.Edge) bool { return e.Counts && e.Child.State(w.bound).Counts() }

// ends reports whether the walk ends at n, with a value or without.
func (w *valueWalk) ends(n goal.Node) bool {
	p := w.places[n.Index()]
	return p == asked || p == deadEnd
}

// find fills in the goals at which the walk ends, in the plan's order.
func (c *valueCombination) find() {
	c.walk = walkValues(c.h, c.top, c.bound)
	for n := range c.h.All() {
		if n != c.top && c.walk.ends(n) {
			c.parts = append(c.parts, ValuePart{Node: n})
		}
	}
	c.values = make([]valueOfGoal, len(c.parts))
	metrics := map[string]*valueMetric{}
	for i := range c.parts {
		v := &c.values[i]
		v.ValuePart = &c.parts[i]
		if v.ask, v.measured = v.Node.Ask(c.bound); !v.measured {
			v.Absence = NothingCounts
			continue
		}
		if v.metric = metrics[v.ask.Metric]; v.metric == nil {
			v.metric = newValueMetric(c.h.Catalogue(), v.ask.Metric)
			metrics[v.ask.Metric] = v.metric
		}
	}
}
