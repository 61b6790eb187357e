package geomean

import "math/big"

// isOne reports whether the mean is exactly 1, that is whether the product of the a_i^w_i is (10^18)^W.
// The right side has no prime factors but 2 and 5, so by unique factorization this holds just if each part is
//
//	a_i = 2^x_i * 5^y_i,  with  sum w_i*x_i = sum w_i*y_i = 18*W
//
// Nothing is raised to a power: the cost does not depend on the size of the weights, except for the sums.
func isOne(parts, weights []*big.Int) bool {
	twos, fives, want := new(big.Int), new(big.Int), new(big.Int)
	for i, a := range parts {
		x, y, ok := twosAndFives(a)
		if !ok {
			return false
		}
		addTimes(twos, weights[i], x)
		addTimes(fives, weights[i], y)
		addTimes(want, weights[i], digits)
	}
	return twos.Cmp(want) == 0 && fives.Cmp(want) == 0
}

// twosAndFives returns x and y such that a = 2^x * 5^y. It reports false if a has another prime factor.
func twosAndFives(a *big.Int) (x, y int64, ok bool) {
	zeros := a.TrailingZeroBits()
	rest := new(big.Int).Rsh(a, zeros)
	quo, rem, five := new(big.Int), new(big.Int), big.NewInt(5)
	for {
		quo.QuoRem(rest, five, rem)
		if rem.Sign() != 0 {
			return int64(zeros), y, rest.IsInt64() && rest.Int64() == 1
		}
		rest, quo = quo, rest
		y++
	}
}

// addTimes adds w*k to total.
func addTimes(total, w *big.Int, k int64) {
	total.Add(total, new(big.Int).Mul(w, big.NewInt(k)))
}
