package report

import (
	"fmt"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// An Experiment is what an A/B test has counted by the moment that is asked about:
// the host counts people, the report says what follows. Goal, Strategy and Metric
// say what it is about and may be left out. Which way is better is what the plan of
// the experiment says or, if it does not, the metric.
type Experiment struct {
	ID       string // unique among the experiments
	Title    string
	Goal     string // id
	Strategy string // id
	Metric   string // id
	Plan     abtest.Plan
	Control  abtest.Arm
	Variants []abtest.Arm
	Names    []string // of the variants; none: B, C, D
}

// checkExperiments reports ids that are missing or repeated, things that the plan
// does not have, and names that are not one for each variant. What is impossible
// about plans and counts stands in the report.
func (p Policy) checkExperiments(h *goal.Hierarchy, add func(goal, field string, reason kpi.Reason, value, detail string)) {
	seen := make(map[string]bool)
	for i, e := range p.Experiments {
		report := func(field string, reason kpi.Reason, value, detail string) {
			add("", fmt.Sprintf("experiments[%d].%s", i, field), reason, value, detail)
		}
		switch {
		case e.ID == "":
			report("id", kpi.ErrEmptyID, "", "an experiment needs an id")
		case seen[e.ID]:
			report("id", kpi.ErrDuplicateID, e.ID, "another experiment has this id")
		}
		seen[e.ID] = true
		e.check(h, report)
	}
}

func (e *Experiment) check(h *goal.Hierarchy, report kpi.Report) {
	if _, ok := h.Node(e.Goal); e.Goal != "" && !ok {
		report("goal", goal.ErrUnknownGoal, e.Goal, "the plan has no such goal")
	}
	if _, ok := h.Strategy(e.Strategy); e.Strategy != "" && !ok {
		report("strategy", kpi.ErrEnum, e.Strategy, "the plan has no such strategy")
	}
	if e.Metric != "" && !h.Catalogue().Has(e.Metric) {
		report("metric", kpi.ErrUnknownMetric, e.Metric, "no metric has this id")
	}
	if names := len(e.Names); names > 0 && names != len(e.Variants) {
		report("names", kpi.ErrEnum, fmt.Sprint(names), fmt.Sprintf("want a name for each of %d variants", len(e.Variants)))
	}
}
