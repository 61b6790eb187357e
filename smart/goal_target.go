package smart

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/kpi"
)

// target gives the measure its target.
func (b *goalBuilder) target() {
	d := b.draft
	if !d.Amount.Given() {
		if d.Milestone.Given() {
			t := kpi.Finish()
			b.goal.Measure.Target = &t
			return
		}
		b.problems.Add("", "measure.target", kpi.ErrTarget, "", "the statement says no how much")
		return
	}
	if !b.unitFits() {
		b.problems.Add("", "measure.target", kpi.ErrUnit, d.Unit.Value, "not the unit of "+b.kpi.Name)
		return
	}
	t, ok := b.targetOf()
	if !ok {
		b.problems.Add("", "measure.target", kpi.ErrTarget, d.Per.Span.Of(d.Text), "no target says so much every "+d.Per.Value+" of this")
		return
	}
	right := true
	t.Check(b.combine(), func(field string, reason kpi.Reason, value, detail string) {
		right = false
		b.problems.Add("", "measure.target."+field, reason, value, detail)
	})
	if right {
		b.goal.Measure.Target = &t
	}
}

// combine returns how readings of the metric combine.
func (b *goalBuilder) combine() kpi.Combine {
	if b.kpi.ID == "" {
		return kpi.OwnSeries
	}
	return b.kpi.Combine
}

// unitFits reports whether the amount can be said in the unit of the metric.
func (b *goalBuilder) unitFits() bool {
	d := b.draft
	if b.kpi.ID == "" || d.Kind.Value == Relative {
		return true
	}
	unit := d.Unit.Value
	switch {
	case b.kpi.Money():
		return kpi.IsCurrency(unit) || unit == ""
	case b.kpi.Unit == kpi.Fraction:
		return unit == "%" || unit == "points" || unit == "basis points" || unit == "times" || unit == "" && d.Amount.Value.Cmp(kpi.Int(1)) <= 0
	case b.kpi.Unit == kpi.Duration:
		_, ok := milliseconds[unit]
		return ok
	}
	return unit != "%" && !kpi.IsCurrency(unit)
}

// milliseconds are how many there are in a unit of time.
var milliseconds = map[string]int64{
	"milliseconds": 1, "seconds": 1000, "minutes": 60_000, "hours": 3_600_000, "days": 86_400_000, "weeks": 604_800_000,
}

// scaled returns a number of the statement, in a unit, in the unit of the metric;
// for the goal's own series, in the smaller of the units of the two levels.
func (b *goalBuilder) scaled(n kpi.Number, unit string) kpi.Number {
	switch {
	case !n.Given():
		return n
	case b.kpi.ID == "":
		f, g := milliseconds[unit], b.smallest()
		if f == 0 || g == 0 {
			return n
		}
		return kpi.NumberOf(n.Decimal().Mul(decimal.NewFromInt(f / g)))
	case b.kpi.Unit == kpi.Fraction && unit == "basis points":
		return kpi.NumberOf(n.Decimal().Shift(-4))
	case b.kpi.Unit == kpi.Fraction && unit != "" && unit != "times":
		return kpi.NumberOf(n.Decimal().Shift(-2))
	case b.kpi.Unit == kpi.Duration:
		return kpi.NumberOf(n.Decimal().Mul(decimal.NewFromInt(milliseconds[unit])).Shift(-3))
	}
	return n
}

// smallest returns the milliseconds of the smallest unit of time that the levels are
// in, 0 unless there are two of them.
func (b *goalBuilder) smallest() int64 {
	levels := []string{b.draft.LevelUnit.Value, b.draft.TargetUnit.Value}
	if b.draft.Kind.Value == ToValue {
		levels[1] = b.draft.Unit.Value
	}
	return min(milliseconds[levels[0]], milliseconds[levels[1]])
}

// targetOf returns the target that the amount stands for, or reports that there
// is none.
func (b *goalBuilder) targetOf() (kpi.Target, bool) {
	amount := b.scaled(b.draft.Amount.Value, b.draft.Unit.Value)
	if b.isRate() {
		return b.rated(amount)
	}
	return b.plain(amount), true
}

// from returns the baseline in the unit of the metric.
func (b *goalBuilder) from() kpi.Number {
	d := b.draft
	if !d.LevelUnit.Given() && d.Kind.Value != Relative {
		return b.scaled(d.Baseline.Value, d.Unit.Value)
	}
	return b.scaled(d.Baseline.Value, d.LevelUnit.Value)
}

// plain returns the target of an amount that is no rate.
func (b *goalBuilder) plain(amount kpi.Number) kpi.Target {
	d, from := b.draft, b.from()
	down := d.Direction.Value == Decrease
	switch {
	case d.Kind.Value == Relative && d.Baseline.Given() && d.Target.Given():
		return kpi.Target{Kind: kpi.KindReach, From: from, To: b.scaled(d.Target.Value, cmp.Or(d.TargetUnit.Value, d.LevelUnit.Value))}
	case d.Kind.Value == Relative:
		return kpi.Target{Kind: kpi.KindReach, From: from, Change: change(d.Amount.Value, down, "%")}
	case d.Kind.Value == Absolute && (down || b.added()):
		return kpi.Target{Kind: kpi.KindReach, From: from, Change: change(amount, down, "")}
	case d.Kind.Value == Absolute:
		return b.collected(amount)
	case d.Direction.Value == Maintain, down && (!d.Baseline.Given() || b.combine() == kpi.Sum):
		return b.limit(amount, down)
	}
	return kpi.Target{Kind: kpi.KindReach, From: from, To: amount}
}

// added reports whether an absolute amount is added to a level: to a stock such
// as followers, to a ratio, or where the verb says "by".
func (b *goalBuilder) added() bool {
	switch {
	case b.draft.Direction.Value == Do:
		return false
	case b.draft.Verb.Value.moves():
		return true
	}
	return b.kpi.ID != "" && b.kpi.Combine != kpi.Sum && b.kpi.Combine != kpi.Unique
}

// collected returns the target to collect an amount from nothing.
func (b *goalBuilder) collected(amount kpi.Number) kpi.Target {
	if b.combine() == kpi.Sum {
		return kpi.Target{Kind: kpi.KindReach, To: amount}
	}
	return kpi.Target{Kind: kpi.KindReach, From: kpi.Int(0), To: amount}
}

// limit returns the target to stay on one side of an amount: as the comparator
// says, else on the good side of the metric.
func (b *goalBuilder) limit(amount kpi.Number, down bool) kpi.Target {
	most := down || b.kpi.Better == kpi.Lower
	switch b.draft.Comparator.Value {
	case AtMost, LessThan:
		most = true
	case AtLeast, MoreThan:
		most = false
	}
	if most {
		return kpi.Target{Kind: kpi.KindAtMost, Value: amount}
	}
	return kpi.Target{Kind: kpi.KindAtLeast, Value: amount}
}

// change returns a distance as text, "10%", "-2".
func change(n kpi.Number, down bool, unit string) kpi.Change {
	if down {
		n = kpi.Int(0).Sub(n)
	}
	return kpi.Change(n.String() + unit)
}
