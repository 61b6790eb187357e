package rollup

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// What value rollup adds to the reasons and absences of the package.
const (
	ErrValues      kpi.Reason  = "values" // values that the method cannot combine
	NoValueBelow   kpi.Absence = "no goal below has a value"
	PeopleDoNotAdd kpi.Absence = "people that several goals or channels count cannot be added"
)

// ExcludedRepeat is why a goal does not count in a [ValueResult]: another part
// has its readings.
const ExcludedRepeat Exclusion = "repeat"

// A ValueRollup combines the values of the goals below a goal: so many leads,
// euros, clicks per impression. It has nothing to do with progress, which
// [Policy.Evaluate] carries up, and the goal's own measure is no part of it: the
// two are there to be compared.
//
// ValueRollup is plain data; the zero ValueRollup is not valid.
type ValueRollup struct {
	Goal   string // the id of the goal on top
	Method ValueMethod
}

// A ValueMethod says how values combine. The zero ValueMethod is not valid:
// what suits leads does not suit rates.
type ValueMethod string

// The methods. Each needs values in one unit, money in one currency.
//
//	method  combines                                    for metrics that combine by
//	sum     all values added                            sum; last, of counts and money; a goal's own series;
//	                                                    unique: unknown, with bounds, once there are two
//	mean    by effective weight                         anything
//	min     the least                                   anything
//	max     the greatest                                anything
//	pooled  Scale × the numerators added / the          a quotient, the same for all goals, of parts
//	        denominators added, so never a mean of      that can be summed
//	        rates
//
// What sum refuses is what [kpi.Catalogue.Read] refuses to add over channels,
// and means, minima, maxima and quotients.
const (
	ValueSum    ValueMethod = "sum"
	ValueMean   ValueMethod = "mean"
	ValueMin    ValueMethod = "min"
	ValueMax    ValueMethod = "max"
	ValuePooled ValueMethod = "pooled"
)

// A ValueResult is what the values below a goal come to.
type ValueResult struct {
	Node    goal.Node // the goal on top
	Value   kpi.Value
	Unit    kpi.Unit    // of Value and of all parts; "" if there are none
	Absence kpi.Absence // why Value is unknown
	// AtLeast and AtMost bound a sum that is unknown because people cannot be
	// added: the largest part, and the sum of all. They say nothing of what is missing.
	AtLeast, AtMost kpi.Number
	Missing         int         // parts without a value, which Value leaves out
	Overlapping     int         // parts that share readings with others, see ValuePart.Overlaps
	Parts           []ValuePart // in the plan's order
}

// A ValuePart is one goal in a [ValueResult].
type ValuePart struct {
	Node     goal.Node
	Value    kpi.Value
	Absence  kpi.Absence // why Value is unknown
	Excluded Exclusion   // ExcludedUnknown, ExcludedRepeat, or "" if it counts
	// Overlaps says that a sum or a pooled ratio may count readings of this part
	// twice: a part that counts reads the same metric over a time that is partly
	// the same, on the same channel or on all of them.
	Overlaps bool

	// Weight and Share are those of the mean. Weight is the effective weight down
	// all paths: the sum over paths of the product of each link's share. Share is
	// what it makes among the parts that count.
	Weight kpi.Value
	Share  kpi.Ratio

	// AtLeast and AtMost bound a value that is unknown because channels share people.
	AtLeast, AtMost kpi.Number
}

// Evaluate combines the values below the goal as a moment sees them. It walks
// down along the links that count, to goals that are active, paused or closed. A
// measured goal gives its value, and the walk stops there; others are walked
// through. A goal that is reached on several paths counts once; in a mean, its
// weights along them add up.
//
// Unknown is not 0: a goal without a value is left out and listed, and so is one
// with neither a measure nor a child that counts ([NothingCounts]). A goal of
// which a pooled ratio knows the parts counts even where they make no quotient.
//
// Sums and pooled ratios count no reading twice where goals ask the same: the
// same metric and channel over the same window, or, for a stock such as
// followers, over any window, of which the latest counts. Where two goals share
// only some readings, as all channels of the year and one channel of a quarter
// do, both count, for no part of either is the answer to leave out; they are
// marked ([ValuePart.Overlaps]), and the plan's owner decides which of them
// belongs below the goal. Means, minima and maxima take every goal.
//
// The result is exact, and the order of goals, links and readings cannot matter.
// There is one limit, and only in means: an effective weight is exact up to 1024
// bits of denominator, about 150 levels of percentages, and a mean up to 8192;
// beyond, fractions are cut that far below the point. A mean of which less is
// left than that is unknown ([TooFewKnown]).
//
// It asks src once. It fails with [ErrNothing] or [ErrMoment] if something is
// missing, with the error of src, or with [kpi.Problems], every fault at once:
//   - an unknown goal or method ([goal.ErrUnknownGoal], [kpi.ErrEnum]);
//   - goals measured in different units or currencies ([kpi.ErrUnit]);
//   - values that the method cannot combine ([ErrValues]).
func (r ValueRollup) Evaluate(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (ValueResult, error) {
	if h == nil || src == nil {
		return ValueResult{}, ErrNothing
	}
	if at.IsZero() {
		return ValueResult{}, ErrMoment
	}
	top, err := r.check(h)
	if err != nil {
		return ValueResult{}, err
	}
	c := valueCombination{method: r.Method, h: h, top: top, bound: at.Bound()}
	c.find()
	if err := c.check(); err != nil {
		return ValueResult{}, err
	}
	if err := c.read(src); err != nil {
		return ValueResult{}, err
	}
	return c.combine(), nil
}

// valueCombination is a value rollup on its way from the goals to the result.
type valueCombination struct {
	method ValueMethod
	h      *goal.Hierarchy
	top    goal.Node
	bound  time.Time
	walk   valueWalk
	parts  []ValuePart   // of the result
	values []valueOfGoal // the same, in the making
	unit   kpi.Unit
}

// valueOfGoal is a part in the making.
type valueOfGoal struct {
	*ValuePart
	measured bool
	ask      kpi.Ask
	metric   *valueMetric
	terms    []kpi.Number // of a pooled ratio: what the metric's terms read
}

func (v *valueOfGoal) counts() bool { return v.Excluded == "" }
