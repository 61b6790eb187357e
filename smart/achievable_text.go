package smart

import (
	"math"
	"strings"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
)

// How forecasts are written in findings.

// moving returns how the metric moved on average, in words.
func (s *subject) moving() string {
	switch usual := s.outlook.Usual; {
	case s.outlook.Mean:
		return "it was " + s.rate(usual) + " on average"
	case usual < 0:
		return "falling by " + s.rate(-usual) + " on average"
	case usual > 0:
		return "rising by " + s.rate(usual) + " on average"
	}
	return "as high as at first"
}

// forecastParams returns the figures of a forecast for people.
func (s *subject) forecastParams() []Param {
	f := &s.outlook
	needed := s.rate(f.Needed)
	switch {
	case f.Mean && s.started():
		needed += " from now on"
	case !f.Mean && f.Left < 1:
		needed = s.amount(f.Needed) + " in the time left"
	}
	return []Param{
		{"chance", chanceText(f.Chance)},
		{"needed", needed},
		{"usual", s.rate(f.Usual)},
		{"best", s.rate(f.Best)},
		{"even", s.aimText(f.Even)},
		{"quarter", s.aimText(f.Quarter)},
	}
}

// aimText returns a value to aim at for people: of a change from what is not known
// yet the change.
func (s *subject) aimText(x float64) string {
	from := float(s.aim.from)
	switch {
	case s.since.IsZero():
		return s.show(s.whole(x))
	case strings.HasSuffix(string(s.target().Change), "%"):
		return plus(x-from) + show.Rate(x/from-1)
	}
	return plus(x-from) + s.show(s.whole(x-from))
}

// plus returns the sign that a change needs that goes up.
func plus(change float64) string {
	if change > 0 {
		return "+"
	}
	return ""
}

// rate returns a rate of a forecast for people, "unknown" if there is none.
func (s *subject) rate(x float64) string {
	step := string(s.outlook.Step)
	if step == "" {
		step = "period"
	}
	if !finite(x) || s.outlook.Mean {
		return s.amount(x)
	}
	return s.amount(x) + " per " + step
}

// amount returns what a rate of a forecast comes to in one step.
func (s *subject) amount(x float64) string {
	switch {
	case !finite(x):
		return "unknown"
	case s.outlook.Mean:
		return s.show(x)
	case s.outlook.Growth:
		return show.Rate(x)
	case s.isPercentage():
		return show.Digits(100*x) + " points"
	}
	return s.show(x)
}

// whole rounds ranks, and what is counted and so large that fractions say nothing.
func (s *subject) whole(x float64) float64 {
	if s.metric.Unit == kpi.Rank || unitOf(s.metric) == kpi.Count && math.Abs(x) >= 10 {
		return math.Round(x)
	}
	return x
}

// chanceText returns a chance in whole percent, rounded away from one half, so that
// it stays on its side of a threshold: 24.7% is not shown as the 25% that it is
// below, nor 90.2% as the 90% that it is above. The ends are not reached.
func chanceText(p float64) string {
	const rounding = 1e-9 // 29% is 28.999999999999996
	switch {
	case p < 0.01:
		return "less than 1%"
	case p > 0.99:
		return "more than 99%"
	case p < 0.5:
		return show.Digits(math.Floor(100*p+rounding)) + "%"
	}
	return show.Digits(math.Ceil(100*p-rounding)) + "%"
}
