package smart

import (
	"slices"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// forecastSum is forecast for what adds up.
func (f *facts) forecastSum(p kpi.Period, at kpi.Moment) Forecast {
	h, direction := &f.history, f.aim.direction
	if slices.Min(h.values) == slices.Max(h.values) {
		return Forecast{Absence: NoSpread}
	}
	value := f.value
	if !value.Known() && at.Bound().Before(h.step.After(p.Start, 1)) {
		value = kpi.ValueOf(kpi.Int(0)) // no reading was due yet
	}
	outlook := trend.Aim{To: f.aim.to, Period: p, At: at, Value: value}.ForecastSum(h.totals())
	fit := outlook.Fit
	chance, known := fit.Chance.Float64()
	if !known {
		return Forecast{Absence: fit.Chance.Absence()}
	}
	left, _ := outlook.DaysLeft.Float64()
	left *= 24 / h.stepHours()
	forecast := Forecast{
		Chance: chance, Points: fit.N, Step: h.step, Left: left,
		Needed: missing(f.aim.to, value) / left, Usual: mean(h.values), Best: bestMean(h.values, left, direction),
	}
	forecast.Beyond = beyond(forecast.Needed*float64(direction), forecast.Best*float64(direction))
	// Package trend speaks of sums that go up: of the others it is the other tail.
	forecast.Even, _ = fit.Target(0.5).Float64()
	forecast.Quarter, _ = fit.Target(0.25).Float64()
	if direction < 0 {
		forecast.Chance = 1 - chance
		forecast.Quarter, _ = fit.Target(0.75).Float64()
	}
	return forecast.checked()
}

// missing returns what is missing to a target; all of it before the period starts.
func missing(to, value kpi.Value) float64 {
	if !value.Known() {
		return float(to)
	}
	return float(to) - float(value)
}
