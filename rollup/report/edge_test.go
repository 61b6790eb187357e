package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// A metric that says nothing of itself is a count of which more is better.
func TestRowSaysWhatAMetricLeavesOut(t *testing.T) {
	w := &world{plan: goal.Plan{Metrics: []kpi.Metric{{ID: "calls", Combine: kpi.Sum}}}}
	w.policy.KPIs = []string{"calls"}
	row := w.report(t, report.Week, "2026-03-15").KPIs[0]
	assert.Equal(t, "calls", row.Name)
	assert.Equal(t, kpi.Count, row.Unit)
	assert.Equal(t, kpi.Higher, row.Better)
}

// A metric or channel that is named twice has one row or block, and a channel without
// a name none.
func TestPolicyNamesThingsOnce(t *testing.T) {
	w := twoChannels()
	w.policy.KPIs = []string{"leads", "conversion_rate", "leads"}
	w.policy.Channels = []string{"blog", "", "email", "blog"}
	r := w.report(t, report.Week, "2026-03-15")
	require.Len(t, r.KPIs, 2)
	require.Len(t, r.Channels, 2)
	assert.Equal(t, "email", r.Channels[1].Name)
	assert.Equal(t, "1", r.KPIs[0].Coverage.String())
	assert.Equal(t, "0.5", r.KPIs[1].Coverage.String())
}

// The channel of a guard is one that the plan names.
func TestChannelOfAGuard(t *testing.T) {
	w := guarded("7")
	w.plan.Goals[1].Guard.Channel = "press"
	w.read("negative_mentions", "press", "2026-03-10", "3")
	r := w.report(t, report.Week, "2026-03-15")
	require.Len(t, r.Channels, 2)
	assert.Equal(t, "press", r.Channels[1].Name)
}

// No part of what a trailing window sums up belongs to a week.
func TestNoPlanOfATrailingSum(t *testing.T) {
	w := quarterOfLeads()
	assert.True(t, w.report(t, report.Week, "2026-03-15").KPIs[0].Targets == nil, "it is of the blog")
	blog := func() report.Aim { return w.report(t, report.Week, "2026-03-15").Channels[0].KPIs[0].Targets[0] }
	assert.True(t, blog().Plan.Known())
	w.plan.Goals[1].Measure.Window = "28d"
	assert.False(t, blog().Plan.Known())
	assert.Equal(t, "100", blog().To.String())
}

// Of a goal that was closed half way nothing more is spent.
func TestProjectionOfAClosedGoal(t *testing.T) {
	w := quarterOfLeads()
	g := &w.plan.Goals[1]
	g.Period, g.Budget, g.Cost = "2026-01-01/2026-03-31", &goal.Budget{Amount: kpi.Int(100), Currency: "EUR"}, "ad_spend"
	w.plan.Currency = "EUR"
	w.read("ad_spend", "blog", "2026-01-10", "50")
	money := func() *report.Money { return w.report(t, report.Month, "2026-02-28").Goals[1].Money }
	assert.Equal(t, "76.271186440677966102", money().Projection.String(), "50 × 90 / 59")
	g.State, g.Since = goal.Closed, "2026-02-15"
	assert.Equal(t, "50", money().Projection.String())
}

// A rate without a denominator was read, but has no value.
func TestNoDataSaysWhy(t *testing.T) {
	w := quarterOfLeads()
	rate := kpi.Reach("0.01", "0.02")
	w.plan.Goals[1].Measure = &goal.Measure{Metric: "conversion_rate", Target: &rate}
	w.read("sessions", "blog", "2026-02-10", "0")
	w.read("conversions", "blog", "2026-02-10", "0")
	r := w.report(t, report.Week, "2026-03-15")
	assert.Equal(t, []string{"the progress of leads-q1, which began on 2026-01-01, is not known: the denominator is 0"},
		messagesOf(found(r, "no-data")))
}

func messagesOf(insights []report.Insight) (list []string) {
	for _, i := range insights {
		list = append(list, i.Message)
	}
	return list
}

// A budget that is passed before there is a projection ends with that or more.
func TestSpentBeforeItIsProjected(t *testing.T) {
	w := quarterOfLeads()
	g := &w.plan.Goals[1]
	g.Budget, g.Cost = &goal.Budget{Amount: kpi.Int(100), Currency: "EUR"}, "ad_spend"
	g.Period, w.plan.Currency = "2026", "EUR"
	w.read("ad_spend", "blog", "2026-01-01", "150")
	r := w.report(t, report.Week, "2026-01-11")
	assert.Equal(t, []string{"leads-q1 has spent EUR 150 of EUR 100 where EUR 3.01 was planned by now, which makes EUR 150 or more in the end"},
		messagesOf(found(r, "budget-pace")))
}

// A plan that nobody reads as a whole has no block for each of its channels, and no
// sentence with all its goals.
func TestReportOfAHugePlan(t *testing.T) {
	w := &world{}
	for i := range 400 {
		id := fmt.Sprint("m", i)
		w.plan.Metrics = append(w.plan.Metrics, kpi.Metric{ID: id, Combine: kpi.Sum})
		g := measured(fmt.Sprint("g", i), "", "2026", id, fmt.Sprint("c", i%250), kpi.Deliver("10"))
		g.Owner = ""
		w.plan.Goals = append(w.plan.Goals, g)
	}
	r := w.report(t, report.Week, "2026-03-15")
	assert.Len(t, r.Channels, 250)
	nobody := found(r, "no-owner")[0]
	assert.Len(t, nobody.Goals, 400)
	assert.Contains(t, nobody.Message, "g18, g19 and 380 more")

	w.plan.Goals[0].Channel = "one more"
	assert.Empty(t, w.report(t, report.Week, "2026-03-15").Channels)
}

// A goal whose children are done, but whose own value is far off, was not too easy.
func TestReachedByChildrenOnly(t *testing.T) {
	w := quarterOfLeads()
	target := kpi.Deliver("1000")
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "leads", Target: &target}
	w.read("leads", "blog", "2026-02-10", "100")
	of := func() (list []string) {
		for _, i := range found(w.report(t, report.Week, "2026-02-15"), "too-easy") {
			list = append(list, i.Goal)
		}
		return list
	}
	assert.Equal(t, []string{"leads-q1"}, of())
	w.read("leads", "", "2026-02-10", "900")
	assert.Equal(t, []string{"growth", "leads-q1"}, of())
}

// A goal that is not read any more is said so once.
func TestStaleSaysNoDataToo(t *testing.T) {
	w := quarterOfLeads()
	w.read("leads", "blog", "2025-12-01", "5")
	r := w.report(t, report.Week, "2026-02-15")
	assert.Len(t, found(r, "stale-data"), 1)
	assert.Empty(t, found(r, "no-data"))
}

// A goal that the next quarter's plan has no longer is listed with its score, but
// cannot be closed any more.
func TestClosingOfAGoalThatLeftThePlan(t *testing.T) {
	w := closedQuarter(60, "", "", "")
	w.revise("", "ann", "the first quarter")
	w.plan.Goals = w.plan.Goals[:1]
	w.revise("2026-04-01", "ann", "the second quarter")
	r := w.revised(t, report.Quarter, "2026-04-20")
	c := closings(r)["leads-q1"]
	assert.Equal(t, "0.6", c.Score.String())
	assert.False(t, c.Open)
	assert.Empty(t, found(r, "to-close"))
}
