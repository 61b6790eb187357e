package report_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
	"github.com/goalkit/goalkit/rollup/report"
)

// The cases of the rules about strategies, money, owners, channels and experiments.
func init() {
	maps.Copy(ruleCases, map[string]ruleCase{
		"budget-pace":   {monthly(spending("3020", "700")), monthly(spending("2400", "700"))},
		"roi":           {monthly(returning("5000")), monthly(spending("2400", "700"))},
		"overallocated": {monthly(allocating("1000")), monthly(allocating("1300"))},

		"not-started":     {monthly(agency(posting())), monthly(posted("2026-01-05"))},
		"cadence-missed":  {monthly(posted("2026-01-05", "2026-01-05", "2026-01-05")), monthly(posted(fourWeeks...))},
		"overloaded":      {monthly(owned("ann", "ann", "ann")), monthly(owned("ann", "ann", "abe"))},
		"macro-delegated": {monthly(delegated(goal.Macro)), monthly(delegated(goal.Micro))},

		"channel-uncovered":         {monthly(covering("blog", "email", "fax")), monthly(covering("blog", "email"))},
		"package-no-macro-strategy": {quarterly(kinds()), quarterly(kinds("brand"))},
		"package-no-micro-strategy": {quarterly(agency()), quarterly(kinds())},
		"package-channel-idle":      {quarterly(kinds()), quarterly(agency())},
		"package-no-reporting":      {quarterly(kinds("community", "advice")), quarterly(kinds("a weekly report"))},
		"package-no-community":      {quarterly(kinds("communities")), quarterly(kinds("Community management"))},
		"package-no-consulting":     {quarterly(kinds("report")), quarterly(kinds("CONSULTING"))},

		"test-invalid": {monthly(trying(arms(3000, 100))), monthly(trying(arms(2400, 100)))},
		"test-decided": {monthly(trying(arms(2400, 60))), monthly(trying(arms(2400, 100)))},
	})
}

var fourWeeks = []string{
	"2026-01-05", "2026-01-05", "2026-01-05", "2026-01-10", "2026-01-11", "2026-01-12",
	"2026-01-15", "2026-01-15", "2026-01-15", "2026-01-28", "2026-01-28", "2026-01-28",
}

func monthly(w *world) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report { return w.report(t, report.Month, "2026-01-31") }
}

func quarterly(w *world) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report { return w.report(t, report.Quarter, "2026-03-31") }
}

// returning is a strategy that cost 3,100 and returned so much.
func returning(amount string) *world {
	w := spending("2400", "700")
	w.read("campaign_return", "blog", "2026-01-30", amount)
	return w
}

// allocating is a goal with so much, of which 1,300 are given away.
func allocating(budget string) *world {
	w := agency(ads())
	w.plan.Goals[2].Budget, w.plan.Strategies[0].Budget = euros(budget), euros("1300")
	return w
}

// posted is a strategy with a post on each of these days.
func posted(dates ...string) *world {
	w := agency(posting())
	for _, date := range dates {
		w.read("posts", "blog", date, "1")
	}
	return w
}

// owned is four goals and strategies by bob and these owners, and one by cid.
func owned(owners ...string) *world {
	w := agency(posting())
	w.plan.Goals[1].Owner, w.plan.Goals[2].Owner, w.plan.Strategies[0].Owner = owners[0], owners[1], owners[2]
	w.plan.Goals = append(w.plan.Goals, goal.Goal{ID: "more", Level: goal.Macro, Period: "2026", Owner: "cid"})
	return w
}

// delegated is a goal and a strategy of one level that somebody works on.
func delegated(level goal.Level) *world {
	w := agency(posting())
	w.plan.Strategies[0].Level = level
	w.plan.Goals[0].Level, w.plan.Goals[0].Delegate = level, "lin"
	return w
}

// covering is an agency on mail and blog that is asked about these channels.
func covering(channels ...string) *world {
	w := agency()
	w.policy.Channels = channels
	return w
}

// arms is a test with 100 conversions of so many people against others of 2,400.
func arms(n, conversions int64) report.Experiment {
	return button(abtest.Arm{Conversions: 100, N: n}, abtest.Arm{Conversions: conversions, N: 2400})
}

func TestMessagesOfWork(t *testing.T) {
	for _, test := range []struct {
		code     string
		report   func(*testing.T) *report.Report
		severity report.Severity
		messages []string
	}{
		{"roi", monthly(returning("5000")), report.Note, []string{"Ads has returned EUR 5,000 for EUR 3,100: a return on investment of 61%"}},
		{"roi", monthly(returning("1550")), report.Warning, []string{"Ads has returned EUR 1,550 for EUR 3,100: a return on investment of -50%"}},
		{"overallocated", monthly(allocating("1000")), report.Warning, []string{"blog-leads has given away EUR 1,300 of a budget of EUR 1,000"}},
		{"overallocated", monthly(allocating("0")), report.Warning, []string{"blog-leads has given away EUR 1,300 of a budget of EUR 0"}},
		{"not-started", monthly(agency(posting())), report.Warning, []string{"nothing has been done of Three posts a week since it began on 2026-01-01"}},
		{"cadence-missed", monthly(posted("2026-01-05", "2026-01-05", "2026-01-05")), report.Warning, []string{"Three posts a week did what was planned in 1 of 4 due periods; actions planned: 12, done: 3"}},
		{"overloaded", monthly(owned("ann", "ann", "ann")), report.Warning, []string{"ann looks after 60% of all open goals and strategies, 3 in number"}},
		{"macro-delegated", monthly(delegated(goal.Macro)), report.Warning, []string{
			"growth gives direction, and is delegated to lin", "Three posts a week gives direction, and is delegated to lin",
		}},
		{"channel-uncovered", monthly(covering("blog", "email", "fax", "radio")), report.Note, []string{"nothing serves growth on fax, radio"}},
		{"package-channel-idle", quarterly(kinds()), report.Warning, []string{"no micro strategy was at work on email in the quarter, which goals of the plan name"}},
		{"package-no-consulting", quarterly(kinds()), report.Note, []string{"no strategy for consulting was at work in the quarter"}},
		{"test-decided", monthly(trying(arms(2400, 60))), report.Note, []string{"The button: B is worse than the control, 2.5% against 4.167%"}},
	} {
		var got []string
		for _, insight := range found(test.report(t), test.code) {
			assert.Equal(t, test.severity, insight.Severity, test.code)
			got = append(got, insight.Message)
		}
		assert.Equal(t, test.messages, got)
	}
}

// A day after it began, nothing can be said of spending, unless all is spent, and
// nothing of what has not begun.
func TestEarlyDaysAreQuiet(t *testing.T) {
	early := func(amount string) *report.Report {
		w := agency(ads(), posting())
		w.plan.Strategies[0].Period = "2026-01-30/2026-04-29"
		w.plan.Strategies[1].Period, w.plan.Strategies[1].Cadence = "2026-01-20/2026-03-31", kpi.Fortnightly
		w.read("campaign_cost", "blog", "2026-01-31", amount)
		w.read("campaign_return", "blog", "2026-01-31", "1")
		return w.report(t, report.Month, "2026-01-31")
	}
	r := early("8000")
	assert.Empty(t, found(r, "budget-pace"))
	assert.Empty(t, found(r, "not-started"), "twelve days, and a due period has fourteen")
	assert.False(t, r.Work[0].Money.Projection.Known())
	assert.Equal(t, report.Note, found(r, "roi")[0].Severity, "what was paid for may yet return")
	assert.Len(t, found(early("9001"), "budget-pace"), 1)
}

func TestLimitsOfWork(t *testing.T) {
	limited := func(code string, w *world, limits report.Limits) int {
		w.policy.Limits = limits
		return len(found(w.report(t, report.Month, "2026-01-31"), code))
	}
	n := kpi.Num
	assert.Zero(t, limited("budget-pace", spending("3020", "700"), report.Limits{SpendHigh: n("1.2")}), "1.2 is not above it")
	assert.Equal(t, 1, limited("budget-pace", spending("2400", "700"), report.Limits{SpendLow: n("1.01")}))
	assert.Zero(t, limited("not-started", agency(posting()), report.Limits{StartDays: n("31.5")}))
	assert.Zero(t, limited("cadence-missed", posted("2026-01-05", "2026-01-05", "2026-01-05"), report.Limits{CadenceMet: n("0.25")}), "as many as wanted")
	assert.Zero(t, limited("overloaded", owned("ann", "ann", "ann"), report.Limits{OwnerShare: n("0.6")}))
	assert.Zero(t, limited("overloaded", owned("ann", "ann", "ann"), report.Limits{OwnersFrom: n("4")}))
	assert.Equal(t, 1, limited("overallocated", allocating("1400"), report.Limits{Slack: n("0.1")}))
	warned := returning("5000")
	warned.policy.Limits.ROI = n("1")
	assert.Equal(t, report.Warning, found(warned.report(t, report.Month, "2026-01-31"), "roi")[0].Severity)
}
