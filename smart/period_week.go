package smart

import (
	"strings"
	"time"
)

// weekNumber reads "week 30", "calendar week 12 of 2027", "CW 12", "KW12": the week
// of ISO 8601, the next one not over if no year stands behind it.
func (r *reading) weekNumber(i int) (stretch, int) {
	n, end := r.numberOfWeek(i)
	if end == i || n < 1 || n > 53 || r.quantified(end) {
		return stretch{}, i
	}
	year, to := r.yearBehind(end)
	if to == end {
		year = r.on.Year()
		if w := isoWeek(year, n); w.AddDate(0, 0, 6).Before(r.on) {
			year++
		}
	}
	monday := isoWeek(year, n)
	s := stretch{start: monday, end: monday.AddDate(0, 0, 6), grain: Week}
	if !dated(s.end) {
		return stretch{}, i
	}
	return s, to
}

// numberOfWeek reads "week 30", "wk30", "CW 12".
func (r *reading) numberOfWeek(i int) (int, int) {
	w := r.at(i).word
	p, end := r.find(i, tableGrain)
	if w == "cw" || w == "kw" {
		end = i + 1
	} else if end == i || Grain(p.value) != Week || strings.HasSuffix(w, "s") || r.is(i, RoleOften) {
		return 0, i
	}
	if n := r.number(end); n >= 0 && !r.tight(end) {
		return n, end + 1
	}
	return 0, i
}

// isoWeek returns the Monday of a week of ISO 8601: the first week is that of
// January 4.
func isoWeek(year, n int) time.Time {
	t := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	return monday.AddDate(0, 0, 7*(n-1))
}

// nthWeekdayOf reads what stands behind "the last" or "the second": "Friday of
// March", "Tuesday in May 2027", "Friday of the month".
func (r *reading) nthWeekdayOf(part partNumber, i, depth int) (stretch, int) {
	p, j := r.find(i, tableWeekday)
	of := r.role(j, RoleOf, RoleIn)
	if j == i || of == j || part.count != 1 {
		return stretch{}, i
	}
	s, end := r.calendarDeep(of, depth+1)
	if end == of {
		s, end = r.bareUnit(of)
	}
	if end == of || s.end.IsZero() {
		return stretch{}, i
	}
	t, step := s.start, 1
	if part.last {
		t, step = s.end, -1
	}
	for int(t.Weekday()) != p.index%7 {
		t = t.AddDate(0, 0, step)
	}
	if !part.last {
		t = t.AddDate(0, 0, 7*(part.n-1))
	}
	if t.Before(s.start) || t.After(s.end) {
		return stretch{}, i
	}
	return dayStretch(t), end
}
