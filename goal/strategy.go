package goal

import (
	"fmt"

	"github.com/goalkit/goalkit/kpi"
)

// strategies checks the plan's strategies.
func (b *builder) strategies() {
	seen := make(map[string]bool)
	for i := range b.h.plan.Strategies {
		s := &b.h.plan.Strategies[i]
		add := func(field string, reason kpi.Reason, value, detail string) {
			b.addPlan(true, fmt.Sprintf("plan.strategies[%d].%s", i, field), reason, value, detail)
		}
		switch {
		case s.ID == "":
			add("id", kpi.ErrEmptyID, "", "a strategy needs an id")
		case seen[s.ID]:
			add("id", kpi.ErrDuplicateID, s.ID, "another strategy has this id")
		}
		seen[s.ID] = true
		b.strategy(s, add)
	}
}

func (b *builder) strategy(s *Strategy, add kpi.Report) {
	s.Level.check(add)
	for j, id := range s.Goals {
		if _, ok := b.h.index[id]; !ok {
			add(fmt.Sprintf("goals[%d]", j), ErrUnknownGoal, id, "the plan has no such goal")
		}
	}
	if s.Period != "" {
		if _, err := b.period(s.Period); err != nil {
			add("period", kpi.ErrPeriod, s.Period, detailOf(err))
		}
	}
	s.Cadence.Check("cadence", add)
	if s.Budget == nil {
		return
	}
	amount := s.Budget.Amount
	if right := amount.Check("budget.amount", add); !amount.Given() || right && amount.Sign() < 0 {
		add("budget.amount", kpi.ErrNumber, amount.String(), "want an amount of at least 0")
	}
	if !kpi.IsCurrency(s.Budget.Currency) {
		add("budget.currency", kpi.ErrEnum, s.Budget.Currency, "want a currency code such as EUR")
	}
}
