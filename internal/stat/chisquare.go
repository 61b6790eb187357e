package stat

import "math"

// ChiSquareTail returns P(X > x), X having the chi-square distribution with df
// degrees of freedom; 1 for x <= 0. It is right to about 1e-12 for df from 1 to
// a million.
func ChiSquareTail(x, df float64) float64 {
	switch {
	case math.IsNaN(x) || !(df > 0) || math.IsInf(df, 1):
		return math.NaN()
	case x <= 0:
		return 1
	case math.IsInf(x, 1):
		return 0
	}
	return upperGamma(df/2, x/2)
}

// upperGamma returns the regularised incomplete gamma function
// Q(a, x) = Γ(a, x) / Γ(a), by series below a + 1 and by continued fraction from
// there on.
func upperGamma(a, x float64) float64 {
	front := gammaDensity(a, x)
	if x < a+1 {
		return 1 - front/a*gammaSeries(a, x)
	}
	return front / gammaFraction(a, x)
}

// gammaSeries returns 1 + x/(a+1) + x²/((a+1)(a+2)) + ..., a positive series
// (NIST Digital Library of Mathematical Functions, 8.7.1 and 8.2.7).
func gammaSeries(a, x float64) float64 {
	term, sum := 1.0, 1.0
	for k := 1.0; k < mostTerms && term > sum*1e-17; k++ {
		term *= x / (a + k)
		sum += term
	}
	return sum
}

// gammaFraction returns the denominator of Γ(a, x) = e^-x x^a / (x+1-a - 1(1-a)/(x+3-a - ...))
// (DLMF 8.9.2, its even part).
func gammaFraction(a, x float64) float64 {
	b := x + 1 - a
	f := fraction{value: b, c: b}
	for k := 1.0; k < mostTerms; k++ {
		if !f.next(k*(a-k), b+2*k) {
			break
		}
	}
	return f.value
}

// gammaDensity returns x^a e^-x / Γ(a). For large a, where the three are huge
// and nearly cancel, it uses Stirling's series (DLMF 5.11.1).
func gammaDensity(a, x float64) float64 {
	if a < 10 {
		return math.Exp(a*math.Log(x)-x) / math.Gamma(a)
	}
	d := (x - a) / a
	i := 1 / (a * a)
	rest := (1./12 - i*(1./360-i*(1./1260-i*(1./1680-i/1188)))) / a
	return math.Exp(a*(math.Log1p(d)-d)-rest) * math.Sqrt(a/(2*math.Pi))
}
