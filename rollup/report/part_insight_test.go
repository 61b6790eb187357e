package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Of children that hold back alike the first id is named, wherever it stands.
func TestContributorOfEqualOnes(t *testing.T) {
	w := halves("70", "20", "20", "70")
	for i, id := range []string{"a", "c", "b", "d"} {
		w.plan.Goals[i+1].ID = id
	}
	r := inMarch(w)(t)
	assert.Equal(t, []string{"a"}, found(r, "contributor-best")[0].Goals)
	assert.Equal(t, []string{"b"}, found(r, "contributor-worst")[0].Goals)
}

// Only children that count are parts; what a goal measures itself is none, but has
// its weight.
func TestPartsThatCount(t *testing.T) {
	w := halves("80", "20", "10")
	w.plan.Goals[2].State = goal.Draft
	w.plan.Goals[3].Supports[0].Weight = kpi.Int(0)
	r := inMarch(w)(t)
	assert.Empty(t, found(r, "contributor-best"), "one child is left")
	assert.Empty(t, found(r, "concentration"))

	target := kpi.Deliver("1000")
	w = halves("80", "20")
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "leads", Target: &target}
	w.plan.Goals[0].Progress = goal.FromBlend
	w.plan.Goals[0].BlendWeight = kpi.Int(6)
	best := found(inMarch(w)(t), "contributor-best")
	require.Len(t, best, 1)
	assert.Equal(t, "0.09", fact(best[0], "effect"), "3/10 x (0.8 - 0.5)")
	assert.Empty(t, found(inMarch(w)(t), "concentration"), "two children and the own measure")
}

// Weights say nothing where the weakest child or a product decides.
func TestPartsOfOtherMethodsSayNothing(t *testing.T) {
	for _, method := range []goal.Method{goal.Min, goal.Geometric} {
		w := halves("80", "10", "10")
		w.plan.Goals[0].Method = method
		r := inMarch(w)(t)
		for _, code := range []string{"contributor-best", "contributor-worst", "concentration"} {
			assert.Empty(t, found(r, code), "%s %s", code, method)
		}
	}
	w := halves("80", "10", "10")
	w.plan.Goals[0].Level = goal.Micro
	assert.Empty(t, found(inMarch(w)(t), "contributor-best"), "a micro goal")
}

// Half of the progress is not more than half, and what has not begun is no part.
func TestConcentrationBegins(t *testing.T) {
	assert.Empty(t, found(inMarch(halves("50", "25", "25"))(t), "concentration"))
	assert.NotEmpty(t, found(inMarch(halves("51", "25", "25"))(t), "concentration"))
	w := halves("51", "25", "25")
	w.plan.Goals[3].Period = "2026-Q2"
	assert.Empty(t, found(inMarch(w)(t), "concentration"), "two have begun")
	w = halves("51", "25", "25")
	for i := range 3 {
		w.plan.Goals[i+1].Period = "2026-03-09/2026-12-31"
	}
	assert.Empty(t, found(inMarch(w)(t), "concentration"), "less than a tenth is expected")
}

// A channel may have the name of a goal.
func TestConcentrationOnAChannelThatIsCalledLikeAGoal(t *testing.T) {
	w := halves("40", "40", "40", "40", "40")
	for i := range 3 {
		w.plan.Goals[i+1].Channel = "e"
		w.read("leads", "e", "2026-03-09", "15")
	}
	hangs := found(inMarch(w)(t), "concentration")
	require.Len(t, hangs, 1)
	assert.Equal(t, "e", hangs[0].Channel)
	assert.Empty(t, hangs[0].Goals)
}

// A micro goal is expected to show when the driver of its own metric says so.
func TestLagOfOtherMetricsDoesNotMatter(t *testing.T) {
	w := lagging("10")
	w.plan.Drivers = []goal.Driver{
		{From: "followers", To: "sessions", Lag: "30w"},
		{From: "sessions", To: "leads", Lag: "30w"},
		{From: "followers", To: "leads", Lag: "8d"},
	}
	assert.Equal(t, "2026-01-15", fact(found(inMarch(w)(t), "macro-lagging")[0], "due"))
}
