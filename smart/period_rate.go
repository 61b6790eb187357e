package smart

import "strings"

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
	if _, end := r.find(j, tableTerm); end > j && !article && !slash { // "every term"
		return r.rate(Grain(r.at(end-1).word), i, end)
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
	case t.kind != wordToken, t.use != unused, r.has(i-1, tablePart): // "half an hour"
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
