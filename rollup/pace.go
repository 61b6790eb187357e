package rollup

import (
	"math/big"
	"math/bits"

	"github.com/goalkit/goalkit/kpi"
)

// limits are the thresholds of a [Pace], made ready for many comparisons.
type limits struct {
	points, noAhead        bool
	ahead, onTrack, behind limit
}

func newLimits(p Pace) limits {
	return limits{p.Rule == PacePoints, p.NoAhead, newLimit(p.Ahead), newLimit(p.OnTrack), newLimit(p.Behind)}
}

// status returns what the thresholds make of progress p where e is expected.
func (l *limits) status(p, e kpi.Ratio) Status {
	meets := func(x *limit) bool { return x.compare(p, e) >= 0 }
	if l.points {
		gap := e.Sub(p)
		meets = func(x *limit) bool { return x.compare(gap, one) <= 0 }
	}
	switch {
	case !l.noAhead && meets(&l.ahead):
		return Ahead
	case meets(&l.onTrack):
		return OnTrack
	case meets(&l.behind):
		return Behind
	}
	return AtRisk
}

// A limit is the fraction n/d.
type limit struct {
	n, d  *big.Int
	small bool // n and d fit 64 bits and are not negative
}

func newLimit(x kpi.Number) limit {
	r := x.Rat()
	return limit{r.Num(), r.Denom(), r.Num().IsUint64() && r.Denom().IsUint64()}
}

// compare compares a with the limit times b, by multiplying across.
func (l *limit) compare(a, b kpi.Ratio) int {
	x, okA := a.Int64()
	y, okB := b.Int64()
	if !l.small || !okA || !okB || x < 0 || y < 0 {
		left := new(big.Int).Mul(a.BigInt(), l.d)
		return left.Cmp(new(big.Int).Mul(b.BigInt(), l.n))
	}
	leftHi, leftLo := bits.Mul64(uint64(x), l.d.Uint64())
	rightHi, rightLo := bits.Mul64(uint64(y), l.n.Uint64())
	switch {
	case leftHi != rightHi:
		return sign(leftHi > rightHi)
	case leftLo != rightLo:
		return sign(leftLo > rightLo)
	}
	return 0
}

func sign(above bool) int {
	if above {
		return 1
	}
	return -1
}
