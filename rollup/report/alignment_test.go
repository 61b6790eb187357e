package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func init() {
	ruleCases["no-goal"] = ruleCase{aimless(), aimless("growth")}
}

// aimless is a strategy at work that serves these goals.
func aimless(goals ...string) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report {
		t.Helper()
		w := &world{plan: goal.Plan{
			Goals:      []goal.Goal{macro("growth", "2026")},
			Strategies: []goal.Strategy{{ID: "stories", Level: goal.Micro, Goals: goals, Period: "2026-Q1"}},
		}}
		return w.report(t, report.Week, "2026-02-15")
	}
}

// Of three open micro goals two lead up to the macro goal, one of them through the
// other; of two strategies at work one serves it.
func TestAlignment(t *testing.T) {
	deliver := kpi.Deliver("100")
	w := &world{plan: goal.Plan{
		Goals: []goal.Goal{
			macro("growth", "2026"),
			measured("leads", "growth", "2026-Q1", "leads", "", deliver),
			measured("visits", "leads", "2026-Q1", "sessions", "", deliver),
			measured("likes", "", "2026-Q1", "reactions", "", deliver),
			measured("later", "", "2026-Q3", "leads", "", deliver),
		},
		Strategies: []goal.Strategy{
			{ID: "letter", Level: goal.Micro, Goals: []string{"visits"}, Period: "2026-Q1"},
			{ID: "stories", Level: goal.Micro, Goals: []string{"likes"}, Period: "2026-Q1"},
			{ID: "over", Level: goal.Micro, Goals: []string{"visits"}, Period: "2026-01"},
		},
	}}
	a := w.report(t, report.Week, "2026-02-15").Alignment
	assert.Equal(t, "0.6", a.Share.String())
	assert.Equal(t, []string{"likes"}, a.Unaligned)
	assert.Equal(t, []string{"stories"}, a.Idle)
	assert.Equal(t, []int{3, 2, 2, 1}, []int{a.Goals, a.Aligned, a.Strategies, a.Serving})
	w.plan.Goals[0].State = goal.Cancelled
	assert.Equal(t, "0", w.report(t, report.Week, "2026-02-15").Alignment.Share.String(), "there is nothing to lead up to")
	w.plan.Goals, w.plan.Strategies = w.plan.Goals[:1], nil
	assert.Zero(t, w.report(t, report.Week, "2026-02-15").Alignment)
}
