package smart_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

// What a plan declares as a driver counts like what the host hands in, its
// direction included.
func TestDriversOfThePlan(t *testing.T) {
	target := kpi.ReachBy("100", "10%")
	above := kpi.Deliver("500")
	plan := goal.Plan{Goals: []goal.Goal{
		{ID: "m", Level: goal.Macro, Period: "2026", Measure: &goal.Measure{Metric: "sessions", Target: &above}},
		{ID: "a", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "m"}}, Measure: &goal.Measure{Metric: "orders", Target: &target}},
	}}
	relevant := func(drivers ...goal.Driver) (codes []string) {
		plan.Drivers = drivers
		h, err := goal.New(plan, marketing.Metrics("")...)
		require.NoError(t, err)
		at, err := h.Moment("2026-01-15")
		require.NoError(t, err)
		review, err := smart.Checks{}.Assess(h, new(kpi.Ledger), at)
		require.NoError(t, err)
		for _, f := range review.Goals[1].Findings {
			if f.Criterion == smart.Relevant {
				codes = append(codes, f.Code)
			}
		}
		return codes
	}
	assert.Equal(t, []string{"relevant.kpi-unrelated"}, relevant())
	assert.Empty(t, relevant(goal.Driver{From: "orders", To: "sessions"}))
	assert.Equal(t, []string{"relevant.opposes-parent"}, relevant(goal.Driver{From: "orders", To: "sessions", Inverse: true}))
}
