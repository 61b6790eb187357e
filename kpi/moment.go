package kpi

import (
	"strconv"
	"strings"
	"time"
)

// A Moment is an exclusive bound in time: nothing at or after it is visible.
// It answers "as of when?" for every computation, which never asks a clock.
// The zero Moment is the absence of one: it sees nothing, and calls that need a
// moment refuse it. Moments are immutable; compare them with [Moment.Equal].
type Moment struct {
	bound time.Time
	given bool // tells the zero Moment from one at the start of year 1
}

// ParseMoment reads the moment at which all that text covers is over and visible:
//   - a date, as in "2026-03-31": the midnight in loc that ends that day;
//   - an RFC 3339 instant t: up to and including t, a bound of t + 1ns.
//
// A nil loc means UTC. It fails with [ErrTime] where [ParseTime] does.
func ParseMoment(text string, loc *time.Location) (Moment, error) {
	span, err := ParseTime(text, loc)
	if err != nil {
		return Moment{}, err
	}
	return Before(span.End), nil
}

// Before returns the moment that sees what comes before t, but not t itself.
func Before(t time.Time) Moment { return Moment{bound: t, given: true} }

// UpTo returns the moment that sees everything up to t, and t itself.
func UpTo(t time.Time) Moment { return Before(t.Add(time.Nanosecond)) }

// Bound returns the first instant that m does not see.
func (m Moment) Bound() time.Time { return m.bound }

// Sees reports whether t lies before the bound.
func (m Moment) Sees(t time.Time) bool { return m.given && t.Before(m.bound) }

// IsZero reports whether m is the zero Moment.
func (m Moment) IsZero() bool { return !m.given }

// Equal reports whether m and o see the same, whatever their zones.
func (m Moment) Equal(o Moment) bool { return m.given == o.given && m.bound.Equal(o.bound) }

// String returns the bound in RFC 3339 with all its digits, and the empty string
// for the zero Moment.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return stamp(m.bound)
}

// ParseTime reads a date or an RFC 3339 instant as the span it covers: the whole
// day as clocks in loc count it, or one nanosecond. Both are strict: years have
// four digits, T and Z are upper case, and there are no leap seconds; digits
// past the nanosecond are dropped. The bounds are in loc; a nil loc means UTC.
// It fails with [ErrTime] if text
//   - is neither of the two, or longer than 64 bytes;
//   - names a day that the calendar or the zone does not have.
func ParseTime(text string, loc *time.Location) (Period, error) {
	if len(text) > maxText {
		return Period{}, timeFault(text, "longer than 64 bytes")
	}
	if t, ok := parseInstant(text); ok {
		t = inZone(t, loc)
		return Period{Start: t, End: t.Add(time.Nanosecond)}, nil
	}
	date, ok := parseDate(text)
	if !ok {
		return Period{}, timeFault(text, "no such date or instant: want 2026-03-05 or 2026-03-05T09:00:00Z")
	}
	day := datesIn(date, date.AddDate(0, 0, 1), loc)
	if day.IsEmpty() {
		return Period{}, timeFault(text, "a day that the time zone skipped")
	}
	return day, nil
}

// timeFault returns a [Problem] with [ErrTime].
func timeFault(text, detail string) error {
	return &Problem{Reason: ErrTime, Value: Clip(text), Detail: detail}
}

// parseDate reads a date as a midnight in UTC.
func parseDate(text string) (time.Time, bool) {
	date, err := time.Parse(time.DateOnly, text)
	return date, err == nil
}

// parseInstant reads an RFC 3339 instant. The decoders of package time are not
// strict: they let pass hours of one digit, decimal commas and any offset.
func parseInstant(text string) (time.Time, bool) {
	const seconds = "2006-01-02T15:04:05"
	if len(text) <= len(seconds) {
		return time.Time{}, false
	}
	start, err := time.Parse(seconds, text[:len(seconds)])
	if err != nil || text[len("2006-01-02T15")] != ':' {
		return time.Time{}, false
	}
	nanos, rest, ok := cutFraction(text[len(seconds):])
	offset, inRange := parseOffset(rest)
	return start.Add(nanos - offset), ok && inRange
}

// cutFraction reads the fraction of a second, if any, that text starts with.
func cutFraction(text string) (fraction time.Duration, rest string, ok bool) {
	if !strings.HasPrefix(text, ".") {
		return 0, text, true
	}
	rest = strings.TrimLeft(text[1:], "0123456789")
	places := text[1 : len(text)-len(rest)]
	nanos, ok := digits((places + "000000000")[:9], 9)
	return time.Duration(nanos), rest, ok && places != ""
}

// parseOffset reads a distance from UTC: Z, or a sign, hours and minutes.
func parseOffset(text string) (time.Duration, bool) {
	if text == "Z" {
		return 0, true
	}
	if len(text) != len("+00:00") || text[3] != ':' {
		return 0, false
	}
	hours, hoursOK := digits(text[1:3], 2)
	minutes, minutesOK := digits(text[4:], 2)
	offset := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if text[0] == '-' {
		offset = -offset
	} else if text[0] != '+' {
		return 0, false
	}
	return offset, hoursOK && minutesOK && hours < 24 && minutes < 60
}

// digits reads a number of exactly width digits; unlike strconv it takes no sign.
func digits(text string, width int) (int, bool) {
	if len(text) != width || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// stamp writes t in RFC 3339 with all its digits: in its own zone, or in UTC if
// the zone's offset cannot be written in hours and minutes.
func stamp(t time.Time) string {
	const day = 24 * 60 * 60
	if _, offset := t.Zone(); offset%60 != 0 || offset <= -day || offset >= day {
		t = t.UTC()
	}
	return t.Format(time.RFC3339Nano)
}
