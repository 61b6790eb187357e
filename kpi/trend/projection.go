package trend

import (
	"cmp"

	"github.com/goalkit/goalkit/kpi"
)

// A Method is how a projection was made.
type Method string

// The methods.
const (
	ByRunRate      Method = "run rate"       // From + (Value - From) / Expected
	ByRecentRate   Method = "recent rate"    // Value + current rate × days left
	ByLeastSquares Method = "least squares"  // the line through all points
	ByTotals       Method = "mean of totals" // Value + what the periods left bring at the mean
)

// A Projection is where a goal ends up if it goes on by one method. Readings that
// do not scatter at all have a Chance of 1 if Value is at the target or past it,
// and of 0 if not. A Projection is immutable; the zero Projection knows nothing.
type Projection struct {
	Method Method
	N      int        // how many readings were used; by run rate, the value alone
	Span   kpi.Period // from the first of them to the last
	Value  Figure     // at the end of the goal's period
	Chance Figure     // that the value is then at the target or past it, 0 to 1
	Hit    Date       // when the target is hit, be it after the period; not before the moment asked about

	way       estimate
	direction Figure      // of the goal: 1 or -1
	silenced  kpi.Absence // why nothing is said of chances
}

// Interval returns the bounds between which the value lies at the end of the
// period with this chance, such as 0.9: a prediction interval.
func (p Projection) Interval(level float64) (low, high Figure) {
	if p.silenced != "" {
		return none(p.silenced), none(p.silenced)
	}
	return p.way.interval(level)
}

// Target returns the target that would be hit with this chance, which is between
// 0 and 1: of a goal that goes up, what the value is at or above in so many of
// all cases.
func (p Projection) Target(chance float64) Figure {
	if why := cmp.Or(p.silenced, missing(p.direction)); why != "" {
		return none(why)
	}
	return p.way.reached(chance, p.direction.value)
}

// refuse returns p with no answers, and why.
func (p Projection) refuse(why kpi.Absence) Projection {
	p.Value, p.Chance, p.Hit, p.silenced = none(why), none(why), never(why), why
	return p
}

// pointed returns p with a value that has no spread.
func (p Projection) pointed(value Figure) Projection {
	p.silenced = cmp.Or(value.absence, NoSpread)
	p.Value, p.Chance = value, none(p.silenced)
	return p
}

// spread returns p with what an estimate says of the value at the end.
func (p Projection) spread(s *stand, e estimate) Projection {
	p.way, p.direction, p.silenced = e, s.direction, e.missing()
	p.Value = e.value
	if why := missing(s.direction); why != "" {
		p.Chance = none(why)
	} else {
		p.Chance = e.chance(s.to.value, s.direction.value)
	}
	return p
}
