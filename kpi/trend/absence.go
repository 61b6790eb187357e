package trend

import "github.com/goalkit/goalkit/kpi"

// The reasons why there is no figure.
const (
	NotTowards kpi.Absence = "the value does not move towards the target"
	TooFewData kpi.Absence = "too few readings"
	OneTime    kpi.Absence = "all readings are of one time" // of [FitLine], of one x
	AllEqual   kpi.Absence = "all values are equal"
	NotAChance kpi.Absence = "not a chance between 0 and 1"       // the caller's
	OutOfYears kpi.Absence = "a time outside the years 0 to 9999" // also of a date that lies there
	NotFinite  kpi.Absence = "a number is not finite, or too large"
)
