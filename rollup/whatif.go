package rollup

import (
	"maps"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/kpi"
)

// An If is one thing that a what-if view takes for granted. [IfProgress] and
// [IfWeight] make them; the zero If takes nothing for granted.
type If struct {
	change func(*goal.Hierarchy) (*goal.Hierarchy, error)
	goal   string // whose figures change with it
	weight bool
}

// IfProgress supposes that a goal counts as progress, from 0 to 1, as if that
// had been set by hand: see [goal.Override].
func IfProgress(id string, progress kpi.Number) If {
	return If{goal: id, change: func(h *goal.Hierarchy) (*goal.Hierarchy, error) {
		return h.WithOverride(id, &goal.Override{Progress: progress})
	}}
}

// IfWeight supposes that a goal has this weight in one that it supports. Of
// weights in percent see [goal.Hierarchy.WithWeight].
func IfWeight(child, parent string, weight kpi.Number) If {
	return If{goal: parent, weight: true, change: func(h *goal.Hierarchy) (*goal.Hierarchy, error) {
		return h.WithWeight(child, parent, weight)
	}}
}

// WhatIf returns the answer that s would be if some things were otherwise, one
// after the other. The readings stay the same, and so do s and the plan behind
// it; the view shares with s everything that does not change, and costs the goals
// above what is supposed. Views may be taken of views.
//
// It fails with [kpi.Problems] if a goal or a link does not exist, a progress is
// not from 0 to 1, or a weight is none.
func (s *Snapshot) WhatIf(ifs ...If) (*Snapshot, error) {
	v := newViewer(s.state)
	var problems kpi.Problems
	for _, x := range ifs {
		if x.change == nil {
			continue
		}
		h, err := x.change(v.h)
		if ps, ok := err.(kpi.Problems); ok { //nolint:errorlint // the documented type
			problems = append(problems, ps...)
			continue
		}
		if err != nil {
			return nil, err
		}
		v.h = h
		n, _ := h.Node(x.goal)
		v.changed[v.slot(n)] = true
		if x.weight {
			v.noteWeights(v.slot(n))
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	v.look()
	return &Snapshot{v.state}, nil
}

// suppose returns a view in which a goal has a progress, as far as the figures of
// goals from a slot up are concerned; what is expected and statuses are not right.
func (s *state) suppose(n goal.Node, progress kpi.Ratio, from int32) *state {
	v := newViewer(s)
	v.from, v.bare = from, true
	d, _ := progress.Decimal()
	h, err := s.h.WithOverride(n.ID(), &goal.Override{Progress: kpi.NumberOf(d)})
	if err != nil {
		return s // the goal exists and the progress is from 0 to 1
	}
	v.h = h
	v.changed[s.slot(n)] = true
	v.look()
	return v.state
}

// A viewer finds the figures of a what-if view that differ from those behind it.
type viewer struct {
	*state
	base    *state                         // what is behind the view
	changed map[int32]bool                 // slots that may differ
	trials  map[int32]map[int32]flat.Trial // by parent and child: what the child counts as
	from    int32                          // slots below are not looked at
	bare    bool                           // neither are expectation and status
}

func newViewer(base *state) *viewer {
	view := *base
	view.reweighed = maps.Clone(base.reweighed)
	view.supposed = make(map[int32]*figures, len(base.supposed))
	maps.Copy(view.supposed, base.supposed)
	return &viewer{state: &view, base: base, changed: make(map[int32]bool), trials: make(map[int32]map[int32]flat.Trial)}
}

// look settles what changed, children before parents.
func (v *viewer) look() {
	for slot, f := range v.supposed {
		v.try(slot, f)
	}
	for _, slot := range slices.Backward(v.above()) {
		if !v.changed[slot] {
			continue
		}
		was := v.base.figures(slot)
		f := v.resettle(slot)
		if v.bare {
			f.expected, f.status = was.expected, was.status
		}
		v.supposed[slot] = &f
		if v.sameAbove(&was, &f) {
			continue
		}
		v.try(slot, &f)
		for e := range v.node(slot).Parents() {
			v.changed[v.slot(e.Parent)] = true
		}
	}
}

// noteWeights notes that the engine has other weights for the children of a goal.
func (s *state) noteWeights(slot int32) {
	if s.reweighed == nil {
		s.reweighed = make(map[int32]bool)
	}
	s.reweighed[slot] = true
}

// above returns what changed and all goals above that are looked at, in order.
func (v *viewer) above() []int32 {
	seen := maps.Clone(v.changed)
	list := slices.Collect(maps.Keys(seen))
	for k := 0; k < len(list); k++ {
		for e := range v.node(list[k]).Parents() {
			if up := v.slot(e.Parent); up >= v.from && !seen[up] {
				seen[up] = true
				list = append(list, up)
			}
		}
	}
	slices.Sort(list)
	return list
}

// sameAbove reports whether the goals above see no difference.
func (v *viewer) sameAbove(a, b *figures) bool {
	return v.rules.counted(a).Equal(v.rules.counted(b)) && a.coverage.Equal(b.coverage) &&
		a.expected.Equal(b.expected) && a.status == b.status && a.progress().Equal(b.progress())
}

// try notes for the goals above what a goal counts as.
func (v *viewer) try(slot int32, f *figures) {
	coverage, _ := f.coverage.Int64()
	for e := range v.node(slot).Parents() {
		up := v.slot(e.Parent)
		if v.trials[up] == nil {
			v.trials[up] = make(map[int32]flat.Trial)
		}
		v.trials[up][slot] = flat.Trial{Slot: slot, Figure: v.figure(f), Coverage: uint64(coverage)}
	}
}

// resettle finds the figures of a goal in the view: quickly where the engine has
// all children but those on trial, else from an account.
func (v *viewer) resettle(slot int32) figures {
	n := v.node(slot)
	if v.nearlyEven(n, slot) {
		f := v.own(n, slot)
		f.takes = fromChildren
		mean, coverage, known := v.engine.MeanIf(slot, maps.Values(v.trials[slot]))
		f.raw, f.absence = ratioOf(mean, known)
		f.supported, f.coverage = f.raw, kpi.Units(int64(coverage))
		f.expected = kpi.Units(int64(v.expected[slot]))
		return v.judged(n, f)
	}
	var a account
	f := v.settle(n, slot, &a)
	if !v.bare {
		f.expected = v.expect(n, slot, f.takes)
	}
	return v.judged(n, f)
}

// judged returns f with its status.
func (v *viewer) judged(n goal.Node, f figures) figures {
	if !v.bare {
		f.status = v.status(n, &f)
	}
	return f
}

// nearlyEven reports whether the engine has all about the children of a goal but
// what those on trial count as.
func (v *viewer) nearlyEven(n goal.Node, slot int32) bool {
	if v.rules.Unknown == UnknownSkip || v.reweighed[slot] || !v.even(n, slot) {
		return false
	}
	for child := range v.trials[slot] {
		expected, _ := v.expectedOf(child).Int64()
		if !v.bare && uint64(expected) != v.expected[child] {
			return false
		}
	}
	return true
}
