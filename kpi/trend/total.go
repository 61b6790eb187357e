package trend

import (
	"cmp"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Total is what a series brought in a period, such as the leads of a week. The
// order of totals in a slice does not matter. Their periods should be of about
// one length and not overlap; neither is checked.
type Total struct {
	Period kpi.Period
	Value  float64
}

// finished returns the totals of periods that end by the bound, by time and
// value, or why they cannot be computed with.
func finished(totals []Total, bound time.Time) ([]Total, kpi.Absence) {
	var seen []Total
	for _, t := range totals {
		switch {
		case t.Period.End.After(bound):
			continue
		case t.Period.IsEmpty():
			return nil, NoPeriod
		case !inYears(t.Period.Start, t.Period.End):
			return nil, OutOfYears
		case !finite(t.Value):
			return nil, NotFinite
		}
		seen = append(seen, t)
	}
	slices.SortFunc(seen, func(a, b Total) int {
		return cmp.Or(a.Period.Start.Compare(b.Period.Start), a.Period.End.Compare(b.Period.End), cmp.Compare(a.Value, b.Value))
	})
	return seen, ""
}

// spanOfTotals returns the time from the first start to the last end.
func spanOfTotals(totals []Total) kpi.Period {
	if len(totals) == 0 {
		return kpi.Period{}
	}
	span := totals[0].Period
	for _, t := range totals {
		if t.Period.End.After(span.End) {
			span.End = t.Period.End
		}
	}
	return span
}

func valuesOf(totals []Total) []float64 {
	values := make([]float64, len(totals))
	for i, t := range totals {
		values[i] = t.Value
	}
	return values
}

// daysOf returns the days of all periods together.
func daysOf(totals []Total) float64 {
	var s sum
	for _, t := range totals {
		s.add(days(t.Period.Start, t.Period.End))
	}
	return s.float64()
}

// anyBack reports whether any total leads away from a target in this direction.
func anyBack(totals []Total, direction float64) bool {
	return slices.ContainsFunc(totals, func(t Total) bool { return t.Value*direction < 0 })
}
