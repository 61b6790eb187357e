package rollup

import (
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/kpi"
)

// An Influence is how much one goal moves a goal above it.
type Influence struct {
	// Node takes its progress from its own measure, or has none to take yet; or it
	// is a blend, and Weight is that of its own measure in it.
	Node goal.Node
	// Weight is the effective weight: how far the goal above moves when this one
	// moves by 1. It is the product of the shares on the way, summed over all ways,
	// and exact to 18 places but for the last unit.
	Weight kpi.Ratio
}

// Sensitivity returns how much each goal at the lower end moves the goal with
// this id, in the plan's order: the effective weights down all paths. Where all
// means are weighted means and all goals count, they add up to 1.
//
// The weights speak of what is computed for the goal above (its raw progress),
// whether or not it is overridden, and of goals that count as much as they have:
// between the floor and the cap of the policy. A minimum passes everything to the
// child that it selects, of equal ones to that of which most is expected, and
// nothing while it is unknown; of a geometric mean it is the slope at the present
// progress, 0 where a part is 0. Nothing passes through a goal in between whose
// override or closing score hides what its children do, or to a child that is
// left out as unknown.
//
// It reports false if there is no such goal.
func (s *Snapshot) Sensitivity(id string) ([]Influence, bool) {
	n, ok := s.state.h.Node(id)
	if !ok {
		return nil, false
	}
	spread := spreader{state: s.state, weights: make(map[int32]*big.Int), found: make(map[int32]*big.Int)}
	spread.down(s.state.slot(n))
	var list []Influence
	for n := range s.state.h.All() {
		if w := spread.found[s.state.slot(n)]; w != nil {
			list = append(list, Influence{n, kpi.UnitsBig(fixed.RoundBig(w, unit))})
		}
	}
	return list, true
}

// unit is the 1 of weights on the way down: so fine that cutting them at every
// link of the largest hierarchy does not show in 18 decimal places.
var unit = new(big.Int).Lsh(big.NewInt(1), 192)

// A spreader hands the weight 1 of a goal down to the goals below it.
type spreader struct {
	*state
	weights map[int32]*big.Int // by slot: handed down to it so far
	found   map[int32]*big.Int // by slot: what stays there
}

// down goes through the goals below top, each after all the goals above it.
func (s *spreader) down(top int32) {
	s.weights[top] = new(big.Int).Set(unit)
	var a account
	for slot := top; int(slot) < len(s.order); slot++ {
		w := s.weights[slot]
		if w == nil {
			continue
		}
		n := s.node(slot)
		f := s.own(n, slot)
		s.open(n, &f, &a)
		switch {
		case f.takes == fromMeasure || f.takes == fromNothing:
			s.found[slot] = w
		case slot == top || !s.isPinned(n):
			s.hand(&a, w)
		}
	}
}

// hand hands the weight of a goal to the parts of its account.
func (s *spreader) hand(a *account, w *big.Int) {
	raw, _ := a.total()
	whole := a.whole()
	for i := range a.parts {
		p := &a.parts[i]
		if !p.made() {
			continue
		}
		to, slot := s.weights, s.slot(p.node)
		if p.own {
			to = s.found
		}
		share := a.slope(i, w, whole, raw)
		if to[slot] != nil {
			share.Add(share, to[slot])
		}
		to[slot] = share
	}
}

// slope returns w times how much the total moves with part i.
func (a *account) slope(i int, w, whole *big.Int, raw kpi.Ratio) *big.Int {
	p := &a.parts[i]
	share := new(big.Int)
	switch {
	case a.method == goal.Min && i != a.least, a.method == goal.Geometric && raw.Sign() <= 0:
		return share
	case a.method == goal.Min:
		return share.Set(w)
	}
	share.Quo(share.Mul(w, p.weight.big()), whole)
	if a.method == goal.Geometric {
		share.Quo(share.Mul(share, raw.BigInt()), p.figure.BigInt())
	}
	return share
}

// A Need is what one goal alone would have to reach.
type Need struct {
	Progress kpi.Ratio
	// Value is where its metric would have to be, rounded towards the target to
	// 12 decimal places. It is unknown unless the goal takes its progress from
	// its measure, which is not hidden by an override or a closing score, and its
	// target is a straight line between two values.
	Value kpi.Value
}

// Needed returns the least progress from 0 to 1 that a goal would have to reach
// for the goal above to reach progress, if everything else stays as it is. The
// rounding of means is included, so that it may lie a unit of 1e-18 or two below
// what exact division would give. It reports false if no progress up to 1 is
// enough, as for a goal that is not above at all. It tries some ten views as
// [Snapshot.WhatIf] gives them.
//
// It fails with [kpi.Problems] if a goal does not exist, or progress is faulty or
// not given.
func (s *Snapshot) Needed(id, above string, progress kpi.Number) (Need, bool, error) {
	n, ok := s.state.h.Node(id)
	top, okTop := s.state.h.Node(above)
	var ps kpi.Problems
	if !ok {
		ps.Add(id, "goal", goal.ErrUnknownGoal, id, "the plan has no such goal")
	}
	if !okTop {
		ps.Add(above, "goal", goal.ErrUnknownGoal, above, "the plan has no such goal")
	}
	if !progress.Check("progress", func(field string, reason kpi.Reason, value, detail string) {
		ps.Add(above, field, reason, value, detail)
	}) && progress.Err() == nil {
		ps.Add(above, "progress", kpi.ErrNumber, "", "a progress to reach is needed")
	}
	if err := ps.Err(); err != nil {
		return Need{}, false, err
	}
	try := attempt{s.state, n, top, kpi.RatioOf(progress)}
	least, ok := try.least()
	if !ok {
		return Need{}, false, nil
	}
	need := Need{Progress: kpi.Units(least)}
	if f := s.state.figures(s.state.slot(n)); f.takes == fromMeasure && !s.state.isPinned(n) {
		need.Value = s.state.valueAt(n, least)
	}
	return need, true, nil
}

// An attempt is to let a goal alone bring the goal above it to a progress.
type attempt struct {
	*state
	goal, above goal.Node
	want        kpi.Ratio
}

// least returns the least progress, in units, that is enough. More progress of
// one goal never is less progress of another.
func (t *attempt) least() (int64, bool) {
	low, high := int64(0), int64(fixed.One) // the least is from low to high
	atHigh := t.with(high)
	if !t.enough(atHigh) {
		return 0, false
	}
	atLow := t.with(low)
	if t.enough(atLow) {
		return 0, true
	}
	for guess := true; high-low > 1; guess = !guess {
		middle := low + (high-low)/2
		if guess { // most goals move those above along a straight line
			middle = t.between(low, high, atLow, atHigh)
		}
		if p := t.with(middle); t.enough(p) {
			high, atHigh = middle, p
		} else {
			low, atLow = middle, p
		}
	}
	return high, true
}

// between returns where the straight line between two progresses reaches the
// one that is wanted.
func (t *attempt) between(low, high int64, atLow, atHigh kpi.Ratio) int64 {
	part := new(big.Int).Mul(t.want.Sub(atLow).BigInt(), big.NewInt(high-low))
	whole := atHigh.Sub(atLow).BigInt()
	if whole.Sign() <= 0 {
		return low + (high-low)/2
	}
	at := part.Quo(part, whole)
	return min(max(low+at.Int64(), low+1), high-1)
}

func (t *attempt) enough(p kpi.Ratio) bool { return p.Known() && p.Cmp(t.want) >= 0 }

// with returns the progress of the goal above if the goal had so many units.
func (t *attempt) with(units int64) kpi.Ratio {
	view := t.suppose(t.goal, kpi.Units(units), t.slot(t.above))
	f := view.figures(view.slot(t.above))
	return f.progress()
}

// valueAt returns the value on the line of a goal's target that scores units,
// rounded towards the end of the line to 12 decimal places, but not beyond it.
func (s *state) valueAt(n goal.Node, units int64) kpi.Value {
	from, to, ok := n.Ends(s.more[s.slot(n)].baseline)
	if !ok {
		return kpi.Value{}
	}
	const places = 1_000_000_000_000
	at := to.Rat()
	at.Sub(at, from.Rat())
	way := at.Sign()
	at.Mul(at, big.NewRat(units, fixed.One))
	at.Add(at, from.Rat())
	at.Mul(at, big.NewRat(places, 1))
	rounded, rest := new(big.Int).DivMod(at.Num(), at.Denom(), new(big.Int)) // downwards
	if way > 0 && rest.Sign() != 0 {
		rounded.Add(rounded, big.NewInt(1))
	}
	value := kpi.QuotientOf(new(big.Rat).SetInt(rounded), big.NewRat(places, 1))
	if value.Cmp(to) == way {
		return to
	}
	return value
}
