package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Revision is what was changed in the plan at one time, by one person.
type Revision struct {
	Date    string   `json:"date"` // day in the plan's zone from which the changed plan is in force
	By      string   `json:"by,omitempty"`
	Why     string   `json:"why,omitempty"`
	Changes []Change `json:"changes,omitempty"` // in the order of goal.Diff

	at time.Time
}

// A Change is a [goal.Change].
type Change struct {
	Kind   goal.ChangeKind `json:"kind"`
	Of     goal.ChangeOf   `json:"of"`
	ID     string          `json:"id,omitempty"`
	Field  string          `json:"field,omitempty"`
	Before string          `json:"before,omitempty"`
	After  string          `json:"after,omitempty"`
}

// changes fills in what was changed in the plan within the report's period, in
// order of time. The first plan is no change.
func (v *view) changes(r *Report) {
	if v.policy.Revisions == nil {
		return
	}
	for _, c := range v.policy.Revisions.Changes(v.period) {
		if last := len(r.Changes) - 1; last < 0 || !r.Changes[last].at.Equal(c.At) {
			day := c.At.In(location(v.calendar)).Format(time.DateOnly)
			r.Changes = append(r.Changes, Revision{Date: day, By: c.By, Why: c.Why, at: c.At})
		}
		last := &r.Changes[len(r.Changes)-1]
		last.Changes = append(last.Changes, Change(c.Change))
	}
}

// plans returns the plans in force before and after a revision. It reports false if
// there is none before.
func (v *view) plans(revision Revision) (before, after *goal.Hierarchy, ok bool) {
	before, ok = v.policy.Revisions.At(kpi.Before(revision.at))
	after, _ = v.policy.Revisions.At(kpi.UpTo(revision.at))
	return before, after, ok
}
