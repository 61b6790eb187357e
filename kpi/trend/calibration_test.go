package trend_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// A chance is right if, of many targets that have it, as large a share is hit.
// Each test draws a history and an end from what the model assumes, asks for the
// target of a chance, and counts. Four standard errors is what may be missed.
const draws = 20000

var chances = []float64{0.05, 0.25, 0.5, 0.9}

// atLength skips the test among the short ones.
func atLength(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws for seconds")
	}
}

func assertCalibrated(t *testing.T, hits map[float64]int) {
	t.Helper()
	for _, p := range chances {
		share := float64(hits[p]) / draws
		assert.InDelta(t, p, share, 4*math.Sqrt(p*(1-p)/draws), "targets with a chance of %v", p)
	}
}

func TestCalibrationOfLines(t *testing.T) {
	atLength(t)
	for name, to := range map[string]int64{"up": 100, "down": -100} {
		t.Run(name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(7, 8))
			truth := func(day float64) float64 { return 20 - 0.3*day + 5*rng.NormFloat64() }
			aim := aimAt(40, 0)
			aim.To = kpi.ValueOf(kpi.Int(to))
			hits := make(map[float64]int)
			points := weekly(40, make([]float64, 6)...)
			for range draws {
				for i := range points {
					points[i].Value = truth(daysInto(points[i].At))
				}
				fit := aim.Forecast(points).Fit
				end := truth(100)
				for _, p := range chances {
					target := value(t, fit.Target(p))
					if (end-target)*float64(to) >= 0 {
						hits[p]++
					}
				}
			}
			assertCalibrated(t, hits)
		})
	}
}

func TestCalibrationOfTotals(t *testing.T) {
	atLength(t)
	rng := rand.New(rand.NewPCG(9, 10))
	const mean, sd = 10, 4
	const left = 60. / 7 // weeks
	hits := make(map[float64]int)
	totals := weeks(35, make([]float64, 5)...)
	for range draws {
		for i := range totals {
			totals[i].Value = mean + sd*rng.NormFloat64()
		}
		fit := aimAt(40, 33).ForecastSum(totals).Fit
		end := 33 + left*mean + sd*math.Sqrt(left)*rng.NormFloat64()
		for _, p := range chances {
			if end >= value(t, fit.Target(p)) {
				hits[p]++
			}
		}
	}
	assertCalibrated(t, hits)
}

// The chance of the target of a chance is that chance.
func TestTargetAndChanceAgree(t *testing.T) {
	for _, to := range []int64{200, -200} {
		for _, p := range []float64{0.001, 0.25, 0.5, 0.75, 0.999} {
			aim := aimAt(40, 10)
			aim.To = kpi.ValueOf(kpi.Int(to))
			points := weekly(40, 3, 8, 1, 9, 14, 10)
			target := value(t, aim.Forecast(points).Fit.Target(p))
			aim.To = kpi.ValueOf(numberOf(target))
			aim.From = kpi.ValueOf(numberOf(target - float64(to)))
			assert.InEpsilon(t, p, value(t, aim.Forecast(points).Fit.Chance), 1e-9)
		}
	}
	fit := aimAt(40, 10).Forecast(weekly(40, 3, 8, 1, 9, 14, 10)).Fit
	for _, p := range []float64{0, 1, -0.5, 1.5, math.NaN(), math.Inf(1)} {
		assert.Equal(t, trend.NotAChance, fit.Target(p).Absence())
		low, high := fit.Interval(p)
		assert.Equal(t, trend.NotAChance, low.Absence())
		assert.Equal(t, trend.NotAChance, high.Absence())
	}
}
