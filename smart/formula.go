package smart

import (
	"math/big"

	"github.com/goalkit/goalkit/kpi"
)

// Formulas of derived metrics, followed exactly; see [kpi.Metric].

// values are what metrics come to, by their ids.
type values map[string]*big.Rat

// quotient returns the value of f; nil if its denominator is 0.
func quotient(f kpi.Metric, v values) *big.Rat {
	below := v.sum(f.Denominator, "")
	if below.Sign() == 0 {
		return nil
	}
	x := v.sum(f.Numerator, "")
	return x.Mul(x, factorOf(f)).Quo(x, below)
}

// part returns the value that one part of f has, given f itself and the others:
//
//	f = scale × (a × part + above) / (b × part + below)
//
// solved for the part. It is nil if the equation has not one solution, or that is
// below 0.
func part(f kpi.Metric, id string, v values) *big.Rat {
	q, factor := v[f.ID], factorOf(f)
	// part × (q × b - scale × a) = scale × above - q × below
	x := subtract(factor, v.sum(f.Numerator, id), q, v.sum(f.Denominator, id))
	by := subtract(q, f.Denominator[id].Rat(), factor, f.Numerator[id].Rat())
	if by.Sign() == 0 || x.Sign()*by.Sign() < 0 {
		return nil
	}
	return x.Quo(x, by)
}

// subtract returns a × b - c × d.
func subtract(a, b, c, d *big.Rat) *big.Rat {
	ab, cd := new(big.Rat).Mul(a, b), new(big.Rat).Mul(c, d)
	return ab.Sub(ab, cd)
}

// sum returns the sum of terms, one part left out.
func (v values) sum(terms map[string]kpi.Number, without string) *big.Rat {
	sum := new(big.Rat)
	for id, coefficient := range terms {
		if id != without {
			sum.Add(sum, new(big.Rat).Mul(coefficient.Rat(), v[id]))
		}
	}
	return sum
}

func factorOf(f kpi.Metric) *big.Rat {
	if !f.Scale.Given() {
		return big.NewRat(1, 1)
	}
	return f.Scale.Rat()
}
