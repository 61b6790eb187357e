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
	return checkObservations(&plan, obs, shared)
}

// CheckObservations returns every fault of obs as readings for h's plan, as the
// function of this name does.
func (h *Hierarchy) CheckObservations(obs []kpi.Observation) error {
	return checkObservations(&h.plan, obs, h.shared)
}

func checkObservations(plan *Plan, obs []kpi.Observation, shared []kpi.Metric) error {
	k := readable{
		metrics: make(map[string]kpi.Combine, len(plan.Metrics)+len(shared)),
		goals:   make(map[string]*Goal, len(plan.Goals)),
	}
	for _, list := range [][]kpi.Metric{shared, plan.Metrics} { // the plan's own win
		for _, m := range list {
			k.metrics[m.ID] = m.Combine
		}
	}
	for i := len(plan.Goals) - 1; i >= 0; i-- { // the first of two with one id wins
		k.goals[plan.Goals[i].ID] = &plan.Goals[i]
	}
	return kpi.CheckObservations(obs, k.combine)
}

// readable is what a plan has readings for.
type readable struct {
	metrics map[string]kpi.Combine
	goals   map[string]*Goal
}

func (k readable) combine(o kpi.Observation) (kpi.Combine, *kpi.Problem) {
	if o.Goal != "" {
		return kpi.OwnSeries, k.ownSeries(o.Goal)
	}
	if o.Metric == "" {
		return "", nil // neither metric nor goal: reported already
	}
	combine, ok := k.metrics[o.Metric]
	switch {
	case !ok:
		return "", kpi.NewProblem("", "metric", kpi.ErrUnknownMetric, o.Metric, "no metric has this id")
	case combine == "":
		return "", kpi.NewProblem("", "metric", kpi.ErrObservation, o.Metric, "a derived metric is computed, not read")
	}
	return combine, nil
}

func (k readable) ownSeries(id string) *kpi.Problem {
	g := k.goals[id]
	switch {
	case g == nil:
		return kpi.NewProblem("", "goal", ErrUnknownGoal, id, "the plan has no such goal")
	case g.Measure == nil:
		return kpi.NewProblem("", "goal", kpi.ErrObservation, id, "the goal is not measured")
	case g.Measure.Metric != "":
		return kpi.NewProblem("", "goal", kpi.ErrObservation, id, "the goal is measured by a metric")
	}
	return nil
}
