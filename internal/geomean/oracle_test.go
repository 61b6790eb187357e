package geomean_test

import "math/big"

// The oracle decides everything with whole powers: P = a_1^w_1 * ... * a_n^w_n against k^W.
// It shares no code with the package and is exact, but only small weights are affordable.

// oracle returns the rounded mean.
func oracle(parts, weights []*big.Int) *big.Int {
	p, w := powers(parts, weights)
	k := root(p, w)
	switch k = nearer(k, p, w); {
	case k.Sign() == 0:
		return big.NewInt(1)
	case k.Cmp(unit()) == 0:
		exact := new(big.Int).Exp(k, w, nil)
		return k.Add(k, big.NewInt(int64(p.Cmp(exact))))
	}
	return k
}

// powers returns the product of the parts raised to their weights, and the sum of the weights.
func powers(parts, weights []*big.Int) (p, w *big.Int) {
	p, w = big.NewInt(1), new(big.Int)
	for i := range parts {
		p.Mul(p, new(big.Int).Exp(parts[i], weights[i], nil))
		w.Add(w, weights[i])
	}
	return p, w
}

// root returns the greatest k with k^w <= p, by bisection.
func root(p, w *big.Int) *big.Int {
	one := big.NewInt(1)
	lo, hi := big.NewInt(0), new(big.Int).Lsh(one, uint(p.BitLen())/uint(w.Uint64())+1) // lo^w <= p < hi^w
	for {
		mid := new(big.Int).Add(lo, hi)
		mid.Rsh(mid, 1)
		if mid.Cmp(lo) == 0 {
			return lo
		}
		if new(big.Int).Exp(mid, w, nil).Cmp(p) <= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
}

// nearer returns k or k+1, whichever is nearer to the w-th root of p, the even one if it is half way.
func nearer(k, p, w *big.Int) *big.Int {
	odd := new(big.Int).Lsh(k, 1)
	odd.Add(odd, big.NewInt(1)).Exp(odd, w, nil)
	c := new(big.Int).Lsh(p, uint(w.Uint64())).Cmp(odd)
	if c > 0 || c == 0 && k.Bit(0) == 1 {
		return new(big.Int).Add(k, big.NewInt(1))
	}
	return k
}

// unit returns 1 in units of 1e-18.
func unit() *big.Int { return ten(18) }

// ten returns 10^n.
func ten(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }

// plus returns x+d.
func plus(x *big.Int, d int64) *big.Int { return new(big.Int).Add(x, big.NewInt(d)) }

// times returns x*d.
func times(x *big.Int, d int64) *big.Int { return new(big.Int).Mul(x, big.NewInt(d)) }

// list returns its arguments: it makes tables of cases short.
func list(xs ...*big.Int) []*big.Int { return xs }

// ints returns xs as big numbers.
func ints(xs ...int64) []*big.Int {
	out := make([]*big.Int, len(xs))
	for i, x := range xs {
		out[i] = big.NewInt(x)
	}
	return out
}
