package smart

import "strings"

// weekdayName reads "Friday", the next one to come; before a date it is passed over.
func (r *reading) weekdayName(i int) (stretch, int) {
	p, end := r.find(i, tableWeekday)
	if end == i || !r.sure(i) {
		return stretch{}, i
	}
	if r.at(end).word == "," {
		if s, to := r.date(end + 1); to > end+1 {
			return s, to
		}
	}
	if s, to := r.date(end); to > end {
		return s, to
	}
	if week, to := r.thisUnit(end); to > end && week.grain == Week && !week.start.IsZero() {
		return dayStretch(week.start.AddDate(0, 0, p.index-1)), to
	}
	if of := r.role(end, RoleOf); of > end {
		if week, to := r.thisUnit(r.role(of, RoleArticle)); to > of && week.grain == Week && !week.start.IsZero() {
			return dayStretch(week.start.AddDate(0, 0, p.index-1)), to
		}
	}
	s := dayStretch(r.weekday(p.index))
	s.bare = false
	if int(r.on.Weekday()) == p.index%7 {
		s.readings = append(s.readings, r.on)
	}
	return s, end
}

// dayName reads "tomorrow", "Christmas", "New Year's Eve 2026".
func (r *reading) dayName(i int) (stretch, int) {
	p, end := r.find(i, tableDay)
	if _, term := r.find(i, tableTerm); end == i || term > end || r.has(end, tableTerm) ||
		r.has(end, tableEvent) && r.is(i-1, RoleArticle, RolePossessive) { // "the Christmas party"
		return stretch{}, i
	}
	if n, ok := daysFromToday(p.value); ok {
		return dayStretch(r.on.AddDate(0, 0, n)), end
	}
	s := stretch{grain: Day}
	year, to := r.yearBehind(end)
	for key := range strings.FieldsSeq(p.value) {
		f, _ := feastOf(key)
		t, ok := r.comingFeast(f)
		if to > end {
			t, ok = f.in(year)
		}
		switch {
		case !ok:
		case s.end.IsZero():
			s.start, s.end = t, t
		default:
			s.readings = append(s.readings, t)
		}
	}
	if s.end.IsZero() {
		return stretch{}, i
	}
	return s, to
}

// sure reports whether token i, which may be a common word as well ("may", "march",
// "sun"), is meant as a part of the calendar.
func (r *reading) sure(i int) bool {
	switch r.at(i).word {
	case "may", "march", "mar", "sat", "sun", "mon", "wed", "jan", "dec":
	default:
		return true
	}
	if r.is(i-1, RoleArticle, RolePossessive) && r.has(i, tableWeekday) {
		return false // "the SAT", "the sun"
	}
	if r.is(i-1, RoleBy, RoleUntil, RoleIn, RoleBefore, RoleOf, RoleFrom, RoleOn, RoleThis, RoleNext, RoleEnd, RoleStart, RoleMiddle, RoleStarting) {
		return true
	}
	return r.at(i).upper && i > 0 || r.at(i+1).kind == numberToken || r.at(i-1).kind == numberToken
}
