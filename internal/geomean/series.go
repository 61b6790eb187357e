package geomean

import "math/big"

// The functions of this file work on fixed-point numbers with prec fraction bits, round every step down,
// and return at most the true value. Losses are in units of 2^-prec.

// logarithm returns ln x for 1 <= x <= 2, less than 2prec too low, by the series
// (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.27)
//
//	ln x = 2 * (z + z^3/3 + z^5/5 + ...),  z = (x-1)/(x+1) <= 1/3
//
// Loss: z loses less than 1 and its square less than 2/3+1. A power of z loses less than l/9 + (1/3)(5/3) + 1 if the
// one before lost l, and so never more than 1.75. A term therefore loses less than 2, and the terms left out, the
// first of which is below 1.75, less than 2 together. With k terms this doubles to 4(k+1). The powers vanish
// once 3^(2k+1) > 2^prec, so k <= prec/3+1, and 4(k+1) <= 2prec as soon as prec >= 12.
func logarithm(x *big.Int, prec uint) *big.Int {
	unit := new(big.Int).Lsh(big.NewInt(1), prec)
	z := new(big.Int).Sub(x, unit)
	z.Quo(z.Lsh(z, prec), unit.Add(unit, x))
	square := new(big.Int).Mul(z, z)
	square.Rsh(square, prec)

	total, term, spare, odd := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	for k := int64(1); z.Sign() > 0; k += 2 {
		total.Add(total, term.Quo(z, odd.SetInt64(k)))
		spare.Mul(z, square)
		z.Rsh(spare, prec)
	}
	return total.Lsh(total, 1)
}

// exponential returns exp r for 0 <= r < ln 2, less than 2prec+4 too low, by the series
// (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.2.1)
//
//	exp r = 1 + r + r^2/2! + r^3/3! + ...
//
// Loss: a term is the one before times r/k, cut once. If that one lost l, it loses less than l*0.7/k + 1,
// and so never 2. The terms left out, the first of which is below 2, are less than 4 together. Since
// r^k/k! < 2^-k from k = 2 on, there are at most prec terms.
func exponential(r *big.Int, prec uint) *big.Int {
	term := new(big.Int).Lsh(big.NewInt(1), prec)
	total, spare, count := new(big.Int), new(big.Int), new(big.Int)
	for k := int64(1); term.Sign() > 0; k++ {
		total.Add(total, term)
		spare.Mul(term, r)
		spare.Rsh(spare, prec)
		term.Quo(spare, count.SetInt64(k))
	}
	return total
}
