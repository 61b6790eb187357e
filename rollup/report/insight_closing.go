package report

import "cmp"

// closingRules are about goals that are over.
var closingRules = []Rule{
	{
		Code: "to-close", Severity: Warning,
		Doc:  "In a quarterly review, a goal's period ended in the quarter and nobody closed it since.",
		Text: "{goal} ended on {date} and is still to be closed; the score would be {score}",
		find: toClose,
	},
}

func toClose(_ *view, r *Report, add func(Insight)) error {
	for _, c := range r.Closings {
		if c.Open {
			title, score := Fact{"goal", c.Goal, cmp.Or(c.Title, c.Goal)}, share("score", c.Score)
			if !c.Score.Known() {
				score = Fact{"score", "", "none, for want of readings"}
			}
			add(Insight{Goal: c.Goal, Facts: []Fact{title, word("date", c.End), score}, covers: []string{"overdue"}})
		}
	}
	return nil
}
