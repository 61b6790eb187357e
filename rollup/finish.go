package rollup

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/kpi"
)

// finish finds what is expected of every goal and its status, children first.
// After that the state no longer changes.
func (s *state) finish() {
	s.expected, s.statuses = make([]uint64, len(s.order)), make([]Status, len(s.order))
	for slot := int32(len(s.order)) - 1; slot >= 0; slot-- {
		n := s.node(slot)
		f := s.brief(n, slot)
		f.expected = s.expect(n, slot, f.takes)
		units, _ := f.expected.Int64()
		s.expected[slot] = uint64(units)
		s.statuses[slot] = s.status(n, &f)
	}
}

// brief returns what a status needs of the figures of a goal: for most goals the
// engine has it.
func (s *state) brief(n goal.Node, slot int32) figures {
	known := s.engine.Figure(slot)
	if known&flat.Odd != 0 || s.rules.general || s.mayDiffer(n) {
		return s.figures(slot)
	}
	f := figures{state: n.State(s.bound)}
	switch {
	case n.ChildCount() > 0:
		f.takes = fromChildren
	case n.TargetKind() != "" && n.ProgressFrom() != goal.FromChildren:
		f.takes = fromMeasure
	}
	if known.Known() {
		f.raw = kpi.Units(int64(known.Units()))
	}
	return f
}

// expect returns what is expected of a goal, once that of its children is found.
func (s *state) expect(n goal.Node, slot int32, takes taken) kpi.Ratio {
	switch {
	case takes == fromMeasure || takes == fromNothing:
		return n.Expected(s.bound)
	case s.supposed == nil && s.even(n, slot):
		return kpi.Units(int64(s.engine.MeanOf(slot, s.expected)))
	}
	a, _ := s.account(n)
	return a.expected()
}
