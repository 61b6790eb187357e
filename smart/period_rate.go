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

// ratePhrase reads how often: "per week", "a month", "/day", "every two weeks",
// "weekly", "on Mondays".
func (r *reading) ratePhrase(i int) int {
	switch {
	case r.is(i, RoleEvery):
		return r.everyPhrase(i)
	case r.is(i, RoleOften) && !r.thisBefore(i):
		p, end := r.find(i, tableGrain)
		if end == i || r.adjectival(i, end) {
			return i
		}
		return r.rate(Grain(p.value), i, end)
	case r.is(i, RoleOn) && (r.weekdays(i+1) || r.word(i+1, "weekdays") || r.word(i+1, "weekends")):
		return r.rate(Week, i, i+2)
	}
	return i
}

// weekdays reports whether token i is a weekday in the plural.
func (r *reading) weekdays(i int) bool {
	return r.has(i, tableWeekday) && strings.HasSuffix(r.at(i).word, "days")
}

// everyPhrase reads "per week", "a month", "/day", "every two weeks", "every Monday".
func (r *reading) everyPhrase(i int) int {
	article, slash := r.is(i, RoleArticle), r.word(i, "/")
	if article && !r.afterCount(i) || slash && !r.tight(i) {
		return i
	}
	j := r.role(i, RoleEvery)
	if r.word(j, "other") || r.word(j, "single") {
		j++
	}
	if _, k := r.numeral(j); k > j && !article {
		j = k
	}
	if r.is(j, RoleOften) {
		return i
	}
	if p, end := r.find(j, tableGrain); end > j {
		return r.rate(Grain(p.value), i, end)
	}
	if _, end := r.find(j, tableWeekday); end > j && !article && !slash {
		return r.rate(Week, i, end)
	}
	return i
}

// thisBefore reports whether "this" or the like stands before token i.
func (r *reading) thisBefore(i int) bool { return r.is(i-1, RoleThis, RoleNext, RoleLast) }

// rate claims tokens i..end as how often; the slot is filled once the amount is known.
func (r *reading) rate(g Grain, i, end int) int {
	r.claim(useRate, i, end)
	r.mark(Frequency, i, end)
	r.rates = append(r.rates, rateOf{stretchOf{i, end}, g})
	return end
}

// A rateOf is how often something is to happen.
type rateOf struct {
	stretchOf
	grain Grain
}

// afterCount reports whether the article at i may mean "per": a count, or what is
// counted, stands before it, and no preposition.
func (r *reading) afterCount(i int) bool {
	t := r.at(i - 1)
	switch {
	case t.kind == numberToken, r.is(i-1, RoleTimes), r.word(i-1, "once"), r.word(i-1, "twice"):
		return true
	case t.kind != wordToken, t.use != unused:
		return false
	}
	return !r.is(i-1, RoleStop, RoleBy, RoleFrom, RoleTo, RoleOf, RoleIn, RoleFor, RoleOn, RoleAt, RoleWith, RoleUntil,
		RoleBefore, RoleThan, RoleAnd, RoleVia, RoleMiddle, RoleAbout, RoleModal) && (!r.has(i-1, tableVerb) || plural(t.word)) || r.has(i-1, tableUnit)
}

// adjectival reports whether the words i..end, "monthly" or the like, belong to a
// noun behind them.
func (r *reading) adjectival(i, end int) bool {
	t := r.at(end)
	if t.kind != wordToken || r.at(end-1).ends {
		return false
	}
	if r.is(end, RoleStop, RoleBy, RoleFrom, RoleTo, RoleOf, RoleIn, RoleFor, RoleOn, RoleAt, RoleWith, RoleUntil,
		RoleBefore, RoleThan, RoleAnd, RoleVia, RoleArticle, RolePossessive, RoleThat, RoleStarting, RolePronoun, RoleNext, RoleThis) {
		return false
	}
	if i > 0 && r.has(i-1, tableGrain) {
		return false
	}
	return true
}

// adjectiveOfTime reads "90-day" before a noun and "Year 7", which are no time.
func (r *reading) adjectiveOfTime(i int) int {
	if r.at(i).kind == numberToken && r.at(i+1).word == "-" && r.tight(i+1) && r.tight(i+2) && r.has(i+2, tableGrain) && r.at(i+2).kind == wordToken {
		r.claim(useAdjective, i, i+3)
		return i + 3
	}
	if p, end := r.find(i, tableGrain); end > i && Grain(p.value) == Year && r.at(end).kind == numberToken && len(r.at(end).word) <= 2 && r.at(i-1).kind != numberToken {
		r.claim(useAdjective, i, end+1)
		return end + 1
	}
	return i
}
