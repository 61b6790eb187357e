package rollup

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/kpi"
)

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
	coverage  kpi.Ratio
	takes     taken

	expected kpi.Ratio
	status   Status
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

// figures returns all that is known of a goal.
func (s *state) figures(slot int32) figures {
	if f := s.supposed[slot]; f != nil {
		return *f
	}
	f, ok := s.odd[slot]
	switch n := s.node(slot); {
	case ok:
	case s.even(n, slot):
		f = s.own(n, slot)
		f.takes = fromChildren
		f.raw, f.absence = s.mean(slot)
		f.supported, f.coverage = f.raw, kpi.Units(int64(s.engine.Coverage(slot)))
	default:
		var a account
		f = s.settle(n, slot, &a)
	}
	if s.expected != nil {
		f.expected, f.status = s.expectedOf(slot), s.statusOf(slot)
	}
	return f
}

// own finds what is known of a goal by itself.
func (s *state) own(n goal.Node, slot int32) figures {
	f := figures{state: n.State(s.bound), override: n.Override(s.bound), score: n.ClosingScore(s.bound)}
	k := s.asked[slot]
	if k < 0 {
		return f
	}
	r := &s.readings[k]
	f.value, f.newest = r.value, r.newest
	scored, ok := s.scored(n, slot)
	f.measured, f.unmeasured = scored.Raw, scored.Absence
	switch {
	case !ok:
		f.unmeasured = NoTarget
	case scored.Absence == kpi.NoReading && r.absence != "":
		f.unmeasured = r.absence
	}
	return f
}

// scored returns what the target of a goal makes of what was read, or reports
// that there is none.
func (s *state) scored(n goal.Node, slot int32) (kpi.Scored, bool) {
	var v kpi.Value
	if k := s.asked[slot]; k >= 0 {
		v = s.readings[k].value
	}
	if !n.AsksMore() {
		return n.Judge(v, kpi.Value{})
	}
	m := s.more[slot]
	if n.TargetKind() == kpi.KindDone {
		v = m.highest
	}
	scored, ok := n.Judge(v, m.baseline)
	if n.ByShare() {
		scored.Raw, scored.Absence = m.activity.Share()
	}
	return scored, ok
}

// even reports whether the progress of a goal is the mean that the engine finds.
func (s *state) even(n goal.Node, slot int32) bool {
	if all, _ := s.engine.Weights(slot); all == 0 || s.rules.general || s.uneven[slot] || n.Method() != goal.Mean {
		return false
	}
	from := n.ProgressFrom()
	return from != goal.FromMeasure && from != goal.FromBlend
}

// mean returns what the engine makes of a goal's children.
func (s *state) mean(slot int32) (kpi.Ratio, kpi.Absence) {
	_, known := s.engine.Weights(slot)
	return ratioOf(s.engine.Mean(slot), known > 0)
}

// ratioOf returns the progress that a mean is or, if it is unknown, why; known
// says whether any child is.
func ratioOf(mean flat.Figure, known bool) (kpi.Ratio, kpi.Absence) {
	switch {
	case mean.Known():
		return kpi.Units(int64(mean.Units())), ""
	case known:
		return kpi.Ratio{}, TooFewKnown
	}
	return kpi.Ratio{}, NoKnownChild
}

// settle finds the figures of a goal from those of its children, expectation and
// status aside. The account is scratch space.
func (s *state) settle(n goal.Node, slot int32, a *account) figures {
	f := s.own(n, slot)
	s.open(n, &f, a)
	switch f.takes {
	case fromChildren, fromBlend:
		f.raw, f.absence = a.total()
		f.coverage = a.coverage()
	case fromMeasure:
		f.raw, f.absence = f.measured, f.unmeasured
		f.coverage = f.covered()
	case fromNothing:
		f.raw, f.absence = s.nothing(n, a.zeros > 0)
		f.coverage = f.covered()
	}
	return f
}

// open fills the account with what makes the progress of n, or supports it, and
// finds what supports it.
func (s *state) open(n goal.Node, f *figures, a *account) {
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
		a.addOwn(s, n, f)
	}
}

// covered returns the coverage of a goal that takes nothing from its children.
func (f *figures) covered() kpi.Ratio {
	if f.override.Known() || f.score.Known() || f.takes == fromMeasure && f.measured.Known() {
		return one
	}
	return kpi.Units(0)
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
func (s *state) nothing(n goal.Node, zeros bool) (kpi.Ratio, kpi.Absence) {
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

// rule settles a goal for the engine.
func (s *state) rule(slot int32) (flat.Figure, uint64) {
	var a account
	f := s.settle(s.node(slot), slot, &a)
	s.odd[slot] = f
	coverage, _ := f.coverage.Int64()
	return s.figure(&f), uint64(coverage)
}

// figure returns what a goal counts as, for the engine: cut to 0..1.
func (s *state) figure(f *figures) flat.Figure {
	x := s.rules.clamp(s.rules.counted(f)).Bar()
	units, known := x.Int64()
	if !known {
		return flat.Unknown
	}
	if f.coverage.IsDone() {
		return flat.Covered | flat.Figure(units)
	}
	return flat.Figure(units)
}

// counted returns what a goal counts as in the goals it supports.
func (s *state) counted(slot int32) kpi.Ratio {
	if s.rules.general || s.supposed[slot] != nil {
		f := s.figures(slot)
		return s.rules.counted(&f)
	}
	if f := s.engine.Figure(slot); f.Known() {
		return kpi.Units(int64(f.Units()))
	}
	return kpi.Ratio{}
}

func (s *state) coverageOf(slot int32) kpi.Ratio {
	if f := s.supposed[slot]; f != nil {
		return f.coverage
	}
	return kpi.Units(int64(s.engine.Coverage(slot)))
}

// expectedOf returns what is expected of a goal, 0 before that is found.
func (s *state) expectedOf(slot int32) kpi.Ratio {
	switch f := s.supposed[slot]; {
	case f != nil:
		return f.expected
	case s.expected == nil:
		return kpi.Units(0)
	}
	return kpi.Units(int64(s.expected[slot]))
}

func (s *state) statusOf(slot int32) Status {
	if f := s.supposed[slot]; f != nil {
		return f.status
	}
	return s.statuses[slot]
}
