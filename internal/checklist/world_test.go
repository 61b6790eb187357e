package checklist_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
	"github.com/goalkit/goalkit/smart"
)

// A world is a plan with its readings, and how reports are made of them. Plans in
// money are in euros, and know the marketing catalogue.
type world struct {
	plan   goal.Plan
	policy report.Policy
	obs    []kpi.Observation
}

// plan returns the world of a plan with these goals.
func plan(goals ...goal.Goal) *world {
	return &world{plan: goal.Plan{Currency: "EUR", Goals: goals}}
}

// read adds readings of a metric on a channel, one for each date and value.
func (w *world) read(metric, channel string, datesAndValues ...string) {
	for i := 0; i < len(datesAndValues); i += 2 {
		w.obs = append(w.obs, kpi.Observation{
			Metric: metric, Channel: channel, At: day(datesAndValues[i]), Value: kpi.Num(datesAndValues[i+1]),
		})
	}
}

// weekly adds a reading a week, the first of them on a date.
func (w *world) weekly(metric, channel, first string, values ...int64) {
	for i, v := range values {
		at := kpi.Weekly.After(day(first), i)
		w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: channel, At: at, Value: kpi.Int(v)})
	}
}

// item adds a reading of one thing, such as a post.
func (w *world) item(metric, channel, date, id, value string) {
	w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: channel, At: day(date), ID: id, Value: kpi.Num(value)})
}

// over adds a reading of a period, as there is one of the people reached in it.
func (w *world) over(metric, channel, period, value string) {
	p, err := kpi.ParsePeriod(period, time.UTC)
	if err != nil {
		panic(err)
	}
	w.obs = append(w.obs, kpi.Observation{Metric: metric, Channel: channel, Period: p, Value: kpi.Num(value)})
}

// revise returns the revisions of a plan that was changed into that of w by Ann on a
// date, and lets reports go by them.
func (w *world) revise(t *testing.T, before *world, from, why string) *goal.Revisions {
	t.Helper()
	revisions, err := goal.NewRevisions([]goal.Revision{
		{Plan: before.plan}, {From: from, By: "ann", Why: why, Plan: w.plan},
	}, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	w.policy.Revisions = revisions
	return revisions
}

// finish adds the reading that a milestone, of a channel or "", is done.
func (w *world) finish(milestone, channel, date string) {
	w.obs = append(w.obs, kpi.Observation{Goal: milestone, Channel: channel, At: day(date), Value: kpi.Int(1)})
}

func (w *world) hierarchy(t *testing.T) *goal.Hierarchy {
	t.Helper()
	h, err := goal.New(w.plan, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	return h
}

func (w *world) ledger(t *testing.T) *kpi.Ledger {
	t.Helper()
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(w.obs...))
	return &ledger
}

// snapshot returns how the goals stand at the end of a date.
func (w *world) snapshot(t *testing.T, p rollup.Policy, date string) *rollup.Snapshot {
	t.Helper()
	s, err := p.Evaluate(w.hierarchy(t), w.ledger(t), endOf(date))
	require.NoError(t, err)
	return s
}

// stands returns how a goal stands at the end of a date.
func (w *world) stands(t *testing.T, id, date string) rollup.Result {
	t.Helper()
	return result(t, w.snapshot(t, rollup.Policy{}, date), id)
}

// value returns what a metric reads over a period, on a channel or, if that is "",
// on all of them.
func (w *world) value(t *testing.T, metric, channel, period string) kpi.Value {
	t.Helper()
	window, err := kpi.ParsePeriod(period, time.UTC)
	require.NoError(t, err)
	ask := kpi.Ask{Metric: metric, Channel: channel, AllChannels: channel == "", Window: window}
	answers, err := w.hierarchy(t).Catalogue().Read(w.ledger(t), []kpi.Ask{ask})
	require.NoError(t, err)
	return answers[0].Value
}

// report returns the report of a span at the end of a date.
func (w *world) report(t *testing.T, span report.Span, date string) *report.Report {
	t.Helper()
	r, err := w.policy.Report(span, w.hierarchy(t), w.ledger(t), endOf(date))
	require.NoError(t, err)
	return r
}

// findings returns the codes of what is found about how goals are put at the end of
// a date, by goal; those about the whole plan stand under "".
func (w *world) findings(t *testing.T, date string) map[string][]string {
	t.Helper()
	review, err := smart.Checks{}.Assess(w.hierarchy(t), w.ledger(t), endOf(date))
	require.NoError(t, err)
	codes := make(map[string][]string)
	for _, f := range review.Plan {
		codes[""] = append(codes[""], f.Code)
	}
	for _, g := range review.Goals {
		for _, f := range g.Findings {
			codes[g.Goal] = append(codes[g.Goal], f.Code)
		}
	}
	return codes
}
