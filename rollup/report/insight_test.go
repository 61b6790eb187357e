package report_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// What the firing cases say; the numbers are worked out by hand.
func TestInsightsSay(t *testing.T) {
	for code, want := range map[string]struct {
		severity report.Severity
		goal     string
		message  string
	}{
		"out-of-reach": {report.Alert, "fans", "fans is out of reach at this pace: " +
			"it needs 393.8 a week until 2026-03-31 and has 10; it is at 10% where 82% is expected"}, // 900 x 7/16
		"needed-rate": {report.Note, "fans", "fans needs 87.5 a week until 2026-03-31, 7.5 more than it has; " +
			"it is at 80% where 82% is expected"}, // 200 x 7/16
		"falling-momentum":  {report.Note, "fans", "fans loses momentum: 20 points, then 10 points, 6 points and 3 points in the last four weeks"},
		"contributor-worst": {report.Note, "growth", "b holds growth back most: -7.5 points against its plan"}, // 1/4 x (0.2 - 0.5)
		"contributor-best":  {report.Note, "growth", "a helps growth most: 22.5 points against its plan"},      // 3/4 x (0.8 - 0.5)
		"concentration":     {report.Note, "growth", "growth hangs on a, which gives 80% of its progress"},
		"macro-unmoved":     {report.Warning, "awareness", "nothing moves awareness: none of its micro goals (1 open) has moved in 28 days"},
		"macro-lagging": {report.Warning, "awareness", "awareness itself is at 1% where 20% is expected, though its micro goals (1) are on track; " +
			"their effect is due by 2026-01-29"},
		"stale-data": {report.Warning, "leads-q1", "leads-q1 was last read on 2026-03-02, and is to be read every week"},
		"no-data":    {report.Warning, "leads-q1", "the progress of leads-q1, which began on 2026-01-01, is not known: no reading in the window"},
		// Shares 1/2, 1/2 and then 1/4, 3/4. Rate: 0 and 5/8 x 0.04; mix: 0.02 x -1/4 and 0.04 x 1/4;
		// the blog's share against the usual rate of 0.035.
		"mix-or-rate": {report.Note, "", "Conversion rate went from 2% to 5%: +2.5 points by the rates of the channels, " +
			"+0.5 points by their mix; blog moved it most, by +2.62 points"},
		"outlier":      {report.Note, "", "Leads on email was 16 in the week from 2026-03-09, where 10 is usual"}, // 3.5 x 1.4826 x 1
		"item-outlier": {report.Note, "", "post-3 brought 50 of Comments, where 11.5 is usual; averages leave such items out (1)"},
		"guard-crossed": {
			report.Alert, "fans", "fans has come 8 points further, but Negative mentions is 6 and is to be at most 5",
		},
		"too-easy":      {report.Note, "leads-q1", "leads-q1 is reached after 41% of its time: well done, or aim higher"}, // 74/181
		"easy-series":   {report.Note, "leads-q1", "leads-q1 or the goals that it carries on scored 90%, 85%, 81% one after the other: aim higher"},
		"overdue":       {report.Warning, "leads-q1", "leads-q1 was to end on 2026-02-28 and is still active"},
		"dates-outside": {report.Warning, "leads-q1", "leads-q1 is not within the time of growth"},
		"many-children": {report.Note, "growth", "growth has 6 goals directly below it"},
		"no-owner":      {report.Warning, "", "nobody owns growth, leads-q1"},
		"balance":       {report.Note, "", "40% of the open work is on micro goals; from 50% to 90% would be balanced"},
	} {
		fired := found(ruleCases[code].fires(t), code)
		require.Len(t, fired, 1, code)
		assert.Equal(t, want.severity, fired[0].Severity, code)
		assert.Equal(t, want.goal, fired[0].Goal, code)
		assert.Equal(t, want.message, fired[0].Message, code)
	}
}

// What matters most comes first: by severity, then macro goals, then by rule, then in
// the plan's order.
func TestInsightsStandInOrder(t *testing.T) {
	w := sampled(1)
	r := w.report(t, report.Week, "2026-05-10")
	require.Greater(t, len(r.Insights), 15)
	severities := []report.Severity{report.Alert, report.Warning, report.Note}
	var codes, ids []string
	for rule := range report.Rules() {
		codes = append(codes, rule.Code)
	}
	for _, g := range w.plan.Goals {
		ids = append(ids, g.ID)
	}
	level := func(id string) int {
		return []int{2, 0, 1}[slices.Index([]string{"", "macro", "micro"}, levelOf(w.plan, id))]
	}
	key := func(i report.Insight) []int {
		return []int{slices.Index(severities, i.Severity), level(i.Goal), slices.Index(codes, i.Code), slices.Index(ids, i.Goal)}
	}
	for i := 1; i < len(r.Insights); i++ {
		a, b := r.Insights[i-1], r.Insights[i]
		assert.Negative(t, slices.Compare(key(a), key(b)), "%s %s before %s %s", a.Code, a.Goal, b.Code, b.Goal)
	}
}

func levelOf(p goal.Plan, id string) string {
	for _, g := range p.Goals {
		if g.ID == id {
			return string(g.Level)
		}
	}
	return ""
}

// Of one goal nothing is said twice: its rate says its pace, too.
func TestInsightsDoNotRepeatThemselves(t *testing.T) {
	w := sampled(1)
	r := w.report(t, report.Week, "2026-05-10")
	said := make(map[string][]string)
	for _, i := range r.Insights {
		said[i.Goal] = append(said[i.Goal], i.Code)
	}
	assert.Equal(t, []string{"out-of-reach"}, said["followers-email"])
	assert.Equal(t, []string{"needed-rate"}, said["sessions-email"])
	assert.Equal(t, []string{"pace-gap"}, said["rate-instagram"], "the steps of a rate are noise")
	w.policy.Off = []string{"needed-rate", "out-of-reach"}
	r = w.report(t, report.Week, "2026-05-10")
	assert.Len(t, found(r, "pace-gap"), 12, "the pace is said where the rate is not: of three macro and nine micro goals")
}

// A macro goal is not red before its micro goals can show: a driver declares how
// late that is.
func TestMacroMayLagUntilItsLagHasPassed(t *testing.T) {
	w := lagging("10")
	w.plan.Drivers = []goal.Driver{{From: "followers", To: "leads", Lag: "12w"}}
	w.plan.Goals[0].Progress = goal.FromMeasure
	r := w.report(t, report.Week, "2026-03-15")
	lags := found(r, "macro-lagging")
	require.Len(t, lags, 1)
	assert.Equal(t, report.Note, lags[0].Severity)
	assert.Equal(t, "2026-03-26", fact(lags[0], "due"))
	assert.Empty(t, found(r, "pace-gap"))
	w.plan.Drivers[0].Lag = "10w"
	r = w.report(t, report.Week, "2026-03-15")
	assert.Equal(t, report.Warning, found(r, "macro-lagging")[0].Severity)
}

func TestChannelsMayBeConcentratedWhereGoalsAreNot(t *testing.T) {
	w := halves("40", "40", "40", "40", "40")
	for i := range 3 { // three of five goals on one channel
		w.plan.Goals[i+1].Channel = "blog"
		w.read("leads", "blog", "2026-03-09", "15")
	}
	r := w.report(t, report.Week, "2026-03-15")
	hangs := found(r, "concentration")
	require.Len(t, hangs, 1)
	assert.Equal(t, "blog", hangs[0].Channel)
	assert.Equal(t, "growth hangs on blog, which gives 63% of its progress", hangs[0].Message) // 3 x 45 of 215
}

// A season that ends is no lost momentum, nor is a week without a reading.
func TestMomentumFallsOnlyWhereThePlanDoesNot(t *testing.T) {
	falling := []int64{1000, 1500, 1700, 1800, 1860, 1890}
	w := followers(falling...)
	w.plan.Goals[1].Expected = &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: "2026-02-28", Progress: kpi.Num("0.9")}}}
	assert.Empty(t, found(w.report(t, report.Week, "2026-03-15"), "falling-momentum"))
	w = followers(falling...)
	assert.Empty(t, found(w.report(t, report.Week, "2026-03-22"), "falling-momentum"))
}

// fact returns the value of a fact.
func fact(i report.Insight, name string) string {
	for _, f := range i.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

func TestDeadReadingsAreAnAlert(t *testing.T) {
	stale := found(inMarch(readOn("2026-02-16"))(t), "stale-data")
	require.Len(t, stale, 1)
	assert.Equal(t, report.Alert, stale[0].Severity)
	assert.Equal(t, "dead", fact(stale[0], "freshness"))
	assert.Empty(t, found(inMarch(readOn("2026-02-16"))(t), "out-of-reach"), "old readings tell no rate")
}

// What was read long before a goal began is no fault of the goal.
func TestNewGoalsAreNotStale(t *testing.T) {
	for start, stale := range map[string]int{"2026-03-03": 0, "2026-03-02": 1} { // two weeks before
		w := during(start + "/2026-06-30")
		w.read("leads", "blog", "2026-01-05", "10")
		assert.Len(t, found(inMarch(w)(t), "stale-data"), stale, start)
	}
}

// A macro goal that takes its progress from children has a pace and, by its own
// measure, a rate: these say different things.
func TestRateOfAMacroGoalHidesNoPace(t *testing.T) {
	w := climbing(80)
	w.plan.Goals[1].Level = goal.Macro
	w.plan.Goals = append(w.plan.Goals, measured("leads-q1", "fans", "2026-Q1", "leads", "blog", kpi.Deliver("100")))
	w.read("leads", "blog", "2026-03-09", "10")
	r := inMarch(w)(t)
	rates := found(r, "needed-rate")
	require.Len(t, rates, 1)
	assert.Equal(t, "fans", rates[0].Goal)
	assert.Equal(t, report.Note, rates[0].Severity, "by its own measure it is on track")
	assert.Equal(t, "0.8", fact(rates[0], "progress"))
	assert.True(t, slices.ContainsFunc(found(r, "pace-gap"), func(i report.Insight) bool { return i.Goal == "fans" }))
	w.plan.Goals[1].Progress = goal.FromMeasure
	r = inMarch(w)(t)
	assert.Len(t, found(r, "needed-rate"), 1)
	assert.False(t, slices.ContainsFunc(found(r, "pace-gap"), func(i report.Insight) bool { return i.Goal == "fans" }))
}

// Of goals that nobody pursues nothing is asked.
func TestPausedGoalsAreLeftAlone(t *testing.T) {
	for code, c := range map[string]*world{
		"pace-gap": climbing(10), "out-of-reach": climbing(10), "needed-rate": climbing(80), "no-link-shown": linked(false),
		"falling-momentum": followers(1000, 1500, 1700, 1800, 1860, 1890), "concentration": halves("80", "10", "10"),
		"contributor-best": halves("80", "20"), "contributor-worst": halves("80", "20"), "macro-lagging": lagging("10"),
		"macro-unmoved": followers(1100, 1100, 1100, 1100, 1100, 1100), "stale-data": readOn("2026-02-01"), "no-data": quarterOfLeads(),
		"guard-crossed": guarded("6"), "too-easy": reaching("2026-H1", "0", "120"), "overdue": during("2026-02"),
		"recovered": reaching("2026-Q1", "50", "35"), "no-owner": unowned(), "no-cadence": without(), "balance": macros(3),
		"dates-outside": during("2026-03-01/2027-01-31"), "no-parent": alone(goal.Micro), "no-child": alone(goal.Macro),
		"zero-weights": weighing("0"), "many-children": halves("1", "1", "1", "1", "1", "1"),
	} {
		for i := range c.plan.Goals {
			c.plan.Goals[i].State, c.plan.Goals[i].Since = goal.Paused, "2026-03-15"
		}
		for _, date := range []string{"2026-03-15", "2026-06-28"} {
			assert.Empty(t, found(c.report(t, report.Week, date), code), code)
		}
	}
}

func TestGuardsOfAllKinds(t *testing.T) {
	for _, tt := range []struct {
		target kpi.Target
		value  string
		want   string // "" is silence
	}{
		{kpi.AtMost("5"), "5", ""},
		{kpi.AtMost("5"), "5.1", "at most 5"},
		{kpi.AtLeast("5"), "4", "at least 5"},
		{kpi.Within("2", "4"), "5", "from 2 to 4"},
		{kpi.Within("2", "4"), "2", ""},
	} {
		w := guarded(tt.value)
		w.plan.Goals[1].Guard.Target = &tt.target
		crossed := found(inMarch(w)(t), "guard-crossed")
		if tt.want == "" {
			assert.Empty(t, crossed)
			continue
		}
		require.Len(t, crossed, 1)
		assert.Contains(t, crossed[0].Message, tt.want)
	}
	w := guarded("9")
	w.obs = slices.DeleteFunc(w.obs, func(o kpi.Observation) bool { return o.At.Equal(day("2026-03-09")) && o.Metric == "followers" })
	assert.Empty(t, found(inMarch(w)(t), "guard-crossed"), "the goal has not moved")
}

// On the weekly report of an on-track plan nothing but news is said.
func TestGoodPlanIsQuiet(t *testing.T) {
	w := halves("52", "55", "51", "53")
	r := inMarch(w)(t)
	for _, i := range r.Insights {
		assert.Equal(t, report.Note, i.Severity, i.Message)
		assert.Contains(t, []string{"contributor-best", "recovered"}, i.Code, i.Message)
	}
}
