package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// When rules about macro goals, series and chains are silent.

func TestMacroIsUnmovedOnlyByMicroGoalsThatCouldMove(t *testing.T) {
	still := func() *world { return followers(1100, 1100, 1100, 1100, 1100, 1100, 1100) }
	for name, tt := range map[string]struct {
		change func(w *world)
		fires  bool
	}{
		"still":     {func(*world) {}, true},
		"no micros": {func(w *world) { w.plan.Goals = w.plan.Goals[:1] }, false},
		"begun 28 days ago": {
			func(w *world) { w.plan.Goals[1].Period = "2026-02-16/2026-06-30" }, true,
		},
		"begun 27 days ago": {
			func(w *world) { w.plan.Goals[1].Period = "2026-02-17/2026-06-30" }, false,
		},
		"first read since": {func(w *world) { w.obs = w.obs[len(w.obs)-2:] }, false},
		"never read":       {func(w *world) { w.obs = nil }, true},
		"done":             {func(w *world) { *w = *followers(2000, 2000, 2000, 2000, 2000, 2000, 2000) }, false},
		"back and forth":   {func(w *world) { w.weekly("followers", "instagram", "2026-03-10", 1090) }, false},
		"over":             {func(w *world) { w.plan.Goals[1].Period = "2026-01" }, false},
		"macro over":       {func(w *world) { w.plan.Goals[0].Period = "2026-01" }, false},
		"one of two": {func(w *world) {
			w.plan.Goals = append(w.plan.Goals, measured("mail", "awareness", "2026-Q1", "leads", "email", kpi.Deliver("100")))
			w.read("leads", "email", "2026-03-10", "1")
		}, false},
		"one of two is done": {func(w *world) {
			w.plan.Goals = append(w.plan.Goals, measured("mail", "awareness", "2026-Q1", "leads", "email", kpi.Deliver("100")))
			w.read("leads", "email", "2026-03-10", "100")
		}, true},
	} {
		w := still()
		tt.change(w)
		assert.Equal(t, tt.fires, len(found(inMarch(w)(t), "macro-unmoved")) > 0, name)
	}
}

func TestMacroLagsOnlyBehindMicroGoals(t *testing.T) {
	w := lagging("10")
	w.plan.Goals = w.plan.Goals[:1]
	assert.Empty(t, found(inMarch(w)(t), "macro-lagging"), "no micro goal")
	w = lagging("10")
	w.plan.Goals[0].Period = "2026-01-01/2026-03-08"
	assert.Empty(t, found(inMarch(w)(t), "macro-lagging"), "it is over")
	w = lagging("10")
	w.plan.Goals = append(w.plan.Goals, measured("mail", "awareness", "2026-Q1", "leads", "email", kpi.Deliver("100")))
	w.read("leads", "email", "2026-03-10", "1")
	assert.Empty(t, found(inMarch(w)(t), "macro-lagging"), "one of two is behind")
	w = lagging("10")
	w.plan.Goals[0].Period = "2026-03-01/2026-12-31"
	assert.Empty(t, found(inMarch(w)(t), "macro-lagging"), "hardly anything is expected")
}

// An open goal that is nearly done has no score yet.
func TestEasySeriesIsOfClosedGoals(t *testing.T) {
	w := chain("0.9", "0.85")
	w.read("leads", "blog", "2026-03-01", "95")
	assert.Empty(t, found(inMarch(w)(t), "easy-series"))
	w = chain("0.9", "0.85", "0.9", "0.1")
	assert.Len(t, found(inMarch(w)(t), "easy-series"), 1, "the three latest")
	w.plan.Goals[1].Previous = ""
	assert.Empty(t, found(inMarch(w)(t), "easy-series"), "nobody carries on what was over in January")
}

func TestOutlierNeedsEightWeeksUpToTheLast(t *testing.T) {
	w := weeks(99)
	w.obs = w.obs[1:]
	assert.Empty(t, found(inMarch(w)(t), "outlier"), "seven weeks")
	w = weeks(99)
	assert.Empty(t, found(w.report(t, "week", "2026-03-22"), "outlier"), "an outlier of the week before")
	w = weeks(99)
	for i := range w.obs {
		w.obs[i].Value = kpi.Int(10)
	}
	w.obs[7].Value = kpi.Int(99)
	assert.Empty(t, found(inMarch(w)(t), "outlier"), "all others are equal")
}

// Without the channel that says why, all channels are an outlier.
func TestOutlierOfAllChannels(t *testing.T) {
	w := weeks(99)
	w.policy.Channels = []string{"blog"}
	all := found(inMarch(w)(t), "outlier")
	if assert.Len(t, all, 1) {
		assert.Empty(t, all[0].Channel)
	}
}

// Drafts are no children, and what weighs nothing does not count.
func TestPlanRulesSeeWhatIsLive(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Goals[1].State = goal.Draft
	r := inMarch(w)(t)
	assert.Len(t, found(r, "no-child"), 1, "a draft is no child yet")
	assert.Empty(t, found(r, "zero-weights"))
	w = halves("1", "1", "1", "1", "1", "1")
	w.plan.Goals[1].Supports[0].Weight = kpi.Int(0)
	assert.Empty(t, found(inMarch(w)(t), "many-children"), "five count")
}
