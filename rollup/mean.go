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

// align brings the weights of the parts that count to one scale.
func (a *account) align() {
	given := make([]kpi.Value, 0, a.counts)
	for i := range a.parts {
		if a.parts[i].counts() {
			given = append(given, a.parts[i].given)
		}
	}
	small, wide, _ := wholeWeights(make([]uint64, 0, len(given)), given)
	a.wide = wide != nil
	k := 0
	for i := range a.parts {
		switch p := &a.parts[i]; {
		case !p.counts():
			continue
		case a.wide:
			p.weight = weight{wide: wide[k]}
		default:
			p.weight = weight{small: small[k]}
		}
		k++
	}
}

// mean returns the weighted mean of a figure over the parts that of selects,
// rounded once.
func (a *account) mean(of func(*part) bool, figure func(*part) kpi.Ratio) kpi.Ratio {
	if a.wide {
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
