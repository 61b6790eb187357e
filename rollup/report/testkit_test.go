package report_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// What the tests of this package share: a plan, its readings, a moment.

// A world is a plan with its readings.
type world struct {
	plan   goal.Plan
	obs    []kpi.Observation
	policy report.Policy

	revisions []goal.Revision // that were kept of plan
}

// read adds a reading of a metric on a channel on a date.
func (w *world) read(metric, channel, date, value string) {
	w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: channel, At: day(date), Value: kpi.Num(value)})
}

// weekly adds a reading a week, the last of them on a date.
func (w *world) weekly(metric, channel, last string, values ...int64) {
	for i, v := range values {
		at := kpi.Weekly.After(day(last), i+1-len(values))
		w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: channel, At: at, Value: kpi.Int(v)})
	}
}

// report returns the report of a span at the end of a date.
func (w *world) report(t *testing.T, span report.Span, date string) *report.Report {
	t.Helper()
	h, err := goal.New(w.plan, marketing.Metrics(w.plan.Currency)...)
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(w.obs...))
	at, err := h.Moment(date)
	require.NoError(t, err)
	r, err := w.policy.Report(span, h, &ledger, at)
	require.NoError(t, err)
	return r
}

// day returns the first instant of a date in UTC.
func day(date string) time.Time {
	p, err := kpi.ParseTime(date, time.UTC)
	if err != nil {
		panic(err)
	}
	return p.Start
}

// measured returns a micro goal with a metric, a channel and a target.
func measured(id, parent, period, metric, channel string, target kpi.Target) goal.Goal {
	g := goal.Goal{
		ID: id, Title: id, Level: goal.Micro, Period: period, Owner: "ann", Channel: channel,
		Cadence: kpi.Weekly, Measure: &goal.Measure{Metric: metric, Target: &target},
	}
	if parent != "" {
		g.Supports = []goal.Link{{Goal: parent}}
	}
	return g
}

// macro returns a macro goal.
func macro(id, period string) goal.Goal {
	return goal.Goal{ID: id, Title: id, Level: goal.Macro, Period: period, Owner: "bob"}
}

// found returns the insights with a code.
func found(r *report.Report, code string) (list []report.Insight) {
	for _, insight := range r.Insights {
		if insight.Code == code {
			list = append(list, insight)
		}
	}
	return list
}

func bigInt(n int64) *big.Int { return big.NewInt(n) }
