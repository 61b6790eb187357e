package trend_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// hundredDays starts on a Monday.
var hundredDays = period("2026-01-05/2026-04-14")

// after returns the moment so many days into hundredDays.
func after(days int) kpi.Moment { return kpi.Before(hundredDays.Start.AddDate(0, 0, days)) }

// aimAt is the aim to get from 0 to 100 in hundredDays.
func aimAt(days int, value int64) trend.Aim {
	return trend.Aim{
		From: kpi.ValueOf(kpi.Int(0)), To: kpi.ValueOf(kpi.Int(100)), Period: hundredDays,
		At: after(days), Value: kpi.ValueOf(kpi.Int(value)),
	}
}

// weekly returns points a week apart, the last so many days into hundredDays.
func weekly(last int, values ...float64) []trend.Point {
	points := make([]trend.Point, len(values))
	for i, v := range values {
		points[i] = trend.Point{At: hundredDays.Start.AddDate(0, 0, last-7*(len(values)-1-i)), Value: v}
	}
	return points
}

// weeks returns totals of weeks, the last of which ends so many days into hundredDays.
func weeks(last int, values ...float64) []trend.Total {
	totals := make([]trend.Total, len(values))
	for i, p := range weekly(last, values...) {
		totals[i] = trend.Total{Period: kpi.Period{Start: p.At.AddDate(0, 0, -7), End: p.At}, Value: p.Value}
	}
	return totals
}

// Oboard's published example: on day 40 of 100, with 15, 20 and 50 of 100, a
// goal goes at 37%, 50% and 125% of its pace, and so will end there.
func TestRunRateOfOboard(t *testing.T) {
	for done, want := range map[int64]float64{15: 37.5, 20: 50, 50: 125} {
		assert.InDelta(t, want, value(t, aimAt(40, done).Forecast(nil).RunRate.Value), 1e-12)
	}
}

// Pay-per-click pacing: needed per day is the rest by the days left, and the
// projection is spend to date and the days left at the mean of the last 7 days.
func TestPacing(t *testing.T) {
	aim := trend.Aim{
		To: kpi.ValueOf(kpi.Int(3000)), Period: period("2026-04"), At: day("2026-04-20"),
		Value: kpi.ValueOf(kpi.Int(2300)), Window: window(t, "7d"),
	}
	spend := make([]trend.Total, 20)
	for i := range spend {
		start := aim.Period.Start.AddDate(0, 0, i)
		spend[i] = trend.Total{Period: kpi.Period{Start: start, End: start.AddDate(0, 0, 1)}, Value: 120}
		if i >= 13 {
			spend[i].Value = 740. / 7
		}
	}
	o := aim.ForecastSum(spend)
	assert.InDelta(t, 70, value(t, o.Needed), 1e-12)
	assert.InDelta(t, 740./7, value(t, o.Current), 1e-9)
	assert.Equal(t, 7, o.Recent.N)
	assert.InDelta(t, 2300+10*740./7, value(t, o.Recent.Value), 1e-9)
	assert.InDelta(t, 2300./20*30, value(t, o.RunRate.Value), 1e-9)
	assert.InDelta(t, 70/(740./7), value(t, o.Load), 1e-9)
}

func window(t *testing.T, text string) kpi.Window {
	t.Helper()
	w, err := kpi.ParseWindow(text)
	require.NoError(t, err)
	return w
}

func TestPace(t *testing.T) {
	tests := []struct {
		name                       string
		aim                        trend.Aim
		needed, toGo, buffer, left float64
	}{
		{"on pace", aimAt(40, 40), 1, 1, 0, 60},
		{"behind", aimAt(40, 16), 1.4, 1.4, -24, 60},
		{"ahead", aimAt(40, 70), 0.5, 0.5, 30, 60},
		{"below where it began", aimAt(40, -20), 2, 2, -40, 60},
		{"not begun", aimAt(-10, 0), 1, 1, 0, 100},
		{"last day", aimAt(99, 90), 10, 10, -9, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := tt.aim.Forecast(nil)
			assert.InDelta(t, tt.needed, value(t, o.Needed), 1e-12)
			assert.InDelta(t, tt.toGo, value(t, o.ToGo), 1e-12)
			assert.InDelta(t, tt.buffer, value(t, o.Buffer), 1e-12)
			assert.InDelta(t, tt.left, value(t, o.DaysLeft), 1e-12)
		})
	}
}

// A plan that expects 80% after 40 of 100 days runs from there to 100% in 60.
func TestExpectedOfThePlan(t *testing.T) {
	aim := aimAt(40, 90)
	aim.Expected = kpi.RatioOf(kpi.Num("0.8"))
	o := aim.Forecast(nil)
	assert.InDelta(t, 0.5, value(t, o.ToGo), 1e-12)
	assert.InDelta(t, 30, value(t, o.Buffer), 1e-12, "90% is expected after half of the 60 days")
	assert.InDelta(t, 112.5, value(t, o.RunRate.Value), 1e-12)
	hit, _ := o.RunRate.Hit.Time()
	assert.InDelta(t, 40+60*(0.8/0.9-0.8)/0.2, daysInto(hit), 1e-5, "with 0.9/0.8 of the plan, 1 is reached when 0.8/0.9 is expected")

	aim.Value = kpi.ValueOf(kpi.Int(60))
	assert.InDelta(t, -10, value(t, aim.Forecast(nil).Buffer), 1e-12, "60% was expected after 3/4 of the 40 days")
}

func daysInto(t time.Time) float64 { return t.Sub(hundredDays.Start).Hours() / 24 }

// The line is y = 2x + 10 and the residuals ±1, so everything can be checked by
// hand: n = 4, x = -21, -14, -7, 0 days; see chanceOf2 for T.
func TestLeastSquares(t *testing.T) {
	aim := aimAt(40, 12)
	aim.To = kpi.ValueOf(kpi.Int(150))
	points := weekly(40, 10-42+1, 10-28-1, 10-14-1, 10+1)
	fit := aim.Forecast(points).Fit
	assert.Equal(t, trend.ByLeastSquares, fit.Method)
	assert.Equal(t, 4, fit.N)
	assert.Equal(t, kpi.Period{Start: points[0].At, End: points[3].At}, fit.Span)
	assert.InDelta(t, 130, value(t, fit.Value), 1e-9)

	const sxx = 49 * 5
	s := math.Sqrt(4. / 2)
	spread := s * math.Sqrt(1+1./4+70.5*70.5/sxx)
	assert.InDelta(t, tailOf2((150-130)/spread), value(t, fit.Chance), 1e-12)
	hit, ok := fit.Hit.Time()
	require.True(t, ok)
	assert.InDelta(t, 40+70, daysInto(hit), 1e-5)

	target := value(t, fit.Target(0.25))
	assert.InDelta(t, 0.25, tailOf2((target-130)/spread), 1e-12)
	low, high := fit.Interval(0.9)
	assert.InDelta(t, 0.05, tailOf2((130-value(t, low))/spread), 1e-12)
	assert.InDelta(t, 0.05, tailOf2((value(t, high)-130)/spread), 1e-12)
}

// tailOf2 is P(T > t) for 2 degrees of freedom, in closed form.
func tailOf2(t float64) float64 { return 0.5 - t/(2*math.Sqrt(2+t*t)) }

// tailOf3 is P(T > t) for 3 degrees of freedom, in closed form.
func tailOf3(t float64) float64 {
	u := t / math.Sqrt(3)
	return 0.5 - (u/(1+u*u)+math.Atan(u))/math.Pi
}

// 30 in hand, 60 days left, so 60/7 weeks at 8, 10, 10, 12 each: mean 10, s² = 8/3.
func TestTotals(t *testing.T) {
	aim := aimAt(40, 30)
	aim.From = kpi.ValueOf(kpi.Int(-1000)) // means nothing to a sum
	o := aim.ForecastSum(weeks(35, 8, 10, 10, 12))
	assert.Equal(t, trend.ByTotals, o.Fit.Method)
	assert.Equal(t, 4, o.Fit.N)
	assert.Equal(t, hundredDays.Start.AddDate(0, 0, 7), o.Fit.Span.Start)
	assert.Equal(t, hundredDays.Start.AddDate(0, 0, 35), o.Fit.Span.End)

	const k = 60. / 7
	spread := math.Sqrt(k * 8 / 3 * (1 + k/4))
	assert.InDelta(t, 30+10*k, value(t, o.Fit.Value), 1e-12)
	assert.InDelta(t, tailOf3((100-30-10*k)/spread), value(t, o.Fit.Chance), 1e-12)
	hit, _ := o.Fit.Hit.Time()
	assert.InDelta(t, 40+49, daysInto(hit), 1e-5)
	assert.InDelta(t, 0.3, value(t, o.Progress), 1e-12)
	assert.InDelta(t, 75, value(t, o.RunRate.Value), 1e-12)
	// The window began on day 12; the week that ended on day 14 ended in it.
	assert.Equal(t, 4, o.Recent.N)
	assert.InDelta(t, 10./7, value(t, o.Current), 1e-12)
}

// Before its period a sum is 0, and all of the period is to come.
func TestTotalsBeforeThePeriod(t *testing.T) {
	aim := aimAt(-30, 0)
	aim.Value = kpi.Value{}
	o := aim.ForecastSum(weeks(-30, 7, 7, 7, 7))
	assert.InDelta(t, 100, value(t, o.Fit.Value), 1e-12)
	assert.InDelta(t, 100, value(t, o.Recent.Value), 1e-12)
	assert.InDelta(t, 1, value(t, o.Needed), 1e-12)
	hit, _ := o.Recent.Hit.Time()
	assert.True(t, hundredDays.End.Equal(hit), hit)
	assert.Equal(t, kpi.NoReading, aimWithoutValue(10).ForecastSum(nil).RunRate.Value.Absence(), "once it has begun, unknown is not 0")

	// A value that stands can go on before the period.
	aim = aimAt(-30, 10)
	o = aim.Forecast(weekly(-30, -11, -4, 3, 10))
	assert.InDelta(t, 140, value(t, o.Recent.Value), 1e-12)
	assert.InDelta(t, 140, value(t, o.Fit.Value), 1e-9)
	assert.InDelta(t, 0.9, value(t, o.Needed), 1e-12)
}

func aimWithoutValue(days int) trend.Aim {
	a := aimAt(days, 0)
	a.Value = kpi.Value{}
	return a
}

func TestCurrentRate(t *testing.T) {
	o := aimAt(40, 30).Forecast(weekly(40, 0, 0, 2, 9, 16, 23, 30))
	assert.Equal(t, 5, o.Recent.N, "28 days have five ends of weeks")
	assert.InDelta(t, 1, value(t, o.Current), 1e-12)
	assert.InDelta(t, 70./60, value(t, o.Load), 1e-12)
	assert.InDelta(t, 90, value(t, o.Recent.Value), 1e-12)
	hit, _ := o.Recent.Hit.Time()
	assert.InDelta(t, 110, daysInto(hit), 1e-5)

	aim := aimAt(40, 30)
	aim.Window = window(t, "2w")
	o = aim.Forecast(weekly(40, 0, 0, 30))
	assert.Equal(t, 3, o.Recent.N)
	assert.InDelta(t, 30./14, value(t, o.Current), 1e-12)
}

func TestReadingsAfterTheMoment(t *testing.T) {
	points := weekly(40, 10, 14, 20, 27, 30)
	later := trend.Point{At: hundredDays.Start.AddDate(0, 0, 41), Value: math.NaN()}
	assert.Equal(t, aimAt(40, 30).Forecast(points), aimAt(40, 30).Forecast(append(points, later)))

	totals := weeks(35, 10, 14, 20, 27)
	unfinished := weeks(42, 1)
	assert.Equal(t, aimAt(40, 30).ForecastSum(totals), aimAt(40, 30).ForecastSum(append(totals, unfinished...)))
}

// Without spread the chance is that of a comparison, an exact hit counting.
func TestWithoutSpread(t *testing.T) {
	for to, want := range map[string]float64{"69.9": 1, "70": 1, "70.1": 0} {
		aim := aimAt(40, 10)
		aim.To = kpi.ValueOf(kpi.Num(to))
		fit := aim.Forecast(weekly(40, -11, -4, 3, 10)).Fit
		assert.Equal(t, want, value(t, fit.Chance), "line up to %s", to)
		low, high := fit.Interval(0.9)
		assert.InDelta(t, 70, value(t, low), 1e-9)
		assert.InDelta(t, 70, value(t, high), 1e-9)

		fit = aim.ForecastSum(weeks(40, 7, 7, 7, 7)).Fit
		assert.Equal(t, want, value(t, fit.Chance), "sum up to %s", to)
	}
	// Down to a tenth in steps that have no exact float64.
	aim := trend.Aim{From: kpi.ValueOf(kpi.Num("0.9")), To: kpi.ValueOf(kpi.Num("0.1")), Period: hundredDays, At: after(60), Value: kpi.ValueOf(kpi.Num("0.5"))}
	points := weekly(60, 0.5+0.07*3, 0.5+0.07*2, 0.5+0.07, 0.5)
	assert.Equal(t, 1.0, value(t, aim.Forecast(points).Fit.Chance))
	aim.To = kpi.ValueOf(kpi.Num("0.099"))
	assert.Equal(t, 0.0, value(t, aim.Forecast(points).Fit.Chance))
}

func TestConstantSeries(t *testing.T) {
	o := aimAt(40, 5).Forecast(weekly(40, 5, 5, 5, 5, 5))
	assert.Equal(t, 5.0, value(t, o.Fit.Value))
	assert.Equal(t, 0.0, value(t, o.Fit.Chance))
	assert.Equal(t, trend.NotTowards, o.Fit.Hit.Absence())
	assert.Equal(t, trend.NotTowards, o.Recent.Hit.Absence())
	assert.Equal(t, trend.NotTowards, o.Load.Absence())
	assert.Equal(t, 0.0, value(t, o.Current))

	line, why := trend.Fit(weekly(40, 5, 5, 5))
	require.Empty(t, why)
	assert.Equal(t, 0.0, line.Slope)
	assert.Equal(t, trend.AllEqual, line.R2.Absence())
	assert.Equal(t, 0.0, value(t, line.ResidualSD))
	assert.Equal(t, trend.NotTowards, line.Reaches(6).Absence())
}

func TestTargetMet(t *testing.T) {
	o := aimAt(40, 100).Forecast(weekly(40, 70, 85, 99, 120, 100))
	assert.Equal(t, trend.TargetMet, o.Needed.Absence())
	assert.Equal(t, trend.TargetMet, o.Load.Absence())
	assert.Equal(t, trend.TargetMet, o.Fit.Hit.Absence())
	assert.Equal(t, 0.0, value(t, o.ToGo))
	assert.Equal(t, 60.0, value(t, o.Buffer), "never more than what is left")
	assert.Less(t, value(t, o.Fit.Chance), 1.0, "what stands may fall again")

	assert.Equal(t, 0.0, value(t, aimAt(40, 120).Forecast(nil).ToGo), "never below nothing")

	o = aimAt(40, 100).ForecastSum(weeks(35, 0, 40, 0, 0, 60))
	assert.Equal(t, 1.0, value(t, o.Fit.Chance), "what came in stays")
	o = aimAt(40, 100).ForecastSum(weeks(35, 0, 40, -20, 0, 60))
	assert.Less(t, value(t, o.Fit.Chance), 1.0, "unless some of it can go")
}

// A line that passed the target although the value did not promises it now.
func TestLinePastTheTarget(t *testing.T) {
	aim := aimAt(40, 95)
	hit, ok := aim.Forecast(weekly(40, 20, 60, 100, 120, 95)).Fit.Hit.Time()
	require.True(t, ok)
	assert.Equal(t, aim.At.Bound(), hit)
}

func TestWindowOf(t *testing.T) {
	for c, want := range map[kpi.Cadence]string{
		"": "28d", kpi.Daily: "28d", kpi.Weekly: "28d", kpi.Fortnightly: "56d", kpi.Monthly: "4m", kpi.Quarterly: "12m",
		"fortnight": "28d",
	} {
		assert.Equal(t, want, trend.WindowOf(c).String(), c)
	}
}
