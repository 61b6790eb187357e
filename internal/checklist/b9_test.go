package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// Bob has two goals and one strategy of three actions a week, one goal is worked on
// by somebody else. That is what micro goals are for; a macro goal is not delegated.
func delegation(t *testing.T) {
	w := plan(macro("direction", "2026"),
		micro("reels", "direction", "2026-Q1", "video_views", "instagram", kpi.Deliver("1000")),
		micro("posts", "direction", "2026-Q1", "posts_published", "linkedin", kpi.Deliver("30")))
	w.plan.Goals[1].Delegate = "agency"
	w.plan.Strategies = []goal.Strategy{{
		ID: "texts", Level: goal.Micro, Goals: []string{"posts"}, Owner: "bob", Cadence: kpi.Weekly, Planned: kpi.Int(3), Done: "posts_published",
	}}
	r := w.report(t, report.Month, "2026-01-31")
	require.Len(t, r.Owners, 2)
	bob := r.Owners[0]
	assert.Equal(t, "bob", bob.Owner)
	assert.Equal(t, 2, bob.Goals)
	assert.Equal(t, 1, bob.Strategies)
	assert.Equal(t, 1, bob.Delegated)
	assert.Equal(t, "3", bob.PerWeek.String())
	assert.Equal(t, "0.75", bob.Share.String())
	assert.Equal(t, "ann", r.Owners[1].Owner)
	assert.Empty(t, insights(r, "macro-delegated"))

	w.plan.Goals[0].Delegate = "agency"
	list := insights(w.report(t, report.Month, "2026-01-31"), "macro-delegated")
	require.Len(t, list, 1)
	assert.Equal(t, "direction", list[0].Goal)
	assert.Equal(t, "agency", fact(t, list[0], "delegate"))
}

// 600 of a budget of 1,000 are given away, 0.4 are free. A goal that is added when 60
// of the 90 days of its quarter are over comes late, and changes no earlier progress.
func agility(t *testing.T) {
	before := plan(macro("growth", "2026"), micro("leads", "growth", "2026-Q1", "leads", "web", kpi.Deliver("100")))
	before.plan.Goals[0].Budget = &goal.Budget{Amount: kpi.Int(1000), Currency: "EUR"}
	before.plan.Strategies = []goal.Strategy{{
		ID: "ads", Level: goal.Micro, Goals: []string{"growth"}, Budget: &goal.Budget{Amount: kpi.Int(600), Currency: "EUR"},
	}}
	w := plan(append(before.plan.Goals, micro("idea", "growth", "2026-Q1", "clicks", "web", kpi.Deliver("10")))...)
	w.plan.Strategies = before.plan.Strategies
	w.read("leads", "web", "2026-01-10", "50")
	w.revise(t, before, "2026-03-02", "a chance")

	r := w.report(t, report.Month, "2026-03-31")
	growth := reported(t, r, "growth")
	require.NotNil(t, growth.Money)
	assert.Equal(t, "600", growth.Money.Allocated.String())
	assert.Equal(t, "0.4", growth.Money.Slack.String())
	late := insights(r, "goal-added-late")
	require.Len(t, late, 1)
	assert.Equal(t, "idea", late[0].Goal)
	assert.Equal(t, "0.666666666666666667", fact(t, late[0], "over"))
	assert.Equal(t, "0.5", growth.Before.String(), "at the end of February, without it")
	assert.Equal(t, "0.25", growth.Progress.String(), "with it")
	require.Len(t, r.Changes, 1)
	assert.Equal(t, "2026-03-02", r.Changes[0].Date)
}

// Ten weeks for 200. The second to the fifth bring 40, 30, 20 and 10: that is 25 a
// week where 10 are enough, and less every week.
func momentum(t *testing.T) {
	weeks := func(values ...int64) *report.Report {
		w := plan(macro("growth", "2025-12-01/2026-11-30"),
			micro("leads", "growth", "2025-12-29/2026-03-08", "leads", "web", kpi.Deliver("200")))
		w.weekly("leads", "web", "2025-12-30", values...)
		return w.report(t, report.Week, "2026-02-01")
	}
	r := weeks(50, 40, 30, 20, 10)
	outlook := reported(t, r, "leads").Outlook
	require.NotNil(t, outlook)
	assertFigure(t, 25, outlook.Current)
	assertFigure(t, 10, outlook.Needed)
	assertFigure(t, 0.4, outlook.Load)
	falling := insights(r, "falling-momentum")
	require.Len(t, falling, 1)
	assert.Equal(t, "leads", falling[0].Goal)
	for name, want := range map[string]string{"first": "0.2", "second": "0.15", "third": "0.1", "last": "0.05"} {
		assert.Equal(t, want, fact(t, falling[0], name), name)
	}
	assert.Empty(t, insights(weeks(50, 25, 25, 25, 25), "falling-momentum"))
}
