package goal

import (
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// The words of a plan are string types: a plan holds what was written, right or
// wrong, until New reports all that is wrong at once.

// A Level says whether a goal or strategy is a direction or a step. There is no
// default.
type Level string

// The levels.
const (
	Macro Level = "macro" // long-term, as a rule a year or more
	Micro Level = "micro" // specific and measurable, as a rule a quarter or less
)

// check reports a level that is missing or is none.
func (l Level) check(report kpi.Report) {
	switch l {
	case Macro, Micro:
	case "":
		report("level", ErrLevel, "", "want macro or micro")
	default:
		report("level", kpi.ErrEnum, string(l), "want macro or micro")
	}
}

// A State is where a goal is in its life. The zero State means [Active].
type State string

// The states. Active, paused and closed goals count in the goals they support.
const (
	Draft     State = "draft"
	Active    State = "active"
	Paused    State = "paused"
	Closed    State = "closed"
	Cancelled State = "cancelled"
)

// Counts reports whether a goal in this state counts in the goals it supports.
func (s State) Counts() bool { return s != Draft && s != Cancelled }

// ProgressFrom says where a goal takes its progress from. The zero
// ProgressFrom means the children if any counts, else the measure.
type ProgressFrom string

// The places that progress comes from.
const (
	FromChildren ProgressFrom = "children"
	FromMeasure  ProgressFrom = "measure"
	FromBlend    ProgressFrom = "blend" // the own measure is one more child
)

// A Method says how the progress of children combines. The zero Method means [Mean].
type Method string

// The methods.
const (
	Mean      Method = "mean"      // weighted arithmetic mean
	Geometric Method = "geometric" // weighted geometric mean: a child at 0 takes all to 0
	Min       Method = "min"       // the weakest link
)

// A Weighting says what the weights of a goal's children mean. The zero
// Weighting means [Relative].
type Weighting string

// The weightings.
const (
	Relative Weighting = "relative" // only their ratio counts
	Percent  Weighting = "percent"  // of 100; children without a weight share the rest
	ByTarget Weighting = "target"   // the distance that each child's target goes
)

// Ambition says how a goal's result is to be read. The zero Ambition means [Committed].
type Ambition string

// The ambitions.
const (
	Committed    Ambition = "committed"    // expected to be reached in full
	Aspirational Ambition = "aspirational" // a stretch: most of the way is a success
)

// BucketBy says what the buckets of a [Profile] are. The zero BucketBy means [BySlice].
type BucketBy string

// The kinds of bucket.
const (
	BySlice BucketBy = "slice" // equal parts of the period
	ByMonth BucketBy = "month" // the calendar months that the period touches
	ByWeek  BucketBy = "week"  // the ISO weeks that the period touches
)

// The words that a goal's fields may have; the first is none.
var (
	targetKinds = [...]kpi.TargetKind{
		"", kpi.KindReach, kpi.KindAtLeast, kpi.KindAtMost, kpi.KindWithin, plainReach: kpi.KindReach,
		finish: kpi.KindDone, measuredReach: kpi.KindReach,
		shareAtLeast: kpi.KindAtLeast, shareAtMost: kpi.KindAtMost, shareWithin: kpi.KindWithin,
	}
	states     = [...]State{"", Draft, Active, Paused, Closed, Cancelled}
	progresses = [...]ProgressFrom{"", FromChildren, FromMeasure, FromBlend}
	methods    = [...]Method{"", Mean, Geometric, Min}
	weightings = [...]Weighting{"", Relative, Percent, ByTarget}
	ambitions  = [...]Ambition{"", Committed, Aspirational}
	bucketBys  = [...]BucketBy{"", BySlice, ByMonth, ByWeek}
)

// Kinds of target that a hierarchy tells apart beyond what the plan calls them.
const (
	// plainReach is a target of kind reach of which From and To are all that there
	// is. As most targets are, it is kept as a line only.
	plainReach = iota + 5

	// These need more read than the value of the measure.
	finish
	measuredReach
	shareAtLeast
	shareAtMost
	shareWithin
)

// targetCode returns the place of a target among targetKinds, 0 for an unknown
// kind.
func targetCode(t *kpi.Target, c kpi.Combine) uint8 {
	code := max(0, slices.Index(targetKinds[:], t.Kind))
	switch {
	case t.Kind.Control() && t.Score == kpi.ScoreShare:
		code += shareAtLeast - slices.Index(targetKinds[:], kpi.KindAtLeast)
	case t.Measured(c):
		code = measuredReach
	}
	return uint8(code)
}
