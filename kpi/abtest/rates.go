package abtest

import (
	"math"
	"math/bits"

	"github.com/goalkit/goalkit/internal/stat"
)

// Rates compares the conversion rates of two arms. The zero Rates compares nothing.
type Rates struct {
	Control, Variant float64  // the rates
	Difference       float64  // Variant - Control
	SE               float64  // of Difference, from each arm's own variance
	Interval         Interval // of Difference
	Z                float64  // of the test
	P                PValues
	Lift             Lift
}

// PValues are how often chance alone would show a difference at least this large
// if there were none.
type PValues struct {
	TwoSided float64 // in either direction
	Greater  float64 // with the variant above the control
	Less     float64 // with the variant below the control
}

// CompareRates compares a variant with the control.
//
// The test is the z test with pooled variance and without continuity correction,
// as in R's prop.test(correct = FALSE):
//
//	z = (p2 - p1) / √(p(1-p)(1/n1 + 1/n2)),  p = (x1+x2)/(n1+n2)
//
// It is an approximation, and a poor one where p leads one to expect fewer than
// five conversions, or five without, in an arm. Where every arm has all or none,
// the same in both, the variance is 0 and z is undefined: Z is 0 and each p-value
// is 1, for nothing speaks for a difference.
//
// The interval of the difference is Newcombe's hybrid of both Wilson intervals,
// cut to -1..1 (method 10 in Statistics in Medicine 17:873-890, 1998). It may
// contain 0 while p is just below alpha, and the other way round.
//
// It fails with [ErrCounts], [ErrEmpty] or [ErrAlpha].
func CompareRates(control, variant Arm, alpha float64) (Rates, error) {
	var f faults
	f.arm("control", control)
	f.arm("variant", variant)
	f.alpha(alpha)
	if len(f.list) > 0 {
		return Rates{}, f.list
	}
	return compareRates(control, variant, alpha), nil
}

// compareRates is CompareRates for input that was checked.
func compareRates(control, variant Arm, alpha float64) Rates {
	r := Rates{Control: control.rate(), Variant: variant.rate(), Difference: difference(control, variant)}
	z := quantile(alpha)
	below1, above1 := control.margins(z)
	below2, above2 := variant.margins(z)
	r.Interval = around(r.Difference, math.Hypot(below2, above1), math.Hypot(above2, below1), -1, 1)
	r.SE = math.Hypot(control.se(), variant.se())
	r.Lift = liftOf(r.Control, r.Difference, control.se(), variant.se(), z)
	r.Z, r.P = zTest(control, variant)
	return r
}

// zTest returns z and its p-values.
func zTest(control, variant Arm) (float64, PValues) {
	p, q := pooled(control, variant)
	if p == 0 || q == 0 {
		return 0, PValues{1, 1, 1}
	}
	z := difference(control, variant) / math.Sqrt(p*q*(1/float64(control.N)+1/float64(variant.N)))
	return z, PValues{2 * stat.NormalTail(math.Abs(z)), stat.NormalTail(z), stat.Normal(z)}
}

// pooled returns the rate of both arms together, and 1 less that rate. Counts are
// added unsigned, where the sum of two fits.
func pooled(a, b Arm) (rate, rest float64) {
	n := float64(uint64(a.N) + uint64(b.N))
	x := float64(uint64(a.Conversions) + uint64(b.Conversions))
	y := float64(uint64(a.N-a.Conversions) + uint64(b.N-b.Conversions))
	return x / n, y / n
}

// difference returns the variant's rate less the control's,
//
//	(x2 n1 - x1 n2) / (n1 n2),
//
// the numerator in 128 bits: the rates of huge arms agree in most of their digits.
func difference(control, variant Arm) float64 {
	hi2, lo2 := bits.Mul64(uint64(variant.Conversions), uint64(control.N))
	hi1, lo1 := bits.Mul64(uint64(control.Conversions), uint64(variant.N))
	lo, borrow := bits.Sub64(lo2, lo1, 0)
	hi, below := bits.Sub64(hi2, hi1, borrow)
	sign := 1.0
	if below == 1 { // the products stand the other way round
		sign = -1
		lo, borrow = bits.Sub64(lo1, lo2, 0)
		hi, _ = bits.Sub64(hi1, hi2, borrow)
	}
	share := (float64(hi)*0x1p64 + float64(lo)) / (float64(control.N) * float64(variant.N))
	return sign * min(share, 1) // which rounding may have passed
}
