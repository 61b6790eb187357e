package main

import (
	"slices"

	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
	"github.com/goalkit/goalkit/smart"
)

// extra is what an answer may have beside the goals.
type extra struct {
	review *smart.Review
	report *report.Report
}

// extra makes what was asked for. Targets are held against the benchmarks of the
// marketing catalogue.
func (q *question) extra(also asked) (extra, error) {
	var e extra
	if also.smart {
		checks := smart.Checks{Benchmarks: make(map[string][]marketing.Benchmark)}
		for k := range marketing.All() {
			checks.Benchmarks[k.ID] = k.Benchmarks
		}
		review, err := checks.Assess(q.hierarchy, &q.ledger, q.at)
		if err != nil {
			return extra{}, err
		}
		e.review = &review
	}
	if also.span != "" {
		r, err := report.Policy{Rollup: q.policy}.Report(also.span, q.hierarchy, &q.ledger, q.at)
		if err != nil {
			return extra{}, err
		}
		e.report = r
	}
	return e, nil
}

// write adds the keys "smart", an assessment for every goal, "smartPlan", what is
// found about the plan as a whole, and "report".
func (e extra) write(o *object) {
	if e.review != nil {
		list(o, "smart", slices.Values(e.review.Goals))
		if len(e.review.Plan) > 0 {
			o.value("smartPlan", e.review.Plan)
		}
	}
	if e.report != nil {
		o.value("report", e.report)
	}
}
