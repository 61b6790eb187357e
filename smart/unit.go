package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// fillUnit fills the unit: that of the amount, else the plural noun that is counted.
func (r *reading) fillUnit(f finding, n noun) {
	if !f.ok {
		return
	}
	d := &r.draft
	q := f.quantity
	if q.unit != "" {
		d.Unit = Slot[string]{q.unit, r.span(q.from, q.to), Explicit}
		return
	}
	if behind := r.nounPhrase(q.noun, len(r.tokens), countedNoun); (q.lead == RoleTo || q.lead == RoleBy || q.lead == RoleOf) && behind.given() && plural(r.at(behind.core-1).word) {
		n = behind
		n.counted = true
	}
	if n.core <= n.from {
		return
	}
	head := n.core - 1
	for head > n.from && r.at(head).kind == symbolToken { // "adherence (SLA)"
		head -= 3
	}
	if head < n.from {
		return
	}
	if r.word(head, "count") && head > n.from && r.at(head-1).kind == wordToken { // "listener count"
		head--
		n.counted, q.value = true, kpi.Int(1)
	}
	unit := stem(r.at(head).word)
	switch {
	case plural(unit):
	case n.counted && q.value.Cmp(kpi.Int(1)) == 0 && r.at(head).kind == wordToken:
		unit = pluralOf(unit)
	default:
		return
	}
	sure := Inferred
	if n.counted {
		sure = Explicit
	}
	d.Unit = Slot[string]{unit, r.span(head, head+1), sure}
}

// pluralOf returns the regular plural of a noun: "study" gives "studies".
func pluralOf(w string) string {
	switch n := len(w); {
	case strings.HasSuffix(w, "y") && n > 1 && !isVowel(w[n-2]):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	case w == "person":
		return "people"
	}
	return w + "s"
}
