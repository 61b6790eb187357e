package geomean_test

import (
	"math/big"
	"math/rand/v2"
)

// A source makes random cases, the same ones in every run.
type source struct{ *rand.Rand }

func newSource(seed uint64) source { return source{rand.New(rand.NewPCG(seed, 1))} }

// parts returns n parts of one kind: decimals, near 1, powers of 2 and 5, of any size, tiny.
func (s source) parts(n int) []*big.Int {
	kind := s.IntN(5)
	out := make([]*big.Int, n)
	for i := range out {
		switch kind {
		case 0:
			out[i] = times(ten(s.Int64N(18)), 1+s.Int64N(20))
		case 1:
			out[i] = plus(unit(), s.Int64N(7)-3)
		case 2:
			out[i] = s.smooth()
		case 3:
			out[i] = s.sized(1 + s.IntN(200))
		default:
			out[i] = big.NewInt(1 + s.Int64N(12))
		}
	}
	return out
}

// smooth returns a number 2^x * 5^y, often with as many of one as of the other, near 1.
func (s source) smooth() *big.Int {
	x := 15 + s.Int64N(7)
	y := 15 + s.Int64N(7)
	p := new(big.Int).Exp(big.NewInt(5), big.NewInt(y), nil)
	return p.Lsh(p, uint(x))
}

// sized returns a positive number of at most n bits.
func (s source) sized(n int) *big.Int {
	x := new(big.Int)
	for range n {
		x.Lsh(x, 1)
		x.SetBit(x, 0, uint(s.IntN(2)))
	}
	return x.Add(x, big.NewInt(1))
}

// weights returns n weights whose sum is about 60 at most.
func (s source) weights(n int) []*big.Int {
	out := make([]*big.Int, n)
	for i := range out {
		out[i] = big.NewInt(1 + s.Int64N(int64(max(1, 60/n))))
	}
	return out
}
