package report

import (
	"slices"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// How the past is cut into steps.

// stepsBack is how many steps back a series goes: half a year or, of goals that
// are looked at once in a month or quarter, one or two years.
var stepsBack = map[kpi.Cadence]int{kpi.Weekly: 26, kpi.Fortnightly: 13, kpi.Monthly: 12, kpi.Quarterly: 8}

// stepOf returns the step of a goal's series: readings of a month make no weeks.
func stepOf(c kpi.Cadence) kpi.Cadence {
	if stepsBack[c] == 0 {
		return kpi.Weekly
	}
	return c
}

// steps returns the steps that are over by the end of the report's period, the
// earliest first: calendar weeks, months and quarters, for which platforms give
// figures, or fortnights up to the end of the latest week.
func (v *view) steps(c kpi.Cadence) []kpi.Period {
	span := map[kpi.Cadence]Span{kpi.Monthly: Month, kpi.Quarterly: Quarter}[c]
	p := span.latest(v.calendar, v.period.End) // by weeks unless the step is longer
	if c == kpi.Fortnightly {
		return slices.Collect(trend.Every(c, kpi.Period{Start: kpi.Weekly.After(p.End, -2*stepsBack[c]), End: p.End}))
	}
	var back []kpi.Period
	for ; len(back) < stepsBack[c] && !p.IsEmpty(); p = p.Previous() {
		back = append(back, p)
	}
	slices.Reverse(back)
	return back
}
