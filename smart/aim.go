package smart

import (
	"math"

	"github.com/goalkit/goalkit/kpi"
)

// An aim is where a goal's target wants its metric, as numbers that can be
// compared with readings.
type aim struct {
	kind      kpi.TargetKind
	from, to  kpi.Value // of a reach target; of other targets to is the limit
	direction sign      // 1 up, -1 down, 0 neither
	total     bool      // values add up over the period
}

// isCeiling reports whether a total is to stay under the aim: until the period is
// over it may pass it.
func (a aim) isCeiling() bool { return a.total && a.direction < 0 }

// aimOf returns the aim of a target over readings that combine as c, of a metric
// that is better in that direction. The direction of a reach target whose
// baseline is unknown is that in which the metric is better.
func aimOf(t *kpi.Target, c kpi.Combine, better kpi.Better, baseline kpi.Value) aim {
	a := aim{kind: t.Kind, total: c == kpi.Sum}
	switch t.Kind {
	case kpi.KindAtLeast:
		a.to, a.direction = kpi.ValueOf(t.Value), 1
	case kpi.KindAtMost:
		a.to, a.direction = kpi.ValueOf(t.Value), -1
	case kpi.KindReach:
		scored := t.JudgeFrom(c, kpi.ValueOf(kpi.Int(0)), baseline)
		a.from, a.to = scored.From, scored.To
		a.direction = reachDirection(t, c, better, a)
	}
	return a
}

func reachDirection(t *kpi.Target, c kpi.Combine, better kpi.Better, a aim) sign {
	switch {
	case t.Change != "":
		return changeSign(t.Change)
	case c == kpi.Sum:
		return sign(a.to.Rat().Sign())
	case a.from.Known() && a.to.Known():
		return sign(a.to.Cmp(a.from))
	}
	return betterSign(better)
}

// changeSign returns the sign of a change that was checked.
func changeSign(c kpi.Change) sign {
	switch {
	case c == "":
		return 0
	case c[0] == '-':
		return -1
	}
	return 1
}

// betterSign returns the direction in which a metric improves.
func betterSign(b kpi.Better) sign {
	switch b {
	case kpi.Lower:
		return -1
	case kpi.Neither:
		return 0
	}
	return 1
}

// metBy reports whether a value is at the aim or past it.
func (a aim) metBy(v kpi.Value) bool {
	return v.Known() && a.to.Known() && a.direction != 0 && sign(v.Cmp(a.to))*a.direction >= 0
}

// float returns v as near as a float64 is; NaN if it is unknown or too large.
func float(v kpi.Value) float64 {
	if n, ok := v.Number(); ok {
		if c, places, ok := n.Scaled(); ok && c > -exactInts && c < exactInts && places < len(pow10) {
			return float64(c) / pow10[places] // both are exact
		}
	}
	if !v.Known() {
		return math.NaN()
	}
	x, _ := v.Rat().Float64()
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	return x
}

// exactInts is the bound of integers that a float64 holds exactly.
const exactInts = 1 << 53

// pow10 are the powers of ten that a float64 holds exactly.
var pow10 = [...]float64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}
