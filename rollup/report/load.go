package report

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A Load is the open work of one owner at the end of the report's period. Open are
// active goals, and strategies, that have begun and were not over before its last
// day was.
type Load struct {
	Owner      string `json:"owner,omitempty"` // "" is what nobody owns
	Goals      int    `json:"goals,omitempty"`
	Strategies int    `json:"strategies,omitempty"`
	// PerWeek is how many actions the strategies are due a week, exactly: those
	// planned by their cadence, a month being a twelfth and a quarter a fourth of
	// 365.2425 days; without a cadence those planned, over the days of the period. A
	// strategy with neither cadence nor planned actions adds nothing.
	PerWeek   kpi.Value `json:"actionsPerWeek,omitzero"`
	Delegated int       `json:"delegated,omitempty"` // goals and strategies that somebody else works on
	Overdue   int       `json:"overdue,omitempty"`   // goals whose readings are stale or dead, or are missing
	Behind    int       `json:"behind,omitempty"`    // goals behind, at risk or missed
	Share     kpi.Ratio `json:"share,omitzero"`      // of all open goals and strategies
}

// open is how many things an owner has to look after.
func (l *Load) open() int { return l.Goals + l.Strategies }

// owners returns the load of every owner of something open: the largest first, by
// name where they are equal, at the end what nobody owns.
func (v *view) owners(r *Report) []Load {
	all := make(map[string]*Load)
	total := 0
	of := func(owner, delegate string) *Load {
		total++
		l := all[owner]
		if l == nil {
			l = &Load{Owner: owner}
			all[owner] = l
		}
		if delegate != "" {
			l.Delegated++
		}
		return l
	}
	for g := range v.now.All() {
		if n := g.Node; v.open(n) {
			of(n.Owner(), n.Delegate()).addGoal(g)
		}
	}
	for i := range r.Work {
		if w := &r.Work[i]; w.open {
			of(w.Owner, w.Delegate).addStrategy(w.node)
		}
	}
	loads := make([]Load, 0, len(all))
	for _, l := range all {
		l.Share = portion(l.open(), total)
		loads = append(loads, *l)
	}
	slices.SortFunc(loads, byLoad)
	return loads
}

func byLoad(a, b Load) int {
	if nobodys := a.Owner == ""; nobodys != (b.Owner == "") {
		if nobodys {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(b.open(), a.open()), cmp.Compare(a.Owner, b.Owner))
}

func (l *Load) addGoal(g rollup.Result) {
	l.Goals++
	_, measured := g.Node.Measure()
	if g.Freshness == rollup.Stale || g.Freshness == rollup.Dead || measured && g.Status == rollup.NoData {
		l.Overdue++
	}
	if g.Status == rollup.Behind || g.Status == rollup.AtRisk || g.Status == rollup.Missed {
		l.Behind++
	}
}

func (l *Load) addStrategy(s goal.StrategyNode) {
	l.Strategies++
	if due := actionsPerWeek(s); due != nil {
		l.PerWeek = exactly(due.Add(due, l.PerWeek.Rat()))
	}
}

// perWeek is how often a cadence comes round in a week.
var perWeek = map[kpi.Cadence]*big.Rat{
	kpi.Daily:       big.NewRat(7, 1),
	kpi.Weekly:      big.NewRat(1, 1),
	kpi.Fortnightly: big.NewRat(1, 2),
	kpi.Monthly:     big.NewRat(7*12*10000, 3652425),
	kpi.Quarterly:   big.NewRat(7*4*10000, 3652425),
}

// actionsPerWeek returns how many actions of a strategy are due a week, nil if the
// plan does not say.
func actionsPerWeek(s goal.StrategyNode) *big.Rat {
	planned := s.Planned().Rat()
	if often := perWeek[s.Cadence()]; often != nil {
		return planned.Mul(planned, often)
	}
	p, ok := s.Period()
	if !ok || !s.Strategy().Planned.Given() {
		return nil
	}
	return planned.Mul(planned, big.NewRat(7, 1)).Quo(planned, daysOf(p))
}
