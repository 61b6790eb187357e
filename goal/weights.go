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
		switch weightings[h.facts[i].weighting] {
		case Percent:
			b.percent(i)
		case ByTarget:
			b.byTarget(i)
		default:
			for e := h.below[i]; e < h.below[i+1]; e++ {
				if !h.weights[e].Given() {
					h.weights[e] = kpi.Int(1)
				}
			}
		}
	}
}

// percent shares what the given percentages leave of 100 among the others.
func (b *builder) percent(i int32) {
	weights := b.h.weights[b.h.below[i]:b.h.below[i+1]]
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
		b.h.shares[i] = kpi.QuotientOf(rest, big.NewRat(free, 1))
	}
}

func decimal(x *big.Rat) string { return kpi.QuotientOf(x, big.NewRat(1, 1)).String() }

// byTarget weighs children by the distance that their targets go.
func (b *builder) byTarget(i int32) {
	h := b.h
	unit, first := kpi.Unit(""), ""
	for e := h.below[i]; e < h.below[i+1]; e++ {
		if !counts(h.weights[e]) {
			continue
		}
		child := Node{h, h.children[e]}
		distance, ok := b.distance(i, child)
		if !ok {
			continue
		}
		h.weights[e] = distance
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
