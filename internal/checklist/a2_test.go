package checklist_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/smart"
)

// A micro goal without a metric fails M, and one that lasts a year is warned of.
func microSpecific(t *testing.T) {
	vague := goal.Goal{ID: "vague", Title: "Do better", Level: goal.Micro, Period: "2026", Supports: []goal.Link{{Goal: "awareness"}}}
	w := plan(macro("awareness", "2026"), vague,
		micro("clear", "awareness", "2026-Q1", "video_views", "instagram", kpi.Deliver("1000")))
	review, err := smart.Checks{}.Assess(w.hierarchy(t), w.ledger(t), endOf("2025-12-31"))
	require.NoError(t, err)

	points := make(map[string]int)
	for _, g := range review.Goals {
		points[g.Goal], _ = g.Criteria.Measurable.Points()
	}
	assert.Equal(t, 0, points["vague"])
	assert.Equal(t, 100, points["clear"])
	found := w.findings(t, "2025-12-31")
	assert.Contains(t, found["vague"], "time.window")
	assert.NotContains(t, found["clear"], "time.window")
}

// Three quarters of the weight at 0.5 and one at 0.2 make 0.425, and more than all
// counts as all.
func weightedProgress(t *testing.T) {
	rate := weighted(micro("rate", "leads", "2026-Q1", "leads", "web", kpi.Deliver("40")), "3")
	mail := weighted(micro("mail", "leads", "2026-Q1", "leads", "email", kpi.Deliver("10")), "1")
	w := plan(macro("leads", "2026"), rate, mail)
	w.read("leads", "web", "2026-02-01", "20")
	w.read("leads", "email", "2026-02-01", "2")
	leads := w.stands(t, "leads", "2026-02-14")
	assert.Equal(t, "0.425", leads.Progress.String())
	var parts []string
	for _, p := range leads.Parts() {
		parts = append(parts, fmt.Sprint(p.Node.ID(), " ", p.Share, " ", p.Contribution))
	}
	assert.Equal(t, []string{"rate 0.75 0.375", "mail 0.25 0.05"}, parts)

	w.read("leads", "web", "2026-02-15", "60") // 80 of 40
	assert.Equal(t, "0.8", w.stands(t, "leads", "2026-02-15").Progress.String(), "0.75 + 0.25 x 0.2")

	w = plan(macro("site", "2026"), weighted(milestone("draft", "site", "2026-Q1"), "2"), milestone("launch", "site", "2026-Q2"))
	w.finish("draft", "", "2026-02-10")
	assert.Equal(t, "0.666666666666666667", w.stands(t, "site", "2026-02-14").Progress.String(), "two of three by weight")

	assert.Equal(t, "0.5", ofParts(t, 0, 2).String(), "Perdoo: 0% and 200% make 50%")
	assert.Equal(t, "0.333333333333333333", ofParts(t, 1, 0, 0).String(), "Perdoo: 100%, 0% and 0% make 33%")
}

// ofParts returns the progress of a macro goal whose children, of equal weight, have
// delivered so many times what they should.
func ofParts(t *testing.T, done ...int64) kpi.Ratio {
	t.Helper()
	w := plan(macro("top", "2026"))
	for i, times := range done {
		channel := fmt.Sprint("channel ", i)
		w.plan.Goals = append(w.plan.Goals, micro(channel, "top", "2026-Q1", "leads", channel, kpi.Deliver("7")))
		w.weekly("leads", channel, "2026-01-05", 7*times)
	}
	return w.stands(t, "top", "2026-03-31").Progress
}

// On the 50th of 100 days half is expected. One child at 0.6 and one at 0.1 are
// together at 0.7 of that: behind by pace, at risk by the worst child, and on track
// if the better one weighs three quarters.
func macroStatus(t *testing.T) {
	status := func(weight string, p rollup.Policy) (rollup.Status, []string) {
		const days = "2025-01-01/2025-04-10"
		w := plan(macro("top", "2025"),
			weighted(micro("good", "top", days, "leads", "web", kpi.Deliver("10")), weight),
			micro("poor", "top", days, "leads", "email", kpi.Deliver("10")))
		w.read("leads", "web", "2025-02-01", "6")
		w.read("leads", "email", "2025-02-01", "1")
		top := result(t, w.snapshot(t, p, "2025-02-19"), "top")
		assert.Equal(t, "0.5", top.Expected.String())
		var causes []string
		for _, n := range top.Causes() {
			causes = append(causes, n.ID())
		}
		return top.Status, causes
	}
	got, causes := status("1", rollup.Policy{})
	assert.Equal(t, rollup.Behind, got)
	assert.Equal(t, []string{"poor"}, causes)

	got, _ = status("3", rollup.Policy{})
	assert.Equal(t, rollup.OnTrack, got, "0.475 of 0.5")

	got, causes = status("3", rollup.Policy{ParentStatus: rollup.ByWorst})
	assert.Equal(t, rollup.AtRisk, got)
	assert.Equal(t, []string{"poor"}, causes)
}

// The KPIs that micro goals are put in, from what is counted.
func microKPIs(t *testing.T) {
	w := plan()
	w.read("subscribers", "email", "2026-03-01", "400", "2026-03-20", "480")
	for _, r := range []struct{ metric, value string }{
		{"clicks", "30"},
		{"impressions", "1200"},
		{"engagements", "60"},
		{"post_reach", "750"},
		{"post_followers", "3000"},
		{"follower_days", "5000"},
	} {
		w.read(r.metric, "instagram", "2026-03-10", r.value)
	}
	for _, tt := range []struct{ metric, want string }{
		{"subscribers", "480"},     // the latest
		{"ctr", "0.025"},           // 30 / 1200
		{"er_reach", "0.08"},       // 60 / 750
		{"er_followers", "0.02"},   // 60 / 3000
		{"er_impressions", "0.05"}, // 60 / 1200
		{"er_daily", "0.012"},      // 60 / 5000
		{"organic_ctr", "unknown"}, // nothing was read, which is not 0
	} {
		assert.Equal(t, tt.want, w.value(t, tt.metric, "", "2026-03").String(), tt.metric)
	}
}
