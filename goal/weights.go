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
	for i := range h.plan.Goals {
		edges := h.edges[h.below[i]:h.below[i+1]]
		switch h.plan.Goals[i].Weighting {
		case Percent:
			b.percent(i, edges)
		case ByTarget:
			b.byTarget(i, edges)
		default:
			for k := range edges {
				if !edges[k].weight.Known() {
					edges[k].weight = kpi.ValueOf(kpi.Int(1))
				}
			}
		}
	}
}

// percent shares what the given percentages leave of 100 among the others.
func (b *builder) percent(i int, edges []edge) {
	rest, free := big.NewRat(100, 1), 0
	for k := range edges {
		if !edges[k].weight.Known() {
			free++
		}
		rest.Sub(rest, edges[k].weight.Rat())
	}
	switch sum := new(big.Rat).Sub(big.NewRat(100, 1), rest); {
	case len(edges) == 0 || slices.ContainsFunc(edges, func(e edge) bool { return e.faulty }):
	case free == 0 && rest.Sign() != 0:
		b.add(i, "weighting", ErrPercent, decimal(sum), "the percentages of the children do not make 100")
	case free > 0 && rest.Sign() <= 0:
		b.add(i, "weighting", ErrPercent, decimal(sum), fmt.Sprintf("the percentages leave nothing for the %d children without one", free))
	default:
		share := kpi.QuotientOf(rest, big.NewRat(int64(max(free, 1)), 1))
		for k := range edges {
			if !edges[k].weight.Known() {
				edges[k].weight = share
			}
		}
	}
}

func decimal(x *big.Rat) string { return kpi.QuotientOf(x, big.NewRat(1, 1)).String() }

// byTarget weighs children by the distance that their targets go.
func (b *builder) byTarget(i int, edges []edge) {
	h := b.h
	unit, first := kpi.Unit(""), ""
	for k := range edges {
		if !edges[k].counts {
			continue
		}
		child := Node{h, edges[k].child}
		t, combine, ok := child.Target()
		if !ok {
			b.add(i, "weighting", ErrMeasure, child.ID(), "weighting by target needs a target for this child")
			continue
		}
		from, to, ok := t.Ends(combine)
		if !ok && b.faultyTarget[edges[k].child] {
			continue // reported already
		}
		if !ok {
			b.add(i, "weighting", kpi.ErrTarget, child.ID(), "weighting by target needs a reach target with both ends in the plan for this child")
			continue
		}
		u := h.unitOf(child.goal().Measure.Metric)
		if first == "" {
			unit, first = u, child.ID()
		} else if u != unit {
			b.add(i, "weighting", kpi.ErrUnit, child.ID(), fmt.Sprintf("measured in %s, but %q in %s", kpi.Clip(string(u)), kpi.Clip(first), kpi.Clip(string(unit))))
		}
		distance := to.Sub(from)
		if distance.Sign() < 0 {
			distance = kpi.Int(0).Sub(distance)
		}
		edges[k].weight = kpi.ValueOf(distance)
	}
}

// unitOf returns the unit of a metric; a goal's own series counts.
func (h *Hierarchy) unitOf(metric string) kpi.Unit {
	m, _ := h.catalogue.Metric(metric)
	return cmp.Or(m.Unit, kpi.Count)
}
