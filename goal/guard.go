package goal

import (
	"cmp"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A guard keeps a goal honest: a metric that must stay within limits while the
// goal is pursued, as the complaints while answers get faster. It is no part of
// the goal's progress.

// Guard returns a copy of what must keep within limits while the goal is
// pursued: a metric and a control target, scored by the latest value.
func (n Node) Guard() (Measure, bool) {
	guard := n.goal().Guard
	if guard == nil {
		return Measure{}, false
	}
	return *guard.clone(), true
}

// AskGuard returns the question that the goal's guard asks about the time before
// bound: its metric on its own channel, else the goal's, over the goal's period
// or its trailing window, as [Node.Ask] does for the measure. Whether the answer
// keeps the limits is for [kpi.Target.Met] to say. AskGuard reports false for a
// goal without a guard.
func (n Node) AskGuard(bound time.Time) (kpi.Ask, bool) {
	guard := n.goal().Guard
	if guard == nil {
		return kpi.Ask{}, false
	}
	window, _ := kpi.ParseWindow(guard.Window) // New has read it; "" is none
	q := question{metric: guard.Metric, channel: cmp.Or(guard.Channel, n.Channel()), window: window}
	return q.about(q.before(n.Cut(bound), n.period(), n.h.loc)), true
}

func (c *goalCheck) guard() {
	guard := c.goal.Guard
	if guard == nil {
		return
	}
	if guard.Metric == "" {
		c.add("guard.metric", ErrMeasure, "", "a guard needs a metric")
	} else {
		c.b.knownMetric("guard.metric", guard.Metric, c.add)
	}
	if guard.Window != "" {
		if _, err := kpi.ParseWindow(guard.Window); err != nil {
			c.fault("guard.window", kpi.ErrTime, guard.Window, err)
		}
	}
	c.guardTarget(guard)
}

func (c *goalCheck) guardTarget(guard *Measure) {
	t := guard.Target
	if t == nil {
		c.add("guard.target", kpi.ErrTarget, "", "a guard needs a target to keep: at_least, at_most or within")
		return
	}
	combine, _ := c.b.h.catalogue.CombineOf(guard.Metric)
	t.Check(combine, func(field string, reason kpi.Reason, value, detail string) {
		c.add("guard.target."+field, reason, value, detail)
	})
	switch {
	case t.Kind == kpi.KindReach, t.Kind == kpi.KindDone:
		c.add("guard.target.kind", kpi.ErrTarget, string(t.Kind), "a guard is a target to keep: at_least, at_most or within")
	case t.Score == kpi.ScoreShare:
		c.add("guard.target.score", kpi.ErrTarget, string(t.Score), "a guard is judged by the latest value")
	}
}
