package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// closings returns the closings of a report by goal.
func closings(r *report.Report) map[string]report.Closing {
	list := make(map[string]report.Closing)
	for _, c := range r.Closings {
		list[c.Goal] = c
	}
	return list
}

// closedQuarter is the first quarter, in which of 100 leads so many came in, of a
// goal in some state.
func closedQuarter(leads int64, state goal.State, since, score string) *world {
	w := quarterOfLeads()
	g := &w.plan.Goals[1]
	g.State, g.Since = state, since
	if score != "" {
		g.Score = kpi.Num(score)
	}
	w.read("leads", "blog", "2026-03-10", kpi.Int(leads).String())
	return w
}

func TestClosingScore(t *testing.T) {
	for _, tt := range []struct {
		leads    int64
		ambition goal.Ambition
		score    string // written
		want     string
		verdict  rollup.Status
		success  bool
	}{
		{100, "", "", "1", rollup.Achieved, true},
		{130, "", "", "1", rollup.Achieved, true},
		{99, "", "", "0.99", rollup.Partial, false},
		{70, "", "", "0.7", rollup.Partial, false},
		{69, "", "", "0.69", rollup.Missed, false},
		{0, "", "", "0", rollup.Missed, false},
		{70, goal.Aspirational, "", "0.7", rollup.Partial, true}, // Google: 0.6 to 0.7 is aimed at
		{69, goal.Aspirational, "", "0.69", rollup.Missed, false},
		{100, goal.Aspirational, "", "1", rollup.Achieved, true},
		{20, "", "0.75", "0.75", rollup.Partial, false},
		{100, goal.Aspirational, "0.2", "0.2", rollup.Missed, false},
	} {
		t.Run(fmt.Sprint(tt.leads, tt.ambition, tt.score), func(t *testing.T) {
			w := closedQuarter(tt.leads, "", "", "")
			if tt.score != "" {
				w = closedQuarter(tt.leads, goal.Closed, "2026-03-28", tt.score)
			}
			w.plan.Goals[1].Ambition = tt.ambition
			c := closings(w.report(t, report.Quarter, "2026-03-31"))["leads-q1"]
			assert.Equal(t, tt.want, c.Score.String())
			assert.Equal(t, tt.verdict, c.Verdict)
			assert.Equal(t, tt.success, c.Success)
			assert.Equal(t, tt.score == "", c.Proposed)
			assert.Equal(t, tt.score == "", c.Open)
			assert.Equal(t, kpi.Int(tt.leads).String(), c.Value.String())
			assert.Equal(t, "100", c.To.String())
			assert.Equal(t, "2026-03-31", c.End)
			assert.Equal(t, !tt.success, c.Next != nil)
		})
	}
	w := closedQuarter(60, "", "", "")
	w.plan.Goals[1].Ambition, w.policy.Limits.Success = goal.Aspirational, kpi.Num("0.6")
	assert.True(t, closings(w.report(t, report.Quarter, "2026-03-31"))["leads-q1"].Success)
}

// Which goals are among the closings of the first quarter, asked on April 10.
func TestClosings(t *testing.T) {
	for name, tt := range map[string]struct {
		period string
		state  goal.State
		since  string
		in     bool
		open   bool
	}{
		"over":                     {"2026-Q1", "", "", true, true},
		"over, paused":             {"2026-Q1", goal.Paused, "2026-02-01", true, true},
		"over within the quarter":  {"2026-01", "", "", true, true},
		"closed after the quarter": {"2026-Q1", goal.Closed, "2026-04-05", true, false},
		"closed in it":             {"2026-Q1", goal.Closed, "2026-03-20", true, false},
		"closed early":             {"2026", goal.Closed, "2026-03-20", true, false},
		"closed late":              {"2025-Q4", goal.Closed, "2026-01-07", true, false},
		"closed, no date":          {"2026-Q1", goal.Closed, "", true, false},
		"to be closed":             {"2026-Q1", goal.Closed, "2026-05-01", true, true},
		"running":                  {"2026", "", "", false, false},
		"over before":              {"2025-Q4", "", "", false, false},
		"over after":               {"2026-01-01/2026-04-01", "", "", false, false},
		"closed before":            {"2026-Q1", goal.Closed, "2025-12-31", false, false},
		"running, closed after":    {"2026", goal.Closed, "2026-04-05", false, false},
		"running, closed, no date": {"2026", goal.Closed, "", false, false},
		"draft":                    {"2026-Q1", goal.Draft, "", false, false},
		"cancelled":                {"2026-Q1", goal.Cancelled, "2026-04-05", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := &world{plan: goal.Plan{Goals: []goal.Goal{
				{ID: "g", Level: goal.Micro, Period: tt.period, State: tt.state, Since: tt.since},
			}}}
			c, in := closings(w.report(t, report.Quarter, "2026-04-10"))["g"]
			assert.Equal(t, tt.in, in)
			assert.Equal(t, tt.open, c.Open)
			assert.Empty(t, w.report(t, report.Month, "2026-04-10").Closings, "in quarterly reviews only")
		})
	}
}

// A goal without a value has no score, and the reason is given.
func TestClosingWithoutAValue(t *testing.T) {
	c := closings(quarterOfLeads().report(t, report.Quarter, "2026-03-31"))["leads-q1"]
	assert.False(t, c.Score.Known())
	assert.False(t, c.Proposed)
	assert.NotEmpty(t, c.Absence)
	assert.Empty(t, c.Verdict)
	assert.False(t, c.Success)
	require.NotNil(t, c.Next)
	assert.Equal(t, "2026-Q2", c.Next.Period)
}

// What is carried over starts from the closing value, and makes a right plan.
func TestCarryOver(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Goals = append(w.plan.Goals,
		measured("fans-2026-Q1", "growth", "2026-Q1", "followers", "blog", kpi.Reach("5000", "6000")),
		measured("rate", "growth", "2026-Q1", "conversion_rate", "", kpi.Reach("0.02", "0.04")),
		measured("fast", "growth", "2026-02", "leads", "blog", kpi.Deliver("10")))
	w.read("leads", "blog", "2026-03-10", "80")
	w.read("followers", "blog", "2026-03-30", "5400")
	w.read("sessions", "", "2026-03-30", "3000")
	w.read("conversions", "", "2026-03-30", "100")
	got := closings(w.report(t, report.Quarter, "2026-03-31"))

	assert.Equal(t, "leads-q1-2026-Q2", got["leads-q1"].Next.ID)
	assert.Equal(t, kpi.Deliver("100"), *got["leads-q1"].Next.Measure.Target, "so many in each quarter")
	assert.Equal(t, "fans-2026-Q2", got["fans-2026-Q1"].Next.ID)
	assert.Equal(t, "fans-2026-Q1", got["fans-2026-Q1"].Next.Previous)
	assert.Equal(t, kpi.Reach("5400", "6000"), *got["fans-2026-Q1"].Next.Measure.Target)
	assert.Equal(t, "0.033333333333333333", got["rate"].Next.Measure.Target.From.String(), "1/30")
	assert.Equal(t, "2026-03", got["fast"].Next.Period)

	for _, id := range []string{"leads-q1", "fans-2026-Q1", "rate"} {
		w.plan.Goals = append(w.plan.Goals, *got[id].Next)
	}
	again := closings(w.report(t, report.Quarter, "2026-03-31"))
	assert.Equal(t, "fans-2026-Q2", again["fans-2026-Q1"].CarriedBy)
	assert.Nil(t, again["fans-2026-Q1"].Next)
	assert.NotNil(t, again["fast"].Next)
}

// The scores of a chain of goals end with the first that is not known.
func TestEarlierScores(t *testing.T) {
	w := quarterOfLeads()
	chain := func(id, previous, period string, state goal.State, score string) {
		g := goal.Goal{ID: id, Level: goal.Micro, Period: period, State: state, Previous: previous, Measure: &goal.Measure{Target: new(kpi.Finish())}}
		if score != "" {
			g.Score = kpi.Num(score)
		}
		w.plan.Goals = append(w.plan.Goals, g)
	}
	chain("q1", "q4", "2026-Q1", goal.Active, "")
	chain("q4", "q3", "2025-Q4", goal.Closed, "0.9")
	chain("q3", "q2", "2025-Q3", goal.Closed, "") // frozen at what was read
	chain("q2", "q1-2025", "2025-Q2", goal.Active, "")
	chain("q1-2025", "", "2025-Q1", goal.Closed, "0.8")
	chain("a", "b", "2026-Q1", goal.Closed, "0.3") // a circle
	chain("b", "a", "2025-Q4", goal.Closed, "0.4")
	chain("lost", "unheard of", "2026-Q1", goal.Closed, "1")
	w.obs = append(w.obs, kpi.Observation{Goal: "q3", At: day("2025-09-30"), Value: kpi.Int(1)})
	got := closings(w.report(t, report.Quarter, "2026-03-31"))
	assert.Equal(t, "[0.9 1]", fmt.Sprint(got["q1"].Earlier))
	assert.Len(t, got["a"].Earlier, 12)
	assert.Equal(t, "[0.4 0.3]", fmt.Sprint(got["a"].Earlier[:2]))
	assert.Empty(t, got["lost"].Earlier)
}

// A goal is closed by a later plan than that of the quarter, and previous goals may
// have left the plan.
func TestClosingByRevisions(t *testing.T) {
	w := closedQuarter(80, "", "", "")
	w.plan.Goals = append(w.plan.Goals,
		goal.Goal{ID: "q4", Level: goal.Micro, Period: "2025-Q4", State: goal.Closed, Since: "2026-01-02", Score: kpi.Num("0.6")})
	w.revise("", "", "")
	w.plan.Goals = w.plan.Goals[:2]
	w.plan.Goals[1].Previous = "q4"
	w.revise("2026-01-10", "", "")
	g := &w.plan.Goals[1]
	g.State, g.Since, g.Score = goal.Closed, "2026-04-05", kpi.Num("0.9")
	w.revise("2026-04-05", "", "")
	r := w.revised(t, report.Quarter, "2026-04-10")
	c := closings(r)["leads-q1"]
	assert.False(t, c.Open)
	assert.Equal(t, "0.9", c.Score.String())
	assert.Equal(t, "[0.6]", fmt.Sprint(c.Earlier))
	assert.Equal(t, "0.8", r.Goals[1].Progress.String(), "as it was on March 31")
}

func TestToClose(t *testing.T) {
	list := found(closedQuarter(80, "", "", "").report(t, report.Quarter, "2026-04-10"), "to-close")
	require.Len(t, list, 1)
	assert.Equal(t, "leads-q1 ended on 2026-03-31 and is still to be closed; the score would be 80%", list[0].Message)
	assert.Equal(t, "leads-q1", list[0].Goal)
}
