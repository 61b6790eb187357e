package kpi

import "time"

// Previous returns the period directly before p, counted in the zone of p.Start.
// Of a named period it is the calendar neighbour, which is named too: before
// 2026-03 comes 2026-02, before 2026-W01 comes 2025-W52. Of other periods from
// the start of a day to the start of a day it is equally many days: before
// 2026-03-01/2026-03-31 come 31 days, 2026-01-29/2026-02-28.
// Of all others it is the same elapsed time.
//
// A day that the zone skipped is no neighbour; among several days it counts as
// one. Of an empty p, and where there is no such period that starts in the years
// 0000 to 9999, the result is the zero Period.
func (p Period) Previous() Period {
	if !p.inYears() {
		return Period{}
	}
	loc := p.Start.Location()
	if first, ok := p.named(); ok {
		return p.unit.lastUntil(p.unit.after(first, -1), loc).orNone()
	}
	if days := p.days(); days > 0 {
		end := unskipped(wallOf(p.Start, loc), loc)
		return datesIn(end.AddDate(0, 0, -days), end, loc).orNone()
	}
	return Period{Start: plus(p.Start, p.End, p.Start), End: p.Start}.orNone()
}

// Next returns the period directly after p, which starts at p.End: its neighbour
// by the rules of [Period.Previous].
func (p Period) Next() Period {
	if !p.inYears() {
		return Period{}
	}
	loc := p.Start.Location()
	end := p.End.In(loc)
	if _, ok := p.named(); ok {
		return p.unit.period(p.unit.firstOf(end), loc).orNone()
	}
	if days := p.days(); days > 0 {
		first := wallOf(end, loc)
		return datesIn(first, first.AddDate(0, 0, days), loc).orNone()
	}
	return Period{Start: end, End: plus(end, p.Start, p.End)}.orNone()
}

// YearBefore returns the same period of the year before, counted in the zone of
// p.Start. Of a named period it is the one with the same name but for the year,
// and named too; of week 53, in a year that has none, it is the last week. Of
// other periods from the start of a day to the start of a day it is the days
// from the same first date to the same last date. Of all others both bounds keep
// date and wall clock, or, should nothing lie between them, the elapsed time.
//
// February 29 becomes the 28th, and a day that the zone skipped the day before.
// Of an empty p, and where there is no such period that starts in the years
// 0000 to 9999, the result is the zero Period.
func (p Period) YearBefore() Period {
	if !p.inYears() {
		return Period{}
	}
	loc := p.Start.Location()
	if first, ok := p.named(); ok {
		return p.unit.lastUntil(p.unit.yearBefore(first), loc).orNone()
	}
	if days := p.days(); days > 0 {
		first := wallOf(p.Start, loc)
		last := first.AddDate(0, 0, days-1)
		return notSkipped(monthsAfter(first, -12), monthsAfter(last, -12).AddDate(0, 0, 1), loc).orNone()
	}
	q := Period{Start: addMonths(p.Start, -12, loc), End: addMonths(p.End, -12, loc)}
	if q.IsEmpty() {
		q.End = plus(q.Start, p.Start, p.End)
	}
	return q.orNone()
}

// named returns the first day of p as a midnight in UTC if p has a name. Bounds
// that were changed since it was read have none.
func (p Period) named() (first time.Time, ok bool) {
	if p.unit == 0 {
		return time.Time{}, false
	}
	first = p.unit.firstOf(p.Start)
	return first, p.unit.period(first, p.Start.Location()).Equal(p)
}

// days returns how many days p has if both its bounds are starts of days, else
// and outside the years that periods are counted in 0.
func (p Period) days() int {
	loc := p.Start.Location()
	if !p.inYears() || !startsDay(p.Start, loc) || !startsDay(p.End, loc) {
		return 0
	}
	end := unskipped(wallOf(p.End, loc), loc)
	return int((end.Unix() - wallOf(p.Start, loc).Unix()) / (24 * 60 * 60))
}

// inYears reports whether p is not empty and lies in years that periods are
// counted in: 0000 to 9999, and 10000 for the end of one that starts in 9999.
func (p Period) inYears() bool {
	first, last := p.Start.Year(), p.End.Year()
	return !p.IsEmpty() && 0 <= first && first <= 9999 && last <= 10000
}

// orNone returns p, or the zero Period if p starts outside years 0000 to 9999.
func (p Period) orNone() Period {
	if year := p.Start.Year(); year < 0 || year > 9999 {
		return Period{}
	}
	return p
}

// plus returns t plus the time from one instant to another, however long.
func plus(t, from, to time.Time) time.Time {
	seconds := t.Unix() + to.Unix() - from.Unix()
	nanos := t.Nanosecond() + to.Nanosecond() - from.Nanosecond()
	return time.Unix(seconds, int64(nanos)).In(t.Location())
}
