// Package fixed divides in fixed point with 18 decimal places, the one
// division behind every progress figure.
//
// A figure is a whole number of units of 1e-18, so 1 (done) is [One] units.
// Each division rounds once, half to even, and never invents an end: a
// quotient that is not exactly 0 or 1 does not become 0 or 1 but the unit next
// to it. Otherwise 999,999 finished leaves of a million million could read as
// done.
package fixed

import (
	"math"
	"math/big"
	"math/bits"
)

// One is the number of units in 1.
const One = 1_000_000_000_000_000_000

var bigOne = big.NewInt(One)

// Quo returns n/d in units. It reports false when d is 0 or the quotient does
// not fit an int64, which holds about ±9.22.
func Quo(n, d int64) (int64, bool) {
	if d == 0 {
		return 0, false
	}
	negative := (n < 0) != (d < 0)
	size, by := magnitude(n), magnitude(d)
	hi, lo := bits.Mul64(size, One)
	if hi >= by {
		return 0, false
	}
	q, r := bits.Div64(hi, lo, by)
	q = settle(q, r, by, !negative)
	if q > 1<<63-1 {
		return 0, false
	}
	if negative {
		return -int64(q), true
	}
	return int64(q), true
}

// Div returns (hi·2⁶⁴+lo)/d units, for quotients from 0 to [One]: a share of
// One·d, or a sum of weighted parts over the sum d of their weights. It needs
// 0 < d and hi·2⁶⁴+lo <= One·d. It does not branch, since which way progress is
// rounded cannot be foreseen.
func Div(hi, lo, d uint64) uint64 {
	q, r := bits.Div64(hi, lo, d)
	_, up := bits.Sub64(d-r, r+q&1, 0) // above half, or at half and odd
	_, some := bits.Sub64(0, r, 0)
	_, atZero := bits.Sub64(q, 1, 0)
	_, belowOne := bits.Sub64(One-2, q, 0) // q is One-1, or One and then exact
	return q + (up|atZero&some)&^belowOne
}

// Shift returns n × 10^places, places not negative. It reports false if that
// does not fit.
func Shift(n int64, places int) (int64, bool) {
	for range places {
		if n > math.MaxInt64/10 || n < math.MinInt64/10 {
			return 0, false
		}
		n *= 10
	}
	return n, true
}

// settle rounds q + r/d half to even and keeps away from the ends: 0, and 1 if
// the quotient is positive.
func settle(q, r, d uint64, positive bool) uint64 {
	if r == 0 {
		return q
	}
	rounded := q
	if d-r < r || (d-r == r && q&1 == 1) {
		rounded++
	}
	if rounded == 0 || (rounded == One && positive) {
		return q + (q + 1 - rounded) // the other neighbour
	}
	return rounded
}

// QuoBig returns n/d in units, for numbers of any size; d must not be 0.
func QuoBig(n, d *big.Int) *big.Int {
	return DivBig(new(big.Int).Mul(n, bigOne), d)
}

// DivBig returns units/d, for numbers of any size; d must not be 0.
func DivBig(units, d *big.Int) *big.Int {
	rounded, other := halfEven(units, d)
	if other != nil && (rounded.Sign() == 0 || rounded.Cmp(bigOne) == 0) {
		return other
	}
	return rounded
}

// RoundBig returns n/d in units rounded half to even, ends or not, for figures
// that are no progress; d must not be 0.
func RoundBig(n, d *big.Int) *big.Int {
	rounded, _ := halfEven(new(big.Int).Mul(n, bigOne), d)
	return rounded
}

// halfEven returns n/d rounded to a whole number, half to even, and the whole
// number on its other side, nil if n/d is one.
func halfEven(n, d *big.Int) (rounded, other *big.Int) {
	if d.Sign() < 0 {
		n, d = new(big.Int).Neg(n), new(big.Int).Neg(d)
	}
	floor, rest := new(big.Int).DivMod(n, d, new(big.Int))
	if rest.Sign() == 0 {
		return floor, nil
	}
	ceil := new(big.Int).Add(floor, big.NewInt(1))
	if half := rest.Lsh(rest, 1).Cmp(d); half > 0 || (half == 0 && floor.Bit(0) == 1) {
		return ceil, floor
	}
	return floor, ceil
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
