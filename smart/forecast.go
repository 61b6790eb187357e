package smart

import (
	"math"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// Why there is no forecast.
const (
	NotForecast kpi.Absence = "there is nothing to forecast"         // no reach, at_least or at_most target, or the goal is over
	NoHistory   kpi.Absence = "fewer than 4 readings at equal steps" // before the moment
	NoSpread    kpi.Absence = "the readings do not vary"
	NoAim       kpi.Absence = "the value to reach is unknown"
)

// A Forecast says with what chance a goal reaches its target if its metric goes
// on as it did. It is an estimate from at most 36 past values at equal steps, in
// floats.
//
// What stands (followers, a rate) goes on by steps like those that it took, on a
// logarithmic scale, for ratios a logit one: the middle step, and a spread that
// grows with the root of time. What adds up (leads, sales) goes on bringing the
// mean of the past steps, as [trend.Aim.ForecastSum] has it. A season is seen in
// monthly and quarterly values of what stands, once there are two full years; of
// what adds up it is not.
//
// A metric that is forecast over its running period, such as a rate, is compared
// with the target as it is at the end, not over all of the period.
type Forecast struct {
	Absence kpi.Absence // why there is none; then all else is 0

	Chance float64     // of reaching the target by the end, 0 to 1
	Points int         // past values used
	Step   kpi.Cadence // between them; "" is the length of the goal's period
	Left   float64     // steps left

	// Rates per step: of what adds up the amount; of what stands the growth (0.04 is
	// 4 %) if Growth says so, else the change.
	Growth bool
	Needed float64 // from now to the target
	Usual  float64 // on average in the past
	Best   float64 // in the best stretch as long as what is left, or as leaves three to compare
	// Beyond is what is needed by the best there was: above 1 it was never seen. It
	// is infinite if there never was a move towards the target.
	Beyond float64

	Even    float64 // the target with an even chance
	Quarter float64 // the target with a chance of one in four
}

// forecast returns the forecast of a goal's history towards its aim.
func (f *facts) forecast(p kpi.Period, combine kpi.Combine, unit kpi.Unit, at kpi.Moment) Forecast {
	switch {
	case !f.aim.to.Known() || !finite(float(f.aim.to)):
		return Forecast{Absence: NoAim}
	case len(f.history.values) < fewestPoints:
		return Forecast{Absence: NoHistory}
	case combine == kpi.Sum:
		return f.forecastSum(p, at)
	}
	return f.forecastLevel(p, unit)
}

// forecastLevel is forecast for what stands.
func (f *facts) forecastLevel(p kpi.Period, unit kpi.Unit) Forecast {
	h, x, direction := &f.history, float(f.aim.to), f.aim.direction
	layout := scaleOf(unit, append([]float64{x}, h.values...))
	laid := make([]float64, len(h.values))
	for i, v := range h.values {
		laid[i] = layout.of(v)
	}
	left := h.stepsTo(p.End)
	d, ok := driftOf(laid, left, h.cycle())
	if !ok {
		return Forecast{Absence: NoSpread}
	}
	forecast := Forecast{
		Chance: d.chance(layout.of(x), direction), Points: len(laid), Step: h.step, Left: left,
		Even: layout.back(d.target(0.5, direction)), Quarter: layout.back(d.target(0.25, direction)),
	}
	forecast.compare(laid, layout.of(x), direction)
	needed, best := forecast.Needed*float64(direction), forecast.Best*float64(direction)
	forecast.Beyond = beyond(needed, best)
	if layout == logarithm {
		forecast.Growth = true
		for _, rate := range []*float64{&forecast.Needed, &forecast.Usual, &forecast.Best} {
			*rate = math.Expm1(*rate)
		}
	} else {
		forecast.compare(h.values, x, direction)
	}
	return forecast.checked()
}

// compare fills in the rates per step that are needed and that there were, of
// values on some scale.
func (f *Forecast) compare(values []float64, to float64, direction sign) {
	first, last := values[0], values[len(values)-1]
	f.Needed = (to - last) / f.Left
	f.Usual = (last - first) / float64(len(values)-1)
	f.Best = bestRate(values, f.Left, direction) * float64(direction)
}

// checked returns f if its figures are finite.
func (f Forecast) checked() Forecast {
	for _, x := range []float64{f.Chance, f.Left, f.Needed, f.Usual, f.Best, f.Even, f.Quarter} {
		if !finite(x) {
			return Forecast{Absence: trend.NotFinite}
		}
	}
	return f
}
