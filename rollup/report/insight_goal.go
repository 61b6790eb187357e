package report

import "github.com/goalkit/goalkit/rollup"

// goalRules are about how goals stand.
var goalRules = []Rule{
	{
		Code: "pace-gap", Severity: Warning,
		Doc:  "An open goal's pace, progress by what is expected, is below 0.9. An alert if its status is at_risk or missed.",
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
		found := Insight{
			Goal: r.Node.ID(), Goals: idsOf(r.Causes()), Threshold: limit,
			Facts: []Fact{name("goal", r.Node), share("progress", r.Progress), share("expected", r.Expected)},
		}
		if r.Status == rollup.AtRisk || r.Status == rollup.Missed {
			found.Severity = Alert
		}
		add(found)
	}
	return nil
}
