package kpi

import (
	"cmp"
	"math/big"
)

// Compound returns the growth over several periods that follow each other, from
// the growth of each:
//
//	(1 + g1) × (1 + g2) × … - 1
//
// exactly; 0 of no periods. A rate of 0.1 is growth by 10 %. It is unknown if
// one of the rates is ([UnknownInput]) or if there are so many that the product
// would have about 79,000 digits ([TooManyDigits]).
func Compound(rates ...Value) (Value, Absence) {
	kept, absence := product(rates, 1)
	if absence != "" {
		return Value{}, absence
	}
	return exactly(kept.Sub(kept, one()))
}

// CompoundLoss is [Compound] for churn and other rates of loss:
//
//	1 - (1 - c1) × (1 - c2) × …
//
// Churn of 5 % in each of three months is 14.2625 % in the quarter, not 15 %.
func CompoundLoss(rates ...Value) (Value, Absence) {
	kept, absence := product(rates, -1)
	if absence != "" {
		return Value{}, absence
	}
	return exactly(kept.Sub(one(), kept))
}

// product returns the product of 1 + sign × rate over all rates.
func product(rates []Value, sign int64) (*big.Rat, Absence) {
	if !allKnown(rates...) {
		return nil, UnknownInput
	}
	num, den := big.NewInt(1), big.NewInt(1) // reduced once, as in exactSum
	for _, rate := range rates {
		factor := rate.Rat()
		factor.Mul(factor, new(big.Rat).SetInt64(sign))
		factor.Add(factor, one())
		num.Mul(num, factor.Num())
		den.Mul(den, factor.Denom())
		if max(num.BitLen(), den.BitLen()) > mostBits {
			return nil, TooManyDigits
		}
	}
	return new(big.Rat).SetFrac(num, den), ""
}

func one() *big.Rat { return big.NewRat(1, 1) }

// EndPoints are what a series, such as the followers of a channel, was at the
// start of a period and at its end.
type EndPoints struct {
	Start, End Value
}

// Growth returns the growth of several series together, such as channels:
//
//	sum of (End - Start) / |sum of Start|
//
// exactly, which is not the mean of their growth rates. It is unknown if one of
// the values is ([UnknownInput]), if the series start from 0 together, as none
// do ([ZeroDenominator]), and if the sums have more than about 79,000 digits
// ([TooManyDigits]).
func Growth(series ...EndPoints) (Value, Absence) {
	var start, end exactSum
	for _, s := range series {
		start.add(s.Start)
		end.add(s.End)
	}
	if absence := cmp.Or(start.absence, end.absence); absence != "" {
		return Value{}, absence
	}
	return RelativeChange(valueOfRat(start.rat()), valueOfRat(end.rat()))
}
