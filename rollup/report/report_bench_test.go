package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// BenchmarkReport compares a monthly report of 1,000 goals, a year of weekly readings
// each, with what it cannot do without: the two evaluations at the ends of the month.
func BenchmarkReport(b *testing.B) {
	h, ledger, at := large(b, 1000)
	b.Run("two evaluations", func(b *testing.B) {
		for b.Loop() {
			for _, end := range []kpi.Moment{kpi.Before(day("2026-03-01")), kpi.Before(day("2026-04-01"))} {
				_, err := rollup.Policy{}.Evaluate(h, ledger, end)
				require.NoError(b, err)
			}
		}
	})
	b.Run("monthly report", func(b *testing.B) {
		for b.Loop() {
			_, err := report.Policy{Channels: []string{"channel0"}}.Monthly(h, ledger, at)
			require.NoError(b, err)
		}
	})
}

// large returns a plan of one macro goal for every hundred micro goals, each with a
// channel of its own.
func large(b *testing.B, goals int) (*goal.Hierarchy, *kpi.Ledger, kpi.Moment) {
	b.Helper()
	var w world
	for i := range goals {
		parent := fmt.Sprint("macro", i/100)
		if i%100 == 0 {
			w.plan.Goals = append(w.plan.Goals, macro(parent, "2026"))
		}
		channel := fmt.Sprint("channel", i)
		w.plan.Goals = append(w.plan.Goals, measured(fmt.Sprint("goal", i), parent, "2026-H1", "leads", channel, kpi.Deliver("500")))
		for week := range 52 {
			w.obs = append(w.obs, kpi.Observation{
				Metric: "leads", Channel: channel, Value: kpi.Int(int64(10 + (i+week)%20)),
				At: kpi.Weekly.After(day("2026-03-31"), week-51),
			})
		}
	}
	h, err := goal.New(w.plan, marketing.Metrics("")...)
	require.NoError(b, err)
	ledger := new(kpi.Ledger)
	require.NoError(b, ledger.Add(w.obs...))
	at, err := h.Moment("2026-03-31")
	require.NoError(b, err)
	return h, ledger, at
}
