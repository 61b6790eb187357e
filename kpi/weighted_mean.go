package kpi

import (
	"cmp"
	"math/big"
)

// A Weighted is a value and what it counts: of a rate its denominator, of an
// average position the impressions.
type Weighted struct {
	Value, Weight Value
}

// WeightedMean returns
//
//	sum of Value × Weight / sum of Weight
//
// exactly. With denominators as weights it is the pooled rate. It is unknown if
// one of the values or weights is ([UnknownInput]), so leave out parts without
// data if that is what you want; if the weights add up to 0, as none do
// ([ZeroDenominator]); and if the sums have more than about 79,000 digits
// ([TooManyDigits]).
func WeightedMean(parts ...Weighted) (Value, Absence) {
	var sum, weights exactSum
	for _, p := range parts {
		if !allKnown(p.Value, p.Weight) {
			return Value{}, UnknownInput
		}
		weight := p.Weight.Rat()
		weights.addRat(weight)
		sum.addRat(new(big.Rat).Mul(p.Value.Rat(), weight))
	}
	if absence := cmp.Or(sum.absence, weights.absence); absence != "" {
		return Value{}, absence
	}
	return quotient(sum.rat(), weights.rat())
}
