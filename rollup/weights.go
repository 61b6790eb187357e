package rollup

import (
	"math/big"
	"math/bits"

	"github.com/goalkit/goalkit/kpi"
)

// wholeWeights makes whole numbers of weights, in place of which they may stand
// since only their ratios count. They and their sum fit 64 bits, else it reports
// false. The numbers are appended to into.
func wholeWeights(into []uint64, given []kpi.Value) ([]uint64, bool) {
	if whole, ok := scaledWeights(into, given); ok {
		return whole, true
	}
	sum := new(big.Int)
	wide := bigWeights(given)
	for _, w := range wide {
		sum.Add(sum, w)
	}
	if !sum.IsUint64() {
		return into, false
	}
	for _, w := range wide {
		into = append(into, w.Uint64())
	}
	return into, true
}

// scaledWeights multiplies the weights by a power of ten.
func scaledWeights(into []uint64, given []kpi.Value) ([]uint64, bool) {
	places := 0
	for _, v := range given {
		n, plain := v.Number()
		_, p, small := n.Scaled()
		if !plain || !small {
			return into, false
		}
		places = max(places, p)
	}
	whole, sum := into, uint64(0)
	for _, v := range given {
		n, _ := v.Number()
		c, p, _ := n.Scaled()
		w := uint64(c)
		for range places - p {
			hi, lo := bits.Mul64(w, 10)
			if hi != 0 {
				return into, false
			}
			w = lo
		}
		var carry uint64
		if sum, carry = bits.Add64(sum, w, 0); carry != 0 {
			return into, false
		}
		whole = append(whole, w)
	}
	return whole, true
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
