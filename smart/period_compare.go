package smart

import "strings"

// comparison reads what the goal is compared with: "than last year", "compared to
// Q1", "year-over-year", "from last month".
func (r *reading) comparison(i int) int {
	if _, end := r.find(i, tableYearly); end > i {
		return r.compared(i, end)
	}
	j := r.role(i, RoleThan)
	if j > i {
		k := r.role(j, RoleArticle, RolePossessive)
		if end := r.earlierUnit(k); end > k {
			return r.compared(i, end)
		}
		if s, end := r.calendarPhrase(j); end > j && (s.bare || !s.end.IsZero()) && r.number(j) < 0 {
			return r.compared(i, end)
		}
		return i
	}
	j = r.role(i, RoleFrom, RoleOf, RoleIn, RoleAt, RoleOn)
	k := r.role(j, RoleArticle, RolePossessive)
	if end := r.earlierUnit(k); end > k {
		return r.compared(i, end)
	}
	return i
}

func (r *reading) compared(i, end int) int {
	if strings.HasSuffix(r.at(end-1).word, "'s") { // "last year's Q1"
		_, end = r.calendarPhrase(end)
	}
	r.claim(useComparison, i, end)
	r.mark(Comparison, i, end)
	return end
}

// earlierUnit reads "last year", "previous 12 months", "year before", "last year's".
func (r *reading) earlierUnit(i int) int {
	if r.is(i, RoleLast) {
		return r.lastUnit(i)
	}
	_, end := r.find(i, tableGrain)
	if end == i || !r.word(end, "before") {
		return i
	}
	if _, next := r.calendarPhrase(end + 1); next > end+1 {
		return i // "the month before Christmas"
	}
	if _, next := r.anyEvent(end + 1); next > end+1 {
		return i // "by a half before the launch"
	}
	return end + 1
}

// lastUnit reads "last year", "previous 12 months", "last May", but not the start
// of "last week of June".
func (r *reading) lastUnit(i int) int {
	j := r.role(i, RoleLast)
	if _, k := r.numeral(j); k > j {
		j = k
	}
	_, end := r.find(j, tableGrain)
	if end == j {
		_, end = r.find(j, tableTerm)
	}
	if end == j && r.sure(j) {
		_, end = r.find(j, tableMonth)
	}
	if end == j || r.is(end, RoleOf) && !r.is(i-1, RoleThan) {
		return i
	}
	return end
}

// serviceLevel reads "within 2 hours": less than a day ends no goal. After verbs
// of service days do not either.
func (r *reading) serviceLevel(i int) int {
	j := r.role(i, RoleIn, RoleFor)
	if j == i || r.is(j, RoleNext) || r.is(r.role(j, RoleArticle), RoleNext) {
		return i
	}
	isFor := r.is(i, RoleFor)
	k := r.role(r.skipBound(j), RoleAbout)
	n, end := r.numeral(k)
	if end == k {
		if end = k + 1; !r.word(k, "a") && !r.word(k, "an") {
			return i
		}
	}
	p, last := r.find(end, tableGrain)
	g := Grain(p.value)
	short := g == Second || g == Minute || g == Hour
	slow := (g == Day && !isFor || r.word(end, "business") || r.word(end, "working")) && r.serves(i)
	if last == end || !n.Given() && !short && !slow || isFor || !short && !slow {
		return i
	}
	if r.is(last, RoleOf) && g != Day {
		last = r.role(last, RoleOf)
	}
	r.claim(useService, i, last)
	r.mark(ServiceLevel, i, last)
	return last
}

func (r *reading) word(i int, word string) bool { return r.at(i).word == word }

// skipBound returns where a bound such as "at most" ends.
func (r *reading) skipBound(i int) int {
	_, end := r.find(i, tableBound)
	return end
}

// serves reports whether a verb of service stands shortly before token i, in the
// same sentence.
func (r *reading) serves(i int) bool {
	const near = 12
	for k := i - 1; k >= max(0, i-near); k-- {
		if r.at(k).ends {
			return false
		}
		if r.is(k, RoleServe) {
			return true
		}
	}
	return false
}
