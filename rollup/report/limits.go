package report

import "github.com/goalkit/goalkit/kpi"

// Limits are the numbers from where on insights are given. What is not given has
// the default that stands beside it.
type Limits struct {
	PaceGap kpi.Number // pace below which a goal lags, 0.9
}

// limits are Limits with every number given.
type limits Limits

// defaults are the numbers that goal systems publish, or our choice where none
// does.
var defaults = limits{
	PaceGap: kpi.Num("0.9"),
}

// each calls f with the name, the number and the default of every limit.
func (l *Limits) each(f func(name string, n *kpi.Number, standard kpi.Number)) {
	f("paceGap", &l.PaceGap, defaults.PaceGap)
}

// filled returns the limits with the defaults where none is given.
func (l Limits) filled() limits {
	l.each(func(_ string, n *kpi.Number, standard kpi.Number) {
		if !n.Given() {
			*n = standard
		}
	})
	return limits(l)
}

// check reports numbers that are faulty or below 0.
func (l Limits) check(add func(goal, field string, reason kpi.Reason, value, detail string)) {
	report := func(field string, reason kpi.Reason, value, detail string) { add("", field, reason, value, detail) }
	l.each(func(name string, n *kpi.Number, _ kpi.Number) {
		if n.Given() && n.Check("limits."+name, report) && n.Sign() < 0 {
			report("limits."+name, kpi.ErrNumber, n.String(), "want a number of at least 0")
		}
	})
}
