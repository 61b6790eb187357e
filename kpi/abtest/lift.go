package abtest

import "math"

// A Lift is a difference relative to the control: 0.1 is 10% more. The zero Lift
// is not known.
//
// Its standard error is that of the delta method, with the values m1 and m2 of
// control and variant
//
//	se(m2/m1 - 1) = √(se2² + (m2/m1)² se1²) / m1
//
// which wants a control well above 0: several of its standard errors.
type Lift struct {
	Known    bool // the control is above 0, and the figures are finite
	Value    float64
	SE       float64
	Interval Interval
}

// liftOf returns the lift of a difference. Its interval goes z standard errors to
// each side.
func liftOf(control, difference, se1, se2, z float64) Lift {
	if control <= 0 {
		return Lift{}
	}
	value := difference / control
	se := math.Hypot(se2/control, (1+value)*(se1/control))
	l := Lift{true, value, se, Interval{value - z*se, value + z*se}}
	if !finite(l.Interval.Low) || !finite(l.Interval.High) {
		return Lift{}
	}
	return l
}
