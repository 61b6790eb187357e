package smart

import (
	"iter"
	"slices"
)

// A Rule is one thing that is looked for. A code is a promise: it may be retired
// and its condition may be improved, but it never gets another meaning.
//
// The examples show it: Bad has the fault and Good does not. Bad and Good are
// statements, BadPlan and GoodPlan plans in a short form, a goal or a series of
// readings a line:
//
//	at 2026-03-31
//	leads  macro 2026     owner=ann
//	insta  micro 2026-Q2  owner=bob supports=leads metric=followers channel=instagram reach=5000>5500
//	read   followers/instagram week 4800 4850 4910
//
// A pair that is empty says that the rule does not look at such things. The last
// reading of a series stands on the day of "at", or on one named as in
// "followers@2026-02-15", the others a step apart. Lines that begin with metric,
// benchmark or driver define one: "metric rate ratio sum 0 1" with unit, way to
// combine and bounds, "benchmark ctr 0.01 0.05", "driver followers leads 1". Other
// metrics are those of the marketing catalogue.
type Rule struct {
	Code      string
	Criterion Criterion
	Severity  Severity // as a rule; a finding may be more or less severe
	Doc       string   // the condition, in a sentence

	Bad, Good         string
	BadPlan, GoodPlan string

	text func(*statement, *notes)
	goal func(*subject, *notes)
	plan func(*run, *notes)
}

// Rules returns an iterator over all rules, in the order in which findings stand:
// by criterion in the order of the word SMART.
func Rules() iter.Seq[Rule] { return slices.Values(allRules) }

// allRules is the table of all rules.
var allRules = slices.Concat(specificRules, measurableRules, achievableRules, relevantRules, timeRules)
