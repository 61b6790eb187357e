package rollup

import (
	"math/big"

	"github.com/goalkit/goalkit/kpi"
)

// combine returns what the values come to.
func (c *valueCombination) combine() ValueResult {
	r := ValueResult{Node: c.top, Unit: c.unit, Parts: c.parts}
	switch c.method {
	case ValueSum:
		c.sum(&r)
	case ValueMean:
		c.mean(&r)
	case ValueMin:
		c.pick(&r, func(v, best kpi.Value) bool { return v.Cmp(best) < 0 })
	case ValueMax:
		c.pick(&r, func(v, best kpi.Value) bool { return v.Cmp(best) > 0 })
	case ValuePooled:
		c.pool(&r)
	}
	if !r.Value.Known() && r.Absence == "" {
		r.Absence = NoValueBelow
	}
	for i := range r.Parts {
		if r.Parts[i].Excluded == ExcludedUnknown {
			r.Missing++
		}
		if r.Parts[i].Overlaps {
			r.Overlapping++
		}
	}
	return r
}

// pick takes the value that is better than all others.
func (c *valueCombination) pick(r *ValueResult, better func(v, best kpi.Value) bool) {
	for i := range c.values {
		if v := &c.values[i]; v.counts() && (!r.Value.Known() || better(v.Value, r.Value)) {
			r.Value = v.Value
		}
	}
}

// sum adds the values up. Of people only the bounds are known, once there are
// two counts of them: all may be among the largest, or none may be counted twice.
func (c *valueCombination) sum(r *ValueResult) {
	var others, allPeople, mostPeople kpi.Number
	counts, known := 0, true // of people
	for i := range c.values {
		v := &c.values[i]
		least, most := v.bounds()
		switch {
		case !most.Given():
		case v.metric.Combine != kpi.Unique:
			others = others.Add(most)
		default:
			if counts++; counts == 1 || least.Cmp(mostPeople) > 0 {
				mostPeople = least
			}
			allPeople = allPeople.Add(most)
			known = known && v.Value.Known()
		}
	}
	switch {
	case counts > 1 || !known:
		r.Absence = PeopleDoNotAdd
		r.AtLeast, r.AtMost = others.Add(mostPeople), others.Add(allPeople)
	case counts == 1:
		r.Value = kpi.ValueOf(others.Add(allPeople))
	default:
		r.Value = kpi.ValueOf(others)
	}
}

// bounds returns what v adds to a sum at least and at most; nothing if it is
// excluded for another reason than people.
func (v *valueOfGoal) bounds() (least, most kpi.Number) {
	switch n, plain := v.Value.Number(); {
	case v.Excluded == ExcludedRepeat:
		return kpi.Number{}, kpi.Number{}
	case plain:
		return n, n
	}
	return v.AtLeast, v.AtMost
}

// mean takes the mean of the values, each with its effective weight.
func (c *valueCombination) mean(r *ValueResult) {
	effective := c.walk.effectiveWeights(c.top)
	weights, weighted := make([]*big.Rat, 0, len(c.values)), make([]*big.Rat, 0, len(c.values))
	for i := range c.values {
		v := &c.values[i]
		w := effective[v.Node.Index()]
		v.Weight = kpi.QuotientOf(w, big.NewRat(1, 1))
		if v.counts() {
			weights = append(weights, w)
			weighted = append(weighted, v.Value.Rat())
			weighted[len(weighted)-1].Mul(weighted[len(weighted)-1], w)
		}
	}
	if len(weights) == 0 {
		return
	}
	whole := c.share(weights)
	if whole.Sign() == 0 {
		r.Absence = TooFewKnown
		return
	}
	r.Value = kpi.QuotientOf(sumOf(weighted, meanBits), whole)
}

// share shares the weight of the parts that count out among them, and returns
// the whole.
func (c *valueCombination) share(weights []*big.Rat) *big.Rat {
	unit, sum := commonUnit(weights, meanBits), new(big.Int)
	for _, w := range weights {
		sum.Add(sum, inUnits(w, unit))
	}
	next := 0
	for i := range c.values {
		if v := &c.values[i]; v.counts() {
			v.Share = kpi.Quotient(inUnits(weights[next], unit), sum)
			next++
		}
	}
	return new(big.Rat).SetFrac(sum, unit)
}

// pool adds up what the terms of a quotient read for all goals, and divides once.
func (c *valueCombination) pool(r *ValueResult) {
	var metric *valueMetric
	var sums []kpi.Number
	goals := 0
	for i := range c.values {
		v := &c.values[i]
		if !v.counts() {
			continue
		}
		if goals++; metric == nil {
			metric, sums = v.metric, make([]kpi.Number, len(v.terms))
		}
		for k, n := range v.terms {
			sums[k] = sums[k].Add(n)
		}
	}
	switch {
	case goals == 0:
	case goals > 1 && metric.people:
		r.Absence = PeopleDoNotAdd
	default:
		r.Value, r.Absence = metric.divide(sums)
	}
}
