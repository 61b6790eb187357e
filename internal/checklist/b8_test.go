package checklist_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// In February a goal joins the roadmap. January's stays as it was, and who added the
// goal, when and why is kept.
func maintainedRoadmap(t *testing.T) {
	before := plan(macro("awareness", "2026"), micro("reels", "awareness", "2026-Q1", "video_views", "instagram", kpi.Deliver("1000")))
	after := plan(append(before.plan.Goals, micro("blog", "awareness", "2026-Q2", "sessions", "web", kpi.Deliver("1000")))...)
	revisions := after.revise(t, before, "2026-02-01", "reach more readers")
	for date, want := range map[string][]string{
		"2026-01-31": {"awareness", "reels"}, "2026-02-01": {"awareness", "reels", "blog"},
	} {
		h, ok := revisions.At(endOf(date))
		require.True(t, ok)
		var stops []string
		for stop := range h.Roadmap(endOf(date)) {
			stops = append(stops, stop.Node.ID())
		}
		assert.Equal(t, want, stops, date)
	}
	changes := after.report(t, report.Month, "2026-02-28").Changes
	require.Len(t, changes, 1)
	assert.Equal(t, "2026-02-01 ann reach more readers", changes[0].Date+" "+changes[0].By+" "+changes[0].Why)
	require.Len(t, changes[0].Changes, 1)
	assert.Equal(t, goal.Added, changes[0].Changes[0].Kind)
	assert.Equal(t, "blog", changes[0].Changes[0].ID)
}

// Posts that go up and down in turns and leads that go up twice and down twice have
// no correlation at any lag: no link is shown, once there are eight pairs. Leads that
// move against posts, and with those of the week before, are linked.
func microData(t *testing.T) {
	posts := []int64{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2}
	slow := []int64{10, 20, 30, 20, 10, 20, 30, 20, 10, 20, 30, 20, 10, 20, 30, 20, 10, 20, 30, 20}
	following := make([]int64, len(posts))
	for i := range following {
		following[i] = 10 * posts[max(i-1, 0)]
	}
	shown := func(leads []int64, weeks int) int {
		w := plan(macro("growth", "2026"),
			micro("posts", "growth", "2026-01-01/2026-06-30", "posts_published", "web", kpi.Deliver("60")))
		w.plan.Goals[0].Measure = &goal.Measure{Metric: "leads", Channel: "web", Target: new(kpi.Deliver("1000"))}
		w.weekly("posts_published", "web", "2026-01-06", posts[:weeks]...)
		w.weekly("leads", "web", "2026-01-06", leads[:weeks]...)
		end := kpi.Weekly.After(day("2026-01-11"), weeks-1).Format(time.DateOnly)
		return len(insights(w.report(t, report.Week, end), "no-link-shown"))
	}
	assert.Equal(t, 1, shown(slow, 20))
	assert.Equal(t, 0, shown(following, 20))
	assert.Equal(t, 1, shown(slow, 13), "12 changes are 8 pairs at a lag of 4 weeks")
	assert.Equal(t, 0, shown(slow, 12))

	// 10 of 100 and 6 of 300 clicked, then 30 of 300 and 2 of 100: no rate has changed,
	// and 4% have become 8%.
	w := plan(macro("traffic", "2026"),
		micro("a", "traffic", "2026-Q1", "ctr", "instagram", kpi.Reach("0.01", "0.2")),
		micro("b", "traffic", "2026-Q1", "ctr", "linkedin", kpi.Reach("0.01", "0.2")))
	w.read("impressions", "instagram", "2025-12-10", "100")
	w.read("clicks", "instagram", "2025-12-10", "10", "2026-01-10", "10", "2026-02-10", "30")
	w.read("impressions", "instagram", "2026-01-10", "100", "2026-02-10", "300")
	w.read("clicks", "linkedin", "2026-01-10", "6", "2026-02-10", "2")
	w.read("impressions", "linkedin", "2026-01-10", "300", "2026-02-10", "100")
	list := insights(w.report(t, report.Month, "2026-02-28"), "mix-or-rate")
	require.Len(t, list, 1)
	for name, want := range map[string]string{"before": "0.04", "now": "0.08", "rate": "0", "mix": "0.04"} {
		assert.Equal(t, want, fact(t, list[0], name), name)
	}
}

// The review of the first quarter was not held by the end of June. A goal that closed
// at 140 of 200 goes on from there.
func quarterlyReview(t *testing.T) {
	w := plan(macro("loyalty", "2026"), micro("list-q2", "loyalty", "2026-Q2", "subscribers", "email", kpi.Reach("100", "200")))
	w.read("subscribers", "email", "2026-04-01", "100", "2026-06-29", "140")
	w.policy.Held = []report.Held{{Span: report.Quarter, On: "2026-01-12", By: "ann"}}
	r := w.report(t, report.Quarter, "2026-06-30")
	var overdue []string
	for _, insight := range insights(r, "review-overdue") {
		overdue = append(overdue, fact(t, insight, "review")+" "+fact(t, insight, "period"))
	}
	assert.Contains(t, overdue, "quarter 2026-Q1")
	w.policy.Held = append(w.policy.Held, report.Held{Span: report.Quarter, On: "2026-06-30", By: "ann"})
	again := w.report(t, report.Quarter, "2026-06-30")
	for _, insight := range insights(again, "review-overdue") {
		assert.NotEqual(t, "quarter", fact(t, insight, "review"))
	}
	require.Len(t, again.Held, 1)

	require.Len(t, r.Closings, 1)
	closing := r.Closings[0]
	assert.Equal(t, "0.4", closing.Score.String())
	assert.True(t, closing.Proposed)
	assert.Len(t, insights(r, "to-close"), 1)
	require.NotNil(t, closing.Next)
	assert.Equal(t, "2026-Q3", closing.Next.Period)
	assert.Equal(t, "list-q2", closing.Next.Previous)
	assert.Equal(t, "140", closing.Next.Measure.Target.From.String())
	assert.Equal(t, "200", closing.Next.Measure.Target.To.String())
}
