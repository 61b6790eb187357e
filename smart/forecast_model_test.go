package smart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// The figures were computed by hand from the textbook's formulas.
func TestFitByHand(t *testing.T) {
	// A walk with steps 1, 3, 2: mean 2, sd 1. Three steps on: 6 more, spread sqrt(3 + 9/3).
	o, ok := model{phi: 1, trend: true}.fit([]float64{-6, -5, -2, 0}, horizon{steps: 3}, 0)
	require.True(t, ok)
	assert.InDelta(t, 6, o.mean, 1e-12)
	assert.InDelta(t, math.Sqrt(6), o.spread, 1e-12)
	assert.InDelta(t, 2, o.freedom, 0)

	// Values round their mean, -3, with squares 5 + 1 + 1 + 9 = 16, added up over two and
	// a half steps: -7.5, with a variance of 16/3 (2.5 + 2.5²/4).
	o, ok = model{}.fit([]float64{-3 - math.Sqrt(5), -2, -4, 0}, horizon{parts: []float64{1, 0.5, 1}}, 0)
	require.True(t, ok)
	mean := (-9 - math.Sqrt(5)) / 4
	assert.InDelta(t, 2.5*mean, o.mean, 1e-12)
	squares := 0.0
	for _, x := range []float64{-3 - math.Sqrt(5), -2, -4, 0} {
		squares += (x - mean) * (x - mean)
	}
	assert.InDelta(t, math.Sqrt(squares/3*(2.5+2.5*2.5/4)), o.spread, 1e-12)
}

// A line whose errors are forgotten at once is that of package trend.
func TestFitIsALine(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	y := series(r, 12)
	points := make([]trend.XY, len(y))
	for i := range y {
		points[i] = trend.XY{X: float64(i), Y: y[i]}
	}
	line, absence := trend.FitLine(points)
	require.Empty(t, absence)
	o, ok := model{trend: true}.fit(y, horizon{steps: 7.25}, 0)
	require.True(t, ok)
	at, _ := line.At(11 + 7.25).Float64()
	assert.InDelta(t, at, o.mean, 1e-12)
	low, high := line.Interval(11+7.25, 0.9)
	from, _ := low.Float64()
	to, _ := high.Float64()
	assert.InDelta(t, (to-from)/2, o.spread*stat.StudentQuantile(0.95, o.freedom), 1e-9)
}

// TestFitDense compares with the same model computed in another way: with the
// covariances of all values, past and future, written out, and the best linear
// prediction from them.
func TestFitDense(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, m := range []model{
		{}, {trend: true}, {phi: 0.5}, {phi: 0.85, trend: true}, {cycle: 4}, {phi: 0.7, trend: true, cycle: 4}, {phi: 0.95, cycle: 12},
	} {
		for _, to := range []horizon{{steps: 1}, {steps: 5}, {steps: 13}, {parts: []float64{1}}, {parts: []float64{0, 0, 1, 1, 1, 1}}} {
			t.Run(fmt.Sprint(m, to), func(t *testing.T) {
				y := series(r, 26)
				got, ok := m.fit(y, to, 0)
				require.True(t, ok)
				want := denseFit(m, y, to)
				assert.InEpsilon(t, want.mean, got.mean, 1e-8)
				assert.InEpsilon(t, want.spread, got.spread, 1e-8)
				assert.InDelta(t, want.freedom, got.freedom, 0)
				assert.InDelta(t, want.weight, got.weight, 1e-8)
			})
		}
	}
}

// A walk is what errors that are hardly forgotten come to; a trend that stands out
// little costs half the logarithm of 20, the drift of a walk nothing.
func TestFitOfAWalkIsTheLimit(t *testing.T) {
	y := series(rand.New(rand.NewPCG(3, 2)), 20)
	for _, to := range []horizon{{steps: 4}, {steps: 2.5}, {parts: []float64{0.5, 1, 1}}} {
		walk, ok := model{phi: 1, trend: true}.fit(y, to, 0)
		require.True(t, ok)
		near, ok := model{phi: 1 - 1e-7, trend: true}.fit(y, to, 0)
		require.True(t, ok)
		assert.InEpsilon(t, walk.mean, near.mean, 1e-4)
		assert.InEpsilon(t, walk.spread, near.spread, 1e-4)
		assert.InDelta(t, walk.freedom, near.freedom, 0)
		assert.InDelta(t, walk.weight-math.Log(20)/2, near.weight, 1e-4)
	}
}

// TestProspectsScale: the unit of the values makes no difference, nor where they
// start from.
func TestProspectsScale(t *testing.T) {
	y := series(rand.New(rand.NewPCG(6, 2)), 30)
	moved := make([]float64, len(y))
	for i := range y {
		moved[i] = 4096 + 1024*y[i]
	}
	for _, to := range []horizon{{steps: 3.5}, {parts: []float64{1, 1, 0.25}}} {
		for _, cycle := range []int{0, 12} {
			a, ok := prospects(y, to, 0.3, cycle)
			require.True(t, ok)
			b, ok := prospects(moved, to, 0.3, cycle)
			require.True(t, ok)
			start := 4096.0
			if to.parts != nil {
				start *= 2.25
			}
			for _, chance := range []float64{0.05, 0.5, 0.9} {
				x := a.target(chance, 1)
				assert.InDelta(t, chance, a.chance(x, 1), 2e-6)
				assert.InDelta(t, 1-chance, a.chance(x, -1), 2e-6)
				assert.InDelta(t, a.target(1-chance, -1), x, 1e-4)
				assert.InDelta(t, chance, b.chance(start+1024*x, 1), 2e-6)
			}
		}
	}
}

// TestProspectsChoose: what a long series shows plainly is believed.
func TestProspectsChoose(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	var walk, line, season []float64
	x := 0.0
	for i := range 36 {
		x += r.NormFloat64()
		walk = append(walk, x)
		line = append(line, float64(i)+r.NormFloat64())
		season = append(season, 10*float64(i%12/6)+r.NormFloat64())
	}
	spread := func(y []float64, cycle int) float64 {
		m, ok := prospects(y, horizon{steps: 6}, 0.5, cycle)
		require.True(t, ok)
		return (m.target(0.25, 1) - m.target(0.5, 1)) / 0.6745
	}
	assert.InDelta(t, math.Sqrt(6+36.0/35), spread(walk, 0), 0.6, "of a walk")
	assert.InDelta(t, 1.1, spread(line, 0), 0.4, "round a line")
	assert.InDelta(t, 1.3, spread(season, 12), 0.4, "round a season")
	assert.Greater(t, spread(season, 0), 3.0, "a season that is not looked for")
	for steps, want := range map[float64]float64{3: 0, 6: 0, 7: 10, 12: 10, 6.5: 5} {
		m, _ := prospects(season, horizon{steps: steps}, 0.5, 12)
		assert.InDelta(t, want, m.target(0.5, 1), 1.2, "%v months on", steps)
	}
}

func TestProspectsKnowNothing(t *testing.T) {
	months := make([]float64, 24)
	for i := range months {
		months[i] = float64(i % 12)
	}
	for name, y := range map[string][]float64{
		"all equal":        {5, 5, 5, 5, 5},
		"equal steps":      {1, 2, 3, 4, 5, 6, 7, 8, 9},
		"equal growth":     {math.Log(100), math.Log(110), math.Log(121), math.Log(133.1)},
		"a perfect year":   months,
		"sums that vanish": {1e300, -1e300, 1e300, -1e300},
	} {
		t.Run(name, func(t *testing.T) {
			_, ok := prospects(y, horizon{steps: 3}, 0.5, len(y)/12*6)
			assert.False(t, ok)
		})
	}
	for _, far := range []float64{math.Inf(1), math.NaN()} {
		_, ok := prospects([]float64{1, 2, 4, 5}, horizon{steps: far}, 0.5, 0)
		assert.False(t, ok)
	}
}

// series returns n values that walk and swing, the last 0.
func series(r *rand.Rand, n int) []float64 {
	y := make([]float64, n)
	x := 0.0
	for i := range y {
		x += r.NormFloat64()
		y[i] = x + r.NormFloat64()
	}
	for i := range y {
		y[i] -= y[n-1]
	}
	y[n-1] = 0
	return y
}

// TestProspectsOfAnything: whatever was measured, chances are chances, and a target
// that is less likely lies further on.
func TestProspectsOfAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	oddities := []float64{0, 1, -1, 5, 5, 5, 1e39, -1e39, 1e-29, 100, 0.02}
	known := 0
	for range 1000 {
		y := make([]float64, 4+r.IntN(33))
		kind := r.IntN(3)
		for i := range y {
			switch kind {
			case 0:
				y[i] = oddities[r.IntN(len(oddities))]
			case 1:
				y[i] = float64(r.IntN(3))
			default:
				y[i] = r.ExpFloat64() * math.Exp(40*r.NormFloat64())
			}
		}
		to := horizon{steps: []float64{1e-9, 0.3, 1, 7.5, 4e6}[r.IntN(5)]}
		if r.IntN(2) == 0 {
			to = horizon{parts: make([]float64, r.IntN(50))}
			for i := range to.parts {
				to.parts[i] = float64(r.IntN(3)) / 2
			}
		}
		h := history{step: []kpi.Cadence{kpi.Daily, kpi.Weekly, kpi.Monthly, kpi.Quarterly}[r.IntN(4)]}
		m, ok := h.prospects(y, to, []float64{standingWalks, rateWalks, totalWalks}[r.IntN(3)])
		if !ok {
			continue
		}
		known++
		for _, direction := range []sign{1, -1} {
			before := math.Inf(-1)
			for _, chance := range []float64{0.9, 0.5, 0.25} {
				x := m.target(chance, direction) * float64(direction)
				require.True(t, finite(x) && x >= before, "%v %v: %v after %v", y, to, x, before)
				before = x
			}
			for _, x := range oddities {
				p := m.chance(x, direction)
				require.True(t, p >= 0 && p <= 1, "%v %v %v", y, to, p)
			}
		}
	}
	assert.Greater(t, known, 600)
}
