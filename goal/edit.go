package goal

import (
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// edits is what was changed in a hierarchy after New made it.
type edits struct {
	goals   sparse[edited]     // by position
	weights sparse[kpi.Number] // by the place of the link among those by parent
	shares  sparse[kpi.Value]  // by parent
}

// edited is a goal that was changed, as the plan has it now, and what of that
// the hierarchy keeps.
type edited struct {
	goal Goal
	rare rare
}

// editedGoal returns the goal as it was changed, or as it was.
func (n Node) editedGoal() *Goal {
	if e := n.h.edits.goals.at(n.i); e != nil {
		return &e.goal
	}
	return &n.h.plan.Goals[n.i]
}

// editedRare returns what the goal has of what few have, as it was changed, or
// as it was.
func (n Node) editedRare() *rare {
	if e := n.h.edits.goals.at(n.i); e != nil {
		return &e.rare
	}
	return &n.h.rares[n.facts().rare]
}

// weight returns the weight of the link at a place among the links by parent.
func (h *Hierarchy) weight(e int32) kpi.Number {
	if h.edits != nil {
		return h.editedWeight(e)
	}
	return h.weights[e]
}

func (h *Hierarchy) editedWeight(e int32) kpi.Number { return h.edits.weights.or(e, h.weights[e]) }

// share returns what a child of a goal gets that has no percentage.
func (h *Hierarchy) share(parent int32) kpi.Value {
	if h.edits != nil {
		return h.edits.shares.or(parent, h.shares[parent])
	}
	return h.shares[parent]
}

// WithState returns the hierarchy of a plan in which the goal has this state,
// since and score, and everything else is as in h. They take the place of all
// three; a score that is not given is none. [New] says what they may be, and
// which problems there are otherwise; an id that no goal has is one
// ([ErrUnknownGoal]).
//
// The With methods leave h as it is. What they return shares all but the change
// with h, so that it costs as little for a million goals as for ten; a weight in
// percent, or beside targets that give the weights, costs the siblings.
func (h *Hierarchy) WithState(id string, state State, since string, score kpi.Number) (*Hierarchy, error) {
	return h.withGoal(id, func(c *goalCheck) {
		c.goal.State, c.goal.Since, c.goal.Score = state, since, score
		none := &h.rares[0]
		c.rare.state, c.rare.since, c.rare.score = none.state, none.since, none.score
		c.state()
		c.since()
		c.score()
	})
}

// WithOverride returns the hierarchy of a plan in which the goal's progress is
// set by hand, or, if o is nil, is not, and everything else is as in h. It keeps
// a copy of o. Problems are those of [New], and an id that no goal has
// ([ErrUnknownGoal]).
func (h *Hierarchy) WithOverride(id string, o *Override) (*Hierarchy, error) {
	return h.withGoal(id, func(c *goalCheck) {
		c.goal.Override = copied(o)
		none := &h.rares[0]
		c.rare.override, c.rare.overrideFrom, c.rare.overrideUntil = none.override, none.overrideFrom, none.overrideUntil
		c.override()
	})
}

// withGoal returns a copy of h in which a goal is changed. The function changes
// the goal and what is kept of it, and checks that.
func (h *Hierarchy) withGoal(id string, change func(c *goalCheck)) (*Hierarchy, error) {
	b := &builder{h: h}
	n, ok := b.known("id", id)
	if !ok {
		return nil, b.sorted().Err()
	}
	e := &edited{goal: *n.goal()}
	c := goalCheck{b: b, i: n.i, goal: &e.goal, facts: n.facts(), rare: *n.rare()}
	change(&c)
	if err := b.sorted().Err(); err != nil {
		return nil, err
	}
	e.rare = c.rare
	changed, edits := h.edit()
	edits.goals = edits.goals.with(n.i, e)
	return changed, nil
}

// edit returns a copy of h and its edits, which may still be changed.
func (h *Hierarchy) edit() (*Hierarchy, *edits) {
	changed, e := *h, edits{}
	if h.edits != nil {
		e = *h.edits
	}
	changed.edits = &e
	return &changed, &e
}

// known returns the goal with an id that the caller hands in as field.
func (b *builder) known(field, id string) (Node, bool) {
	n, ok := b.h.Node(id)
	if !ok {
		b.addPlan(false, field, ErrUnknownGoal, id, "the plan has no such goal")
	}
	return n, ok
}

// WithWeight returns the hierarchy of a plan in which the link from child to
// parent has this weight, and everything else is as in h. A weight that is not
// given takes the link's weight away. As ever the parent's weighting says what
// the weight means: in percent, children without one share the rest anew, and
// where targets give the weights, only 0 has an effect, and says that the child
// does not count.
//
// Problems are those of [New]; ids that no goal has, and a parent that the child
// does not support ([ErrUnknownGoal]). Where all percentages are given none can
// be changed alone: take one away, which then gets the rest, and change another.
func (h *Hierarchy) WithWeight(child, parent string, weight kpi.Number) (*Hierarchy, error) {
	b := &builder{h: h}
	l, ok := b.findLink(child, parent)
	if !ok {
		return nil, b.sorted().Err()
	}
	(&goalCheck{b: b, i: l.child.i}).weight(linkField(l.nth, "weight"), weight)
	if err := b.sorted().Err(); err != nil {
		return nil, err
	}
	given := weight
	weight, share := b.weighAnew(l, weight)
	if err := b.sorted().Err(); err != nil {
		return nil, err
	}
	e := &edited{*l.child.goal(), *l.child.rare()}
	e.goal.Supports = slices.Clone(e.goal.Supports)
	e.goal.Supports[l.nth].Weight = given
	changed, edits := h.edit()
	edits.goals = edits.goals.with(l.child.i, e)
	edits.weights = edits.weights.with(l.place, &weight)
	if share.Known() {
		edits.shares = edits.shares.with(l.parent.i, &share)
	}
	return changed, nil
}

// A linkPlace is where a link stands.
type linkPlace struct {
	child, parent Node
	nth           int   // among those of the child
	place         int32 // among those by parent
}

// findLink finds the link from child to parent, or notes that there is none.
func (b *builder) findLink(child, parent string) (linkPlace, bool) {
	n, hasChild := b.known("child", child)
	p, hasParent := b.known("parent", parent)
	if !hasChild || !hasParent {
		return linkPlace{}, false
	}
	first, end := b.h.aboveOf[n.i], b.h.aboveOf[n.i+1]
	nth := slices.Index(b.h.parents[first:end], p.i)
	if nth < 0 {
		b.add(n.i, "supports", ErrUnknownGoal, parent, "the goal does not support this one")
		return linkPlace{}, false
	}
	return linkPlace{n, p, nth, b.h.above[first+int32(nth)]}, true
}

// weighAnew returns what the parent's weighting makes of the weight of a link,
// and of children without a percentage, if there are any.
func (b *builder) weighAnew(l linkPlace, weight kpi.Number) (weighed kpi.Number, share kpi.Value) {
	h, p := b.h, l.parent.i
	weighting := weightings[l.parent.facts().weighting]
	if weighting != Percent && weighting != ByTarget { // siblings say nothing
		one := []kpi.Number{weight}
		relative(one)
		return one[0], kpi.Value{}
	}
	weights := make([]kpi.Number, 0, l.parent.ChildCount())
	for e := h.below[p]; e < h.below[p+1]; e++ {
		weights = append(weights, h.weight(e))
	}
	at := l.place - h.below[p]
	weights[at] = weight
	if weighting == Percent {
		share = b.percent(p, weights)
	} else {
		b.byTarget(p, weights)
	}
	return weights[at], share
}
