package smart

// seenFrom corrects the preposition and the bound of a quantity that was read at
// token i by what the verb of its clause makes of them.
func (r *reading) seenFrom(c clause, i int, q *quantity) {
	if i <= c.verb.to && i > c.verb.from {
		q.lead = "" // the preposition belongs to the verb: "bring in"
	}
	if !q.fresh && !q.negative && q.from <= c.verb.to+1 && c.verb.to > c.verb.from+1 {
		q.change = "" // "make up a quarter"
	}
	if r.upTo(c, *q) {
		q.lead, q.bound = RoleTo, ""
	}
	if c.class.activity() && q.lead == RoleTo && q.from == c.verb.to+1 {
		q.lead = "" // "apply to five jobs"
	}
	if c.class == VerbMaintain && r.prevented(q.from) {
		q.bound = q.bound.not()
	}
}

// prevented reports whether what is not to happen ends before token i: "keep churn
// from rising above".
func (r *reading) prevented(i int) bool {
	return r.gerund(i-1) && r.is(i-2, RoleFrom)
}

// not returns the bound that holds where c does not.
func (c Comparator) not() Comparator {
	switch c {
	case AtLeast:
		return LessThan
	case MoreThan:
		return AtMost
	case AtMost:
		return MoreThan
	case LessThan:
		return AtLeast
	}
	return c
}

// upTo reports whether the "up to" before a quantity leads to a level, behind what
// is raised: "push ratings up to 4.5".
func (r *reading) upTo(c clause, q quantity) bool {
	return r.word(q.from, "up") && r.word(q.from+1, "to") && q.lead == "" && q.from > c.verb.to &&
		(c.class == VerbUp || c.class == VerbImprove || r.getting(c))
}
