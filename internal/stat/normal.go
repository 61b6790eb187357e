package stat

import "math"

// Normal returns P(Z <= z), Z being standard normal.
func Normal(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// NormalTail returns P(Z > z), Z being standard normal.
func NormalTail(z float64) float64 { return 0.5 * math.Erfc(z/math.Sqrt2) }

// NormalQuantile returns the z with P(Z <= z) = p: -Inf for 0, +Inf for 1, and
// NaN for a p outside 0..1.
func NormalQuantile(p float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case p < 0.25:
		return -normalTailQuantile(p)
	case p > 0.75:
		return normalTailQuantile(1 - p) // the difference is exact
	}
	return math.Sqrt2 * math.Erfinv(2*p-1) // so is this one
}

// normalTailQuantile returns the z with P(Z > z) = q for q <= 0.25, by Newton's
// method on ln P(Z > z). That function is concave, and the start is never below
// the answer because P(Z > z) <= exp(-z²/2)/2, so the steps go down to the
// answer and do not pass it; the fifth changes no digit any more.
func normalTailQuantile(q float64) float64 {
	if q == 0 {
		return math.Inf(1)
	}
	z := math.Sqrt(-2 * math.Log(2*q))
	for range 6 {
		tail := NormalTail(z)
		if tail == 0 { // q is one of the smallest float64s
			break
		}
		z += math.Log(tail/q) * tail / normalDensity(z)
	}
	return z
}

func normalDensity(z float64) float64 { return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) }
