package smart

import "github.com/goalkit/goalkit/kpi"

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
		if q.to > q.from && !r.isWhole(qs, q) {
			r.seenFrom(c, i, &q)
			qs = append(qs, q)
		}
		i = end
	}
	return qs
}

// isWhole reports whether a quantity is the whole of which the last one is a part: the
// 25 of "rank for 15 of our 25 keywords".
func (r *reading) isWhole(qs []quantity, q quantity) bool {
	if len(qs) == 0 || q.lead != RoleOf {
		return false
	}
	part := qs[len(qs)-1]
	of := r.role(part.to, RoleOf)
	return !part.percent && part.unit == "" && r.is(of, RolePossessive) && q.from == of+1
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
	case c.class == VerbMultiply && by == nil:
		f := r.multiplied(c)
		if from != nil {
			f.baseline, f.target = from, to
			return f
		}
		return r.withTarget(f, qs)
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

// multiplied returns the amount of "double", "halve".
func (r *reading) multiplied(c clause) finding {
	q := quantity{value: kpi.Num(c.factor), stretchOf: c.verb, noun: c.verb.to}
	q.multiply()
	return finding{ok: true, quantity: q, kind: Relative, bySpan: r.span(c.verb.from, c.verb.to)}
}

// kindOfChange says what an amount behind "by" is.
func (q *quantity) kindOfChange() AmountKind {
	if q.percent {
		return Relative
	}
	return Absolute
}
