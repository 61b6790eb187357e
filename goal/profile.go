package goal

import (
	"math/big"
	"sort"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A profile is a checked [Profile]: the expected progress through points in
// time, from 0 at the start of the period to 1 at its end.
type profile struct {
	period kpi.Period
	knots  []knot
	steps  bool // hold the last knot's progress instead of moving towards the next
}

// A knot is the progress expected once so many nanoseconds of the period have
// passed; a fraction, since a slice of a period need not be a whole number.
type knot struct {
	after, progress *big.Rat
}

// at returns the progress expected when everything before bound has happened.
func (p *profile) at(bound time.Time) kpi.Ratio {
	elapsed, _ := p.period.Elapsed(bound)
	now := new(big.Rat).SetInt(elapsed)
	next := sort.Search(len(p.knots), func(i int) bool { return p.knots[i].after.Cmp(now) > 0 })
	a := p.knots[next-1] // the first knot stands at 0
	if p.steps || next == len(p.knots) {
		return ratio(a.progress)
	}
	b := p.knots[next]
	part := now.Sub(now, a.after)
	part.Quo(part, new(big.Rat).Sub(b.after, a.after))
	part.Mul(part, new(big.Rat).Sub(b.progress, a.progress))
	return ratio(part.Add(part, a.progress))
}

func ratio(x *big.Rat) kpi.Ratio { return kpi.Quotient(x.Num(), x.Denom()) }

func newProfile(period kpi.Period, steps bool) *profile {
	return &profile{period, []knot{{new(big.Rat), new(big.Rat)}}, steps}
}

// reach adds the progress expected at t. It reports false if t does not come
// after what was added before, or lies outside the period, or if the progress
// falls or leaves 0..1.
func (p *profile) reach(t time.Time, progress *big.Rat) bool {
	elapsed, _ := p.period.Elapsed(t)
	k := knot{new(big.Rat).SetInt(elapsed), progress}
	last := p.knots[len(p.knots)-1]
	if t.After(p.period.End) || k.after.Cmp(last.after) <= 0 ||
		progress.Cmp(last.progress) < 0 || progress.Cmp(big.NewRat(1, 1)) > 0 {
		return false
	}
	p.knots = append(p.knots, k)
	return true
}

// finish adds the end of the period, where everything is expected, unless
// something is said of it already.
func (p *profile) finish() {
	_, whole := p.period.Elapsed(p.period.End)
	if end := new(big.Rat).SetInt(whole); p.knots[len(p.knots)-1].after.Cmp(end) < 0 {
		p.knots = append(p.knots, knot{end, big.NewRat(1, 1)})
	}
}

// bucketProfile returns the profile whose progress grows in each part of the
// period by its share of the weights. It returns nil if there are not as many
// parts as weights.
func bucketProfile(weights []kpi.Number, by BucketBy, period kpi.Period, loc *time.Location) *profile {
	ends := partEnds(len(weights), by, period, loc)
	if len(ends) != len(weights) {
		return nil
	}
	whole := new(big.Rat)
	for _, w := range weights {
		whole.Add(whole, w.Rat())
	}
	p := newProfile(period, false)
	done := new(big.Rat)
	for i, w := range weights {
		done.Add(done, w.Rat())
		p.knots = append(p.knots, knot{ends[i], new(big.Rat).Quo(done, whole)})
	}
	return p
}

// partEnds returns where the parts of the period end, in nanoseconds from its
// start: n slices, or its months or weeks, of which n+1 are enough to know that
// there are too many.
func partEnds(n int, by BucketBy, period kpi.Period, loc *time.Location) []*big.Rat {
	_, whole := period.Elapsed(period.End)
	ends := make([]*big.Rat, 0, n+1)
	if by == BySlice || by == "" {
		for i := range n {
			end := big.NewRat(int64(i+1), int64(n))
			ends = append(ends, end.Mul(end, new(big.Rat).SetInt(whole)))
		}
		return ends
	}
	pieces := period.Months(loc)
	if by == ByWeek {
		pieces = period.Weeks(loc)
	}
	for piece := range pieces {
		end, _ := period.Elapsed(piece.End)
		ends = append(ends, new(big.Rat).SetInt(end))
		if len(ends) > n {
			break
		}
	}
	return ends
}
