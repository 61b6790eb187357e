package trend

import "github.com/goalkit/goalkit/kpi"

// The reasons why there is no figure; [kpi.NoReading] and [kpi.NoBaseline] are
// used too.
const (
	// What is missing or wrong in an [Aim].
	NoMoment   kpi.Absence = "no moment is given"
	NoPeriod   kpi.Absence = "a period is empty"
	NoTarget   kpi.Absence = "no target is given"
	NoDistance kpi.Absence = "the target is where it began"
	OutOfYears kpi.Absence = "a time outside the years 0 to 9999" // also of a date that lies there
	NotFinite  kpi.Absence = "a number is not finite, or too large"

	// What has come to an end, or has hardly begun.
	TargetMet   kpi.Absence = "the target is met"
	PeriodOver  kpi.Absence = "the period is over"
	AllExpected kpi.Absence = "everything is expected by now"
	TooEarly    kpi.Absence = "too early: less than a tenth is expected"

	// What a series does not tell.
	NotTowards kpi.Absence = "the value does not move towards the target"
	TooFewData kpi.Absence = "too few readings"
	OneTime    kpi.Absence = "all readings are of one time" // of [FitLine], of one x
	AllEqual   kpi.Absence = "all values are equal"
	NoSpread   kpi.Absence = "the method has no spread"
	NotAChance kpi.Absence = "not a chance between 0 and 1" // the caller's
)

const (
	// EarliestExpected is the expected progress below which a run rate says
	// nothing: so early, little changes move it far.
	EarliestExpected = 0.1
	// FewestReadings is how many readings a projection with a spread needs.
	FewestReadings = 4
	// HardToRecover is the to-go index above which earned value management takes a
	// plan to be hard to recover (TCPI > 1.10, a rule of thumb).
	HardToRecover = 1.10
)
