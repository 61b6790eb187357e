package smart

// levels returns the two levels of "from A to B", nil if there are none.
func (r *reading) levels(qs []quantity) (from, to *quantity) {
	if from, to = r.pair(qs); from == nil {
		return nil, nil
	}
	a, b := from.asLevel(), to.asLevel()
	return &a, &b
}

// pair returns the two quantities of "from A to B", or "A -> B", nil if there are none.
func (r *reading) pair(qs []quantity) (from, to *quantity) {
	for i := 0; i+1 < len(qs); i++ {
		a, b := &qs[i], &qs[i+1]
		arrow := r.at(a.to).word == "->" || r.word(a.to, "to") && b.from == a.to+1 && a.lead == "" && a.unit == b.unit && a.change == ""
		if a.lead == RoleFrom && r.word(b.from, "up") && r.word(b.from+1, "to") { // "from 2% up to 3%"
			b.lead, b.bound = RoleTo, ""
		}
		if (a.lead == RoleFrom && b.lead == RoleTo || arrow) && b.from-a.to < 8 {
			return a, b
		}
		if b.lead == RoleTo && b.from == a.to+1 && a.lead == RoleOf && (a.unit == "" || a.unit == b.unit) && r.movesRate(a.from-1) {
			return a, b
		}
		if a.lead == RoleTo && b.lead == RoleFrom && b.from-a.to < 4 { // "to 5% from 3%"
			return b, a
		}
	}
	return nil, nil
}

// movesRate reports whether the "of" at token i stands behind a rate that is raised or
// lowered, so that "cut our bounce rate of 9% to 6%" goes from one to the other.
func (r *reading) movesRate(i int) bool {
	const far = 8
	if !r.has(i-1, tableRate) && !r.has(i-1, tableLow) {
		return false
	}
	for k := i - 2; k >= i-far && r.at(k).kind == wordToken && !r.is(k, RoleAt, RoleBy, RoleTo); k-- {
		if p, end := r.find(k, tableVerb); end > k && (p.value == string(VerbUp) || p.value == string(VerbDown)) {
			return true
		}
	}
	return false
}

// withTarget adds the level of "by 10% to 5,500".
func (r *reading) withTarget(f finding, qs []quantity) finding {
	for i := range qs {
		if q := &qs[i]; q.lead == RoleTo && q.from >= f.quantity.to && (q.from-f.quantity.to < 3 || !f.bySpan.IsEmpty()) {
			level := q.asLevel()
			f.target = &level
		}
	}
	return f
}

// isPresent reports whether a quantity behind the verb is the level that its object
// has now: "double our 2% reply rate", "raise our 3-star rating to 4".
func (r *reading) isPresent(c clause, qs []quantity) bool {
	q := qs[0]
	if q.lead != "" || q.bound != "" || q.change != "" || q.from != c.verb.to+1 || !r.is(c.verb.to, RoleArticle, RolePossessive) || !r.countable(q.noun) {
		return false
	}
	goes := first(qs[1:], func(q quantity) bool { return q.lead == RoleTo || q.lead == RoleBy })
	return c.class == VerbMultiply || c.class.moves() && goes != nil
}

// earlier reports whether a quantity is the level that a goal starts from, put
// behind the amount: "60 tonnes, up from 47", "5,000 (currently 3,800)".
func (r *reading) earlier(q quantity) bool {
	if q.lead != RoleFrom {
		return false
	}
	k := q.from - 1
	return r.is(k, RoleNow) || r.is(k-1, RoleNow) || r.word(k-1, "up") || r.word(k-1, "down") || r.word(k-1, "(")
}

func (q *quantity) sameAs(o *quantity) bool { return q.stretchOf == o.stretchOf }

// signed reports whether a quantity is the change in parentheses behind levels:
// "from £50 to £55 (+10%)".
func (r *reading) signed(q quantity) bool {
	w := r.at(q.from).word
	return q.percent && r.word(q.from-1, "(") && (w == "+" || w == "-" || q.change != "")
}
