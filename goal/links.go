package goal

import (
	"fmt"

	"github.com/goalkit/goalkit/kpi"
)

// links checks every link and lays them out in rows: by child, in the order of
// its links, and by parent, children in the order of the plan. Faulty links are
// left out.
func (b *builder) links() {
	h, goals := b.h, b.h.plan.Goals
	h.parents = make([]int32, 0, len(goals))
	h.aboveOf = make([]int32, len(goals)+1)
	h.below = make([]int32, len(goals)+1)
	b.ids.of = h.index
	b.given = make([]kpi.Number, 0, len(goals))
	b.linked = make([]int32, len(goals))
	for i := range goals {
		b.linksOf(int32(i))
		h.aboveOf[i+1] = int32(len(h.parents))
	}
	for i := range goals {
		h.below[i+1] += h.below[i]
	}
	b.rows()
}

// linksOf finds the goals that goal i supports, and counts it as their child.
func (b *builder) linksOf(i int32) {
	links := b.h.plan.Goals[i].Supports
	for j := range links {
		parent, ok := b.link(i, j, &links[j])
		if !ok {
			continue
		}
		b.linked[parent] = i + 1
		b.h.below[parent+1]++
		b.h.parents = append(b.h.parents, parent)
		b.given = append(b.given, links[j].Weight)
	}
}

// rows lays the links out by parent, once it is known how many each has.
func (b *builder) rows() {
	h := b.h
	h.children = make([]int32, len(h.parents))
	h.weights = make([]kpi.Number, len(h.parents))
	h.above = make([]int32, len(h.parents))
	next := append([]int32(nil), h.below...)
	for i := range int32(h.Len()) {
		for k := h.aboveOf[i]; k < h.aboveOf[i+1]; k++ {
			p := h.parents[k]
			e := next[p]
			next[p]++
			h.children[e], h.weights[e], h.above[k] = i, b.given[k], e
		}
	}
}

// link checks one link and returns the position of the goal it leads to.
func (b *builder) link(i int32, j int, link *Link) (parent int32, ok bool) {
	if faulty(link.Weight) {
		(&goalCheck{b: b, i: i}).weight(linkField(j, "weight"), link.Weight)
	}
	parent, ok = b.ids.find(link.Goal)
	fault := func(reason kpi.Reason, detail string) {
		b.add(i, linkField(j, "goal"), reason, link.Goal, detail)
	}
	switch {
	case !ok:
		fault(ErrUnknownGoal, "the plan has no such goal")
		return 0, false
	case link.Goal == b.h.facts[i].id:
		fault(ErrSelfLink, "a goal cannot support itself")
		return 0, false
	case b.linked[parent] == i+1:
		fault(ErrDuplicateLink, "the goal supports this one already")
		return 0, false
	case b.h.plan.Goals[i].Level == Macro && b.h.plan.Goals[parent].Level == Micro:
		fault(ErrLevel, "a macro goal cannot support a micro goal")
	}
	return parent, true
}

func linkField(j int, name string) string { return fmt.Sprintf("supports[%d].%s", j, name) }

// faulty reports whether a weight is none.
func faulty(weight kpi.Number) bool { return weight.Err() != nil || weight.Sign() < 0 }
