package smart

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
	if behind := r.nounPhrase(q.noun, len(r.tokens), countedNoun); q.lead == RoleTo && behind.given() && plural(r.at(behind.core-1).word) {
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
	if head < n.from || !plural(r.at(head).word) {
		return
	}
	sure := Inferred
	if n.counted {
		sure = Explicit
	}
	d.Unit = Slot[string]{stem(r.at(head).word), r.span(head, head+1), sure}
}
