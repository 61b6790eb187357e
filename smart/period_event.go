package smart

import "strconv"

// fiscal reads "this fiscal year", "FY26", "fiscal 2026", "the next fiscal quarter".
// It cannot be dated unless the options tell when fiscal years start.
func (r *reading) fiscal(i int) (stretch, int) {
	if year, ok := fiscalName(r.at(i).word); ok {
		end := i + 1
		if year == 0 {
			if year, end = r.yearAt(i + 1); end == i+1 {
				return stretch{}, i
			}
		}
		return r.fiscalYear(year), end
	}
	next := r.is(i, RoleNext)
	year, j := r.yearAt(r.role(i, RoleThis, RoleNext))
	f := r.role(j, RoleFiscal)
	if f == j {
		return stretch{}, i
	}
	if _, end := r.find(f, tableEnd); end > f {
		s := r.fiscalUnit(Year, false)
		s.start, s.edge = s.end, true
		return s, end
	}
	p, end := r.find(f, tableGrain)
	g := Grain(p.value)
	if r.word(end, "end") && end > f {
		end++
	}
	if y, to := r.yearAt(end); to > end {
		year, end = y, to
	}
	switch {
	case year != 0 && (g == Year || g == ""):
		return r.fiscalYear(year), end
	case g == "":
		return stretch{}, i
	}
	return r.fiscalUnit(g, next), end
}

// fiscalUnit returns the present fiscal year, half or quarter, or the next.
func (r *reading) fiscalUnit(g Grain, next bool) stretch {
	if r.options.FiscalYear == 0 || !g.named() {
		return stretch{need: NeedsFiscalYear, grain: g, bare: true}
	}
	u := r.unit(g, r.on)
	if g == Year {
		u = r.kpi.Year(r.on)
	}
	if next {
		u = u.Next()
	}
	s := stretchOver(u, g)
	s.bare = true
	return s
}

// fiscalName reads "fy26", "fy2026"; "fy" alone is year 0.
func fiscalName(word string) (int, bool) {
	if len(word) < 2 || word[:2] != "fy" {
		return 0, false
	}
	if word == "fy" {
		return 0, true
	}
	n, err := strconv.Atoi(word[2:])
	switch {
	case err != nil || n < 0:
		return 0, false
	case len(word) == 4:
		return 2000 + n, true
	}
	return n, len(word) == 6
}

func (r *reading) fiscalYear(year int) stretch {
	if r.options.FiscalYear == 0 {
		return stretch{need: NeedsFiscalYear, grain: Year, bare: true}
	}
	s := stretchOver(r.kpi.Year(r.fiscalStart(year)), Year)
	s.bare = true
	return s
}

// term reads "this semester", "the spring term 2026", "next season": what needs a
// calendar that we do not have.
func (r *reading) term(i int) (stretch, int) {
	const words = 3 // before the noun
	j := r.role(i, RoleThis, RoleNext)
	definite := j > i || r.is(i-1, RoleArticle, RolePossessive, RoleOf)
	j = r.role(j, RoleArticle, RolePossessive)
	for k := j; k < j+words; k++ {
		if t := r.at(k); t.kind != wordToken || t.use != unused {
			break
		}
		_, end := r.find(k, tableTerm)
		if end == k {
			if r.is(k, RoleStop, RoleBy, RoleOf, RoleTo, RoleIn, RoleThat, RoleAnd, RoleFor) {
				break
			}
			continue
		}
		for r.has(end, tableTerm) {
			_, end = r.find(end, tableTerm)
		}
		_, year := r.yearBehind(end)
		if !definite && k > j && !r.has(j, tableTerm) {
			return stretch{}, i
		}
		if r.countable(year) && !r.is(year, RoleEnds) && !definite {
			return stretch{}, i
		}
		return stretch{need: NeedsCalendar, bare: definite && j > i && r.is(i, RoleThis, RoleNext)}, year
	}
	return stretch{}, i
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

// eventUnit reads "the first month of an upcoming app release".
func (r *reading) eventUnit(i int) (stretch, int) {
	j := r.role(i, RoleArticle, RolePossessive)
	if r.has(j, tableOrdinal) {
		_, j = r.find(j, tableOrdinal)
	}
	if n, end := r.numeral(j); end > j && n.Given() {
		j = end
	}
	p, end := r.find(j, tableGrain)
	of := r.role(end, RoleOf)
	if end == j || Grain(p.value) == Second {
		return stretch{}, i
	}
	if of == end {
		if r.at(of).word != "after" && r.at(of).word != "following" {
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
	return stretch{}, i
}

// gerund reports whether token i is a verb in -ing.
func (r *reading) gerund(i int) bool {
	w := r.at(i).word
	return len(w) > 4 && w[len(w)-3:] == "ing" && !r.is(i, RoleNext) && (r.has(i, tableVerb) || !r.has(i, tableEvent) && !nounInIng[w])
}

// nounInIng are words in -ing that are no verbs after "by".
var nounInIng = map[string]bool{"spring": true, "evening": true, "morning": true, "thanksgiving": true, "meeting": true, "marketing": true}
