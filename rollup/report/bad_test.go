package report_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// Whatever is missing or makes no sense leaves something unsaid, and no more.
func TestReportsOfLittle(t *testing.T) {
	for name, w := range map[string]*world{
		"nothing":          {},
		"no reading":       quarterOfLeads(),
		"one reading":      readOn("2026-03-09"),
		"all equal":        followers(1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000),
		"at its target":    followers(2000, 2000, 2000, 2000, 2000),
		"below its start":  followers(900, -800, 700, -600, 500),
		"no denominators":  rates(0),
		"zeros":            weeks(0),
		"a circle of ends": circle(),
		"long ago":         during("0000"),
		"far ahead":        during("9999"),
		"all times":        during("0000-01-01/9999-12-31"),
		"huge":             huge(),
		"no channels":      anywhere(),
	} {
		for _, span := range []report.Span{report.Week, report.Month, report.Quarter} {
			for _, date := range []string{"2026-03-15", "2026-03-31", "0002-01-01", "9999-12-30"} {
				t.Run(name+" "+string(span)+" "+date, func(t *testing.T) {
					for _, insight := range w.report(t, span, date).Insights {
						assert.NotContains(t, insight.Message, "{")
						assert.NotContains(t, insight.Message, "NaN")
						assert.NotContains(t, insight.Message, "unknown")
					}
				})
			}
		}
	}
}

// circle is two goals that carry one another on.
func circle() *world {
	w := chain("1")
	w.plan.Goals[2].Previous = "leads-q1"
	return w
}

// anywhere is a goal that is measured on all channels.
func anywhere() *world {
	w := quarterOfLeads()
	w.plan.Goals[1].Channel = ""
	w.read("leads", "", "2026-03-09", "30")
	return w
}

// huge is a goal with numbers at the limits.
func huge() *world {
	w := quarterOfLeads()
	target := kpi.Deliver("9e39")
	w.plan.Goals[1].Measure.Target = &target
	for i := range 10 {
		w.read("leads", "blog", kpi.Weekly.After(day("2026-01-05"), i).Format("2006-01-02"), "1e38")
	}
	return w
}

func TestLimitsMayBeExtreme(t *testing.T) {
	for _, n := range []string{"0", "1e-30", "1e39"} {
		w := sampled(3)
		x := kpi.Num(n)
		w.policy.Limits = report.Limits{
			PaceGap: x, Load: x, OutOfReach: x, EarlyTime: x, EasyScore: x, PartShare: x, Concentration: x, Unmoved: x, Moved: x,
			Correlation: x, LagWeeks: x, RateChange: x, Deviation: x, ItemMultiple: x, Children: x, MicroLow: x, MicroHigh: x,
		}
		assert.NotPanics(t, func() { w.report(t, report.Week, "2026-05-10") }, n)
	}
}

func TestLimitsAreChecked(t *testing.T) {
	w := quarterOfLeads()
	h, err := goal.New(w.plan, kpi.Metric{ID: "leads", Combine: kpi.Sum})
	require.NoError(t, err)
	at, _ := h.Moment("2026-03-15")
	_, err = report.Policy{Limits: report.Limits{Load: kpi.Num("-1"), Deviation: kpi.Num("x")}, Off: []string{"nosuch"}}.
		Weekly(h, new(kpi.Ledger), at)
	require.ErrorIs(t, err, kpi.ErrNumber)
	require.ErrorIs(t, err, kpi.ErrEnum)
	for _, field := range []string{"limits.load", "limits.deviation", "off[0]"} {
		assert.ErrorContains(t, err, field)
	}
}

// A source that fails fails the report.
func TestReportFailsAsItsSourceDoes(t *testing.T) {
	w := quarterOfLeads()
	h, err := goal.New(w.plan, kpi.Metric{ID: "leads", Combine: kpi.Sum})
	require.NoError(t, err)
	at, _ := h.Moment("2026-03-15")
	for last := 0; ; last++ {
		src := &failing{left: last}
		_, err := report.Policy{}.Weekly(h, src, at)
		if err == nil {
			assert.Greater(t, last, 3, "each call may fail")
			return
		}
		require.ErrorIs(t, err, errGone)
	}
}

var errGone = errors.New("gone")

// failing answers so many calls and then no more.
type failing struct{ left int }

func (f *failing) Tallies([]kpi.Query, func(int, kpi.Tally)) error {
	if f.left == 0 {
		return errGone
	}
	f.left--
	return nil
}
