package smart

import "strings"

// isFrame reports whether a verb is only a frame around the one that counts:
// "want to", "is to", "going to", "focus on increasing", "start posting".
func (r *reading) isFrame(i, end int, class VerbClass) bool {
	next := end
	if r.is(next, RoleTo) {
		next++
	}
	if r.word(next, "be") && r.word(next+1, "able") && r.is(next+2, RoleTo) {
		return true
	}
	_, _, verb := r.anyVerb(next)
	isVerb := verb > next && !r.is(next, RoleArticle)
	gerund := isVerb && r.gerund(next)
	switch {
	case class == VerbHedge:
		return true
	case r.is(end-1, RoleTo) && isVerb: // "going to have", "commit to publishing"
		return true
	case class == VerbState && isVerb && next == end && perfect[r.at(i).word] && !third(r.at(next).word): // "will have trained"
		return true
	case class == VerbState && r.is(end+1, RoleTo) && !r.is(end, RoleArticle, RolePossessive, RoleMore, RoleSome) && !r.easier(end):
		_, _, verb := r.anyVerb(end + 2)
		return verb > end+2
	case class == VerbState && (next > end || r.word(end, "able") || r.word(end, "going") || gerund):
		return true
	case class == VerbHelp && gerund, class == VerbHelp && next > end && isVerb:
		return true
	case gerund && next == end && begins[stem(r.at(i).word)]:
		return true
	case isVerb && next == end && r.word(i, "get") && participleForm(r.at(next).word) && r.is(verb, RoleIn, RoleBy, RoleBefore, RoleUntil): // "get featured in"
		return true
	}
	return (class == VerbMaintain || class == VerbDo) && next > end && isVerb && r.at(i).word != "use" && r.at(next).word != "work" && r.at(next).word != "school"
}

// easier reports whether token i is a vague comparative: "be easier to reach" is a
// state and no frame as "be nice to have".
func (r *reading) easier(i int) bool {
	p, _ := r.find(i, tableMark)
	return p.value == string(VagueTerm) && strings.HasSuffix(r.at(i).word, "er")
}

// begins are the verbs before a gerund that is what the goal is about.
var begins = map[string]bool{"start": true, "starting": true, "begin": true, "beginning": true, "keep": true, "keeping": true, "continue": true, "commence": true}

// perfect are the words before a participle.
var perfect = map[string]bool{"have": true, "has": true, "having": true, "had": true, "be": true, "been": true}

// participleForm reports whether a verb form may be a past participle.
func participleForm(w string) bool {
	return strings.HasSuffix(w, "ed") || participles[w] || participles[strings.TrimPrefix(w, "re")]
}

// participles are those that do not end in -ed.
var participles = map[string]bool{
	"sent": true, "sold": true, "won": true, "made": true, "written": true, "read": true, "run": true, "built": true, "held": true,
	"grown": true, "cut": true, "done": true, "given": true, "seen": true, "met": true, "spent": true, "paid": true,
	"begun": true, "brought": true, "driven": true, "lost": true, "kept": true, "found": true, "taught": true, "learnt": true,
	"put": true, "set": true, "hit": true, "risen": true, "fallen": true, "drawn": true, "gotten": true, "got": true, "bought": true,
}

// anyVerb reads a verb, wherever it stands.
func (r *reading) anyVerb(i int) (class VerbClass, factor string, end int) {
	if r.at(i).use != unused {
		return "", "", i
	}
	p, end := r.find(i, tableVerb)
	q, last := r.find(i, tableMultiple)
	if last > i && last >= end && r.at(i).kind == wordToken && !strings.HasSuffix(r.at(i).word, "fold") && r.at(i).word != "twice" {
		return VerbMultiply, q.value, last
	}
	return VerbClass(p.value), "", end
}

// verbAt reads a verb where a verb can stand: at the start, after "to", "will", "and",
// a comma or a pronoun.
func (r *reading) verbAt(i, from int) (class VerbClass, factor string, end int) {
	class, factor, end = r.anyVerb(i)
	if end == i || r.isNoun(i, end) || r.timeTo(i-1) && !r.has(i-3, tableVerb) {
		return "", "", i
	}
	k := i - 1
	for k >= from && (r.at(k).use != unused || r.manner(k)) {
		k--
	}
	base := !third(r.at(i).word)
	if k < from && base || k >= from && (r.opens(k, from) || base && r.opensBase(k) || r.opensGerund(k, i)) ||
		k > from && perfect[r.at(k).word] && r.is(k-1, RoleModal) && participleForm(r.at(i).word) ||
		k >= from && r.is(k, RoleAnd) && !r.nounPair(i, end) || k >= from && (stateForms[r.at(i).word] || r.hedgeThird(i)) {
		return class, factor, end
	}
	return "", "", i
}

// holds reports whether the verb at i..end is the "hold" of "hold two workshops",
// "hold 1:1s".
func (r *reading) holds(i, end int) bool {
	if w := r.at(i).word; w != "hold" && w != "holds" && w != "holding" && w != "held" {
		return false
	}
	n := r.nounPhrase(end, end+8, plainNoun)
	if n.given() && r.gathering(n.core-1) {
		return true
	}
	if r.number(end) == 1 && r.word(end+1, ":") {
		return true
	}
	_, to := r.numeral(end)
	behind := r.nounPhrase(to, to+8, countedNoun)
	return to > end && behind.given() && !r.has(to, tableUnit) && plural(r.at(behind.core-1).word)
}

// gathering reports whether token i is an event, in singular or plural.
func (r *reading) gathering(i int) bool {
	if r.has(i, tableEvent) {
		return true
	}
	for _, p := range r.entry(strings.TrimSuffix(r.at(i).word, "s")).phrases {
		if p.table == tableEvent && len(p.words) == 1 {
			return true
		}
	}
	return false
}

// opens reports whether any form of a verb may follow token k: "to", "will", "we".
func (r *reading) opens(k, from int) bool {
	return r.is(k, RoleTo, RoleModal, RolePronoun) && !r.relative(k, from) || r.word(k, "not") || r.word(k, "let's") || r.word(k, "us")
}

// opensBase reports whether a verb that is no third person may follow token k.
func (r *reading) opensBase(k int) bool {
	if t := r.at(k); t.kind == symbolToken {
		return strings.ContainsAny(t.word, ",;:-&•*()./")
	}
	return r.word(k, "help") || r.hedges(k-1, k+1)
}

// opensGerund reports whether the gerund at i may follow token k: "start posting",
// "focus on growing".
func (r *reading) opensGerund(k, i int) bool {
	return r.gerund(i) && (r.has(k, tableVerb) && !r.isNoun(k, k+1) && !r.is(k-1, RoleArticle, RolePossessive) || r.is(k, RoleOn) || r.word(k, "at") || r.word(k, "for"))
}

// relative reports whether the pronoun at k begins a relative clause: "every
// network we use".
func (r *reading) relative(k, from int) bool {
	before := r.at(k - 1)
	return r.is(k, RolePronoun) && !r.is(k, RoleModal) && k > from && before.kind == wordToken && before.use == unused &&
		!r.is(k-1, RoleStop, RoleTo, RoleAnd, RoleThat)
}

// hedgeThird reports whether token i is a hedge that follows its subject: "the
// shop wants to".
func (r *reading) hedgeThird(i int) bool {
	p, end := r.find(i, tableVerb)
	return end > i && VerbClass(p.value) == VerbHedge && r.is(end, RoleTo) || end > i+1 && third(r.at(i).word) && r.is(end-1, RoleFor)
}

// hedges reports whether a hedge phrase such as "would like" ends at token to.
func (r *reading) hedges(i, to int) bool {
	p, end := r.find(i, tableVerb)
	return end == to && VerbClass(p.value) == VerbHedge && end > i+1
}

var stateForms = map[string]bool{"is": true, "are": true, "was": true, "were": true}

// manner reports whether token i is an adverb that may stand before a verb.
func (r *reading) manner(i int) bool {
	w := r.at(i).word
	return len(w) > 4 && strings.HasSuffix(w, "ly") || r.is(i, RoleManner) || w == `"`
}

// third reports whether a word looks like the plural of a noun rather than a base
// form: "leads", "posts".
func third(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && w != "focus" && w != "discus"
}

// isNoun reports whether a word that may be a verb is a noun here: "share of voice",
// "lead generation rate", "email click rate".
func (r *reading) isNoun(i, end int) bool {
	switch {
	case builds[r.at(i).word] && r.has(end, tableAsset): // "build engagement"
		return false
	case r.is(end, RoleOf), r.at(i).word == "may", r.label(i) > i: // "Q2 target:"
		return !r.gerund(i) || end == i+1
	case end == i+1 && (r.has(end, tableRate) || r.has(end, tableLow) && r.has(i, tableChannel)) && !r.is(end, RoleTo) && !r.gerund(i):
		_, _, two := r.anyVerb(end)
		return two == end && !r.changes(i)
	case r.isPlaceTo(i):
		return true
	case end == i+1 && (r.namedByVerb(i, end) || r.namesRisen(i, end)):
		return true
	case end == i+1 && modifies[r.at(i).word] && r.at(end).kind == wordToken && r.at(end).use == unused && !r.has(end, tableNumber):
		return !r.is(end, RoleArticle, RolePossessive, RoleAbout, RoleOf, RoleTo)
	case r.has(i, tableChannel) && end == i+1:
		return r.at(end).kind == wordToken && !r.is(end, RoleArticle, RolePossessive, RoleSome, RoleMore, RoleAbout)
	}
	return false
}

// namedByVerb reports whether the verb at i belongs to the noun behind it, of which
// a level or a verb tells: "onboarding time under two weeks", "lead times from".
func (r *reading) namedByVerb(i, end int) bool {
	p, _ := r.find(i, tableVerb)
	class := VerbClass(p.value)
	switch {
	case !r.has(end, tableLow) && !r.has(end, tableRate), class.moves():
		return false
	case r.gerund(i) && plural(r.at(end).word), !r.gerund(i) && class != VerbDo:
		return false
	}
	_, _, verb := r.anyVerb(end + 1)
	return verb > end+1 || r.is(end+1, RoleFrom, RoleModal) || r.is(end+1, RoleTo) && r.gerund(i) || r.has(end+1, tableBound)
}

// namesRisen reports whether the verb at i belongs to the plural behind it, which is
// said to be up or down: "demo requests up 35%".
func (r *reading) namesRisen(i, end int) bool {
	if w := r.at(end + 1).word; w != "up" && w != "down" || !plural(r.at(end).word) || r.changes(i) {
		return false
	}
	_, amount := r.numeral(end + 2)
	return amount > end+2
}

// modifies are the verbs that are adjectives before a noun: "average handle time".
var modifies = map[string]bool{"average": true, "total": true, "net": true, "top": true, "clear": true, "open": true, "live": true, "clean": true, "complete": false}

// changes reports whether token i is a verb of change, which are seldom nouns at
// the start of a sentence.
func (r *reading) changes(i int) bool {
	p, _ := r.find(i, tableVerb)
	switch VerbClass(p.value) {
	case VerbUp, VerbDown, VerbImprove, VerbGain, VerbAttain, VerbMaintain, VerbState, VerbHelp:
		return true
	}
	return false
}

// nounPair reports whether the word at i, behind "and", belongs to a pair of nouns:
// "likes and shares".
func (r *reading) nounPair(i, end int) bool {
	if third(r.at(i).word) {
		return true
	}
	t := r.at(end)
	return t.kind == 0 || t.kind == symbolToken && t.word != "$" && t.word != "€" && t.word != "£" && t.word != "(" || t.use != unused ||
		r.is(end, RoleBy, RoleFrom, RoleTo, RoleIn) && !r.gerund(i) && !r.changes(i)
}
