package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// 1,000 of a budget of 4,000 were spent, 2,500 earned: 1.5 for each euro. 50 leads
// cost 20 each. January is 31 of the 90 days of the quarter.
func returnOnInvestment(t *testing.T) {
	leads := micro("leads", "growth", "2026-Q1", "leads", "instagram", kpi.Deliver("100"))
	leads.Budget = &goal.Budget{Amount: kpi.Int(4000), Currency: "EUR"}
	leads.Cost, leads.Return = "ad_spend", "attributed_revenue"
	w := plan(macro("growth", "2026"), leads)
	w.read("leads", "instagram", "2026-01-20", "50")
	w.read("ad_spend", "instagram", "2026-01-20", "1000")
	w.read("attributed_revenue", "instagram", "2026-01-20", "2500")

	r := w.report(t, report.Month, "2026-01-31")
	money := reported(t, r, "leads").Money
	require.NotNil(t, money)
	assert.Equal(t, "1.5", money.ROI.String())
	assert.Equal(t, "20", money.PerUnit.String())
	assert.Equal(t, "1377.777777777777777778", money.Planned.String(), "31/90 of 4,000")
	assert.Equal(t, "0.725806451612903226", money.Rate.String(), "1,000 of that")
	roi := insights(r, "roi")
	require.Len(t, roi, 1)
	assert.Equal(t, report.Note, roi[0].Severity)
	assert.Equal(t, "1.5", fact(t, roi[0], "roi"))

	w.read("ad_spend", "instagram", "2026-01-21", "4000") // 2,500 for 5,000
	roi = insights(w.report(t, report.Month, "2026-01-31"), "roi")
	require.Len(t, roi, 1)
	assert.Equal(t, report.Warning, roi[0].Severity)
	assert.Equal(t, "-0.5", fact(t, roi[0], "roi"))
}

// Engagement rates of 2% and 4% are 1 point off their mean of 3%: a third of it.
func consistency(t *testing.T) {
	w := plan(macro("voice", "2026"),
		micro("reels", "voice", "2026-Q1", "er_reach", "instagram", kpi.AtLeast("0.01")),
		micro("posts", "voice", "2026-Q1", "er_reach", "linkedin", kpi.AtLeast("0.01")))
	for channel, engagements := range map[string]string{"instagram": "40", "linkedin": "20"} {
		w.read("engagements", channel, "2026-01-10", engagements)
		w.read("post_reach", channel, "2026-01-10", "1000")
	}
	r := w.report(t, report.Month, "2026-01-31")
	require.NotNil(t, r.Coverage)
	row := r.Coverage.Rows[0]
	assert.Equal(t, "er_reach", row.Metric)
	assert.Equal(t, "0.04", row.Cells[0].Value.String())
	assert.Equal(t, "0.02", row.Cells[1].Value.String())
	assertFigure(t, 0.3333, row.Spread)
}

// A campaign for the end of the year is there long before it starts, with half of
// what is expected of it in December.
func seasons(t *testing.T) {
	sale := micro("winter sale", "sales", "2026-Q4", "orders", "web", kpi.Deliver("400"))
	sale.Expected = &goal.Profile{Buckets: []kpi.Number{kpi.Int(1), kpi.Int(1), kpi.Int(2)}, By: goal.ByMonth}
	w := plan(macro("sales", "2026"), sale)
	w.plan.Strategies = []goal.Strategy{{ID: "advent", Level: goal.Micro, Goals: []string{"winter sale"}, Period: "2026-11-27/2026-12-24", Kind: "campaign"}}

	assert.Equal(t, rollup.Scheduled, w.stands(t, "winter sale", "2026-09-30").Status)
	assert.Equal(t, "0.5", w.stands(t, "winter sale", "2026-11-30").Expected.String())

	r := w.report(t, report.Quarter, "2026-09-30")
	require.Len(t, r.Work, 1)
	assert.Equal(t, report.Scheduled, r.Work[0].Phase)
	assert.Equal(t, "2026-11-27", r.Work[0].Starts)
	assert.Contains(t, dueOn(r, report.DueStart), "2026-11-27 advent")
	assert.Contains(t, dueOn(r, report.DueStart), "2026-10-01 winter sale")
}

// A goal for a year is held against the year before, its followers grow by seven a
// week, and people who were reached on two channels are from 900 to 1,500.
func longTerm(t *testing.T) {
	orders := micro("orders", "brand", "2026", "orders", "web", kpi.Deliver("600"))
	orders.Cost, orders.Return = "campaign_cost", "campaign_return"
	w := plan(macro("brand", "2026"), orders)
	w.policy.KPIs, w.policy.Channels = []string{"orders", "reach"}, []string{"instagram", "linkedin", "web"}
	w.read("orders", "web", "2025-02-10", "30", "2025-03-10", "40", "2026-03-10", "50")
	w.read("campaign_cost", "web", "2026-01-10", "500", "2026-03-10", "500")
	w.read("campaign_return", "web", "2026-03-10", "1400")
	w.over("reach", "instagram", "2026-03", "900")
	w.over("reach", "linkedin", "2026-03", "600")
	r := w.report(t, report.Month, "2026-03-31")
	sold := kpiRow(t, r.KPIs, "orders")
	assert.Equal(t, "40", sold.LastYear.Base.String())
	assert.Equal(t, "0.25", sold.LastYear.Change.String())
	assert.Equal(t, report.Good, sold.LastYear.Trend)
	people := kpiRow(t, r.KPIs, "reach")
	assert.False(t, people.Value.Known())
	assert.Equal(t, kpi.ChannelsDoNotAdd, people.Absence)
	assert.Equal(t, "900", people.AtLeast.String())
	assert.Equal(t, "1500", people.AtMost.String())
	money := reported(t, r, "orders").Money
	require.NotNil(t, money)
	assert.Equal(t, "0.4", money.ROI.String(), "1,400 for 1,000, since January")

	w.weekly("followers", "instagram", "2025-01-06", 1000, 1007, 1014, 1021, 1028, 1035, 1042, 1049)
	year, err := kpi.ParsePeriod("2025", nil)
	require.NoError(t, err)
	ask := kpi.Ask{Metric: "followers", Channel: "instagram", Window: year}
	points, err := trend.Points(w.hierarchy(t).Catalogue(), w.ledger(t), ask, year.Weeks(nil))
	require.NoError(t, err)
	line, why := trend.Fit(points)
	require.Empty(t, why)
	assert.InDelta(t, 1, line.Slope, 1e-9, "a day")
}
