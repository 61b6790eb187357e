package goal

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// What a node says of its measure.

// Measure returns a copy of what the goal is measured by.
func (n Node) Measure() (Measure, bool) {
	if n.facts().question == 0 {
		return Measure{}, false
	}
	m := *n.goal().Measure
	if t, ok := n.target(); ok {
		m.Target = new(copier).target(t)
	}
	return m, true
}

// Target returns a copy of the goal's target, and how the readings behind it
// combine. It reports false for a goal that is not measured or only watched.
func (n Node) Target() (t kpi.Target, c kpi.Combine, ok bool) {
	if t, ok = n.target(); !ok {
		return kpi.Target{}, "", false
	}
	t.Points = slices.Clone(t.Points)
	return t, n.question().combine, true
}

// target returns the goal's target, its points those of the hierarchy.
func (n Node) target() (t kpi.Target, ok bool) {
	switch n.facts().target {
	case 0:
		return kpi.Target{}, false
	case plainReach:
		l := &n.h.lines[n.i]
		return kpi.Target{Kind: kpi.KindReach, From: l.from, To: l.to}, true
	}
	return *n.goal().Measure.Target, true
}

// TargetKind returns the kind of the goal's target, "" if it has none.
func (n Node) TargetKind() kpi.TargetKind { return targetKinds[n.facts().target] }

// Line returns the ends of a target whose raw progress is
//
//	(V - from) / (to - from)
//
// for every value V, from and to being numbers of the plan alone, or computed
// from them: a reach target without points that names its baseline, or needs
// none because readings add up and from is 0. It reports false for any other
// target, and for a goal that has none.
func (n Node) Line() (from, to kpi.Number, ok bool) {
	if n.h.lines == nil || n.TargetKind() != kpi.KindReach {
		return kpi.Number{}, kpi.Number{}, false
	}
	l := &n.h.lines[n.i]
	return l.from, l.to, l.to.Given()
}

// Judge returns what the goal's target makes of a value and, if its baseline is
// measured, of that. It reports false for a goal that is not measured or only
// watched. Of a target that is scored by share see [Node.AskDue].
func (n Node) Judge(v, baseline kpi.Value) (kpi.Scored, bool) {
	t, ok := n.target()
	if !ok {
		return kpi.Scored{}, false
	}
	return t.JudgeFrom(n.question().combine, v, baseline), true
}

// Ask returns the question that the goal's measure asks about the time before
// bound: its metric on its channel over the goal's period, of which nothing is
// left before it begins, or its trailing window. It reports false for a goal
// that is not measured.
func (n Node) Ask(bound time.Time) (kpi.Ask, bool) {
	if n.facts().question == 0 {
		return kpi.Ask{}, false
	}
	return n.ask(n.question().before(n.Cut(bound), n.period(), n.h.loc)), true
}

// ask returns the measure's question about a window as it is.
func (n Node) ask(window kpi.Period) kpi.Ask {
	a := n.question().about(window)
	if a.Metric == "" {
		a.Goal = n.ID()
	}
	return a
}
