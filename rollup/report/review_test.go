package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// reviewsHeld is the week to March 15 with weekly reviews held on dates.
func reviewsHeld(dates ...string) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report {
		w := quarterOfLeads()
		for _, date := range dates {
			w.policy.Held = append(w.policy.Held, report.Held{Span: report.Week, On: date})
		}
		return w.report(t, report.Week, "2026-03-15")
	}
}

// Until March 15, a Sunday, the review of the week to March 8 could be held.
func TestReviewOverdue(t *testing.T) {
	for name, tt := range map[string]struct {
		held []string
		want string
	}{
		"in the week before": {[]string{"2026-03-02", "2026-03-08"}, "2026-03-08"},
		"long ago":           {[]string{"2026-02-02"}, "2026-02-02"},
		"on the first day":   {[]string{"2026-03-02", "2026-03-09"}, ""},
		"on the last day":    {[]string{"2026-03-15", "2026-03-02"}, ""},
		"no log":             {nil, ""},
		"log begins later":   {[]string{"2026-03-11"}, ""},
		"held in the future": {[]string{"2026-03-02", "2026-03-16"}, "2026-03-02"},
	} {
		t.Run(name, func(t *testing.T) {
			list := found(reviewsHeld(tt.held...)(t), "review-overdue")
			if tt.want == "" {
				assert.Empty(t, list)
				return
			}
			require.Len(t, list, 1)
			assert.Equal(t, "The weekly review of 2026-W10 was due by 2026-03-15; last held: "+tt.want, list[0].Message)
			assert.Equal(t, report.Warning, list[0].Severity)
		})
	}
}

// A review of a kind that was never held is overdue once the log was kept for as
// long as it could have been held.
func TestReviewNeverHeld(t *testing.T) {
	w := quarterOfLeads()
	w.policy.Held = []report.Held{{Span: report.Week, On: "2026-03-18"}}
	assert.NotContains(t, messages(w.report(t, report.Month, "2026-04-30")), "monthly review of 2026-02")
	assert.Contains(t, messages(w.report(t, report.Month, "2026-04-30")),
		"The monthly review of 2026-03 was due by 2026-04-30; last held: never")
	assert.NotContains(t, messages(w.report(t, report.Month, "2026-04-29")), "monthly review")
	assert.Contains(t, messages(w.report(t, report.Quarter, "2026-06-30")), "The quarterly review of 2026-Q1 was due by 2026-06-30")
}

// The log may be in any order, and begins with the first review of any kind.
func TestReviewLogBegins(t *testing.T) {
	w := quarterOfLeads()
	w.policy.Held = []report.Held{{Span: report.Month, On: "2026-03-12"}, {Span: report.Week, On: "2026-03-02"}}
	assert.Contains(t, messages(w.report(t, report.Week, "2026-03-15")), "The weekly review of 2026-W10 was due")
	w.policy.Held = []report.Held{{Span: report.Month, On: "2026-03-02"}}
	assert.Contains(t, messages(w.report(t, report.Week, "2026-03-15")), "last held: never")
}

// Nothing is due where there is nothing to review: micro goals weekly, macro goals
// quarterly.
func TestReviewsOfLevels(t *testing.T) {
	w := quarterOfLeads()
	assert.Equal(t, []string{
		"2026-04-12 The weekly review of 2026-W14 is due by 2026-04-12", // the goal ended in it, on March 31
		"2026-04-30 The monthly review of 2026-03 is due by 2026-04-30",
		"2026-06-30 The quarterly review of 2026-Q1 is due by 2026-06-30",
	}, agenda(w.report(t, report.Quarter, "2026-04-05"), report.DueReview))
	w.plan.Goals = w.plan.Goals[:1]
	assert.Equal(t, []string{"2026-03-31 The monthly review of 2026-02 is due by 2026-03-31"},
		agenda(w.report(t, report.Month, "2026-03-15"), report.DueReview), "no micro goals")
	w.plan.Goals[0].Period = "2027"
	assert.Empty(t, agenda(w.report(t, report.Month, "2026-03-15"), report.DueReview), "not begun")
	w.plan.Goals[0] = measured("step", "", "2026-Q1", "leads", "", kpi.Deliver("1"))
	assert.NotContains(t, strings.Join(agenda(w.report(t, report.Quarter, "2026-04-05"), report.DueReview), ""), "quarterly", "no macro goals")
	assert.NotContains(t, strings.Join(agenda(w.report(t, report.Quarter, "2026-04-30"), report.DueReview), ""), "weekly", "over")
	w.plan.Goals[0].State = goal.Draft
	assert.Empty(t, agenda(w.report(t, report.Month, "2026-03-15"), report.DueReview), "a draft")
	w.plan.Goals[0] = goal.Goal{ID: "old", Level: goal.Macro, Period: "2026", State: goal.Closed, Since: "2026-01-20"}
	assert.Empty(t, agenda(w.report(t, report.Month, "2026-03-15"), report.DueReview), "closed before")
}

// What was held is in the report of the period in which it was.
func TestHeld(t *testing.T) {
	w := quarterOfLeads()
	w.policy.Held = []report.Held{
		{Span: report.Week, On: "2026-03-09", By: "ann", Notes: "more posts", Insights: []string{"pace-gap"}, Goals: []string{"leads-q1"}},
		{Span: report.Month, On: "2026-03-08T23:59:59Z"},
	}
	r := w.report(t, report.Week, "2026-03-15")
	assert.Equal(t, w.policy.Held[:1], r.Held)
	r.Held[0].Goals[0] = "changed"
	assert.Equal(t, "leads-q1", w.policy.Held[0].Goals[0])
}

func TestHeldIsChecked(t *testing.T) {
	h, err := goal.New(goal.Plan{})
	require.NoError(t, err)
	at, err := h.Moment("2026-03-15")
	require.NoError(t, err)
	p := report.Policy{Held: []report.Held{{Span: "year", On: "2026-02-30"}, {Span: report.Week, On: "2026-03-01"}, {}}}
	_, err = p.Weekly(h, &kpi.Ledger{}, at)
	var ps kpi.Problems
	require.ErrorAs(t, err, &ps)
	var fields []string
	for _, problem := range ps {
		fields = append(fields, problem.Field)
	}
	assert.Equal(t, []string{"held[0].span", "held[0].on", "held[2].span", "held[2].on"}, fields)
	require.ErrorIs(t, err, kpi.ErrEnum)
	require.ErrorIs(t, err, kpi.ErrTime)
}

// At both ends of the calendar there is nothing to go by, and nothing goes wrong.
func TestReviewsAtTheEndsOfTheCalendar(t *testing.T) {
	w := &world{plan: goal.Plan{
		Goals: []goal.Goal{
			macro("always", "0000-01-01/9999-12-31"),
			measured("last", "always", "9999-Q4", "leads", "", kpi.Deliver("1")),
			measured("first", "always", "0000-Q1", "leads", "", kpi.Deliver("1")),
		},
		Strategies: []goal.Strategy{{ID: "daily", Level: goal.Micro, Period: "0000-01-01/9999-12-31", Cadence: kpi.Daily}},
	}}
	w.policy.Held = []report.Held{{Span: report.Week, On: "0000-01-01"}, {Span: report.Quarter, On: "9999-12-31"}}
	for _, span := range []report.Span{report.Week, report.Month, report.Quarter} {
		for _, date := range []string{"0000-12-31", "9999-09-30", "9999-12-30", "9999-12-31"} {
			r := w.report(t, span, date)
			for _, due := range r.Agenda {
				assert.Len(t, due.Date, len("2006-01-02"), due.Text)
			}
			for _, c := range r.Closings {
				assert.Nil(t, c.Next, "no quarter comes after it")
			}
		}
	}
}
