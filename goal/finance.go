package goal

import (
	"cmp"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Budget is an amount of money.
type Budget struct {
	Amount   kpi.Number `json:"amount,omitzero"` // at least 0
	Currency string     `json:"currency"`        // ISO 4217 code
}

// Budget returns what the plan says may be spent on the goal.
func (n Node) Budget() (Budget, bool) { return budgetOf(n.goal().Budget) }

// AskCost returns the question what was spent: the goal's cost metric on its
// channel over its period, as far as that comes before bound and, of a paused or
// closed goal, before Since. It reports false for a goal without a cost.
func (n Node) AskCost(bound time.Time) (kpi.Ask, bool) {
	return n.askMoney(n.goal().Cost, bound)
}

// AskReturn is [Node.AskCost] for what was earned.
func (n Node) AskReturn(bound time.Time) (kpi.Ask, bool) {
	return n.askMoney(n.goal().Return, bound)
}

func (n Node) askMoney(metric string, bound time.Time) (kpi.Ask, bool) {
	if metric == "" {
		return kpi.Ask{}, false
	}
	q := question{metric: metric, channel: n.Channel()}
	return q.about(q.before(n.Cut(bound), n.period(), n.h.loc)), true
}

func budgetOf(b *Budget) (Budget, bool) {
	if b == nil {
		return Budget{}, false
	}
	return *b, true
}

// finance is what a goal or strategy says about money.
type finance struct {
	budget        *Budget
	cost, returns string // metrics
}

// finance checks what is said about money, all of which must be one currency:
// that of the budget or, without one, of the cost.
func (b *builder) finance(f finance, report kpi.Report) {
	currency := ""
	if f.budget != nil {
		currency = f.budget.check(report)
	}
	cost := b.money("cost", f.cost, currency, report)
	b.money("return", f.returns, cmp.Or(currency, cost), report)
}

// money checks that a field names a metric that adds up to money of a currency,
// "" standing for any, and returns which that is, "" if it is none.
func (b *builder) money(field, metric, currency string, report kpi.Report) string {
	if metric == "" || !b.knownMetric(field, metric, report) {
		return ""
	}
	m, _ := b.h.catalogue.Metric(metric)
	code, isMoney := m.Unit.Currency()
	switch {
	case !isMoney || m.Combine != kpi.Sum:
		report(field, kpi.ErrUnit, metric, "want a metric in money that adds up (sum)")
		return ""
	case currency != "" && code != currency:
		report(field, kpi.ErrUnit, metric, "in "+kpi.Clip(code)+", but the rest is in "+kpi.Clip(currency))
	}
	return code
}

// check reports the faults of a budget and returns its currency, "" if that is
// one of them.
func (b *Budget) check(report kpi.Report) string {
	amount := b.Amount
	if right := amount.Check("budget.amount", report); !amount.Given() || right && amount.Sign() < 0 {
		report("budget.amount", kpi.ErrNumber, amount.String(), "want an amount of at least 0")
	}
	if !kpi.IsCurrency(b.Currency) {
		report("budget.currency", kpi.ErrEnum, b.Currency, "want a currency code such as EUR")
		return ""
	}
	return b.Currency
}
