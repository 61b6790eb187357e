package fixed_test

import (
	"math"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/fixed"
)

// oracle rounds the slow way: it takes the two whole numbers of units around
// n/d and picks by comparing distances as fractions.
func oracle(n, d *big.Int) *big.Int {
	one := big.NewRat(fixed.One, 1)
	exact := new(big.Rat).Mul(new(big.Rat).SetFrac(n, d), one)
	if exact.IsInt() {
		return new(big.Int).Set(exact.Num())
	}
	low := new(big.Int).Div(exact.Num(), exact.Denom())
	high := new(big.Int).Add(low, big.NewInt(1))
	below := new(big.Rat).Sub(exact, new(big.Rat).SetInt(low))
	above := new(big.Rat).Sub(new(big.Rat).SetInt(high), exact)
	pick, other := low, high
	if c := below.Cmp(above); c > 0 || (c == 0 && low.Bit(0) == 1) {
		pick, other = high, low
	}
	if pick.Sign() == 0 || pick.Cmp(one.Num()) == 0 {
		return other
	}
	return pick
}

var edges = []int64{
	0, 1, -1, 2, 3, 7, 10, fixed.One, fixed.One - 1, fixed.One + 1, -fixed.One,
	2 * fixed.One, 2*fixed.One + 1, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, 4 * fixed.One,
}

func TestQuoAgainstRationals(t *testing.T) {
	check := func(n, d int64) {
		if d == 0 {
			_, ok := fixed.Quo(n, d)
			require.False(t, ok)
			return
		}
		want := oracle(big.NewInt(n), big.NewInt(d))
		got, ok := fixed.Quo(n, d)
		if ok {
			require.Equal(t, want.String(), big.NewInt(got).String(), "%d/%d", n, d)
		} else {
			require.True(t, new(big.Int).Abs(want).Cmp(big.NewInt(9*fixed.One)) > 0, "%d/%d refused", n, d)
		}
		require.Zero(t, want.Cmp(fixed.QuoBig(big.NewInt(n), big.NewInt(d))), "%d/%d", n, d)
	}
	for _, n := range edges {
		for _, d := range edges {
			check(n, d)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		check(int64(r.Uint64())>>r.IntN(64), int64(r.Uint64())>>r.IntN(64))
	}
}

func TestMeanAgainstRationals(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		weights := max(1, r.Uint64()>>r.IntN(64))
		part := min(r.Uint64()>>r.IntN(64), fixed.One)
		hi, lo := bits.Mul64(weights, part)
		if extra := uint64(r.IntN(3)); part < fixed.One && weights > extra {
			lo, extra = bits.Add64(lo, extra, 0)
			hi += extra
		}
		sum := new(big.Int).Lsh(new(big.Int).SetUint64(hi), 64)
		sum.Add(sum, new(big.Int).SetUint64(lo))
		whole := new(big.Int).SetUint64(weights)
		want := oracle(sum, new(big.Int).Mul(whole, big.NewInt(fixed.One)))
		require.Equal(t, want.Uint64(), fixed.Div(hi, lo, weights))
		require.Zero(t, want.Cmp(fixed.DivBig(sum, whole)))
	}
}

func TestEndsAreNotInvented(t *testing.T) {
	huge := new(big.Int).Exp(big.NewInt(10), big.NewInt(60), nil)
	less := new(big.Int).Sub(huge, big.NewInt(1))
	more := new(big.Int).Add(huge, big.NewInt(1))
	for _, c := range []struct {
		n    *big.Int
		want int64
	}{
		{huge, fixed.One},
		{less, fixed.One - 1},
		{more, fixed.One + 1},
		{big.NewInt(0), 0},
		{big.NewInt(1), 1},
		{big.NewInt(-1), -1},
	} {
		assert.Equal(t, c.want, fixed.QuoBig(c.n, huge).Int64())
	}
}
