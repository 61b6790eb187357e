package geomean_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzMean compares Mean with whole powers for three parts of up to 25 bytes and weights of 1 to 20.
func FuzzMean(f *testing.F) {
	add := func(a, b, c *big.Int, u, v, w uint8) { f.Add(a.Bytes(), b.Bytes(), c.Bytes(), u, v, w) }
	add(ten(17), times(ten(17), 2), times(ten(17), 3), 0, 0, 1)
	add(unit(), plus(unit(), -1), unit(), 19, 0, 19)
	add(times(unit(), 2), times(ten(17), 5), unit(), 3, 3, 0)
	add(ten(60), plus(ten(60), 1), plus(ten(60), -1), 5, 5, 5)
	add(big.NewInt(1), big.NewInt(2), big.NewInt(3), 1, 2, 3)
	f.Fuzz(func(t *testing.T, a, b, c []byte, u, v, w uint8) {
		parts := list(number(a), number(b), number(c))
		weights := ints(int64(u%20)+1, int64(v%20)+1, int64(w%20)+1)
		require.Equal(t, oracle(parts, weights).String(), mean(parts, weights))
	})
}

// number returns the first 25 bytes of b as a number, and at least 1.
func number(b []byte) *big.Int {
	x := new(big.Int).SetBytes(b[:min(len(b), 25)])
	if x.Sign() == 0 {
		return big.NewInt(1)
	}
	return x
}
