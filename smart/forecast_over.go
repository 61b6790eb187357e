package smart

import (
	"math"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// forecastOver is forecast for what comes together over the period: a total, or the
// mean that a rate over the period is. It is what the period brought so far, and the
// steps that are left of it. Of a mean each part of the period counts by its length:
// what the steps to come will have been divided by is not known.
func (f *facts) forecastOver(q *question) Forecast {
	h, x, direction := &f.history, float(f.aim.to), f.aim.direction
	from := f.unread(q.period, q.bound)
	to, ok := h.stepsOver(from, q.period.End)
	if !ok {
		return Forecast{Absence: TooFar}
	}
	m, ok := h.prospects(h.values, to, q.walks())
	if !ok {
		return Forecast{Absence: NoSpread}
	}
	left := to.total()
	pooled := q.metric.Combine != kpi.Sum
	so, whole := 0.0, 1.0 // far; no reading is none that counts
	if f.value.Known() {
		so = float(f.value)
	}
	if pooled {
		done := 0.0
		if f.value.Known() {
			done = max(h.stepsTo(from)-h.stepsTo(q.period.Start), 0)
		}
		so, whole = so*done, done+left
	}
	future := q.domain.times(left)
	target := func(chance float64) float64 { return (so + future.keep(m.target(chance, direction))) / whole }
	forecast := Forecast{
		Chance: future.chance(m, x*whole-so, direction), Points: len(h.values), Step: h.step, Left: left, Mean: pooled,
		Needed: (x*whole - so) / max(left, 1), Usual: mean(h.values), Best: bestMean(h.values, left, direction),
		Even: target(0.5), Quarter: target(0.25),
	}
	if pooled {
		forecast.Needed = (x*whole - so) / left
		forecast.Beyond = beyondMean(forecast.Needed, forecast.Best, forecast.Usual, direction)
		return forecast
	}
	forecast.Beyond = beyond(forecast.Needed*float64(direction), forecast.Best*float64(direction))
	return forecast
}

// unread returns from when on a period is forecast: where the last value ends, or
// the moment if something was read since, as of a week that is not over.
func (f *facts) unread(p kpi.Period, bound time.Time) time.Time {
	from := f.history.buckets[len(f.history.buckets)-1].End
	if f.newest.After(from) {
		from = bound
	}
	if from.Before(p.Start) {
		return p.Start
	}
	return from
}

// mostAhead is how many steps ahead a sum is forecast: eleven years of days.
const mostAhead = 4000

// stepsOver returns the steps after the last value that lie in a span, or the part
// of each that does. It reports false if they are too many.
func (h *history) stepsOver(start, end time.Time) (horizon, bool) {
	from, to := h.stepsTo(start), h.stepsTo(end)
	if !(to <= mostAhead) {
		return horizon{}, false
	}
	parts := make([]float64, int(math.Ceil(to)))
	for i := range parts {
		parts[i] = max(min(to, float64(i+1))-max(from, float64(i)), 0)
	}
	return horizon{parts: parts}, true
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v / float64(len(values))
	}
	return sum
}
