package smart

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// The figures were computed by hand from the formula.
func TestDriftOf(t *testing.T) {
	// Steps 1, 3, 2: mean 2, sd 1. Three steps on: 6 + 6 = 12, spread sqrt(3 + 9/3).
	d, ok := driftOf([]float64{0, 1, 4, 6}, 3, 1)
	require.True(t, ok)
	assert.InDelta(t, 12, d.forecast, 1e-12)
	assert.InDelta(t, math.Sqrt(6), d.spread, 1e-12)
	assert.InDelta(t, 2, d.freedom, 0)
	assert.InDelta(t, 0.5, d.chance(12, 1), 1e-12)
	// Student's t with 2 degrees at t = sqrt(2) has an upper tail of (1 - 1/sqrt(2))/2.
	x := 12 + math.Sqrt2*d.spread
	assert.InDelta(t, (1-math.Sqrt2/2)/2, d.chance(x, 1), 1e-12)
	assert.InDelta(t, x, d.target((1-math.Sqrt2/2)/2, 1), 1e-9)
	assert.InDelta(t, 1-(1-math.Sqrt2/2)/2, d.chance(x, -1), 1e-12, "down is the other tail")
}

// Nine steps, one of them wild: the median is 2, the absolute deviations from it
// are 0 0 0 1 1 1 1 2 98, so the MAD is 1.
func TestDriftOfIsRobust(t *testing.T) {
	h := []float64{0}
	for _, step := range []float64{2, 1, 3, 2, 100, 0, 1, 3, 2} {
		h = append(h, h[len(h)-1]+step)
	}
	d, ok := driftOf(h, 4, 1)
	require.True(t, ok)
	assert.InDelta(t, 114+8, d.forecast, 1e-12)
	assert.InDelta(t, 1.4826*1.107*math.Sqrt(4+math.Pi/2*16/9), d.spread, 1e-12)
	assert.InDelta(t, 8, d.freedom, 0)
}

// Two years of quarters that swing by 10 and rise by 4 a year, 4 and a half: what
// swings is not taken for risk.
func TestDriftOfSeason(t *testing.T) {
	h := []float64{0, 10, 0, -10, 4, 14, 5, -6, 8}
	d, ok := driftOf(h, 2, 4)
	require.True(t, ok)
	// Against the same quarter: 4, 4, 5, 4, 4. The quarter after the next is like h[6].
	assert.InDelta(t, 5+4.2, d.forecast, 1e-12)
	sd := math.Sqrt(0.2)
	assert.InDelta(t, sd*math.Sqrt(1+1.0/5), d.spread, 1e-12)
	assert.InDelta(t, 4, d.freedom, 0)
}

func TestDriftOfKnowsNothing(t *testing.T) {
	for name, h := range map[string][]float64{
		"no values":        nil,
		"three values":     {1, 2, 4},
		"all equal":        {5, 5, 5, 5, 5},
		"equal steps":      {1, 2, 3, 4, 5, 6, 7, 8, 9},
		"equal growth":     {math.Log(100), math.Log(110), math.Log(121), math.Log(133.1)},
		"sums that vanish": {1e300, -1e300, 1e300, -1e300},
	} {
		t.Run(name, func(t *testing.T) {
			_, ok := driftOf(h, 3, 1)
			assert.False(t, ok)
		})
	}
	_, ok := driftOf([]float64{1, 2, 4, 5}, math.Inf(1), 1)
	assert.False(t, ok, "an end that is infinitely far")
}

func TestShow(t *testing.T) {
	for _, tt := range []struct {
		unit string
		x    float64
		want string
	}{
		{"", 1234567, "1,234,567"},
		{"", 5500, "5,500"},
		{"", 12.3456, "12.35"},
		{"", -0.00001, "-0.00001"},
		{"", -1e-15, "0"},
		{"", 1e20, "1e+20"},
		{"", math.NaN(), "unknown"},
		{"", math.Inf(1), "unknown"},
		{"ratio", 0.022, "2.2%"},
		{"ratio", 1, "100%"},
		{"duration", 3600, "3,600 s"},
		{"currency:EUR", 49.9, "EUR 49.9"},
	} {
		assert.Equal(t, tt.want, show(kpi.Unit(tt.unit), tt.x))
	}
}
