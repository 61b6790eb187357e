package goal

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// What was done of a strategy, and what it cost.

// Planned returns how many actions are planned for each due period: more than 0,
// 1 if the plan does not say.
func (s StrategyNode) Planned() kpi.Number {
	if planned := s.strategy().Planned; planned.Given() {
		return planned
	}
	return kpi.Int(1)
}

// Budget returns what the plan says may be spent on the strategy.
func (s StrategyNode) Budget() (Budget, bool) { return budgetOf(s.strategy().Budget) }

// AskDue returns an iterator over the due periods of the strategy that are over
// before bound, and the question what was done in each: its done metric on its
// channel. Due periods follow one another by the cadence from the start of the
// strategy's period, the last one may be shorter, see [kpi.Cadence.Due]; without a
// cadence the whole period is the one due period. A strategy whose actions
// nothing counts, or that has no period, has none.
func (s StrategyNode) AskDue(bound time.Time) iter.Seq2[kpi.Period, kpi.Ask] {
	q := question{metric: s.strategy().Done, channel: s.Channel()}
	if q.metric == "" {
		return func(func(kpi.Period, kpi.Ask) bool) {}
	}
	return dueBefore(bound, s.Cadence().Due(s.facts().period), q.about)
}

// Turn returns how a due period of the strategy went, from the answer to a
// question from AskDue: whether at least as much was done as is planned. Nothing
// read is nothing known, and does not meet the plan. A due period that is cut
// short is held to the whole number.
func (s StrategyNode) Turn(due kpi.Period, asked kpi.Ask, a kpi.Answer) kpi.Turn {
	t := kpi.Target{Kind: kpi.KindAtLeast, Value: s.Planned()}
	return t.Turn(due, asked, a, false)
}

// Turns returns how each due period of the strategy went as of a moment, in one
// call to src; [kpi.Activity] adds them up. It fails as [kpi.Reader.Each] does.
func (s StrategyNode) Turns(src kpi.Source, at kpi.Moment) ([]kpi.Turn, error) {
	return s.h.turns(src, s.AskDue(at.Bound()), s.Turn)
}

// AskCost returns the question what was spent: the strategy's cost metric on its
// channel over its period, as far as that comes before bound. It reports false
// for a strategy without a cost or a period.
func (s StrategyNode) AskCost(bound time.Time) (kpi.Ask, bool) {
	return s.askMoney(s.strategy().Cost, bound)
}

// AskReturn is [StrategyNode.AskCost] for what was earned.
func (s StrategyNode) AskReturn(bound time.Time) (kpi.Ask, bool) {
	return s.askMoney(s.strategy().Return, bound)
}

func (s StrategyNode) askMoney(metric string, bound time.Time) (kpi.Ask, bool) {
	period, ok := s.Period()
	if metric == "" || !ok {
		return kpi.Ask{}, false
	}
	q := question{metric: metric, channel: s.Channel()}
	return q.about(q.before(bound, period, s.h.loc)), true
}
