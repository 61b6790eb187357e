package smart

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
	if end == i {
		return stretch{}, i
	}
	if n, ok := daysFromToday(p.value); ok {
		return dayStretch(r.on.AddDate(0, 0, n)), end
	}
	month, d, _ := dayOfYear(p.value)
	t, ok := r.comingDay(month, d)
	if year, to := r.yearBehind(end); to > end {
		t, ok = day(year, month, d)
		end = to
	}
	if !ok {
		return stretch{}, i
	}
	s := dayStretch(t)
	s.bare = false
	return s, end
}

// sure reports whether token i, which may be a common word as well ("may", "march",
// "sun"), is meant as a part of the calendar.
func (r *reading) sure(i int) bool {
	switch r.at(i).word {
	case "may", "march", "mar", "sat", "sun", "mon", "wed", "jan", "dec":
	default:
		return true
	}
	if r.is(i-1, RoleBy, RoleUntil, RoleIn, RoleBefore, RoleOf, RoleFrom, RoleOn, RoleThis, RoleNext, RoleEnd, RoleStart, RoleMiddle, RoleStarting) {
		return true
	}
	return r.at(i).upper && i > 0 || r.at(i+1).kind == numberToken || r.at(i-1).kind == numberToken
}
