package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// A story a day in a week of March, which starts on Monday the 2nd.
func dailyStories(t *testing.T) {
	stories := micro("stories", "awareness", "2026-W10", "posts_published", "instagram", kpi.AtLeast("1").Keep())
	stories.Cadence = kpi.Daily
	w := plan(macro("awareness", "2026"), stories)
	for _, date := range []string{"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-07", "2026-03-08"} {
		w.read("posts_published", "instagram", date, "1")
	}
	six := w.stands(t, "stories", "2026-03-08")
	assert.Equal(t, "0.857142857142857143", six.Progress.String(), "none on the 6th")
	assert.Equal(t, kpi.Activity{Due: 7, Read: 6, Met: 6, Streak: 2, Longest: 4}, six.Activity)

	w.read("posts_published", "instagram", "2026-03-06", "2")
	seven := w.stands(t, "stories", "2026-03-08")
	assert.Equal(t, "1", seven.Progress.String(), "7 of 7")
	assert.Equal(t, rollup.Achieved, seven.Status)
	assert.Equal(t, 7, seven.Activity.Streak)
}

// Answers within two hours. Four weeks of ten answers each took 1, 2, 3 and 1.2
// hours on average, 1.8 over all; three of the four weeks kept the limit.
func promptResponses(t *testing.T) {
	mean := micro("mean", "care", "2026-02-02/2026-03-01", "first_response_time", "instagram", kpi.AtMost("7200"))
	share := micro("share", "care", "2026-02-02/2026-03-01", "first_response_time", "instagram", kpi.AtMost("7200").Keep())
	answered := micro("answered", "care", "2026-02-02/2026-03-01", "response_rate", "instagram", kpi.AtLeast("0.9"))
	w := plan(macro("care", "2026"), mean, share, answered)
	w.weekly("first_response_seconds", "instagram", "2026-02-04", 36000, 72000, 108000, 43200)
	w.weekly("messages_answered", "instagram", "2026-02-04", 10, 10, 10, 10)
	w.weekly("messages_to_answer", "instagram", "2026-02-04", 10, 10, 12, 18)

	s := w.snapshot(t, rollup.Policy{}, "2026-03-01")
	assert.Equal(t, "6480", result(t, s, "mean").Value.String())
	assert.Equal(t, "1", result(t, s, "mean").Progress.String())
	assert.Equal(t, "0.75", result(t, s, "share").Progress.String())
	assert.Equal(t, "0.8", result(t, s, "answered").Value.String(), "40 of 50 messages")
	assert.Equal(t, "0", result(t, s, "answered").Progress.String())
}

// A promotion of ten days in March: after five of them half is expected of it, and of
// the goal for the quarter 64 of 90 days.
func promotion(t *testing.T) {
	w := plan(macro("sales", "2026"),
		micro("spring sale", "sales", "2026-03-01/2026-03-10", "orders", "instagram", kpi.Deliver("40")),
		micro("quarter", "sales", "2026-Q1", "orders", "instagram", kpi.Deliver("400")))
	w.read("orders", "instagram", "2026-02-20", "100", "2026-03-04", "18")
	s := w.snapshot(t, rollup.Policy{}, "2026-03-05")
	sale := result(t, s, "spring sale")
	assert.Equal(t, "0.5", sale.Expected.String())
	assert.Equal(t, "18", sale.Value.String(), "orders of the promotion only")
	assert.Equal(t, "0.9", sale.Pace.String())
	assert.Equal(t, "0.711111111111111111", result(t, s, "quarter").Expected.String())
	assert.Equal(t, rollup.Scheduled, w.stands(t, "spring sale", "2026-02-28").Status)
	assert.Equal(t, rollup.Missed, w.stands(t, "spring sale", "2026-03-10").Status)
}

// Posts are readings with an id. Of two equal ones the first id is the best. What
// brings more than three times the median stays in the total and out of the mean.
func bestPosts(t *testing.T) {
	w := plan(macro("awareness", "2026"), micro("react", "awareness", "2026-Q1", "engagements", "instagram", kpi.Deliver("900")))
	for _, post := range []struct{ id, value string }{{"d", "20"}, {"b", "30"}, {"a", "30"}, {"e", "20"}, {"c", "25"}} {
		w.item("engagements", "instagram", "2026-01-10", post.id, post.value)
	}
	r := w.report(t, report.Month, "2026-01-31")
	require.Len(t, r.Items, 1)
	posts := r.Items[0]
	assert.Equal(t, "a", posts.Best.ID)
	require.NotNil(t, posts.Worst)
	assert.Equal(t, "d", posts.Worst.ID)
	assert.Equal(t, 5, posts.Count)
	assert.Equal(t, "25", posts.Median.String())
	assert.Empty(t, insights(r, "item-outlier"))

	w.item("engagements", "instagram", "2026-01-11", "viral", "1000")
	r = w.report(t, report.Month, "2026-01-31")
	assert.Equal(t, "viral", r.Items[0].Best.ID)
	assert.Equal(t, "25", r.Items[0].Mean.String(), "125 of five posts")
	assert.Equal(t, "1125", kpiRow(t, r.KPIs, "engagements").Value.String())
	viral := insights(r, "item-outlier")
	require.Len(t, viral, 1)
	assert.Equal(t, "viral", fact(t, viral[0], "item"))
}
