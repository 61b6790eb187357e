package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// Leads of two channels: 10 a week on mail, 30 and then 45 on the blog.
func twoChannels() *world {
	w := &world{plan: goal.Plan{Goals: []goal.Goal{
		macro("growth", "2026"),
		measured("mail-leads", "growth", "2026-Q1", "leads", "email", kpi.Deliver("130")),
		measured("blog-leads", "growth", "2026-Q1", "leads", "blog", kpi.Deliver("520")),
		measured("all-leads", "growth", "2026-Q1", "leads", "", kpi.Deliver("650")),
		measured("rate", "growth", "2026-Q1", "conversion_rate", "", kpi.Reach("0.02", "0.04")),
	}}}
	for _, date := range []string{"2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02"} {
		w.read("leads", "email", date, "10")
		w.read("leads", "blog", date, "30")
		w.read("sessions", "blog", date, "1000")
		w.read("conversions", "blog", date, "20")
	}
	w.read("leads", "email", "2026-03-09", "10")
	w.read("leads", "blog", "2026-03-09", "45")
	w.read("sessions", "blog", "2026-03-09", "2000")
	w.read("conversions", "blog", "2026-03-09", "80")
	return w
}

func TestWeeklyRow(t *testing.T) {
	r := twoChannels().report(t, report.Week, "2026-03-15")
	assert.Equal(t, "2026-W11", r.Name)
	leads := r.KPIs[0]
	assert.Equal(t, "leads", leads.Metric)
	assert.Equal(t, "55", leads.Value.String())
	assert.Equal(t, "40", leads.Previous.Base.String())
	assert.Equal(t, "0.375", leads.Previous.Change.String())
	assert.Equal(t, report.Relative, leads.Previous.Form)
	assert.Equal(t, report.Good, leads.Previous.Trend)
	assert.Equal(t, "40", leads.Trailing.Base.String(), "the mean of the four weeks before")
	assert.Equal(t, report.NoBase, leads.LastYear.Absence)
	assert.Equal(t, "1", leads.Coverage.String())

	blog := r.Channels[1]
	assert.Equal(t, "blog", blog.Name)
	assert.Equal(t, "45", blog.KPIs[0].Value.String())
	assert.Equal(t, "0.5", blog.KPIs[0].Previous.Change.String())
}

// A rate over four weeks is the pooled rate, and its change is in points.
func TestRowOfRate(t *testing.T) {
	r := twoChannels().report(t, report.Week, "2026-03-15")
	rate := r.KPIs[1]
	assert.Equal(t, "conversion_rate", rate.Metric)
	assert.Equal(t, "0.04", rate.Value.String())
	assert.Equal(t, "0.02", rate.Trailing.Base.String())
	assert.Equal(t, "0.02", rate.Trailing.Change.String())
	assert.Equal(t, report.Points, rate.Trailing.Form)
	assert.Equal(t, "0.5", rate.Coverage.String(), "mail has no sessions")
}

// 650 leads in the 90 days of the quarter: a week is 7/90 of them.
func TestPlanOfRow(t *testing.T) {
	r := twoChannels().report(t, report.Week, "2026-03-15")
	require.Len(t, r.KPIs[0].Targets, 1, "the goal of all channels")
	aim := r.KPIs[0].Targets[0]
	assert.Equal(t, "all-leads", aim.Goal)
	assert.Equal(t, "650", aim.To.String())
	assert.Equal(t, "50.555555555556", aim.Plan.String(), "650 x 7/90")
	assert.Equal(t, []string{"growth"}, aim.Serves)
	rate := r.KPIs[1].Targets[0]
	assert.Equal(t, "0.036444444444", rate.Plan.String(), "0.02 + 0.02 x 74/90: 74 days of 90 are over")
}

func TestReportIsOfTheLatestPeriodThatIsOver(t *testing.T) {
	w := twoChannels()
	for _, tt := range []struct {
		span       report.Span
		date, want string
	}{
		{report.Week, "2026-03-15", "2026-W11"},
		{report.Week, "2026-03-14", "2026-W10"},
		{report.Month, "2026-03-31", "2026-03"},
		{report.Month, "2026-03-30", "2026-02"},
		{report.Quarter, "2026-03-31", "2026-Q1"},
		{report.Quarter, "2026-02-01", "2025-Q4"},
	} {
		assert.Equal(t, tt.want, w.report(t, tt.span, tt.date).Name, tt.date)
	}
	w.policy.YearStart = 4
	assert.Equal(t, "2025-Q4@04", w.report(t, report.Quarter, "2026-03-31").Name)
}
