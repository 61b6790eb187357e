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
	Load       kpi.Number // needed rate / current rate above which more is needed, 1
	OutOfReach kpi.Number // the same, above which a target is out of reach, 2
	EarlyTime  kpi.Number // share of its time before which a goal was reached too easily, 0.75
	EasyScore  kpi.Number // closing score above which a goal was easy, 0.8

	PartShare     kpi.Number // share of a macro goal's progress that one part gives, 0.5
	Concentration kpi.Number // normalised sum of squared shares of all parts, 0.25
	Unmoved       kpi.Number // progress in 28 days below which a micro goal stands still, 0.01
	Moved         kpi.Number // progress from which on a micro goal has moved, 0.2
	Correlation   kpi.Number // from which on a link is shown, 0.3
	LagWeeks      kpi.Number // until a macro goal follows, unless a driver says so, 4; whole weeks

	RateChange   kpi.Number // relative change of a rate from which on it is split, 0.1
	Deviation    kpi.Number // distance from the median in standard deviations, 3.5
	ItemMultiple kpi.Number // times the median above which an item is an outlier, 3

	Children  kpi.Number // more of them are many, 5
	MicroLow  kpi.Number // least share of the open weight on micro goals, 0.5
	MicroHigh kpi.Number // most of it, 0.9
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
	Success:    kpi.Num("0.7"),
	AddedLate:  kpi.Num("0.5"),
	Load:       kpi.Num("1"),
	OutOfReach: kpi.Num("2"),
	EarlyTime:  kpi.Num("0.75"),
	EasyScore:  kpi.Num("0.8"), // Viva

	PartShare:     kpi.Num("0.5"),
	Concentration: kpi.Num("0.25"),
	Unmoved:       kpi.Num("0.01"),
	Moved:         kpi.Num("0.2"),
	Correlation:   kpi.Num("0.3"),
	LagWeeks:      kpi.Num("4"),

	RateChange:   kpi.Num("0.1"),
	Deviation:    kpi.Num("3.5"),
	ItemMultiple: kpi.Num("3"),

	Children:  kpi.Num("5"), // Viva
	MicroLow:  kpi.Num("0.5"),
	MicroHigh: kpi.Num("0.9"),
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
	f("load", &l.Load, defaults.Load)
	f("outOfReach", &l.OutOfReach, defaults.OutOfReach)
	f("earlyTime", &l.EarlyTime, defaults.EarlyTime)
	f("easyScore", &l.EasyScore, defaults.EasyScore)
	f("partShare", &l.PartShare, defaults.PartShare)
	f("concentration", &l.Concentration, defaults.Concentration)
	f("unmoved", &l.Unmoved, defaults.Unmoved)
	f("moved", &l.Moved, defaults.Moved)
	f("correlation", &l.Correlation, defaults.Correlation)
	f("lagWeeks", &l.LagWeeks, defaults.LagWeeks)
	f("rateChange", &l.RateChange, defaults.RateChange)
	f("deviation", &l.Deviation, defaults.Deviation)
	f("itemMultiple", &l.ItemMultiple, defaults.ItemMultiple)
	f("children", &l.Children, defaults.Children)
	f("microLow", &l.MicroLow, defaults.MicroLow)
	f("microHigh", &l.MicroHigh, defaults.MicroHigh)
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
