package kpi

import "time"

// A Calendar finds the named period that an instant lies in, so that
//
//	calendar.Quarter(t).Next()
//
// is the quarter after that of t. The zero Calendar counts in UTC, from January.
type Calendar struct {
	Zone      *time.Location // whose clocks tell the date; nil means UTC
	YearStart time.Month     // of the fiscal year; January if it is not a month
}

// Year returns the year that contains t, which starts in c.YearStart. The zero
// Period stands for one that starts outside the years 0000 to 9999.
func (c Calendar) Year(t time.Time) Period { return c.at(t, yearUnit) }

// Half is [Calendar.Year] for the halves of that year.
func (c Calendar) Half(t time.Time) Period { return c.at(t, halfUnit) }

// Quarter is [Calendar.Year] for the quarters of that year.
func (c Calendar) Quarter(t time.Time) Period { return c.at(t, quarterUnit) }

// Month is [Calendar.Year] for calendar months.
func (c Calendar) Month(t time.Time) Period { return c.at(t, monthUnit) }

// Week is [Calendar.Year] for ISO weeks, from Monday to Sunday, wherever the
// year starts.
func (c Calendar) Week(t time.Time) Period { return c.at(t, weekUnit) }

// Day is [Calendar.Year] for days.
func (c Calendar) Day(t time.Time) Period { return c.at(t, dayUnit) }

func (c Calendar) at(t time.Time, unit calendarUnit) Period {
	if year := inZone(t, c.Zone).Year(); year < 0 || year > 10000 {
		return Period{}
	}
	first := unit.firstDay(wallOf(t, c.Zone), c.yearStart())
	p := unit.period(first, c.Zone)
	// A period ends when clocks first show its end. Where they are then turned
	// back over that, t is in the next period and yet shows a date of this one.
	for !t.Before(p.End) {
		first = unit.after(first, 1)
		p = unit.period(first, c.Zone)
	}
	return p.orNone()
}

func (c Calendar) yearStart() time.Month {
	if c.YearStart < time.January || c.YearStart > time.December {
		return time.January
	}
	return c.YearStart
}
