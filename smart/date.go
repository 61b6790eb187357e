package smart

import "time"

// A Date is a day as ISO 8601 writes it, "2026-06-30". Dates compare as text.
// The zero Date is none.
type Date string

// dateOf returns the date that t's clock shows, "" outside the years 0 to 9999.
func dateOf(t time.Time) Date {
	if !dated(t) {
		return ""
	}
	return Date(t.Format(time.DateOnly))
}

// dated reports whether t lies in the years 0 to 9999.
func dated(t time.Time) bool { return 0 <= t.Year() && t.Year() <= 9999 }

// civil returns the date that clocks in zone show at t, as a midnight in UTC, so
// that all arithmetic on it is that of dates. A nil zone is that of t.
func civil(t time.Time, zone *time.Location) time.Time {
	if zone != nil {
		t = t.In(zone)
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
