package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// agenda returns what is due of some kinds, or of all, with its dates.
func agenda(r *report.Report, kinds ...report.DueKind) (list []string) {
	for _, due := range r.Agenda {
		for _, kind := range kinds {
			if due.Kind == kind {
				list = append(list, due.Date+" "+due.Text)
			}
		}
	}
	return list
}

// messages returns what all insights say, a line each.
func messages(r *report.Report) string {
	var b strings.Builder
	for _, insight := range r.Insights {
		fmt.Fprintln(&b, insight.Message)
	}
	return b.String()
}

// What the plan below has in store from Monday, March 16 on.
func TestAgendaOfAWeek(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Goals[1].Delegate = "cleo"
	w.plan.Goals = append(w.plan.Goals,
		measured("late", "growth", "2026-Q1", "sessions", "", kpi.Deliver("100")),
		measured("next", "growth", "2026-03-20/2026-04-20", "clicks", "", kpi.Deliver("100")),
		measured("short", "growth", "2026-03-10/2026-03-18", "reactions", "", kpi.Deliver("100")))
	w.plan.Strategies = []goal.Strategy{{
		ID: "stories", Title: "Stories", Level: goal.Micro, Goals: []string{"leads-q1"},
		Cadence: kpi.Weekly, Owner: "dan", Period: "2026-03-02/2026-03-29",
	}}
	w.read("leads", "blog", "2026-03-12", "10")
	w.read("sessions", "", "2026-03-02", "10")
	r := w.report(t, report.Week, "2026-03-15")

	var lines []string
	for _, due := range r.Agenda {
		lines = append(lines, fmt.Sprintln(due.Date, due.Kind, due.Overdue, due.Goal+due.Strategy, due.Owner, due.Delegate, due.Text))
	}
	assert.Equal(t, []string{
		"2026-03-09 check_in true late ann  A reading of late was due by 2026-03-09\n",
		"2026-03-17 check_in false short ann  A reading of short is due by 2026-03-17\n",
		"2026-03-18 ends false short ann  short ends on 2026-03-18\n",
		"2026-03-19 check_in false leads-q1 ann cleo A reading of leads-q1 is due by 2026-03-19\n",
		"2026-03-20 starts false next ann  next starts on 2026-03-20\n",
		"2026-03-22 action false stories dan  Stories is due by 2026-03-22\n",
		"2026-03-22 review false    The weekly review of 2026-W11 is due by 2026-03-22\n",
	}, lines)
	for _, due := range r.Agenda {
		assert.NotContains(t, due.Text, "{")
		for _, fact := range due.Facts {
			assert.Contains(t, due.Text, fact.Text, "a fact that the sentence leaves out")
		}
	}
}

// A reading is due one cadence after the newest one, that day included, but not
// after the goal's end.
func TestAgendaCheckIn(t *testing.T) {
	for name, tt := range map[string]struct {
		read, at, want string
		overdue        bool
	}{
		"on its day":          {"2026-03-09", "2026-03-14", "2026-03-16", false},
		"on its day at night": {"2026-03-09", "2026-03-15", "2026-03-16", false},
		"a day later":         {"2026-03-09", "2026-03-16", "2026-03-16", true},
		"since the start":     {"", "2026-01-07", "2026-01-08", false},
		"never read":          {"", "2026-01-08", "2026-01-08", true},
		"read before it":      {"2025-12-30", "2026-01-07", "2026-01-08", false},
		"at the end":          {"2026-03-28", "2026-03-30", "2026-03-31", false},
		"over":                {"2026-03-02", "2026-03-31", "", false},
		"far away":            {"2026-03-20", "2026-03-20", "2026-03-27", false},
	} {
		t.Run(name, func(t *testing.T) {
			w := quarterOfLeads()
			if tt.read != "" {
				w.read("leads", "blog", tt.read, "1")
			}
			var dates []string
			for _, due := range w.report(t, report.Week, tt.at).Agenda {
				if due.Kind == report.DueCheckIn {
					dates = append(dates, due.Date)
					assert.Equal(t, tt.overdue, due.Overdue)
				}
			}
			assert.Equal(t, tt.want, strings.Join(dates, " "))
		})
	}
}

// Readings are due once a goal has begun.
func TestAgendaBeforeAGoalBegins(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Goals[1].Period = "2026-03-18/2026-06-30"
	assert.Equal(t, []string{"2026-03-18 leads-q1 starts on 2026-03-18"}, agenda(w.report(t, report.Month, "2026-03-15"), report.DueCheckIn, report.DueStart))
	assert.Equal(t, []string{"2026-03-25 A reading of leads-q1 is due by 2026-03-25"}, agenda(w.report(t, report.Month, "2026-03-18"), report.DueCheckIn))
}

// Who is not at work has nothing to do.
func TestAgendaPassesBy(t *testing.T) {
	for _, state := range []goal.State{goal.Draft, goal.Paused, goal.Closed, goal.Cancelled} {
		w := quarterOfLeads()
		w.plan.Goals[1].State = state
		w.plan.Strategies = []goal.Strategy{{ID: "posts", Level: goal.Micro, Goals: []string{"leads-q1"}, Cadence: kpi.Weekly}}
		r := w.report(t, report.Quarter, "2026-03-15")
		assert.Empty(t, agenda(r, report.DueCheckIn, report.DueAction, report.DueEnd, report.DueStart), state)
	}
}

// What was done already is not due: the next turn is.
func TestAgendaCountsActions(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Strategies = []goal.Strategy{{
		ID: "posts", Level: goal.Micro, Channel: "blog", Period: "2026-03-02/2026-03-29",
		Cadence: kpi.Weekly, Planned: kpi.Int(3), Done: "posts_published",
	}}
	plan := func() []string { return agenda(w.report(t, report.Month, "2026-03-18"), report.DueAction) }
	assert.Equal(t, []string{"2026-03-22 posts is due by 2026-03-22"}, plan())
	w.read("posts_published", "blog", "2026-03-15", "3") // of the week before
	w.read("posts_published", "email", "2026-03-17", "3")
	w.read("posts_published", "blog", "2026-03-17", "2")
	assert.Equal(t, []string{"2026-03-22 posts is due by 2026-03-22: 2 of 3 done"}, plan())
	w.read("posts_published", "blog", "2026-03-19", "1") // nobody knows that yet
	assert.Equal(t, []string{"2026-03-22 posts is due by 2026-03-22: 2 of 3 done"}, plan())
	w.read("posts_published", "blog", "2026-03-18", "1")
	assert.Equal(t, []string{"2026-03-29 posts is due by 2026-03-29"}, plan())
	w.plan.Strategies[0].Period = "2026-03-02/2026-03-22"
	assert.Empty(t, plan(), "all is done")
}

// A week, a month and a quarter look 7, 31 and 92 days ahead, the last included.
func TestAgendaLooksAhead(t *testing.T) {
	for span, days := range map[report.Span]int{report.Week: 7, report.Month: 31, report.Quarter: 92} {
		at := day("2026-03-15")
		last := at.AddDate(0, 0, days)
		w := &world{}
		for _, when := range []time.Time{last, last.AddDate(0, 0, 1)} {
			date := when.Format(time.DateOnly)
			w.plan.Goals = append(w.plan.Goals, macro("ends-"+date, "2026-01-01/"+date), macro("starts-"+date, date+"/2027-12-31"))
		}
		got := agenda(w.report(t, span, "2026-03-15"), report.DueStart, report.DueEnd)
		date := last.Format(time.DateOnly)
		assert.Equal(t, []string{
			fmt.Sprintf("%[1]s starts-%[1]s starts on %[1]s", date), fmt.Sprintf("%[1]s ends-%[1]s ends on %[1]s", date),
		}, got)
	}
}

// Dates are days of the plan's zone, also where clocks change.
func TestAgendaInAZone(t *testing.T) {
	w := quarterOfLeads()
	w.plan.Zone = "America/Santiago" // clocks skip midnight on 2026-09-06
	w.plan.Goals[1].Period = "2026-Q3"
	w.obs = []kpi.Observation{{Metric: "leads", Channel: "blog", At: time.Date(2026, 8, 31, 3, 30, 0, 0, time.UTC), Value: kpi.Int(1)}}
	r := w.report(t, report.Week, "2026-09-05")
	assert.Equal(t, []string{"2026-09-06 A reading of leads-q1 is due by 2026-09-06"}, agenda(r, report.DueCheckIn), "read on August 30, 23:30")
}

// The next due period is the one that Cadence.Due has.
func TestAgendaOfAnOldStrategy(t *testing.T) {
	w := &world{plan: goal.Plan{Strategies: []goal.Strategy{
		{ID: "long", Level: goal.Micro, Period: "0001-01-01/9998-12-31", Cadence: kpi.Daily},
		{ID: "odd", Level: goal.Micro, Period: "2020-01-31/2026-05-15", Cadence: kpi.Monthly},
	}}}
	for _, date := range []string{"2026-02-27", "2026-02-28", "2026-03-15", "2026-04-29", "2026-04-30"} {
		r := w.report(t, report.Month, date)
		h, err := goal.New(w.plan)
		require.NoError(t, err)
		at, err := h.Moment(date)
		require.NoError(t, err)
		s, _ := h.Strategy("odd")
		p, _ := s.Period()
		for due := range s.Cadence().Due(p) {
			if due.End.After(at.Bound()) {
				last := due.End.Add(-1).Format(time.DateOnly)
				assert.Contains(t, agenda(r, report.DueAction), last+" odd is due by "+last)
				break
			}
		}
		assert.Len(t, agenda(r, report.DueAction), 2)
	}
}
