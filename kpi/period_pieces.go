package kpi

import (
	"iter"
	"time"
)

// Days returns an iterator over the calendar days of loc that p touches, in
// order, the first and the last cut to p. A nil loc means UTC. Together they are
// p: they neither overlap nor leave gaps. A day that is not cut is named. An
// empty p has none.
func (p Period) Days(loc *time.Location) iter.Seq[Period] { return p.split(loc, dayUnit) }

// Weeks is [Period.Days] for ISO weeks, from Monday to Sunday.
func (p Period) Weeks(loc *time.Location) iter.Seq[Period] { return p.split(loc, weekUnit) }

// Months is [Period.Days] for calendar months.
func (p Period) Months(loc *time.Location) iter.Seq[Period] { return p.split(loc, monthUnit) }

// Quarters is [Period.Days] for calendar quarters, the first of which starts in
// January.
func (p Period) Quarters(loc *time.Location) iter.Seq[Period] { return p.split(loc, quarterUnit) }

// split cuts p into the units of loc.
func (p Period) split(loc *time.Location, unit calendarUnit) iter.Seq[Period] {
	return func(yield func(Period) bool) {
		first := unit.firstDay(wallOf(p.Start, loc), time.January)
		for whole := unit.period(first, loc); whole.Start.Before(p.End); whole = unit.period(first, loc) {
			piece := p.cut(whole)
			if !piece.IsEmpty() && !yield(piece) {
				return
			}
			first = unit.after(first, 1)
		}
	}
}

// cut returns the part of q that lies in p, empty if there is none.
func (p Period) cut(q Period) Period {
	if p.Encloses(q) {
		return q
	}
	return Period{Start: later(p.Start, q.Start), End: earlier(p.End, q.End)}
}
