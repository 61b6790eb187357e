package geomean

import "math/big"

// An interval holds a mean v in units: lo/2^frac <= v <= hi/2^frac. The zero interval is not valid.
type interval struct {
	lo, hi *big.Int
	frac   uint // at least 1
}

// nearest returns the whole number next to every point of the interval that the mean can have.
// It reports false if there is more than one. The mean is never half way between two, so at a lower end that is,
// rounding up is right.
func (in interval) nearest() (*big.Int, bool) {
	lo, hi := in.round(in.lo), in.round(in.hi)
	return lo, lo.Cmp(hi) == 0
}

// round returns the whole number nearest to x/2^frac, half upwards.
func (in interval) round(x *big.Int) *big.Int {
	half := new(big.Int).Lsh(big.NewInt(1), in.frac-1)
	return half.Rsh(half.Add(half, x), in.frac)
}

// side returns -1 if the interval lies below the whole number k and 1 if it lies above.
// It reports false if the interval touches k.
func (in interval) side(k *big.Int) (int64, bool) {
	at := new(big.Int).Lsh(k, in.frac)
	switch {
	case in.hi.Cmp(at) < 0:
		return -1, true
	case in.lo.Cmp(at) > 0:
		return 1, true
	}
	return 0, false
}

// enclose returns an interval that holds the mean, computed with prec fraction bits. With P the product of the
// a_i^w_i, W the sum of the w_i and P = x * 2^e, 1 <= x < 2, and e = q*W + s, 0 <= s < W:
//
//	v = P^(1/W) = 2^q * exp(r),  r = (s*ln 2 + ln x) / W,  0 <= r < ln 2
//
// Every step rounds down, so the result is a lower end. In units u = 2^-prec and for n parts, the loss in r is below
//
//	2n+2  from the product, see power, divided by W
//	2prec from the logarithms, see logarithm: (s*2prec + 2prec)/W <= 2prec
//	1     from the division by W
//
// together d = 2prec+2n+3. Since d*u < 1/2, exp(r) exceeds the exponential of the computed r, which is below 2,
// by less than 2*(exp(d*u)-1) < 4d*u. The series of the exponential loses less than 2prec+4 units more.
func enclose(parts, weights []*big.Int, prec uint) interval {
	total := sum(weights)
	x, e := power(parts, weights, prec)
	q, s := e.QuoRem(e, total, new(big.Int))

	r := s.Mul(s, logarithm(new(big.Int).Lsh(big.NewInt(2), prec), prec))
	r.Add(r, logarithm(x, prec))
	r.Quo(r, total)

	lo := exponential(r, prec)
	n := uint64(len(parts))
	d := 2*uint64(prec) + 2*n + 3
	width := new(big.Int).SetUint64(4*d + 2*uint64(prec) + 4)
	// q is below the bit length of the greatest part, and prec is above it.
	return interval{lo: lo, hi: width.Add(width, lo), frac: prec - uint(q.Uint64())}
}

// sum returns the sum of the weights.
func sum(weights []*big.Int) *big.Int {
	total := new(big.Int)
	for _, w := range weights {
		total.Add(total, w)
	}
	return total
}
