package smart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
	"github.com/goalkit/goalkit/smart"
)

var weekly = []string{"4700", "4730", "4790", "4810", "4880", "4890", "4960", "5000", "5020", "5080"}

// TestHistorySteps: readings by week, month or quarter, on days or of periods, are
// all found, whatever the goal's cadence.
func TestHistorySteps(t *testing.T) {
	for _, tt := range []struct {
		name, goal, read string
		step             kpi.Cadence
		points           int
	}{
		{"weekly", "metric=subscribers reach=5000>5600", "subscribers week", kpi.Weekly, 10},
		{"weekly, looked at daily", "metric=subscribers reach=5000>5600 cadence=day", "subscribers week", kpi.Weekly, 10},
		{"monthly", "metric=subscribers reach=5000>5600", "subscribers month", kpi.Monthly, 10},
		{"monthly, looked at weekly", "metric=subscribers reach=5000>5600 cadence=week", "subscribers month", kpi.Monthly, 10},
		{"quarterly", "metric=subscribers reach=5000>5600", "subscribers quarter", kpi.Quarterly, 10},
		{"daily", "metric=subscribers reach=5000>5600 cadence=day", "subscribers day", kpi.Daily, 10},
		{"fortnightly", "metric=subscribers reach=5000>5600", "subscribers 2 weeks", kpi.Fortnightly, 10},
		{"flow", "metric=leads reach=>70000", "leads week", kpi.Weekly, 10},
		{"stale", "metric=subscribers reach=5000>5600", "subscribers@2026-02-01 week", kpi.Weekly, 10},
	} {
		t.Run(tt.name, func(t *testing.T) {
			series, step, _ := strings.Cut(tt.read, " ")
			w := readWorld(t, base("a micro 2026-Q2 owner=bob supports=m "+tt.goal))
			w.at = "2026-03-31"
			w.read(t, series, kpi.Cadence(step), weekly)
			f := w.assess(t).Goals[2].Forecast
			require.Empty(t, f.Absence)
			assert.Equal(t, tt.step, f.Step)
			assert.Equal(t, tt.points, f.Points)
		})
	}
}

// TestHistoryOfPeriods: readings that speak of calendar weeks or months, asked about
// in the middle of one.
func TestHistoryOfPeriods(t *testing.T) {
	for _, tt := range []struct {
		metric string
		first  string
		goal   string
		step   kpi.Cadence
	}{
		{"leads", "2026-W02", "2026-05", kpi.Weekly},
		{"leads", "2025-05", "2026-05", kpi.Monthly},
		{"leads", "2023-Q3", "2026-05", kpi.Quarterly},
		{"reach", "2025-05", "2026-05", ""}, // people: only the goal's own months before
		{"reach", "2025-05", "2026-04", ""}, // and of the running month nothing is known
	} {
		t.Run(tt.metric+" "+tt.first+" "+tt.goal, func(t *testing.T) {
			w := readWorld(t, base(fmt.Sprintf("a micro %s owner=bob supports=m channel=x metric=%s reach=0>70000", tt.goal, tt.metric)))
			p, err := kpi.ParsePeriod(tt.first, nil)
			require.NoError(t, err)
			for _, value := range weekly {
				require.NoError(t, w.ledger.Add(kpi.Observation{Metric: tt.metric, Channel: "x", Period: p, Value: kpi.Num(value)}))
				p = p.Next()
			}
			w.at = "2026-04-15"
			f := w.assess(t).Goals[2].Forecast
			require.Empty(t, f.Absence)
			assert.Equal(t, tt.step, f.Step)
			assert.GreaterOrEqual(t, f.Points, 9)
		})
	}
}

// TestForecastFigures: what is needed beside what was, computed apart from the
// library.
func TestForecastFigures(t *testing.T) {
	w := readWorld(t, base("a micro 2026-04-01/2026-06-30 owner=bob supports=m metric=subscribers reach=5080>5600"))
	w.at = "2026-03-31"
	w.read(t, "subscribers", kpi.Weekly, weekly)
	f := w.assess(t).Goals[2].Forecast
	assert.InDelta(t, 13, f.Left, 1e-9)
	assert.InDelta(t, math.Pow(5600.0/5080, 1.0/13)-1, f.Needed, 1e-9)
	assert.InDelta(t, math.Pow(5080.0/4700, 1.0/9)-1, f.Usual, 1e-9)
	// Of 10 values seven steps leave three stretches: 4700-5000, 4730-5020, 4790-5080.
	assert.InDelta(t, math.Pow(5000.0/4700, 1.0/7)-1, f.Best, 1e-9)
	assert.InDelta(t, f.Needed/f.Best, f.Beyond, 1e-12)
	assert.True(t, f.Growth)

	// Leads that grow: what they come to is near the line through them.
	w = readWorld(t, base("a micro 2026-04-01/2026-06-30 owner=bob supports=m metric=leads reach=>70000"))
	w.at = "2026-03-31"
	w.read(t, "leads", kpi.Weekly, weekly)
	f = w.assess(t).Goals[2].Forecast
	points := make([]trend.XY, len(weekly))
	for i, text := range weekly {
		y, err := strconv.ParseFloat(text, 64)
		require.NoError(t, err)
		points[i] = trend.XY{X: float64(i), Y: y}
	}
	line, absence := trend.FitLine(points)
	require.Empty(t, absence)
	sum := 0.0
	for week := range 13 {
		y, _ := line.At(float64(len(weekly) + week)).Float64()
		sum += y
	}
	assert.InEpsilon(t, sum, f.Even, 0.005)
	assert.InDelta(t, 70000.0/13, f.Needed, 1e-9)
	assert.InDelta(t, 4886, f.Usual, 1e-9)
	assert.InDelta(t, f.Needed/f.Best, f.Beyond, 1e-12)
}

// TestBeganInStep: readings that begin in the middle of a month do not make it a bad one.
func TestBeganInStep(t *testing.T) {
	for days, want := range map[int]int{9 * 31: 9, 8*31 + 5: 8} {
		w := readWorld(t, "at 2026-03-31\na micro 2026-Q2 owner=bob metric=leads cadence=month reach=>900")
		w.read(t, "leads", kpi.Daily, strings.Fields(strings.Repeat("9 11 10 ", days/3)))
		f := w.assess(t).Goals[0].Forecast
		require.Empty(t, f.Absence)
		assert.Equal(t, want, f.Points)
		assert.InDelta(t, 305, f.Usual, 8, "a month")
		assert.InDelta(t, 912, f.Even, 25)
	}
}

// TestForecastDirections: down is up turned over.
func TestForecastDirections(t *testing.T) {
	chance := func(target string, values ...string) float64 {
		w := readWorld(t, base("a micro 2026-04-01/2026-06-30 owner=bob supports=m metric=kpi "+target+"\nmetric kpi score last"))
		w.at = "2026-03-31"
		w.read(t, "kpi", kpi.Weekly, values)
		f := w.assess(t).Goals[2].Forecast
		require.Empty(t, f.Absence)
		return f.Chance
	}
	up := chance("reach=0>20", "-3", "1", "0", "4", "3", "7", "9", "8", "12")
	down := chance("reach=0>-20", "3", "-1", "0", "-4", "-3", "-7", "-9", "-8", "-12")
	assert.InDelta(t, up, down, 1e-12)
	assert.InDelta(t, up, chance("at_least=20", "-3", "1", "0", "4", "3", "7", "9", "8", "12"), 1e-12)
	assert.InDelta(t, 1-up, chance("at_most=20", "-3", "1", "0", "4", "3", "7", "9", "8", "12"), 1e-12)
}

// TestAssessAnything: whatever is measured, every figure is a number and every
// sentence is complete.
func TestAssessAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	known, absent := 0, make(map[kpi.Absence]int)
	numbers := []string{"0", "1", "-1", "0.5", "1e39", "-1e39", "1e-29", "5000", "5500", "100", "0.02", "3", "7"}
	for range 1500 {
		metric := kpi.Metric{
			ID: "kpi", Unit: kpi.Unit(pick("", "count", "ratio", "duration", "score", "rank", "currency:EUR")),
			Combine: kpi.Combine(pick("sum", "last", "mean", "min", "max", "unique")),
			Better:  kpi.Better(pick("", "higher", "lower", "neither")),
		}
		if r.IntN(3) == 0 {
			metric.Low, metric.High = kpi.Int(0), kpi.Int(100)
		}
		target := kpi.Target{Kind: kpi.TargetKind(pick("reach", "reach", "reach", "at_least", "at_most", "within", "done"))}
		switch target.Kind {
		case kpi.KindReach:
			target.From = kpi.Num(pick(numbers...))
			if target.To = kpi.Num(pick(numbers...)); r.IntN(2) == 0 {
				target.From = kpi.Number{}
			}
			if r.IntN(3) == 0 {
				target.To, target.Change = kpi.Number{}, kpi.Change(pick("10%", "-10%", "+2", "-0.5", "1e30%"))
			}
		case kpi.KindWithin:
			target.Low, target.High = kpi.Int(1), kpi.Num(pick("2", "1e39"))
		case kpi.KindDone:
		default:
			target.Value = kpi.Num(pick(numbers...))
		}
		h, err := goal.New(goal.Plan{Metrics: []kpi.Metric{metric}, Goals: []goal.Goal{{
			ID: "a", Title: pick("", "Increase kpi by X%", "Reduce kpi, etc."), Level: goal.Level(pick("macro", "micro")),
			Period:  pick("2026", "2026-Q1", "2026-03-31", "2025", "0000", "9999-12", "2026-01-01T00:00:00Z/2026-01-01T00:00:01Z"),
			Cadence: kpi.Cadence(pick("", "day", "week", "month", "quarter")), Ambition: goal.Ambition(pick("", "aspirational")),
			Measure: &goal.Measure{Metric: "kpi", Window: pick("", "", "28d"), Target: &target},
		}}})
		if err != nil {
			continue // a target that cannot be scored
		}
		var ledger kpi.Ledger
		day, _ := kpi.ParseTime(pick("2026-02-10", "2026-01-01", "2025-12-31", "0000-01-01", "9999-12-31"), nil)
		flat := r.IntN(4) == 0
		for i := range r.IntN(30) {
			value := kpi.Num(pick(numbers...))
			if flat {
				value = kpi.Int(7)
			}
			o := kpi.Observation{Metric: "kpi", At: kpi.Cadence(pick("day", "week", "month")).After(day.Start, -i), Value: value, ID: fmt.Sprint(i)}
			_ = ledger.Add(o) // years below 0 are refused
		}
		at, err := h.Moment(pick("2026-02-10", "2026-01-01", "2025-12-31", "9999-12-31", "0000-01-01"))
		require.NoError(t, err)
		review, err := smart.Checks{}.Assess(h, &ledger, at)
		if err != nil {
			require.ErrorIs(t, err, kpi.ErrObservation, "two readings of one instant")
			continue
		}
		g := review.Goals[0]
		f := g.Forecast
		if absent[f.Absence]++; f.Absence == "" {
			known++
		}
		require.True(t, f.Chance >= 0 && f.Chance <= 1, f)
		for _, x := range []float64{f.Left, f.Needed, f.Usual, f.Best, f.Even, f.Quarter} {
			require.False(t, math.IsNaN(x) || math.IsInf(x, 0), f)
		}
		for _, x := range g.Findings {
			require.NotRegexp(t, `NaN|Inf|[{}]|unknown`, x.Message+x.Fix)
		}
	}
	assert.Greater(t, known, 50, "some goals are forecast")
	for _, why := range []kpi.Absence{smart.NotForecast, smart.NoHistory, smart.NoSpread, smart.NoAim} {
		assert.Positive(t, absent[why], why)
	}
}
