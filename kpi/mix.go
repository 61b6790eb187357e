package kpi

import (
	"cmp"
	"math/big"
)

// A Rate is a rate as the two sums that it is the quotient of.
type Rate struct {
	Numerator, Denominator Value
}

// A Segment is one part of what a pooled rate is made of, such as a channel: its
// rate before a change and after it.
type Segment struct {
	From, To Rate
}

// An Effect is what one segment contributes to the change of a pooled rate.
type Effect struct {
	Rate Value // because its own rate has changed
	Mix  Value // because its share of all denominators has changed
}

// MixAndRate splits the change of a pooled rate, sum of numerators / sum of
// denominators, into what comes from the rates of its segments and what from
// their mix. With s the segment's share of all denominators, r its rate, 0
// before the change and 1 after it:
//
//	Rate = (s0 + s1) / 2 × (r1 - r0)
//	Mix  = (r0 + r1) / 2 × (s1 - s0)
//
// exactly, so that all effects together are the change of the pooled rate. That
// is the decomposition of E. Kitagawa, "Components of a Difference Between Two
// Rates", Journal of the American Statistical Association 50 (1955). A mix
// effect by itself says little where all shares add up to 1; their sum over the
// segments does.
//
// A segment with a denominator of 0 on one side has no rate there to compare
// with: its Rate is 0 and all that it contributes is Mix, as is right for a
// channel that was added or given up.
//
// The effects stand in the order of the segments. There are none if one of the
// values is unknown ([UnknownInput]), if all denominators of a side add up to 0,
// as those of no segments do ([ZeroDenominator]), and if one of these sums has
// more than about 1,200 digits, which would be repeated in every effect
// ([TooManyDigits]).
func MixAndRate(segments []Segment) ([]Effect, Absence) {
	var from, to exactSum
	for _, s := range segments {
		if !allKnown(s.From.Numerator, s.From.Denominator, s.To.Numerator, s.To.Denominator) {
			return nil, UnknownInput
		}
		from.add(s.From.Denominator)
		to.add(s.To.Denominator)
	}
	if absence := cmp.Or(from.absence, to.absence); absence != "" {
		return nil, absence
	}
	all0, all1 := from.rat(), to.rat()
	switch {
	case all0.Sign() == 0 || all1.Sign() == 0:
		return nil, ZeroDenominator
	case bitLen(all0) > mostBitsOfAll || bitLen(all1) > mostBitsOfAll:
		return nil, TooManyDigits
	}
	effects := make([]Effect, len(segments))
	for i, s := range segments {
		effects[i] = s.effect(all0, all1)
	}
	return effects, ""
}

// mostBitsOfAll limits the sum of all denominators.
const mostBitsOfAll = 1 << 12

// effect returns what s contributes, where all denominators add up to all0
// before the change and to all1 after it.
func (s Segment) effect(all0, all1 *big.Rat) Effect {
	n0, n1 := s.From.Numerator.Rat(), s.To.Numerator.Rat()
	d0, d1 := s.From.Denominator.Rat(), s.To.Denominator.Rat()
	change := new(big.Rat).Quo(n1, all1)
	change.Sub(change, new(big.Rat).Quo(n0, all0))
	rate := new(big.Rat)
	if d0.Sign() != 0 && d1.Sign() != 0 {
		rate.Sub(new(big.Rat).Quo(n1, d1), new(big.Rat).Quo(n0, d0))
		rate.Mul(rate, halfSum(d0.Quo(d0, all0), d1.Quo(d1, all1)))
	}
	mix := change.Sub(change, rate) // where there are both rates, this is the formula
	return Effect{Rate: valueOfRat(rate), Mix: valueOfRat(mix)}
}

// halfSum returns (a + b) / 2. It changes a.
func halfSum(a, b *big.Rat) *big.Rat {
	a.Add(a, b)
	return a.Quo(a, big.NewRat(2, 1))
}
