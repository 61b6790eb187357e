package report

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// goalRules are about how goals stand.
var goalRules = []Rule{
	{
		Code: "pace-gap", Severity: Warning,
		Doc:  "An open goal's pace, progress by what is expected, is below 0.9. An alert if its status is at_risk or missed. Fact besides: status.",
		Text: "{goal} is at {progress} where {expected} is expected",
		find: paceGap,
	},
}

func paceGap(v *view, _ *Report, add func(Insight)) error {
	limit := v.limits.PaceGap
	for r := range v.now.All() {
		pace := r.Pace
		if !v.open(r.Node) || !pace.Known() || pace.Rat().Cmp(limit.Rat()) >= 0 || r.Status == rollup.TooEarly {
			continue
		}
		add(Insight{
			Goal: r.Node.ID(), Goals: idsOf(r.Causes()), Severity: severityOf(r.Status, Warning), Threshold: limit,
			Facts: []Fact{
				name("goal", r.Node), share("progress", r.Progress), share("expected", r.Expected),
				word("status", string(r.Status)),
			},
		})
	}
	return nil
}

// severityOf returns how much a goal's status makes of what is said of it:
// otherwise of goals that are on track.
func severityOf(s rollup.Status, otherwise Severity) Severity {
	switch s {
	case rollup.AtRisk, rollup.Missed:
		return Alert
	case rollup.Behind:
		return Warning
	}
	return otherwise
}

// above reports whether an estimate is known and above a limit.
func above(e Estimate, limit kpi.Number) bool {
	x, known := e.Float64()
	return known && x > number(limit)
}

// number returns a limit as a float, to compare estimates with.
func number(n kpi.Number) float64 {
	x, _ := n.Rat().Float64()
	return x
}
