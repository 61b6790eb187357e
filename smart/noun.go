package smart

import "strings"

// A nounUse says where a noun phrase stands, and so how it may go on.
type nounUse uint8

const (
	plainNoun   nounUse = iota // the object of a verb: "income from returning guests"
	countedNoun                // behind a number: "30 clients" ends at "from"
)

// nounPhrase reads the noun phrase that begins at i and ends before limit, without
// articles, "new", "more" and "number of".
func (r *reading) nounPhrase(i, limit int, use nounUse) noun {
	n := noun{}
	i = r.determiners(i, limit, &n)
	n.from = i
	i = r.core(i, limit, &n)
	n.core, n.to = i, i
	if i > n.from {
		n.to = r.complement(i, limit, use)
		if n.to > i && use == plainNoun && r.is(i, RoleOf) && (r.is(n.to, RoleFrom, RoleFor) || r.word(n.to, "per")) { // "share of revenue from subscriptions"
			n.to = r.complement(n.to, limit, use)
		}
		if n.to == i && r.is(i, RoleOn) {
			n.to = r.namedOn(n, limit)
		}
		if n.to == i && n.slot && use == plainNoun {
			n.to = r.relativeClause(i, limit)
		}
	}
	n.counted = use == countedNoun
	return n
}

// relativeClause returns where the "who complain" of "the number of guests who complain" ends:
// before a phrase of time and what the number changes by; i without one.
func (r *reading) relativeClause(i, limit int) int {
	const most = 8 // words
	if !r.is(i, RoleThat) {
		return i
	}
	for k := i + 1; k < min(limit, i+most); k++ {
		if r.at(k).use != unused || r.at(k).kind != wordToken || r.is(k, RoleBy) {
			return k
		}
		if q := r.role(k, RoleFrom, RoleTo); q > k {
			if _, end := r.quantity(q); end > q {
				return k
			}
		}
	}
	return min(limit, i+most)
}

// determiners passes over what a metric does not keep.
func (r *reading) determiners(i, limit int, n *noun) int {
	for i < limit && (r.at(i).use == unused || r.at(i).use == useComparison) {
		if r.at(i).use == useComparison { // "year-on-year sales"
			i++
			continue
		}
		n.fresh = n.fresh || r.is(i, RoleNew)
		n.slot = n.slot || r.is(i, RoleSlot)
		next := r.determiner(i, limit)
		if next == i || r.at(i).word == "/" || r.at(i+1).kind == symbolToken && r.joins(i+1, i) { // "A&E"
			return i
		}
		i = next
	}
	return i
}

// determiner returns where a word that a metric does not keep ends: "the", "many of",
// "better", "our company's", the "first" of "first three".
func (r *reading) determiner(i, limit int) int {
	next := r.role(i, RoleSlot, RoleSome, RoleArticle, RolePossessive, RoleNew, RoleMore, RoleFewer, RoleAbout)
	switch {
	case next == i+1 && r.is(next, RoleOf) && r.is(i, RoleSome):
		return next + 1
	case next > i:
		return next
	case r.genitive(i), r.ordinalOfMany(i):
		return i + 1
	}
	p, end := r.find(i, tableMark)
	if p.value == string(VagueTerm) && i+1 < limit && r.at(end).kind == wordToken && r.at(end).use == unused && !r.endsNoun(end, i) {
		return end
	}
	return i
}

// ordinalOfMany reports whether token i is the "first" of "our first three clients".
func (r *reading) ordinalOfMany(i int) bool {
	_, end := r.numeral(i + 1)
	return end > i+1 && (r.has(i, tableOrdinal) || r.is(i, RoleNext))
}

// genitive reports whether token i is "our company's" or the like, whose it is.
func (r *reading) genitive(i int) bool {
	w := r.at(i).word
	return (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s'")) && r.has(i, tableFirm)
}

// core reads the words of a noun phrase up to its head.
func (r *reading) core(i, limit int, n *noun) int {
	const most = 12 // words
	first := i
	for i < limit && i < first+most {
		t := r.at(i)
		switch {
		case t.word == "(" || isQuoteMark(t.word):
			next := max(r.aside(i, limit, n), r.quoted(i, limit))
			if next == i {
				return i
			}
			i = next
			continue
		case t.use == useAdjective:
		case t.use != unused:
			return i
		case t.kind == symbolToken:
			if !r.joins(i, first) {
				return i
			}
		case i == first && r.distance(i):
			i++ // "10K time"
		case t.kind == numberToken:
			if !r.numberInName(i, first) {
				return i
			}
		case i > first && r.timeTo(i):
			i++
		case r.endsNoun(i, first), i > first && r.actsNext(i):
			return i
		}
		i++
		if r.at(i - 1).ends {
			return i - 1 + boolInt(r.at(i-1).kind == wordToken)
		}
	}
	return i
}

// quoted returns where a name in quotation marks that begins at i ends, if a noun
// follows it or stands before it: "the 'Spring Sale' page".
func (r *reading) quoted(i, limit int) int {
	const most = 6 // words
	if !isQuoteMark(r.at(i).word) {
		return i
	}
	for k := i + 2; k < min(limit, i+most); k++ {
		if isQuoteMark(r.at(k).word) && r.tight(k) {
			if r.at(k+1).kind == wordToken && !r.endsNoun(k+1, i) {
				return k + 1
			}
			return i
		}
	}
	return i
}

// isQuoteMark reports whether a symbol is a quotation mark.
func isQuoteMark(w string) bool { return w == `"` || isQuote(w) }

// aside reads "(SLA)", which belongs to the phrase, and "(June 20th)", which does not.
func (r *reading) aside(i, limit int, n *noun) int {
	const most = 8
	if !r.word(i, "(") {
		return i
	}
	for k := i + 1; k < min(limit, i+most); k++ {
		if r.at(k).word != ")" {
			continue
		}
		switch {
		case r.at(i+1).use == usePeriod && k+1 < limit && r.at(k+1).kind == wordToken && !r.endsNoun(k+1, i):
			n.hole = stretchOf{i, k + 1}
			return k + 1
		case k == i+2 && r.at(i+1).kind == wordToken && r.at(i+1).upper && n.from < i:
			return k + 1
		}
		return i
	}
	return i
}

// complement reads how a noun phrase may go on: "of asthma", "for remote hires",
// "from returning guests". What begins with an article does not belong to it, nor
// does a channel.
func (r *reading) complement(i, limit int, use nounUse) int {
	if i >= limit || r.at(i).use != unused {
		return i
	}
	of := r.is(i, RoleOf)
	if !of && (use == countedNoun || !r.is(i, RoleFrom, RoleFor) && !r.word(i, "with") && !r.word(i, "per") && !r.word(i, "between")) {
		return i
	}
	j := i + 1
	if of && use == plainNoun && r.is(j, RolePossessive) && plural(r.at(i-1).word) { // "copies of our guide"
		j++
	}
	if j >= limit || r.at(j).kind != wordToken || r.at(j).use != unused || r.is(j, RoleArticle, RolePossessive, RoleSome) || r.has(j, tableNumber) || r.has(j, tableBound) ||
		r.gerund(j) && !plural(r.at(j+1).word) || !of && r.has(j, tableChannel) {
		return i
	}
	_, channelEnd := r.find(j, tableChannel)
	inner := noun{stretchOf: stretchOf{from: j}}
	end := r.core(j, limit, &inner)
	if end == j || !of && r.is(end, RoleThat) || of && channelEnd == end && end > j && r.has(i-1, tableRate) {
		return i
	}
	return end
}
