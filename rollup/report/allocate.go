package report

import (
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// allocate says how much of the goals' budgets is given away to what serves them.
func (v *view) allocate(r *Report) {
	given := make(map[goal.Node]*allocation)
	for n := range v.h.All() {
		budget, ok := n.Budget()
		if !ok || !v.live(n) {
			continue
		}
		for e := range n.Parents() {
			to(given, e.Parent).add(budget)
		}
	}
	for s := range v.h.Strategies() {
		if budget, ok := s.Budget(); ok {
			v.share(given, s, budget)
		}
	}
	for i := range r.Goals {
		g := &r.Goals[i]
		n, _ := v.h.Node(g.ID)
		if a := given[n]; a != nil && g.Money != nil && g.Money.Budget.Known() && !a.mixes(g.Money.Currency) {
			whole := g.Money.Budget.Rat()
			g.Money.Allocated = exactly(a.sum)
			g.Money.Slack = quotient(new(big.Rat).Sub(whole, a.sum), whole)
		}
	}
}

// share counts the budget of a strategy for the goals that it serves, except those
// that are directly above another of them with a budget of its own.
func (v *view) share(given map[goal.Node]*allocation, s goal.StrategyNode, budget goal.Budget) {
	seen := make(map[goal.Node]bool)
	for n := range s.Goals() {
		if _, ok := n.Budget(); ok && v.live(n) {
			for e := range n.Parents() {
				seen[e.Parent] = true
			}
		}
	}
	for n := range s.Goals() {
		if !seen[n] {
			seen[n] = true // a strategy may name a goal twice
			to(given, n).add(budget)
		}
	}
}

// An allocation is the sum of budgets that serve a goal.
type allocation struct {
	sum        *big.Rat
	currencies unique
}

func to(given map[goal.Node]*allocation, n goal.Node) *allocation {
	if given[n] == nil {
		given[n] = &allocation{sum: new(big.Rat)}
	}
	return given[n]
}

func (a *allocation) add(b goal.Budget) {
	a.sum.Add(a.sum, kpi.ValueOf(b.Amount).Rat())
	a.currencies.add(b.Currency)
}

// mixes reports whether not all of the sum is in this currency.
func (a *allocation) mixes(currency string) bool {
	return len(a.currencies.list) != 1 || a.currencies.list[0] != currency
}
