package abtest

import (
	"strconv"

	"github.com/goalkit/goalkit/kpi"
)

// A Plan is what is fixed before an experiment starts, because it is worth nothing
// if it is chosen when the counts are known. Only N must be given.
type Plan struct {
	Better kpi.Better // which way the rate improves; "" is higher; an unsubscribe rate is kpi.Lower
	Alpha  float64    // how often to claim any difference where there is none; 0 means 0.05
	N      int64      // people that every arm must have; see [Design]
	Shares []float64  // the share of people of each arm, the control first; none means equal ones
	// Peek allows looking before N. Verdicts are then made by intervals that stay
	// valid however often one looks, at N and after it too: they need larger
	// differences, and may come early.
	Peek bool
}

// check reports what makes it impossible to judge arms by the plan.
func (p Plan) check(f *faults, arms int) {
	f.direction(p.Better)
	f.alpha(p.alpha())
	f.size(p.N)
	f.shares(p.Shares, arms)
	if arms < 2 {
		f.add("variants", ErrEmpty, strconv.Itoa(arms-1), "want one variant or more")
	}
}

func (p Plan) alpha() float64 { return orDefault(p.Alpha, defaultAlpha) }

// reached reports whether both arms have the people planned.
func (p Plan) reached(control, variant Arm) bool { return control.N >= p.N && variant.N >= p.N }

// directed returns the outcome of a difference that was shown.
func (p Plan) directed(difference float64) Outcome {
	if (difference > 0) == (p.Better != kpi.Lower) {
		return Better
	}
	return Worse
}
