package smart

import (
	"strconv"

	"github.com/goalkit/goalkit/goal"
)

func noParent(s *subject, n *notes) {
	if s.isMacro() || len(s.goal.Supports) > 0 {
		return
	}
	n.on("supports", "serves no macro goal", "link it to the goal that it serves")
}

func noChildren(s *subject, n *notes) {
	if s.isMacro() && s.live && !s.serving[s.node.Index()] {
		n.on("", "nothing serves this macro goal: a blueprint without bricks", "add a micro goal, or link one")
	}
}

// overParents calls look with every goal that the subject supports whose metric is
// known, its place among the links, and that metric.
func (s *subject) overParents(look func(i int, parent goal.Node, metric string)) {
	if s.metric.ID == "" {
		return
	}
	i := -1
	for e := range s.node.Parents() {
		i++
		ask, ok := e.Parent.Ask(s.bound)
		if ok && ask.Metric != "" {
			look(i, e.Parent, ask.Metric)
		}
	}
}

func kpiUnrelated(s *subject, n *notes) {
	if s.kind().Control() {
		return // a guard need not drive what it guards
	}
	s.overParents(func(i int, parent goal.Node, metric string) {
		if !s.drivers.knows(s.metric.ID) || !s.drivers.knows(metric) {
			return
		}
		if s.drivers.leads(s.metric.ID, metric) {
			return
		}
		m, _ := s.run.metric(metric)
		n.on(supports(i), "nothing says that {metric} drives {parent}, which '{goal}' measures", "measure what drives it, declare the driver, or link elsewhere",
			Param{"metric", s.label()}, Param{"parent", nameOf(m)}, Param{"goal", parent.ID()})
	})
}

func opposesParent(s *subject, n *notes) {
	if s.kind().Control() {
		return // a limit, as on a budget, goes nowhere
	}
	s.overParents(func(i int, parent goal.Node, metric string) {
		path := s.drivers.direct(s.metric.ID, metric)
		if s.metric.ID == metric {
			path = 1
		}
		wanted := s.run.facts[parent.Index()].aim.direction
		if path*s.aim.direction*wanted >= 0 {
			return
		}
		m, _ := s.run.metric(metric)
		n.on(supports(i), "works against '{goal}': {metric} going {direction} moves {parent} {effect}", "turn the target round, or link elsewhere",
			Param{"goal", parent.ID()}, Param{"metric", s.label()}, Param{"direction", upOrDown(s.aim.direction)},
			Param{"parent", nameOf(m)}, Param{"effect", upOrDown(path * s.aim.direction)})
	})
}

func noMicro(r *run, n *notes) {
	if macro, micro := r.levels(); macro > 0 && micro == 0 {
		n.on("goals", "no micro goal under {count} macro: a blueprint without bricks", "add micro goals that serve them",
			Param{"count", strconv.Itoa(macro)})
	}
}

func noMacro(r *run, n *notes) {
	if macro, micro := r.levels(); micro > 0 && macro == 0 {
		n.on("goals", "no macro goal over {count} micro: bricks without a blueprint", "add the macro goal that they serve",
			Param{"count", strconv.Itoa(micro)})
	}
}

// levels returns how many goals there are of each level, closed and cancelled ones
// not counted.
func (r *run) levels() (macro, micro int) {
	for n := range r.h.All() {
		switch {
		case !r.isLive(n):
		case n.Level() == goal.Macro:
			macro++
		default:
			micro++
		}
	}
	return macro, micro
}
