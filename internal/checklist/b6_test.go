package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// A target of 100 was lowered to 50 in the middle of February. January is judged by
// the old one for ever, and that it was lowered while the goal lagged is said.
func adjustments(t *testing.T) {
	before := plan(macro("growth", "2026"), micro("leads", "growth", "2026-Q1", "leads", "web", kpi.Deliver("100")))
	w := plan(before.plan.Goals[0], micro("leads", "growth", "2026-Q1", "leads", "web", kpi.Deliver("50")))
	w.read("leads", "web", "2026-01-20", "10", "2026-02-20", "10")
	revisions := w.revise(t, before, "2026-02-16", "fewer visitors than thought")
	for date, want := range map[string]string{"2026-02-15": "0.1", "2026-02-16": "0.2"} {
		h, ok := revisions.At(endOf(date))
		require.True(t, ok)
		s, err := rollup.Policy{}.Evaluate(h, w.ledger(t), endOf(date))
		require.NoError(t, err)
		assert.Equal(t, want, result(t, s, "leads").Progress.String(), date)
	}

	r := w.report(t, report.Month, "2026-02-28")
	assert.Equal(t, "0.1", reported(t, r, "leads").Before.String(), "10 of 100")
	assert.Equal(t, "0.4", reported(t, r, "leads").Progress.String(), "20 of 50")
	lowered := insights(r, "target-lowered")
	require.Len(t, lowered, 1)
	assert.Equal(t, "100", fact(t, lowered[0], "old"))
	assert.Equal(t, "50", fact(t, lowered[0], "new"))
	assert.Equal(t, "2026-02-16", fact(t, lowered[0], "date"))
}

// One row has the clicks of the week, a quarter more than the week before, and the
// goal that they serve, whose pace stands in the same report: 18 of 40 clicks after
// 32 of 40 days.
func weekAndYear(t *testing.T) {
	w := plan(macro("traffic", "2026"), micro("clicks", "traffic", "2026-01-01/2026-02-09", "clicks", "instagram", kpi.Deliver("40")))
	w.weekly("clicks", "instagram", "2026-01-02", 0, 0, 0, 8, 10)
	r := w.report(t, report.Week, "2026-02-01")
	row := kpiRow(t, r.Channels[0].KPIs, "clicks")
	assert.Equal(t, "10", row.Value.String())
	assert.Equal(t, "8", row.Previous.Base.String())
	assert.Equal(t, "0.25", row.Previous.Change.String())
	assert.Equal(t, report.Good, row.Previous.Trend)
	require.Len(t, row.Targets, 1)
	assert.Equal(t, "7", row.Targets[0].Plan.String(), "one a day")
	assert.Equal(t, []string{"traffic"}, row.Targets[0].Serves)
	traffic := reported(t, r, "traffic")
	assert.Equal(t, "0.45", traffic.Progress.String())
	assert.Equal(t, "0.8", traffic.Expected.String())
	assert.Equal(t, "0.5625", traffic.Pace.String())
}

// Each platform has a goal that suits it and reads that platform only; together they
// are one macro goal.
func platformSpecific(t *testing.T) {
	w := plan(macro("engagement", "2026"),
		micro("saves", "engagement", "2026-Q1", "saves", "instagram", kpi.Deliver("100")),
		micro("rate", "engagement", "2026-Q1", "er_impressions", "linkedin", kpi.Reach("0.02", "0.04")))
	w.read("saves", "instagram", "2026-01-10", "50")
	w.read("saves", "pinterest", "2026-01-10", "5000")
	w.read("engagements", "linkedin", "2026-01-10", "34")
	w.read("impressions", "linkedin", "2026-01-10", "1000")
	w.read("impressions", "instagram", "2026-01-10", "9000")
	s := w.snapshot(t, rollup.Policy{}, "2026-01-31")
	assert.Equal(t, "0.5", result(t, s, "saves").Progress.String())
	assert.Equal(t, "0.7", result(t, s, "rate").Progress.String(), "from 2% to 3.4% on the way to 4%")
	assert.Equal(t, "0.6", result(t, s, "engagement").Progress.String())
}
