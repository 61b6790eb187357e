package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
	"github.com/goalkit/goalkit/rollup/report"
	"github.com/goalkit/goalkit/smart"
)

// 5% of 2,400 and 6.5% of 2,400: with p = 0.0575 for both the standard error is
// √(0.0575 × 0.9425 × 2/2400), z is 2.2321 and the chance of that 0.0256. Beside a
// second variant it is doubled (Holm), and shows nothing any more.
func experiments(t *testing.T) {
	adjusted, err := abtest.Holm([]float64{0.01, 0.02, 0.03, 0.04, 0.05})
	require.NoError(t, err)
	assert.InDeltaSlice(t, []float64{0.05, 0.08, 0.09, 0.09, 0.09}, adjusted, 1e-12, "R's p.adjust")

	book, advise, wait := abtest.Arm{Conversions: 120, N: 2400}, abtest.Arm{Conversions: 156, N: 2400}, abtest.Arm{Conversions: 121, N: 2400}
	w := plan(macro("leads", "2026"))
	w.policy.Experiments = []report.Experiment{
		{ID: "one", Plan: abtest.Plan{N: 2400}, Control: book, Variants: []abtest.Arm{advise}},
		{ID: "two", Plan: abtest.Plan{N: 2400}, Control: book, Variants: []abtest.Arm{advise, wait}},
		{ID: "soon", Plan: abtest.Plan{N: 5000}, Control: book, Variants: []abtest.Arm{advise}},
		{ID: "lost", Plan: abtest.Plan{N: 2400}, Control: book, Variants: []abtest.Arm{{Conversions: 156, N: 3000}}},
	}
	r := w.report(t, report.Month, "2026-01-31")
	require.Len(t, r.Tests, 4)
	one := r.Tests[0].Variants[0]
	assert.Equal(t, abtest.Better, one.Outcome)
	assertFigure(t, 0.0256, one.P)
	assertFigure(t, 0.3, one.Lift)
	two := r.Tests[1].Variants
	require.Len(t, two, 2)
	assert.Equal(t, abtest.NoDifference, two[0].Outcome)
	assertFigure(t, 0.0512, two[0].Holm)
	assert.Equal(t, abtest.NoDifference, two[1].Outcome)
	assert.Equal(t, abtest.TooEarly, r.Tests[2].Variants[0].Outcome)
	assert.Equal(t, int64(2600), r.Tests[2].Variants[0].Missing)
	assert.Equal(t, abtest.Invalid, r.Tests[3].Variants[0].Outcome, "2,400 against 3,000 people where half each was planned")
	assert.Len(t, insights(r, "test-decided"), 1)
	assert.Len(t, insights(r, "test-invalid"), 1)
}

// What an experiment shows is an insight about the goal and the strategy that it is
// for, and the log of reviews names it.
func fineTune(t *testing.T) {
	w := plan(macro("traffic", "2026"), micro("clicks", "traffic", "2026-Q1", "clicks", "email", kpi.Deliver("900")))
	w.plan.Strategies = []goal.Strategy{{ID: "mails", Level: goal.Micro, Goals: []string{"clicks"}, Kind: "test"}}
	w.policy.Experiments = []report.Experiment{{
		ID: "button", Goal: "clicks", Strategy: "mails", Metric: "email_click_rate", Plan: abtest.Plan{N: 2400},
		Control: abtest.Arm{Conversions: 120, N: 2400}, Variants: []abtest.Arm{{Conversions: 156, N: 2400}}, Names: []string{"free advice"},
	}}
	held := report.Held{
		Span: report.Month, On: "2026-01-30", By: "ann", Notes: "use it everywhere",
		Insights: []string{"test-decided"}, Goals: []string{"clicks"},
	}
	w.policy.Held = []report.Held{held}
	r := w.report(t, report.Month, "2026-01-31")
	list := insights(r, "test-decided")
	require.Len(t, list, 1)
	assert.Equal(t, "clicks", list[0].Goal)
	assert.Equal(t, "mails", list[0].Strategy)
	assert.Equal(t, "email_click_rate", list[0].Metric)
	assert.Equal(t, "free advice", fact(t, list[0], "variant"))
	assert.Equal(t, []report.Held{held}, r.Held)
}

// For each letter there is a goal that fails it, and one that is right in all five.
func fiveLetters(t *testing.T) {
	followers := func(id, period, to string) goal.Goal {
		return micro(id, "awareness", period, "followers", "instagram", kpi.Reach("5000", to))
	}
	nobodys, endless, orphan := followers("S", "2026-Q3", "5200"), followers("T", "2026-07-01/2026-12-31", "5200"), followers("R", "2026-Q3", "5200")
	nobodys.Owner, orphan.Supports = "", nil
	unmeasured := followers("M", "2026-Q3", "5200")
	unmeasured.Measure = nil
	w := plan(macro("awareness", "2026"), followers("good", "2026-Q3", "5200"), nobodys, unmeasured, followers("A", "2026-Q3", "9000"), orphan, endless)
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "followers", Channel: "instagram", Target: new(kpi.Reach("4800", "5600"))}
	w.weekly("followers", "instagram", "2026-05-12", 4700, 4730, 4790, 4810, 4880, 4890, 4960, 5000)

	found := w.findings(t, "2026-06-30")
	for id, code := range map[string]string{
		"S": "specific.owner-missing", "M": "measurable.no-quantity", "A": "achievable.unrealistic", "R": "relevant.no-parent", "T": "time.window",
	} {
		assert.Contains(t, found[id], code)
		assert.NotContains(t, found["good"], code)
	}
	review, err := smart.Checks{}.Assess(w.hierarchy(t), w.ledger(t), endOf("2026-06-30"))
	require.NoError(t, err)
	good := review.Goals[1]
	assert.Equal(t, smart.Smart, good.Verdict)
	for _, score := range []smart.Score{
		good.Criteria.Specific, good.Criteria.Measurable, good.Criteria.Achievable, good.Criteria.Relevant, good.Criteria.TimeBound,
	} {
		_, assessed := score.Points()
		assert.True(t, assessed)
	}
	assert.NotEqual(t, smart.Smart, review.Goals[4].Verdict, "A")

	letters := make(map[smart.Criterion]bool)
	for rule := range smart.Rules() {
		letters[rule.Criterion] = true
	}
	assert.Len(t, letters, 5)
}
