package rollup_test

import (
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// status is the first that fits (design 4.6).
func (o *oracle) status(i int, r *oracleResult) rollup.Status {
	g := &o.plan.Goals[i]
	switch o.state(g) {
	case goal.Draft:
		return rollup.Draft
	case goal.Paused:
		return rollup.Paused
	case goal.Cancelled:
		return rollup.Cancelled
	case goal.Closed:
		return closedStatus(r.progress)
	}
	if !o.bound.After(o.period(g).Start) {
		return rollup.Scheduled
	}
	if worst, ok := o.worstChild(i); ok && o.policy.ParentStatus == rollup.ByWorst {
		o.hit("parent status: worst")
		if worst == rollup.Achieved && o.openUncounted(i) { // as for a parent at 1
			o.hit("parent status: worst, uncounted child open")
			return rollup.OnTrack
		}
		return worst
	}
	return o.ownStatus(i, r)
}

// closedStatus is achieved at 1, partial from 0.7, else missed.
func closedStatus(progress *big.Rat) rollup.Status {
	switch {
	case progress == nil || progress.Cmp(ratOf("0.7")) < 0:
		return rollup.Missed
	case progress.Cmp(ratOne) < 0:
		return rollup.Partial
	}
	return rollup.Achieved
}

// worstOrder is the order of badness; other statuses are ignored (design 4.6).
var worstOrder = []rollup.Status{
	rollup.Missed, rollup.AtRisk, rollup.Behind, rollup.NoData, rollup.TooEarly,
	rollup.NotStarted, rollup.OnTrack, rollup.Ahead, rollup.Achieved,
}

// worstChild returns the worst status of the children that count, be it by the
// policy for links that are all 0.
func (o *oracle) worstChild(i int) (rollup.Status, bool) {
	worst, equal := len(worstOrder), o.source(i) == fromEqual
	for _, l := range o.links[i] {
		counts := o.counts(l) || equal && o.stateCounts(l)
		if rank := slices.Index(worstOrder, o.results[l.child].status); counts && rank >= 0 {
			worst = min(worst, rank)
		}
	}
	if worst == len(worstOrder) {
		return "", false
	}
	return worstOrder[worst], true
}

// ownStatus is a status by progress and expectation.
func (o *oracle) ownStatus(i int, r *oracleResult) rollup.Status {
	g := &o.plan.Goals[i]
	period := o.period(g)
	over := !o.bound.Before(period.End)
	done := isDone(r.progress)
	keeps := o.source(i) == fromMeasure && g.Measure.Target != nil && g.Measure.Target.Kind.Control()
	switch {
	case done && o.openUncounted(i):
		o.hit("status: uncounted child open")
		return rollup.OnTrack
	case done && (over || !keeps):
		return rollup.Achieved
	case r.progress == nil && o.justBegun(g, period):
		return rollup.NotStarted
	case r.progress == nil:
		return rollup.NoData
	case over:
		return rollup.Missed
	case r.expected.Cmp(ratOf("0.05")) < 0 && r.progress.Cmp(r.expected) <= 0:
		return rollup.TooEarly
	}
	return o.byPace(r.progress, r.expected)
}

func isDone(progress *big.Rat) bool { return progress != nil && progress.Cmp(ratOne) == 0 }

// justBegun reports whether max(7 days, one cadence) have not passed yet.
func (o *oracle) justBegun(g *goal.Goal, period kpi.Period) bool {
	return o.bound.Before(period.Start.AddDate(0, 0, 7)) || o.bound.Before(g.Cadence.After(period.Start, 1))
}

// openUncounted reports whether a child linked with weight 0 is not done yet,
// and neither closed, cancelled nor a draft.
func (o *oracle) openUncounted(i int) bool {
	if o.source(i) == fromEqual {
		return false
	}
	for _, l := range o.links[i] {
		open := o.stateCounts(l) && o.state(&o.plan.Goals[l.child]) != goal.Closed
		if p := o.results[l.child].progress; l.weight.Sign() == 0 && open && (p == nil || p.Cmp(ratOne) < 0) {
			return true
		}
	}
	return false
}

// byPace compares with the policy's thresholds, bounds included (design 4.6).
func (o *oracle) byPace(progress, expected *big.Rat) rollup.Status {
	rule := o.policy.Pace
	thresholds := []*big.Rat{ratOf("1.10"), ratOf("0.90"), ratOf("0.70")}
	if rule.Rule == rollup.PacePoints {
		thresholds = []*big.Rat{ratOf("-0.10"), ratOf("0.10"), ratOf("0.30")}
	}
	for i, given := range []kpi.Number{rule.Ahead, rule.OnTrack, rule.Behind} {
		if given.Given() {
			thresholds[i] = given.Rat()
		}
	}
	for i, status := range []rollup.Status{rollup.Ahead, rollup.OnTrack, rollup.Behind} {
		fits := progress.Cmp(ratMul(thresholds[i], expected)) >= 0
		if rule.Rule == rollup.PacePoints {
			fits = ratSub(expected, progress).Cmp(thresholds[i]) <= 0
		}
		if fits {
			return status
		}
	}
	return rollup.AtRisk
}
