package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// unknownVerb takes a word that the lexicon does not know for an activity where a
// verb stands: at the start or behind "to" or "will", before an article or a number;
// behind "will" before anything.
func (r *reading) unknownVerb(c *clause) {
	if c.hedgeOnly && r.wantsMany(c.verb.to) { // "like more pupils to read"
		return
	}
	for i := c.from; i < c.to; i++ {
		t := r.at(i)
		if t.kind != wordToken || t.use != unused || len(t.entry.phrases) > 0 {
			continue
		}
		k := i - 1
		if r.manner(k) { // "will correctly spell"
			k--
		}
		will := r.is(k, RoleModal) && r.at(k).use == unused && !adverb(t.word)
		if will || r.mayActAt(i, k, c.from) && r.mayActOn(i) {
			c.verb, c.class, c.hedgeOnly = stretchOf{i, i + 1}, VerbDo, false
			return
		}
	}
}

// mayActAt reports whether a verb may stand at i, behind token k: at the start of a
// clause, behind a period, a label or "to".
func (r *reading) mayActAt(i, k, from int) bool {
	switch {
	case i == from, r.at(i-1).use == usePeriod, r.word(i-1, ":"), r.is(k, RoleTo) && r.at(k).use == unused:
		return true
	case !r.word(i-1, ",") || i == from:
		return false
	}
	return r.at(i-2).use == usePeriod || r.at(i+1).kind == numberToken
}

// mayActOn reports whether an object may follow the unknown word at i.
func (r *reading) mayActOn(i int) bool {
	next := r.at(i + 1)
	if plural(r.at(i).word) || next.use != unused {
		return false
	}
	if next.kind == numberToken {
		return !r.namesLevel(i)
	}
	return r.is(i+1, RoleArticle, RolePossessive, RoleSome, RoleMore) || r.has(i+1, tableNumber)
}

// looseVerb finds the verb of a sentence in which none stands where a verb should:
// "Sales increase by 10%".
func (r *reading) looseVerb(c *clause) {
	const near = 5
	for i := c.from; i < min(c.to, c.from+near); i++ {
		if r.hasChange(i) {
			return // "a reduction in paper use by 2027"
		}
	}
	for i := c.from + 1; i < c.to; i++ {
		class, factor, end := r.anyVerb(i)
		if end == i || class == VerbHedge || r.is(i-1, RoleArticle, RoleStop, RoleBy, RoleOf, RoleIn, RoleFor, RoleOn, RoleWith) || r.at(i-1).kind != wordToken && r.at(i-1).use == unused {
			continue
		}
		if !class.moves() && plural(r.at(i-1).word) == third(r.at(i).word) {
			continue // "customer effort score from 3 to 2" is no sentence
		}
		k := r.role(end, RoleBy, RoleFrom, RoleTo, RoleAbout)
		_, isQuantity := r.quantity(k)
		if k > end && isQuantity > k || r.at(end).use == usePeriod || r.predicate(i, end, class) {
			c.verb, c.class, c.factor = stretchOf{i, end}, class, factor
			return
		}
	}
}

// namesLevel reports whether the word at i, before a number, is a metric and no verb:
// "NPS 40", "Revenue 5m".
func (r *reading) namesLevel(i int) bool {
	t := r.at(i)
	text := t.span.Of(r.text)
	if strings.ToUpper(text) == text {
		return true
	}
	for _, suffix := range []string{"tion", "ment", "ness", "ity", "ance", "ence", "ism", "age", "ship"} {
		if strings.HasSuffix(t.word, suffix) {
			return true
		}
	}
	_, ok := marketing.Lookup(t.word)
	return ok
}

// causative returns where the verb stands that the "have" or "get" at i makes
// someone or something do, or be done: "have the system migrated", "have our account
// reach 10,000"; 0 if there is none.
func (r *reading) causative(i, end int) int {
	const most = 7 // words between
	if !causes[r.at(i).word] || end > i+1 {
		return 0
	}
	j := r.role(end, RoleArticle, RolePossessive, RoleSome)
	if _, many := r.numeral(j); many > j { // "have 60 shops stock"
		j = many
	}
	if j == end && !r.has(j, tablePeople) {
		return 0
	}
	for k := j + 1; k < j+most; k++ {
		t := r.at(k)
		if t.kind != wordToken || t.use != unused || r.is(k, RoleTo, RoleThat) || r.is(k, RoleStop) {
			return 0
		}
		class, _, to := r.anyVerb(k)
		next := r.at(to)
		_, amount := r.numeral(r.role(to, RoleBy, RoleFrom, RoleTo))
		switch {
		case r.word(k, "ready") && (next.use != unused || next.kind != wordToken):
			return k
		case to == k || class == VerbState || class == VerbHedge:
		case participleForm(t.word) && (next.use != unused || next.kind != wordToken || r.is(to, RoleBy, RoleBefore, RoleUntil, RoleIn)):
			return k
		case (class.moves() || class == VerbAttain) && !third(t.word) && amount > to,
			class.activity() && r.person(k-1) && !third(t.word) && !r.gerund(k) && next.kind == wordToken:
			return k
		}
	}
	return 0
}

// causes are the verbs before what shall do something or be done.
var causes = map[string]bool{"have": true, "having": true, "get": true, "getting": true, "see": true, "let": true, "letting": true}

// person reports whether token i is people, or one of them.
func (r *reading) person(i int) bool {
	if r.has(i, tablePeople) {
		return true
	}
	for _, p := range r.entry(r.at(i).word + "s").phrases {
		if p.table == tablePeople && len(p.words) == 1 {
			return true
		}
	}
	return false
}

// sentenceStart returns where the sentence of token i starts, if that is near.
func (r *reading) sentenceStart(i int) int {
	const far = 12
	k := i
	for k > 0 && k > i-far && !r.at(k-1).ends {
		k--
	}
	return k
}

// predicate reports whether the verb at i..end is that of a statement about someone
// or something: "every manager completes the workshop", "pupils read aloud".
func (r *reading) predicate(i, end int, class VerbClass) bool {
	if !class.activity() && class != VerbGain && class != VerbAttain || r.at(i-1).kind != wordToken {
		return false
	}
	object := r.is(end, RoleArticle, RolePossessive, RoleSome, RoleMore) && r.at(end).use == unused
	if third(r.at(i).word) {
		every := r.at(end).kind == wordToken && r.at(end).use == unused && r.is(r.sentenceStart(i), RoleEvery, RoleSome)
		return object || every || r.at(end).kind == numberToken || r.has(end, tableNumber)
	}
	return r.has(i-1, tablePeople) && plural(r.at(i-1).word) && (object || r.at(i-1).word != "staff") && r.at(end).kind == wordToken && !r.is(end, RoleOf) && !r.gerund(i)
}
