package rollup

import (
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/flat"
)

// What follows keeps a state current while its hierarchy or its moment changes.
// All of it stages changes in the engine; its Settle carries them up.

// remark lets a goal with children find its progress as it now should.
func (s *state) remark(slot int32) {
	n := s.node(slot)
	if n.ChildCount() == 0 {
		return
	}
	delete(s.odd, slot) // if it still is, the rule finds it again
	s.engine.Mark(slot, s.mark(n, slot))
}

// recount lets a goal count, or no longer count, in the goals that it supports,
// as its state now says.
func (s *state) recount(slot int32) {
	for e := range s.node(slot).Parents() {
		s.reweigh(slot, e)
	}
}

// reweigh takes over the weight of a link.
func (s *state) reweigh(slot int32, e goal.Edge) {
	parent := s.slot(e.Parent)
	w, ok := scaledWeight(e.Weight, int(s.scales[parent]))
	if !e.Counts || !e.Child.State(s.bound).Counts() {
		w = 0
	}
	if !ok || !s.engine.StageWeight(slot, parent, w) {
		s.relink(parent)
		return
	}
	s.remark(parent)
}

// relink weighs the children of a goal anew.
func (s *state) relink(parent int32) {
	delete(s.uneven, parent)
	var l linkScratch
	children := l.of(s, s.node(parent), parent)
	for k, child := range children { // first let go, so that the sum never leaves 64 bits
		if s.engine.Weight(child, parent) != l.weights[k] {
			s.engine.StageWeight(child, parent, 0)
		}
	}
	for k, child := range children {
		if s.engine.Weight(child, parent) != l.weights[k] {
			s.engine.StageWeight(child, parent, l.weights[k])
		}
	}
	s.remark(parent)
}

// refresh brings goals up to date whose measures were read, or that were set by
// hand, and then all goals above. Where goals are settled from accounts, that
// costs most, and happens once for each if changes are staged.
func (s *state) refresh(slots []int32) {
	way := s.engine.Way(len(slots))
	if len(slots) > 1 && len(s.odd) > 0 {
		way = flat.Staged
	}
	switch way {
	case flat.Anew:
		s.addUpAnew(slots)
	case flat.Staged:
		s.eachOf(slots, s.engine.Stage)
	case flat.EachAlone:
		s.eachOf(slots, s.engine.Set)
	}
	s.engine.Settle()
}

// eachOf hands the new figures of goals without children to carry, and marks the
// others.
func (s *state) eachOf(slots []int32, carry func(int32, flat.Figure)) {
	for _, slot := range slots {
		if n := s.node(slot); n.ChildCount() > 0 {
			s.engine.Behind(slot)
		} else {
			carry(slot, s.leaf(n, slot))
		}
	}
}

// addUpAnew writes the new figures down and adds everything up again.
func (s *state) addUpAnew(slots []int32) {
	cover := false
	s.eachOf(slots, func(slot int32, f flat.Figure) {
		cover = cover || (s.engine.Figure(slot)^f)&(flat.Unknown|flat.Covered) != 0
		s.engine.Put(slot, f)
	})
	s.engine.Rollup(cover)
}

// sortedSet sorts slots and takes out those that come twice.
func sortedSet(slots []int32) []int32 {
	slices.Sort(slots)
	return slices.Compact(slots)
}
