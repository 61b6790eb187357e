package goal

import (
	"cmp"
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Node is a goal in its place in a hierarchy. Nodes are small, immutable and
// comparable: two are equal when they are the same goal of the same hierarchy.
// The zero Node is not valid; nodes come from [Hierarchy] and from other nodes.
type Node struct {
	h *Hierarchy
	i int32
}

// An Edge is a link in its place: Child supports Parent.
type Edge struct {
	Child, Parent Node
	// Weight is what the parent's weighting makes of the link: the weight given
	// or 1; a percentage, the rest shared out; or the distance of the child's
	// target.
	Weight kpi.Value
	// Counts is false where the weight is given as 0: shown, not counted.
	Counts bool
}

func (n Node) goal() *Goal {
	if n.h.edits != nil {
		return n.editedGoal()
	}
	return &n.h.plan.Goals[n.i]
}

// Index returns the position of the goal in the plan.
func (n Node) Index() int { return int(n.i) }

// ID returns the goal's id.
func (n Node) ID() string { return n.facts().id }

// Goal returns a copy of the goal as the plan has it.
func (n Node) Goal() Goal {
	var g Goal
	n.copy(&g, new(copier))
	return g
}

// copy makes g a copy of the goal as the plan has it.
func (n Node) copy(g *Goal, c *copier) {
	c.goal(g, n.goal())
	if t, ok := n.target(); ok {
		g.Measure.Target = c.target(t)
	}
}

// Title returns the goal's title.
func (n Node) Title() string { return n.goal().Title }

// Level returns the goal's level.
func (n Node) Level() Level { return n.goal().Level }

// Period returns the goal's period.
func (n Node) Period() kpi.Period { return n.period() }

// Cadence returns how often the goal is looked at; "" if the plan does not say.
func (n Node) Cadence() kpi.Cadence { return n.goal().Cadence }

// Children returns an iterator over the links from the goals directly below,
// in the order of the plan.
func (n Node) Children() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for e := n.h.below[n.i]; e < n.h.below[n.i+1]; e++ {
			if !yield(n.h.edge(n.i, e)) {
				return
			}
		}
	}
}

// Parents returns an iterator over the links to the goals that n supports, in
// the order in which it names them.
func (n Node) Parents() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for k := n.h.aboveOf[n.i]; k < n.h.aboveOf[n.i+1]; k++ {
			if !yield(n.h.edge(n.h.parents[k], n.h.above[k])) {
				return
			}
		}
	}
}

// ChildCount returns the number of goals directly below.
func (n Node) ChildCount() int { return int(n.h.below[n.i+1] - n.h.below[n.i]) }

// edge returns the link at a place among the links by parent.
func (h *Hierarchy) edge(parent, e int32) Edge {
	w := h.weight(e)
	edge := Edge{Node{h, h.children[e]}, Node{h, parent}, kpi.ValueOf(w), counts(w)}
	if !w.Given() {
		edge.Weight = h.share(parent)
	}
	return edge
}

// counts reports whether a link of this weight counts, as all do that were not
// given 0.
func counts(weight kpi.Number) bool { return !weight.Given() || weight.Sign() > 0 }

// State returns the goal's state when everything before bound has happened:
// before the plan's Since it was active.
func (n Node) State(bound time.Time) State {
	if n.isPlain() {
		return Active
	}
	r := n.rare()
	if !r.since.IsEmpty() && !bound.After(r.since.Start) {
		return Active
	}
	return r.state
}

// Cut returns the bound up to which the goal's own readings and expectation
// count: a paused or closed goal stops at Since.
func (n Node) Cut(bound time.Time) time.Time {
	if n.isPlain() {
		return bound
	}
	since := n.rare().since
	if state := n.State(bound); (state == Paused || state == Closed) && !since.IsEmpty() {
		return since.Start // the state holds, so this is before bound
	}
	return bound
}

// ClosingScore returns the score written when the goal was closed; unknown if
// it is not closed at bound or has none.
func (n Node) ClosingScore(bound time.Time) kpi.Ratio {
	if n.State(bound) != Closed {
		return kpi.Ratio{}
	}
	return n.rare().score
}

// Override returns the progress set by hand that is in force when everything
// before bound has happened; unknown if there is none.
func (n Node) Override(bound time.Time) kpi.Ratio {
	if n.isPlain() {
		return kpi.Ratio{}
	}
	r := n.rare()
	if !r.override.Known() ||
		!r.overrideFrom.IsEmpty() && !bound.After(r.overrideFrom.Start) ||
		!r.overrideUntil.IsEmpty() && bound.After(r.overrideUntil.End) {
		return kpi.Ratio{}
	}
	return r.override
}

// ProgressFrom returns where the goal takes its progress from, "" if the plan
// leaves it to whether children count.
func (n Node) ProgressFrom() ProgressFrom { return progresses[n.facts().progress] }

// BlendWeight returns the weight of the own measure in a blend.
func (n Node) BlendWeight() kpi.Number { return n.rare().blendWeight }

// Method returns how the progress of children combines.
func (n Node) Method() Method { return cmp.Or(methods[n.facts().method], Mean) }

// Weighting returns what the weights of children mean.
func (n Node) Weighting() Weighting { return cmp.Or(weightings[n.facts().weighting], Relative) }

// Expected returns the progress that the goal's own profile expects when
// everything before bound has happened, 0 up to its start: a straight line over
// the period unless the plan gives a profile, 1 from the start for targets to
// keep, 1 from the end for milestones. A paused or closed goal's stops at Since.
func (n Node) Expected(bound time.Time) kpi.Ratio {
	period := n.period()
	bound = n.Cut(bound)
	if !bound.After(period.Start) {
		return kpi.Units(0)
	}
	if p := n.rare().profile; p != nil {
		return p.at(bound)
	}
	switch kind := n.TargetKind(); {
	case kind.Control():
		return kpi.RatioOf(kpi.Int(1))
	case kind == kpi.KindDone && bound.Before(period.End):
		return kpi.Units(0)
	}
	return period.Share(bound)
}
