package kpi

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/internal/fixed"
)

// A Ratio is a progress figure: 1 is done, 0 is where it began. It is exact to
// 18 decimal places, rounded once, half to even, except that what is not
// exactly 0 or 1 never becomes 0 or 1. It may be below 0 and above 1, or
// unknown, which is not 0.
//
// The zero Ratio is unknown. Ratios are immutable; compare them with
// [Ratio.Equal] or [Ratio.Cmp], not with ==.
type Ratio struct {
	units int64    // of 1e-18, when wide is nil
	wide  *big.Int // the units that do not fit an int64
	known bool
}

var done = Units(fixed.One)

// Units returns the known Ratio of n units of 1e-18.
func Units(n int64) Ratio { return Ratio{units: n, known: true} }

// UnitsBig returns the known Ratio of n units of 1e-18.
func UnitsBig(n *big.Int) Ratio {
	if n.IsInt64() {
		return Units(n.Int64())
	}
	return Ratio{wide: new(big.Int).Set(n), known: true}
}

// Quotient returns n/d rounded as a Ratio is, unknown if d is 0.
func Quotient(n, d *big.Int) Ratio {
	if d.Sign() == 0 {
		return Ratio{}
	}
	return UnitsBig(fixed.QuoBig(n, d))
}

// RatioOf returns n rounded as a Ratio is; unknown if n is not given or faulty.
func RatioOf(n Number) Ratio {
	if !n.Given() || n.Err() != nil {
		return Ratio{}
	}
	return ratioOfRat(n.Rat())
}

func ratioOfRat(r *big.Rat) Ratio { return Quotient(r.Num(), r.Denom()) }

// Known reports whether there is a figure.
func (r Ratio) Known() bool { return r.known }

// Int64 returns the figure in units of 1e-18. It reports false if the figure
// is unknown or does not fit, as beyond ±9.22.
func (r Ratio) Int64() (int64, bool) { return r.units, r.known && r.wide == nil }

// BigInt returns the figure in units of 1e-18; 0 if unknown.
func (r Ratio) BigInt() *big.Int {
	if r.wide != nil {
		return new(big.Int).Set(r.wide)
	}
	return big.NewInt(r.units)
}

// Decimal returns the figure as a decimal. It reports false if it is unknown.
func (r Ratio) Decimal() (decimal.Decimal, bool) {
	return decimal.NewFromBigInt(r.BigInt(), -18), r.known
}

// Sign returns -1, 0 or 1; 0 for an unknown figure.
func (r Ratio) Sign() int { return r.Cmp(Units(0)) }

// Cmp returns -1, 0 or 1 as r is below, equal to or above s.
// An unknown figure compares as 0.
func (r Ratio) Cmp(s Ratio) int {
	if r.wide == nil && s.wide == nil {
		switch {
		case r.units < s.units:
			return -1
		case r.units > s.units:
			return 1
		}
		return 0
	}
	return r.BigInt().Cmp(s.BigInt())
}

// Equal reports whether both are unknown or both are the same figure.
func (r Ratio) Equal(s Ratio) bool { return r.known == s.known && r.Cmp(s) == 0 }

// IsDone reports whether the figure is known and at least 1.
func (r Ratio) IsDone() bool { return r.known && r.Cmp(done) >= 0 }

// Bar returns the figure as a bar shows it, not below 0 nor above 1.
func (r Ratio) Bar() Ratio {
	switch {
	case !r.known:
		return r
	case r.Sign() < 0:
		return Units(0)
	case r.Cmp(done) > 0:
		return done
	}
	return r
}

// Sub returns the exact difference r - s, unknown if either is.
func (r Ratio) Sub(s Ratio) Ratio {
	if !r.known || !s.known {
		return Ratio{}
	}
	return UnitsBig(new(big.Int).Sub(r.BigInt(), s.BigInt()))
}

// Per returns the quotient r/s, unknown if either is or if s is 0.
func (r Ratio) Per(s Ratio) Ratio {
	if !r.known || !s.known {
		return Ratio{}
	}
	return Quotient(r.BigInt(), s.BigInt())
}

// Percent returns the figure as a whole percentage for display, rounded half
// away from zero, but with honest ends: never 100 before the figure is 1, never
// 0 once it has left 0. It reports false if the figure is unknown or the
// percentage does not fit an int64.
func (r Ratio) Percent() (int64, bool) {
	if !r.known {
		return 0, false
	}
	const perCent = fixed.One / 100
	size := r.BigInt()
	size.Abs(size).Add(size, big.NewInt(perCent/2)).Quo(size, big.NewInt(perCent))
	if !size.IsInt64() {
		return 0, false
	}
	p := size.Int64()
	switch {
	case p == 0 && r.Sign() != 0:
		p = 1
	case p == 100 && r.Sign() > 0 && r.Cmp(done) < 0:
		p = 99
	}
	if r.Sign() < 0 {
		return -p, true
	}
	return p, true
}

// String returns the figure in plain notation without trailing zeros, such as
// "0.425", or "unknown".
func (r Ratio) String() string {
	if !r.known {
		return "unknown"
	}
	return string(r.append(make([]byte, 0, 24)))
}

// AppendText implements [encoding.TextAppender] with the text of
// [Ratio.MarshalText].
func (r Ratio) AppendText(b []byte) ([]byte, error) {
	if !r.known {
		return b, nil
	}
	return r.append(b), nil
}

// MarshalText implements [encoding.TextMarshaler] with the text of
// [Ratio.String]; an unknown figure is empty text. JSON therefore writes a
// Ratio as a string, and leaves out an unknown one in a field with omitzero.
func (r Ratio) MarshalText() ([]byte, error) { return r.AppendText(make([]byte, 0, 24)) }

func (r Ratio) append(b []byte) []byte {
	if r.wide != nil {
		return append(b, plain(r.wide.String(), -18)...)
	}
	size := uint64(r.units)
	if r.units < 0 {
		b, size = append(b, '-'), -size
	}
	b = strconv.AppendUint(b, size/fixed.One, 10)
	fraction := size % fixed.One
	if fraction == 0 {
		return b
	}
	point := len(b)
	b = strconv.AppendUint(b, fixed.One+fraction, 10) // the 1 in front keeps the zeros
	b[point] = '.'
	return bytes.TrimRight(b, "0")
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// MarshalText writes: nothing, or a decimal in plain notation of at most 18
// places and 256 bytes. It fails with [ErrNumber] and leaves r alone otherwise.
func (r *Ratio) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Ratio{}
		return nil
	}
	const places = 18
	n, ok := parsePlain(string(text))
	if !ok || n.exp < -places {
		return fmt.Errorf("kpi: %w: %q is not a decimal of at most %d places", ErrNumber, Clip(string(text)), places)
	}
	*r = UnitsBig(new(big.Int).Mul(n.big(), bigPow10(places+n.exp)))
	return nil
}

// Rat returns the figure as a fraction that the caller may change; 0 if unknown.
func (r Ratio) Rat() *big.Rat { return new(big.Rat).SetFrac(r.BigInt(), big.NewInt(fixed.One)) }
