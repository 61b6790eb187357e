package smart

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
)

// Whether the number can be one of the metric.

// percentAsRatio is from how much more than now on a ratio is taken for a
// percentage.
const percentAsRatio = 20

func goalUnit(s *subject, n *notes) {
	t := s.target()
	if t == nil || !s.isPercentage() {
		return
	}
	if c := string(t.Change); c != "" && !strings.HasSuffix(c, "%") {
		if x := math.Abs(float(kpi.ValueOf(kpi.Num(strings.TrimPrefix(c, "+"))))); x >= 1 {
			n.on("measure.target.change", "a change of {change} is {points} percentage points", "write points as fractions: 0.02 for 2 points",
				Param{"change", c}, Param{"points", show.Digits(100 * x)})
		}
		return
	}
	now, x := float(s.aim.from), float(s.aim.to)
	if !(now > 0) {
		now = float(s.value)
	}
	if now > 0 && now <= 1 && x > 1 && x >= percentAsRatio*now && !s.metric.High.Given() {
		n.on("measure.target", "{target} of {metric}, which is {now} now", "write ratios as fractions: {fraction} for {percent}",
			Param{"target", s.show(x)}, Param{"metric", s.label()}, Param{"now", s.show(now)},
			Param{"fraction", strconv.FormatFloat(x/100, 'g', 6, 64)}, Param{"percent", show.Digits(x) + "%"})
	}
}

// isPercentage reports whether people write the goal's metric in percent, so that a
// change can be one in points: a ratio of at most 1, one that does not exceed such
// a KPI, or one without a bound whose name says so. ROAS and LTV:CAC are multiples.
func (s *subject) isPercentage() bool {
	switch {
	case s.metric.Unit != kpi.Fraction:
		return false
	case s.metric.High.Given():
		return s.metric.High.Cmp(kpi.Int(1)) <= 0
	case s.known != nil && s.known.HighMetric != "":
		return true
	}
	name := strings.FieldsFunc(strings.ToLower(s.metric.Name+" "+s.metric.ID), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(name, func(word string) bool {
		return slices.Contains([]string{"rate", "share", "percent", "percentage"}, word)
	})
}

func outOfDomain(s *subject, n *notes) {
	t := s.target()
	if t == nil {
		return
	}
	bounds := s.bounds()
	for _, v := range []struct {
		field string
		value kpi.Value
	}{
		{"to", s.reachTo()},
		{"value", kpi.ValueOf(t.Value)},
		{"low", kpi.ValueOf(t.Low)},
		{"high", kpi.ValueOf(t.High)},
	} {
		bounds.check(s, n, "measure.target."+v.field, v.value)
	}
}

// reachTo returns the value that a reach target goes to; unknown for others.
func (s *subject) reachTo() kpi.Value {
	if s.kind() != kpi.KindReach {
		return kpi.Value{}
	}
	return s.aim.to
}

// bounds are the values that a metric can take.
type bounds struct {
	low, high         kpi.Number
	softLow, softHigh bool
}

// bounds returns the bounds of the goal's metric. Those of the plan's own metrics
// hold; the marketing catalogue says of each whether it does. A goal's own series
// is a count.
func (s *subject) bounds() bounds {
	b := bounds{low: s.metric.Low, high: s.metric.High}
	if s.metric.ID == "" {
		b.low = kpi.Int(0)
	}
	if s.known != nil {
		b.softLow, b.softHigh = !s.known.HardLow, !s.known.HardHigh
	}
	return b
}

func (b bounds) check(s *subject, n *notes, field string, v kpi.Value) {
	if !v.Known() {
		return
	}
	bound, soft, relation := b.high, b.softHigh, "above"
	switch {
	case b.low.Given() && v.Cmp(kpi.ValueOf(b.low)) < 0:
		bound, soft, relation = b.low, b.softLow, "below"
	case !b.high.Given() || v.Cmp(kpi.ValueOf(b.high)) <= 0:
		return
	}
	message := "{metric} cannot be {value}: that is {relation} {bound}"
	if soft {
		n.as(Warning)
		message = "{metric} is hardly ever {value}: that is {relation} {bound}"
	}
	n.on(field, message, "check number and unit", Param{"metric", s.label()}, Param{"value", s.show(float(v))},
		Param{"relation", relation}, Param{"bound", s.show(float(kpi.ValueOf(bound)))})
}
