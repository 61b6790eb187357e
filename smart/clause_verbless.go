package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// unknownVerb takes a word that the lexicon does not know for an activity where a
// verb stands: at the start or behind "to" or "will", before an article or a number.
func (r *reading) unknownVerb(c *clause) {
	for i := c.from; i < c.to; i++ {
		t := r.at(i)
		first := i == c.from || r.at(i-1).use == usePeriod || r.at(i-1).word == "," && i > c.from && r.at(i-2).use == usePeriod
		if !first && !r.is(i-1, RoleTo, RoleModal) || t.kind != wordToken || t.use != unused || len(t.entry.phrases) > 0 {
			continue
		}
		next := r.at(i + 1)
		if plural(t.word) || next.use != unused || !r.is(i+1, RoleArticle, RolePossessive, RoleSome, RoleMore) && next.kind != numberToken && !r.has(i+1, tableNumber) {
			continue
		}
		if next.kind == numberToken && r.namesLevel(i) {
			continue
		}
		c.verb, c.class, c.hedgeOnly = stretchOf{i, i + 1}, VerbDo, false
		return
	}
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

// predicate reports whether the verb at i..end is that of a statement about someone
// or something: "every manager completes the workshop", "pupils read aloud".
func (r *reading) predicate(i, end int, class VerbClass) bool {
	if !class.activity() && class != VerbGain && class != VerbAttain || r.at(i-1).kind != wordToken {
		return false
	}
	object := r.is(end, RoleArticle, RolePossessive, RoleSome, RoleMore) && r.at(end).use == unused
	if third(r.at(i).word) {
		return object || r.at(end).kind == numberToken || r.has(end, tableNumber)
	}
	return r.has(i-1, tablePeople) && plural(r.at(i-1).word) && r.at(end).kind == wordToken && !r.is(end, RoleOf) && !r.gerund(i)
}
