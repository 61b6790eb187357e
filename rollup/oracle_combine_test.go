package rollup_test

import (
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// combined is what the terms of a goal make together.
type combined struct {
	any                     bool // there are terms
	raw, expected, coverage *big.Rat
	absences                []kpi.Absence
	made                    []term // those that made the progress
}

// combine does what the method says with the terms that count (design 4.4).
func (o *oracle) combine(method goal.Method, terms []term) combined {
	c := combined{any: len(terms) > 0}
	if !c.any {
		return c
	}
	c.coverage = o.mean(terms, func(t term) *big.Rat { return t.coverage })
	c.expected = o.mean(terms, func(t term) *big.Rat { return t.expected })
	c.made, c.absences = o.known(terms)
	if c.absences != nil {
		return c
	}
	o.hit("method: " + string(method))
	switch method {
	case goal.Min:
		c.made = []term{o.least(c.made)}
		c.raw = worth(c.made[0])
	case goal.Geometric:
		if c.raw = o.geometric(c.made); c.raw == nil {
			o.hit("absence: negative part")
			c.absences = []kpi.Absence{rollup.NegativePart}
		}
	default:
		c.raw = o.mean(c.made, worth)
	}
	if c.raw != nil { // exactly the links that made it; where none did, all that count
		c.expected = o.mean(c.made, func(t term) *big.Rat { return t.expected })
	}
	return c
}

// worth is what a term counts; an unknown one that is not left out counts 0.
func worth(t term) *big.Rat {
	if t.clamped == nil {
		return ratZero
	}
	return t.clamped
}

// known leaves unknown terms out if the policy says so, or says why there is
// nothing to combine.
func (o *oracle) known(terms []term) ([]term, []kpi.Absence) {
	var known []term
	knownWeight, weight := new(big.Rat), new(big.Rat)
	for _, t := range terms {
		weight.Add(weight, t.weight)
		if t.clamped != nil {
			known = append(known, t)
			knownWeight.Add(knownWeight, t.weight)
		}
	}
	switch {
	case len(known) == 0:
		o.hit("absence: no known child")
		return nil, []kpi.Absence{rollup.NoKnownChild}
	case o.policy.Unknown != rollup.UnknownSkip:
		if len(known) < len(terms) {
			o.hit("unknown: zero")
		}
		return terms, nil
	case ratDiv(knownWeight, weight).Cmp(o.policy.KnownFrom.Rat()) < 0:
		o.hit("absence: too few known")
		return nil, []kpi.Absence{rollup.TooFewKnown}
	}
	if len(known) < len(terms) {
		o.hit("unknown: skip")
	}
	return known, nil
}

// mean is sum of weight × figure / sum of weights, divided and rounded once.
func (o *oracle) mean(terms []term, figure func(term) *big.Rat) *big.Rat {
	sum, weight := new(big.Rat), new(big.Rat)
	for _, t := range terms {
		sum.Add(sum, ratMul(t.weight, figure(t)))
		weight.Add(weight, t.weight)
	}
	return o.round(ratDiv(sum, weight))
}

// minTie is where equal minima expect different things.
const minTie = "min: tie of different expectations"

// least returns the weakest link; of equal ones that of which most is expected,
// so that the order of the plan does not matter, and then the first.
func (o *oracle) least(terms []term) term {
	least := terms[0]
	for _, t := range terms[1:] {
		order := worth(t).Cmp(worth(least))
		if order == 0 && t.expected.Cmp(least.expected) != 0 {
			o.hit(minTie)
			order = least.expected.Cmp(t.expected)
		}
		if order < 0 {
			least = t
		}
	}
	return least
}

// geometric is the weighted geometric mean: a negative part makes it unknown,
// any 0 gives 0.
func (o *oracle) geometric(terms []term) *big.Rat {
	var xs, ws []*big.Rat
	zero := false
	for _, t := range terms {
		switch worth(t).Sign() {
		case -1:
			return nil
		case 0:
			zero = true
		}
		xs, ws = append(xs, worth(t)), append(ws, t.weight)
	}
	if zero {
		o.hit("geometric: zero")
		return ratZero
	}
	o.hit("geometric: above zero")
	return o.round(geometricMean(xs, ws))
}

// explain fills in the parts of what the terms made: shares of the weight that
// counts, what each counts as, and contributions that add up to the raw.
func (o *oracle) explain(r *oracleResult, terms []term, made combined) {
	if made.raw != nil {
		r.explained = made.raw
	}
	for _, t := range terms {
		if t.clamped == nil && o.policy.Unknown == rollup.UnknownSkip {
			r.parts[t.part].excluded = rollup.ExcludedUnknown
		}
	}
	weight := new(big.Rat)
	for _, t := range terms {
		if r.parts[t.part].excluded == "" {
			weight.Add(weight, t.weight)
		}
	}
	for _, t := range terms {
		if p := &r.parts[t.part]; p.excluded == "" {
			p.share = o.round(ratDiv(t.weight, weight))
			p.progress = t.clamped
		}
	}
	o.contributions(r, made, weight)
	for _, p := range r.parts {
		if p.excluded != "" {
			o.hit("excluded: " + string(p.excluded))
		}
	}
}

// contributions are share × progress for a mean, and the whole for a minimum.
func (o *oracle) contributions(r *oracleResult, made combined, weight *big.Rat) {
	if made.raw == nil || r.method == goal.Geometric {
		return
	}
	if r.method == goal.Min {
		r.parts[made.made[0].part].contribution = made.raw
		return
	}
	exact := make([]*big.Rat, len(made.made))
	for i, t := range made.made {
		exact[i] = ratMul(ratDiv(t.weight, weight), worth(t))
	}
	for i, c := range shareOut(exact, made.raw) {
		r.parts[made.made[i].part].contribution = c
	}
}
