package kpi

import (
	"iter"
	"math"
	"math/big"
	"strings"
	"time"

	"github.com/goalkit/goalkit/internal/fixed"
)

// A Period is a half-open span of time, [Start, End). The zero Period is empty,
// as is every other whose End is not after its Start; [ParsePeriod] never
// returns one of these. Compare periods with [Period.Equal].
//
// A period is named if it was read from text that names a year, half, quarter,
// month, week or day, and has not been changed since. Another one may cover the
// same time; the two are equal, but [Period.Previous], [Period.Next] and
// [Period.YearBefore] tell them apart.
type Period struct {
	Start time.Time // the first instant inside
	End   time.Time // the first instant after it

	unit calendarUnit // of a named period
}

// ParsePeriod reads a period, its dates as clocks in loc count them:
//   - a year, half, quarter or month: "2026", "2026-H1", "2026-Q4", "2026-03";
//   - an ISO 8601 week, which starts on Monday: "2026-W14";
//   - a day: "2026-03-05";
//   - dates from the first to the last, which is included: "2026-03-05/2026-03-31";
//   - RFC 3339 instants, the second not included:
//     "2026-03-05T09:00:00Z/2026-03-05T17:00:00+01:00".
//
// Years go from 0000 to 9999. A day starts with the first instant that has its
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
	if !ok {
		return Period{}, periodFault(text, noSuchPeriod)
	}
	return orSkipped(text, unit.period(first, loc))
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

// IsEmpty reports whether no instant lies in p.
func (p Period) IsEmpty() bool { return !p.Start.Before(p.End) }

// Contains reports whether t lies in p.
func (p Period) Contains(t time.Time) bool { return !t.Before(p.Start) && t.Before(p.End) }

// Encloses reports whether all of q lies in p. Nothing of an empty q is outside,
// so every p encloses it.
func (p Period) Encloses(q Period) bool {
	return q.IsEmpty() || !q.Start.Before(p.Start) && !p.End.Before(q.End)
}

// Equal reports whether p and q have the same bounds, whatever their zones.
func (p Period) Equal(q Period) bool { return p.Start.Equal(q.Start) && p.End.Equal(q.End) }

// String returns the bounds in RFC 3339 with all their digits and a slash
// between. [ParsePeriod] reads it back if p is not empty and the years written
// are 0000 to 9999.
func (p Period) String() string { return stamp(p.Start) + "/" + stamp(p.End) }

// Elapsed returns how much of p lies before bound, and all of p, in nanoseconds.
// Neither is negative, and done is never more than whole. They are big because
// a [time.Duration] ends at 292 years.
func (p Period) Elapsed(bound time.Time) (done, whole *big.Int) {
	if d, w, ok := p.elapsed64(bound); ok {
		return big.NewInt(d), big.NewInt(w)
	}
	done = nanosBetween(p.Start, earlier(bound, p.End))
	return done, nanosBetween(p.Start, p.End)
}

// Share returns the share of p that lies before bound, from 0 to 1; unknown if p
// is empty.
func (p Period) Share(bound time.Time) Ratio {
	if done, whole, ok := p.elapsed64(bound); ok {
		units, ok := fixed.Quo(done, whole)
		return Ratio{units: units, known: ok}
	}
	return Quotient(p.Elapsed(bound))
}

// elapsed64 is Elapsed without allocations, for periods under 292 years. It
// reports false for longer ones.
func (p Period) elapsed64(bound time.Time) (done, whole int64, ok bool) {
	length := p.End.Sub(p.Start) // the longest Duration if there is none so long
	if length == math.MaxInt64 {
		return 0, 0, false
	}
	past := earlier(bound, p.End).Sub(p.Start)
	return int64(max(past, 0)), int64(max(length, 0)), true
}

// nanosBetween returns the nanoseconds from start to end, 0 if end is earlier.
func nanosBetween(start, end time.Time) *big.Int {
	n := unixNanos(end)
	if n.Sub(n, unixNanos(start)); n.Sign() < 0 {
		n.SetInt64(0)
	}
	return n
}

// unixNanos is time.Time.UnixNano for any year.
func unixNanos(t time.Time) *big.Int {
	n := big.NewInt(t.Unix())
	n.Mul(n, big.NewInt(int64(time.Second)))
	return n.Add(n, big.NewInt(int64(t.Nanosecond())))
}

// Months returns an iterator over the calendar months of loc that p touches, in
// order, the first and the last cut to p. A nil loc means UTC. Together they are
// p: they neither overlap nor leave gaps. A month that is not cut is named. An
// empty p has none.
func (p Period) Months(loc *time.Location) iter.Seq[Period] {
	return p.split(loc, monthOf(wallOf(p.Start, loc)), monthUnit)
}

// Weeks returns an iterator over the ISO weeks of loc, from Monday to Sunday,
// that p touches, in order, the first and the last cut to p. A nil loc means
// UTC. Together they are p, as with [Period.Months].
func (p Period) Weeks(loc *time.Location) iter.Seq[Period] {
	return p.split(loc, weekOf(wallOf(p.Start, loc)), weekUnit)
}

// split cuts p at first, a midnight in UTC that is not after p.Start in loc, and
// every unit after it.
func (p Period) split(loc *time.Location, first time.Time, unit calendarUnit) iter.Seq[Period] {
	return func(yield func(Period) bool) {
		midnight := first
		for whole := unit.period(midnight, loc); whole.Start.Before(p.End); whole = unit.period(midnight, loc) {
			piece := p.cut(whole)
			if !piece.IsEmpty() && !yield(piece) {
				return
			}
			midnight = unit.after(midnight, 1)
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
