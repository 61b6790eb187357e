package smart

import (
	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/kpi"
)

// share reads the rest of "9 out of 10 callers", "1 in 5 visitors", "three of every
// ten tenders" behind a number that ends at i: it is a percentage, if what it is a
// share of stands behind it. It is rounded to two places, half up.
func (r *reading) share(i int, q *quantity) int {
	j := i + 1
	switch {
	case r.word(i, "out") && r.is(i+1, RoleOf):
		j = i + 2
	case r.word(i, "in"), r.is(i, RoleOf) && r.is(i+1, RoleEvery):
	default:
		return i
	}
	if r.is(j, RoleEvery) && r.at(j).kind == wordToken && !r.is(j, RoleArticle) {
		j++
	}
	whole, end := r.numeral(j)
	parts, of := q.value.Decimal(), whole.Decimal()
	if end == j || !whole.Given() || !parts.IsPositive() || !parts.LessThan(of) || of.GreaterThan(decimal.NewFromInt(100)) || r.at(j).use != unused {
		return i
	}
	next := r.at(end)
	often := r.is(end, RoleOften) // "nine in ten annual contracts"
	if next.kind != wordToken || next.use != unused && next.use != useAdjective || !r.countable(end) || r.has(end, tableUnit) || r.has(end, tableGrain) && !often || r.is(end, RoleStop, RoleArticle) {
		return i
	}
	percent := parts.Mul(decimal.NewFromInt(100)).DivRound(of, 2)
	q.value, q.percent, q.part, q.unit, q.noun = kpi.NumberOf(percent), true, true, "%", end
	return end
}

// partOfUnit reads what stands behind "half": "a percentage point", "an hour". That
// is half of one.
func (r *reading) partOfUnit(i int, q *quantity) int {
	j := r.role(i, RoleArticle)
	if q.value.Cmp(kpi.Int(50)) != 0 || r.at(j).kind != wordToken {
		return i
	}
	half := quantity{value: kpi.Num("0.5"), stretchOf: q.stretchOf, lead: q.lead, bound: q.bound}
	end := r.unitOf(j, &half)
	if end == j && j > i && !r.word(i, "the") && r.at(j).use == unused && r.countable(j) && !plural(r.at(j).word) { // "half a star"
		half.unit, end = pluralOf(r.at(j).word), j+1
	}
	if end == j || half.unit == "" || half.unit == "times" {
		return i
	}
	half.to, half.noun = end, end
	*q = half
	return end
}
