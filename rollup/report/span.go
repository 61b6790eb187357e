package report

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Span says how long a time a report speaks of. The zero Span is not valid.
type Span string

// The spans.
const (
	Week    Span = "week"    // ISO weeks, from Monday to Sunday
	Month   Span = "month"   // calendar months
	Quarter Span = "quarter" // of the year that starts in [Policy.YearStart]
)

// Valid reports whether s is one of the spans.
func (s Span) Valid() bool { return s == Week || s == Month || s == Quarter }

// latest returns the newest period of this span that is over before bound.
func (s Span) latest(c kpi.Calendar, bound time.Time) kpi.Period {
	p := s.of(c, bound.Add(-1))
	if p.End.After(bound) {
		return p.Previous()
	}
	return p
}

// of returns the period of this span that contains t.
func (s Span) of(c kpi.Calendar, t time.Time) kpi.Period {
	switch s {
	case Month:
		return c.Month(t)
	case Quarter:
		return c.Quarter(t)
	}
	return c.Week(t)
}

// trailing is how many periods make the trailing mean: four weeks, three months
// (about 90 days), four quarters.
func (s Span) trailing() int {
	if s == Month {
		return 3
	}
	return 4
}

// name returns the text form of a period of this span, as [kpi.ParsePeriod] reads
// it.
func (s Span) name(c kpi.Calendar, p kpi.Period) string {
	t := p.Start.In(location(c))
	switch s {
	case Month:
		return t.Format("2006-01")
	case Quarter:
		return quarterName(c, t)
	}
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// quarterName names the quarter that starts at t, by the calendar year in which
// its year starts.
func quarterName(c kpi.Calendar, t time.Time) string {
	first := time.January
	if c.YearStart >= time.January && c.YearStart <= time.December {
		first = c.YearStart
	}
	year, months := t.Year(), int(t.Month()-first)
	if months < 0 {
		year, months = year-1, months+12
	}
	name := fmt.Sprintf("%04d-Q%d", year, months/3+1)
	if first != time.January {
		name += fmt.Sprintf("@%02d", int(first))
	}
	return name
}

func location(c kpi.Calendar) *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}
