package smart

import (
	"time"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
)

// How numbers are written in findings.

// showValue returns a value in a metric's unit for people: ratios in percent, durations
// in seconds, money with its currency, with about four digits.
func showValue(unit kpi.Unit, x float64) string {
	switch {
	case !finite(x):
		return "unknown"
	case unit == kpi.Fraction:
		return show.Percent(x)
	case unit == kpi.Duration:
		return show.Digits(x) + " s"
	}
	if code, ok := unit.Currency(); ok {
		return show.Money(code, x)
	}
	return show.Digits(x)
}

// isoDay returns the date on which t falls, in t's location.
func isoDay(t time.Time) string { return t.Format(time.DateOnly) }

// lastDay returns the last date of a period.
func lastDay(p kpi.Period) string { return isoDay(p.End.Add(-1)) }

// days returns how many days there are from the date of one instant to that of
// another, as clocks in their zones show them.
func days(from, to time.Time) int {
	return int((civil(to, nil).Unix() - civil(from, nil).Unix()) / (24 * 60 * 60))
}
