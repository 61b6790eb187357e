package smart

import (
	"strings"
	"unicode/utf8"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// A noun is the noun phrase that is measured.
type noun struct {
	stretchOf
	core    int       // where it goes on with "of" or the like; to where it does not
	hole    stretchOf // a period in parentheses inside
	fresh   bool      // "new" stood before it
	counted bool      // it follows its number
	implied string    // what the verb stands for, in place of a phrase
}

func (n noun) given() bool { return n.to > n.from || n.implied != "" }

// metricOf finds what a clause measures.
func (r *reading) metricOf(c clause, f finding) noun {
	if n := r.implied(c, f); n.implied != "" {
		return n
	}
	n := r.object(c, f)
	if r.nameless(n) || !f.ok && r.undirected(c) {
		return noun{}
	}
	return n
}

// undirected reports whether a clause is a state of things: "own the top blog",
// "get toned", "be able to move".
func (r *reading) undirected(c clause) bool {
	if c.able {
		return true
	}
	way, _, _ := r.stating(c, finding{})
	return c.class == VerbState && way == ""
}

// implied returns what verbs such as "save" and "lose" measure without saying so.
func (r *reading) implied(c clause, f finding) noun {
	if c.verb.to == 0 {
		return noun{}
	}
	object := r.nounPhrase(r.pastQuantity(c.verb.to, f), c.to, countedNoun)
	p, end := r.find(c.verb.from, tableMeasure)
	if end > c.verb.from && (f.ok && f.quantity.money || r.nameless(object) || !object.given() && (!f.ok || f.quantity.percent)) {
		return noun{stretchOf: c.verb, implied: p.value}
	}
	if c.class == VerbDown && !f.ok && object.to == object.from+1 && r.has(object.from, tableWeight) {
		return noun{stretchOf: c.verb, implied: "weight"}
	}
	if c.class == VerbDown && f.ok && f.quantity.lead == "" && !object.given() && r.weighs(f.quantity) {
		return noun{stretchOf: c.verb, implied: "weight"}
	}
	return noun{}
}

// pastQuantity returns i, or where the amount that stands there ends.
func (r *reading) pastQuantity(i int, f finding) int {
	if f.ok && f.quantity.from >= i && f.quantity.from <= i+3 {
		return f.quantity.noun
	}
	return i
}

// weighs reports whether a quantity is in a unit of weight.
func (r *reading) weighs(q quantity) bool {
	for k := q.from; k < q.to; k++ {
		if r.has(k, tableWeight) {
			return true
		}
	}
	return false
}

// object finds the noun phrase: behind the amount that follows the verb, or
// between verb and amount, or before the verb.
func (r *reading) object(c clause, f finding) noun {
	q := f.quantity
	counted := f.ok && f.bySpan.IsEmpty() && f.baseline == nil && q.lead != RoleBy && q.lead != RoleTo && q.lead != RoleAt && (q.lead != RoleOf || q.change != "")
	if counted && (q.lead == RoleWith || c.class == "" && q.lead == RoleFor) {
		return noun{}
	}
	if counted && r.adjoins(c, q) {
		if n := r.counted(c, q); n.given() || c.class.activity() && (q.unit != "times" || c.verb.to == q.from) {
			return n
		}
	}
	start := c.verb.to
	if c.verb.to == 0 {
		start = r.nominal(c)
	}
	n := r.nounPhrase(start, c.to, plainNoun)
	switch {
	case r.unmeasured(c, f, n):
		return noun{}
	case n.given():
		return r.withoutChange(c, n)
	case f.ok && q.lead == RoleTo && q.from == c.verb.to+1: // "expand to 3 markets"
		return r.nounPhrase(q.noun, c.to, countedNoun)
	case c.verb.to > 0:
		return r.subject(c)
	}
	return n
}

// unmeasured reports whether the object of a clause is not what is measured: the
// one thing that an activity makes, or a word of change by itself.
func (r *reading) unmeasured(c clause, f finding, n noun) bool {
	switch {
	case c.verb.to == 0:
		return n.given() && r.has(n.core-1, tableChange)
	case c.class == VerbGain:
		return !f.ok && r.thing(c)
	case !c.class.activity() || f.baseline != nil:
		return false
	case f.ok && (f.quantity.lead == RoleBy || f.quantity.lead == RoleTo || f.quantity.lead == RoleOf || f.quantity.lead == RoleAt):
		return false
	case !f.ok && r.is(c.verb.to, RoleFewer), r.makes(c) && r.gainful(c):
		return false
	}
	return !r.barePlural(c.verb.to, n)
}

// withoutChange drops the "rise" of "see footfall rise by 12%".
func (r *reading) withoutChange(c clause, n noun) noun {
	if c.class == VerbDo && n.core == n.to && n.core-n.from > 1 && r.has(n.core-1, tableChange) && r.is(n.to, RoleBy, RoleTo, RoleFrom) {
		n.core, n.to = n.core-1, n.to-1
	}
	return n
}

// adjoins reports whether an amount belongs to the noun behind it and not to one
// between it and the verb.
func (r *reading) adjoins(c clause, q quantity) bool {
	if c.verb.to == 0 || q.from < c.verb.from || q.lead == RoleFor && c.class.activity() {
		return true
	}
	between := r.nounPhrase(c.verb.to, q.from, plainNoun)
	return !between.given() || r.nameless(between)
}

// counted returns the noun behind an amount: "650 new LinkedIn followers",
// "$80K in MRR", "45% of trial users", "a 5% rise in sales".
func (r *reading) counted(c clause, q quantity) noun {
	i := q.noun
	if r.is(i, RoleFewer, RoleMore) {
		i = r.role(i, RoleFewer, RoleMore)
	}
	if q.unit == "" {
		i = r.role(i, RoleOf)
	} else {
		i = r.role(i, RoleOf, RoleIn)
		if r.word(i, "worth") {
			i = r.role(i+1, RoleOf)
		}
		if p, end := r.find(i, tableChange); end > i && p.value != "" && r.is(end, RoleIn, RoleOf) {
			i = r.role(end, RoleIn, RoleOf)
		}
	}
	n := r.nounPhrase(i, c.to, countedNoun)
	n.fresh = n.fresh || q.fresh && q.change == "" || r.is(q.to, RoleNew)
	return n
}

// nominal returns where the noun phrase of a clause without a verb begins: behind
// "growth of", "a 15 percent rise in".
func (r *reading) nominal(c clause) int {
	const near = 6
	for k := c.from; k < min(c.to, c.from+near); k++ {
		if p, end := r.find(k, tableChange); end > k && p.value != "" && r.is(end, RoleIn, RoleOf) {
			return r.role(end, RoleIn, RoleOf)
		}
	}
	k := c.from
	for k < c.to && (r.at(k).use != unused || r.at(k).kind == symbolToken && r.at(k).word != "(") {
		k++
	}
	if _, end := r.find(k, tableChange); end > k && !r.is(k, RoleMore, RoleFewer) && r.is(end, RoleOn) {
		return c.to
	}
	return k
}

// subject returns the noun phrase before a verb that has no object: "I want my
// video quality to improve", "churn drops to 3%".
func (r *reading) subject(c clause) noun {
	const far = 12
	start := c.from
	for k := c.verb.from - 1; k >= max(c.from, c.verb.from-far); k-- {
		if r.hedgeEnds(k) || r.at(k).use != unused || r.at(k).word == "," {
			start = k + 1
			break
		}
	}
	if c.verb.from-start > far || r.is(start, RolePronoun) {
		return noun{}
	}
	n := r.nounPhrase(start, c.verb.from, plainNoun)
	if n.to < c.verb.from && !r.is(n.to, RoleTo, RoleModal, RoleIn, RoleOn, RoleFor, RoleFrom, RoleOf) && !r.manner(n.to) {
		return noun{}
	}
	return n
}

// hedgeEnds reports whether a hedge such as "want" ends at token k.
func (r *reading) hedgeEnds(k int) bool {
	p, end := r.find(k, tableVerb)
	return end == k+1 && VerbClass(p.value) == VerbHedge
}

// barePlural reports whether a phrase that begins at i names a kind of thing that
// could be counted, and not one thing: "more proposals", "monthly breakfasts".
func (r *reading) barePlural(i int, n noun) bool {
	if !n.given() || r.is(i, RoleArticle, RolePossessive) {
		return false
	}
	return plural(r.at(n.core-1).word) && !r.at(n.core-1).upper
}

// plural reports whether a word looks like a plural.
func plural(w string) bool {
	w = stem(w)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") ||
		w == "people" || w == "children" || w == "women" || w == "men" || w == "staff"
}

// nameless reports whether a phrase is no metric: "our company", "LinkedIn", "it".
func (r *reading) nameless(n noun) bool {
	if !n.given() || n.implied != "" {
		return false
	}
	last := n.core - 1
	if r.has(last, tableFirm) && (n.core == n.to) && n.core-n.from <= 2 {
		return true
	}
	p, end := r.find(n.from, tableChannel)
	if end != n.to || p.value == "organic_search" || p.value == "website" && strings.Contains(r.at(last).word, "s") && end > n.from+1 {
		return false
	}
	_, ok := marketing.Lookup(r.phraseText(n))
	return !ok && !plural(r.at(last).word)
}

// phraseText returns a noun phrase in lower case, its words separated by single spaces.
func (r *reading) phraseText(n noun) string {
	if n.implied != "" {
		return n.implied
	}
	var b strings.Builder
	for i := n.from; i < n.to; i++ {
		if n.hole.has(i) {
			continue
		}
		t := r.at(i)
		if b.Len() > 0 && (t.spaced || i == n.hole.to && n.hole.to > 0) {
			b.WriteByte(' ')
		}
		b.WriteString(r.clean(i, n))
	}
	return b.String()
}

// clean returns the word of token i as a metric has it.
func (r *reading) clean(i int, n noun) string {
	w := r.at(i).word
	if i == n.to-1 {
		return stem(w)
	}
	return w
}

// fillMetric fills the slots of the metric.
func (r *reading) fillMetric(n noun) {
	text := r.phraseText(n)
	if text == "" || !utf8.ValidString(text) {
		return
	}
	d := &r.draft
	sure := Explicit
	if n.implied != "" {
		sure = Inferred
	}
	d.Metric = Slot[string]{text, r.span(n.from, n.to), sure}
	if id, exact, ok := r.kpiOf(n); ok {
		if sure == Explicit && !exact {
			sure = Inferred
		}
		d.MetricID = Slot[string]{id, d.Metric.Span, sure}
	}
}

// kpiOf returns the marketing KPI that a noun phrase names, and whether all of it
// does; else only its last words, with a modifier such as "monthly" or a channel
// before them.
func (r *reading) kpiOf(n noun) (id string, exact, ok bool) {
	if n.to <= n.from || n.implied != "" {
		return "", false, false
	}
	const most = 8 // words
	text := r.phraseText(n)
	if n.fresh {
		if k, found := marketing.Lookup("new " + text); found {
			return k.ID, true, true
		}
	}
	if n.core < n.to {
		if k, found := marketing.Lookup(text); found {
			return k.ID, true, true
		}
		if r.has(n.core-1, tableRate) && n.core == n.from+1 {
			return "", false, false // "share of late payments"
		}
		n.to = n.core
	}
	if n.to-n.from > most {
		return "", false, false
	}
	for i := n.from; i < n.to; {
		part := n
		part.from = i
		if k, found := marketing.Lookup(r.phraseText(part)); found {
			return k.ID, i == n.from && n.core == n.to, true
		}
		_, next := r.find(i, tableChannel)
		if next == i {
			if _, next = r.find(i, tableNeutral); next == i {
				return "", false, false
			}
		}
		i = next
	}
	return "", false, false
}

// lowGood reports whether less of what a noun phrase names is better.
func (r *reading) lowGood(n noun) bool {
	if !n.given() {
		return false
	}
	if id, _, ok := r.kpiOf(n); ok {
		if k, found := marketing.Find(id); found && k.Unit == kpi.Rank {
			return false // "better positions" are said to increase
		} else if found && k.Better != "" {
			return k.Better == kpi.Lower
		}
	}
	for i := max(n.from, n.core-2); i < n.core; i++ {
		if r.has(i, tableLow) {
			return true
		}
	}
	return false
}
