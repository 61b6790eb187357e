package geomean

import "math/big"

// Enclose shows the tests the interval lo/2^frac to hi/2^frac that one attempt computes.
func Enclose(parts, weights []*big.Int, prec uint) (lo, hi *big.Int, frac uint) {
	in := enclose(parts, weights, prec)
	return in.lo, in.hi, in.frac
}

// FirstPrecision shows the tests the precision of the first attempt.
var FirstPrecision = firstPrecision
