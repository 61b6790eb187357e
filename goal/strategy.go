package goal

import (
	"cmp"
	"fmt"

	"github.com/goalkit/goalkit/kpi"
)

// strategyFacts is what a strategy's text says.
type strategyFacts struct {
	period kpi.Period // its own or that of its goals together; empty if it has neither
	goals  []int32    // positions
}

// strategies checks the plan's strategies.
func (b *builder) strategies() {
	list := b.h.plan.Strategies
	if len(list) == 0 {
		return
	}
	b.h.strategies = make([]strategyFacts, len(list))
	b.h.strategyIndex = make(map[string]int32, len(list))
	for i := range list {
		b.strategy(int32(i))
	}
}

func (b *builder) strategy(i int32) {
	c := strategyCheck{b: b, i: i, strategy: &b.h.plan.Strategies[i], facts: &b.h.strategies[i]}
	c.id()
	c.strategy.Level.check(c.add)
	c.goals()
	c.period()
	c.strategy.Cadence.Check("cadence", c.add)
	c.activity()
	b.finance(finance{c.strategy.Budget, c.strategy.Cost, c.strategy.Return}, c.add)
}

// strategyCheck checks one strategy by itself and keeps what its text says.
type strategyCheck struct {
	b        *builder
	i        int32
	strategy *Strategy
	facts    *strategyFacts
}

func (c *strategyCheck) add(field string, reason kpi.Reason, value, detail string) {
	c.b.addPlan(true, fmt.Sprintf("plan.strategies[%d].%s", c.i, field), reason, value, detail)
}

func (c *strategyCheck) id() {
	id, index := c.strategy.ID, c.b.h.strategyIndex
	if id == "" {
		c.add("id", kpi.ErrEmptyID, "", "a strategy needs an id")
		return
	}
	if _, taken := index[id]; taken {
		c.add("id", kpi.ErrDuplicateID, id, "another strategy has this id")
		return
	}
	index[id] = c.i
}

func (c *strategyCheck) goals() {
	for j, id := range c.strategy.Goals {
		i, ok := c.b.h.index[id]
		if !ok {
			c.add(fmt.Sprintf("goals[%d]", j), ErrUnknownGoal, id, "the plan has no such goal")
			continue
		}
		c.facts.goals = append(c.facts.goals, i)
	}
}

func (c *strategyCheck) period() {
	h, text := c.b.h, c.strategy.Period
	if text == "" {
		c.facts.period = h.span(c.facts.goals)
		return
	}
	i, err := c.b.period(text)
	if err != nil {
		c.add("period", kpi.ErrPeriod, text, detailOf(err))
	}
	c.facts.period = h.periods[i]
}

// span returns the time from the first start to the last end of the goals at
// these positions, empty if there are none.
func (h *Hierarchy) span(goals []int32) (span kpi.Period) {
	for _, i := range goals {
		p := h.periods[h.facts[i].period]
		if p.IsEmpty() { // a fault, reported already
			continue
		}
		if span.IsEmpty() {
			span = p
			continue
		}
		if p.Start.Before(span.Start) {
			span.Start = p.Start
		}
		if p.End.After(span.End) {
			span.End = p.End
		}
	}
	return span
}

// activity checks what is planned to be done and how it is counted.
func (c *strategyCheck) activity() {
	s := c.strategy
	if s.Planned.Check("planned", c.add) && s.Planned.Sign() <= 0 {
		c.add("planned", kpi.ErrNumber, s.Planned.String(), "want more than 0 actions")
	}
	if s.Done == "" || !c.b.knownMetric("done", s.Done, c.add) {
		return
	}
	m, _ := c.b.h.catalogue.Metric(s.Done)
	if m.Combine != kpi.Sum || cmp.Or(m.Unit, kpi.Count) != kpi.Count {
		c.add("done", kpi.ErrUnit, s.Done, "want a count that adds up (sum)")
	}
	if tooManyDue(s.Cadence, c.facts.period) {
		c.add("cadence", kpi.ErrTime, string(s.Cadence), fmt.Sprintf("more than %d periods would be due", maxDue))
	}
}
