package rollup_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// manyOnOne is a plan of n goals below one that all read the same metric.
func manyOnOne(t *testing.T, n int) *goal.Hierarchy {
	t.Helper()
	target := kpi.Deliver("1000000")
	plan := goal.Plan{
		Metrics: []kpi.Metric{{ID: "visits", Combine: kpi.Sum}},
		Goals:   []goal.Goal{{ID: "all", Level: goal.Macro, Period: "2026"}},
	}
	for i := range n {
		plan.Goals = append(plan.Goals, goal.Goal{
			ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026", Supports: []goal.Link{{Goal: "all"}},
			Measure: &goal.Measure{Metric: "visits", Target: &target},
		})
	}
	h, err := goal.New(plan)
	require.NoError(t, err)
	return h
}

// visits are n readings, every other one of a period.
func visits(n int) []kpi.Observation {
	var obs []kpi.Observation
	for i := range n {
		at := time.Date(2026, time.January, 2, 0, 0, i, 0, time.UTC)
		o := kpi.Observation{Metric: "visits", Value: kpi.Int(1), At: at}
		if i%2 == 0 {
			o.At, o.Period = time.Time{}, kpi.Period{Start: at, End: at.Add(time.Second)}
		}
		obs = append(obs, o)
	}
	return obs
}

// Many readings of a metric that many goals read cost readings and goals, not
// their product: this would take minutes.
func TestManyReadingsOfASharedMetric(t *testing.T) {
	const n = 20_000
	h, obs := manyOnOne(t, n), visits(n)
	at, _ := h.Moment("2026-01-31")
	tracker, err := rollup.Policy{}.Track(h, &kpi.Ledger{}, at)
	require.NoError(t, err)
	require.NoError(t, tracker.Record(obs...))
	all, _ := tracker.Goal("all")
	assert.Equal(t, "0.02", all.Progress.String())

	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(obs...))
	before, _ := h.Moment("2026-01-01")
	courses, err := rollup.Policy{}.History(h, &ledger, []kpi.Moment{at, before}, "all")
	require.NoError(t, err)
	assert.Equal(t, "0.02", courses[0].Standings[0].Progress.String())
	assert.Equal(t, kpi.Absence("no child has a value"), courses[0].Standings[1].Absence)
}

// A view of many suppositions below one goal costs them, not their square.
func TestManySuppositions(t *testing.T) {
	const n = 30_000
	h := manyOnOne(t, n)
	at, _ := h.Moment("2026-01-31")
	s, err := rollup.Policy{}.Evaluate(h, &kpi.Ledger{}, at)
	require.NoError(t, err)
	var ifs []rollup.If
	for i := range n {
		ifs = append(ifs, rollup.IfProgress(strconv.Itoa(i), kpi.Num("0.25")))
	}
	view, err := s.WhatIf(ifs...)
	require.NoError(t, err)
	all, _ := view.Goal("all")
	assert.Equal(t, "0.25", all.Progress.String())
}

// nothingAsked fails if it is asked nothing: a database would.
type nothingAsked struct{ t *testing.T }

func (s nothingAsked) Tallies(queries []kpi.Query, _ func(int, kpi.Tally)) error {
	assert.NotEmpty(s.t, queries)
	return nil
}

func TestSourcesAreAskedSomething(t *testing.T) {
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{{ID: "all", Level: goal.Macro, Period: "2026"}}})
	require.NoError(t, err)
	at, _ := h.Moment("2026-01-31")
	_, err = rollup.Policy{}.Evaluate(h, nothingAsked{t}, at)
	require.NoError(t, err)
	_, err = rollup.Policy{}.History(h, nothingAsked{t}, []kpi.Moment{at, at}, "all")
	require.NoError(t, err)
}

// The value that a goal needs is that of the measure which gives its progress.
func TestNeededValue(t *testing.T) {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	for name, edit := range map[string]func() (*goal.Hierarchy, error){
		"overridden": func() (*goal.Hierarchy, error) {
			return h.WithOverride("mail", &goal.Override{Progress: kpi.Num("0.1")})
		},
		"closed": func() (*goal.Hierarchy, error) {
			return h.WithState("mail", goal.Closed, "", kpi.Num("0.1"))
		},
	} {
		changed, err := edit()
		require.NoError(t, err)
		s, err := rollup.Policy{}.Evaluate(changed, bakeryReadings(), at)
		require.NoError(t, err)
		need, ok, err := s.Needed("mail", "online", kpi.Num("0.4"))
		require.NoError(t, err)
		assert.True(t, ok, name)
		assert.False(t, need.Value.Known(), name)
	}
	s, err := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	require.NoError(t, err)
	need, ok, err := s.Needed("online", "online", kpi.Num("0.4"))
	require.NoError(t, err)
	assert.True(t, ok)
	assert.False(t, need.Value.Known(), "online has no measure")
}

func TestTrackerSaysWhatCannotBeRead(t *testing.T) {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	tracker, err := rollup.Policy{}.Track(h, bakeryReadings(), at)
	require.NoError(t, err)
	noon := time.Date(2026, time.March, 15, 12, 0, 0, 0, time.UTC)
	require.NoError(t, tracker.Record(kpi.Observation{Metric: "subscribers", At: noon, Value: kpi.Int(470)}))
	before, _ := tracker.Goal("online")
	err = tracker.Record(kpi.Observation{Metric: "subscribers", At: noon, Value: kpi.Int(480)})
	var tie *kpi.TieError
	require.ErrorAs(t, err, &tie)
	after, _ := tracker.Goal("online")
	assert.Equal(t, before, after)
	_, err = tracker.Snapshot()
	require.ErrorAs(t, err, &tie)
	require.NoError(t, tracker.Record(kpi.Observation{Metric: "subscribers", At: noon, Value: kpi.Int(480), Revision: 1}))
	_, err = tracker.Snapshot()
	require.NoError(t, err)
}
