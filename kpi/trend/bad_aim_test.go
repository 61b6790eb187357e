package trend_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

func TestZeroAim(t *testing.T) {
	assert.False(t, trend.Projection{}.Target(0.5).Known())
	for name, f := range figures(trend.Aim{}.Forecast(nil)) {
		assert.False(t, f.Known(), name)
		assert.NotEmpty(t, f.Absence(), name)
	}
}

// What is missing costs the figures that need it, each with its reason.
func TestBadAims(t *testing.T) {
	points := weekly(40, 3, 8, 1, 9, 14, 10)
	tests := []struct {
		name    string
		change  func(*trend.Aim)
		reasons map[string]kpi.Absence
	}{
		{"nothing wrong", func(*trend.Aim) {}, map[string]kpi.Absence{
			"run rate chance": trend.NoSpread, "recent chance": trend.NoSpread, "run rate low": trend.NoSpread, "recent target": trend.NoSpread,
			"needed": "", "current": "", "load": "", "to go": "", "buffer": "", "fit": "", "fit chance": "", "fit low": "", "fit target": "",
		}},
		{"no moment", func(a *trend.Aim) { a.At = kpi.Moment{} }, map[string]kpi.Absence{
			"progress": "", "expected": trend.NoMoment, "days left": trend.NoMoment, "needed": trend.NoMoment, "current": trend.NoMoment,
			"load": trend.NoMoment, "to go": trend.NoMoment, "buffer": trend.NoMoment, "run rate": trend.NoMoment, "fit": trend.NoMoment,
		}},
		{"no period", func(a *trend.Aim) { a.Period = kpi.Period{} }, map[string]kpi.Absence{
			"progress": "", "expected": trend.NoPeriod, "needed": trend.NoPeriod, "buffer": trend.NoPeriod, "fit": trend.NoPeriod,
		}},
		{"absurd moment", func(a *trend.Aim) { a.At = kpi.Before(time.Unix(1<<60, 0)) }, map[string]kpi.Absence{
			"expected": trend.OutOfYears, "needed": trend.OutOfYears, "current": trend.OutOfYears, "fit": trend.OutOfYears,
		}},
		{"no target", func(a *trend.Aim) { a.To = kpi.Value{} }, map[string]kpi.Absence{
			"progress": trend.NoTarget, "needed": trend.NoTarget, "load": trend.NoTarget, "to go": trend.NoTarget,
			"current": "", "run rate": "", "recent": "", "fit": "", "fit chance": trend.NoTarget, "fit low": "", "fit target": trend.NoTarget,
		}},
		{"no baseline", func(a *trend.Aim) { a.From = kpi.Value{} }, map[string]kpi.Absence{
			"progress": kpi.NoBaseline, "needed": kpi.NoBaseline, "run rate": kpi.NoBaseline, "fit chance": kpi.NoBaseline, "recent": "",
		}},
		{"faulty target", func(a *trend.Aim) { a.To = kpi.ValueOf(kpi.Num("soon")) }, map[string]kpi.Absence{"needed": trend.NoTarget}},
		{"target where it began", func(a *trend.Aim) { a.To = a.From }, map[string]kpi.Absence{
			"progress": trend.NoDistance, "needed": trend.NoDistance, "fit chance": trend.NoDistance, "fit": "",
		}},
		{"no reading", func(a *trend.Aim) { a.Value = kpi.Value{} }, map[string]kpi.Absence{
			"progress": kpi.NoReading, "needed": kpi.NoReading, "to go": kpi.NoReading, "run rate": kpi.NoReading, "recent": kpi.NoReading,
			"current": "", "fit": "", "fit chance": "",
		}},
		{"too early", func(a *trend.Aim) { a.Expected = kpi.RatioOf(kpi.Num("0.0999")) }, map[string]kpi.Absence{
			"run rate": trend.TooEarly, "fit": "", "recent": "", "needed": "",
		}},
		{"early enough", func(a *trend.Aim) { a.Expected = kpi.RatioOf(kpi.Num("0.1")) }, map[string]kpi.Absence{"run rate": ""}},
		{"all expected", func(a *trend.Aim) { a.Expected = kpi.Units(5e18) }, map[string]kpi.Absence{
			"expected": "", "to go": trend.AllExpected, "run rate": "", "buffer": "",
		}},
		{"over", func(a *trend.Aim) { a.At = after(100) }, map[string]kpi.Absence{
			"days left": "", "needed": trend.PeriodOver, "load": trend.PeriodOver, "to go": trend.AllExpected, "buffer": trend.PeriodOver,
			"run rate": trend.PeriodOver, "recent": trend.PeriodOver, "fit": trend.PeriodOver, "fit chance": trend.PeriodOver, "fit low": trend.PeriodOver,
		}},
		{"window without points", func(a *trend.Aim) { a.Window = window(t, "3d") }, map[string]kpi.Absence{
			"current": trend.TooFewData, "load": trend.TooFewData, "recent": trend.TooFewData, "fit": "",
		}},
		{"other way", func(a *trend.Aim) { a.From, a.To = kpi.ValueOf(kpi.Int(100)), kpi.ValueOf(kpi.Int(0)) }, map[string]kpi.Absence{"load": trend.NotTowards, "fit chance": ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			aim := aimAt(40, 10)
			tt.change(&aim)
			got := figures(aim.Forecast(points))
			for name, why := range tt.reasons {
				assert.Equal(t, why, got[name].Absence(), name)
				assert.Equal(t, why == "", got[name].Known(), name)
			}
		})
	}
}

func TestBadSeries(t *testing.T) {
	start := hundredDays.Start
	tests := []struct {
		name         string
		points       []trend.Point
		current, fit kpi.Absence
	}{
		{"none", nil, trend.TooFewData, trend.TooFewData},
		{"one", weekly(40, 5), trend.TooFewData, trend.TooFewData},
		{"three", weekly(40, 5, 6, 8), "", trend.TooFewData},
		{"four", weekly(40, 5, 6, 8, 3), "", ""},
		{"one time", []trend.Point{{start, 1}, {start, 2}, {start, 3}, {start, 4}}, trend.TooFewData, trend.OneTime},
		{"one time in the window", []trend.Point{{start.AddDate(0, 0, 39), 1}, {start.AddDate(0, 0, 39), 2}}, trend.OneTime, trend.TooFewData},
		{"two at a time", append(weekly(40, 1, 2, 3), weekly(40, 3, 4, 5)...), "", ""},
		{"NaN", weekly(40, 1, 2, math.NaN(), 4, 5), trend.NotFinite, trend.NotFinite},
		{"infinite", weekly(40, 1, 2, inf, 4, 5), trend.NotFinite, trend.NotFinite},
		{"too large", weekly(40, 1, -math.MaxFloat64, 3, 4, math.MaxFloat64), "", trend.NotFinite},
		{"all too large", weekly(40, -math.MaxFloat64, 1, 3, 4, math.MaxFloat64), trend.NotFinite, trend.NotFinite},
		{"absurd time", append(weekly(40, 1, 2, 3, 4), trend.Point{At: time.Unix(-1<<60, 0)}), trend.OutOfYears, trend.OutOfYears},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := aimAt(40, 10).Forecast(tt.points)
			assert.Equal(t, tt.current, o.Current.Absence(), "current")
			assert.Equal(t, tt.fit, o.Fit.Value.Absence(), "fit")
			assert.Equal(t, tt.fit, o.Fit.Chance.Absence(), "chance")
			assert.True(t, o.Needed.Known())
		})
	}
}

func TestBadTotals(t *testing.T) {
	with := func(extra kpi.Period) []trend.Total {
		return append(weeks(35, 1, 2, 3, 4), trend.Total{Period: extra, Value: 5})
	}
	tests := []struct {
		name         string
		totals       []trend.Total
		current, fit kpi.Absence
	}{
		{"none", nil, trend.TooFewData, trend.TooFewData},
		{"one", weeks(35, 5), "", trend.TooFewData},
		{"all 0", weeks(35, 0, 0, 0, 0), "", ""},
		{"negative", weeks(35, -1, -2, -3, -4), "", ""},
		{"NaN", weeks(35, 1, 2, math.NaN(), 3), trend.NotFinite, trend.NotFinite},
		{"too large", weeks(35, math.MaxFloat64, math.MaxFloat64, 1, -math.MaxFloat64), trend.NotFinite, trend.NotFinite},
		{"empty period", with(kpi.Period{}), trend.NoPeriod, trend.NoPeriod},
		{"absurd period", with(kpi.Period{Start: time.Unix(-1<<60, 0), End: hundredDays.Start}), trend.OutOfYears, trend.OutOfYears},
		{"of an instant", with(kpi.Period{Start: hundredDays.Start, End: hundredDays.Start.Add(1)}), "", ""},
		{"before the window", weeks(-50, 1, 2, 3, 4), trend.TooFewData, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := aimAt(40, 10).ForecastSum(tt.totals)
			assert.Equal(t, tt.current, o.Current.Absence(), "current")
			assert.Equal(t, tt.fit, o.Fit.Value.Absence(), "fit")
			assert.True(t, o.Needed.Known())
		})
	}
	assert.Equal(t, trend.NotTowards, aimAt(40, 10).ForecastSum(weeks(35, 0, 0, 0, 0)).Fit.Hit.Absence())
	assert.Equal(t, trend.NotTowards, aimAt(40, 10).ForecastSum(weeks(35, -1, -2, -3, -4)).Fit.Hit.Absence())
	slow := aimAt(40, 10).ForecastSum(weeks(35, 0, 0, 0, 1e-9)).Fit.Hit
	assert.Equal(t, trend.OutOfYears, slow.Absence())
}
