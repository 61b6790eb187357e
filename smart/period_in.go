package smart

import "strings"

// inPhrase reads "in 45 days", "over the next quarter", "for eight weeks", "in May",
// "on Thursday".
func (r *reading) inPhrase(i int) int {
	if j := r.role(i, RoleIn, RoleFor); j > i {
		return r.inTime(i, j)
	}
	j := r.role(i, RoleOn, RoleAt)
	if j == i {
		return i
	}
	if s, end := r.eventUnit(j); end > j {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
	}
	s, end := r.calendarPhrase(j)
	if end == j || r.yearIsQuantity(j, end) || !s.edge && s.grain != Day && !s.bare || r.countable(end) && (!s.bare && r.is(j, RoleArticle, RolePossessive) || strings.HasSuffix(r.at(end-1).word, "'s")) {
		return i // "at the Saturday market", "at this year's fair"
	}
	return r.named(i, end, s)
}

// inTime reads what stands at j, behind the "in" or "for" at i.
func (r *reading) inTime(i, j int) int {
	isFor := r.is(i, RoleFor)
	if s, end := r.lasting(j, isFor); end > j {
		s.stretchOf = stretchOf{i, end}
		return r.keep(s)
	}
	s, end := r.calendarPhrase(j)
	switch {
	case end > j && r.is(j, RoleArticle, RolePossessive) && r.has(end, tableEvent): // "for the June congress"
		return i
	case end == j && isFor:
		return i
	case end == j:
		if s, end = r.bareUnit(j); end > j && r.role(j, RoleArticle) > j {
			return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: true})
		}
		return i
	case r.yearIsQuantity(j, end):
		return i
	case s.rolling && r.is(j, RoleArticle):
		s = r.rolled(s)
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: s.duration == ""})
	}
	return r.named(i, end, s)
}

// lasting reads so long a time: "45 days", "two weeks after Easter", "the first 90
// days of the project", "two semesters".
func (r *reading) lasting(j int, isFor bool) (period, int) {
	if s, end := r.offset(j); end > j {
		return period{stretch: s}, end
	}
	if s, end := r.eventUnit(j); end > j {
		return period{stretch: s}, end
	}
	if s, end := r.durationAhead(j); end > j {
		return period{stretch: s, weak: isFor}, end
	}
	return period{stretch: stretch{need: NeedsCalendar}, weak: isFor}, r.terms(j)
}

// named keeps a stretch with a name, "May" or "Q2 and Q3".
func (r *reading) named(i, end int, s stretch) int {
	end = r.moreUnits(end, &s)
	return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: !s.edge && s.grain != Day})
}

// moreUnits reads "and Q3" behind "in Q2": the stretch goes on.
func (r *reading) moreUnits(i int, s *stretch) int {
	if r.at(i).word != "and" && r.at(i).word != "&" && r.at(i).word != "-" {
		return i
	}
	next, end := r.calendarPhrase(i + 1)
	if end == i+1 || next.grain != s.grain || next.grain == Day || !next.end.After(s.end) {
		return i
	}
	s.end, s.readings = next.end, nil
	return end
}

// rolled returns "the next month" as counted from today. Quarters are those
// of the calendar all the same.
func (r *reading) rolled(s stretch) stretch {
	end, ok := after(r.on, s.grain, 1)
	if !ok {
		return s
	}
	if s.grain == Quarter {
		s.readings = append(s.readings, end.AddDate(0, 0, -1), end)
		return s
	}
	present := last(r.unit(s.grain, r.on))
	s.readings = append(s.readings, present, s.end)
	s.start, s.end, s.duration = r.on, end, isoDuration(s.grain, 1)
	return s
}
