package smart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// A walk is a KPI that behaves as the forecast has it: generate returns its weekly
// past, and what it comes to weeks later.
type walk struct {
	name     string
	metric   kpi.Metric
	generate func(r *rand.Rand, past, left int) (values []float64, end float64)
}

var walks = []walk{
	{
		name: "level", metric: kpi.Metric{ID: "kpi", Combine: kpi.Last},
		generate: func(r *rand.Rand, past, left int) ([]float64, float64) {
			return drifting(r, past, left, math.Log(5000), 0.01, 0.02, math.Exp)
		},
	},
	{
		name: "ratio", metric: kpi.Metric{ID: "kpi", Unit: kpi.Fraction, Combine: kpi.Mean},
		generate: func(r *rand.Rand, past, left int) ([]float64, float64) {
			return drifting(r, past, left, -3.5, 0.02, 0.06, func(y float64) float64 { return 1 / (1 + math.Exp(-y)) })
		},
	},
	{
		name: "flow", metric: kpi.Metric{ID: "kpi", Combine: kpi.Sum},
		generate: func(r *rand.Rand, past, left int) (values []float64, end float64) {
			for range past {
				values = append(values, 200+30*r.NormFloat64())
			}
			for range left {
				end += 200 + 30*r.NormFloat64()
			}
			return values, end
		},
	},
}

// drifting returns a random walk with a drift, and where it is later.
func drifting(r *rand.Rand, past, left int, y, drift, spread float64, back func(float64) float64) ([]float64, float64) {
	var values []float64
	for range past {
		values = append(values, back(y))
		y += drift + spread*r.NormFloat64()
	}
	for range left - 1 { // one step was taken after the last value
		y += drift + spread*r.NormFloat64()
	}
	return values, back(y)
}

const series = 500 // of each kind

// TestCalibration: of the goals whose targets are given a chance of 1/4, a quarter
// are met, and of those with an even one half, on a known world of each kind.
func TestCalibration(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, w := range walks {
		for _, past := range []int{7, 12, 30} {
			t.Run(fmt.Sprintf("%s, %d weeks", w.name, past), func(t *testing.T) {
				r := rand.New(rand.NewPCG(7, uint64(past)))
				obs, ends := generated(r, w, past)
				first := forecasts(t, w, obs, make([]float64, series))
				for chance, target := range map[float64]func(smart.Forecast) float64{
					0.5:  func(f smart.Forecast) float64 { return f.Even },
					0.25: func(f smart.Forecast) float64 { return f.Quarter },
					0.9:  wellBelow(w),
				} {
					targets := make([]float64, series)
					for i, f := range first {
						targets[i] = target(f)
					}
					met := 0
					for i, f := range forecasts(t, w, obs, targets) {
						require.InDelta(t, chance, f.Chance, 0.02, "the target has about this chance")
						if ends[i] >= targets[i] {
							met++
						}
					}
					sampling := math.Sqrt(chance * (1 - chance) / series)
					// The chances of few readings are themselves estimates: allow a point for that.
					assert.InDelta(t, chance, float64(met)/series, 3*sampling+0.01, "share met of chance %v", chance)
				}
			})
		}
	}
}

// wellBelow returns the target of a chance of 0.9, found from those of 1/2 and 1/4:
// quantiles of a distribution that is symmetrical on the scale of the walk.
func wellBelow(w walk) func(smart.Forecast) float64 {
	return func(f smart.Forecast) float64 {
		there, back := math.Log, math.Exp
		switch w.name {
		case "ratio":
			there = func(x float64) float64 { return math.Log(x / (1 - x)) }
			back = func(y float64) float64 { return 1 / (1 + math.Exp(-y)) }
		case "flow":
			there, back = func(x float64) float64 { return x }, func(y float64) float64 { return y }
		}
		tail := 1.372184 / 0.699812 // Student's, 10 degrees: nearly that of more
		if f.Points == 7 {
			tail = 1.475884 / 0.726687 // 5 degrees
		}
		return back(there(f.Even) - tail*(there(f.Quarter)-there(f.Even)))
	}
}

// generated returns the readings of all series, one a channel, and how they end
// thirteen weeks later.
func generated(r *rand.Rand, w walk, past int) (obs []kpi.Observation, ends []float64) {
	at, _ := kpi.ParseTime("2026-03-29", nil)
	for i := range series {
		values, end := w.generate(r, past, 13)
		ends = append(ends, end)
		for k, v := range values {
			obs = append(obs, kpi.Observation{
				Metric: "kpi", Channel: strconv.Itoa(i), Value: number(v),
				At: kpi.Weekly.After(at.Start, k+1-past),
			})
		}
	}
	return obs, ends
}

func number(x float64) kpi.Number { return kpi.Num(strconv.FormatFloat(x, 'f', 12, 64)) }

// forecasts assesses a goal of thirteen weeks for each series.
func forecasts(t *testing.T, w walk, obs []kpi.Observation, targets []float64) []smart.Forecast {
	t.Helper()
	plan := goal.Plan{Metrics: []kpi.Metric{w.metric}}
	for i, target := range targets {
		reach := kpi.Deliver(strconv.FormatFloat(target, 'f', 12, 64))
		if target == 0 {
			reach = kpi.Deliver("0.5") // any: its chances are not looked at
		}
		if w.metric.Combine != kpi.Sum {
			reach.From = kpi.Num("0.000001")
		}
		plan.Goals = append(plan.Goals, goal.Goal{
			ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026-03-30/2026-06-28", Channel: strconv.Itoa(i), Cadence: kpi.Weekly,
			Measure: &goal.Measure{Metric: "kpi", Target: &reach},
		})
	}
	h, err := goal.New(plan)
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(obs...))
	at, err := h.Moment("2026-03-29")
	require.NoError(t, err)
	review, err := smart.Checks{}.Assess(h, &ledger, at)
	require.NoError(t, err)
	all := make([]smart.Forecast, 0, len(targets))
	for _, g := range review.Goals {
		require.Empty(t, g.Forecast.Absence, g.Goal)
		all = append(all, g.Forecast)
	}
	return all
}
