package report_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// revise keeps the plan as it is now as the one in force from a date on, "" always.
func (w *world) revise(from, by, why string) {
	goals := append([]goal.Goal(nil), w.plan.Goals...)
	for i, g := range goals {
		if g.Measure != nil {
			m := *g.Measure
			t := *m.Target
			m.Target, goals[i].Measure = &t, &m
		}
	}
	plan := w.plan
	plan.Goals = goals
	w.revisions = append(w.revisions, goal.Revision{From: from, By: by, Why: why, Plan: plan})
}

// revised returns the report by the revisions that were kept.
func (w *world) revised(t *testing.T, span report.Span, date string) *report.Report {
	t.Helper()
	revisions, err := goal.NewRevisions(w.revisions, marketing.Metrics(w.plan.Currency)...)
	require.NoError(t, err)
	w.policy.Revisions = revisions
	return w.report(t, span, date)
}

// Leads for a quarter, of which 20 came in by the end of February; the target
// becomes another one in the middle of March.
func retargeted(from, to kpi.Target) *world {
	w := quarterOfLeads()
	w.read("leads", "blog", "2026-02-20", "20")
	w.plan.Goals[1].Measure.Target = &from
	w.revise("", "", "")
	w.plan.Goals[1].Measure.Target = &to
	w.revise("2026-03-16", "bob", "the market is down")
	return w
}

// A changed target does not rewrite the weeks before: they are judged by the plan
// that was in force then.
func TestReportByThePlanInForceThen(t *testing.T) {
	const week = "2026-03-22" // the target was changed on its Monday
	old := quarterOfLeads()
	old.read("leads", "blog", "2026-02-20", "20")
	before := old.report(t, report.Week, "2026-03-15").Goals[1]
	require.Equal(t, "0.2", before.Progress.String())

	r := retargeted(kpi.Deliver("100"), kpi.Deliver("25")).revised(t, report.Week, week)
	goal := r.Goals[1]
	assert.Equal(t, "0.2", goal.Before.String())
	assert.Equal(t, before.Status, goal.Was)
	assert.Equal(t, "0.8", goal.Progress.String())
	assert.Equal(t, "0.6", goal.Change.String())
	assert.Equal(t, "0.2", r.Goals[0].Before.String(), "nor above")

	// Asked later about a week before the change, all of it is as it was.
	early := retargeted(kpi.Deliver("100"), kpi.Deliver("25")).revised(t, report.Week, "2026-03-15")
	assert.Equal(t, before, early.Goals[1])
	assert.Equal(t, old.report(t, report.Week, "2026-03-15").Goals, early.Goals)

	// The agenda goes by the plan handed in.
	w := retargeted(kpi.Deliver("100"), kpi.Deliver("25"))
	w.plan.Goals[1].Owner = "eve"
	assert.Equal(t, "eve", w.revised(t, report.Week, "2026-03-15").Agenda[0].Owner)
}

// Before the first plan that one holds, and none at all is the plan handed in.
func TestReportBeforeTheFirstPlan(t *testing.T) {
	w := retargeted(kpi.Deliver("100"), kpi.Deliver("25"))
	w.revisions[0].From = "2026-03-01"
	r := w.revised(t, report.Month, "2026-02-28")
	assert.Equal(t, "0.2", r.Goals[1].Progress.String())
	w.revisions = nil
	assert.Equal(t, "0.8", w.revised(t, report.Month, "2026-02-28").Goals[1].Progress.String())
}

// A row of a metric that the plan of the period does not have yet is left out.
func TestReportOfANewMetric(t *testing.T) {
	w := quarterOfLeads()
	w.revise("", "", "")
	w.plan.Metrics = []kpi.Metric{{ID: "visits", Combine: kpi.Sum}}
	w.revise("2026-04-01", "", "")
	w.policy.KPIs = []string{"visits", "leads"}
	r := w.revised(t, report.Month, "2026-04-10")
	require.Len(t, r.KPIs, 1)
	assert.Equal(t, "leads", r.KPIs[0].Metric)
	w.policy.KPIs = []string{"visits"}
	assert.Empty(t, w.revised(t, report.Month, "2026-04-10").KPIs)
	assert.Len(t, w.revised(t, report.Month, "2026-04-30").KPIs, 1)
}

func TestChanges(t *testing.T) {
	w := retargeted(kpi.Deliver("100"), kpi.Deliver("25"))
	w.plan.Goals[1].Owner = "eve"
	w.revise("2026-03-31T22:00:00Z", "ann", "")
	w.plan.Goals[1].Owner = "fay"
	w.revise("2026-04-01", "ann", "") // in the next quarter
	got, err := json.Marshal(w.revised(t, report.Quarter, "2026-04-10").Changes)
	require.NoError(t, err)
	assert.JSONEq(t, `[
  {"date": "2026-03-16", "by": "bob", "why": "the market is down", "changes": [
    {"kind": "changed", "of": "goal", "id": "leads-q1", "field": "measure.target.to", "before": "100", "after": "25"}]},
  {"date": "2026-03-31", "by": "ann", "changes": [
    {"kind": "changed", "of": "goal", "id": "leads-q1", "field": "owner", "before": "ann", "after": "eve"}]}
]`, string(got))
	assert.Len(t, w.revised(t, report.Week, "2026-03-22").Changes, 1)
	assert.Empty(t, w.revised(t, report.Week, "2026-03-15").Changes)
}

// Dates are days of the plan's zone.
func TestChangesInAZone(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Zone = "Asia/Tokyo"
	w.revise("", "", "")
	w.plan.Title = "new"
	w.revise("2026-03-10", "", "")
	assert.Equal(t, "2026-03-10", w.revised(t, report.Month, "2026-03-31").Changes[0].Date)
}

func TestTargetLowered(t *testing.T) {
	by := func(kind kpi.TargetKind, value string) kpi.Target {
		return kpi.Target{Kind: kind, Value: kpi.Num(value)}
	}
	for name, tt := range map[string]struct {
		from, to kpi.Target
		want     string // in the message; "" for silence
	}{
		"down":              {kpi.Deliver("100"), kpi.Deliver("25"), "from 100 to 25"},
		"a little":          {kpi.Deliver("100"), kpi.Deliver("99"), "from 100 to 99"},
		"past what is read": {kpi.Deliver("100"), kpi.Deliver("5"), "from 100 to 5"},
		"up":                {kpi.Deliver("100"), kpi.Deliver("101"), ""},
		"on track":          {kpi.Deliver("24"), kpi.Deliver("23"), ""},
		"reached":           {kpi.Deliver("20"), kpi.Deliver("15"), ""},
		"a lower limit":     {by(kpi.KindAtLeast, "60"), by(kpi.KindAtLeast, "50"), "from 60 to 50"},
		"a lower limit, up": {by(kpi.KindAtLeast, "50"), by(kpi.KindAtLeast, "60"), ""},
		"an upper limit":    {by(kpi.KindAtMost, "10"), by(kpi.KindAtMost, "15"), "from 10 to 15"},
		"a limit that held": {by(kpi.KindAtMost, "30"), by(kpi.KindAtMost, "40"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			list := found(retargeted(tt.from, tt.to).revised(t, report.Month, "2026-03-31"), "target-lowered")
			if tt.want == "" {
				assert.Empty(t, list)
				return
			}
			require.Len(t, list, 1)
			assert.Equal(t, "The target of leads-q1 was moved "+tt.want+" on 2026-03-16, when it stood at 20 and was at risk", list[0].Message)
			assert.Equal(t, "leads-q1", list[0].Goal)
			assert.Equal(t, report.Fact{Name: "status", Value: string(rollup.AtRisk), Text: "at risk"}, list[0].Facts[5])
		})
	}
}

// A target to decrease is lowered when it is raised.
func TestTargetOfADecreaseLowered(t *testing.T) {
	for to, want := range map[string]int{"70": 1, "55": 0} {
		w := quarterOfLeads()
		w.plan.Goals[1] = measured("rank", "growth", "2026-Q1", "followers", "blog", kpi.Reach("100", "60"))
		w.read("followers", "blog", "2026-03-01", "95")
		w.revise("", "", "")
		w.plan.Goals[1].Measure.Target = new(kpi.Reach("100", to))
		w.revise("2026-03-10", "", "")
		assert.Len(t, found(w.revised(t, report.Quarter, "2026-03-31"), "target-lowered"), want, to)
	}
}

// A target that the goal's own measure has passed gets no easier by going up, though
// what counts are its children, which are behind.
func TestTargetOfAParentRaised(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Goals[0] = measured("growth", "", "2026-Q1", "followers", "blog", kpi.Reach("100", "110"))
	w.plan.Goals[0].Level = goal.Macro
	w.read("leads", "blog", "2026-02-20", "20")
	w.read("followers", "blog", "2026-03-01", "120")
	w.revise("", "", "")
	w.plan.Goals[0].Measure.Target = new(kpi.Reach("100", "115"))
	w.revise("2026-03-10", "", "")
	assert.Empty(t, found(w.revised(t, report.Month, "2026-03-31"), "target-lowered"))
	w.revisions, w.plan.Goals[0].Measure.Target = nil, new(kpi.Reach("100", "140"))
	w.revise("", "", "")
	w.plan.Goals[0].Measure.Target = new(kpi.Reach("100", "130"))
	w.revise("2026-03-10", "", "")
	assert.Len(t, found(w.revised(t, report.Month, "2026-03-31"), "target-lowered"), 1)
}

// Another metric has other targets.
func TestTargetOfAnotherMetric(t *testing.T) {
	w := retargeted(kpi.Deliver("100"), kpi.Deliver("25"))
	w.revisions[1].Plan.Goals[1].Measure.Metric = "clicks"
	assert.Empty(t, found(w.revised(t, report.Month, "2026-03-31"), "target-lowered"))
}

// added is a plan to which a goal is added on a date.
func added(period, from string) *world {
	w := quarterOfLeads()
	w.revise("", "", "")
	w.plan.Goals = append(w.plan.Goals, measured("more", "growth", period, "leads", "blog", kpi.Deliver("50")))
	w.revise(from, "bob", "")
	return w
}

func TestGoalAddedLate(t *testing.T) {
	for _, tt := range []struct{ period, from, want string }{
		{"2026-03", "2026-03-17", "more was added on 2026-03-17, when 52% of the period of more was over"},
		{"2026-03", "2026-03-16", ""}, // 15 of 31 days
		{"2026-06", "2026-06-16", ""}, // just half, and not half the year
		{"2026-06", "2026-06-17", "more was added on 2026-06-17, when 53% of the period of more was over"},
		{"2026-Q4", "2026-10-01", ""}, // in time, though the year is older
		{"2026-Q4", "2026-10-05", "more was added on 2026-10-05, when 76% of the period of growth was over"},
		{"2026-Q4", "2026-08-01", ""},
	} {
		t.Run(tt.period+" "+tt.from, func(t *testing.T) {
			month := kpi.Calendar{}.Month(day(tt.from))
			r := added(tt.period, tt.from).revised(t, report.Month, month.End.Add(-1).Format(time.DateOnly))
			var got string
			for _, insight := range found(r, "goal-added-late") {
				got = insight.Message
			}
			assert.Equal(t, tt.want, got)
		})
	}
	w := added("2026-03", "2026-03-17")
	w.policy.Limits.AddedLate = kpi.Num("0.6")
	assert.Empty(t, found(w.revised(t, report.Month, "2026-03-31"), "goal-added-late"))
}

// Only a goal that is new and live can be late: not a change of one, a draft, or a
// metric by the name of a goal.
func TestNoGoalAddedLate(t *testing.T) {
	for name, change := range map[string]func(w *world){
		"changed": func(w *world) { w.plan.Goals[1].Delegate = "cleo" },
		"draft": func(w *world) {
			w.plan.Goals = append(w.plan.Goals, goal.Goal{ID: "more", Level: goal.Micro, Period: "2026-03", State: goal.Draft})
		},
		"metric":  func(w *world) { w.plan.Metrics = []kpi.Metric{{ID: "leads-q1", Combine: kpi.Sum}} },
		"removed": func(w *world) { w.plan.Goals = w.plan.Goals[:1] },
	} {
		t.Run(name, func(t *testing.T) {
			w := quarterOfLeads()
			w.revise("", "", "")
			change(w)
			w.revise("2026-03-25", "", "")
			r := w.revised(t, report.Month, "2026-03-31")
			assert.NotEmpty(t, r.Changes)
			assert.Empty(t, found(r, "goal-added-late"))
		})
	}
}
