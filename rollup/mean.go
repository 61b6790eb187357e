package rollup

import (
	"math/big"
	"math/bits"

	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/geomean"
	"github.com/goalkit/goalkit/kpi"
)

// A weight is a whole number in the scale of an account.
type weight struct {
	small uint64
	wide  *big.Int // set if the account's weights do not fit
}

func (w weight) big() *big.Int {
	if w.wide != nil {
		return w.wide
	}
	return new(big.Int).SetUint64(w.small)
}

// A scale makes whole numbers of weights, since only their ratios count: it
// multiplies them by a power of ten or, where one is a quotient (a share of
// what percentages leave) or the sum leaves 64 bits, by a common denominator.
type scale struct {
	places int      // of the weights seen
	fits   bool     // all weights and their sum in 64 bits
	factor *big.Int // common denominator, if they do not fit
}

func (s *scale) reset() { *s = scale{fits: true} }

// see takes note of a weight.
func (s *scale) see(v kpi.Value) {
	n, plain := v.Number()
	_, places, small := n.Scaled()
	s.fits = s.fits && plain && small
	s.places = max(s.places, places)
}

// weight returns v in the scale.
func (s *scale) weight(v kpi.Value) weight {
	if !s.fits {
		return weight{}
	}
	n, _ := v.Number()
	c, places, _ := n.Scaled()
	small := uint64(c)
	for range s.places - places {
		hi, lo := bits.Mul64(small, 10)
		if hi != 0 {
			s.fits = false
			return weight{}
		}
		small = lo
	}
	return weight{small: small}
}

// settle gives the parts of a big weights if small ones do not fit.
func (s *scale) settle(a *account) {
	sum, carry := uint64(0), uint64(0)
	for i := range a.parts {
		if p := &a.parts[i]; p.counts() && carry == 0 {
			sum, carry = bits.Add64(sum, p.weight.small, 0)
		}
	}
	if s.fits && carry == 0 {
		return
	}
	s.fits, s.factor = false, big.NewInt(1)
	for i := range a.parts {
		if p := &a.parts[i]; p.counts() {
			d := p.given.Rat().Denom()
			gcd := new(big.Int).GCD(nil, nil, s.factor, d)
			s.factor.Mul(s.factor, new(big.Int).Quo(d, gcd))
		}
	}
	for i := range a.parts {
		if p := &a.parts[i]; p.counts() {
			w := p.given.Rat()
			p.weight.wide = new(big.Int).Mul(w.Num(), new(big.Int).Quo(s.factor, w.Denom()))
		}
	}
}

// mean returns the weighted mean of a figure over the parts that of selects,
// rounded once.
func (a *account) mean(of func(*part) bool, figure func(*part) kpi.Ratio) kpi.Ratio {
	if !a.scale.fits {
		return a.bigMean(of, figure)
	}
	var hi, lo, sum uint64
	for i := range a.parts {
		p := &a.parts[i]
		if !of(p) {
			continue
		}
		x, ok := figure(p).Int64()
		if !ok || x < 0 || x > fixed.One {
			return a.bigMean(of, figure)
		}
		h, l := bits.Mul64(p.weight.small, uint64(x))
		var carry uint64
		lo, carry = bits.Add64(lo, l, 0)
		hi += h + carry
		sum += p.weight.small
	}
	return kpi.Units(int64(fixed.Div(hi, lo, sum)))
}

// bigMean is mean for weights and figures of any size.
func (a *account) bigMean(of func(*part) bool, figure func(*part) kpi.Ratio) kpi.Ratio {
	sum, whole := new(big.Int), new(big.Int)
	for i := range a.parts {
		if p := &a.parts[i]; of(p) {
			w := p.weight.big()
			sum.Add(sum, new(big.Int).Mul(w, figure(p).BigInt()))
			whole.Add(whole, w)
		}
	}
	return kpi.UnitsBig(fixed.DivBig(sum, whole))
}

// geometric returns the weighted geometric mean, correctly rounded: 0 if any
// part is 0, unknown if any is negative.
func (a *account) geometric() (kpi.Ratio, kpi.Absence) {
	var figures, weights []*big.Int
	zero := false
	for i := range a.parts {
		p := &a.parts[i]
		if !p.made() {
			continue
		}
		if p.figure.Sign() < 0 {
			return kpi.Ratio{}, NegativePart
		}
		zero = zero || p.figure.Sign() == 0
		figures = append(figures, p.figure.BigInt())
		weights = append(weights, p.weight.big())
	}
	if zero {
		return kpi.Units(0), ""
	}
	return kpi.UnitsBig(geomean.Mean(figures, weights)), ""
}

// knownShare returns the known share of the weight that counts.
func (a *account) knownShare() *big.Rat {
	known, whole := new(big.Int), new(big.Int)
	for i := range a.parts {
		p := &a.parts[i]
		if !p.counts() {
			continue
		}
		w := p.weight.big()
		whole.Add(whole, w)
		if !p.unknown {
			known.Add(known, w)
		}
	}
	return new(big.Rat).SetFrac(known, whole)
}
