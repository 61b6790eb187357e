package stat

import "math"

// StudentQuantile returns the t with P(T <= t) = p, T having Student's t
// distribution with df degrees of freedom as in [Student]: -Inf for 0, +Inf for 1
// and where t is beyond float64, and NaN for a p outside 0..1.
func StudentQuantile(p, df float64) float64 {
	switch {
	case !(p >= 0 && p <= 1) || !(df >= fewestDegrees):
		return math.NaN()
	case p == 0 || p == 1 || df > 1e18:
		return NormalQuantile(p)
	case p < 0.5:
		return -studentTailQuantile(p, df)
	}
	return studentTailQuantile(1-p, df) // the difference is exact
}

// studentTailQuantile returns the t with P(T > t) = q for 0 < q <= 0.5, by
// Newton's method in u, t = √df sinh u.
//
// In u the density is proportional to cosh(u)^-df, which is log-concave, and so
// is its tail; the start, the normal quantile, is never above the answer. So the
// first step may pass the answer, and the others come back to it without passing
// it again. Below 0.25 the steps are on ln P(T > t), above on P(|T| <= t), which
// keeps its digits near t = 0.
func studentTailQuantile(q, df float64) float64 {
	q = max(q, 1e-300) // so that a step too far still finds a tail above 0
	root := math.Sqrt(df)
	u := math.Asinh(-NormalQuantile(q) / root)
	for range 50 {
		t := root * math.Sinh(u)
		slope := df * gammaRatio(df/2) / (2 * math.SqrtPi) * math.Exp(-df/2*log1pSquare(t, df))
		step := (1 - 2*q - withinStudent(t, df)) / (2 * slope)
		if q < 0.25 {
			tail := StudentTail(t, df)
			step = (math.Log(tail) - math.Log(q)) * tail / slope
		}
		if math.IsNaN(step) || math.IsInf(step, 0) { // t or its tail is out of range
			break
		}
		u += step
		if math.Abs(step) <= 1e-15*u {
			break
		}
	}
	return root * math.Sinh(u)
}
