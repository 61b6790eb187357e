package kpi

import "time"

// A calendarUnit is what a named period is: the zero calendarUnit means that it
// has no name.
type calendarUnit uint8

const (
	dayUnit calendarUnit = iota + 1
	weekUnit
	monthUnit
	quarterUnit // the first that may be fiscal
	halfUnit
	yearUnit
)

// step returns the length of u, one of the two 0; both are 0 without a unit.
func (u calendarUnit) step() (months, days int) {
	switch u {
	case dayUnit:
		return 0, 1
	case weekUnit:
		return 0, 7
	case monthUnit:
		return 1, 0
	case quarterUnit:
		return 3, 0
	case halfUnit:
		return 6, 0
	case yearUnit:
		return 12, 0
	}
	return 0, 0
}

// after returns first, the first day of a u, moved by n units.
func (u calendarUnit) after(first time.Time, n int) time.Time {
	months, days := u.step()
	return first.AddDate(0, n*months, n*days)
}

// period returns the u of loc that starts on the day first, a midnight in UTC.
func (u calendarUnit) period(first time.Time, loc *time.Location) Period {
	p := datesIn(first, u.after(first, 1), loc)
	p.unit = u
	return p
}

// lastUntil is period, but for a day that loc skipped it is the day before.
func (u calendarUnit) lastUntil(first time.Time, loc *time.Location) Period {
	p := notSkipped(first, u.after(first, 1), loc)
	p.unit = u
	return p
}

// notSkipped is datesIn, but if loc skipped all the days it is the day before.
func notSkipped(from, to time.Time, loc *time.Location) Period {
	p := datesIn(from, to, loc)
	for p.IsEmpty() {
		from = from.AddDate(0, 0, -1)
		p = datesIn(from, to, loc)
	}
	return p
}

// yearBefore returns the first day of the u that has the name of the one that
// starts on first, but a year earlier: of February 29 the 28th, of week 53 the
// last week.
func (u calendarUnit) yearBefore(first time.Time) time.Time {
	if u != weekUnit {
		return monthsAfter(first, -12)
	}
	year, week := first.ISOWeek()
	monday, ok := isoWeek(year-1, week)
	if !ok {
		monday, _ = isoWeek(year-1, week-1)
	}
	return monday
}

// firstDay returns the first day of the u that wall lies in, where years start
// in yearStart.
func (u calendarUnit) firstDay(wall time.Time, yearStart time.Month) time.Time {
	switch u {
	case dayUnit:
		return dateOf(wall)
	case weekUnit:
		return weekOf(wall)
	}
	months, _ := u.step()
	gone := (int(wall.Month()-yearStart) + 12) % months
	return monthOf(wall).AddDate(0, -gone, 0)
}

// firstOf returns the first day of a u that starts at start or, should the zone
// have skipped that day, would have started before.
func (u calendarUnit) firstOf(start time.Time) time.Time {
	wall := wallOf(start, start.Location())
	return u.firstDay(wall, wall.Month())
}
