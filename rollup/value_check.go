package rollup

import (
	"fmt"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// check reports what is wrong with r by itself, and returns the goal on top.
func (r ValueRollup) check(h *goal.Hierarchy) (goal.Node, error) {
	var problems kpi.Problems
	top, ok := h.Node(r.Goal)
	if !ok {
		problems.Add("", "valueRollup.goal", goal.ErrUnknownGoal, r.Goal, "the plan has no such goal")
	}
	if !slices.Contains([]ValueMethod{ValueSum, ValueMean, ValueMin, ValueMax, ValuePooled}, r.Method) {
		problems.Add("", "valueRollup.method", kpi.ErrEnum, string(r.Method), "want sum, mean, min, max or pooled")
	}
	return top, problems.Err()
}

// check reports the goals whose values cannot be combined with those of the
// first, or not by the method at all, and notes their unit.
func (c *valueCombination) check() error {
	var problems kpi.Problems
	var first *valueOfGoal
	for i := range c.values {
		v := &c.values[i]
		if !v.measured {
			continue
		}
		if first == nil {
			first = v
		}
		add := func(reason kpi.Reason, value, detail string) {
			problems.Add(v.Node.ID(), "measure.metric", reason, value, detail)
		}
		if detail := c.refuses(v.metric); detail != "" {
			add(ErrValues, v.ask.Metric, detail)
		}
		switch a, b := first.metric, v.metric; {
		case a.Unit != b.Unit:
			add(kpi.ErrUnit, string(b.Unit), fmt.Sprintf("cannot be combined with %s, in which goal %q is measured", kpi.Clip(string(a.Unit)), kpi.Clip(first.Node.ID())))
		case c.method == ValuePooled && a.ID != b.ID:
			add(ErrValues, b.ID, fmt.Sprintf("cannot be pooled with %q, by which goal %q is measured", kpi.Clip(a.ID), kpi.Clip(first.Node.ID())))
		}
	}
	if first != nil {
		c.unit = first.metric.Unit
	}
	return problems.Err()
}

// refuses returns why the method has no use for values of m, "" if it has.
func (c *valueCombination) refuses(m *valueMetric) string {
	switch c.method {
	case ValueSum:
		return m.doesNotSum()
	case ValuePooled:
		return m.doesNotPool()
	}
	return ""
}
