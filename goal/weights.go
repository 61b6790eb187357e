package goal

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// weigh gives every link the weight that its parent's weighting makes of it.
func (b *builder) weigh() {
	h := b.h
	for i := range int32(h.Len()) {
		weights := h.weights[h.below[i]:h.below[i+1]]
		switch weightings[h.facts[i].weighting] {
		case Percent:
			if share := b.percent(i, weights); share.Known() {
				h.shares[i] = share
			}
		case ByTarget:
			b.byTarget(i, weights)
		default:
			relative(weights)
		}
	}
}

// relative weighs children without a weight.
func relative(weights []kpi.Number) {
	for k := range weights {
		if !weights[k].Given() {
			weights[k] = kpi.Int(1)
		}
	}
}

// percent returns what each child of goal i without a percentage gets of what
// the others leave of 100; unknown if there is no such child.
func (b *builder) percent(i int32, weights []kpi.Number) (share kpi.Value) {
	rest, free := big.NewRat(100, 1), int64(0)
	for _, w := range weights {
		if !w.Given() {
			free++
		}
		rest.Sub(rest, w.Rat())
	}
	switch sum := new(big.Rat).Sub(big.NewRat(100, 1), rest); {
	case len(weights) == 0 || slices.ContainsFunc(weights, faulty):
	case free == 0 && rest.Sign() != 0:
		b.add(i, "weighting", ErrPercent, decimal(sum), "the percentages of the children do not make 100")
	case free > 0 && rest.Sign() <= 0:
		b.add(i, "weighting", ErrPercent, decimal(sum), fmt.Sprintf("the percentages leave nothing for the %d children without one", free))
	case free > 0:
		return kpi.QuotientOf(rest, big.NewRat(free, 1))
	}
	return kpi.Value{}
}

func decimal(x *big.Rat) string { return kpi.QuotientOf(x, big.NewRat(1, 1)).String() }

// byTarget weighs the children of goal i by the distance that their targets go.
func (b *builder) byTarget(i int32, weights []kpi.Number) {
	h := b.h
	unit, first := kpi.Unit(""), ""
	for k, c := range h.children[h.below[i]:h.below[i+1]] {
		if !counts(weights[k]) {
			continue
		}
		child := Node{h, c}
		distance, ok := b.distance(i, child)
		if !ok {
			continue
		}
		weights[k] = distance
		u := h.unitOf(child.question().metric)
		if first == "" {
			unit, first = u, child.ID()
		} else if u != unit {
			b.add(i, "weighting", kpi.ErrUnit, child.ID(), fmt.Sprintf("measured in %s, but %q in %s", kpi.Clip(string(u)), kpi.Clip(first), kpi.Clip(string(unit))))
		}
	}
}

// distance returns how far the target of a child of goal i goes.
func (b *builder) distance(i int32, child Node) (kpi.Number, bool) {
	from, to, ok := child.ends()
	m := child.goal().Measure
	switch {
	case ok && to.Cmp(from) < 0:
		return from.Sub(to), true
	case ok:
		return to.Sub(from), true
	case m == nil || m.Target == nil || m.Target.Kind == "":
		b.add(i, "weighting", ErrMeasure, child.ID(), "weighting by target needs a target for this child")
	case !b.faultyTarget[child.i]: // else reported already
		b.add(i, "weighting", kpi.ErrTarget, child.ID(), "weighting by target needs a reach target with both ends in the plan for this child")
	}
	return kpi.Number{}, false
}

// ends returns where the goal's target begins and ends, if the plan says both.
func (n Node) ends() (from, to kpi.Number, ok bool) {
	t, _ := n.target()
	return t.Ends(n.question().combine)
}

// unitOf returns the unit of a metric; a goal's own series counts.
func (h *Hierarchy) unitOf(metric string) kpi.Unit {
	m, _ := h.catalogue.Metric(metric)
	return cmp.Or(m.Unit, kpi.Count)
}
