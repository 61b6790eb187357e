package rollup_test

import (
	"math"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// The calendar of baselines and due periods, written out once more: nothing
// here asks package kpi.

// moved returns t some months and days later by the calendar. The wall clock
// stays, and so does the start of a day.
func (o *oracle) moved(t time.Time, months, days int) time.Time {
	t = t.In(o.loc)
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	if o.startsDay(t) {
		hour, minute, second = 0, 0, 0
	}
	return o.atClock(time.Date(year, month+time.Month(months), day+days, hour, minute, second, t.Nanosecond(), time.UTC))
}

// atClock returns when clocks show what wall does in UTC: the first time, or
// where they skip it, when they go on.
func (o *oracle) atClock(wall time.Time) time.Time {
	for _, near := range []time.Time{wall.AddDate(0, 0, -2), wall.AddDate(0, 0, 2)} { // before and after a change of clocks
		_, offset := near.In(o.loc).Zone()
		t := wall.Add(-time.Duration(offset) * time.Second).In(o.loc)
		if t.Format(time.DateTime) == wall.Format(time.DateTime) {
			return t
		}
	}
	o.hit("calendar: a clock that is skipped")
	_, change := wall.AddDate(0, 0, -2).In(o.loc).ZoneBounds()
	return change
}

// startsDay reports whether t is the first instant of its date.
func (o *oracle) startsDay(t time.Time) bool {
	return t.In(o.loc).Day() != t.Add(-time.Nanosecond).In(o.loc).Day()
}

// previousStart is where the period before that which text spells begins: the
// calendar neighbour of a named one, else equally many days (design 4.3).
func (o *oracle) previousStart(text string, own kpi.Period) time.Time {
	name, months, days := "year", -12, 0
	switch {
	case strings.Contains(text, "/"):
		o.hit("baseline: previous days")
		return o.asLongBefore(own, own.Start)
	case strings.Contains(text, "-H"):
		name, months = "half", -6
	case strings.Contains(text, "-Q"):
		name, months = "quarter", -3
	case strings.Contains(text, "-W"):
		name, months, days = "week", 0, -7
	case len(text) == len("2026-03"):
		name, months = "month", -1
	case len(text) == len("2026-03-05"):
		name, months, days = "day", 0, -1
	}
	o.hit("baseline: previous " + name)
	return o.moved(own.Start, months, days)
}

// asLongBefore goes back from end by as many days as own has, or, unless own
// goes from the start of a day to that of another, by the time that it takes.
func (o *oracle) asLongBefore(own kpi.Period, end time.Time) time.Time {
	whole := own.End.Sub(own.Start)
	if !o.startsDay(own.Start) || !o.startsDay(own.End) {
		o.hit("baseline: as long before")
		return end.Add(-whole)
	}
	days := math.Round(whole.Hours() / 24) // clocks that are put back or forward leave or take an hour
	return o.moved(end, 0, -int(days))
}

// cadencesAfter returns start plus i cadences. Months are counted from start,
// so that the 31st comes back after a shorter month.
func (o *oracle) cadencesAfter(start time.Time, cadence kpi.Cadence, i int) time.Time {
	months := i
	switch cadence {
	case kpi.Daily:
		return o.moved(start, 0, i)
	case kpi.Weekly:
		return o.moved(start, 0, 7*i)
	case kpi.Fortnightly:
		return o.moved(start, 0, 14*i)
	case kpi.Quarterly:
		months = 3 * i
	}
	year, month, day := start.In(o.loc).Date()
	last := time.Date(year, month+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day > last {
		o.hit("share: a month without that day")
		first := o.moved(start, 0, 1-day)
		return o.moved(first, months, last-1)
	}
	return o.moved(start, months, 0)
}
