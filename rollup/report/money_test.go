package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// ads is a strategy that spends 9,000 in the 90 days of the first quarter.
func ads() goal.Strategy {
	return goal.Strategy{
		ID: "ads", Title: "Ads", Level: goal.Micro, Goals: []string{"blog-leads"}, Channel: "blog",
		Budget: euros("9000"), Cost: "campaign_cost", Return: "campaign_return",
	}
}

func euros(amount string) *goal.Budget {
	return &goal.Budget{Amount: kpi.Num(amount), Currency: "EUR"}
}

// spending is an agency that spent so much up to January 20, and on January 30.
func spending(early, late string) *world {
	w := agency(ads())
	w.read("campaign_cost", "blog", "2026-01-20", early)
	w.read("campaign_cost", "blog", "2026-01-30", late)
	return w
}

// 31 of 90 days are over, for which 3,100 are planned: 3,720 is 1.2 times that, and
// in all heads for 1.2 × 9,000. With 100 a day, as in the last seven days, the 59
// days left make it 9,620.
func TestMoneyOfStrategy(t *testing.T) {
	w := spending("3020", "700")
	w.read("campaign_return", "blog", "2026-01-25", "4650")
	w.read("campaign_return", "email", "2026-01-25", "1000000") // elsewhere
	m := w.report(t, report.Month, "2026-01-31").Work[0].Money
	require.NotNil(t, m)
	assert.Equal(t, "EUR 9000 3720 4650 3100 1.2 10800 9620 0.25",
		joined(m.Currency, m.Budget.String(), m.Spent.String(), m.Returned.String(), m.Planned.String(), m.Rate.String(),
			m.Projection.String(), m.Lately.String(), m.ROI.String()))
	assert.Equal(t, "5280/59", m.PerDay.Rat().String())
	assert.False(t, m.Slack.Known())
	assert.False(t, m.PerUnit.Known(), "a strategy delivers actions")
}

// A promotion of seven days is measured by these, not by the quarter they lie in:
// four are over.
func TestPromotionExpectsByItsOwnWindow(t *testing.T) {
	promotion := ads()
	promotion.Period, promotion.Budget = "2026-02-12/2026-02-18", euros("700")
	w := agency(promotion)
	offer := measured("offer", "growth", "2026-02-12/2026-02-18", "leads", "blog", kpi.Deliver("70"))
	w.plan.Goals = append(w.plan.Goals, offer)
	w.read("leads", "blog", "2026-02-13", "20")
	w.read("campaign_cost", "blog", "2026-02-10", "50") // before it began
	w.read("campaign_cost", "blog", "2026-02-13", "300")
	r := w.report(t, report.Week, "2026-02-15")
	m := r.Work[0].Money
	assert.Equal(t, "400", m.Planned.String())
	assert.Equal(t, "300", m.Spent.String())
	assert.Equal(t, "0.75", m.Rate.String())
	assert.Equal(t, "525", m.Projection.String())
	assert.Equal(t, "525", m.Lately.String(), "all of it is the last seven days")
	assert.Equal(t, "400/3", m.PerDay.Rat().String())
	assert.True(t, kpi.Quotient(bigInt(4), bigInt(7)).Equal(r.Goals[3].Expected))
	assert.Equal(t, rollup.AtRisk, r.Goals[3].Status, "half of what is expected of it, and more than the quarter would")
}

// Once it is over, nothing is left to spend, whatever the rest.
func TestMoneyAtTheEnd(t *testing.T) {
	w := spending("3000", "3000")
	m := w.report(t, report.Quarter, "2026-03-31").Work[0].Money
	assert.Equal(t, "1 9000 6000 6000", joined(m.Elapsed.String(), m.Planned.String(), m.Spent.String(), m.Projection.String()))
	assert.False(t, m.PerDay.Known())
	assert.False(t, m.Lately.Known(), "nothing was read in the last week")
	assert.False(t, m.ROI.Known())
}

func TestMoneyThatIsNotKnown(t *testing.T) {
	w := agency(ads())
	w.plan.Strategies[0].Period = "2026-Q2"
	m := w.report(t, report.Quarter, "2026-03-31").Work[0].Money
	assert.Equal(t, "0", m.Planned.String(), "scheduled")
	assert.False(t, m.Spent.Known() || m.Rate.Known() || m.PerDay.Known() || m.Projection.Known() || m.Lately.Known())

	w.plan.Strategies[0] = goal.Strategy{ID: "idea", Level: goal.Macro, Budget: euros("0"), Cost: "campaign_cost"}
	m = w.report(t, report.Quarter, "2026-03-31").Work[0].Money
	assert.Equal(t, "0", m.Budget.String())
	assert.False(t, m.Elapsed.Known(), "no period")

	w = spending("5", "5")
	w.plan.Strategies[0].Budget = euros("0")
	m = w.report(t, report.Month, "2026-01-31").Work[0].Money
	assert.Equal(t, "10", m.Spent.String())
	assert.False(t, m.Rate.Known(), "of nothing planned")

	w = agency(posting())
	assert.Nil(t, w.report(t, report.Month, "2026-01-31").Work[0].Money)
	assert.Nil(t, w.report(t, report.Month, "2026-01-31").Goals[0].Money)
}

// A goal spends by its own profile, and has a cost for each unit that it delivers.
func TestMoneyOfGoal(t *testing.T) {
	w := agency()
	g := &w.plan.Goals[2]
	g.Budget, g.Cost, g.Return = euros("2000"), "campaign_cost", "campaign_return"
	g.Expected = &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: "2026-01-31", Progress: kpi.Num("0.25")}}}
	w.read("leads", "blog", "2026-01-20", "50")
	w.read("campaign_cost", "blog", "2026-01-20", "1000")
	w.read("campaign_return", "blog", "2026-01-20", "500")
	r := w.report(t, report.Month, "2026-01-31")
	m := r.Goals[2].Money
	require.NotNil(t, m)
	assert.Equal(t, "0.25 500 2 4000 20 -0.5",
		joined(m.Elapsed.String(), m.Planned.String(), m.Rate.String(), m.Projection.String(), m.PerUnit.String(), m.ROI.String()))

	g.State, g.Since = goal.Paused, "2026-01-31"
	assert.False(t, w.report(t, report.Month, "2026-01-31").Goals[2].Money.PerDay.Known(), "nothing is spent while it is paused")
	g.Measure.Channel = "email"
	assert.False(t, w.report(t, report.Month, "2026-01-31").Goals[2].Money.PerUnit.Known(), "leads of one channel, cost of another")
}

// Of 1,000, 300 go to a goal below and 400 to a strategy. Another one serves both
// goals and is paid from the 300.
func TestAllocation(t *testing.T) {
	with := func(id, amount string, goals ...string) goal.Strategy {
		return goal.Strategy{ID: id, Level: goal.Micro, Goals: goals, Budget: euros(amount)}
	}
	w := agency(with("brand", "400", "growth", "growth"), with("both", "200", "growth", "blog-leads"))
	w.plan.Goals[0].Budget, w.plan.Goals[2].Budget = euros("1000"), euros("300")
	r := w.report(t, report.Month, "2026-01-31")
	assert.Equal(t, "700 0.3", joined(r.Goals[0].Money.Allocated.String(), r.Goals[0].Money.Slack.String()))
	assert.Equal(t, "200 0.333333333333333333", joined(r.Goals[2].Money.Allocated.String(), r.Goals[2].Money.Slack.String()))

	w.plan.Strategies[0].Budget.Currency = "USD"
	r = w.report(t, report.Month, "2026-01-31")
	assert.False(t, r.Goals[0].Money.Allocated.Known() || r.Goals[0].Money.Slack.Known(), "two currencies")
	assert.True(t, r.Goals[2].Money.Slack.Known())
}

func TestBudgetPaceMattersByWhereItHeads(t *testing.T) {
	for _, test := range []struct {
		early, late string
		severity    report.Severity
		message     string
	}{
		{"3020", "700", report.Warning, "Ads has spent EUR 3,720 of EUR 9,000 where EUR 3,100 was planned by now, which makes EUR 9,620 in the end"},
		{"2670", "1050", report.Alert, "Ads has spent EUR 3,720 of EUR 9,000 where EUR 3,100 was planned by now, which makes EUR 12,570 in the end"},
		{"1780", "700", report.Note, "Ads has spent EUR 2,480 of EUR 9,000 where EUR 3,100 was planned by now, which makes EUR 8,380 in the end"},
		{"9000", "1", report.Alert, "Ads has spent EUR 9,001 of EUR 9,000 where EUR 3,100 was planned by now, which makes EUR 9,009 in the end"},
	} {
		insights := found(spending(test.early, test.late).report(t, report.Month, "2026-01-31"), "budget-pace")
		require.Len(t, insights, 1, test.message)
		assert.Equal(t, test.severity, insights[0].Severity, test.message)
		assert.Equal(t, test.message, insights[0].Message)
		assert.Equal(t, "ads", insights[0].Strategy)
		assert.Equal(t, "blog", insights[0].Channel)
	}
}
