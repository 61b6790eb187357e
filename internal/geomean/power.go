package geomean

import "math/big"

// power returns x and e such that x/2^prec * 2^e is just below the product P of the a_i^w_i, with
// 2^prec <= x < 2^(prec+1) and e >= 0. It keeps prec+1 leading bits of P, however large P is.
//
// All powers share their squarings (Straus, "Addition chains of vectors", Amer. Math. Monthly 71, 1964):
// for each bit of the weights from the highest down, square the product and multiply by the parts whose weight
// has that bit.
//
// Loss: cutting a number of at least 2^prec to a whole number takes less than u = 2^-prec from its logarithm. Bit j sees
// at most n+1 cuts, which later squarings multiply by 2^j. For weights of at most b bits that is below
// (n+1)*2^b*u in ln P, and so, since W >= 2^(b-1), below (2n+2)*u in (ln P)/W.
func power(parts, weights []*big.Int, prec uint) (x, e *big.Int) {
	p := product{x: new(big.Int).Lsh(big.NewInt(1), prec), spare: new(big.Int), prec: prec}
	e = new(big.Int)
	for j := widest(weights) - 1; j >= 0; j-- {
		e.Lsh(e, 1)
		p.square()
		for i, w := range weights {
			if w.Bit(j) == 1 {
				p.times(parts[i])
			}
		}
		e.Add(e, big.NewInt(p.shifts))
		p.shifts = 0
	}
	return p.x, e
}

// widest returns the bit length of the largest of xs.
func widest(xs []*big.Int) int {
	bits := 0
	for _, x := range xs {
		bits = max(bits, x.BitLen())
	}
	return bits
}

// A product is the running product of power: x/2^prec, times 2 to the power of the shifts not yet collected.
type product struct {
	x      *big.Int
	spare  *big.Int // takes the next result, so that no step allocates
	prec   uint
	shifts int64
}

// square replaces the product by its square, except for the shifts, which the caller has collected.
func (p *product) square() {
	p.spare.Mul(p.x, p.x)
	p.cut(p.prec)
}

// times multiplies the product by the whole number a.
func (p *product) times(a *big.Int) {
	p.spare.Mul(p.x, a)
	p.cut(0)
}

// cut makes spare the product, cut to prec+1 bits. Spare has frac fraction bits more than x.
func (p *product) cut(frac uint) {
	drop := uint(p.spare.BitLen()) - 1 - p.prec
	p.x, p.spare = p.spare.Rsh(p.spare, drop), p.x
	p.shifts += int64(drop) - int64(frac)
}
