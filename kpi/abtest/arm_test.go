package abtest_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestWilsonPublished(t *testing.T) {
	tests := []struct {
		arm       abtest.Arm
		low, high string
	}{
		// R's binom.confint as stored in the tests of statsmodels.
		{abtest.Arm{Conversions: 18, N: 20}, "0.6989663547715128", "0.972133518786232"},
		{abtest.Arm{Conversions: 4, N: 20}, "0.0806576625797981", "0.4160174322518935"},
		{abtest.Arm{Conversions: 0, N: 30}, "0", "0.11351339"},
		// R. G. Newcombe, Statistics in Medicine 17:857-872, 1998, method 3.
		{abtest.Arm{Conversions: 81, N: 263}, "0.2553", "0.3662"},
		{abtest.Arm{Conversions: 0, N: 20}, "0.0000", "0.1611"},
	}
	for _, test := range tests {
		i, err := abtest.Wilson(test.arm, 0.05)
		require.NoError(t, err)
		printed(t, test.low, i.Low, test.arm)
		printed(t, test.high, i.High, test.arm)
	}
}

// z95 is the quantile that belongs to an alpha of 0.05, as R prints it.
const z95 = 1.959963984540054

// wilson is the textbook's formula in long numbers.
func wilson(a abtest.Arm) (low, p, high long) {
	z, n, two := of(z95), count(a.N), of(2)
	p = count(a.Conversions).quo(n)
	share := z.mul(z).quo(n)
	centre := p.add(share.quo(two))
	root := p.mul(of(1).sub(p)).quo(n).add(share.quo(n).quo(of(4))).root().mul(z)
	whole := of(1).add(share)
	return centre.sub(root).quo(whole), p, centre.add(root).quo(whole)
}

// hugeArms have counts whose rates a float64 can hardly tell apart.
var hugeArms = []abtest.Arm{
	{Conversions: 1, N: 1e15},
	{Conversions: 3, N: 1e15},
	{Conversions: 1e15 - 1, N: 1e15},
	{Conversions: 5e14, N: 1e15},
	{Conversions: 5e14 + 1, N: 1e15},
	{Conversions: 5e14 + 1e8, N: 1e15 + 7},
	{Conversions: math.MaxInt64 / 3, N: math.MaxInt64},
	{Conversions: math.MaxInt64/3 + 5_000_000_000, N: math.MaxInt64},
	{Conversions: 0, N: math.MaxInt64},
	{Conversions: 1, N: 1},
	{Conversions: 17, N: 1000},
}

func TestWilsonHuge(t *testing.T) {
	for _, a := range hugeArms {
		i, err := abtest.Wilson(a, 0.05)
		require.NoError(t, err)
		low, _, high := wilson(a)
		assert.InDelta(t, low.float(), i.Low, 1e-9*low.float()+1e-80, a)
		near(t, high.float(), i.High, a)
	}
}

func TestWilsonProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a := randomArm(random)
		alpha := math.Pow(10, -300*math.Pow(random.Float64(), 4))*0.999 + 1e-300
		i, err := abtest.Wilson(a, alpha)
		require.NoError(t, err)
		p, known := a.Rate()
		require.True(t, known)
		assert.True(t, 0 <= i.Low && i.Low <= p && p <= i.High && i.High <= 1, "%v alpha %g: %v", a, alpha, i)
		assert.Equal(t, a.Conversions == 0, i.Low == 0, "%v alpha %g: %v", a, alpha, i)
		assert.True(t, i.Contains(p))

		mirror, err := abtest.Wilson(abtest.Arm{Conversions: a.N - a.Conversions, N: a.N}, alpha)
		require.NoError(t, err)
		assert.InDelta(t, 1-i.High, mirror.Low, 1e-14)
	}
}

// randomArm returns an arm of any size with any rate, often at an end.
func randomArm(random *rand.Rand) abtest.Arm {
	n := 1 + int64(math.Pow(10, 15*random.Float64()))
	switch random.IntN(6) {
	case 0:
		return abtest.Arm{N: n}
	case 1:
		return abtest.Arm{Conversions: n, N: n}
	case 2:
		return abtest.Arm{Conversions: random.Int64N(min(n, 9) + 1), N: n}
	}
	return abtest.Arm{Conversions: random.Int64N(n + 1), N: n}
}

func TestRate(t *testing.T) {
	rate, known := abtest.Arm{Conversions: 3, N: 4}.Rate()
	assert.True(t, known)
	assert.Equal(t, 0.75, rate)
	for _, a := range []abtest.Arm{{}, {Conversions: 1}, {Conversions: 2, N: 1}, {Conversions: -1, N: 4}, {N: -3}, {Conversions: -5, N: -3}} {
		_, known := a.Rate()
		assert.False(t, known, a)
	}
}

// badArms are arms that have no rate, with the reason.
var badArms = []struct {
	arm    abtest.Arm
	reason kpi.Reason
}{
	{abtest.Arm{}, abtest.ErrEmpty},
	{abtest.Arm{Conversions: 1}, abtest.ErrCounts},
	{abtest.Arm{Conversions: 5, N: 4}, abtest.ErrCounts},
	{abtest.Arm{Conversions: -1, N: 4}, abtest.ErrCounts},
	{abtest.Arm{Conversions: -5, N: -4}, abtest.ErrCounts},
	{abtest.Arm{Conversions: math.MinInt64, N: math.MinInt64}, abtest.ErrCounts},
	{abtest.Arm{Conversions: math.MinInt64, N: math.MaxInt64}, abtest.ErrCounts},
}

// badAlphas are no levels of significance.
var badAlphas = []float64{0, 1, -0.05, 5, 5e-324, math.NaN(), math.Inf(1), math.Inf(-1)}

func TestWilsonRefuses(t *testing.T) {
	for _, bad := range badArms {
		i, err := abtest.Wilson(bad.arm, 0.05)
		assert.ErrorIs(t, err, bad.reason, bad.arm)
		assert.Zero(t, i)
	}
	for _, alpha := range badAlphas {
		_, err := abtest.Wilson(abtest.Arm{Conversions: 1, N: 2}, alpha)
		assert.ErrorIs(t, err, abtest.ErrAlpha, alpha)
	}
	_, err := abtest.Wilson(abtest.Arm{Conversions: 5, N: 4}, 2)
	assert.EqualError(t, err, "arm: \"5\": more conversions than people\nalpha: \"2\": want more than 0 and less than 1")
}
