package report

import "github.com/goalkit/goalkit/kpi"

// Limits are the numbers from where on insights are given. What is not given has
// the default that stands beside it.
type Limits struct {
	PaceGap kpi.Number // pace below which a goal lags, 0.9

	SpendLow  kpi.Number // spend rate below which too little is spent, 0.9
	SpendHigh kpi.Number // spend rate above which too much is spent, 1.1
	SpendOver kpi.Number // share by which a projection may pass the budget, 0.1
	SpendFrom kpi.Number // share of the time before which spending is not projected or judged, 0.1
	Slack     kpi.Number // share of a goal's budget that is to be left to nothing, 0
	ROI       kpi.Number // return on investment below which it is a warning, 0

	CadenceMet kpi.Number // share of due periods in which a strategy is to do what is planned, 0.8
	StartDays  kpi.Number // days, or one cadence if that is longer, in which it is to begin, 7
	OwnerShare kpi.Number // share of all open work that one owner may have, 0.5
	OwnersFrom kpi.Number // owners from where on that is looked at, 3
	Success    kpi.Number // closing score with which an aspirational goal has succeeded, 0.7 (Google)
	AddedLate  kpi.Number // share of a period after which a goal is added late, 0.5
}

// limits are Limits with every number given.
type limits Limits

// defaults are the numbers that goal systems publish, or our choice where none
// does.
var defaults = limits{
	PaceGap: kpi.Num("0.9"),

	SpendLow: kpi.Num("0.9"), SpendHigh: kpi.Num("1.1"), SpendOver: kpi.Num("0.1"), SpendFrom: kpi.Num("0.1"),
	Slack: kpi.Int(0), ROI: kpi.Int(0),
	CadenceMet: kpi.Num("0.8"), StartDays: kpi.Int(7), OwnerShare: kpi.Num("0.5"), OwnersFrom: kpi.Int(3),
	Success:   kpi.Num("0.7"),
	AddedLate: kpi.Num("0.5"),
}

// each calls f with the name, the number and the default of every limit.
func (l *Limits) each(f func(name string, n *kpi.Number, standard kpi.Number)) {
	f("paceGap", &l.PaceGap, defaults.PaceGap)
	f("spendLow", &l.SpendLow, defaults.SpendLow)
	f("spendHigh", &l.SpendHigh, defaults.SpendHigh)
	f("spendOver", &l.SpendOver, defaults.SpendOver)
	f("spendFrom", &l.SpendFrom, defaults.SpendFrom)
	f("slack", &l.Slack, defaults.Slack)
	f("roi", &l.ROI, defaults.ROI)
	f("cadenceMet", &l.CadenceMet, defaults.CadenceMet)
	f("startDays", &l.StartDays, defaults.StartDays)
	f("ownerShare", &l.OwnerShare, defaults.OwnerShare)
	f("ownersFrom", &l.OwnersFrom, defaults.OwnersFrom)
	f("success", &l.Success, defaults.Success)
	f("addedLate", &l.AddedLate, defaults.AddedLate)
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
