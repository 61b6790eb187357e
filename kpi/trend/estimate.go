package trend

import (
	"math"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
)

// An estimate is a value to come: value + spread × T, T having Student's
// distribution with df degrees of freedom.
type estimate struct {
	value   Figure
	spread  float64
	df      float64
	absence kpi.Absence // why there is no spread
	scale   float64     // the size of the numbers it was made of
}

// missing returns why the estimate has no distribution, "" if it has one.
func (e estimate) missing() kpi.Absence {
	if why := missing(e.value); why != "" {
		return why
	}
	return e.absence
}

// chance returns the chance to be at x or above; with up = -1, at x or below.
// Without spread it is 1 or 0, and a value that differs from x by no more than
// rounding is at x.
func (e estimate) chance(x, up float64) Figure {
	if why := e.missing(); why != "" {
		return none(why)
	}
	short := (x - e.value.value) * up
	if e.spread > 0 {
		return figure(stat.StudentTail(short/e.spread, e.df))
	}
	const rounding = 1e-12
	if short <= rounding*max(e.scale, math.Abs(x), math.Abs(e.value.value)) {
		return figure(1)
	}
	return figure(0)
}

// interval returns the bounds between which the value lies with this chance.
func (e estimate) interval(level float64) (low, high Figure) {
	if !(level > 0 && level < 1) {
		return none(NotAChance), none(NotAChance)
	}
	return e.reached((1+level)/2, 1), e.reached((1+level)/2, -1)
}

// reached returns what the value is at or above with this chance; with up = -1,
// at or below.
func (e estimate) reached(chance, up float64) Figure {
	if why := e.missing(); why != "" {
		return none(why)
	}
	if !(chance > 0 && chance < 1) {
		return none(NotAChance)
	}
	return figure(e.value.value - up*e.spread*stat.StudentQuantile(chance, e.df))
}
