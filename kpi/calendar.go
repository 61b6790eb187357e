package kpi

import "time"

// A wall clock is written here as the UTC instant that shows it: arithmetic on
// it is plain calendar arithmetic, and firstAt turns it into an instant of a
// zone. A nil zone means UTC.

// maxOffset is further from UTC than any zone has ever been.
const maxOffset = 26 * time.Hour

// firstAt returns the first instant at which clocks in loc show wall or later.
// For a midnight that is the start of the day: time.Date does not promise it
// where midnight is skipped (the day starts at 01:00), occurs twice (the earlier
// one counts) or the whole day is skipped (it starts where the next one does).
func firstAt(wall time.Time, loc *time.Location) time.Time {
	if loc == nil || loc == time.UTC {
		return wall
	}
	// From t on, look at one stretch of constant offset after the other.
	for t := wall.Add(-maxOffset).In(loc); ; {
		end, last := offsetEnd(t)
		_, offset := t.Zone()
		first := later(t, wall.Add(-time.Duration(offset)*time.Second))
		if last || first.Before(end) {
			return first.In(loc)
		}
		t = end
	}
}

// offsetEnd returns an instant after t up to which t's zone keeps its offset, or
// reports that the offset lasts for ever.
func offsetEnd(t time.Time) (end time.Time, last bool) {
	_, end = t.ZoneBounds()
	if end.IsZero() {
		return end, true
	}
	if end.After(t) {
		return end, false
	}
	// Past the last transition in its tables, package time lets every year end
	// after 365 days. On the 366th the bound is behind us: go to the new year.
	const day = 24 * time.Hour
	return t.Truncate(day).Add(day), false
}

// wallOf returns what clocks in loc show at t. The first instant of a day counts
// as midnight even where clocks show 01:00 because they skipped midnight, so
// that a bound between two days stays one when it is moved.
func wallOf(t time.Time, loc *time.Location) time.Time {
	t = inZone(t, loc)
	_, offset := t.Zone()
	wall := t.UTC().Add(time.Duration(offset) * time.Second)
	if midnight := dateOf(wall); firstAt(midnight, loc).Equal(t) {
		return midnight
	}
	return wall
}

// startsDay reports whether t is the first instant of a day of loc.
func startsDay(t time.Time, loc *time.Location) bool {
	return firstAt(dateOf(wallOf(t, loc)), loc).Equal(t)
}

// unskipped returns the first of the dates that start together with date, which
// are several where the zone skipped the days before it.
func unskipped(date time.Time, loc *time.Location) time.Time {
	for start := firstAt(date, loc); ; {
		before := date.AddDate(0, 0, -1)
		if !firstAt(before, loc).Equal(start) {
			return date
		}
		date = before
	}
}

// addDays moves t by n calendar days and keeps the wall clock of loc. A wall
// clock that is skipped that day gives the end of the gap, one that occurs twice
// the earlier instant. Moved by 0, t is unchanged.
func addDays(t time.Time, n int, loc *time.Location) time.Time {
	if n == 0 {
		return inZone(t, loc)
	}
	return firstAt(wallOf(t, loc).AddDate(0, 0, n), loc)
}

// addMonths is addDays for calendar months. A day that the month does not have
// becomes its last: a month after January 31 is February 28 or 29.
func addMonths(t time.Time, n int, loc *time.Location) time.Time {
	if n == 0 {
		return inZone(t, loc)
	}
	return firstAt(monthsAfter(wallOf(t, loc), n), loc)
}

// monthsAfter moves a wall clock by n calendar months.
func monthsAfter(wall time.Time, n int) time.Time {
	moved := wall.AddDate(0, n, 0)
	if moved.Day() != wall.Day() { // it ran over into the next month
		moved = moved.AddDate(0, 0, -moved.Day())
	}
	return moved
}

// dateOf returns the midnight of wall's date.
func dateOf(wall time.Time) time.Time {
	year, month, day := wall.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// monthOf returns the midnight that starts wall's calendar month.
func monthOf(wall time.Time) time.Time {
	return time.Date(wall.Year(), wall.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// weekOf returns the midnight of the Monday on or before wall's date.
func weekOf(wall time.Time) time.Time {
	sinceMonday := (int(wall.Weekday()) + 6) % 7
	return dateOf(wall).AddDate(0, 0, -sinceMonday)
}

// inZone returns t as clocks in loc show it.
func inZone(t time.Time, loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	return t.In(loc)
}

// later returns the later of a and b.
func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// earlier returns the earlier of a and b.
func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
