package goal

import (
	"iter"

	"github.com/goalkit/goalkit/kpi"
)

// A StrategyNode is a strategy in its place beside a hierarchy. StrategyNodes
// are small, immutable and comparable: two are equal when they are the same
// strategy of the same hierarchy. The zero StrategyNode is not valid; they come
// from [Hierarchy]. What was done of a strategy is asked by
// [StrategyNode.AskDue] or [StrategyNode.Turns].
type StrategyNode struct {
	h *Hierarchy
	i int32
}

// Strategies returns an iterator over the plan's strategies.
func (h *Hierarchy) Strategies() iter.Seq[StrategyNode] {
	return func(yield func(StrategyNode) bool) {
		for i := range h.strategies {
			if !yield(StrategyNode{h, int32(i)}) {
				return
			}
		}
	}
}

// Strategy returns the strategy with this id.
func (h *Hierarchy) Strategy(id string) (StrategyNode, bool) {
	i, ok := h.strategyIndex[id]
	if !ok {
		return StrategyNode{}, false
	}
	return StrategyNode{h, i}, true
}

func (s StrategyNode) strategy() *Strategy   { return &s.h.plan.Strategies[s.i] }
func (s StrategyNode) facts() *strategyFacts { return &s.h.strategies[s.i] }

// Strategy returns a copy of the strategy as the plan has it.
func (s StrategyNode) Strategy() Strategy { return s.strategy().clone() }

// ID returns the strategy's id.
func (s StrategyNode) ID() string { return s.strategy().ID }

// Title returns the strategy's title.
func (s StrategyNode) Title() string { return s.strategy().Title }

// Level returns the strategy's level.
func (s StrategyNode) Level() Level { return s.strategy().Level }

// Kind returns what kind of strategy it is in the plan's own words, "" if it does
// not say.
func (s StrategyNode) Kind() string { return s.strategy().Kind }

// Channel returns the strategy's channel, "" for all of them.
func (s StrategyNode) Channel() string { return s.strategy().Channel }

// Owner returns who answers for the strategy, "" if the plan does not say.
func (s StrategyNode) Owner() string { return s.strategy().Owner }

// Delegate returns who works on the strategy for its owner, "" if the plan does
// not say.
func (s StrategyNode) Delegate() string { return s.strategy().Delegate }

// Cadence returns how often something is due; "" if the plan does not say.
func (s StrategyNode) Cadence() kpi.Cadence { return s.strategy().Cadence }

// Period returns when the strategy is at work: its own period or, without one,
// that from the first start to the last end of the goals it serves. It reports
// false for a strategy that has neither period nor goals.
func (s StrategyNode) Period() (kpi.Period, bool) {
	p := s.facts().period
	return p, !p.IsEmpty()
}

// Goals returns an iterator over the goals that the strategy serves, in the order
// in which it names them.
func (s StrategyNode) Goals() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for _, i := range s.facts().goals {
			if !yield(Node{s.h, i}) {
				return
			}
		}
	}
}
