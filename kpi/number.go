package kpi

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// A Number is a decimal as the caller wrote it down: exact, or missing, or not
// a number at all. It is plain data for struct literals and JSON. Nothing fails
// while a plan is written or read; whoever checks the plan reports the faulty
// numbers together with everything else that is wrong (see [Number.Err]).
//
// A number enters if its text is at most 64 bytes long, follows JSON's number
// grammar, and, trailing zeros aside, has at most 40 digits, all of them
// between the places 1e-30 and 1e40. Sums and products of numbers are exact
// and may leave these limits.
//
// The zero Number means "not given", which differs from a given 0.
// Numbers are immutable; compare them with [Number.Equal], not with ==.
type Number struct {
	coef  int64 // the value is coef × 10^exp, when rare is nil
	rare  *rare // what few numbers have
	exp   int16 // at most 0
	given bool
}

// rare is what keeps the other numbers small: one of the two.
type rare struct {
	wide  *big.Int // the coefficient that does not fit an int64
	fault string   // the text that is not a number, if wide is nil
}

// wide returns the coefficient that does not fit an int64, nil for most numbers.
func (n *Number) wide() *big.Int {
	if n.rare == nil {
		return nil
	}
	return n.rare.wide
}

// faulty reports whether n is not a number.
func (n *Number) faulty() bool { return n.rare != nil && n.rare.wide == nil }

// Num returns the number that text spells, such as "0.025", "-3" or "1e6".
// Text that is not a number within the limits makes a faulty Number.
func Num(text string) Number {
	n, err := parseNumber(text)
	if err != nil {
		return Number{rare: &rare{fault: Clip(text)}, given: true}
	}
	return n
}

// Int returns the number n.
func Int(n int64) Number { return Number{coef: n, given: true} }

// NumberOf returns d as a Number. A decimal outside the limits of [Number]
// makes a faulty one; it is never expanded, whatever its exponent.
func NumberOf(d decimal.Decimal) Number {
	const mostBits = 512 // beyond any 64-byte text; what is longer is not looked at
	c := d.Coefficient()
	if c.BitLen() <= mostBits {
		if n, err := numberFrom(c.Sign() < 0, new(big.Int).Abs(c).Text(10), int64(d.Exponent())); err == nil {
			return n
		}
	}
	return Number{rare: &rare{fault: "decimal out of range"}, given: true}
}

// Given reports whether there is a number here, faulty or not.
func (n Number) Given() bool { return n.given }

// Err returns nil for a number and for one that is not given; for a faulty one
// it returns an error that wraps [ErrNumber] and quotes the text.
func (n Number) Err() error {
	if !n.faulty() {
		return nil
	}
	return faultyNumber(n.rare.fault)
}

// Check reports a faulty number as a fault of field ([ErrNumber]). It reports
// whether n is given and right.
func (n Number) Check(field string, report Report) bool {
	if n.faulty() {
		report(field, ErrNumber, n.rare.fault, "not a number, or out of range")
	}
	return n.given && !n.faulty()
}

// Decimal returns the number exactly; 0 if it is not given or faulty.
func (n Number) Decimal() decimal.Decimal {
	if wide := n.wide(); wide != nil {
		return decimal.NewFromBigInt(wide, int32(n.exp))
	}
	return decimal.New(n.coef, int32(n.exp))
}

// Rat returns the number as a fraction that the caller may change; 0 if it is
// not given or faulty.
func (n Number) Rat() *big.Rat {
	r := new(big.Rat).SetInt(n.big())
	if n.exp < 0 {
		r.Mul(r, new(big.Rat).SetFrac(big.NewInt(1), bigPow10(-n.exp)))
	}
	return r
}

// Scaled returns c and p with the number being c × 10^-p, p >= 0 the number of
// decimal places. It reports false if c does not fit an int64.
func (n Number) Scaled() (c int64, p int, ok bool) {
	return n.coef, -int(n.exp), n.wide() == nil
}

// Sign returns -1, 0 or 1.
func (n Number) Sign() int {
	if wide := n.wide(); wide != nil {
		return wide.Sign()
	}
	switch {
	case n.coef < 0:
		return -1
	case n.coef > 0:
		return 1
	}
	return 0
}

// Cmp returns -1, 0 or 1 as n is below, equal to or above m.
// A number that is not given or faulty compares as 0.
func (n Number) Cmp(m Number) int {
	if a, b, _, ok := aligned(n, m); ok {
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	a, b, _ := alignedBig(n, m)
	return a.Cmp(b)
}

// Equal reports whether n and m say the same: both not given, the same value
// however it was written ("1.50" and "1.5"), or the same faulty text.
func (n Number) Equal(m Number) bool {
	if n.given != m.given || n.faulty() != m.faulty() {
		return false
	}
	if n.faulty() {
		return n.rare.fault == m.rare.fault
	}
	return n.Cmp(m) == 0
}

// Add returns the exact sum of n and m; a faulty one of the two if there is one.
func (n Number) Add(m Number) Number {
	if a, b, exp, ok := aligned(n, m); ok {
		if sum := a + b; (sum > a) == (b > 0) {
			return Number{coef: sum, exp: exp, given: true}
		}
	}
	switch {
	case n.faulty():
		return n
	case m.faulty():
		return m
	}
	a, b, exp := alignedBig(n, m)
	return fromBig(a.Add(a, b), exp)
}

// Sub returns the exact difference n - m; a faulty one of the two if there is one.
func (n Number) Sub(m Number) Number { return n.Add(m.neg()) }

func (n Number) neg() Number {
	if n.faulty() {
		return n
	}
	if n.rare == nil && n.coef != math.MinInt64 {
		return Number{coef: -n.coef, exp: n.exp, given: true}
	}
	return fromBig(new(big.Int).Neg(n.big()), n.exp)
}

// mul returns the exact product of n and m.
func (n Number) mul(m Number) Number {
	return fromBig(new(big.Int).Mul(n.big(), m.big()), n.exp+m.exp)
}

func (n Number) big() *big.Int {
	if wide := n.wide(); wide != nil {
		return wide
	}
	return big.NewInt(n.coef)
}

func fromBig(c *big.Int, exp int16) Number {
	if c.IsInt64() {
		return Number{coef: c.Int64(), exp: exp, given: true}
	}
	return Number{rare: &rare{wide: c}, exp: exp, given: true}
}

// aligned returns the coefficients of n and m at one exponent, if they fit.
func aligned(n, m Number) (a, b int64, exp int16, ok bool) {
	if n.rare != nil || m.rare != nil {
		return 0, 0, 0, false
	}
	a, b, exp = n.coef, m.coef, n.exp
	switch {
	case n.exp > m.exp:
		exp = m.exp
		a, ok = raise(a, n.exp-m.exp)
	case n.exp < m.exp:
		b, ok = raise(b, m.exp-n.exp)
	default:
		ok = true
	}
	return a, b, exp, ok
}

// raise returns c × 10^places if it fits.
func raise(c int64, places int16) (int64, bool) {
	if places == 0 {
		return c, true
	}
	if int(places) >= len(pow10) {
		return 0, c == 0
	}
	p := pow10[places]
	product := c * p
	return product, product/p == c
}

// alignedBig returns the coefficients at one exponent; the caller may change them.
func alignedBig(n, m Number) (a, b *big.Int, exp int16) {
	exp = min(n.exp, m.exp)
	a = new(big.Int).Mul(n.big(), bigPow10(n.exp-exp))
	b = new(big.Int).Mul(m.big(), bigPow10(m.exp-exp))
	return a, b, exp
}

var pow10 = func() (p [19]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

func bigPow10(places int16) *big.Int {
	if int(places) < len(pow10) {
		return big.NewInt(pow10[places])
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
}
