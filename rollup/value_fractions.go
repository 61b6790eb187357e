package rollup

import "math/big"

// A million fractions may have no common denominator of reasonable length. These
// are the lengths, in bits, up to which weights and means are exact. Beyond them
// fractions are cut to whole multiples of 2^-bits, each by itself, so that order
// still cannot matter.
const (
	weightBits = 1024 // of a goal's effective weight: cut below 1e-308
	meanBits   = 8192 // of a weighted mean: cut below 1e-2466
)

// commonUnit returns the least common denominator of fractions, or 2^most if
// that has more than so many bits.
func commonUnit(fractions []*big.Rat, most int) *big.Int {
	unit, rest := big.NewInt(1), new(big.Int)
	for _, f := range fractions {
		d := f.Denom()
		if rest.Rem(unit, d).Sign() == 0 {
			continue
		}
		gcd := new(big.Int).GCD(nil, nil, unit, d)
		unit.Mul(unit, gcd.Quo(d, gcd))
		if unit.BitLen() > most {
			return rest.Lsh(big.NewInt(1), uint(most))
		}
	}
	return unit
}

// inUnits returns f × unit, cut to a whole number towards 0.
func inUnits(f *big.Rat, unit *big.Int) *big.Int {
	n := new(big.Int).Mul(f.Num(), unit)
	return n.Quo(n, f.Denom())
}

// sumOf returns the sum of fractions, cut as above.
func sumOf(fractions []*big.Rat, most int) *big.Rat {
	if len(fractions) == 1 && fractions[0].Denom().BitLen() <= most {
		return fractions[0]
	}
	unit, sum := commonUnit(fractions, most), new(big.Int)
	for _, f := range fractions {
		sum.Add(sum, inUnits(f, unit))
	}
	return new(big.Rat).SetFrac(sum, unit)
}
