package smart

// stating returns the direction of "have 20 clients", "want more readers".
func (r *reading) stating(c clause, f finding) (Direction, Confidence, Span) {
	i := r.role(c.verb.to, RoleArticle, RolePossessive)
	switch {
	case f.ok && (f.quantity.change == Decrease || f.quantity.value.Sign() == 0):
		return Decrease, Explicit, Span{}
	case falls(f), f.ok && f.kind == ToValue && (f.quantity.bound == LessThan || f.quantity.bound == AtMost), f.ok && f.kind == ToValue && r.getting(c) && r.lowGood(r.object(c, f)):
		return Decrease, Inferred, Span{}
	case f.ok:
		return Increase, Inferred, Span{}
	case r.seems(c):
		return "", "", Span{}
	case r.is(i, RoleFewer) && !r.is(i, RoleMore):
		return Decrease, Explicit, r.span(i, i+1)
	case c.class == VerbState && !r.getting(c) && !perfect[r.at(c.verb.from).word], r.word(c.verb.from, "be"):
		return "", "", Span{}
	case r.is(i, RoleMore, RoleSome), r.is(c.verb.to, RoleSome), r.word(i, "better") && r.countable(i+1):
		return Increase, Explicit, r.span(i, i+1)
	}
	if noun := r.nounPhrase(c.verb.to, c.to, plainNoun); c.class == VerbState && r.getting(c) && noun.to > noun.from {
		if _, _, ok := r.kpiOf(noun); ok {
			return Increase, Inferred, Span{}
		}
	}
	return "", "", Span{}
}

// seems reports whether the verb of a clause says how something is, as "feel" does.
func (r *reading) seems(c clause) bool {
	switch r.at(c.verb.from).word {
	case "feel", "feeling", "look", "looking", "seem", "appear", "become", "becoming":
		return true
	}
	return false
}

// below reports whether a level has an upper bound: "get latency under 300 ms".
func (r *reading) below(c clause, f finding) bool {
	return f.ok && f.kind == ToValue && r.getting(c) && (f.quantity.bound == LessThan || f.quantity.bound == AtMost)
}

// getting reports whether the verb of a clause is "get" or "bring".
func (r *reading) getting(c clause) bool {
	w := r.at(c.verb.from).word
	switch w {
	case "get", "gets", "getting", "bring", "brings", "bringing", "brought":
		return true
	}
	return false
}

// verbless returns the direction of a statement without a verb: to the level that
// it names, and to more of what it counts, unless that is something to do.
func (r *reading) verbless(c clause, f finding) (Direction, Confidence, Span) {
	if !f.ok {
		return "", "", Span{}
	}
	q := f.quantity
	noun := r.object(c, f)
	upper := q.bound == AtMost || q.bound == LessThan || q.value.Sign() == 0
	switch {
	case falls(f), f.kind == ToValue && f.baseline == nil && (upper || !noun.counted && r.lowGood(noun)):
		return Decrease, Inferred, Span{}
	case f.kind == Absolute && (f.rated || len(r.rates) > 0 || noun.given() && r.gathering(noun.core-1)):
		return Do, Inferred, Span{}
	case f.kind == Relative && !q.multiple:
		return "", "", Span{}
	}
	return Increase, Inferred, Span{}
}

// particle reads the "down" of "bring churn down to 3%", "take followers up".
func (r *reading) particle(c clause) (Direction, int) {
	const far = 12
	if c.class == VerbMaintain || c.class == "" {
		return "", 0
	}
	for k := c.verb.to; k < c.to && k < c.verb.to+far; k++ {
		w := r.at(k).word
		if w == "down" && (r.is(k+1, RoleFrom, RoleTo, RoleBy) || k == c.to-1) {
			return Decrease, k
		}
		if w == "up" && r.is(k+1, RoleFrom, RoleTo, RoleBy) {
			return Increase, k
		}
	}
	return "", 0
}

// changeOf returns what a word of change in the object says: "a 35% decrease in",
// "growth of", "more".
func (r *reading) changeOf(c clause, f finding) (Direction, int) {
	if f.ok && f.quantity.change != "" && !f.quantity.multiple {
		return f.quantity.change, f.quantity.noun - 1
	}
	if c.class != "" && !c.class.activity() && c.class != VerbAttain && c.class != VerbState && c.class != VerbGain {
		return "", -1
	}
	const near = 5
	from := c.verb.to
	for k := from; k < min(c.to, from+near); k++ {
		if r.at(k).use != unused || r.is(k, RoleBy, RoleTo, RoleFor, RoleFrom, RoleIn, RoleOn) || r.at(k).kind == symbolToken {
			break
		}
		p, end := r.find(k, tableChange)
		if r.is(k, RoleStop) {
			continue // "sit down in"
		}
		if end > k && (r.is(end, RoleIn, RoleOf, RoleOn) || r.at(end).kind == 0 && c.class == "") {
			return Direction(p.value), k
		}
		if end > k && c.class == "" && k == from && r.is(k, RoleMore, RoleFewer) {
			return Direction(p.value), k
		}
	}
	return "", -1
}
