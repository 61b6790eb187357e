package geomean_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/goalkit/goalkit/internal/geomean"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleMean() {
	quarter, whole := big.NewInt(250_000_000_000_000_000), big.NewInt(1_000_000_000_000_000_000)
	equal := []*big.Int{big.NewInt(1), big.NewInt(1)}
	fmt.Println(geomean.Mean([]*big.Int{quarter, whole}, equal))
	// Output: 500000000000000000
}

// mean is Mean as text, which testify compares and prints well.
func mean(parts, weights []*big.Int) string { return geomean.Mean(parts, weights).String() }

func TestMeanKnown(t *testing.T) {
	tenth := ten(17)
	parts := list(tenth, times(tenth, 2), times(tenth, 3))
	assert.Equal(t, "181712059283213966", mean(parts, ints(1, 1, 1)), "6^(1/3)/10")
	assert.Equal(t, "205976714390711776", mean(parts, ints(1, 1, 2)), "18^(1/4)/10")
	assert.Equal(t, "1414213562373095049", mean(list(unit(), times(unit(), 2)), ints(7, 7)), "2^(1/2)")
}

func TestMeanExact(t *testing.T) {
	half := times(ten(17), 5)
	tests := map[string]struct {
		parts, weights []*big.Int
		want           *big.Int
	}{
		"root of a quarter":  {list(times(ten(16), 25), unit()), ints(1, 1), half},
		"two and a half":     {list(times(unit(), 2), half), ints(3, 3), unit()},
		"four, half, half":   {list(times(unit(), 4), half), ints(1, 2), unit()},
		"least parts":        {ints(1, 1), ints(1, 2), big.NewInt(1)},
		"single part":        {ints(7), list(ten(70)), big.NewInt(7)},
		"equal parts":        {list(ten(60), ten(60)), list(big.NewInt(1), ten(70)), ten(60)},
		"one by huge shares": {list(ten(19), big.NewInt(1), unit()), list(times(ten(70), 18), ten(70), big.NewInt(1)), unit()},
		"greatest and least": {list(ten(60), big.NewInt(1)), ints(1, 1), ten(30)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want.String(), mean(tt.parts, tt.weights))
		})
	}
}

func TestMeanNeverInventsAnEnd(t *testing.T) {
	huge, less, more := ten(70), plus(unit(), -1), plus(unit(), 1)
	tests := map[string]struct {
		parts, weights []*big.Int
		want           *big.Int
	}{
		"just below":      {list(unit(), less), ints(1_000_000, 1), less},
		"just above":      {list(unit(), more), ints(1_000_000, 1), more},
		"far below":       {list(unit(), less), list(huge, big.NewInt(1)), less},
		"far above":       {list(unit(), more), list(huge, big.NewInt(1)), more},
		"both neighbours": {list(less, more), ints(1, 1), less}, // 1 - 1e-36 under the root
		"uneven two":      {list(times(unit(), 2), times(ten(17), 5)), list(huge, plus(huge, 1)), less},
		"uneven half":     {list(times(unit(), 2), times(ten(17), 5)), list(plus(huge, 1), huge), more},
		"uneven fifth":    {list(times(unit(), 5), times(ten(17), 2)), list(plus(huge, 1), huge), more},
		"not zero":        {list(big.NewInt(1), unit()), list(huge, big.NewInt(1)), big.NewInt(1)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want.String(), mean(tt.parts, tt.weights))
		})
	}
}

// The root of k(k+1) is below k+1/2 by about 1/(8k): as near to half way as two parts come.
func TestMeanNextToHalfWay(t *testing.T) {
	one, huge := big.NewInt(1), ten(70)
	for _, k := range list(one, big.NewInt(2), big.NewInt(3), ten(30), plus(ten(60), 1)) {
		assert.Equal(t, k.String(), mean(list(k, plus(k, 1)), ints(1, 1)))
	}
	k, weights := ten(60), list(huge, huge, one)
	assert.Equal(t, plus(k, 1).String(), mean(list(k, plus(k, 1), times(k, 2)), weights), "a breath from above")
	assert.Equal(t, k.String(), mean(list(k, plus(k, 1), ten(59)), weights), "a breath from below")
}

func TestMeanAgreesWithPowers(t *testing.T) {
	s := newSource(1)
	for range 4000 {
		n := 1 + s.IntN(8)
		parts, weights := s.parts(n), s.weights(n)
		require.Equal(t, oracle(parts, weights).String(), mean(parts, weights), "%v %v", parts, weights)
	}
}

// A part next to (k+1/2)^w and w-1 parts of 1 unit have a mean next to k+1/2.
// With k^w they reach k itself, and with k around 1e18 the end rule.
func TestMeanAgreesWithPowersNextToBoundaries(t *testing.T) {
	s := newSource(2)
	for range 3000 {
		w := 2 + s.Int64N(20)
		k := s.sized(1 + s.IntN(70))
		if s.IntN(4) == 0 {
			k = plus(unit(), s.Int64N(3)-1)
		}
		twice := plus(times(k, 2), s.Int64N(2))
		at := twice.Exp(twice, big.NewInt(w), nil)
		at.Rsh(at, uint(w))
		parts, weights := list(plus(at, s.Int64N(3)), big.NewInt(1)), ints(1, w-1)
		require.Equal(t, oracle(parts, weights).String(), mean(parts, weights), "%v %v", parts, weights)
	}
}

func TestMeanProperties(t *testing.T) {
	s := newSource(3)
	for range 400 {
		n := 2 + s.IntN(20)
		parts, weights := s.parts(n), make([]*big.Int, n)
		for i := range weights {
			weights[i] = s.sized(1 + s.IntN(240))
		}
		got := geomean.Mean(parts, weights)
		requirePermuted(t, s, parts, weights, got)

		factor := s.sized(100)
		scaled := make([]*big.Int, n)
		for i, w := range weights {
			scaled[i] = new(big.Int).Mul(w, factor)
		}
		require.Equal(t, got.String(), mean(parts, scaled), "scaling the weights")

		least, greatest := slices.MinFunc(parts, (*big.Int).Cmp), slices.MaxFunc(parts, (*big.Int).Cmp)
		require.True(t, least.Cmp(got) <= 0 && got.Cmp(greatest) <= 0, "%v not within %v", got, parts)
	}
}

func requirePermuted(t *testing.T, s source, parts, weights []*big.Int, want *big.Int) {
	t.Helper()
	p, w := make([]*big.Int, len(parts)), make([]*big.Int, len(parts))
	for i, j := range s.Perm(len(parts)) {
		p[i], w[i] = parts[j], weights[j]
	}
	require.Equal(t, want.String(), mean(p, w), "changing the order")
}

func TestMeanLeavesArgumentsAlone(t *testing.T) {
	for _, parts := range [][]*big.Int{ints(2, 3), ints(5, 5), ints(9)} {
		weights := ints(2, 4)[:len(parts)]
		before := fmt.Sprint(parts, weights)
		got := geomean.Mean(parts, weights)
		got.SetInt64(-1)
		assert.Equal(t, before, fmt.Sprint(parts, weights))
	}
}

func TestMeanPanics(t *testing.T) {
	assert.Panics(t, func() { geomean.Mean(nil, nil) }, "no parts")
	assert.Panics(t, func() { geomean.Mean(ints(1, 2), ints(1)) }, "a weight short")
	assert.Panics(t, func() { geomean.Mean(ints(1, 0), ints(1, 1)) }, "a part of 0")
	assert.Panics(t, func() { geomean.Mean(ints(1, 2), ints(1, -1)) }, "a weight below 0")
}
