package rollup

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/kpi"
)

// place hands every goal to the engine.
func (s *state) place() {
	s.engine.GrowLines(len(s.readings))
	for slot := range int32(len(s.order)) {
		n := s.node(slot)
		switch {
		case n.ChildCount() > 0:
			s.engine.Put(slot, s.mark(n, slot))
		case s.lineUp(n, slot):
			s.engine.Put(slot, flat.Covered) // the rollup finds the rest
		default:
			s.engine.Put(slot, s.given(n, slot))
		}
	}
}

// mark returns the figure that a goal with children starts from: what it is
// pinned to, or which of the engine and the rule is to find it.
func (s *state) mark(n goal.Node, slot int32) flat.Figure {
	if !s.even(n, slot) {
		return flat.Odd
	}
	if units, ok := s.pinned(n); ok {
		return flat.Pinned | units
	}
	return 0
}

// mayDiffer reports whether a goal may count as something else than what is
// computed for it.
func (s *state) mayDiffer(n goal.Node) bool {
	return n.State(s.bound) == goal.Closed || n.Override(s.bound).Known()
}

// pinned returns the progress that a goal counts as whatever is computed for it.
func (s *state) pinned(n goal.Node) (flat.Figure, bool) {
	if !s.mayDiffer(n) {
		return 0, false
	}
	f := figures{state: n.State(s.bound), override: n.Override(s.bound), score: n.ClosingScore(s.bound)}
	units, ok := s.rules.clamp(s.rules.counted(&f)).Bar().Int64()
	return flat.Figure(units), ok
}

func (s *state) isPinned(n goal.Node) bool {
	_, pinned := s.pinned(n)
	return pinned
}

// leaf returns the figure of a goal without children: that of its line, or what
// it comes to.
func (s *state) leaf(n goal.Node, slot int32) flat.Figure {
	if s.lineUp(n, slot) {
		return s.engine.Line(slot).Figure()
	}
	return s.given(n, slot)
}

// lineUp tells the engine the line that a goal follows, if it follows one.
func (s *state) lineUp(n goal.Node, slot int32) bool {
	l, ok := s.line(n, slot)
	ok = ok && !s.rules.general && !s.isPinned(n)
	if ok {
		s.engine.SetLine(slot, l)
	}
	return ok
}

// given returns the figure of a goal without children that follows no line.
func (s *state) given(n goal.Node, slot int32) flat.Figure {
	var a account
	f := s.settle(n, slot, &a)
	return flat.Pinned | s.figure(&f)
}

// line returns the line that a goal is measured along, if there is a value and
// the engine can take it.
func (s *state) line(n goal.Node, slot int32) (flat.Line, bool) {
	from, to, ok := n.Line()
	k := s.asked[slot]
	if !ok || k < 0 || n.ProgressFrom() == goal.FromChildren {
		return flat.Line{}, false
	}
	value, ok := s.readings[k].value.Number()
	if !ok {
		return flat.Line{}, false
	}
	return lineOf(from, to, value)
}

// lineOf brings three numbers to one scale.
func lineOf(from, to, value kpi.Number) (flat.Line, bool) {
	a, p, okA := from.Scaled()
	b, q, okB := to.Scaled()
	c, r, okC := value.Scaled()
	if !okA || !okB || !okC {
		return flat.Line{}, false
	}
	places := max(p, q, r)
	a, okA = fixed.Shift(a, places-p)
	b, okB = fixed.Shift(b, places-q)
	c, okC = fixed.Shift(c, places-r)
	l := flat.Line{From: a, To: b, Value: c}
	return l, okA && okB && okC && l.Fits()
}
