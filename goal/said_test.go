package goal_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestNodeSays(t *testing.T) {
	h := built(t, decode(t, everything))
	cvr, _ := h.Node("cvr-q1")
	year, _ := h.Node("year")
	assert.Equal(t, "web", cvr.Channel())
	assert.Equal(t, "Ada", year.Owner())
	assert.Equal(t, "Lin", year.Delegate())
	assert.Equal(t, goal.Aspirational, year.Ambition())
	assert.Equal(t, goal.Committed, cvr.Ambition(), "the default")
	assert.Equal(t, "cvr-q4", cvr.Previous())
	budget, ok := cvr.Budget()
	assert.True(t, ok)
	assert.Equal(t, goal.Budget{Amount: kpi.Int(900), Currency: "EUR"}, budget)
	_, ok = year.Budget()
	assert.False(t, ok)
}

func TestNodeMoneyAndGuard(t *testing.T) {
	guard := &goal.Measure{Metric: "rank", Target: new(kpi.AtMost("3"))}
	_, n := single(t, "", goal.Goal{ID: "a", Period: "2026-Q2", Channel: "web", Cost: "spend", Return: "spend", Guard: guard})
	window := kpi.Period{Start: day("2026-04-01"), End: day("2026-05-01")}
	cost, ok := n.AskCost(window.End)
	assert.True(t, ok)
	assert.Equal(t, kpi.Ask{Metric: "spend", Channel: "web", Window: window}, cost)
	earned, ok := n.AskReturn(window.End)
	assert.True(t, ok)
	assert.Equal(t, cost, earned)
	asked, ok := n.AskGuard(window.End)
	assert.True(t, ok)
	assert.Equal(t, kpi.Ask{Metric: "rank", Channel: "web", Window: window}, asked)
	got, ok := n.Guard()
	assert.True(t, ok)
	assert.Equal(t, *guard, got)

	// A guard's own channel and window; up to a pause.
	guard.Channel, guard.Window = "blog", "7d"
	_, n = single(t, "", goal.Goal{ID: "a", Period: "2026-Q2", State: goal.Paused, Since: "2026-04-20", Cost: "spend", Guard: guard})
	asked, _ = n.AskGuard(day("2026-05-01"))
	assert.Equal(t, kpi.Ask{Metric: "rank", Channel: "blog", Window: kpi.Period{Start: day("2026-04-13"), End: day("2026-04-20")}}, asked)
	cost, _ = n.AskCost(day("2026-05-01"))
	assert.Equal(t, kpi.Ask{Metric: "spend", AllChannels: true, Window: kpi.Period{Start: day("2026-04-01"), End: day("2026-04-20")}}, cost)
	asked, _ = n.AskGuard(day("2026-04-10"))
	assert.Equal(t, day("2026-04-03"), asked.Window.Start)

	// Nothing said, nothing asked.
	_, n = single(t, "", goal.Goal{ID: "a", Period: "2026-Q2"})
	_, ok = n.AskCost(window.End)
	assert.False(t, ok)
	_, ok = n.AskReturn(window.End)
	assert.False(t, ok)
	_, ok = n.AskGuard(window.End)
	assert.False(t, ok)
	_, ok = n.Guard()
	assert.False(t, ok)
}

// What the plan says of money and guards outlives an edit of the goal.
func TestEditsKeepWhatGoalsSay(t *testing.T) {
	h := built(t, decode(t, everything))
	edited, err := h.WithState("cvr-q1", goal.Paused, "2026-02-01", kpi.Number{})
	require.NoError(t, err)
	n, _ := edited.Node("cvr-q1")
	ask, ok := n.AskCost(day("2026-03-01"))
	require.True(t, ok)
	assert.Equal(t, "spend", ask.Metric)
	s, ok := edited.Strategy("stories")
	require.True(t, ok)
	for served := range s.Goals() {
		assert.Equal(t, served.ID() == "cvr-q1", served.State(day("2026-03-01")) == goal.Paused)
	}
}

func TestDrivers(t *testing.T) {
	h := built(t, decode(t, everything))
	assert.Equal(t, []goal.Driver{{From: "visits", To: "leads", Lag: "28d"}, {From: "spend", To: "cvr", Inverse: true}}, slices.Collect(h.Drivers()))
	for d := range h.Drivers() {
		assert.Equal(t, "visits", d.From)
		break
	}
}
