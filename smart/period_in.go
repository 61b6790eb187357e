package smart

// inPhrase reads "in 45 days", "over the next quarter", "for eight weeks", "in May",
// "on Thursday".
func (r *reading) inPhrase(i int) int {
	j := r.role(i, RoleIn, RoleFor)
	isFor := r.is(i, RoleFor)
	on := j == i
	if on {
		if j = r.role(i, RoleOn, RoleAt); j == i {
			return i
		}
	}
	if s, end := r.offset(j); end > j && !on {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
	}
	if s, end := r.eventUnit(j); end > j {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
	}
	if s, end := r.durationAhead(j); end > j && !on {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, weak: isFor})
	}
	if end := r.terms(j); end > j && !on {
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: stretch{need: NeedsCalendar}, weak: isFor})
	}
	s, end := r.calendarPhrase(j)
	if end == j && !on && !isFor {
		if s, end = r.bareUnit(j); end > j && r.role(j, RoleArticle) > j {
			return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: true})
		}
		return i
	}
	if end == j || r.yearIsQuantity(j, end) || on && !s.edge && s.grain != Day && !s.bare {
		return i
	}
	if s.rolling && !on && r.is(j, RoleArticle) {
		s = r.rolled(s)
		return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s, hasStart: s.duration == ""})
	}
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
	switch s.grain {
	case Quarter:
		s.readings = append(s.readings, end.AddDate(0, 0, -1), end)
		return s
	}
	present := last(r.unit(s.grain, r.on))
	s.readings = append(s.readings, present, s.end)
	s.start, s.end, s.duration = r.on, end, isoDuration(s.grain, 1)
	return s
}
