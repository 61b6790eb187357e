package rollup

import (
	"errors"
	"time"

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
// readings of src that the moment sees. It asks src once, reads no clock, changes
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
	if err := p.Check(); err != nil {
		return nil, err
	}
	if h == nil || src == nil {
		return nil, ErrNothing
	}
	if at.IsZero() {
		return nil, ErrMoment
	}
	s := &Snapshot{h: h, at: at, rules: p.rules(), figures: make([]figures, h.Len()), bounds: make(map[int32][2]kpi.Number)}
	if err := s.measure(src); err != nil {
		return nil, err
	}
	var a account
	for n := range h.BottomUp() {
		s.settle(n, &a)
	}
	return s, nil
}

// figures is what is known of one goal.
type figures struct {
	state    goal.State
	override kpi.Ratio
	score    kpi.Ratio // written at closing

	value      kpi.Value   // what its measure reads
	newest     time.Time   // of the readings
	measured   kpi.Ratio   // raw, what its target makes of the value
	unmeasured kpi.Absence // why that is unknown

	supported kpi.Ratio // raw, of the children
	raw       kpi.Ratio // of whatever gives it progress
	absence   kpi.Absence
	expected  kpi.Ratio
	coverage  kpi.Ratio
	status    Status
	takes     taken
}

// taken says where a goal's progress was taken from.
type taken uint8

const (
	fromNothing taken = iota
	fromMeasure
	fromChildren
	fromBlend
)

// progress is the effective progress that a bar shows.
func (f *figures) progress() kpi.Ratio {
	switch {
	case f.override.Known():
		return f.override
	case f.score.Known():
		return f.score
	}
	return f.raw.Bar()
}

// measure reads every measure with one call to src and scores it.
func (s *Snapshot) measure(src kpi.Source) error {
	bound := s.at.Bound()
	asks := make([]kpi.Ask, 0, s.h.Len())
	asking := make([]int32, 0, s.h.Len()) // whose measure each ask is
	for n := range s.h.All() {
		f := &s.figures[n.Index()]
		f.state = n.State(bound)
		f.override = n.Override(bound)
		f.score = n.ClosingScore(bound)
		ask, ok := n.Ask(bound)
		if !ok {
			continue
		}
		asks, asking = append(asks, ask), append(asking, int32(n.Index()))
		if n.TargetKind() == kpi.KindDone {
			ask.Highest = true
			asks, asking = append(asks, ask), append(asking, int32(n.Index()))
		}
	}
	answers, err := s.h.Catalogue().Read(src, asks)
	if err != nil {
		return err
	}
	for k, i := range asking {
		s.judge(int(i), answers[k], asks[k].Highest)
	}
	return nil
}

// judge scores what the measure of a goal reads. A milestone is judged by its
// highest reading, and reads the latest.
func (s *Snapshot) judge(i int, answer kpi.Answer, highest bool) {
	f := &s.figures[i]
	if !highest {
		f.value, f.newest = answer.Value, answer.Newest
		if answer.Absence == kpi.ChannelsDoNotAdd {
			s.bounds[int32(i)] = [2]kpi.Number{answer.AtLeast, answer.AtMost}
		}
	}
	scored, ok := s.h.At(i).Judge(answer.Value)
	f.measured, f.unmeasured = scored.Raw, scored.Absence
	switch {
	case !ok:
		f.unmeasured = NoTarget
	case scored.Absence == kpi.NoReading && answer.Absence != "":
		f.unmeasured = answer.Absence
	}
}

// settle finds the figures of n once those of its children are found. The
// account is scratch space.
func (s *Snapshot) settle(n goal.Node, a *account) {
	f := &s.figures[n.Index()]
	s.open(n, f, a)
	switch f.takes {
	case fromChildren, fromBlend:
		f.raw, f.absence = a.total()
		f.expected, f.coverage = a.expected(), a.coverage()
	case fromMeasure:
		f.raw, f.absence = f.measured, f.unmeasured
		s.alone(n, f)
	case fromNothing:
		f.raw, f.absence = s.nothing(n, a.zeros > 0)
		s.alone(n, f)
	}
	f.status = s.status(n, f, a)
}

// open fills the account with what makes the progress of n, or supports it, and
// finds what supports it.
func (s *Snapshot) open(n goal.Node, f *figures, a *account) {
	a.open(s, n)
	f.takes = source(n, a)
	if f.takes == fromNothing && a.zeros > 0 && s.rules.AllZeroWeights == AllZeroEqual {
		a.countZeros()
		f.takes = fromChildren
	}
	if a.counts > 0 {
		f.supported, _ = a.total()
	}
	if f.takes == fromBlend {
		a.addOwn(n, f, n.Expected(s.at.Bound()))
	}
}

// alone finds what is expected and known of a goal that takes nothing from its
// children.
func (s *Snapshot) alone(n goal.Node, f *figures) {
	f.expected = n.Expected(s.at.Bound())
	f.coverage = kpi.Units(0)
	if f.override.Known() || f.score.Known() || f.takes == fromMeasure && f.raw.Known() {
		f.coverage = one
	}
}

// source tells where a goal takes its progress from.
func source(n goal.Node, a *account) taken {
	from, children, target := n.ProgressFrom(), a.counts > 0, n.TargetKind() != ""
	switch {
	case from == goal.FromMeasure:
		return fromMeasure // New has seen to it that there is a target
	case children && from == goal.FromBlend:
		return fromBlend
	case children:
		return fromChildren
	case target && (from != goal.FromChildren || a.zeros > 0):
		return fromMeasure
	}
	return fromNothing
}

// nothing returns the progress of a goal that nothing gives progress to.
func (s *Snapshot) nothing(n goal.Node, zeros bool) (kpi.Ratio, kpi.Absence) {
	_, measured := n.Measure()
	switch {
	case zeros && s.rules.AllZeroWeights == AllZeroZero:
		return kpi.Units(0), ""
	case zeros:
		return kpi.Ratio{}, AllWeightsZero
	case s.rules.Empty == EmptyZero:
		return kpi.Units(0), ""
	case s.rules.Empty == EmptyOne:
		return one, ""
	case measured && n.TargetKind() == "":
		return kpi.Ratio{}, NoTarget
	}
	return kpi.Ratio{}, NothingCounts
}
