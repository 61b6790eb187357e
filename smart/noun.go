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
	}
	n.counted = use == countedNoun
	return n
}

// determiners passes over what a metric does not keep.
func (r *reading) determiners(i, limit int, n *noun) int {
	for i < limit && (r.at(i).use == unused || r.at(i).use == useComparison) {
		if r.at(i).use == useComparison { // "year-on-year sales"
			i++
			continue
		}
		if r.is(i, RoleNew) {
			n.fresh = true
		}
		next := r.role(i, RoleSlot, RoleSome, RoleArticle, RolePossessive, RoleNew, RoleMore, RoleFewer, RoleAbout)
		if p, end := r.find(i, tableMark); next == i && end > i && p.value == string(VagueTerm) && r.has(i, tableMark) && i+1 < limit &&
			r.at(end).kind == wordToken && r.at(end).use == unused && !r.endsNoun(end, i) {
			next = end
		}
		if next == i && r.genitive(i) {
			next = i + 1
		}
		if next == i || r.at(i).word == "/" {
			return i
		}
		if next == i+1 && r.is(next, RoleOf) && r.is(i, RoleSome) {
			next++
		}
		i = next
	}
	return i
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
		case t.word == "(":
			next := r.aside(i, limit, n)
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
		case t.kind == numberToken:
			if !r.numberInName(i, first) {
				return i
			}
		case i > first && r.timeTo(i):
			i++
		case r.endsNoun(i, first):
			return i
		}
		i++
		if r.at(i - 1).ends {
			return i - 1 + boolInt(r.at(i-1).kind == wordToken)
		}
	}
	return i
}

// timeTo reports whether the "to" at token i stands inside a phrase such as "time
// to hire", "time to recovery".
func (r *reading) timeTo(i int) bool {
	w := r.at(i - 1).word
	return r.word(i, "to") && (w == "time" || w == "ratio") && r.at(i+1).kind == wordToken && r.at(i+1).use == unused &&
		!r.is(i+1, RoleArticle, RolePossessive, RoleAbout, RoleMore, RoleFewer) && !r.has(i+1, tableNumber) && !r.has(i+1, tableBound)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// aside reads "(SLA)", which belongs to the phrase, and "(June 20th)", which does not.
func (r *reading) aside(i, limit int, n *noun) int {
	const most = 8
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

// joins reports whether the symbol at i stands inside a word of the phrase: "A/B",
// "R&D", "no-show".
func (r *reading) joins(i, first int) bool {
	switch r.at(i).word {
	case "/", "-", "&", ":", "'", "’":
		return i > first && r.tight(i) && r.tight(i+1) && r.at(i+1).kind == wordToken
	case "#":
		return false
	}
	return false
}

// numberInName reports whether the number at i is part of a name: "Type 2 diabetes".
func (r *reading) numberInName(i, first int) bool {
	return i > first && r.tight(i) || i > first && r.at(i-1).upper && r.at(i+1).kind == wordToken && r.at(i+1).use == unused && !r.endsNoun(i+1, first)
}

// endsNoun reports whether the word at i cannot belong to the noun phrase that
// began at first.
func (r *reading) endsNoun(i, first int) bool {
	t := r.at(i)
	if r.is(i, RoleStop, RoleBy, RoleFrom, RoleTo, RoleOf, RoleIn, RoleFor, RoleOn, RoleAt, RoleWith, RoleUntil, RoleBefore,
		RoleThan, RoleVia, RoleThat, RolePronoun, RoleModal, RoleArticle, RolePossessive, RoleStarting) {
		return true
	}
	if r.is(i, RoleAnd) || r.has(i, tableNumber) && i > first && r.has(i, tableNumber) && !r.is(i, RoleOften) {
		return true
	}
	if r.has(i, tableBound) && i > first && !r.is(i, RoleMore) {
		return true
	}
	if i == first {
		return false
	}
	if p, end := r.find(i, tableMark); end > i && (p.value == string(VagueTime) || p.value == string(Escape)) {
		return true
	}
	if r.has(i, tableMultiple) || r.is(i, RoleMore, RoleFewer) {
		return true
	}
	return adverb(t.word) || stateForms[t.word] || r.participle(i) || comparative[t.word]
}

var comparative = map[string]bool{
	"quicker": true, "faster": true, "slower": true, "better": true, "overall": true, "together": true, "again": true,
	"consistently": true, "regularly": true, "altogether": true, "each": true, "everywhere": true, "online": false,
}

// adverb reports whether a word looks like an adverb in -ly.
func adverb(w string) bool {
	if len(w) < 6 || !strings.HasSuffix(w, "ly") {
		return false
	}
	switch w {
	case "monthly", "weekly", "yearly", "hourly", "quarterly", "family", "supply", "assembly", "nightly", "friendly", "elderly", "anomaly", "butterfly", "fortnightly":
		return false
	}
	return true
}

// participle reports whether the word at i says more about the plural before it:
// "customers visiting", "leads generated".
func (r *reading) participle(i int) bool {
	w := r.at(i).word
	if !plural(r.at(i-1).word) || !r.has(i, tableVerb) {
		return false
	}
	return strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") || w == "sold" || w == "won" || w == "made" || w == "sent" || w == "written"
}

// complement reads how a noun phrase may go on: "of asthma", "for remote hires",
// "from returning guests". What begins with an article does not belong to it, nor
// does a channel.
func (r *reading) complement(i, limit int, use nounUse) int {
	if i >= limit || r.at(i).use != unused {
		return i
	}
	of := r.is(i, RoleOf)
	if !of && (use == countedNoun || !r.is(i, RoleFrom, RoleFor) && !r.word(i, "with") && !r.word(i, "per") && !r.word(i, "among")) {
		return i
	}
	j := i + 1
	if j >= limit || r.at(j).kind != wordToken || r.at(j).use != unused || r.is(j, RoleArticle, RolePossessive, RoleSome) || r.has(j, tableNumber) ||
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
