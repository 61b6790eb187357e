package abtest_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// TestSequencePublished checks the relative lift of 2422/3461 over 1396/3000 in
// the tests of GrowthBook's gbstats (MIT), to five places.
func TestSequencePublished(t *testing.T) {
	r, err := abtest.CompareRates(abtest.Arm{Conversions: 1396, N: 3000}, abtest.Arm{Conversions: 2422, N: 3461}, 0.05)
	require.NoError(t, err)
	printed(t, "0.50386", r.Lift.Value)
	printed(t, "0.03386", r.Lift.SE)
	for _, s := range []abtest.Sequence{{}, {Alpha: 0.05, N: 5000}} {
		i, err := s.Interval(r.Lift.Value, r.Lift.SE, 6461)
		require.NoError(t, err)
		printed(t, "0.40098", i.Low)
		printed(t, "0.60675", i.High)
	}
}

// TestSequenceWidth checks that the interval is the formula, is wider than one
// that is looked at once, and narrowest about N.
func TestSequenceWidth(t *testing.T) {
	formula := func(alpha, n, planned float64) float64 {
		r := math.Sqrt((-2*math.Log(alpha) + math.Log(-2*math.Log(alpha)+1)) / planned)
		return math.Sqrt(n) * math.Sqrt(2*(n*r*r+1)/(n*r*n*r)*(math.Log(math.Sqrt(n*r*r+1))-math.Log(alpha)))
	}
	for _, alpha := range []float64{1e-300, 0.001, 0.05, 0.9} {
		s := abtest.Sequence{Alpha: alpha, N: 10_000}
		width := func(n int64) float64 {
			i, err := s.Interval(0.5, 1e-300, n)
			require.NoError(t, err)
			require.True(t, i.Contains(0.5))
			i, err = s.Interval(0, 1, n)
			require.NoError(t, err)
			near(t, formula(alpha, float64(n), 10_000), i.High)
			near(t, -i.High, i.Low)
			return i.High
		}
		for _, n := range []int64{1, 100, 5000, 20_000, 1e6, 1e15, math.MaxInt64} {
			assert.True(t, alpha > 0.5 || width(n) > width(10_000)*0.99, "alpha %g n %d", alpha, n)
		}
		if alpha == 0.05 {
			assert.Greater(t, width(10_000), z95)
		}
	}
}

func TestSequenceRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		name         string
		sequence     abtest.Sequence
		estimate, se float64
		n            int64
		reason       kpi.Reason
	}{
		{"alpha", abtest.Sequence{Alpha: 1}, 0, 1, 10, abtest.ErrAlpha},
		{"alpha NaN", abtest.Sequence{Alpha: nan}, 0, 1, 10, abtest.ErrAlpha},
		{"negative alpha", abtest.Sequence{Alpha: -0.05}, 0, 1, 10, abtest.ErrAlpha},
		{"plan", abtest.Sequence{N: -1}, 0, 1, 10, abtest.ErrSize},
		{"nobody", abtest.Sequence{}, 0, 1, 0, abtest.ErrSize},
		{"negative", abtest.Sequence{}, 0, 1, -7, abtest.ErrSize},
		{"no error", abtest.Sequence{}, 0, 0, 10, abtest.ErrSpread},
		{"negative error", abtest.Sequence{}, 0, -1, 10, abtest.ErrSpread},
		{"NaN error", abtest.Sequence{}, 0, nan, 10, abtest.ErrSpread},
		{"infinite error", abtest.Sequence{}, 0, inf, 10, abtest.ErrSpread},
		{"NaN", abtest.Sequence{}, nan, 1, 10, abtest.ErrRange},
		{"infinite", abtest.Sequence{}, -inf, 1, 10, abtest.ErrRange},
		{"too wide", abtest.Sequence{}, 0, math.MaxFloat64, 10, abtest.ErrRange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			i, err := test.sequence.Interval(test.estimate, test.se, test.n)
			assert.ErrorIs(t, err, test.reason)
			assert.Zero(t, i)
		})
	}
}
