package rollup

import (
	"math/big"
	"math/bits"

	"github.com/goalkit/goalkit/kpi"
)

// unscaled says that weights are not multiplied by a power of ten.
const unscaled = -1

// wholeWeights makes whole numbers of weights, in place of which they may stand
// since only their ratios count: by the power of ten that it returns or, if that
// is unscaled, by another factor. If they or their sum do not fit 64 bits it
// returns wide ones instead. The others are appended to into.
func wholeWeights(into []uint64, given []kpi.Value) (whole []uint64, wide []*big.Int, places int) {
	if whole, places, ok := scaledWeights(into, given); ok {
		return whole, nil, places
	}
	sum := new(big.Int)
	wide = bigWeights(given)
	for _, w := range wide {
		sum.Add(sum, w)
	}
	if !sum.IsUint64() {
		return into, wide, unscaled
	}
	for _, w := range wide {
		into = append(into, w.Uint64())
	}
	return into, nil, unscaled
}

// scaledWeights multiplies the weights by the least power of ten that makes them
// whole.
func scaledWeights(into []uint64, given []kpi.Value) (whole []uint64, places int, ok bool) {
	for _, v := range given {
		n, plain := v.Number()
		_, p, small := n.Scaled()
		if !plain || !small {
			return into, unscaled, false
		}
		places = max(places, p)
	}
	whole, sum := into, uint64(0)
	for _, v := range given {
		w, ok := scaledWeight(v, places)
		var carry uint64
		if sum, carry = bits.Add64(sum, w, 0); !ok || carry != 0 {
			return into, unscaled, false
		}
		whole = append(whole, w)
	}
	return whole, places, true
}

// scaledWeight multiplies a weight by a power of ten. It reports false if that
// does not make it whole, or does not fit.
func scaledWeight(v kpi.Value, places int) (uint64, bool) {
	n, plain := v.Number()
	c, p, small := n.Scaled()
	if !plain || !small || places < p {
		return 0, false
	}
	w := uint64(c)
	for range places - p {
		hi, lo := bits.Mul64(w, 10)
		if hi != 0 {
			return 0, false
		}
		w = lo
	}
	return w, true
}

// bigWeights multiplies the weights, quotients too (a share of what percentages
// leave), by their common denominator.
func bigWeights(given []kpi.Value) []*big.Int {
	factor := big.NewInt(1)
	fractions := make([]*big.Rat, len(given))
	for i, v := range given {
		fractions[i] = v.Rat()
		d := fractions[i].Denom()
		gcd := new(big.Int).GCD(nil, nil, factor, d)
		factor.Mul(factor, new(big.Int).Quo(d, gcd))
	}
	whole := make([]*big.Int, len(given))
	for i, w := range fractions {
		whole[i] = new(big.Int).Mul(w.Num(), new(big.Int).Quo(factor, w.Denom()))
	}
	return whole
}
