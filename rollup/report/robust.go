package report

import (
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// Figures that single values far off do not move.

// fewestWeeks is from how many values on one may be an outlier.
const fewestWeeks = 8

// madScale makes the median absolute deviation of normal values their standard
// deviation: 1 / 0.6745. See R's mad().
var madScale = kpi.Num("1.4826")

// median returns the middle value, the mean of the two of an even number; nil of
// none.
func median(values []*big.Rat) *big.Rat {
	if len(values) == 0 {
		return nil
	}
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	low, high := sorted[(len(sorted)-1)/2], sorted[len(sorted)/2]
	sum := new(big.Rat).Add(low, high)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// deviation returns the median distance of values from their median, times 1.4826;
// nil of none.
func deviation(values []*big.Rat, middle *big.Rat) *big.Rat {
	distances := make([]*big.Rat, len(values))
	for i, x := range values {
		distances[i] = distance(x, middle)
	}
	mad := median(distances)
	if mad == nil {
		return nil
	}
	return mad.Mul(mad, madScale.Rat())
}

func distance(x, y *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(x, y)
	return d.Abs(d)
}

// rats returns values as fractions.
func rats(values []kpi.Value) []*big.Rat {
	out := make([]*big.Rat, len(values))
	for i, v := range values {
		out[i] = v.Rat()
	}
	return out
}

// valueOfRat returns a fraction as a value.
func valueOfRat(r *big.Rat) kpi.Value { return kpi.QuotientOf(r, big.NewRat(1, 1)) }
