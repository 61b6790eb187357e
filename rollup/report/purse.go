package report

import (
	"math/big"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A spender is a goal or a strategy.
type spender interface {
	Budget() (goal.Budget, bool)
	AskCost(bound time.Time) (kpi.Ask, bool)
	AskReturn(bound time.Time) (kpi.Ask, bool)
}

// A purse is money while its readings come in.
type purse struct {
	money *Money
	share *big.Rat   // of the budget, planned by now; nil without a period
	left  kpi.Period // what is still to come, empty if nothing is

	stopped bool // paused or closed: nothing more is spent

	lately    kpi.Value  // spent in
	days      kpi.Period // these days
	delivered kpi.Value  // by the goal, of what has a cost per unit
}

// strategyPurse asks for the money of a strategy, if it has any.
func (v *view) strategyPurse(ask *asking, w *Work) *purse {
	period, _ := w.node.Period()
	p := v.purse(ask, w.node, period, v.period.End)
	if p != nil {
		w.Money = p.money
	}
	return p
}

// goalPurse asks for the money of a goal, if it has any.
func (v *view) goalPurse(ask *asking, g *Goal) *purse {
	n, _ := v.h.Node(g.ID)
	bound := n.Cut(v.period.End)
	p := v.purse(ask, n, n.Period(), bound)
	if p == nil {
		return nil
	}
	g.Money = p.money
	if n.Goal().Expected != nil {
		p.share = n.Expected(bound).Rat()
	}
	if n.State(v.period.End) != goal.Active {
		p.left, p.stopped = kpi.Period{}, true
	}
	if question, ok := v.askDelivered(n); ok {
		ask.add(question, func(a kpi.Answer) { p.delivered = a.Value })
	}
	return p
}

// askDelivered returns the question how much a goal has delivered, if a cost per
// unit can be said of it: it delivers a count over its period, on the channel that
// its cost is read on.
func (v *view) askDelivered(n goal.Node) (kpi.Ask, bool) {
	_, combine, ok := n.Target()
	if !ok || combine != kpi.Sum || n.ByShare() {
		return kpi.Ask{}, false
	}
	m, _ := n.Measure()
	metric, _ := v.h.Catalogue().Metric(m.Metric)
	if m.Window != "" || metric.Unit != kpi.Count && metric.Unit != "" {
		return kpi.Ask{}, false
	}
	question, _ := n.Ask(v.period.End)
	return question, question.Channel == n.Channel()
}

// purse asks for the money of s over its period, as far as that comes before
// bound. It returns nil if the plan says nothing of money.
func (v *view) purse(ask *asking, s spender, period kpi.Period, bound time.Time) *purse {
	p := &purse{money: &Money{}}
	budget, some := s.Budget()
	if some {
		p.money.Currency, p.money.Budget = budget.Currency, kpi.ValueOf(budget.Amount)
	}
	if cost, ok := s.AskCost(bound); ok {
		some = true
		p.money.Currency = v.currency(cost.Metric)
		ask.add(cost, func(a kpi.Answer) { p.money.Spent = a.Value })
		p.askLately(v, ask, cost)
	}
	if earned, ok := s.AskReturn(bound); ok {
		some = true
		p.money.Currency = v.currency(earned.Metric)
		ask.add(earned, func(a kpi.Answer) { p.money.Returned = a.Value })
	}
	if !some {
		return nil
	}
	if done, whole := period.Elapsed(bound); whole.Sign() > 0 {
		p.share = new(big.Rat).SetFrac(done, whole)
	}
	p.left = kpi.Period{Start: later(period.Start, bound), End: period.End}
	return p
}

func (v *view) currency(metric string) string {
	m, _ := v.h.Catalogue().Metric(metric)
	code, _ := m.Unit.Currency()
	return code
}

// askLately asks what was spent in the last seven days of those that cost asks
// about.
func (p *purse) askLately(v *view, ask *asking, cost kpi.Ask) {
	week, _ := kpi.ParseWindow("7d")
	p.days = week.Ending(cost.Window.End, v.h.Location())
	p.days.Start = later(p.days.Start, cost.Window.Start)
	if p.days.IsEmpty() {
		return
	}
	cost.Window = p.days
	ask.add(cost, func(a kpi.Answer) { p.lately = a.Value })
}
