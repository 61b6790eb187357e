package smart

import (
	"cmp"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A finding is the amount of a clause.
type finding struct {
	ok       bool
	quantity quantity
	kind     AmountKind
	baseline *quantity
	target   *quantity
	rated    bool // it is an amount per week or the like
	present  bool // the baseline stands in the object: "our 4% conversion rate"
	bySpan   Span // of the verb, where that is the amount: "double"
}

// amountOf finds the amount of a clause.
func (r *reading) amountOf(c clause) finding {
	qs := r.quantities(c)
	f := r.choose(c, qs)
	f.rated = f.ok && r.rateOfAmount(c) != nil
	return f
}

// quantities returns the quantities of a clause that do not belong to means.
func (r *reading) quantities(c clause) []quantity {
	var qs []quantity
	for i := c.from; i < c.to; {
		if r.inMeans(i) {
			i++
			continue
		}
		q, end := r.quantity(i)
		if end <= i {
			i++
			continue
		}
		if q.to > q.from {
			r.seenFrom(c, i, &q)
			qs = append(qs, q)
		}
		i = end
	}
	return qs
}

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

// choose picks the amount among the quantities of a clause.
func (r *reading) choose(c clause, qs []quantity) finding {
	from, to := r.levels(qs)
	by := first(qs, func(q quantity) bool { return q.lead == RoleBy || q.lead == RoleIn && q.part || r.signed(q) })
	if len(qs) > 0 && from == nil && r.isPresent(c, qs) {
		f := r.choose(c, qs[1:])
		f.baseline, f.present = &qs[0], true
		return f
	}
	switch {
	case c.class == VerbMultiply && by == nil && from == nil:
		return r.withTarget(r.multiplied(c), qs)
	case from != nil && by != nil && !to.sameAs(by) && !from.sameAs(by):
		return finding{ok: true, quantity: *by, kind: by.kindOfChange(), baseline: from, target: to}
	case from != nil:
		if to.unit == "" {
			to.unit = from.unit
		}
		return finding{ok: true, quantity: *to, kind: ToValue, baseline: from}
	case by != nil:
		return r.withTarget(finding{ok: true, quantity: *by, kind: by.kindOfChange()}, qs)
	}
	q := r.plainAmount(c, qs)
	if q == nil {
		return finding{}
	}
	f := finding{ok: true, quantity: *q, kind: r.kindOf(c, *q)}
	if f.kind == ToValue {
		f.quantity = q.asLevel()
	}
	f.baseline = first(qs, func(b quantity) bool { return b.from >= q.to && b.unit == q.unit && r.earlier(b) })
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

// kindOfChange says what an amount behind "by" is.
func (q *quantity) kindOfChange() AmountKind {
	if q.percent {
		return Relative
	}
	return Absolute
}

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
	if q == nil && c.class != VerbState {
		q = first(qs, func(q quantity) bool {
			return q.lead == RoleFor || q.lead == RoleWith || q.lead == RoleFrom && q.percent
		})
	}
	if q == nil && (c.class.activity() || c.class == VerbGain) {
		q = first(qs, func(q quantity) bool {
			return q.lead == RoleIn && q.percent && r.is(q.to, RoleOf) || (q.lead == RoleFrom || q.lead == RoleIn) && q.unit == "" && r.countable(q.to)
		})
	}
	return q
}

// isBudget reports whether a quantity is what may be spent: "with a budget of
// $2,000", "on a $500 budget".
func (r *reading) isBudget(q quantity) bool {
	return q.money && (q.lead == RoleOf && r.word(q.from-2, "budget") && r.at(q.from-2).use == unused && r.is(q.from-4, RoleWith, RoleIn) ||
		r.word(q.noun, "budget") && (q.lead == RoleOn || q.lead == RoleWith))
}

// signed reports whether a quantity is the change in parentheses behind levels:
// "from £50 to £55 (+10%)".
func (r *reading) signed(q quantity) bool {
	w := r.at(q.from).word
	return q.percent && r.word(q.from-1, "(") && (w == "+" || w == "-" || q.change != "")
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

// first returns the first quantity that fits, nil if none does.
func first(qs []quantity, fits func(quantity) bool) *quantity {
	for i := range qs {
		if fits(qs[i]) {
			return &qs[i]
		}
	}
	return nil
}

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
		if a.lead == RoleTo && b.lead == RoleFrom && b.from-a.to < 4 { // "to 5% from 3%"
			return b, a
		}
	}
	return nil, nil
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

// multiplied returns the amount of "double", "halve".
func (r *reading) multiplied(c clause) finding {
	q := quantity{value: kpi.Num(c.factor), stretchOf: c.verb, noun: c.verb.to}
	q.multiply()
	return finding{ok: true, quantity: q, kind: Relative, bySpan: r.span(c.verb.from, c.verb.to)}
}

// fillAmount fills the slots of the amount but its unit.
func (r *reading) fillAmount(f finding) {
	if !f.ok {
		return
	}
	d := &r.draft
	span := r.span(f.quantity.from, f.quantity.to)
	d.Amount = Slot[kpi.Number]{f.quantity.value, span, Explicit}
	d.Kind = Slot[AmountKind]{f.kind, span, Explicit}
	if f.quantity.bound != "" {
		d.Comparator = Slot[Comparator]{f.quantity.bound, span, Explicit}
	}
	if f.baseline != nil {
		span := r.span(f.baseline.from, f.baseline.to)
		d.Baseline = Slot[kpi.Number]{f.baseline.value, span, Explicit}
		if f.baseline.unit != "" {
			d.LevelUnit = Slot[string]{f.baseline.unit, span, Explicit}
		}
	}
	if f.target != nil {
		span := r.span(f.target.from, f.target.to)
		d.Target = Slot[kpi.Number]{f.target.value, span, Explicit}
		if f.target.unit != "" {
			d.TargetUnit = Slot[string]{f.target.unit, span, Explicit}
		}
	}
}

// rateOfAmount returns how often the amount of a clause is due, nil if the clause
// does not say.
func (r *reading) rateOfAmount(c clause) *rateOf {
	i, _ := slices.BinarySearchFunc(r.rates, c.from, func(p rateOf, from int) int { return cmp.Compare(p.from, from) })
	for ; i < len(r.rates) && r.rates[i].from < c.to; i++ {
		if !r.inMeans(r.rates[i].from) {
			return &r.rates[i]
		}
	}
	return nil
}

// fillRate fills the slot of the rate.
func (r *reading) fillRate(c clause, f finding, n noun) {
	if !f.ok {
		return
	}
	if p := r.rateOfAmount(c); p != nil {
		r.draft.Per = Slot[string]{string(p.grain), r.span(p.from, p.to), Explicit}
		return
	}
	if word := r.perWhat(f, n); word >= 0 {
		r.draft.Per = Slot[string]{r.at(word).word, r.span(word-1, word+1), Explicit}
		return
	}
	if i := f.quantity.to; r.is(i, RoleOften) && f.bySpan.IsEmpty() { // "2,500 weekly sessions"
		p, end := r.find(i, tableGrain)
		r.draft.Per = Slot[string]{p.value, r.span(i, end), Inferred}
	}
}

// perWhat returns the place of what an amount is for each of, as "release" in "8
// bugs per release", -1 if there is none.
func (r *reading) perWhat(f finding, n noun) int {
	ends := []int{f.quantity.to}
	if n.counted && n.from >= f.quantity.to {
		ends = append(ends, n.to)
	}
	for _, i := range ends {
		if r.word(i, "per") && r.at(i+1).kind == wordToken && r.at(i+1).use == unused {
			return i + 1
		}
	}
	return -1
}
