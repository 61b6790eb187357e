package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// timeTo reports whether the "to" at token i stands inside a phrase such as "time
// to hire", "time to recovery".
func (r *reading) timeTo(i int) bool {
	w := r.at(i - 1).word
	return r.word(i, "to") && (w == "time" || w == "ratio") && r.at(i+1).kind == wordToken && r.at(i+1).use == unused &&
		!r.is(i+1, RoleArticle, RolePossessive, RoleAbout, RoleMore, RoleFewer) && !r.has(i+1, tableNumber) && !r.has(i+1, tableBound)
}

// timeFrom reports whether the "to" at token i stands inside a phrase such as "time
// from order to dispatch".
func (r *reading) timeFrom(i int) bool {
	const most = 3 // words between
	for k := i - 2; k >= i-1-most && r.at(k+1).kind == wordToken; k-- {
		if w := r.at(k - 1).word; r.is(k, RoleFrom) && (w == "time" || w == "times") {
			return true
		}
	}
	return false
}

// actsNext reports whether the word at i is the verb of the people before it:
// "volunteers return", "pupils read".
func (r *reading) actsNext(i int) bool {
	w := r.at(i - 1).word
	if !r.has(i-1, tablePeople) || !plural(w) || w == "staff" || third(r.at(i).word) || r.gerund(i) {
		return false
	}
	_, _, end := r.anyVerb(i)
	return end > i && !participleForm(r.at(i).word)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// joins reports whether the symbol at i stands inside a word of the phrase: "A/B",
// "R&D", "no-show".
func (r *reading) joins(i, first int) bool {
	switch r.at(i).word {
	case "/", "-", "&", ":", "'", "’":
		return i > first && r.tight(i) && r.tight(i+1) && (r.at(i+1).kind == wordToken || r.word(i, "-") && r.at(i+1).kind == numberToken)
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
		return comparative[t.word] && r.is(i+1, RoleThan) || adverb(t.word) && !r.countable(i+1)
	}
	if p, end := r.find(i, tableMark); end > i && (p.value == string(VagueTime) || p.value == string(Escape)) {
		return true
	}
	if r.has(i, tableMultiple) || r.is(i, RoleMore, RoleFewer) {
		return true
	}
	switch t.word {
	case "back", "online", "offline", "abroad", "overseas", "overnight":
		return !r.countable(i + 1)
	}
	return timesName(t.word) > 0 || adverb(t.word) || stateForms[t.word] || r.participle(i) || comparative[t.word]
}

var comparative = map[string]bool{
	"quicker": true, "faster": true, "slower": true, "better": true, "overall": true, "together": true, "again": true,
	"consistently": true, "regularly": true, "altogether": true, "forward": true, "aside": true, "away": true, "each": true, "everywhere": true, "online": false,
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
	after := participleForm(w) && r.is(i+1, RoleBy, RoleFrom, RoleTo, RoleOn, RoleIn, RoleAt) && r.at(i+1).use == unused && !r.is(i-1, RoleArticle)
	if !plural(r.at(i-1).word) && !r.person(i-1) && !after || !r.has(i, tableVerb) {
		return false
	}
	if next := r.at(i + 1); strings.HasSuffix(w, "ed") && next.kind == wordToken && next.use == unused && plural(next.word) && !r.endsNoun(i+1, i+1) {
		return false // "sales qualified leads"
	}
	switch w {
	case "read", "run", "cut", "put", "set", "hit":
		return false
	}
	return strings.HasSuffix(w, "ing") || participleForm(w)
}

// namedOn returns where a KPI with "on" in its name ends, "return on ad spend", or
// where the phrase ended before.
func (r *reading) namedOn(n noun, limit int) int {
	const most = 3 // words behind "on"
	if w := r.at(n.to - 1).word; w == "return" || w == "returns" {
		inner := noun{stretchOf: stretchOf{from: n.to + 1}}
		return max(n.to, r.core(n.to+1, limit, &inner))
	}
	for k := n.to + 2; k <= min(limit, n.to+1+most); k++ {
		longer := n
		longer.to = k
		if r.at(k-1).kind != wordToken || r.at(k-1).use != unused {
			break
		}
		if _, ok := marketing.Lookup(r.phraseText(longer)); ok {
			return k
		}
	}
	return n.to
}
