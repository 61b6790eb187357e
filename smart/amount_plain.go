package smart

// plainAmount returns the amount of a clause without "by" and without levels: the
// first quantity without a preposition that makes it something else; else "for three
// people", "within 5% of the budget"; else "in five newspapers", "from three grocers".
// It is nil if there is none.
func (r *reading) plainAmount(c clause, qs []quantity) *quantity {
	if r.isSubject(c, qs) {
		qs = qs[1:]
	}
	if to := first(qs, func(q quantity) bool { return q.lead == RoleTo }); to != nil && c.class.moves() && !qs[0].percent && qs[0].change == "" {
		return to // "the share of customers who wait more than five minutes to 10%"
	}
	if q := first(qs, r.isFree); q != nil {
		return r.totalOf(qs, q)
	}
	var q *quantity
	if c.class != VerbState {
		q = first(qs, c.accompanied)
	}
	if q == nil && (c.class.activity() || c.class == VerbGain) {
		q = first(qs, r.isPlaces)
	}
	return q
}

// isSubject reports whether the first quantity says how many shall do something: "our
// three shops will sell 900 bikes".
func (r *reading) isSubject(c clause, qs []quantity) bool {
	return len(qs) > 1 && qs[0].from < c.verb.from && !qs[0].percent && qs[1].from >= c.verb.to && r.is(qs[0].from-1, RoleArticle, RolePossessive)
}

// isFree reports whether no preposition makes a quantity something else than an amount.
func (r *reading) isFree(q quantity) bool {
	switch q.lead {
	case RoleFor, RoleWith, RoleThan, RoleIn, RoleFrom:
		return false
	case RoleOn:
		return r.at(q.to).use == useRate
	}
	return !r.isBudget(q)
}

// accompanied reports whether a quantity is one that something is done for or with, or
// a percentage that is kept within.
func (c clause) accompanied(q quantity) bool {
	switch q.lead {
	case RoleFor, RoleWith:
		return true
	case RoleFrom:
		return q.percent
	case RoleIn:
		return q.percent && c.class == VerbMaintain
	}
	return false
}

// isPlaces reports whether a quantity says in how many places something is done, or
// from how many: "in 95% of cases", "in five newspapers", "from three grocers".
func (r *reading) isPlaces(q quantity) bool {
	if q.lead == RoleIn && q.percent && r.is(q.to, RoleOf) {
		return true
	}
	return (q.lead == RoleFrom || q.lead == RoleIn) && q.unit == "" && r.countable(q.to)
}

// totalOf returns q, or what it is said to add up to: "half a stone a month for a total
// of 2 stone".
func (r *reading) totalOf(qs []quantity, q *quantity) *quantity {
	total := first(qs, func(t quantity) bool { return t.lead == RoleFor && t.money == q.money && r.isTotal(t) })
	if total == nil {
		return q
	}
	total.lead = ""
	return total
}

// isTotal reports whether a quantity is said to be what others add up to: "a total of
// 2 stone".
func (r *reading) isTotal(q quantity) bool {
	return r.word(q.from, "total") || r.word(q.from+1, "total")
}

// isBudget reports whether a quantity is what may be spent: "with a budget of
// $2,000", "on a $500 budget".
func (r *reading) isBudget(q quantity) bool {
	return q.money && (q.lead == RoleOf && r.word(q.from-2, "budget") && r.at(q.from-2).use == unused && r.is(q.from-4, RoleWith, RoleIn) ||
		r.word(q.noun, "budget") && (q.lead == RoleOn || q.lead == RoleWith))
}

// first returns the first quantity that fits, nil if none does.
func first(qs []quantity, fits func(quantity) bool) *quantity {
	for i := range qs {
		if fits(qs[i]) {
			return &qs[i]
		}
	}
	return nil
}
