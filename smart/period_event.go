package smart

// term reads "this semester", "the spring term 2026", "next season": what needs a
// calendar that we do not have.
func (r *reading) term(i int) (stretch, int) {
	const words = 3 // before the noun
	j := r.role(i, RoleThis, RoleNext)
	definite := j > i || r.is(i-1, RoleArticle, RolePossessive, RoleOf)
	j = r.role(j, RoleArticle, RolePossessive)
	for k := j; k < j+words; k++ {
		_, end := r.find(k, tableTerm)
		if t := r.at(k); t.kind != wordToken || t.use != unused || k > j && r.is(k, RoleThis, RoleArticle) || end == k && r.preposition(k) {
			break
		}
		if end == k {
			continue
		}
		for r.has(end, tableTerm) {
			_, end = r.find(end, tableTerm)
		}
		_, year := r.yearBehind(end)
		if !definite && k > j && !r.has(j, tableTerm) {
			return stretch{}, i
		}
		if r.countable(year) && !r.is(year, RoleEnds) && (!definite || r.has(year, tableEvent)) {
			return stretch{}, i
		}
		return stretch{need: NeedsCalendar, bare: definite && j > i && r.is(i, RoleThis, RoleNext)}, year
	}
	return stretch{}, i
}

// preposition reports whether token i is one, or another word that ends a phrase.
func (r *reading) preposition(i int) bool {
	return r.is(i, RoleStop, RoleBy, RoleOf, RoleTo, RoleIn, RoleThat, RoleAnd, RoleFor, RoleBefore, RoleUntil, RoleOn, RoleAt, RoleFrom, RoleWith)
}

// yearTerm reads "2027 academic year".
func (r *reading) yearTerm(i int) (stretch, int) {
	_, j := r.yearAt(i)
	_, end := r.find(j, tableTerm)
	if j == i || end == j {
		return stretch{}, i
	}
	return stretch{need: NeedsCalendar}, end
}

// eventPhrase reads "the launch", "my next exam", "I turn 40": a day that only the
// writer knows. A date behind it tells when that is.
func (r *reading) eventPhrase(i int) (stretch, int) {
	const words = 7 // before the noun
	if s, end := r.ownTime(i); end > i {
		return s, end
	}
	j := r.role(i, RoleArticle, RolePossessive)
	if r.gerund(j) {
		return stretch{}, i
	}
	for k := j; k < j+words && !r.endsEvent(k); k++ {
		_, end := r.find(k, tableEvent)
		if k > j && end == k && r.namedDay(k) {
			end = k + 1
		}
		if end == k {
			continue
		}
		for r.has(end, tableEvent) || r.word(end, "day") || r.word(end, "date") {
			end++
		}
		if r.countable(end) && !r.is(end, RoleEnds) || r.word(i-1, "through") {
			return stretch{}, i
		}
		if s, to := r.eventDate(end); to > end {
			return s, to
		}
		return stretch{need: NeedsEvent, edge: true}, end
	}
	return stretch{}, i
}

// namedDay reports whether token i ends the name of a day, "World Cleanup Day".
func (r *reading) namedDay(i int) bool {
	return r.at(i).upper && r.at(i-1).upper && (r.word(i, "day") || r.word(i, "week") || r.word(i, "weekend"))
}

// anyEvent reads what is no event of the lexicon and must be one: "before the big
// dance", "until my bar mitzvah".
func (r *reading) anyEvent(i int) (stretch, int) {
	const most = 4 // words
	j := r.role(i, RoleArticle, RolePossessive)
	end := j
	for end < j+most && r.at(end).kind == wordToken && r.at(end).use == unused && !r.endsEvent(end) && !r.is(end, RoleAnd, RoleOf, RoleFor) {
		end++
	}
	next := r.at(end)
	over := next.kind == 0 || next.use != unused || next.kind == symbolToken
	if j == i || end == j || !over || r.gerund(j) || r.word(i, "a") || r.word(i, "an") || r.word(i-1, "through") {
		return stretch{}, i
	}
	return stretch{need: NeedsEvent, edge: true}, end
}

// endsEvent reports whether the token at i cannot stand before the name of an event.
func (r *reading) endsEvent(i int) bool {
	t := r.at(i)
	return t.kind == 0 || t.use != unused || t.kind == symbolToken && t.word != "." || r.is(i, RoleStop, RoleTo, RoleBy, RoleIn, RoleThat, RoleFrom, RoleBefore, RoleUntil, RoleOn, RoleAt, RoleWith)
}

// eventDate reads the "in May" of "before the launch in May".
func (r *reading) eventDate(i int) (stretch, int) {
	in := r.role(i, RoleIn, RoleOn)
	s, end := r.calendarPhrase(in)
	if in == i || end == in || s.end.IsZero() {
		return stretch{}, i
	}
	s.edge = true
	return s, end
}

// ownTime reads "the time I turn 40", "I graduate", "my 30th birthday".
func (r *reading) ownTime(i int) (stretch, int) {
	j := i
	if r.at(i).word == "the" && r.is(i+1, RoleTime) {
		j = i + 2
		if s, end := r.untilEnds(j); end > j {
			return s, end
		}
	}
	if !r.is(j, RolePronoun) && j == i {
		return stretch{}, i
	}
	if j == i && r.at(j+1).word != "turn" && r.at(j+1).word != "turns" && r.at(j+1).word != "graduate" && r.at(j+1).word != "retire" {
		return stretch{}, i
	}
	const most = 8
	end := j
	for end < j+most && end < len(r.tokens) && r.at(end).kind != symbolToken && r.at(end).use == unused {
		end++
	}
	return stretch{need: NeedsEvent, edge: true}, end
}

// untilEnds reads "the quarter ends", "May is over".
func (r *reading) untilEnds(i int) (stretch, int) {
	s, end := r.calendarPhrase(i)
	if end == i {
		s, end = r.bareUnit(i)
	}
	ends := r.role(end, RoleEnds)
	if end == i || ends == end {
		return stretch{}, i
	}
	s.edge = true
	return s, ends
}

// eventUnit reads "the first month of an upcoming app release".
func (r *reading) eventUnit(i int) (stretch, int) {
	j := r.role(i, RoleArticle, RolePossessive)
	first, j := r.find(j, tableOrdinal)
	n, counted := r.numeral(j)
	many := counted > j && n.Given()
	if many {
		j = counted
	}
	p, end := r.find(j, tableGrain)
	of := r.role(end, RoleOf)
	if end == j || Grain(p.value) == Second {
		return stretch{}, i
	}
	if of == end {
		after := r.at(of).word == "after" || r.at(of).word == "following"
		if first.index == 1 && many && !after && !r.countable(end) { // "in my first 90 days"
			return stretch{need: NeedsEvent, edge: true}, end
		}
		if !after {
			return stretch{}, i
		}
		of++
	}
	if r.at(of).word == "the" && r.has(of+1, tableGrain) {
		return stretch{}, i
	}
	if s, to := r.eventPhrase(of); to > of && s.need == NeedsEvent {
		return stretch{need: NeedsEvent, edge: true}, to
	}
	if many && r.gerund(of) { // "within 60 days of signing"
		return stretch{need: NeedsEvent, edge: true}, of + 1
	}
	return stretch{}, i
}

// gerund reports whether token i is a verb in -ing.
func (r *reading) gerund(i int) bool {
	w := r.at(i).word
	return len(w) > 4 && w[len(w)-3:] == "ing" && !r.is(i, RoleNext) && (r.has(i, tableVerb) || !r.has(i, tableEvent) && !nounInIng[w])
}

// nounInIng are words in -ing that are no verbs after "by".
var nounInIng = map[string]bool{"spring": true, "evening": true, "morning": true, "thanksgiving": true, "meeting": true, "marketing": true}

// terms reads "one semester", "the next two sprints", "a term": so many of what needs
// a calendar that we do not have.
func (r *reading) terms(i int) int {
	j := r.role(r.role(i, RoleArticle), RoleNext)
	if n, end := r.numeral(j); end > j && n.Given() {
		j = end
	} else if j == i || !r.word(i, "a") {
		return i
	}
	_, end := r.find(j, tableTerm)
	if end == j || r.countable(end) {
		return i
	}
	return end
}
