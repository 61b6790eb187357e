package report

import (
	"iter"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// moneyRules are about budgets and what they bring.
var moneyRules = []Rule{
	{
		Code: "budget-pace", Severity: Warning,
		Doc: "Less than 0.9 or more than 1.1 times as much was spent of the budget of an open goal, or a strategy, as is planned by " +
			"now. Too little is a note. Too much is an alert if the budget is passed, or if the projection from the last seven days, " +
			"without a reading there that from the whole time, passes it by more than 10%. " +
			"It is silent while less than 0.1 of the time is over, unless the budget is passed. Beside, where they are known: perDay, what is left for each day, and rate.",
		Text: "{what} has spent {spent} of {budget} where {planned} was planned by now, which makes {projection} in the end",
		find: budgetPace,
	},
	{
		Code: "roi", Severity: Note,
		Doc: "Cost and return of an open goal, or a strategy, are both known. A warning if (return - cost) / cost is below 0, " +
			"once 0.1 of the time is over: what is paid for today may return tomorrow.",
		Text: "{what} has returned {returned} for {spent}: a return on investment of {roi}",
		find: returnOnInvestment,
	},
	{
		Code: "overallocated", Severity: Warning,
		Doc:  "The budgets of what serves an open goal leave less than nothing of the goal's own. Beside: slack, the share that is left, if the budget is not 0.",
		Text: "{what} has given away {allocated} of a budget of {budget}",
		find: overallocated,
	},
}

// A payer is a goal or strategy with money.
type payer struct {
	about Insight
	title Fact
	money *Money
}

// payers returns an iterator over the open goals with money, and then the
// strategies that have begun, but for one whose money is that of a goal that it
// serves.
func (v *view) payers(r *Report) iter.Seq[payer] {
	return func(yield func(payer) bool) {
		paid := make(map[string]*Money) // by goal
		for i := range r.Goals {
			g := &r.Goals[i]
			n, _ := v.h.Node(g.ID)
			if g.Money == nil || !v.open(n) {
				continue
			}
			paid[g.ID] = g.Money
			if !yield(payer{Insight{Goal: g.ID}, name("what", n), g.Money}) {
				return
			}
		}
		for i := range r.Work {
			w := &r.Work[i]
			told := slices.ContainsFunc(w.Goals, func(id string) bool { return w.Money.same(paid[id]) })
			if w.Money != nil && w.Phase != Scheduled && !told && !yield(payer{w.about(), w.title("what"), w.Money}) {
				return
			}
		}
	}
}

// same reports whether both are the same money.
func (m *Money) same(o *Money) bool {
	return m != nil && o != nil && m.Currency == o.Currency &&
		m.Budget.Equal(o.Budget) && m.Spent.Equal(o.Spent) && m.Returned.Equal(o.Returned)
}

// amount is a fact in the currency of m.
func (m *Money) amount(name string, v kpi.Value) Fact {
	return value(name, kpi.Metric{Unit: kpi.Currency(m.Currency)}, v)
}

func budgetPace(v *view, r *Report, add func(Insight)) error {
	for p := range v.payers(r) {
		m := p.money
		if !m.Budget.Known() || !m.Spent.Known() || !m.Planned.Known() {
			continue
		}
		spent := m.Spent.Cmp(m.Budget) > 0
		if !spent && (!m.Rate.Known() || v.early(m)) {
			continue
		}
		severity, limit := v.spending(m, spent)
		if !limit.Given() {
			continue
		}
		found, heading := p.about, m.amount("projection", m.heading())
		if !m.Lately.Known() && !m.Projection.Known() {
			heading.Text += " or more"
		}
		found.Severity, found.Threshold = severity, limit
		found.Facts = []Fact{
			p.title, m.amount("spent", m.Spent), m.amount("budget", m.Budget), m.amount("planned", m.Planned),
			heading,
		}
		if m.PerDay.Known() {
			found.Facts = append(found.Facts, m.amount("perDay", m.PerDay))
		}
		if m.Rate.Known() {
			found.Facts = append(found.Facts, share("rate", m.Rate))
		}
		add(found)
	}
	return nil
}

// early reports whether too little of the time is over to judge spending.
func (v *view) early(m *Money) bool {
	return m.Elapsed.Known() && m.Elapsed.Rat().Cmp(v.limits.SpendFrom.Rat()) < 0
}

// spending returns how much the pace of spending matters and the limit that it has
// passed, not given if it has passed none.
func (v *view) spending(m *Money, spent bool) (Severity, kpi.Number) {
	rate := m.Rate.Rat()
	switch {
	case spent:
		return Alert, v.limits.SpendHigh
	case rate.Cmp(v.limits.SpendLow.Rat()) < 0:
		return Note, v.limits.SpendLow
	case rate.Cmp(v.limits.SpendHigh.Rat()) <= 0:
		return "", kpi.Number{}
	}
	most := new(big.Rat).Add(big.NewRat(1, 1), v.limits.SpendOver.Rat())
	most.Mul(most, m.Budget.Rat())
	if m.heading().Rat().Cmp(most) > 0 {
		return Alert, v.limits.SpendHigh
	}
	return Warning, v.limits.SpendHigh
}

// heading returns the better projection: that from the last days or, if there is
// none, that from the whole time; before there is one, what was spent.
func (m *Money) heading() kpi.Value {
	switch {
	case m.Lately.Known():
		return m.Lately
	case m.Projection.Known():
		return m.Projection
	}
	return m.Spent
}

func returnOnInvestment(v *view, r *Report, add func(Insight)) error {
	for p := range v.payers(r) {
		m := p.money
		if !m.ROI.Known() {
			continue
		}
		found := p.about
		found.Threshold = v.limits.ROI
		if m.ROI.Rat().Cmp(v.limits.ROI.Rat()) < 0 && !v.early(m) {
			found.Severity = Warning
		}
		found.Facts = []Fact{p.title, m.amount("returned", m.Returned), m.amount("spent", m.Spent), share("roi", m.ROI)}
		add(found)
	}
	return nil
}

func overallocated(v *view, r *Report, add func(Insight)) error {
	for p := range v.payers(r) {
		m := p.money
		if !m.Allocated.Known() {
			continue
		}
		most := new(big.Rat).Sub(big.NewRat(1, 1), v.limits.Slack.Rat())
		if m.Allocated.Rat().Cmp(most.Mul(most, m.Budget.Rat())) <= 0 {
			continue
		}
		found := p.about
		found.Threshold = v.limits.Slack
		found.Facts = []Fact{p.title, m.amount("allocated", m.Allocated), m.amount("budget", m.Budget)}
		if m.Slack.Known() {
			found.Facts = append(found.Facts, share("slack", m.Slack))
		}
		add(found)
	}
	return nil
}
