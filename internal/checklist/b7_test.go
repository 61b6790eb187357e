package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// What a week looked like, against the week before, the four weeks before and the
// micro goal; the best and the worst post, and what is due next.
func weeklySummary(t *testing.T) {
	w := plan(macro("engagement", "2026"),
		micro("react", "engagement", "2026-01-05/2026-03-15", "engagements", "instagram", kpi.Deliver("700")))
	w.plan.Strategies = []goal.Strategy{{
		ID: "reels", Level: goal.Micro, Goals: []string{"react"}, Channel: "instagram", Cadence: kpi.Weekly, Planned: kpi.Int(2), Done: "posts_published",
	}}
	w.policy.KPIs = []string{
		"posts_published", "reach", "impressions", "engagements", "er_impressions", "net_new_followers", "clicks",
		"messages_to_answer", "response_rate", "first_response_time",
	}
	for _, r := range []struct {
		metric string
		weeks  []int64
	}{
		{"posts_published", []int64{2, 2, 2, 2, 2}},
		{"impressions", []int64{500, 500, 500, 500, 1000}},
		{"engagements", []int64{40, 60, 40, 60}},
		{"net_new_followers", []int64{5, 5, 5, 5, 7}},
		{"clicks", []int64{10, 10, 10, 10, 20}},
		{"messages_to_answer", []int64{10, 10, 10, 10, 10}},
		{"messages_answered", []int64{5, 5, 5, 5, 8}},
		{"first_response_seconds", []int64{900, 900, 900, 900, 960}},
	} {
		w.weekly(r.metric, "instagram", "2026-01-06", r.weeks...)
	}
	w.over("reach", "instagram", "2026-W06", "640")
	w.item("engagements", "instagram", "2026-02-03", "reel", "70")
	w.item("engagements", "instagram", "2026-02-04", "photo", "10")

	r := w.report(t, report.Week, "2026-02-08")
	assert.Equal(t, "2026-W06", r.Name)
	require.Len(t, r.Channels, 1)
	rows := r.Channels[0].KPIs
	for metric, want := range map[string]string{
		"posts_published": "2", "reach": "640", "impressions": "1000", "engagements": "80", "er_impressions": "0.08",
		"net_new_followers": "7", "clicks": "20", "messages_to_answer": "10", "response_rate": "0.8", "first_response_time": "120",
	} {
		assert.Equal(t, want, kpiRow(t, rows, metric).Value.String(), metric)
	}
	engagements := kpiRow(t, rows, "engagements")
	assert.Equal(t, "60", engagements.Previous.Base.String())
	assert.Equal(t, "50", engagements.Trailing.Base.String(), "200 in four weeks")
	assert.Equal(t, "0.6", engagements.Trailing.Change.String())
	require.Len(t, engagements.Targets, 1)
	assert.Equal(t, "70", engagements.Targets[0].Plan.String(), "a tenth of 700")
	assert.Equal(t, "0.1", kpiRow(t, rows, "er_impressions").Trailing.Base.String(), "200 of 2,000")

	require.Len(t, r.Items, 1)
	assert.Equal(t, "reel", r.Items[0].Best.ID)
	assert.Equal(t, "photo", r.Items[0].Worst.ID)
	assert.Contains(t, dueOn(r, report.DueAction), "2026-02-15 reels", "two posts by Sunday")
}

// What a month brought, against the month before, the three months before, a year
// ago and the plan; what it earned, how the macro goals stand with their micro goals,
// and what follows from it.
func monthlyReport(t *testing.T) {
	w := plan(macro("growth", "2026"),
		micro("leads", "growth", "2026-01-01/2026-04-30", "leads", "web", kpi.Deliver("120")),
		micro("mails", "growth", "2026-01-01/2026-04-30", "subscribers", "email", kpi.Reach("100", "200")))
	w.policy.KPIs = []string{"leads", "sessions", "revenue"}
	w.read("leads", "web", "2025-03-10", "30", "2025-04-10", "40", "2026-01-10", "10", "2026-02-10", "10", "2026-03-10", "10", "2026-04-10", "30")
	w.read("revenue", "web", "2026-03-10", "1000", "2026-04-10", "1500")
	w.read("sessions", "web", "2026-04-10", "900")
	w.read("subscribers", "email", "2026-01-01", "100", "2026-04-29", "140")

	r := w.report(t, report.Month, "2026-04-30")
	assert.Equal(t, "2026-04", r.Name)
	leads := kpiRow(t, r.KPIs, "leads")
	assert.Equal(t, "2", leads.Previous.Change.String(), "30 after 10")
	assert.Equal(t, "10", leads.Trailing.Base.String(), "30 in three months")
	assert.Equal(t, "-0.25", leads.LastYear.Change.String(), "30 after 40")
	assert.Equal(t, report.Bad, leads.LastYear.Trend)
	aim := kpiRow(t, r.Channels[0].KPIs, "leads").Targets
	require.Len(t, aim, 1)
	assert.Equal(t, "30", aim[0].Plan.String(), "30 of 120 days")
	assert.Equal(t, "1500", kpiRow(t, r.KPIs, "revenue").Value.String())
	assert.Equal(t, []report.Macro{{Goal: "growth", Micros: []string{"leads", "mails"}}}, r.Macros)
	assert.Equal(t, "0.5", reported(t, r, "leads").Progress.String())
	assert.Equal(t, rollup.Missed, reported(t, r, "leads").Status)

	r = w.report(t, report.Month, "2026-03-31") // 30 of 120, and 90 days of 120
	gap := insights(r, "pace-gap")
	require.Equal(t, []string{"growth", "leads", "mails"}, goalsOf(gap))
	assert.Equal(t, report.Alert, gap[1].Severity)
	assert.Equal(t, "0.25", fact(t, gap[1], "progress"))
	assert.Equal(t, "0.75", fact(t, gap[1], "expected"))
	worst := insights(r, "contributor-worst")
	require.Len(t, worst, 1)
	assert.Equal(t, []string{"mails"}, worst[0].Goals)
	assert.Equal(t, "-0.375", fact(t, worst[0], "effect"), "half of the weight, at 0 where 0.75 is expected")
	assert.Contains(t, dueOn(r, report.DueEnd), "2026-04-30 leads")
}

// Messages are answered every day: five of seven days had the 20 answers planned.
// Four of five messages were answered, on average after two minutes.
func communityManagement(t *testing.T) {
	w := plan(macro("care", "2026"), micro("rate", "care", "2026-Q1", "response_rate", "instagram", kpi.AtLeast("0.75")))
	w.plan.Strategies = []goal.Strategy{{
		ID: "answers", Level: goal.Micro, Goals: []string{"rate"}, Channel: "instagram", Kind: "community",
		Period: "2026-W06", Cadence: kpi.Daily, Planned: kpi.Int(20), Done: "messages_answered",
	}}
	w.policy.KPIs = []string{"response_rate", "first_response_time"}
	for i, answered := range []int64{20, 20, 19, 21, 20, 20, 8} {
		at := kpi.Daily.After(day("2026-02-02"), i)
		for metric, value := range map[string]int64{"messages_answered": answered, "first_response_seconds": 120 * answered} {
			w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: "instagram", At: at, Value: kpi.Int(value)})
		}
	}
	w.read("messages_to_answer", "instagram", "2026-02-03", "160")

	r := w.report(t, report.Week, "2026-02-08")
	require.Len(t, r.Work, 1)
	answers := r.Work[0]
	assert.Equal(t, 7, answers.Kept.Due)
	assert.Equal(t, 5, answers.Kept.Met)
	assert.Equal(t, "140", answers.Planned.String())
	assert.Equal(t, "128", answers.Done.String())
	missed := insights(r, "cadence-missed")
	require.Len(t, missed, 1, "5 of 7 are less than 0.8")
	assert.Equal(t, "answers", missed[0].Strategy)
	assert.Equal(t, "0.8", kpiRow(t, r.KPIs, "response_rate").Value.String(), "128 of 160")
	assert.Equal(t, "120", kpiRow(t, r.KPIs, "first_response_time").Value.String())
	assert.Equal(t, "1", w.stands(t, "rate", "2026-02-08").Progress.String())
}
