package kpi

import "math/big"

// The reasons why a comparison of values is unknown, besides [ZeroDenominator].
const (
	UnknownInput  Absence = "a value that it is made of is unknown"
	TooManyDigits Absence = "the exact value has too many digits"
)

// AbsoluteChange returns to - from, exactly. Of two rates it is in points: from
// 0.020 to 0.022 is 0.002, or 0.2 percentage points. It is unknown if one of the
// two is ([UnknownInput]).
func AbsoluteChange(from, to Value) (Value, Absence) {
	if !allKnown(from, to) {
		return Value{}, UnknownInput
	}
	a, b := from.Rat(), to.Rat()
	return exactly(b.Sub(b, a))
}

// RelativeChange returns (to - from) / |from|, exactly: 0.1 is 10 % more, also
// of a negative value, where more is nearer to 0. It is unknown if one of the
// two is ([UnknownInput]) and if from is 0 ([ZeroDenominator]).
func RelativeChange(from, to Value) (Value, Absence) {
	if !allKnown(from, to) {
		return Value{}, UnknownInput
	}
	a, b := from.Rat(), to.Rat()
	return quotient(b.Sub(b, a), a.Abs(a))
}

// PerDay returns v divided by the days of p, so that periods of different
// lengths can be compared. A p from the start of a day to the start of a day, in
// the zone of p.Start, has as many days as dates; any other has one for every 24
// hours, and parts of days. It is unknown if v is ([UnknownInput]) and if p is
// empty ([ZeroDenominator]).
func PerDay(v Value, p Period) (Value, Absence) {
	if !v.Known() {
		return Value{}, UnknownInput
	}
	days := new(big.Rat).SetInt64(int64(p.days()))
	if days.Sign() == 0 {
		_, nanos := p.Elapsed(p.End)
		days.SetFrac(nanos, big.NewInt(24*60*60*1e9))
	}
	return quotient(v.Rat(), days)
}
