package goal

import (
	"fmt"

	"github.com/goalkit/goalkit/kpi"
)

// links checks every link and lays them out in rows: by parent, children in the
// order of the plan, and by child. Faulty links are left out.
func (b *builder) links() {
	h, goals := b.h, b.h.plan.Goals
	parents := make([]int32, 0, len(goals)) // of all links, by child
	given := make([]kpi.Number, 0, len(goals))
	h.aboveOf = make([]int32, len(goals)+1)
	h.below = make([]int32, len(goals)+1)
	seen := make([]int32, len(goals)) // 1 + the last goal that linked here
	for i := range goals {
		for j := range goals[i].Supports {
			link := &goals[i].Supports[j]
			parent, ok := b.link(i, j, link, seen)
			if !ok {
				continue
			}
			seen[parent] = int32(i) + 1
			parents = append(parents, parent)
			given = append(given, link.Weight)
			h.below[parent+1]++
		}
		h.aboveOf[i+1] = int32(len(parents))
	}
	for i := range goals {
		h.below[i+1] += h.below[i]
	}
	h.edges = make([]edge, len(parents))
	h.above = make([]int32, len(parents))
	next := append([]int32(nil), h.below...)
	for i := range goals {
		for k := h.aboveOf[i]; k < h.aboveOf[i+1]; k++ {
			p := parents[k]
			h.edges[next[p]] = edge{
				child: int32(i), parent: p,
				weight: kpi.ValueOf(given[k]),
				counts: !given[k].Given() || given[k].Sign() > 0,
				faulty: given[k].Err() != nil || given[k].Sign() < 0,
			}
			h.above[k] = next[p]
			next[p]++
		}
	}
}

// link checks one link and returns the position of the goal it leads to.
func (b *builder) link(i, j int, link *Link, seen []int32) (parent int32, ok bool) {
	goals := b.h.plan.Goals
	field := func(name string) string { return fmt.Sprintf("supports[%d].%s", j, name) }
	if w := link.Weight; w.Err() != nil || w.Sign() < 0 {
		goalCheck{b: b, i: i}.weight(field("weight"), w)
	}
	parent, ok = b.h.index[link.Goal]
	switch {
	case !ok:
		b.add(i, field("goal"), ErrUnknownGoal, link.Goal, "the plan has no such goal")
		return 0, false
	case link.Goal == goals[i].ID:
		b.add(i, field("goal"), ErrSelfLink, link.Goal, "a goal cannot support itself")
		return 0, false
	case seen[parent] == int32(i)+1:
		b.add(i, field("goal"), ErrDuplicateLink, link.Goal, "the goal supports this one already")
		return 0, false
	case goals[i].Level == Macro && goals[parent].Level == Micro:
		b.add(i, field("goal"), ErrLevel, link.Goal, "a macro goal cannot support a micro goal")
	}
	return parent, true
}
