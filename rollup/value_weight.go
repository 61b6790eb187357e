package rollup

import (
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// effectiveWeights returns the weight of each goal that the walk reached, by
// position: the sum over all paths from the top of the product of each link's
// share among the links of its parent that count. Each goal passes its weight on
// once all of it has arrived, so the number of paths does not matter.
func (w *valueWalk) effectiveWeights(top goal.Node) []*big.Rat {
	weights, wholes := make([]*big.Rat, len(w.places)), make([]*big.Rat, len(w.places))
	weights[top.Index()] = big.NewRat(1, 1)
	var arriving []*big.Rat
	for _, n := range w.topDown {
		i := n.Index()
		if w.places[i] == notReached {
			continue
		}
		if n != top {
			arriving = arriving[:0]
			for e := range n.Parents() {
				if p := e.Parent.Index(); w.places[p] == opened && w.counts(e) {
					arriving = append(arriving, passOn(weights[p], e.Weight, wholes[p]))
				}
			}
			weights[i] = sumOf(arriving, weightBits)
		}
		if w.places[i] == opened {
			wholes[i] = w.whole(n)
		}
	}
	return weights
}

// whole returns the sum of the weights of the links to n that count, nil if
// that is a single one.
func (w *valueWalk) whole(n goal.Node) *big.Rat {
	sum, links := new(big.Rat), 0
	for e := range n.Children() {
		if w.counts(e) {
			sum.Add(sum, e.Weight.Rat())
			links++
		}
	}
	if links == 1 {
		return nil
	}
	return sum
}

// passOn returns the share of weight that goes along a link.
func passOn(weight *big.Rat, link kpi.Value, whole *big.Rat) *big.Rat {
	if whole == nil {
		return weight
	}
	share := link.Rat()
	share.Quo(share, whole)
	return share.Mul(share, weight)
}
