package smart

import (
	"cmp"
	"slices"
)

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
