package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/rollup/report"
)

// kinds is an agency with a micro strategy on its blog, and others of these kinds.
func kinds(list ...string) *world {
	w := agency(goal.Strategy{ID: "posts", Level: goal.Micro, Period: "2026-Q1", Channel: "blog"})
	for _, kind := range list {
		w.plan.Strategies = append(w.plan.Strategies, goal.Strategy{ID: kind, Level: goal.Macro, Kind: kind, Period: "2026"})
	}
	return w
}

func TestPackage(t *testing.T) {
	w := kinds("Monthly Reporting", "community/engagement", "consult")
	later := goal.Strategy{ID: "later", Level: goal.Micro, Kind: "consulting", Period: "2026-Q2", Channel: "email"}
	w.plan.Strategies = append(w.plan.Strategies, later)
	all := []string{"Monthly Reporting", "community/engagement", "consult"}
	assert.Equal(t, []report.Part{
		{Part: report.MacroLayer, Present: true, Strategies: all},
		{Part: report.MicroLayer, Present: true, Strategies: []string{"posts"}},
		{Part: report.Execution, Strategies: []string{"posts"}, Missing: []string{"email"}},
		{Part: report.Reporting, Present: true, Strategies: all[:1]},
		{Part: report.Community, Present: true, Strategies: all[1:2]},
		{Part: report.Consulting},
	}, w.report(t, report.Quarter, "2026-03-31").Package)
	assert.Empty(t, w.report(t, report.Month, "2026-03-31").Package)
}

// A strategy that names no channel works on those of its goals.
func TestPackageOnChannelsOfGoals(t *testing.T) {
	w := kinds()
	w.plan.Strategies = append(w.plan.Strategies, goal.Strategy{ID: "letters", Level: goal.Micro, Goals: []string{"mail-leads"}})
	r := w.report(t, report.Quarter, "2026-03-31")
	assert.Equal(t, report.Part{Part: report.Execution, Present: true, Strategies: []string{"posts", "letters"}}, r.Package[2])
}

// Without any micro strategy, no channel is said to lack one as well.
func TestPackageSaysTheStrongerThing(t *testing.T) {
	r := agency().report(t, report.Quarter, "2026-03-31")
	assert.Len(t, found(r, "package-no-micro-strategy"), 1)
	assert.Empty(t, found(r, "package-channel-idle"))
}
