package report_test

import (
	"maps"
	"testing"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// The cases of the rules about closing, changes and reviews.
func init() {
	maps.Copy(ruleCases, map[string]ruleCase{
		"to-close":        {closed("2026-05-01"), closed("2026-04-05")},
		"target-lowered":  {changed(retargeted(kpi.Deliver("100"), kpi.Deliver("25"))), changed(retargeted(kpi.Deliver("100"), kpi.Deliver("120")))},
		"goal-added-late": {changed(added("2026-03", "2026-03-17")), changed(added("2026-03", "2026-03-16"))},
		"review-overdue":  {reviewsHeld("2026-03-02"), reviewsHeld("2026-03-02", "2026-03-10")},
	})
}

// changed is a report on March of a plan that was changed.
func changed(w *world) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report { return w.revised(t, report.Month, "2026-03-31") }
}

// closed is the review of the first quarter, asked on April 10, of a goal that is
// closed from a date on.
func closed(since string) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report {
		return closedQuarter(80, goal.Closed, since, "0.8").report(t, report.Quarter, "2026-04-10")
	}
}
