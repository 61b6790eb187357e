package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// A channel that was given up is all mix: mail at 2 % leaves, the blog at 6 % stays.
func TestChannelThatEndsIsMix(t *testing.T) {
	w := &world{policy: report.Policy{KPIs: []string{"conversion_rate"}, Channels: []string{"email", "blog"}}}
	w.plan = rates(90).plan
	w.weekly("sessions", "email", "2026-03-02", 1000)
	w.weekly("conversions", "email", "2026-03-02", 20)
	w.weekly("sessions", "blog", "2026-03-09", 1000, 700)
	w.weekly("conversions", "blog", "2026-03-09", 60, 42)
	split := found(inMarch(w)(t), "mix-or-rate")
	require.Len(t, split, 1)
	assert.Equal(t, "0", fact(split[0], "rate"))
	assert.Equal(t, "0.02", fact(split[0], "mix"), "from 4 % to 6 %")
	// The blog gains half of all: (0 + 6 %) - 5 % / 2 of mix; mail loses half: -1 % + 5 % / 2.
	assert.Equal(t, "email", fact(split[0], "channel"))
	assert.Equal(t, "0.015", fact(split[0], "most"))
}

// What the plan's channels do not make up, or is read in part, is not taken apart.
func TestRateIsNotSplit(t *testing.T) {
	for name, change := range map[string]func(w *world){
		"readings without a channel": func(w *world) { w.weekly("sessions", "", "2026-03-09", 5, 5) },
		"one now":                    func(w *world) { w.weekly("sessions", "", "2026-03-09", 5) },
		"one before":                 func(w *world) { w.weekly("sessions", "", "2026-03-02", 5) },
		"a part is missing now":      func(w *world) { w.weekly("sessions", "fax", "2026-03-09", 5) },
		"a part is missing":          func(w *world) { w.weekly("sessions", "fax", "2026-03-09", 5, 5) },
		"one channel":                func(w *world) { w.policy.Channels = []string{"blog"} },
		"no channel":                 func(w *world) { w.policy.Channels = nil },
		"an amount":                  func(w *world) { w.policy.KPIs = []string{"conversions"} },
	} {
		w := rates(90)
		require.Len(t, found(inMarch(w)(t), "mix-or-rate"), 1)
		change(w)
		assert.Empty(t, found(inMarch(w)(t), "mix-or-rate"), name)
	}
}

// A score from -100 to 100 keeps its scale.
func TestSplitOfAScaledRate(t *testing.T) {
	w := &world{policy: report.Policy{KPIs: []string{"nps"}, Channels: []string{"shop", "web"}}}
	w.plan = rates(90).plan
	w.plan.Metrics = []kpi.Metric{
		{ID: "yes", Combine: kpi.Sum},
		{ID: "no", Combine: kpi.Sum},
		{
			ID: "nps", Unit: kpi.Score, Scale: kpi.Int(100),
			Numerator:   map[string]kpi.Number{"yes": kpi.Int(1), "no": kpi.Int(-1)},
			Denominator: map[string]kpi.Number{"yes": kpi.Int(1), "no": kpi.Int(1)},
		},
	}
	for _, channel := range []string{"shop", "web"} {
		w.weekly("yes", channel, "2026-03-09", 60, 60)
		w.weekly("no", channel, "2026-03-09", 40, 40)
	}
	w.weekly("yes", "web", "2026-03-09", 0, 30) // from 20 to (60 + 90 - 80) / 230 x 100
	split := found(inMarch(w)(t), "mix-or-rate")
	require.Len(t, split, 1)
	assert.Equal(t, "web", fact(split[0], "channel"))
	assert.Contains(t, split[0].Message, "nps went from 20 to 30.43")
}
