package stat_test

import (
	"math"
	"math/big"
)

// The functions of this file know the distributions in another way than the
// package does: by series in long numbers, and by numerical integration.

const longBits = 2200 // for differences as small as 1e-300 between terms as large as 1e300

func long(x float64) *big.Float { return new(big.Float).SetPrec(longBits).SetFloat64(x) }

// longPi is π by Machin's formula, 16 arctan(1/5) - 4 arctan(1/239).
var longPi = func() *big.Float {
	arctan := func(inverse float64) *big.Float {
		power, sum := new(big.Float).Quo(long(1), long(inverse)), long(0)
		for k, sign := 1.0, 1.0; power.MantExp(nil) > -longBits; k, sign = k+2, -sign {
			sum.Add(sum, new(big.Float).Quo(power, long(sign*k)))
			power.Quo(power, long(inverse*inverse))
		}
		return sum
	}
	a := new(big.Float).Mul(long(16), arctan(5))
	return a.Sub(a, new(big.Float).Mul(long(4), arctan(239)))
}()

// normalTail returns P(Z > z) by the series of Abramowitz and Stegun, 26.2.10.
func normalTail(z float64) float64 {
	square := new(big.Float).Mul(long(z), long(z))
	power, sum := long(z), long(0) // z (-z²/2)^k / k!
	for k := 0.0; power.Sign() != 0 && power.MantExp(nil) > -longBits; k++ {
		sum.Add(sum, new(big.Float).Quo(power, long(2*k+1)))
		power.Mul(power, square)
		power.Quo(power, long(-2*(k+1)))
	}
	root := new(big.Float).Sqrt(new(big.Float).Mul(long(2), longPi))
	tail, _ := new(big.Float).Sub(long(0.5), sum.Quo(sum, root)).Float64()
	return tail
}

// studentTailEven returns P(T > t) for t > 0 and even df by the finite series of
// Abramowitz and Stegun, 26.7.4.
func studentTailEven(t float64, df int) float64 {
	square := new(big.Float).Mul(long(t), long(t))
	cos2 := new(big.Float).Quo(long(float64(df)), new(big.Float).Add(long(float64(df)), square))
	term, sum := long(1), long(0)
	for k := 2; k <= df; k += 2 {
		sum.Add(sum, term)
		term.Mul(term, cos2)
		term.Mul(term, long(float64(k-1)))
		term.Quo(term, long(float64(k)))
	}
	sin := new(big.Float).Sqrt(new(big.Float).Sub(long(1), cos2))
	beyond, _ := new(big.Float).Sub(long(1), sin.Mul(sin, sum)).Float64()
	return beyond / 2
}

// studentTailIntegral returns P(T > t) for t > 0 and any df: with t = √df sinh u
// the density is proportional to cosh(u)^-df. Both integrals, over the tail and
// over all, are sums over exp(x - exp(-x)), which integrates an analytic function
// that falls exponentially to full precision.
func studentTailIntegral(t, df float64) float64 {
	logCosh := func(u float64) float64 { return u + math.Log1p(math.Exp(-2*u)) - math.Ln2 }
	integral := func(from float64) float64 {
		const h = 1. / 64
		sum := 0.0
		for i := -10 * 64; i < 10*64; i++ {
			x := float64(i) * h
			u := math.Exp(x - math.Exp(-x))
			sum += math.Exp(-df*(logCosh(from+u)-logCosh(from))) * u * (1 + math.Exp(-x)) * h
		}
		return sum
	}
	u := math.Asinh(t / math.Sqrt(df))
	return math.Exp(-df*logCosh(u)) * integral(u) / integral(0) / 2
}

// chiSquareTailEven returns P(X > x) for even df: the Poisson probability of
// fewer than df/2 events where x/2 are expected, as the sum of its terms over the
// sum of all, both relative to one term.
func chiSquareTailEven(x float64, df int) float64 {
	m, n := x/2, df/2
	below, above := 0.0, 0.0
	term := 1.0
	for k := n; k > 0 && term > 0; k-- {
		term *= float64(k) / m
		below += term
	}
	term = 1
	for k := n; term > 1e-30 || float64(k) < m; k++ {
		above += term
		term *= m / float64(k+1)
	}
	return below / (below + above)
}
