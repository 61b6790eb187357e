package geomean

import (
	"math/big"
	"math/bits"
)

// slack is the number of bits the first attempt works with beyond the size of the result.
// The first attempt then fails less than once in 2^38 times, except on means chosen to be awkward.
const slack = 48

// refine returns the rounded mean. It encloses the mean in an interval and doubles the precision until the
// whole interval has one answer (Ziv, "Fast evaluation of elementary mathematical functions with correctly
// rounded last bit", ACM TOMS 17, 1991).
//
// It ends: the width of the interval tends to 0 as the precision grows, and only two kinds of mean could stay
// on a boundary between two answers for ever. One is a mean half way between two units, which does not exist
// (see the package comment). The other is a mean of exactly 1, which isOne recognizes.
// A mean that differs from its boundary by one part in 2^b is settled with about b bits.
func refine(parts, weights []*big.Int) *big.Int {
	for prec := firstPrecision(parts); ; prec *= 2 {
		in := enclose(parts, weights, prec)
		k, ok := in.nearest()
		if !ok {
			continue
		}
		if k.Cmp(one()) != 0 {
			return k
		}
		if side, ok := in.side(k); ok {
			return k.Add(k, big.NewInt(side))
		}
		if isOne(parts, weights) {
			return k
		}
	}
}

// firstPrecision returns the number of fraction bits of the first attempt. Any later one is larger.
// It exceeds the size of every part, and so that of the mean, by at least slack bits.
func firstPrecision(parts []*big.Int) uint {
	return uint(widest(parts) + bits.Len(uint(len(parts))) + slack)
}

// one returns the number 1 in units.
func one() *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(digits), nil)
}
