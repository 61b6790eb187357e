package report

import "github.com/goalkit/goalkit/kpi"

// A Delta compares a value with an earlier one. The zero Delta says nothing.
type Delta struct {
	Base    kpi.Value   `json:"base,omitzero"`    // what it is compared with
	Change  kpi.Value   `json:"change,omitzero"`  // in the unit that Form says
	Form    Form        `json:"form,omitempty"`   // what Change is
	Trend   Trend       `json:"trend,omitempty"`  // what it means
	Absence kpi.Absence `json:"reason,omitempty"` // why Change is unknown
}

// A Form says what a change is. The zero Form means that there is none.
type Form string

// The forms.
const (
	Relative Form = "relative" // a share of the absolute base: 0.1 is 10% more
	Points   Form = "points"   // the difference in the unit of the metric: of a ratio 0.01 is a percentage point
)

// A Trend says what a change means. The zero Trend means that this is not known.
type Trend string

// The trends.
const (
	Good    Trend = "good"
	Bad     Trend = "bad"
	Neutral Trend = "neutral" // no change, or of a metric of which neither way is better
)

// NoBase says that there is nothing to compare with.
const NoBase kpi.Absence = "there is no earlier value to compare with"

// compare returns how a value of a metric differs from a base. Ratios, scores and
// ranks differ by points, since a change in percent of percent is easily misread;
// all else by its share of the base.
func compare(m kpi.Metric, now, base kpi.Value) Delta {
	d := Delta{Base: base}
	if !now.Known() {
		return d
	}
	if !base.Known() {
		d.Absence = NoBase
		return d
	}
	d.Trend = trendOf(m.Better, now.Cmp(base))
	change := kpi.RelativeChange
	d.Form = Relative
	if m.Unit == kpi.Fraction && !isMultiple(m) || m.Unit == kpi.Score || m.Unit == kpi.Rank {
		change, d.Form = kpi.AbsoluteChange, Points
	}
	if d.Change, d.Absence = change(base, now); d.Absence != "" {
		d.Form = ""
	}
	return d
}

// trendOf returns what a move in this direction means.
func trendOf(better kpi.Better, sign int) Trend {
	switch {
	case sign == 0 || better == kpi.Neither:
		return Neutral
	case (sign > 0) == (better != kpi.Lower):
		return Good
	}
	return Bad
}
