package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// A star costs 1,000 for 2,000 engagements, a micro-influencer 300 for 1,500: 0.50
// and 0.20 euros each, together 1,300 for 3,500.
func influencers(t *testing.T) {
	with := func(partner string) goal.Goal {
		g := micro(partner, "advocacy", "2026", "engagements", partner, kpi.Deliver("5000"))
		g.Tags, g.Cost = []string{"influencer"}, "ad_spend"
		return g
	}
	w := plan(macro("advocacy", "2026"), with("star"), with("neighbour"))
	w.plan.Strategies = []goal.Strategy{{ID: "partners", Level: goal.Macro, Goals: []string{"advocacy"}, Kind: "influencer"}}
	w.policy.KPIs = []string{"cost_per_engagement"}
	for _, r := range []struct{ partner, cost, engagements string }{{"star", "1000", "2000"}, {"neighbour", "300", "1500"}} {
		w.read("ad_spend", r.partner, "2026-01-20", r.cost)
		w.read("engagements", r.partner, "2026-01-20", r.engagements)
	}
	r := w.report(t, report.Month, "2026-01-31")
	for i, want := range []string{"0.5", "0.2"} {
		assert.Equal(t, want, kpiRow(t, r.Channels[i].KPIs, "cost_per_engagement").Value.String())
		g := reported(t, r, r.Channels[i].Name)
		require.NotNil(t, g.Money)
		assert.Equal(t, want, g.Money.PerUnit.String())
	}
	assert.Equal(t, "0.371428571428571429", kpiRow(t, r.KPIs, "cost_per_engagement").Value.String())
	require.Len(t, r.Work, 1)
	assert.Equal(t, "influencer", r.Work[0].Kind)
	assert.Equal(t, "2026-12-31", r.Work[0].Ends, "as long as the goal that it serves")
	star, _ := w.hierarchy(t).Node("star")
	assert.Equal(t, []string{"influencer"}, star.Goal().Tags)
}

// In the first days nothing is at risk. A macro goal whose micro goals are on track
// may lag for 12 weeks before that is a warning.
func lateResults(t *testing.T) {
	w := plan(macro("revenue", "2026"), micro("visits", "revenue", "2026-Q1", "sessions", "web", kpi.Deliver("9000")))
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "revenue", Target: new(kpi.Deliver("365000"))}
	w.plan.Drivers = []goal.Driver{{From: "sessions", To: "revenue", Lag: "12w"}}
	w.read("sessions", "web", "2026-01-03", "0", "2026-02-27", "5900", "2026-03-30", "3100")
	w.read("revenue", "web", "2026-01-03", "0", "2026-02-10", "1000")

	early := w.stands(t, "visits", "2026-01-04")
	assert.Equal(t, rollup.TooEarly, early.Status, "4 of 90 days")
	assert.Equal(t, rollup.AtRisk, w.stands(t, "visits", "2026-01-05").Status, "5 of 90 days are more than 0.05")

	for date, want := range map[string]report.Severity{"2026-02-28": report.Note, "2026-03-31": report.Warning} {
		list := insights(w.report(t, report.Month, date), "macro-lagging")
		require.Len(t, list, 1, date)
		assert.Equal(t, want, list[0].Severity, date)
		assert.Equal(t, "revenue", list[0].Goal)
		assert.Equal(t, "2026-03-26", fact(t, list[0], "due"), "12 weeks from January 1")
	}
	for theme := range marketing.Themes() {
		if theme.ID == "revenue" {
			assert.Contains(t, theme.Lagging, "revenue")
			assert.Contains(t, theme.Leading, "conversion_rate")
		}
	}
}

// One micro goal beside three macro goals is a quarter of the work, where half would
// be balanced; who thinks otherwise says so. The package has one layer only.
func bothLayers(t *testing.T) {
	w := plan(macro("a", "2026"), macro("b", "2026"), macro("c", "2026"),
		micro("reels", "a", "2026-02-01/2026-04-30", "video_views", "instagram", kpi.Deliver("1000")))
	w.plan.Strategies = []goal.Strategy{{ID: "direction", Level: goal.Macro, Goals: []string{"a", "b", "c"}, Kind: "consulting"}}
	r := w.report(t, report.Quarter, "2026-03-31")
	list := insights(r, "balance")
	require.Len(t, list, 1)
	assert.Equal(t, "0.25", fact(t, list[0], "share"))
	assert.Equal(t, "0.5", list[0].Threshold.String())

	present := make(map[report.Service]bool)
	for _, part := range r.Package {
		present[part.Part] = part.Present
	}
	assert.True(t, present[report.MacroLayer])
	assert.True(t, present[report.Consulting])
	assert.False(t, present[report.MicroLayer])
	assert.False(t, present[report.Community])
	assert.Len(t, insights(r, "package-no-micro-strategy"), 1)
	assert.Empty(t, insights(r, "package-no-macro-strategy"))

	w.policy.Limits.MicroLow = kpi.Num("0.25")
	assert.Empty(t, insights(w.report(t, report.Quarter, "2026-03-31"), "balance"))
}

// Of 100 answers to a survey 50 recommend and 20 warn: a score of 30. 88 of 110 are
// satisfied. 30 mentions praise and 10 blame: 20 of 40.
func feedback(t *testing.T) {
	w := plan(macro("loyalty", "2026"), micro("score", "loyalty", "2026-Q1", "nps", "", kpi.Reach("20", "40")))
	for _, r := range []struct{ metric, value string }{
		{"promoters", "50"},
		{"passives", "30"},
		{"detractors", "20"},
		{"csat_positive_answers", "88"},
		{"csat_answers", "110"},
		{"positive_mentions", "30"},
		{"neutral_mentions", "100"},
		{"negative_mentions", "10"},
	} {
		w.read(r.metric, "poll", "2026-02-10", r.value)
	}
	metrics := w.hierarchy(t).Catalogue()
	for _, tt := range []struct {
		metric, want string
		unit         kpi.Unit
	}{{"nps", "30", kpi.Score}, {"csat", "0.8", kpi.Fraction}, {"net_sentiment", "0.5", kpi.Score}} {
		assert.Equal(t, tt.want, w.value(t, tt.metric, "", "2026-Q1").String())
		m, _ := metrics.Metric(tt.metric)
		assert.Equal(t, tt.unit, m.Unit, tt.metric)
	}
	assert.Equal(t, "0.5", w.stands(t, "score", "2026-02-28").Progress.String())
}
