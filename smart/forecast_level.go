package smart

import (
	"math"

	"github.com/goalkit/goalkit/kpi"
)

// forecastLevel is forecast for what does not add up: its value at the end.
func (f *facts) forecastLevel(p kpi.Period, combine kpi.Combine, unit kpi.Unit) Forecast {
	h, x, direction := &f.history, float(f.aim.to), f.aim.direction
	walk := rateWalks
	if combine == kpi.Last {
		walk = standingWalks
	}
	scale, left := scaleOf(unit, h.values, x), h.stepsTo(p.End)
	m, ok := h.prospects(scale.all(h.values), horizon{steps: left}, walk)
	if !ok {
		return Forecast{Absence: NoSpread}
	}
	forecast := Forecast{
		Chance: m.chance(scale.of(x), direction), Points: len(h.values), Step: h.step, Left: left,
		Even: scale.back(m.target(0.5, direction)), Quarter: scale.back(m.target(0.25, direction)),
		Growth: scale.kind == logarithm,
	}
	if forecast.Growth {
		forecast.compare(scale.all(h.values), scale.of(x), direction, math.Expm1)
	} else {
		forecast.compare(h.values, x, direction, func(rate float64) float64 { return rate })
	}
	return forecast
}

// compare fills in the rates per step that are needed and that there were, of
// values on a scale where they are differences; shown makes them what is shown.
func (f *Forecast) compare(values []float64, to float64, direction sign, shown func(float64) float64) {
	first, last := values[0], values[len(values)-1]
	f.Needed = shown((to - last) / max(f.Left, 1))
	f.Usual = shown((last - first) / float64(len(values)-1))
	f.Best = shown(bestRate(values, f.Left, direction) * float64(direction))
	f.Beyond = beyond(f.Needed*float64(direction), f.Best*float64(direction))
}
