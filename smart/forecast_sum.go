package smart

import (
	"math"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// forecastSum is forecast for what adds up: what the period brought so far, and
// the steps that are left of it.
func (f *facts) forecastSum(p kpi.Period, bound time.Time) Forecast {
	h, x, direction := &f.history, float(f.aim.to), f.aim.direction
	so := 0.0 // far; no reading is none that counts
	if f.value.Known() {
		so = float(f.value)
	}
	to, ok := h.stepsOver(f.unread(p, bound), p.End)
	if !ok {
		return Forecast{Absence: TooFar}
	}
	m, ok := h.prospects(h.values, to, totalWalks)
	if !ok {
		return Forecast{Absence: NoSpread}
	}
	left := to.total()
	forecast := Forecast{
		Chance: m.chance(x-so, direction), Points: len(h.values), Step: h.step, Left: left,
		Needed: (x - so) / max(left, 1), Usual: mean(h.values), Best: bestMean(h.values, left, direction),
		Even: so + m.target(0.5, direction), Quarter: so + m.target(0.25, direction),
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
