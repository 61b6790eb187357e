package report

import (
	"math/big"

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
	PerDay  kpi.Value `json:"neededPerDay,omitzero"` // (Budget - Spent) / days left; unknown if no day is left or the budget is passed

	// Projection is what will have been spent at the end if all of it goes as it
	// went so far: Spent / Elapsed, or Spent of a goal that is paused or closed. It is
	// unknown below [Limits.SpendFrom].
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
	switch {
	case p.share.Cmp(v.limits.SpendFrom.Rat()) < 0:
	case p.stopped:
		m.Projection = m.Spent
	default:
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
