package smart

// plainAmount returns the amount of a clause without "by" and without levels: the
// first quantity without a preposition that makes it something else; else "for
// three people", "in 95% of cases", "in five newspapers", "from three grocers". It is nil if there is none.
func (r *reading) plainAmount(c clause, qs []quantity) *quantity {
	if len(qs) > 1 && qs[0].from < c.verb.from && !qs[0].percent && qs[1].from >= c.verb.to && r.is(qs[0].from-1, RoleArticle, RolePossessive) {
		qs = qs[1:] // "our three shops will sell 900 bikes"
	}
	if to := first(qs, func(q quantity) bool { return q.lead == RoleTo }); to != nil && c.class.moves() && !qs[0].percent && qs[0].change == "" {
		return to // "the share of customers who wait more than five minutes to 10%"
	}
	q := first(qs, func(q quantity) bool {
		return !r.isBudget(q) && q.lead != RoleFor && q.lead != RoleWith && q.lead != RoleThan && q.lead != RoleIn && q.lead != RoleFrom && (q.lead != RoleOn || r.at(q.to).use == useRate)
	})
	if total := first(qs, func(q quantity) bool { return q.lead == RoleFor && r.isTotal(q) }); total != nil && q != nil && total.money == q.money {
		total.lead = ""
		return total // "half a stone a month for a total of 2 stone"
	}
	if q == nil && c.class != VerbState {
		q = first(qs, func(q quantity) bool {
			return q.lead == RoleFor || q.lead == RoleWith || q.percent && (q.lead == RoleFrom || q.lead == RoleIn && c.class == VerbMaintain)
		})
	}
	if q == nil && (c.class.activity() || c.class == VerbGain) {
		q = first(qs, func(q quantity) bool {
			return q.lead == RoleIn && q.percent && r.is(q.to, RoleOf) || (q.lead == RoleFrom || q.lead == RoleIn) && q.unit == "" && r.countable(q.to)
		})
	}
	return q
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
