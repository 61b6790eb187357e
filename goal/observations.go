package goal

import "github.com/goalkit/goalkit/kpi"

// CheckObservations returns [kpi.Problems] with every fault of obs as readings
// for plan, fields named "observations[0]...", or nil. The plan itself may have
// faults; [New] reports those. Besides what [kpi.CheckObservations] finds:
//   - a metric that neither the plan nor shared defines, or one that is derived
//     and so is not read ([kpi.ErrUnknownMetric], [kpi.ErrObservation]);
//   - a goal that the plan lacks ([ErrUnknownGoal]), or that has no series of its
//     own because it is not measured or measured by a metric ([kpi.ErrObservation]).
func CheckObservations(plan Plan, obs []kpi.Observation, shared ...kpi.Metric) error {
	m := meanings{
		combines: make(map[string]kpi.Combine, len(plan.Metrics)+len(shared)),
		goals:    make(map[string]*Goal, len(plan.Goals)),
	}
	for _, list := range [][]kpi.Metric{shared, plan.Metrics} { // the plan's own win
		for i := range list {
			m.combines[list[i].ID] = list[i].Combine
		}
	}
	for i := len(plan.Goals) - 1; i >= 0; i-- { // the first of two with one id wins
		m.goals[plan.Goals[i].ID] = &plan.Goals[i]
	}
	return kpi.CheckObservations(obs, func(o kpi.Observation) (kpi.Combine, *kpi.Problem) { return reads(&m, o) })
}

// CheckObservations returns every fault of obs as readings for h's plan, as the
// function of this name does. It takes no longer for a larger plan.
func (h *Hierarchy) CheckObservations(obs []kpi.Observation) error {
	return kpi.CheckObservations(obs, h.Reads)
}

// Reads returns how readings such as o combine, or, as a problem, which field of
// o names what h's plan has no readings for. It is what [kpi.CheckObservations]
// asks of each observation, and takes no longer for a larger plan. What o says
// besides its metric or goal is not looked at.
func (h *Hierarchy) Reads(o kpi.Observation) (kpi.Combine, *kpi.Problem) { return reads(h, o) }

// A readable is a plan, checked or not, as far as readings are concerned.
type readable interface {
	combineOf(metric string) (kpi.Combine, bool)
	measureOf(goal string) (*Measure, bool) // nil for a goal that is not measured
}

func (h *Hierarchy) combineOf(metric string) (kpi.Combine, bool) {
	return h.catalogue.CombineOf(metric)
}

func (h *Hierarchy) measureOf(goal string) (*Measure, bool) {
	n, ok := h.Node(goal)
	if !ok {
		return nil, false
	}
	return n.goal().Measure, true
}

// meanings is what the ids of an unchecked plan mean.
type meanings struct {
	combines map[string]kpi.Combine
	goals    map[string]*Goal
}

func (m *meanings) combineOf(metric string) (kpi.Combine, bool) {
	c, ok := m.combines[metric]
	return c, ok
}

func (m *meanings) measureOf(goal string) (*Measure, bool) {
	g, ok := m.goals[goal]
	if !ok {
		return nil, false
	}
	return g.Measure, true
}

func reads(plan readable, o kpi.Observation) (kpi.Combine, *kpi.Problem) {
	if o.Goal != "" {
		return kpi.OwnSeries, ownSeries(plan, o.Goal)
	}
	if o.Metric == "" {
		return "", nil // neither metric nor goal: that is reported already
	}
	combine, ok := plan.combineOf(o.Metric)
	switch {
	case !ok:
		return "", kpi.NewProblem("", "metric", kpi.ErrUnknownMetric, o.Metric, "no metric has this id")
	case combine == "":
		return "", kpi.NewProblem("", "metric", kpi.ErrObservation, o.Metric, "a derived metric is computed, not read")
	}
	return combine, nil
}

// ownSeries returns why a goal has no series of its own, nil if it has one.
func ownSeries(plan readable, id string) *kpi.Problem {
	m, ok := plan.measureOf(id)
	switch {
	case !ok:
		return kpi.NewProblem("", "goal", ErrUnknownGoal, id, "the plan has no such goal")
	case m == nil:
		return kpi.NewProblem("", "goal", kpi.ErrObservation, id, "the goal is not measured")
	case m.Metric != "":
		return kpi.NewProblem("", "goal", kpi.ErrObservation, id, "the goal is measured by a metric")
	}
	return nil
}
