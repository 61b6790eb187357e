package smart

import "github.com/goalkit/goalkit/kpi"

// cadences and windows are the grains that a goal can be looked at by.
var (
	cadences = map[Grain]kpi.Cadence{
		Day: kpi.Daily, Week: kpi.Weekly, Fortnight: kpi.Fortnightly, Month: kpi.Monthly, Quarter: kpi.Quarterly,
	}
	windows = map[Grain]string{Day: "1d", Week: "1w", Fortnight: "2w", Month: "1m", Quarter: "3m"}
)

// isRate reports whether the amount is one per week or the like. A change in
// percent is the same for what adds up in a week and in a year.
func (b *goalBuilder) isRate() bool {
	return b.draft.Per.Given() && b.draft.Kind.Value != Relative
}

// rated returns the target of an amount that is due every week or the like, and
// sets how often. It reports false where no target says so:
//   - to do, to gain, or to keep so many every week is to be above it in each of
//     the weeks, scored by the share of those that were;
//   - to get to so many a week is a level: of what adds up, that of the last week;
//   - so much more or less every week, of a level, is neither.
func (b *goalBuilder) rated(amount kpi.Number) (kpi.Target, bool) {
	d := b.draft
	grain := Grain(d.Per.Value)
	down := d.Direction.Value == Decrease
	cadence, regular := cadences[grain]
	switch {
	case d.Kind.Value == ToValue && d.Direction.Value != Maintain:
		if b.combine() != kpi.Sum {
			return b.plain(amount), true
		}
		b.goal.Measure.Window = windows[grain]
		if down && !d.Baseline.Given() {
			return b.limit(amount, down), regular
		}
		return kpi.Target{Kind: kpi.KindReach, From: b.from(), To: amount}, regular
	case down, b.added():
		return kpi.Target{}, false
	}
	b.goal.Cadence = cadence
	return b.limit(amount, false).Keep(), regular
}
