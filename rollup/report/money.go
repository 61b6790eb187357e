package report

import (
	"math/big"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Money is what a goal or strategy may spend, has spent and has earned by the end
// of the report's period, all in one currency and exact. What has no reading is
// unknown, not 0.
type Money struct {
	Currency string    `json:"currency"`
	Budget   kpi.Value `json:"budget,omitzero"`
	Spent    kpi.Value `json:"spent,omitzero"`
	Returned kpi.Value `json:"returned,omitzero"`

	// Elapsed is the share of the budget that is planned to be spent by now: the
	// share of the period that is over or, of a goal with a profile, what that
	// expects. A paused or closed goal's stops when it was.
	Elapsed kpi.Ratio `json:"elapsed,omitzero"`
	Planned kpi.Value `json:"planned,omitzero"`      // Budget × Elapsed
	Rate    kpi.Ratio `json:"spendRate,omitzero"`    // Spent / Planned
	PerDay  kpi.Value `json:"neededPerDay,omitzero"` // (Budget - Spent) / days left; unknown if nothing is left of either

	// Projection is what will have been spent at the end if all of it goes as it
	// went so far: Spent / Elapsed. It is unknown below [Limits.SpendFrom].
	Projection kpi.Value `json:"projection,omitzero"`
	// Lately is the same if the days left go as the last seven before the end of the
	// report's period, or what there was of them: Spent + days left × their mean, as
	// paid search is projected (PPC Hero). Unknown without a reading in these days.
	Lately kpi.Value `json:"projectionLately,omitzero"`

	ROI     kpi.Ratio `json:"roi,omitzero"`         // (Returned - Spent) / Spent; unknown unless Spent is above 0
	PerUnit kpi.Value `json:"costPerUnit,omitzero"` // Spent per unit of what the goal delivers, as the cost per lead

	// Allocated is what the budgets of the strategies that serve a goal, and of the
	// goals directly below it, add up to; a strategy that also serves one of these
	// counts there only. Unknown without any, and if one is in another currency.
	Allocated kpi.Value `json:"allocated,omitzero"`
	Slack     kpi.Ratio `json:"slack,omitzero"` // 1 - Allocated / Budget: the share that is still free
}

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
		p.left = kpi.Period{}
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

// finish works out what follows from the readings.
func (p *purse) finish(v *view) {
	if p == nil {
		return
	}
	m := p.money
	if m.Spent.Known() && m.Returned.Known() && m.Spent.Rat().Sign() > 0 {
		gain := new(big.Rat).Sub(m.Returned.Rat(), m.Spent.Rat())
		m.ROI = quotient(gain, m.Spent.Rat())
	}
	if m.Spent.Known() && p.delivered.Known() {
		m.PerUnit = kpi.QuotientOf(m.Spent.Rat(), p.delivered.Rat())
	}
	if p.share == nil {
		return
	}
	m.Elapsed = quotient(p.share, big.NewRat(1, 1))
	if m.Budget.Known() {
		p.pace()
	}
	if m.Spent.Known() {
		p.project(v)
	}
}

// pace compares what was spent with what was planned.
func (p *purse) pace() {
	m := p.money
	planned := new(big.Rat).Mul(m.Budget.Rat(), p.share)
	m.Planned = exactly(planned)
	if !m.Spent.Known() {
		return
	}
	m.Rate = quotient(m.Spent.Rat(), planned)
	if rest := new(big.Rat).Sub(m.Budget.Rat(), m.Spent.Rat()); rest.Sign() >= 0 {
		m.PerDay, _ = kpi.PerDay(exactly(rest), p.left)
	}
}

// project says what will have been spent at the end.
func (p *purse) project(v *view) {
	m := p.money
	if p.share.Cmp(v.limits.SpendFrom.Rat()) >= 0 {
		m.Projection = kpi.QuotientOf(m.Spent.Rat(), p.share)
	}
	daily, _ := kpi.PerDay(p.lately, p.days)
	if !daily.Known() {
		return
	}
	rest := daily.Rat()
	m.Lately = exactly(rest.Add(rest.Mul(rest, daysOf(p.left)), m.Spent.Rat()))
}

// daysOf returns the days of a period as [kpi.PerDay] counts them, 0 if it is
// empty.
func daysOf(p kpi.Period) *big.Rat {
	share, _ := kpi.PerDay(kpi.ValueOf(kpi.Int(1)), p)
	if !share.Known() {
		return new(big.Rat)
	}
	return new(big.Rat).Inv(share.Rat())
}

// quotient returns n/d as a ratio, unknown if d is 0.
func quotient(n, d *big.Rat) kpi.Ratio {
	if d.Sign() == 0 {
		return kpi.Ratio{}
	}
	q := new(big.Rat).Quo(n, d)
	return kpi.Quotient(q.Num(), q.Denom())
}
