package smart

import (
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
	t := b.targetOf()
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
		return unit == "%" || unit == "points" || unit == "" && d.Amount.Value.Cmp(kpi.Int(1)) <= 0
	case b.kpi.Unit == kpi.Duration:
		_, ok := secondsOf[unit]
		return ok
	}
	return unit != "%" && !kpi.IsCurrency(unit)
}

// secondsOf are the seconds in a unit of time; those in a millisecond are none, and
// it is scaled apart.
var secondsOf = map[string]int64{"milliseconds": 0, "seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}

// scaled returns a number of the statement, in a unit, in the unit of the metric;
// for the goal's own series, in the smaller of the units of the two levels.
func (b *goalBuilder) scaled(n kpi.Number, unit string) kpi.Number {
	own := b.draft.Unit.Value
	switch {
	case !n.Given():
		return n
	case b.kpi.ID == "":
		f, g := secondsOf[unit], min(secondsOf[own], secondsOf[b.draft.LevelUnit.Value])
		if g == 0 {
			return n
		}
		return kpi.NumberOf(n.Decimal().Mul(decimal.NewFromInt(f / g)))
	case b.kpi.Unit == kpi.Fraction && unit != "":
		return kpi.NumberOf(n.Decimal().Shift(-2))
	case b.kpi.Unit == kpi.Duration && unit == "milliseconds":
		return kpi.NumberOf(n.Decimal().Shift(-3))
	case b.kpi.Unit == kpi.Duration:
		return kpi.NumberOf(n.Decimal().Mul(decimal.NewFromInt(secondsOf[unit])))
	}
	return n
}

// targetOf returns the target that the amount stands for.
func (b *goalBuilder) targetOf() kpi.Target {
	d := b.draft
	from := b.scaled(d.Baseline.Value, d.LevelUnit.Value)
	if !d.LevelUnit.Given() && d.Kind.Value != Relative {
		from = b.scaled(d.Baseline.Value, d.Unit.Value)
	}
	amount, scaled := d.Amount.Value, b.scaled(d.Amount.Value, d.Unit.Value)
	down := d.Direction.Value == Decrease
	switch {
	case d.Kind.Value == Relative && d.Baseline.Given() && d.Target.Given():
		return kpi.Target{Kind: kpi.KindReach, From: from, To: b.scaled(d.Target.Value, d.LevelUnit.Value)}
	case d.Kind.Value == Relative:
		return kpi.Target{Kind: kpi.KindReach, From: from, Change: change(amount, down, "%")}
	case d.Kind.Value == Absolute && (down || b.added()):
		return kpi.Target{Kind: kpi.KindReach, From: from, Change: change(scaled, down, "")}
	case d.Kind.Value == Absolute:
		return b.collected(scaled)
	case d.Direction.Value == Maintain, down && (!d.Baseline.Given() || b.combine() == kpi.Sum):
		return b.limit(scaled, down)
	}
	return kpi.Target{Kind: kpi.KindReach, From: from, To: scaled}
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
