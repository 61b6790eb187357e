package checklist_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
	"github.com/goalkit/goalkit/smart"
)

// "The next quarter" is that after the one in which it is said, of a fiscal year if
// there is one. 10% more than 5,000 is 5,500.
func nextQuarter(t *testing.T) {
	const text = "Increase Instagram followers by 10% in the next quarter"
	on := day("2026-01-15")
	draft := smart.Parse(text, on)
	assert.Equal(t, smart.Date("2026-04-01"), draft.Start.Value)
	assert.Equal(t, smart.Date("2026-06-30"), draft.Deadline.Value)

	parser, err := smart.NewParser(smart.English(), smart.Options{FiscalYear: time.February})
	require.NoError(t, err)
	fiscal := parser.Parse(text, on)
	assert.Equal(t, smart.Date("2026-02-01"), fiscal.Start.Value)
	assert.Equal(t, smart.Date("2026-04-30"), fiscal.Deadline.Value)
	next := kpi.Calendar{YearStart: time.February}.Quarter(on).Next()
	assert.Equal(t, day("2026-02-01"), next.Start)
	assert.Equal(t, day("2026-05-01"), next.End)

	g, err := draft.Goal()
	require.NoError(t, err)
	w := plan(g)
	w.read("followers", "instagram", "2026-03-31", "5000", "2026-05-10", "5250")
	stands := w.stands(t, g.ID, "2026-05-15")
	assert.Equal(t, "5000", stands.From.String())
	assert.Equal(t, "5500", stands.To.String())
	assert.Equal(t, "0.5", stands.Progress.String())
}

// Macro goals without micro goals are named, and micro goals without a macro goal.
func coverage(t *testing.T) {
	w := plan(
		macro("awareness", "2026"), macro("lonely", "2026"),
		micro("reels", "awareness", "2026-Q1", "video_views", "instagram", kpi.Deliver("1000")),
		micro("orphan", "", "2026-Q1", "clicks", "instagram", kpi.Deliver("50")),
	)
	r := w.report(t, report.Month, "2026-01-31")
	assert.Equal(t, []string{"lonely"}, goalsOf(insights(r, "no-child")))
	assert.Equal(t, []string{"orphan"}, goalsOf(insights(r, "no-parent")))

	onlyMicro := plan(w.plan.Goals[3])
	assert.Contains(t, onlyMicro.findings(t, "2025-12-31")[""], "relevant.no-macro")
	onlyMacro := plan(w.plan.Goals[1])
	assert.Contains(t, onlyMacro.findings(t, "2025-12-31")[""], "relevant.no-micro")
}

// 2,000 sessions convert at 2%. At 2.2% they make 44 leads instead of 40, of 100
// that the macro goal takes. What is no formula is a driver that the plan names.
func moreLeads(t *testing.T) {
	w := plan(macro("growth", "2026"), micro("more leads", "growth", "2026-Q1", "leads", "", kpi.Deliver("100")))
	w.plan.Metrics = []kpi.Metric{{
		ID: "lead_rate", Unit: kpi.Fraction,
		Numerator: map[string]kpi.Number{"leads": kpi.Int(1)}, Denominator: map[string]kpi.Number{"sessions": kpi.Int(1)},
	}}
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "csat", Target: new(kpi.Reach("0.5", "0.9"))}
	w.plan.Goals[0].Progress = goal.FromChildren
	assert.Contains(t, w.findings(t, "2025-12-31")["more leads"], "relevant.kpi-unrelated")
	w.plan.Drivers = []goal.Driver{{From: "leads", To: "csat", Lag: "28d"}}
	assert.NotContains(t, w.findings(t, "2025-12-31")["more leads"], "relevant.kpi-unrelated", "the plan says what moves what")

	w.read("sessions", "web", "2026-02-02", "2000")
	w.read("leads", "web", "2026-02-02", "40")

	h := w.hierarchy(t)
	supposed, err := h.Catalogue().Suppose(w.ledger(t), kpi.If{Metric: "lead_rate", Change: "10%"})
	require.NoError(t, err)
	for _, tt := range []struct {
		src             kpi.Source
		leads, progress string
	}{{w.ledger(t), "40", "0.4"}, {supposed, "44", "0.44"}} {
		s, err := rollup.Policy{}.Evaluate(h, tt.src, endOf("2026-02-28"))
		require.NoError(t, err)
		assert.Equal(t, tt.leads, result(t, s, "more leads").Value.String())
		assert.Equal(t, tt.progress, result(t, s, "growth").Progress.String())
	}
}

// Clicks add up over channels. The rate of all is that of all clicks and all
// impressions, 80 of 4,000, and not the mean of 5% and 1%.
func severalChannels(t *testing.T) {
	w := plan(macro("traffic", "2026"),
		micro("reels", "traffic", "2026-Q1", "ctr", "instagram", kpi.Reach("0.03", "0.055")),
		micro("posts", "traffic", "2026-Q1", "ctr", "linkedin", kpi.Reach("0", "0.02")))
	w.policy.KPIs = []string{"clicks", "ctr"}
	for _, r := range []struct{ channel, clicks, impressions string }{{"instagram", "50", "1000"}, {"linkedin", "30", "3000"}} {
		w.read("clicks", r.channel, "2026-01-10", r.clicks)
		w.read("impressions", r.channel, "2026-01-10", r.impressions)
	}
	r := w.report(t, report.Month, "2026-01-31")
	require.Len(t, r.Channels, 2)
	for i, want := range []struct{ clicks, ctr string }{{"50", "0.05"}, {"30", "0.01"}} {
		assert.Equal(t, want.clicks, kpiRow(t, r.Channels[i].KPIs, "clicks").Value.String())
		assert.Equal(t, want.ctr, kpiRow(t, r.Channels[i].KPIs, "ctr").Value.String())
	}
	assert.Equal(t, "80", kpiRow(t, r.KPIs, "clicks").Value.String())
	assert.Equal(t, "0.02", kpiRow(t, r.KPIs, "ctr").Value.String())

	rate, err := rollup.ValueRollup{Goal: "traffic", Method: rollup.ValuePooled}.Evaluate(w.hierarchy(t), w.ledger(t), endOf("2026-01-31"))
	require.NoError(t, err)
	assert.Equal(t, "0.02", rate.Value.String())
	// 0.02 of 0.025 done on Instagram, 0.01 of 0.02 on LinkedIn.
	assert.Equal(t, "0.65", w.stands(t, "traffic", "2026-01-31").Progress.String())
}
