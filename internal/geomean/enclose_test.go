package geomean_test

import (
	"math/big"
	"testing"

	"github.com/goalkit/goalkit/internal/geomean"
	"github.com/stretchr/testify/require"
)

// Every interval, at every precision, holds the mean: (lo/2^frac)^W <= P <= (hi/2^frac)^W.
// It is also narrow: below 2^-32 units from the first attempt on.
func TestEncloseHoldsTheMean(t *testing.T) {
	s := newSource(4)
	for range 1500 {
		n := 1 + s.IntN(6)
		parts, weights := s.parts(n), s.weights(n)
		prec := geomean.FirstPrecision(parts) << s.IntN(3)
		lo, hi, frac := geomean.Enclose(parts, weights, prec)

		p, w := powers(parts, weights)
		p.Lsh(p, frac*uint(w.Uint64()))
		require.LessOrEqual(t, new(big.Int).Exp(lo, w, nil).Cmp(p), 0, "lower end: %v %v at %d", parts, weights, prec)
		require.GreaterOrEqual(t, new(big.Int).Exp(hi, w, nil).Cmp(p), 0, "upper end: %v %v at %d", parts, weights, prec)

		width := new(big.Int).Sub(hi, lo)
		require.Less(t, width.BitLen()+32, int(frac), "width: %v %v at %d", parts, weights, prec)
	}
}
