package smart

// vagueTime reads "in the coming weeks", which is no period.
func (r *reading) vagueTime(i int) int {
	p, end := r.find(i, tableMark)
	if end == i || p.value != string(VagueTime) || r.at(i).use != unused {
		return i
	}
	if _, unit := r.duration(i); unit == end && r.is(i-1, RoleTo, RoleFrom, RoleBy, RoleIn, RoleOf) { // "from three days to one day"
		return i
	}
	r.claim(useComparison, i, end)
	return end
}

// startPhrase reads "starting on Monday", which is where a goal begins.
func (r *reading) startPhrase(i int) int {
	j := r.role(i, RoleStarting)
	if j == i {
		if r.role(i, RoleFrom) == i {
			return i
		}
		return r.fromOn(i)
	}
	j = r.role(j, RoleOn, RoleIn, RoleFrom, RoleAt)
	s, end := r.calendarPhrase(j)
	if end == j || s.start.IsZero() {
		return i
	}
	if to := r.rangeFrom(i, j); to > i {
		return to
	}
	return r.begin(i, end, s)
}

// fromOn reads "from tonight on", "from 1 March onwards".
func (r *reading) fromOn(i int) int {
	j := r.role(i, RoleFrom)
	s, end := r.calendarPhrase(j)
	if end == j || s.start.IsZero() || r.at(end).word != "on" && r.at(end).word != "onwards" && r.at(end).word != "onward" {
		return i
	}
	return r.begin(i, end+1, s)
}

// begin notes the first day of the goal.
func (r *reading) begin(from, to int, s stretch) int {
	if r.at(to).word == "(" {
		if exact, end := r.calendarPhrase(to + 1); end > to+1 && r.at(end).word == ")" && !exact.start.IsZero() {
			s, to = exact, end+1
		}
	}
	if r.word(to, "onwards") || r.word(to, "onward") {
		to++
	}
	r.claim(useStart, from, to)
	r.mark(StartOnly, from, to)
	if !r.draft.Start.Given() && dated(s.start) {
		r.draft.Start = Slot[Date]{dateOf(s.start), r.span(from, to), Explicit}
	}
	return to
}

// endPhrase reads "by June", "before the year is out", "until the launch".
func (r *reading) endPhrase(i int) int {
	before := r.is(i, RoleBefore)
	j := r.role(i, RoleBefore, RoleUntil)
	if j == i {
		j = r.role(i, RoleBy)
	}
	if j == i {
		return i
	}
	start := r.role(j, RoleAbout)
	s, end := r.endDay(start, r.is(i, RoleBy))
	if end == start {
		return i
	}
	if ends := r.role(end, RoleEnds); ends > end {
		s.edge, end = true, ends
	}
	if before {
		s = s.before()
	} else {
		s = s.until()
	}
	return r.keep(period{stretchOf: stretchOf{i, end}, stretch: s})
}

// endDay reads what may stand behind "by" or "before": a day, a unit, an event.
// Behind "by" the event must be one of the lexicon.
func (r *reading) endDay(i int, by bool) (stretch, int) {
	if s, end := r.offset(i); end > i {
		return s, end
	}
	if s, end := r.calendarPhrase(i); end > i {
		if r.yearIsQuantity(i, end) {
			return stretch{}, i
		}
		return r.orEvent(i, s, end)
	}
	if s, end := r.bareUnit(i); end > i {
		return s, end
	}
	if s, end := r.eventPhrase(i); end > i || by {
		return s, end
	}
	return r.anyEvent(i)
}

// orEvent returns the expression of the calendar at i..end, or the event that it is
// only a part of: "the May release", "the summer dance".
func (r *reading) orEvent(i int, s stretch, end int) (stretch, int) {
	if event, to := r.eventPhrase(i); to > end && r.has(end, tableEvent) {
		return event, to
	}
	if event, to := r.anyEvent(i); to > end && s.need == NeedsCalendar {
		return event, to
	}
	return s, end
}

// bareUnit reads "the year", "the quarter": the present one.
func (r *reading) bareUnit(i int) (stretch, int) {
	j := r.role(i, RoleArticle, RolePossessive)
	p, end := r.find(j, tableGrain)
	g := Grain(p.value)
	if end == j || !g.named() || r.is(j, RoleOften) && r.at(j).word != "quarter" {
		return stretch{}, i
	}
	if j == i && !r.is(end, RoleEnds) || r.word(i, "a") || g == Day || r.countable(end) && !r.is(end, RoleEnds) {
		return stretch{}, i
	}
	return stretchOver(r.unit(g, r.on), g), end
}

// named reports whether g is one of the grains that "this" can stand before.
func (g Grain) named() bool {
	switch g {
	case Day, Week, Month, Quarter, Half, Year:
		return true
	}
	return false
}

// yearIsQuantity reports whether tokens i..end are a bare number that looks like
// a year but counts something: "by 2030 followers".
func (r *reading) yearIsQuantity(i, end int) bool {
	return end == i+1 && r.at(i).kind == numberToken && r.countable(end)
}

// countable reports whether token i may be what a number before it counts.
func (r *reading) countable(i int) bool {
	t := r.at(i)
	if t.kind == symbolToken {
		return r.is(i, RolePercent) || r.has(i, tableCurrency)
	}
	return t.kind == wordToken && !r.is(i, RoleStop, RoleBy, RoleFrom, RoleTo, RoleOf, RoleIn, RoleFor, RoleOn, RoleAt,
		RoleWith, RoleVia, RoleThat, RoleAnd, RoleThan, RoleUntil, RoleBefore, RoleModal, RolePronoun)
}
