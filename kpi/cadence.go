package kpi

import (
	"iter"
	"time"
)

// A Cadence says how often a goal is looked at, in the words of the JSON
// contract. The zero Cadence means none. It is text and not a number so that a
// plan can hold a bad word until it is reported together with all other faults.
type Cadence string

// The cadences there are.
const (
	Daily       Cadence = "day"
	Weekly      Cadence = "week"
	Fortnightly Cadence = "2 weeks"
	Monthly     Cadence = "month"
	Quarterly   Cadence = "quarter"
)

// Valid reports whether c is one of the constants or the zero Cadence.
func (c Cadence) Valid() bool {
	months, days := c.step()
	return months+days > 0 || c == ""
}

// Check reports a word that is not a cadence as a fault of field ([ErrTime]).
func (c Cadence) Check(field string, report Report) {
	if !c.Valid() {
		report(field, ErrTime, string(c), "want day, week, 2 weeks, month or quarter")
	}
}

// After returns t plus n cadences by the calendar in t's location; n may be
// negative. The wall clock stays, and so does the start of a day. A day that the
// month does not have becomes its last: a month after January 31 is February 28
// or 29, two months after it March 31. If clocks skip the wall clock, the result
// is the end of the gap; if they show it twice, the earlier instant. Without a
// cadence, and for a word that is not valid, the result is t.
func (c Cadence) After(t time.Time, n int) time.Time {
	months, days := c.step()
	if months > 0 {
		return addMonths(t, n*months, t.Location())
	}
	return addDays(t, n*days, t.Location())
}

// Due returns an iterator over the periods of p by which c asks for a look, in
// order: the i-th, from 0, is [After(p.Start, i), After(p.Start, i+1)), the last
// cut at p.End, and the look is due at its End. Together they are p: they neither
// overlap nor leave gaps. A day that the zone skipped has none. Without a
// cadence, and for a word that is not valid, there is one, p itself. An empty p
// has none, nor has one outside the years 0000 to 9999.
func (c Cadence) Due(p Period) iter.Seq[Period] {
	return func(yield func(Period) bool) {
		if !p.inYears() {
			return
		}
		if months, days := c.step(); months+days == 0 {
			yield(p)
			return
		}
		for i, start := 1, p.Start; start.Before(p.End); i++ {
			end := earlier(c.After(p.Start, i), p.End)
			if !start.Before(end) {
				continue
			}
			if !yield(Period{Start: start, End: end}) {
				return
			}
			start = end
		}
	}
}

// step returns the length of c, one of the two 0; both are 0 unless c is one of
// the constants.
func (c Cadence) step() (months, days int) {
	switch c {
	case Daily:
		return 0, 1
	case Weekly:
		return 0, 7
	case Fortnightly:
		return 0, 14
	case Monthly:
		return 1, 0
	case Quarterly:
		return 3, 0
	}
	return 0, 0
}
