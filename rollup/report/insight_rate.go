package report

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
	"github.com/goalkit/goalkit/rollup"
)

// rateRules are about how fast goals move.
var rateRules = []Rule{
	{
		Code: "out-of-reach", Severity: Warning,
		Doc: "A goal on an amount or a stock needs more than 2 times its current rate, or moves nowhere or away from its target. " +
			"Not before a tenth of it is expected, in the last week, with fewer than 4 readings, or with stale ones. " +
			"An alert if its status is at_risk or missed. Facts besides: more, load, chance, hits.",
		Text: "{goal} is out of reach at this pace: it needs {needed} a week until {end} and has {current}; " +
			"it is at {progress} where {expected} is expected",
		find: outOfReach,
	},
	{
		Code: "needed-rate", Severity: Note,
		Doc: "The same of a goal that needs more than 1 and at most 2 times its current rate (the to-complete index of earned " +
			"value management, of rates), unless an even chance to hit says otherwise. A warning if its status is behind, " +
			"an alert if it is at_risk or missed. Facts besides: current, load, chance, hits.",
		Text: "{goal} needs {needed} a week until {end}, {more} more than it has; " +
			"it is at {progress} where {expected} is expected",
		find: neededRate,
	},
	{
		Code: "falling-momentum", Severity: Note,
		Doc: "Of the last 4 weekly steps of a goal on an amount or a stock the first is one forward and each of the other 3 smaller " +
			"than the one before it (OKRs Tool: three falling increments are a risk). Not where the plan expects less, too, " +
			"or without a reading in the last week.",
		Text: "{goal} loses momentum: {first}, then {second}, {third} and {last} in the last four weeks",
		find: fallingMomentum,
	},
}

func outOfReach(v *view, r *Report, add func(Insight)) error {
	return v.rates(r, v.limits.OutOfReach, func(g *Goal) bool {
		return g.Outlook.away || above(g.Outlook.Load, v.limits.OutOfReach)
	}, add)
}

func neededRate(v *view, r *Report, add func(Insight)) error {
	return v.rates(r, v.limits.Load, func(g *Goal) bool {
		load, chance := g.Outlook.Load, g.Outlook.Chance
		return above(load, v.limits.Load) && !above(load, v.limits.OutOfReach) && chance.value < 0.5
	}, add)
}

// rates adds an insight about the rate of each goal of which enough is known and
// which is one that is wanted.
func (v *view) rates(r *Report, limit kpi.Number, wanted func(*Goal) bool, add func(Insight)) error {
	for i := range r.Goals {
		g := &r.Goals[i]
		n, _ := v.h.Node(g.ID)
		result, _ := v.now.Goal(g.ID)
		if !v.hasRate(result, g) || !wanted(g) {
			continue
		}
		found := Insight{
			Goal: g.ID, Metric: measureOf(n), Channel: channelOf(n), Threshold: limit, Facts: v.rateFacts(result, g),
		}
		if byMeasure(result) { // else its pace is about something else, that of its children
			found.Severity = severityOf(g.Status, "")
			found.covers = []string{"pace-gap", "falling-momentum"}
		}
		add(found)
	}
	return nil
}

// byMeasure reports whether the progress of a goal is that of its own measure.
func byMeasure(r rollup.Result) bool {
	children := slices.ContainsFunc(r.Parts(), func(p rollup.Part) bool { return !p.Own && p.Excluded == "" })
	return r.Progress.Known() && r.Progress.Equal(r.Measured) && (!children || r.Node.ProgressFrom() == goal.FromMeasure)
}

// hasRate reports whether a goal's rate says something: it is not met, a tenth of it
// is expected by now and a week is left, and its readings are fresh.
func (v *view) hasRate(r rollup.Result, g *Goal) bool {
	n, o := r.Node, g.Outlook
	return o != nil && o.Needed.Known() && o.Current.Known() && o.Readings >= trend.FewestReadings &&
		isAmount(n) && !isOld(r.Freshness) &&
		!n.Period().End.Before(kpi.Weekly.After(v.period.End, 1)) && v.isTold(n.Expected(v.period.End))
}

// isAmount reports whether a goal is to reach an amount or a stock. Of a rate or a
// mean the change over a few weeks is mostly noise, and it shrinks by itself as more
// of the period flows into it.
func isAmount(n goal.Node) bool {
	t, combine, _ := n.Target()
	return t.Kind == kpi.KindReach && (combine == kpi.Sum || combine == kpi.Last)
}

// isTold reports whether so much is expected that what is reached says something:
// [trend.EarliestExpected].
func (v *view) isTold(expected kpi.Ratio) bool {
	return expected.Rat().Cmp(kpi.Num("0.1").Rat()) >= 0
}

// rateFacts are about the goal's own measure, also if its progress is that of its
// children.
func (v *view) rateFacts(r rollup.Result, g *Goal) []Fact {
	n, m, o := r.Node, v.metricOf(r.Node), g.Outlook
	needed, _ := o.Needed.Float64()
	current, _ := o.Current.Float64()
	facts := []Fact{
		name("goal", n), share("progress", r.Measured), share("expected", n.Expected(v.period.End)),
		figure("needed", m, o.Needed), figure("current", m, o.Current), figure("more", m, rounded(needed-current)),
		date("end", n.Period().End.Add(-time.Nanosecond)),
	}
	for _, optional := range []struct {
		name string
		of   Estimate
	}{{"load", o.Load}, {"chance", o.Chance}} {
		if optional.of.Known() {
			facts = append(facts, word(optional.name, optional.of.String()))
		}
	}
	if o.Hits != "" {
		facts = append(facts, word("hits", o.Hits))
	}
	return facts
}

// measureOf returns the id of the metric that measures a goal, "" if none does.
func measureOf(n goal.Node) string {
	m, _ := n.Measure()
	return m.Metric
}

func fallingMomentum(v *view, r *Report, add func(Insight)) error {
	for i := range r.Goals {
		n, _ := v.h.Node(r.Goals[i].ID)
		result, _ := v.now.Goal(n.ID())
		if !v.moves(result) || !v.expectsNoLess(n) {
			continue
		}
		steps, falling := v.fallingSteps(n)
		if !falling {
			continue
		}
		facts := []Fact{name("goal", n)}
		for k, label := range []string{"first", "second", "third", "last"} {
			facts = append(facts, points(label, steps[k]))
		}
		add(Insight{Goal: n.ID(), Metric: measureOf(n), Channel: channelOf(n), Facts: facts})
	}
	return nil
}

// moves reports whether a goal is on its way to a value and was read in the last
// week.
func (v *view) moves(r rollup.Result) bool {
	n := r.Node
	return v.open(n) && n.Period().End.After(v.period.End) && isAmount(n) && byMeasure(r) && !r.Progress.IsDone() &&
		!v.past.newest[n.ID()].Before(kpi.Weekly.After(v.period.End, -1))
}

// fallingSteps returns the last four weekly steps of a goal's raw progress, and
// whether the first is one forward and each smaller than the one before it.
func (v *view) fallingSteps(n goal.Node) (steps [4]kpi.Ratio, falling bool) {
	for k := range steps { // the earliest first
		now, then := v.past.stood[3-k][n.ID()], v.past.stood[4-k][n.ID()]
		steps[k] = now.Raw.Sub(then.Raw)
		if !steps[k].Known() || k > 0 && steps[k].Cmp(steps[k-1]) >= 0 {
			return steps, false
		}
	}
	return steps, steps[0].Sign() > 0
}

// expectsNoLess reports whether the plan expects of the last week as much as of the
// one three weeks earlier: a season may end.
func (v *view) expectsNoLess(n goal.Node) bool {
	at := func(weeks int) kpi.Ratio { return n.Expected(kpi.Weekly.After(v.period.End, -weeks)) }
	return at(0).Sub(at(1)).Cmp(at(3).Sub(at(4))) >= 0
}
