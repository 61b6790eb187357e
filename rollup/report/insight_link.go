package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// linkRules are about what micro goals do to macro goals.
var linkRules = []Rule{
	{
		Code: "no-link-shown", Severity: Note,
		Doc: "A counted micro goal has moved by 0.2 or more in the last 26 weeks, and at no lag up to that of a driver between the two " +
			"metrics, or 4 weeks, do its weekly changes correlate with those of its macro goal's own metric by 0.3 or more. " +
			"With 8 or more pairs of changes at each lag; it does not say that there is no effect. Fact besides: the highest correlation.",
		Text: "{goal} has moved by {moved}, but no link to {macro} is shown within {lag}",
		find: noLinkShown,
	},
}

func noLinkShown(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		if r.Node.Level() != goal.Macro || !v.open(r.Node) {
			continue
		}
		for _, micro := range counted(r) {
			moved := v.movedBy(micro)
			if moved.Rat().Cmp(v.limits.Moved.Rat()) < 0 || !v.open(micro) {
				continue
			}
			lag := v.lagWeeks(micro, r.Node)
			best, known := v.link(micro, r.Node, lag)
			if !known || best >= number(v.limits.Correlation) {
				continue
			}
			add(Insight{
				Goal: micro.ID(), Goals: []string{r.Node.ID()}, Metric: measureOf(micro), Threshold: v.limits.Correlation,
				Facts: []Fact{
					name("goal", micro), name("macro", r.Node), points("moved", moved), weeks("lag", lag),
					word("correlation", rounded(best).String()),
				},
			})
		}
	}
	return nil
}

// movedBy returns by how much the progress of a goal has changed in half a year, or
// since it was at 0.
func (v *view) movedBy(n goal.Node) kpi.Ratio {
	return orZero(v.past.stood[0][n.ID()].Progress).Sub(orZero(v.past.stood[26][n.ID()].Progress))
}

// link returns the highest correlation of the weekly changes of a micro goal's
// metric with those of a macro goal's own up to so many weeks later, both counted
// towards their targets. It reports false if it is not known for each lag.
func (v *view) link(micro, macro goal.Node, lag int) (best float64, known bool) {
	x, okX := v.weeklyChanges(micro)
	y, okY := v.weeklyChanges(macro)
	if !okX || !okY {
		return 0, false
	}
	best = -1
	for weeks := range lag + 1 {
		r, ok := lagged(x, y, weeks)
		if !ok {
			return 0, false
		}
		best = max(best, r)
	}
	return best, true
}

// weeklyChanges returns how a goal's metric changed from week to week, counted
// towards its target; NaN where it is not known. It reports false for a goal that
// has no target in one direction.
func (v *view) weeklyChanges(n goal.Node) ([]float64, bool) {
	key, ok := v.keyOfSeries(n, kpi.Weekly)
	direction := v.direction(n)
	s := v.past.series[key]
	if !ok || direction == 0 || s == nil {
		return nil, false
	}
	return changes(s.values, float64(direction)), true
}

// direction returns 1 if a goal's metric is to go up, -1 if down, 0 if that is not
// known.
func (v *view) direction(n goal.Node) int {
	t, combine, _ := n.Target()
	switch {
	case t.Kind == kpi.KindReach && combine == kpi.Sum, t.Kind == kpi.KindAtLeast:
		return 1
	case t.Kind == kpi.KindAtMost:
		return -1
	case t.Kind != kpi.KindReach:
		return 0
	}
	r, _ := v.now.Goal(n.ID())
	if !r.To.Known() || !r.From.Known() {
		return 0
	}
	return r.To.Cmp(r.From)
}

// mostLagWeeks is the longest lag that is looked at.
const mostLagWeeks = 520

// lagWeeks returns after how many weeks a micro goal may be seen in a macro goal: by
// the driver between their metrics, else by the limit.
func (v *view) lagWeeks(micro, macro goal.Node) int {
	for d := range v.h.Drivers() {
		if d.From == measureOf(micro) && d.To == measureOf(macro) {
			lag, _ := kpi.ParseWindow(d.Lag) // goal.New has read it; "" is at once
			return min(weeksOf(lag.Ending(v.period.End, v.h.Location())), mostLagWeeks)
		}
	}
	return int(min(number(v.limits.LagWeeks), mostLagWeeks))
}

// weeksOf returns the weeks that a period of whole days touches, counted from its
// start. Clocks that are set forward or back make no week of their own.
func weeksOf(p kpi.Period) int {
	const week, shift = 7 * 24 * time.Hour, 2 * time.Hour
	return int((p.End.Sub(p.Start) - shift + week - 1) / week)
}
