package smart

import "math"

// forecastLevel is forecast for what stands, or is read over a trailing window or
// whole periods: its value at the end.
func (f *facts) forecastLevel(q *question) Forecast {
	h, x, direction := &f.history, float(f.aim.to), f.aim.direction
	scale, left := scaleOf(q.metric.Unit, h.values, x), h.stepsTo(q.period.End)
	if !q.since.IsZero() {
		left -= h.stepsTo(q.since)
	}
	m, ok := h.prospects(scale.all(h.values), horizon{steps: left}, q.walks())
	if !ok {
		return Forecast{Absence: NoSpread}
	}
	target := func(chance float64) float64 { return q.domain.keep(scale.back(m.target(chance, direction))) }
	ends := domain{scale.end(q.domain.low), scale.end(q.domain.high)}
	forecast := Forecast{
		Chance: ends.chance(m, scale.of(x), direction), Points: len(h.values), Step: h.step, Left: left,
		Even: target(0.5), Quarter: target(0.25), Growth: scale.kind == logarithm,
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
