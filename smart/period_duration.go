package smart

import "strconv"

// isoDuration returns n grains as ISO 8601 writes them: "P45D", "P6W", "P6M".
func isoDuration(g Grain, n int) string {
	switch g {
	case Day:
		return "P" + strconv.Itoa(n) + "D"
	case Week:
		return "P" + strconv.Itoa(n) + "W"
	case Fortnight:
		return "P" + strconv.Itoa(2*n) + "W"
	case Month:
		return "P" + strconv.Itoa(n) + "M"
	case Quarter:
		return "P" + strconv.Itoa(3*n) + "M"
	case Half:
		return "P" + strconv.Itoa(6*n) + "M"
	case Year:
		return "P" + strconv.Itoa(n) + "Y"
	case Decade:
		return "P" + strconv.Itoa(10*n) + "Y"
	}
	return ""
}

// bareEnd reads phrases of time that need no preposition: "next quarter", "June 20th",
// "six weeks from now", "the next 90 days".
func (r *reading) bareEnd(i int) int {
	if !r.mayName(i) {
		return i
	}
	if s, end := r.offset(i); end > i && !s.end.IsZero() && !r.is(i-1, RoleFor, RoleTo, RoleFrom, RoleOf, RoleLevel) {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
	}
	if j := r.role(r.role(i, RoleArticle), RoleNext); j > i && r.is(j-1, RoleNext) {
		if s, end := r.duration(j); end > j {
			return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
		}
	}
	if s, end := r.duration(i); end > i && r.is(end-1, RoleNow, RoleTime) {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
	}
	s, end := r.calendarPhrase(i)
	if end == i || !s.bare || s.edge && r.is(i-1, RoleOf) { // "within five days of month-end"
		return i
	}
	if s.grain != Day && s.edge { // "mid-May" is a day, "year-end" a season
		s.edge = true
	}
	return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: !s.edge && s.grain != Day, weak: r.countable(end)})
}

// mayName reports whether an expression that names days may begin at i, with a
// number or an article before it or without.
func (r *reading) mayName(i int) bool {
	return r.at(i).mayBeCalendar() || r.has(i, tableNumber) || r.is(i, RoleArticle, RolePossessive, RoleAbout)
}

// rangePhrase reads "from 1 March to 15 April", "between May and July", "May 3-20",
// "Q2-Q3".
func (r *reading) rangePhrase(i int) int {
	if !r.mayName(i) && !r.is(i, RoleFrom, RoleBetween) {
		return i
	}
	j := r.role(i, RoleFrom)
	if j == i {
		j = r.role(i, RoleBetween)
	}
	return r.rangeFrom(i, j)
}

// rangeFrom reads a range whose first day begins at j, as a phrase that begins at i.
func (r *reading) rangeFrom(i, j int) int {
	s, end := r.calendarPhrase(j)
	if now := r.role(j, RoleNow); end == j && now > j && j > i {
		s, end = dayStretch(r.on), now
	}
	if end == j || s.start.IsZero() || j == i && !s.bare && s.grain != Day {
		return i
	}
	to := r.role(end, RoleUntil, RoleTo)
	if r.is(end, RoleBy) {
		to = end
	}
	if w := r.at(end).word; to == end && (w == "-" || w == "through" || w == "and" && j > i) {
		to = end + 1
	}
	if to == end {
		return i
	}
	t, last := r.calendarPhrase(to)
	if last == to {
		t, last = r.dayOfSameMonth(to, s)
	}
	if last == to || t.end.Before(s.start) {
		return i
	}
	s.end, s.readings, s.edge, s.duration = t.end, nil, true, ""
	return r.keep(period{stretchOf: stretchOf{i, last}, stretch: s, hasStart: true})
}

// dayOfSameMonth reads the 20 of "May 3-20", and a year behind it.
func (r *reading) dayOfSameMonth(i int, s stretch) (stretch, int) {
	d, end := r.dayNumber(i)
	if end == i || s.grain != Day {
		return stretch{}, i
	}
	t, ok := day(s.start.Year(), int(s.start.Month()), d)
	if !ok {
		return stretch{}, i
	}
	return dayStretch(t), end
}
