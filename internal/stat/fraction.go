package stat

import "math"

// A fraction evaluates a continued fraction 1 + a1/(1 + a2/(1 + ...)) from the
// front by the modified method of Lentz (Thompson and Barnett, Journal of
// Computational Physics 64:490-509, 1986). newFraction makes one.
type fraction struct {
	value, c, d float64
}

func newFraction() fraction { return fraction{value: 1, c: 1} }

// next takes the next a and b of .../(b + a'/...). It reports false once the
// value does not change any more.
func (f *fraction) next(a, b float64) bool {
	f.d = 1 / nonZero(b+a*f.d)
	f.c = nonZero(b + a/f.c)
	delta := f.c * f.d
	f.value *= delta
	return math.Abs(delta-1) > 3e-16
}

// nonZero returns x, or something tiny instead of 0 that Lentz divides by.
func nonZero(x float64) float64 {
	if x == 0 {
		return 1e-300
	}
	return x
}

// mostTerms bounds every series and fraction. They need some multiple of the
// square root of the degrees of freedom.
const mostTerms = 1 << 20
