package rollup

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Course is how one goal stood at many moments.
type Course struct {
	Node      goal.Node
	Standings []Standing // one for each moment asked about
}

// History returns how the goals with these ids stood at each of the moments, to
// the last digit what [Policy.Evaluate] says of them, in the order of the ids
// and of the moments. Only these goals and those below them are looked at. It
// goes through time once: at each moment it reads again only what may have
// changed since the one before, and adds up only the goals above that. Of a
// [kpi.Ledger] it knows what came in between; another source is asked once a
// moment for every measure whose window still moves.
//
// It fails as Evaluate does, though not over goals that are not looked at, and
// with [kpi.Problems] if there is no such goal.
func (p Policy) History(h *goal.Hierarchy, src kpi.Source, moments []kpi.Moment, ids ...string) ([]Course, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if h == nil || src == nil {
		return nil, ErrNothing
	}
	if slices.ContainsFunc(moments, kpi.Moment.IsZero) {
		return nil, ErrMoment
	}
	courses, err := newCourses(h, ids, len(moments))
	if err != nil || len(moments) == 0 {
		return courses, err
	}
	inOrder := make([]int, len(moments)) // positions in moments
	for i := range inOrder {
		inOrder[i] = i
	}
	slices.SortStableFunc(inOrder, func(a, b int) int { return moments[a].Bound().Compare(moments[b].Bound()) })
	w := walker{reader: h.Catalogue().Reader(src)}
	if err := w.start(p, h, moments[inOrder[0]], ids); err != nil {
		return nil, err
	}
	bounds := make([]time.Time, len(moments))
	for k, i := range inOrder {
		bounds[k] = moments[i].Bound()
	}
	w.follow(src, bounds)
	for k, i := range inOrder {
		if err := w.on(k, moments[i]); err != nil {
			return nil, err
		}
		for c := range courses {
			courses[c].Standings[i] = w.state.standing(courses[c].Node)
		}
	}
	return courses, nil
}

// newCourses returns a course of each goal, of which nothing is known yet.
func newCourses(h *goal.Hierarchy, ids []string, moments int) ([]Course, error) {
	var problems kpi.Problems
	courses := make([]Course, 0, len(ids))
	for _, id := range ids {
		n, ok := h.Node(id)
		if !ok {
			problems.Add(id, "goal", goal.ErrUnknownGoal, id, "the plan has no such goal")
			continue
		}
		courses = append(courses, Course{n, make([]Standing, moments)})
	}
	return courses, problems.Err()
}
