package trend

import "github.com/goalkit/goalkit/kpi"

// An Aim is what a forecast needs to know of a goal: from where to where it goes
// in which period, and where it is. The fields are those of an evaluated goal,
// so that one can be filled from the other. Aim is plain data; whatever is
// missing or makes no sense leaves the figures unknown that need it.
type Aim struct {
	From   kpi.Value // the value that scores 0; a sum always begins at 0
	To     kpi.Value // the value that scores 1, above From or below it
	Period kpi.Period
	At     kpi.Moment // when Value is read; nothing after it is used
	Value  kpi.Value  // of a sum, what came in from the start of the period until At, and not over a trailing window

	// Progress is the raw progress of Value, where that is not
	// (Value - From) / (To - From): of a target that bends, or of a goal that has
	// progress and no value.
	Progress kpi.Ratio
	// Expected is the progress that the plan expects by At, cut to 0..1. If unknown
	// it is the share of the period that has passed.
	Expected kpi.Ratio
	// Window is over how long, until At, the current rate is taken; the zero Window
	// is that of [WindowOf] without a cadence.
	Window kpi.Window
}

// WindowOf returns the window for the current rate of a goal that is looked at
// so often: 28 days or four cadences, whichever is longer.
func WindowOf(c kpi.Cadence) kpi.Window {
	text := "28d"
	switch c {
	case kpi.Fortnightly:
		text = "56d"
	case kpi.Monthly:
		text = "4m"
	case kpi.Quarterly:
		text = "12m"
	}
	w, _ := kpi.ParseWindow(text)
	return w
}
