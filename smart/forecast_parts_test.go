package smart

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
)

func TestScaleOf(t *testing.T) {
	ratios := []float64{0, 0.02, 0.04, 1, 0.9}
	s := scaleOf(kpi.Fraction, ratios, 0.001)
	assert.InDelta(t, math.Log(0.01/0.99), s.of(0), 1e-12, "half the smallest")
	assert.InDelta(t, math.Log(0.95/0.05), s.of(1), 1e-12, "half way to 1")
	assert.InDelta(t, math.Log(0.001/0.999), s.of(0.001), 1e-12, "what is to be reached stays where it is")
	for _, x := range []float64{0.001, 0.02, 0.5, 0.9} {
		assert.InDelta(t, x, s.back(s.of(x)), 1e-12)
	}

	for _, tt := range []struct {
		name   string
		unit   kpi.Unit
		values []float64
		aim    float64
		want   scaleKind
	}{
		{"counts", "", []float64{1, 2}, 3, logarithm},
		{"counts with a 0", "", []float64{0, 2}, 3, plain},
		{"to 0", "", []float64{1, 2}, 0, plain},
		{"ratios", kpi.Fraction, []float64{0.1, 0.2}, 0.3, logit},
		{"all or nothing", kpi.Fraction, []float64{0, 1, 1, 0}, 1, plain},
		{"ratios above 1", kpi.Fraction, []float64{0.1, 1.2}, 1, logarithm},
		{"below 0", kpi.Fraction, []float64{-0.1, 0.2}, 1, plain},
	} {
		assert.Equal(t, tt.want, scaleOf(tt.unit, tt.values, tt.aim).kind, tt.name)
	}
}

// Nine steps, one of them wild: the median is 2, the absolute deviations from it
// are 0 0 0 1 1 1 1 2 98, so the MAD is 1.
func TestTame(t *testing.T) {
	sum := func(from float64, steps ...float64) []float64 {
		y := []float64{from}
		for _, step := range steps {
			y = append(y, y[len(y)-1]+step)
		}
		return y
	}
	const most = 2 + 5*1.4826
	wild := sum(0, 2, 1, 3, 2, 100, 0, 1, 3, 2)
	want := sum(100-most, 2, 1, 3, 2, most, 0, 1, 3, 2)
	assert.InDeltaSlice(t, want, tame(wild, true), 1e-12, "what stands ends where it is")
	assert.InDeltaSlice(t, want, tame(wild, false), 1e-12)

	last := sum(0, 2, 1, 3, 2, 0, 1, 3, 2, 100)
	assert.InDelta(t, 114, tame(last, true)[9], 1e-12, "it jumped")
	assert.InDeltaSlice(t, sum(0, 2, 1, 3, 2, 0, 1, 3, 2, most), tame(last, false), 1e-12, "it may fall back")

	for name, y := range map[string][]float64{
		"few values":   {0, 1, 2, 300, 4, 5, 6},
		"mostly equal": {5, 5, 5, 5, 9, 5, 5, 5, 5},
		"nothing wild": {5, 6, 5, 7, 9, 5, 6, 5, 7},
	} {
		assert.InDeltaSlice(t, y, tame(y, true), 1e-12, name)
	}
}

// The median is 10, the absolute deviations are mostly 1: spikes are cut to 10 + 5 MAD.
func TestCut(t *testing.T) {
	const most = 10 + 5*1.4826
	for _, tt := range []struct {
		name    string
		y, want []float64
	}{
		{"December", []float64{9, 11, 10, 9, 11, 10, 9, 11, 10, 30, 80}, []float64{9, 11, 10, 9, 11, 10, 9, 11, 10, most, most}},
		{"a new level", []float64{9, 11, 10, 9, 11, 10, 9, 11, 10, 30, 31, 32}, nil},
		{"few", []float64{9, 11, 10, 9, 11, 10, 80}, nil},
		{"mostly equal", []float64{5, 5, 5, 5, 5, 5, 5, 5, 9}, nil},
		{"a line", []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, nil},
	} {
		if tt.want == nil {
			tt.want = tt.y
		}
		assert.InDeltaSlice(t, tt.want, cut(tt.y), 1e-12, tt.name)
	}
}

// Of a walk to the steps that count, 1, 2, 3 and half of 4: each error counts in its
// own step and in all later ones.
func TestHorizonError(t *testing.T) {
	h := horizon{parts: []float64{1, 1, 1, 0.5}}
	kept, variance := h.error(1)
	assert.InDelta(t, 3.5, kept, 1e-12)
	assert.InDelta(t, 3.5*3.5+2.5*2.5+1.5*1.5+0.5, variance, 1e-12)
	kept, variance = h.error(0)
	assert.InDelta(t, 0, kept, 0)
	assert.InDelta(t, 3.5, variance, 1e-12, "errors that are forgotten: by time")

	for _, phi := range []float64{0, 0.3, 0.95, 1} {
		a, b := horizon{steps: 3}, horizon{parts: []float64{0, 0, 1}}
		keptA, varianceA := a.error(phi)
		keptB, varianceB := b.error(phi)
		assert.InDelta(t, keptA, keptB, 1e-12)
		assert.InDelta(t, varianceA, varianceB, 1e-12)
	}
	kept, variance = horizon{steps: 2.5}.error(1)
	assert.InDelta(t, 1, kept, 0)
	assert.InDelta(t, 2.5, variance, 0)
	assert.InDelta(t, 7.5, horizon{steps: 2.5}.of(func(ahead int) float64 { return 3 * float64(ahead) }), 1e-12)
	assert.InDelta(t, 3*(1+2+3)+0.5*3*4, h.of(func(ahead int) float64 { return 3 * float64(ahead) }), 1e-12)
}

func TestMixture(t *testing.T) {
	one := mixed([]outcome{{mean: 10, spread: 2, freedom: 5, weight: -1000}, {mean: 99, spread: 1, freedom: 5, weight: -1020}})
	assert.Len(t, one, 1, "what is a billion times less likely is left out")
	assert.InDelta(t, stat.StudentTail(1, 5), one.chance(12, 1), 1e-12)
	assert.InDelta(t, stat.StudentTail(1, 5), one.chance(8, -1), 1e-12)
	assert.InDelta(t, 10, one.target(0.5, 1), 1e-9)

	two := mixed([]outcome{{mean: 0, spread: 1, freedom: 9, weight: math.Log(3)}, {mean: 100, spread: 1, freedom: 4}})
	assert.InDelta(t, 0.25, two.chance(50, 1), 1e-5)
	assert.InDelta(t, 0.75, two.chance(50, -1), 1e-5)
	for _, chance := range []float64{0.01, 0.2, 0.3, 0.5, 0.9} {
		assert.InDelta(t, chance, two.chance(two.target(chance, 1), 1), 2e-6)
		assert.InDelta(t, chance, two.chance(two.target(chance, -1), -1), 2e-6)
	}
	assert.Greater(t, two.target(0.2, 1), 98.0, "one in four is 100")
	assert.Less(t, two.target(0.3, 1), 2.0)
}
