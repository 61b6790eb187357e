package kpi

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/internal/fixed"
)

// A Value is what a metric reads over a window: an exact decimal, or an exact
// quotient of decimals (a mean, a derived metric), which is divided only when
// it is written. The zero Value is unknown. Values are immutable.
type Value struct {
	n    Number
	frac *big.Rat // set for quotients
}

// ValueOf returns the Value n; unknown if n is not given or faulty.
func ValueOf(n Number) Value {
	if n.Err() != nil {
		return Value{}
	}
	return Value{n: n}
}

// QuotientOf returns the Value n/d, undivided; unknown if d is 0.
func QuotientOf(n, d *big.Rat) Value {
	if d.Sign() == 0 {
		return Value{}
	}
	return valueOfRat(new(big.Rat).Quo(n, d))
}

func valueOfRat(r *big.Rat) Value { return Value{frac: r} }

// Known reports whether there is a value.
func (v Value) Known() bool { return v.frac != nil || v.n.Given() }

// Number returns the value if it is a plain decimal, as sums and latest
// readings are.
func (v Value) Number() (Number, bool) { return v.n, v.frac == nil && v.n.Given() }

// Rat returns the value as a fraction that the caller may change; 0 if unknown.
func (v Value) Rat() *big.Rat {
	if v.frac != nil {
		return new(big.Rat).Set(v.frac)
	}
	return v.n.Rat()
}

// changed returns v + by or, in percent, v + |v| × by / 100.
func (v Value) changed(by Number, percent bool) Value {
	if n, ok := v.Number(); ok {
		return ValueOf(changed(n, by, percent))
	}
	x, step := v.Rat(), by.Rat()
	if percent {
		step.Mul(step, new(big.Rat).Abs(x))
		step.Quo(step, big.NewRat(100, 1))
	}
	return valueOfRat(x.Add(x, step))
}

// Decimal returns the value, a quotient rounded half to even to 18 places.
// It reports false if the value is unknown.
func (v Value) Decimal() (decimal.Decimal, bool) {
	if v.frac == nil {
		return v.n.Decimal(), v.Known()
	}
	return decimal.NewFromBigInt(fixed.RoundBig(v.frac.Num(), v.frac.Denom()), -18), true
}

// Cmp returns -1, 0 or 1 as v is below, equal to or above w.
// An unknown value compares as 0.
func (v Value) Cmp(w Value) int {
	if v.frac == nil && w.frac == nil {
		return v.n.Cmp(w.n)
	}
	return v.Rat().Cmp(w.Rat())
}

// Equal reports whether both are unknown or both are the same value.
func (v Value) Equal(w Value) bool { return v.Known() == w.Known() && v.Cmp(w) == 0 }

// String returns the value in plain notation without trailing zeros, a
// quotient rounded half to even to 18 places, or "unknown".
func (v Value) String() string {
	switch {
	case !v.Known():
		return "unknown"
	case v.frac != nil:
		return plain(fixed.RoundBig(v.frac.Num(), v.frac.Denom()).String(), -18)
	}
	return v.n.String()
}

// MarshalText implements [encoding.TextMarshaler] with the text of
// [Value.String]; an unknown value is empty text.
func (v Value) MarshalText() ([]byte, error) {
	if !v.Known() {
		return nil, nil
	}
	return []byte(v.String()), nil
}
