package report

import (
	"cmp"

	"github.com/goalkit/goalkit/kpi"
)

// closingRules are about goals that are over.
var closingRules = []Rule{
	{
		Code: "to-close", Severity: Warning,
		Doc:  "In a quarterly review, a goal's period ended in the quarter and nobody closed it since. A note in the first 7 days.",
		Text: "{goal} ended on {date} and is still to be closed; the score would be {score}",
		find: toClose,
	},
}

func toClose(v *view, r *Report, add func(Insight)) error {
	for _, c := range r.Closings {
		if c.Open {
			title, score := Fact{"goal", c.Goal, cmp.Or(c.Title, c.Goal)}, share("score", c.Score)
			if !c.Score.Known() {
				score = Fact{"score", "none", "none (" + string(c.Absence) + ")"}
			}
			found := Insight{Goal: c.Goal, Facts: []Fact{title, word("date", c.End), score}, covers: []string{"overdue"}}
			if v.justOver(c.Goal) {
				found.Severity = Note
			}
			add(found)
		}
	}
	return nil
}

// justOver reports whether a goal's period ended at most a week before the moment.
func (v *view) justOver(id string) bool {
	n, ok := v.asked.Node(id)
	return ok && !v.at.Bound().After(kpi.Weekly.After(n.Period().End, 1))
}
