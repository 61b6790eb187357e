package smart

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// Why there is no forecast; [trend.NotFinite] is used too.
const (
	NotForecast kpi.Absence = "there is nothing to forecast"         // no reach, at_least or at_most target, or the goal is over
	NoHistory   kpi.Absence = "fewer than 4 readings at equal steps" // before the moment
	NoSpread    kpi.Absence = "the readings do not vary"             // or leave nothing to chance, as those on a straight line
	NoAim       kpi.Absence = "the value to reach is unknown"
	// OpenBaseline is said of a change whose baseline is a total, a mean or the like
	// of a time that is not over: "+10%" of half a quarter is no target. What stands
	// has a newest value to start from.
	OpenBaseline kpi.Absence = "what the change starts from is still being measured"
	TooFar       kpi.Absence = "the end is too many steps away" // more than 4000, of what comes together over the period
)

// A Forecast says with what chance a goal reaches its target if its metric goes
// on as it did, or, of a limit that holds today, with what chance it holds at the
// end. It is an estimate from at most 36 past values at equal steps, in floats.
//
// Several models of how the values go on are mixed, each with the weight that the
// past lends it: a random walk with drift, errors round a level or a line of which
// more or less is kept from step to step, each with or without a season; for the
// regression and its sources see the type model in this package. Nothing is decided
// that few values cannot tell: the forecast of a KPI that may walk or may swing is
// the wider for it, and narrows as values come in. What is known of the kind goes
// in as a prior: what stands (followers) walks with even chance, a rate with 30 %,
// what adds up (leads) with 10 %.
//
// Values at the end are compared on a logarithmic scale if all are above 0, ratios on
// a logit one; what comes together over the period as it is. A season is looked for in days (of a week), months and
// quarters (of a year), from two full cycles on; where none can be looked for,
// and there are 8 values, steps beyond five robust standard deviations are cut to
// that, and so are spikes of what does not stand, of one or two values. Holidays that move, a season of
// which there are not yet two cycles, steps in the level that are still ahead, spreads that
// grow with the value of what comes together over a period: of these it knows nothing.
//
// A change of what stands from a time that is still to come is forecast as if its
// period began now.
//
// The forecast starts where the last value ends. What was not read since is forecast
// like the rest, and not taken for 0.
//
// What adds up, and a rate or mean over the goal's period, is forecast as what the
// period brought so far and what is left of it; of a rate each part of the period
// counts by its length. All else is forecast to its value at the end. Nothing is
// forecast beyond what a metric can be: a ratio stays between 0 and 1, a rank at 1
// or more, within the bounds of its metric what was always within them, and not
// below 0 what never was.
//
// Package trend's [trend.Aim.ForecastSum] is the model of what adds up without
// trend, season and memory, in closed form: one of those that are mixed here.
type Forecast struct {
	Absence kpi.Absence // why there is none; then all else is 0

	Chance float64     // of reaching the target by the end, 0 to 1
	Points int         // past values used
	Step   kpi.Cadence // between them; "" is the length of the goal's period
	Left   float64     // steps from the last value to the end; of what comes together over the period those of it

	// Rates per step: of what adds up the amount; of a mean over the period, if Mean
	// says so, its values; of all else the growth (0.04 is 4 %) if Growth says so, else
	// the change.
	Growth bool
	Mean   bool
	Needed float64 // from the last value to the target, taking a step at least; of a mean in what is left
	Usual  float64 // on average in the past
	Best   float64 // in the best stretch as long as what is left, or as leaves three to compare
	// Beyond is Needed by Best, of a mean that is to fall Best by Needed: above 1 it was
	// never seen. It is 0 if nothing more is needed, and infinite if there never was a
	// move towards the target.
	Beyond float64

	Even    float64 // the target with an even chance
	Quarter float64 // the target with a chance of one in four
}

// The chance of a random walk before the series is seen.
const (
	standingWalks = 0.5 // what is carried forward, such as followers
	rateWalks     = 0.3
	totalWalks    = 0.1 // what adds up
)

// A question is what is asked of a goal's history.
type question struct {
	period kpi.Period
	bound  time.Time // up to which is known
	metric kpi.Metric
	stands bool      // it is carried forward
	comes  bool      // it comes together over the period, whose steps each tell of a part
	since  time.Time // when the level that is to change will be known; zero if it is
	domain domain
}

// walks returns the chance of a random walk.
func (q *question) walks() float64 {
	switch {
	case q.comes && q.metric.Combine == kpi.Sum:
		return totalWalks
	case q.stands:
		return standingWalks
	}
	return rateWalks
}

// forecast returns the forecast of a goal's history towards its aim. Of a rate
// that was not read since the period began it is forecast all the same.
func (f *facts) forecast(q *question) Forecast {
	x := float(f.aim.to)
	switch {
	case !f.aim.to.Known() || !finite(x):
		return Forecast{Absence: NoAim}
	case len(f.history.values) < fewestPoints:
		return Forecast{Absence: NoHistory}
	}
	q.domain = domainOf(q.metric, f.history.values, x)
	if q.comes {
		return f.forecastOver(q).checked()
	}
	return f.forecastLevel(q).checked()
}

// fewestPoints is from how many values on there is a forecast.
const fewestPoints = 4

// prospects returns what comes of a history, on some scale, at a horizon.
func (h *history) prospects(values []float64, to horizon, walk float64) (mixture, bool) {
	cycle := h.cycle()
	if len(values) < 2*cycle {
		cycle = 0
	}
	if cycle == 0 { // of a season, what comes once a year is not wild
		stands := walk == standingWalks
		if !stands {
			values = cut(values)
		}
		values = tame(values, stands)
	}
	return prospects(values, to, walk, cycle)
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
