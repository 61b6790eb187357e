package stat

import "math"

// Student returns P(T <= t), T having Student's t distribution with df degrees
// of freedom, a real number from 1e-100 on; +Inf makes it normal.
func Student(t, df float64) float64 { return StudentTail(-t, df) }

// StudentTail returns P(T > t).
func StudentTail(t, df float64) float64 {
	switch {
	case math.IsNaN(t) || !(df >= fewestDegrees):
		return math.NaN()
	case df > manyDegrees:
		return NormalTail(normalOfStudent(t, df))
	case t < 0:
		return 1 - upperStudent(-t, df)
	}
	return upperStudent(t, df)
}

// fewestDegrees keeps the parts of the continued fraction above 0.
const fewestDegrees = 1e-100

// manyDegrees is from where on the expansion of normalOfStudent is as good as
// exact, and shorter than the continued fraction.
const manyDegrees = 3e4

// normalOfStudent returns the z whose normal tail is Student's tail of t, by
// Hill's expansion (Algorithm 395, Communications of the ACM 13:617-619, 1970).
func normalOfStudent(t, df float64) float64 {
	if df > 1e18 {
		return t // which is off by t³/4df, nothing that a float64 shows
	}
	a := df - 0.5
	b := 48 * a * a
	y := a * log1pSquare(t, df)
	if y > 1e4 {
		return math.Copysign(math.Inf(1), t) // far beyond any tail, and y² might overflow
	}
	rest := (((-0.4*y-3.3)*y-24)*y - 85.5) / (0.8*y*y + 100 + b)
	return math.Copysign(((rest+y+3)/b+1)*math.Sqrt(y), t)
}

// log1pSquare returns ln(1 + t²/df), also where t² is out of range.
func log1pSquare(t, df float64) float64 {
	if r := math.Abs(t) / math.Sqrt(df); r < 1e9 {
		return math.Log1p(r * r)
	}
	return 2*math.Log(math.Abs(t)) - math.Log(df)
}

// upperStudent returns P(T > t) for t >= 0.
func upperStudent(t, df float64) float64 {
	share, beyond := twoSided(t, df)
	if beyond {
		return share / 2
	}
	return 0.5 - share/2
}

// withinStudent returns P(|T| <= t) for t >= 0.
func withinStudent(t, df float64) float64 {
	if df > manyDegrees {
		return math.Erf(normalOfStudent(t, df) / math.Sqrt2)
	}
	share, beyond := twoSided(t, df)
	if beyond {
		return 1 - share
	}
	return share
}

// twoSided returns P(|T| > t), and that it is beyond t, or else P(|T| <= t): the
// one whose continued fraction is quick. With the incomplete beta function I
// they are
//
//	P(|T| > t) = I(x; df/2, 1/2),  P(|T| <= t) = I(1-x; 1/2, df/2),  x = df/(df+t²)
//
// (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.27).
func twoSided(t, df float64) (share float64, beyond bool) {
	a, log := df/2, log1pSquare(t, df)
	x, y := math.Exp(-log), -math.Expm1(-log)
	// x^a y^b / B(a, b) of [betaFraction], over a.
	front := math.Exp(-a*log) * math.Sqrt(y) * gammaRatio(a) / math.SqrtPi
	if x < (a+1)/(a+2.5) {
		return front / betaFraction(a, 0.5, x), true
	}
	return front * 2 * a / betaFraction(0.5, a, y), false
}

// betaFraction returns the continued fraction in the denominator of
//
//	I(x; a, b) = x^a (1-x)^b / (a B(a, b)) / (1 + d1/(1 + d2/(1 + ...)))
//
// (NIST Digital Library of Mathematical Functions, 8.17.22). It converges
// quickly for x < (a+1)/(a+b+2).
func betaFraction(a, b, x float64) float64 {
	f := newFraction()
	for m := 0.0; m < mostTerms; m++ {
		if m > 0 && !f.next(m*(b-m)*x/((a+2*m-1)*(a+2*m)), 1) {
			break
		}
		if !f.next(-(a+m)*(a+b+m)*x/((a+2*m)*(a+2*m+1)), 1) {
			break
		}
	}
	return f.value
}

// gammaRatio returns Γ(a + 1/2) / Γ(a + 1), from 50 on by its expansion
// (DLMF 5.11.13).
func gammaRatio(a float64) float64 {
	if a < 50 {
		return math.Gamma(a+0.5) / math.Gamma(a+1)
	}
	i := 1 / a
	return math.Sqrt(i) * (1 + i*(-1./8+i*(1./128+i*(5./1024+i*(-21./32768-i*399./262144)))))
}
