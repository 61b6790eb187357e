package goal

import (
	"fmt"
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Revision is a plan that is in force from a date on, until the next one is.
type Revision struct {
	From string `json:"from,omitempty"` // date or instant, read in the plan's zone; "" in the first is always
	By   string `json:"by,omitempty"`   // who changed the plan
	Why  string `json:"why,omitempty"`
	Plan Plan   `json:"plan"`
}

// Revisions are the plans of one endeavour in the order in which they came into
// force. A changed target, weight or period is a new revision, so that a day of
// the past is judged by what was wanted then and history is never rewritten:
//
//	h, ok := revisions.At(moment)
//	snapshot, err := policy.Evaluate(h, source, moment)
//
// Revisions are immutable and safe for use by several goroutines at once. The
// zero Revisions is empty: nothing is ever in force.
type Revisions struct{ list []inForce }

// inForce is a revision whose plan was checked.
type inForce struct {
	from    time.Time // its first instant
	always  bool      // from is none
	written Revision  // without the plan
	plan    *Hierarchy
}

// NewRevisions checks the plans of all revisions, as [New] does, and that each
// comes into force after the one before ([kpi.ErrTime]). If any check fails it
// returns [kpi.Problems] with every fault found, in order, fields named
// "revisions[0].from", "revisions[0].plan.zone" and, of goals,
// "revisions[0].period".
func NewRevisions(list []Revision, shared ...kpi.Metric) (*Revisions, error) {
	var c revisionCheck
	for i, revision := range list {
		c.path = fmt.Sprintf("revisions[%d].", i)
		f := inForce{written: revision, always: i == 0 && revision.From == ""}
		f.written.Plan = Plan{}
		if !f.always {
			f.from = c.from(&revision)
		}
		f.plan = c.plan(revision.Plan, shared)
		c.list = append(c.list, f)
	}
	if err := c.problems.Err(); err != nil {
		return nil, err
	}
	return &Revisions{c.list}, nil
}

// revisionCheck checks revisions one after the other.
type revisionCheck struct {
	list     []inForce
	problems kpi.Problems
	path     string     // of the revision
	latest   kpi.Period // the date from which an earlier one is in force
}

// from reads when a revision comes into force.
func (c *revisionCheck) from(r *Revision) time.Time {
	add := func(detail string) { c.problems.Add("", c.path+"from", kpi.ErrTime, r.From, detail) }
	if r.From == "" {
		add("only the first revision may be in force always")
		return time.Time{}
	}
	loc, _ := r.Plan.Location() // a bad zone is a fault of the plan
	span, err := kpi.ParseTime(r.From, loc)
	switch {
	case err != nil:
		add(detailOf(err))
	case !c.latest.IsEmpty() && !span.Start.After(c.latest.Start):
		add("does not come after the revisions before it")
	default:
		c.latest = span
	}
	return span.Start
}

// plan returns the checked plan of a revision.
func (c *revisionCheck) plan(p Plan, shared []kpi.Metric) *Hierarchy {
	h, err := New(p, shared...)
	if ps, ok := err.(kpi.Problems); ok { //nolint:errorlint // the documented type
		for _, x := range ps {
			c.problems.Add(x.Goal, c.path+x.Field, x.Reason, x.Value, x.Detail)
		}
	}
	return h
}

// At returns the plan in force at a moment: that of the last revision of which
// the moment sees the first instant. It reports false before the first revision,
// and for the zero Moment.
func (r *Revisions) At(m kpi.Moment) (*Hierarchy, bool) {
	for i := len(r.list) - 1; i >= 0; i-- {
		if f := &r.list[i]; f.always && !m.IsZero() || !f.always && m.Sees(f.from) {
			return f.plan, true
		}
	}
	return nil, false
}

// All returns an iterator over the revisions, each a copy, with their checked
// plans.
func (r *Revisions) All() iter.Seq2[Revision, *Hierarchy] {
	return func(yield func(Revision, *Hierarchy) bool) {
		for _, f := range r.list {
			revision := f.written
			revision.Plan = f.plan.Plan()
			if !yield(revision, f.plan) {
				return
			}
		}
	}
}

// A DatedChange is a change of the plan, when it came into force, who made it
// and why.
type DatedChange struct {
	At      time.Time
	By, Why string
	Change
}

// Changes returns what changed in the plan within a period: for each revision
// that came into force in it, how it differs from the one before, see [Diff].
// The first revision changes nothing.
func (r *Revisions) Changes(within kpi.Period) []DatedChange {
	var changes []DatedChange
	for i := 1; i < len(r.list); i++ {
		f := &r.list[i]
		if !within.Contains(f.from) {
			continue
		}
		for _, c := range Diff(r.list[i-1].plan.Plan(), f.plan.Plan()) {
			changes = append(changes, DatedChange{f.from, f.written.By, f.written.Why, c})
		}
	}
	return changes
}
