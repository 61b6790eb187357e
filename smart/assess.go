package smart

import (
	"errors"
	"fmt"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// ErrNothing says that there is no hierarchy or no source to assess.
var ErrNothing = errors.New("smart: no hierarchy or no source to assess")

// A Review is what was found about a plan at a moment.
type Review struct {
	Goals []GoalAssessment `json:"goals"`          // in the order of the plan
	Plan  []Finding        `json:"plan,omitempty"` // about the plan as a whole, in the order of [Rules]
}

// A GoalAssessment is how well one goal of a plan is put.
type GoalAssessment struct {
	Node goal.Node `json:"-"`
	Goal string    `json:"goal"` // its id
	Assessment
	Forecast Forecast `json:"-"` // what its achievability was judged by
}

// Assess returns what the rules find about every goal of a hierarchy, as of a
// moment, and about the plan as a whole. Source tells what was measured before:
// it is asked a few times for every two thousand goals, about at most 36 past
// steps of each.
//
// Closed and cancelled goals are history: rules that need readings, the moment or
// the words of a title pass them by, and they are not achievable or not. Drafts
// are assessed as if they were active.
//
// Achievability is not assessed where there is no forecast and nothing else was
// found about it. All other criteria of a goal always are.
//
// Assess fails with [kpi.Problems] if the checks are faulty: an unknown code in
// Off ([kpi.ErrEnum]), a threshold out of range or that contradicts another
// ([kpi.ErrNumber]), a driver without a metric ([kpi.ErrEmptyID]); with
// [ErrNothing] if a hierarchy or source is missing; with [kpi.ErrTime] for the zero
// Moment; and as [kpi.Reader.Each] does.
func (c Checks) Assess(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (Review, error) {
	on, err := c.rules()
	if err != nil {
		return Review{}, err
	}
	if h == nil || src == nil {
		return Review{}, ErrNothing
	}
	if at.IsZero() {
		return Review{}, fmt.Errorf("smart: %w: no moment is given", kpi.ErrTime)
	}
	r := c.newRun(h, at)
	if err := r.read(src); err != nil {
		return Review{}, err
	}
	review := Review{Goals: make([]GoalAssessment, 0, h.Len())}
	for n := range h.All() {
		review.Goals = append(review.Goals, r.assess(on, n))
	}
	review.Plan = r.assessPlan(on)
	return review, nil
}

// assess returns what the rules find about a goal.
func (r *run) assess(on []Rule, n goal.Node) GoalAssessment {
	s := r.subject(n)
	found := notes{goal: n.ID()}
	for i := range on {
		if found.rule = &on[i]; found.rule.goal != nil {
			found.rule.goal(s, &found)
		}
	}
	return GoalAssessment{
		Node: n, Goal: n.ID(), Forecast: s.outlook,
		Assessment: assessed(found.found, func(c Criterion) bool {
			return c != Achievable || s.outlook.Absence == "" || hasVerdict(found.found)
		}),
	}
}

// hasVerdict reports whether something was found about achievability, more than
// that it cannot be judged.
func hasVerdict(found []Finding) bool {
	for i := range found {
		if found[i].Criterion == Achievable && found[i].Code != noHistoryCode {
			return true
		}
	}
	return false
}

// assessPlan returns what the rules find about the plan as a whole.
func (r *run) assessPlan(on []Rule) []Finding {
	var found notes
	for i := range on {
		if found.rule = &on[i]; found.rule.plan != nil {
			found.rule.plan(r, &found)
		}
	}
	return found.found
}
