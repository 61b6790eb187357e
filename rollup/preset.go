package rollup

import (
	"iter"

	"github.com/goalkit/goalkit/kpi"
)

// A preset is a published pace rule under its maker's name.
type preset struct {
	name string
	pace Pace
}

// presets are in the order of their list in the package's doc.
var presets = []preset{
	{"viva", pointsRule("0", "0.25")},
	{"engagedly", pointsRule("0.164999999999999999", "0.33")},
	{"cascade", Pace{Rule: PaceRatio, Ahead: kpi.Num("1.06"), OnTrack: kpi.Num("0.95"), Behind: kpi.Num("0.85")}},
	{"upraise", ratioRule("0.95", "0.75")},
	{"mooncamp", ratioRule("0.90", "0.70")},
	{"servicenow", ratioRule("0.90", "0.75")},
	{"oboard", ratioRule("0.70", "0.40")},
	{"recruiterflow", ratioRule("0.99", "0.81")},
}

// ratioRule and pointsRule are rules without a word for ahead.

func ratioRule(onTrack, behind string) Pace {
	return Pace{Rule: PaceRatio, NoAhead: true, OnTrack: kpi.Num(onTrack), Behind: kpi.Num(behind)}
}

func pointsRule(onTrack, behind string) Pace {
	return Pace{Rule: PacePoints, NoAhead: true, OnTrack: kpi.Num(onTrack), Behind: kpi.Num(behind)}
}

// PacePreset returns a pace rule that a maker of goal software has published, by
// the name that the JSON contract has for it. The doc of the package lists them.
// The rules decide by pace only: what comes before pace in the order of [Status],
// as achieved, missed and too early, is ours under each of them.
func PacePreset(name string) (Pace, bool) {
	for _, p := range presets {
		if p.name == name {
			return p.pace, true
		}
	}
	return Pace{}, false
}

// PacePresets returns an iterator over the presets and their names, in the order
// of the list in the package's doc.
func PacePresets() iter.Seq2[string, Pace] {
	return func(yield func(string, Pace) bool) {
		for _, p := range presets {
			if !yield(p.name, p.pace) {
				return
			}
		}
	}
}
