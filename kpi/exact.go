package kpi

import "math/big"

// An exactSum adds values up over their least common denominator. It reduces
// nothing until the end, which for long lists is far faster than
// sums of big.Rat. The zero exactSum is 0.
type exactSum struct {
	num, den big.Int // den is 0 until something was added
	absence  Absence // why there is no sum
}

// add adds v, an unknown one of which leaves no sum.
func (s *exactSum) add(v Value) {
	if !v.Known() {
		s.absence = UnknownInput
		return
	}
	s.addRat(v.Rat())
}

// addRat adds r.
func (s *exactSum) addRat(r *big.Rat) {
	if s.absence != "" {
		return
	}
	if s.den.Sign() == 0 {
		s.den.SetInt64(1)
	}
	shared := new(big.Int).GCD(nil, nil, &s.den, r.Denom())
	ours := new(big.Int).Quo(&s.den, shared)
	theirs := shared.Quo(r.Denom(), shared)
	s.num.Mul(&s.num, theirs)
	s.num.Add(&s.num, ours.Mul(ours, r.Num()))
	s.den.Mul(&s.den, theirs)
	if max(s.num.BitLen(), s.den.BitLen()) > mostBits {
		s.absence = TooManyDigits
	}
}

// rat returns the sum if there is one.
func (s *exactSum) rat() *big.Rat {
	if s.den.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).SetFrac(&s.num, &s.den)
}

// allKnown reports whether there is a value for each of vs.
func allKnown(vs ...Value) bool {
	for _, v := range vs {
		if !v.Known() {
			return false
		}
	}
	return true
}

// quotient returns n / d, unknown if d is 0. It changes n.
func quotient(n, d *big.Rat) (Value, Absence) {
	if d.Sign() == 0 {
		return Value{}, ZeroDenominator
	}
	return exactly(n.Quo(n, d))
}

// exactly returns r as a Value unless it is too long.
func exactly(r *big.Rat) (Value, Absence) {
	if bitLen(r) > mostBits {
		return Value{}, TooManyDigits
	}
	return valueOfRat(r), ""
}

// mostBits limits sums and products: to about 79,000 digits above or below the
// line, years of daily quotients away. It keeps lists of any length from taking
// minutes.
const mostBits = 1 << 18

// bitLen returns the length of the longer side of r.
func bitLen(r *big.Rat) int { return max(r.Num().BitLen(), r.Denom().BitLen()) }
