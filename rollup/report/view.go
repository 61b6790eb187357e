package report

import (
	"fmt"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A view is what a report is made from. The snapshots are there from the start;
// what else is needed is read from the source.
type view struct {
	policy   Policy
	limits   limits
	span     Span
	calendar kpi.Calendar
	at       kpi.Moment // asked
	src      kpi.Source
	asked    *goal.Hierarchy // the plan handed in, in force at the moment asked

	period   kpi.Period // that the report speaks of
	previous kpi.Period

	h      *goal.Hierarchy // the plan in force at the end of period
	before *goal.Hierarchy // and at the end of the previous one
	now    *rollup.Snapshot
	then   *rollup.Snapshot

	scope scope

	formerGoals map[string]goal.Node // of revisions, see goalsBefore
	past        past
}

// view checks a policy and evaluates the plan.
func (p Policy) view(span Span, h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*view, error) {
	if h == nil || src == nil {
		return nil, rollup.ErrNothing
	}
	if at.IsZero() {
		return nil, rollup.ErrMoment
	}
	if err := p.check(span, h); err != nil {
		return nil, err
	}
	v := &view{
		policy: p, limits: p.Limits.filled(), span: span, at: at, src: src, asked: h,
		calendar: kpi.Calendar{Zone: h.Location(), YearStart: p.YearStart},
	}
	v.period = span.latest(v.calendar, at.Bound())
	v.previous = v.period.Previous()
	if v.period.IsEmpty() || v.previous.IsEmpty() {
		return nil, kpi.NewProblem("", "at", kpi.ErrTime, at.String(), "no period of the calendar is over by then")
	}
	if err := v.evaluate(h); err != nil {
		return nil, err
	}
	v.scope = v.scopeOf()
	return v, nil
}

// evaluate takes the snapshots of both periods' ends.
func (v *view) evaluate(h *goal.Hierarchy) (err error) {
	v.h, v.before = v.policy.inForce(h, v.period.End), v.policy.inForce(h, v.previous.End)
	if v.now, err = v.policy.Rollup.Evaluate(v.h, v.src, kpi.Before(v.period.End)); err != nil {
		return err
	}
	v.then, err = v.policy.Rollup.Evaluate(v.before, v.src, kpi.Before(v.previous.End))
	return err
}

// check returns every fault of the policy.
func (p Policy) check(span Span, h *goal.Hierarchy) error {
	var faults kpi.Problems
	if !span.Valid() {
		faults.Add("", "report", kpi.ErrEnum, string(span), "want week, month or quarter")
	}
	for i, id := range p.KPIs {
		if _, ok := h.Catalogue().CombineOf(id); !ok || id == "" {
			faults.Add("", fmt.Sprintf("kpis[%d]", i), kpi.ErrUnknownMetric, id, "no metric has this id")
		}
	}
	for i, code := range p.Off {
		if !slices.ContainsFunc(rules, func(r Rule) bool { return r.Code == code }) {
			faults.Add("", fmt.Sprintf("off[%d]", i), kpi.ErrEnum, code, "no insight has this code")
		}
	}
	p.checkExperiments(h, faults.Add)
	p.checkHeld(h.Location(), &faults)
	p.Limits.check(faults.Add)
	return faults.Err()
}

// live reports whether a goal belongs in the report: drafts and cancelled goals do
// not.
func (v *view) live(n goal.Node) bool { return n.State(v.period.End).Counts() }

// open reports whether a goal is pursued at the end of the report's period: it is
// active, has begun and is not over.
func (v *view) open(n goal.Node) bool {
	p := n.Period()
	return n.State(v.period.End) == goal.Active && p.Start.Before(v.period.End) && !p.End.Before(v.period.End)
}
