package goal

import (
	"cmp"
	"iter"
	"slices"
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

func (n Node) goal() *Goal       { return &n.h.plan.Goals[n.i] }
func (n Node) checked() *checked { return &n.h.checked[n.i] }

// Index returns the position of the goal in the plan.
func (n Node) Index() int { return int(n.i) }

// ID returns the goal's id.
func (n Node) ID() string { return n.goal().ID }

// Goal returns a copy of the goal as the plan has it.
func (n Node) Goal() Goal { return n.goal().clone() }

// Title returns the goal's title.
func (n Node) Title() string { return n.goal().Title }

// Level returns the goal's level.
func (n Node) Level() Level { return n.goal().Level }

// Period returns the goal's period.
func (n Node) Period() kpi.Period { return n.checked().period }

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
	w := h.weights[e]
	edge := Edge{Node{h, h.children[e]}, Node{h, parent}, kpi.ValueOf(w), counts(w)}
	if !w.Given() {
		edge.Weight = h.shares[parent]
	}
	return edge
}

// counts reports whether a link of this weight counts, as all do that were not
// given 0.
func counts(weight kpi.Number) bool { return !weight.Given() || weight.Sign() > 0 }

// State returns the goal's state when everything before bound has happened:
// before the plan's Since it was active.
func (n Node) State(bound time.Time) State {
	g := n.goal()
	if since := n.checked().since; !since.IsEmpty() && !bound.After(since.Start) {
		return Active
	}
	return cmp.Or(g.State, Active)
}

// Cut returns the bound up to which the goal's own readings and expectation
// count: a paused or closed goal stops at Since.
func (n Node) Cut(bound time.Time) time.Time {
	since := n.checked().since
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
	return kpi.RatioOf(n.goal().Score)
}

// Override returns the progress set by hand that is in force when everything
// before bound has happened; unknown if there is none.
func (n Node) Override(bound time.Time) kpi.Ratio {
	o, c := n.goal().Override, n.checked()
	if o == nil ||
		!c.overrideFrom.IsEmpty() && !bound.After(c.overrideFrom.Start) ||
		!c.overrideUntil.IsEmpty() && bound.After(c.overrideUntil.End) {
		return kpi.Ratio{}
	}
	return kpi.RatioOf(o.Progress)
}

// Measure returns a copy of what the goal is measured by.
func (n Node) Measure() (Measure, bool) {
	m := n.goal().Measure
	if m == nil {
		return Measure{}, false
	}
	return m.clone(), true
}

// Target returns a copy of the goal's target, and how the readings behind it
// combine. It reports false for a goal that is not measured or only watched.
func (n Node) Target() (t kpi.Target, c kpi.Combine, ok bool) {
	if n.TargetKind() == "" {
		return kpi.Target{}, "", false
	}
	t = *n.goal().Measure.Target
	t.Points = slices.Clone(t.Points)
	return t, n.checked().combine, true
}

// TargetKind returns the kind of the goal's target, "" if it has none.
func (n Node) TargetKind() kpi.TargetKind {
	if m := n.goal().Measure; m != nil && m.Target != nil {
		return m.Target.Kind
	}
	return ""
}

// Judge returns what the goal's target makes of a value. It reports false for a
// goal that is not measured or only watched.
func (n Node) Judge(v kpi.Value) (kpi.Scored, bool) {
	if n.TargetKind() == "" {
		return kpi.Scored{}, false
	}
	return n.goal().Measure.Target.Judge(n.checked().combine, v), true
}

// Ask returns the question that the goal's measure asks about the time before
// bound: its metric on its channel over the goal's period, of which nothing is
// left before it begins, or its trailing window. It reports false for a goal
// that is not measured.
func (n Node) Ask(bound time.Time) (kpi.Ask, bool) {
	g, c := n.goal(), n.checked()
	if g.Measure == nil {
		return kpi.Ask{}, false
	}
	if bound = n.Cut(bound); bound.After(c.period.End) {
		bound = c.period.End
	}
	a := kpi.Ask{Metric: g.Measure.Metric, Window: kpi.Period{Start: c.period.Start, End: bound}}
	if a.Metric == "" {
		a.Goal = g.ID
	}
	switch {
	case !c.window.IsZero():
		a.Window = c.window.Ending(bound, n.h.loc)
	case bound.Before(c.period.Start):
		a.Window.Start = bound // nothing has happened in the period yet
	}
	a.Channel = cmp.Or(g.Measure.Channel, g.Channel)
	a.AllChannels = a.Channel == ""
	return a, true
}

// ProgressFrom returns where the goal takes its progress from, "" if the plan
// leaves it to whether children count.
func (n Node) ProgressFrom() ProgressFrom { return n.goal().Progress }

// BlendWeight returns the weight of the own measure in a blend.
func (n Node) BlendWeight() kpi.Number {
	if w := n.goal().BlendWeight; w.Given() {
		return w
	}
	return kpi.Int(1)
}

// Method returns how the progress of children combines.
func (n Node) Method() Method { return cmp.Or(n.goal().Method, Mean) }

// Expected returns the progress that the goal's own profile expects when
// everything before bound has happened, 0 up to its start: a straight line over
// the period unless the plan gives a profile, 1 from the start for targets to
// keep, 1 from the end for milestones. A paused or closed goal's stops at Since.
func (n Node) Expected(bound time.Time) kpi.Ratio {
	c := n.checked()
	bound = n.Cut(bound)
	if !bound.After(c.period.Start) {
		return kpi.Units(0)
	}
	if c.profile != nil {
		return c.profile.at(bound)
	}
	switch kind := n.TargetKind(); {
	case kind.Control():
		return kpi.RatioOf(kpi.Int(1))
	case kind == kpi.KindDone && bound.Before(c.period.End):
		return kpi.Units(0)
	}
	return c.period.Share(bound)
}
