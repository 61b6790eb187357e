package rollup

import (
	"errors"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// The reasons why a goal has no progress, beside those of package kpi.
const (
	NoTarget       kpi.Absence = "the measure has no target"
	NothingCounts  kpi.Absence = "no child counts and there is no measure to use"
	AllWeightsZero kpi.Absence = "all children are linked with weight 0"
	NoKnownChild   kpi.Absence = "no child has a value"
	TooFewKnown    kpi.Absence = "too little of the children's weight is known"
	NegativePart   kpi.Absence = "a geometric mean has no negative parts"
)

// What Evaluate needs and was not given: nil for a hierarchy or a source.
var (
	ErrNothing = errors.New("rollup: no hierarchy or no source to evaluate")
	ErrMoment  = errors.New("rollup: no moment to evaluate at")
)

// Evaluate answers for every goal of h how far it is at a moment, from the
// readings of src that the moment sees. It asks src once (a
// [kpi.Ledger] now and then, see [kpi.Reader.Each]), reads no clock, changes
// nothing and gives the same snapshot for the same input.
//
// The raw progress of a goal with children that count is
//
//	sum of weight × clamp(progress of child, floor, cap) / sum of weights
//
// for the mean, computed in integers and rounded once; see [kpi.Ratio]. Children
// are done before their parents without recursion, so depth does not matter.
//
// It fails with [kpi.Problems] if the policy is faulty, with [ErrNothing] or
// [ErrMoment] if something is missing, or with the error of src.
func (p Policy) Evaluate(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*Snapshot, error) {
	s, err := p.evaluate(h, src, at)
	if err != nil {
		return nil, err
	}
	s.finish()
	return &Snapshot{s}, nil
}

// evaluate returns the state that Evaluate finishes.
func (p Policy) evaluate(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*state, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if h == nil || src == nil {
		return nil, ErrNothing
	}
	if at.IsZero() {
		return nil, ErrMoment
	}
	s, err := p.newState(h, at)
	if err != nil {
		return nil, err
	}
	if err := s.read(h.Catalogue().Reader(src), s.all()); err != nil {
		return nil, err
	}
	s.place()
	s.engine.Rollup(true)
	return s, nil
}
