package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// A change is in percent of the base, of ratios, scores and ranks in points, and
// good or bad by the metric's better side.
func TestDelta(t *testing.T) {
	for _, tt := range []struct {
		name         string
		metric       kpi.Metric
		before, now  string
		change, form string
		trend        report.Trend
	}{
		{"more leads", kpi.Metric{Combine: kpi.Sum}, "40", "50", "0.25", "relative", report.Good},
		{"more from below 0", kpi.Metric{Combine: kpi.Sum}, "-40", "-30", "0.25", "relative", report.Good},
		{"from 0", kpi.Metric{Combine: kpi.Sum}, "0", "50", "", "", report.Good},
		{"costs up", kpi.Metric{Combine: kpi.Sum, Unit: "currency:EUR", Better: kpi.Lower}, "40", "50", "0.25", "relative", report.Bad},
		{"slower", kpi.Metric{Combine: kpi.Mean, Unit: kpi.Duration, Better: kpi.Lower}, "60", "45", "-0.25", "relative", report.Good},
		{"a rate", kpi.Metric{Combine: kpi.Mean, Unit: kpi.Fraction}, "0.02", "0.03", "0.01", "points", report.Good},
		{"a multiple", kpi.Metric{Combine: kpi.Mean, Unit: kpi.Fraction, Low: kpi.Int(0)}, "2", "3", "0.5", "relative", report.Good},
		{"a rank", kpi.Metric{Combine: kpi.Mean, Unit: kpi.Rank, Better: kpi.Lower}, "8", "5", "-3", "points", report.Good},
		{"a score", kpi.Metric{Combine: kpi.Mean, Unit: kpi.Score}, "40", "30", "-10", "points", report.Bad},
		{"posts", kpi.Metric{Combine: kpi.Sum, Better: kpi.Neither}, "4", "5", "0.25", "relative", report.Neutral},
		{"the same", kpi.Metric{Combine: kpi.Sum}, "4", "4", "0", "relative", report.Neutral},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.metric.ID = "kpi"
			w := &world{plan: goal.Plan{
				Metrics: []kpi.Metric{tt.metric},
				Goals:   []goal.Goal{measured("a", "", "2026-Q1", "kpi", "", kpi.AtLeast("1"))},
			}}
			w.read("kpi", "", "2026-03-02", tt.before)
			w.read("kpi", "", "2026-03-09", tt.now)
			d := w.report(t, report.Week, "2026-03-15").KPIs[0].Previous
			change, _ := d.Change.Decimal()
			if tt.change != "" {
				assert.Equal(t, tt.change, change.String())
			} else {
				assert.False(t, d.Change.Known())
				assert.NotEmpty(t, d.Absence)
			}
			assert.Equal(t, tt.form, string(d.Form))
			assert.Equal(t, tt.trend, d.Trend)
		})
	}
}

// Readings began in the middle of January: it is none to compare February with.
func TestPeriodInWhichReadingsBeganIsNoBase(t *testing.T) {
	w := &world{plan: goal.Plan{Goals: []goal.Goal{
		measured("a", "", "2026-Q1", "leads", "", kpi.Deliver("90")),
		measured("b", "", "2026-Q1", "subscribers", "", kpi.AtLeast("1")),
	}}}
	w.weekly("leads", "", "2026-03-29", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)
	w.read("subscribers", "", "2026-01-18", "100")
	w.read("subscribers", "", "2026-02-18", "120")
	february := w.report(t, report.Month, "2026-02-28")
	assert.Equal(t, report.NoBase, february.KPIs[0].Previous.Absence)
	assert.Equal(t, "0.2", february.KPIs[1].Previous.Change.String(), "what stood at the end of January is known")
	march := w.report(t, report.Month, "2026-03-31")
	assert.Equal(t, "20", march.KPIs[0].Previous.Base.String())
	assert.Equal(t, report.NoBase, march.KPIs[0].Trailing.Absence)
}
