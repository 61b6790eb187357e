package rollup_test

import (
	"math/big"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// measuresBaseline reports whether the plan leaves the baseline of a target to
// be measured: a reach target without from. Readings that add up score from 0,
// so they need one only for a change, or if the plan says when (design 4.3).
func measuresBaseline(t *kpi.Target, combine kpi.Combine) bool {
	if t.Kind != kpi.KindReach || t.From.Given() {
		return false
	}
	return combine != kpi.Sum || t.Change != "" || t.FromAt != ""
}

// ends returns the values that a result shows as From and To.
func (o *oracle) ends(g *goal.Goal) (from, to *big.Rat) {
	t := g.Measure.Target
	switch t.Kind {
	case kpi.KindAtLeast, kpi.KindAtMost:
		return nil, t.Value.Rat()
	case kpi.KindDone:
		return nil, ratOne
	case kpi.KindWithin:
		return nil, nil
	}
	switch {
	case t.From.Given():
		from = t.From.Rat()
	case measuresBaseline(t, o.combineOf(g)):
		from = o.baseline(g)
	}
	switch {
	case t.Change == "":
		return from, t.To.Rat()
	case from == nil:
		return nil, nil
	}
	if !t.From.Given() {
		o.hit("target: a change of a baseline")
	}
	return from, changed(from, t.Change)
}

// changed is a change of S: "10%" means S + |S| × 0.10, "-2" means S - 2.
func changed(s *big.Rat, change kpi.Change) *big.Rat {
	if percent, ok := strings.CutSuffix(string(change), "%"); ok {
		return ratAdd(s, ratMul(new(big.Rat).Abs(s), ratDiv(ratOf(percent), ratOf("100"))))
	}
	return ratAdd(s, ratOf(string(change)))
}

// fromBaseline scores a value by a baseline that was measured: (V-S)/(T-S),
// and V/T where readings add up (the table of design 4.3).
func (o *oracle) fromBaseline(g *goal.Goal, from, to, v *big.Rat) (*big.Rat, []kpi.Absence) {
	sums := o.combineOf(g) == kpi.Sum
	if sums && to != nil { // only a change needs the baseline
		if from == nil {
			o.hit("target: a sum without the baseline that it does not need")
		}
		from = ratZero
	}
	switch {
	case from == nil || to == nil:
		return nil, []kpi.Absence{kpi.NoBaseline}
	case from.Cmp(to) == 0:
		return nil, []kpi.Absence{kpi.NoDistance}
	}
	if sums {
		o.hit("target: a sum with a baseline")
	} else {
		o.hit("target: from a baseline")
	}
	return o.round(ratDiv(ratSub(v, from), ratSub(to, from))), nil
}

// baseline is the S that g's target starts from: the newest reading of a
// stock, else the same measure over an earlier span (design 4.3).
func (o *oracle) baseline(g *goal.Goal) *big.Rat {
	span := o.baselineSpan(g)
	switch cut := o.cut(g); {
	case cut.Before(o.bound) && cut.Before(span.End):
		o.hit("baseline: cut by since")
		span.End = cut
	case cut.Before(span.End):
		o.hit("baseline: cut by the bound")
		span.End = cut
	}
	if !span.Start.Before(span.End) {
		o.hit("baseline: nothing of its span is left")
	}
	read := o.read(g, span)
	if read.value == nil {
		o.hit("baseline: unknown of " + o.kindOf(g))
		return nil
	}
	o.hit("baseline: known of " + o.kindOf(g))
	if o.combineOf(g) == kpi.Last && g.Measure.Target.FromAt == "" && o.readAtStart(g) {
		o.hit("baseline: read at the start")
	}
	return read.value
}

// readAtStart reports whether a baseline was read at the very start of g's period.
func (o *oracle) readAtStart(g *goal.Goal) bool {
	start := o.period(g).Start
	return start.Before(o.cut(g)) && o.readWithin(g, g.Measure.Metric, kpi.Period{Start: start, End: start.Add(time.Nanosecond)})
}

// kindOf names what g's measure reads.
func (o *oracle) kindOf(g *goal.Goal) string {
	switch combine := o.combineOf(g); {
	case g.Measure.Metric == "":
		return "own series"
	case combine == "":
		return "derived"
	default:
		return string(combine)
	}
}

// baselineSpan is the time that a baseline is read over, as if all were visible.
func (o *oracle) baselineSpan(g *goal.Goal) kpi.Period {
	span := o.whenFrom(g)
	if g.Measure.Window == "" {
		return span
	}
	o.hit("baseline: trailing window")
	return o.trailing(g, span.End)
}

// trailing is the window of g's measure that ends at end.
func (o *oracle) trailing(g *goal.Goal, end time.Time) kpi.Period {
	w, err := kpi.ParseWindow(g.Measure.Window)
	o.must(err)
	return w.Ending(end, o.loc)
}

// whenFrom is the period that fromAt speaks of, else that before g's own.
func (o *oracle) whenFrom(g *goal.Goal) kpi.Period {
	own, text := o.period(g), g.Measure.Target.FromAt
	if text == "" {
		span := kpi.Period{Start: o.previousStart(g.Period, own), End: own.Start}
		if o.combineOf(g) == kpi.Last { // a reading at the start counts
			span.End = span.End.Add(time.Nanosecond)
		}
		return span
	}
	if then, err := kpi.ParseTime(text, o.loc); err == nil {
		if strings.Contains(text, "T") {
			o.hit("baseline: from an instant")
		} else {
			o.hit("baseline: from a date")
		}
		return kpi.Period{Start: o.asLongBefore(own, then.End), End: then.End}
	}
	o.hit("baseline: from a period")
	span, err := kpi.ParsePeriod(text, o.loc)
	o.must(err)
	return span
}
