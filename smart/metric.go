package smart

import (
	"strings"
	"unicode/utf8"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// A noun is the noun phrase that is measured.
type noun struct {
	stretchOf
	core    int       // where it goes on with "of" or the like; to where it does not
	hole    stretchOf // a period in parentheses inside
	fresh   bool      // "new" stood before it
	slot    bool      // "number of" stood before it
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
// "get toned", "be able to move", or of people: "help trainees become".
func (r *reading) undirected(c clause) bool {
	if c.able {
		return true
	}
	if c.class == VerbHelp && r.actsNext(r.role(c.verb.to, RoleArticle, RolePossessive)+1) { // "help trainees become"
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
	if c.parted != "" {
		return noun{stretchOf: c.verb, implied: c.parted}
	}
	object := r.nounPhrase(r.pastQuantity(c.verb.to, f), c.to, countedNoun)
	p, end := r.find(c.verb.from, tableMeasure)
	saves := end > c.verb.from && (c.class != VerbDown || p.value != "savings") // not "save 15% on packaging"
	if saves && (f.ok && f.quantity.money || r.nameless(object) || !object.given() && (!f.ok || f.quantity.percent)) {
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

// pastQuantity returns i, or where the amount that stands there ends, or another
// quantity of it: "lose half a stone a month for a total of 2 stone".
func (r *reading) pastQuantity(i int, f finding) int {
	if f.ok && f.quantity.from >= i && f.quantity.from <= i+3 {
		return f.quantity.noun
	}
	if q, end := r.quantity(i); f.ok && end > i {
		return q.noun
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

// nameless reports whether a phrase is no metric: "our company", "LinkedIn", "it".
func (r *reading) nameless(n noun) bool {
	if !n.given() || n.implied != "" {
		return false
	}
	last := n.core - 1
	if r.has(last, tableFirm) && !n.fresh && (n.core == n.to) && n.core-n.from <= 2 && !r.word(last-1, "repeat") && !r.word(last-1, "referral") {
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
	span := r.span(n.from, n.to)
	b.Grow(span.End - span.Start)
	for i := n.from; i < n.to; i++ {
		t := r.at(i)
		if n.hole.has(i) || i > n.core && r.is(i, RolePossessive) || t.kind == symbolToken && isQuoteMark(t.word) && (t.spaced || r.at(i+1).spaced) {
			continue
		}
		if b.Len() > 0 && (t.spaced || isQuoteMark(r.at(i-1).word) || i == n.hole.to && n.hole.to > 0) {
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
