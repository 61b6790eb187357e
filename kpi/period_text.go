package kpi

import (
	"strings"
	"time"
)

// ParsePeriod reads a period, its dates as clocks in loc count them:
//   - a year, half, quarter or month: "2026", "2026-H1", "2026-Q4", "2026-03";
//   - a fiscal year, or a half or quarter of it, by the calendar month in which it
//     starts and the calendar year of that month: "2026@04", "2026-H1@04",
//     "2026-Q4@04", which is January to March 2027;
//   - an ISO 8601 week, which starts on Monday: "2026-W14";
//   - a day: "2026-03-05";
//   - dates from the first to the last, which is included: "2026-03-05/2026-03-31";
//   - RFC 3339 instants, the second not included:
//     "2026-03-05T09:00:00Z/2026-03-05T17:00:00+01:00".
//
// Years go from 0000 to 9999, also those in which a period starts. A day starts with the first instant that has its
// date, be that midnight or not. The bounds are in loc; a nil loc means UTC.
// It fails with [ErrPeriod] if text
//   - has none of these forms, or is longer than 64 bytes;
//   - names a day, week or the like that the year does not have;
//   - has an end before its start, or a date on one side and an instant on the other;
//   - covers only days that the zone skipped, as 2011-12-30 in Pacific/Apia.
func ParsePeriod(text string, loc *time.Location) (Period, error) {
	if len(text) > maxText {
		return Period{}, periodFault(text, "longer than 64 bytes")
	}
	if first, last, ok := strings.Cut(text, "/"); ok {
		return parseRange(text, first, last, loc)
	}
	first, unit, ok := parseNamed(text)
	switch {
	case ok:
		return orSkipped(text, unit.period(first, loc))
	case strings.Contains(text, "@"):
		return Period{}, periodFault(text, noSuchFiscalPeriod)
	}
	return Period{}, periodFault(text, noSuchPeriod)
}

// parseRange reads the forms with a slash, which stands between first and last.
func parseRange(text, first, last string, loc *time.Location) (Period, error) {
	a, isDateA := parseDate(first)
	b, isDateB := parseDate(last)
	if isDateA && isDateB {
		if b.Before(a) {
			return Period{}, periodFault(text, "the last day is before the first")
		}
		return orSkipped(text, datesIn(a, b.AddDate(0, 0, 1), loc))
	}
	start, isInstantA := parseInstant(first)
	end, isInstantB := parseInstant(last)
	if !isInstantA || !isInstantB {
		return Period{}, periodFault(text, "the sides of the slash must be two dates or two RFC 3339 instants")
	}
	p := Period{Start: inZone(start, loc), End: inZone(end, loc)}
	if p.IsEmpty() {
		return Period{}, periodFault(text, "the end is not after the start")
	}
	return p, nil
}

// noSuchPeriod is what is wrong with "2026-Q5" as well as with "soon".
const noSuchPeriod = "no such period: want 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W14, 2026-03-05 or FIRST/LAST"

// noSuchFiscalPeriod is what is wrong with "2026@13" as well as with "2026-03@04".
const noSuchFiscalPeriod = "no such fiscal period: want 2026@04, 2026-H1@04 or 2026-Q1@04, from the month after the @"

// orSkipped returns p unless it is empty, as are days that a zone skipped.
func orSkipped(text string, p Period) (Period, error) {
	if p.IsEmpty() {
		return Period{}, periodFault(text, "the time zone skipped it")
	}
	return p, nil
}

// periodFault returns a [Problem] with [ErrPeriod].
func periodFault(text, detail string) error {
	return &Problem{Reason: ErrPeriod, Value: Clip(text), Detail: detail}
}

// parseNamed reads the forms without a slash: the first day, as a midnight in
// UTC, and the unit that starts there.
func parseNamed(text string) (first time.Time, unit calendarUnit, ok bool) {
	name, start, fiscal := strings.Cut(text, "@")
	first, unit, ok = parseCalendar(name)
	if !fiscal {
		return first, unit, ok
	}
	month, _ := digits(start, 2)
	first = first.AddDate(0, month-1, 0)
	ok = ok && unit >= quarterUnit && 1 <= month && month <= 12 && first.Year() <= 9999
	return first, unit, ok
}

// parseCalendar is parseNamed for what the calendar names.
func parseCalendar(text string) (first time.Time, unit calendarUnit, ok bool) {
	if first, ok = parseDate(text); ok {
		return first, dayUnit, true
	}
	if len(text) < 4 {
		return first, 0, false
	}
	year, ok := digits(text[:4], 4)
	if !ok {
		return first, 0, false
	}
	rest := text[4:]
	switch {
	case rest == "":
		return partOf(year, 1, yearUnit)
	case strings.HasPrefix(rest, "-H"):
		n, _ := digits(rest[2:], 1)
		return partOf(year, n, halfUnit)
	case strings.HasPrefix(rest, "-Q"):
		n, _ := digits(rest[2:], 1)
		return partOf(year, n, quarterUnit)
	case strings.HasPrefix(rest, "-W"):
		n, _ := digits(rest[2:], 2)
		first, ok = isoWeek(year, n)
		return first, weekUnit, ok
	case strings.HasPrefix(rest, "-"):
		n, _ := digits(rest[1:], 2)
		return partOf(year, n, monthUnit)
	}
	return first, 0, false
}

// partOf returns the first day of the n-th unit of year, counted from 1.
func partOf(year, n int, unit calendarUnit) (first time.Time, _ calendarUnit, ok bool) {
	months, _ := unit.step()
	first = time.Date(year, time.Month(1+(n-1)*months), 1, 0, 0, 0, 0, time.UTC)
	return first, unit, 1 <= n && n <= 12/months
}

// isoWeek returns the Monday of the n-th week of year, counted from 1. Week 1 is
// the one with January 4, and a week belongs to the year of its Thursday.
func isoWeek(year, n int) (monday time.Time, ok bool) {
	first := weekOf(time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC))
	monday = first.AddDate(0, 0, 7*(n-1))
	return monday, monday.AddDate(0, 0, 3).Year() == year
}

// datesIn returns the days of loc from one date up to another, which is not
// included; both are midnights in UTC.
func datesIn(from, to time.Time, loc *time.Location) Period {
	return Period{Start: firstAt(from, loc), End: firstAt(to, loc)}
}
