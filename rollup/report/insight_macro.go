package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// macroRules are about macro goals and what is to move them.
var macroRules = []Rule{
	{
		Code: "macro-unmoved", Severity: Warning,
		Doc: "An open macro goal all of whose open counted micro goals that are not done have moved by less than 0.01 over the last 28 days; " +
			"all of them began before that.",
		Text: "nothing moves {goal}: none of its micro goals ({count} open) has moved in 28 days",
		find: macroUnmoved,
	},
	{
		Code: "macro-lagging", Severity: Note,
		Doc: "All counted micro goals of an open macro goal are on track or better, but its own measure is below 0.9 of what is " +
			"expected of it. A warning once the lag has passed that the plan's drivers declare between their metrics, or 4 weeks, " +
			"since the last of them began.",
		Text: "{goal} itself is at {measured} where {expected} is expected, though its micro goals ({count}) are on track; their effect is due by {due}",
		find: macroLagging,
	},
}

// counted returns the micro goals that count in a macro goal.
func counted(r rollup.Result) []goal.Node {
	var micros []goal.Node
	for _, p := range r.Parts() {
		if !p.Own && p.Excluded == "" && p.Node.Level() == goal.Micro {
			micros = append(micros, p.Node)
		}
	}
	return micros
}

func macroUnmoved(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		if r.Node.Level() != goal.Macro || !v.open(r.Node) {
			continue
		}
		open := 0
		unmoved := true
		for _, micro := range counted(r) {
			if now := v.past.stood[0][micro.ID()]; v.open(micro) && !now.Progress.IsDone() {
				open++
				unmoved = unmoved && v.stands(micro)
			}
		}
		if open > 0 && unmoved {
			add(Insight{
				Goal: r.Node.ID(), Goals: idsOf(counted(r)), Threshold: v.limits.Unmoved,
				Facts: []Fact{name("goal", r.Node), count("count", open)},
			})
		}
	}
	return nil
}

// stands reports whether a goal that had begun 28 days ago has hardly moved since.
func (v *view) stands(n goal.Node) bool {
	now, then := v.past.stood[0][n.ID()].Raw, v.past.stood[4][n.ID()].Raw
	if n.Period().Start.After(kpi.Weekly.After(v.period.End, -4)) || now.Known() != then.Known() {
		return false
	}
	change := now.Sub(then).Rat() // 0 if both are unknown
	return change.Abs(change).Cmp(v.limits.Unmoved.Rat()) < 0
}

func macroLagging(v *view, _ *Report, add func(Insight)) error {
	limit := v.limits.PaceGap
	for r := range v.now.All() {
		n := r.Node
		micros := counted(r)
		expected := n.Expected(v.period.End)
		if n.Level() != goal.Macro || !v.open(n) || !r.Measured.Known() || !v.allOnTrack(micros) ||
			!v.isTold(expected) || r.Measured.Per(expected).Rat().Cmp(limit.Rat()) >= 0 {
			continue
		}
		found := Insight{Goal: n.ID(), Goals: idsOf(micros), Metric: measureOf(n), Threshold: limit, covers: []string{"pace-gap"}}
		due := v.effectDue(n, micros)
		if due.Before(v.period.End) {
			found.Severity = Warning
		}
		found.Facts = []Fact{
			name("goal", n), share("measured", r.Measured), share("expected", expected), count("count", len(micros)), date("due", due),
		}
		add(found)
	}
	return nil
}

// allOnTrack reports whether there are goals, and all are on track or better.
func (v *view) allOnTrack(nodes []goal.Node) bool {
	for _, n := range nodes {
		switch r, _ := v.now.Goal(n.ID()); r.Status {
		case rollup.OnTrack, rollup.Ahead, rollup.Achieved:
		default:
			return false
		}
	}
	return len(nodes) > 0
}

// effectDue returns until when the effect of micro goals on a macro goal may be
// waited for.
func (v *view) effectDue(macro goal.Node, micros []goal.Node) time.Time {
	var due time.Time
	for _, micro := range micros {
		if t := kpi.Weekly.After(micro.Period().Start, v.lagWeeks(micro, macro)); t.After(due) {
			due = t
		}
	}
	return due
}
