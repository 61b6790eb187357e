package report

import (
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// changeRules are about what was changed in the plan.
var changeRules = []Rule{
	{
		Code: "target-lowered", Severity: Warning,
		Doc: "Within the period a target was made easier while the goal was behind, at_risk or missed by the plan in force " +
			"until then: one to reach was moved towards what the goal read, or past it; a lower limit was lowered, an upper " +
			"one raised.",
		Text: "The target of {goal} was moved from {old} to {new} on {date}, when it stood at {value} and was {status}",
		find: targetLowered,
	},
	{
		Code: "goal-added-late", Severity: Note,
		Doc: "Within the period a goal was added when more than 0.5 of its own period was over, or when its period had " +
			"begun and more than 0.5 of that of a goal it supports was over. A goal that is added before it begins is in time.",
		Text: "{goal} was added on {date}, when {over} of the period of {of} was over",
		find: addedLate,
	},
}

func targetLowered(v *view, r *Report, add func(Insight)) error {
	for _, revision := range r.Changes {
		goals := retargeted(revision)
		before, after, ok := v.plans(revision)
		if len(goals) == 0 || !ok {
			continue
		}
		at := kpi.Before(revision.at)
		was, err := v.policy.Rollup.Evaluate(before, v.src, at)
		if err != nil {
			return err
		}
		is, err := v.policy.Rollup.Evaluate(after, v.src, at)
		if err != nil {
			return err
		}
		for _, id := range goals {
			old, _ := was.Goal(id)
			changed, _ := is.Goal(id)
			if lowered(old, changed) {
				add(loweredInsight(old, changed, revision, after.Catalogue()))
			}
		}
	}
	return nil
}

// retargeted returns the goals whose target a revision changed, each once.
func retargeted(r Revision) []string {
	var goals unique
	for _, c := range r.Changes {
		if strings.HasPrefix(c.Field, "measure.target.") { // which only goals have
			goals.add(c.ID)
		}
	}
	return goals.list
}

// lowered reports whether a goal was behind and its target, seen at the same moment
// by the plan before and the plan after, was made easier.
func lowered(was, is rollup.Result) bool {
	switch was.Status {
	case rollup.Behind, rollup.AtRisk, rollup.Missed:
	default:
		return false
	}
	before, _ := was.Node.Measure()
	after, _ := is.Node.Measure()
	easier := easier(was)
	return before.Metric == after.Metric && was.To.Known() && is.To.Known() && easier != 0 && is.To.Cmp(was.To) == easier
}

// easier returns which way a target gets easier: 1 up, -1 down, 0 if there is no
// such way, as of a band and of a target that is reached.
func easier(r rollup.Result) int {
	switch r.Node.TargetKind() {
	case kpi.KindAtLeast:
		return -1
	case kpi.KindAtMost:
		return 1
	case kpi.KindReach:
		if r.Value.Known() && !r.Measured.IsDone() {
			return r.Value.Cmp(r.To)
		}
	}
	return 0
}

func loweredInsight(was, is rollup.Result, revision Revision, metrics kpi.Catalogue) Insight {
	measure, _ := is.Node.Measure()
	m, _ := metrics.Metric(measure.Metric)
	return Insight{Goal: is.Node.ID(), Metric: measure.Metric, Facts: []Fact{
		name("goal", is.Node), value("old", m, was.To), value("new", m, is.To), word("date", revision.Date),
		value("value", m, was.Value),
		{"status", string(was.Status), strings.ReplaceAll(string(was.Status), "_", " ")},
	}}
}

func addedLate(v *view, r *Report, add func(Insight)) error {
	for _, revision := range r.Changes {
		_, plan, _ := v.plans(revision)
		for _, c := range revision.Changes {
			n, ok := plan.Node(c.ID)
			if c.Of != goal.OfGoal || c.Kind != goal.Added || c.Field != "" || !ok || !n.State(revision.at).Counts() {
				continue
			}
			if of, late := v.lateFor(n, revision.at); late {
				add(Insight{Goal: c.ID, Threshold: v.limits.AddedLate, Facts: []Fact{
					name("goal", n), word("date", revision.Date), share("over", of.Period().Share(revision.at)), name("of", of),
				}})
			}
		}
	}
	return nil
}

// lateFor returns the goal for which a goal came late: itself, or the first that it
// supports.
func (v *view) lateFor(n goal.Node, at time.Time) (goal.Node, bool) {
	late := func(of goal.Node) bool { return of.Period().Share(at).Rat().Cmp(v.limits.AddedLate.Rat()) > 0 }
	if late(n) {
		return n, true
	}
	if !n.Period().Start.Before(at) {
		return goal.Node{}, false // planned ahead
	}
	for _, parent := range parents(n) {
		if late(parent) {
			return parent, true
		}
	}
	return goal.Node{}, false
}
