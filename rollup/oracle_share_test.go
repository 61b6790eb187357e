package rollup_test

import (
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// share scores a control target by the due periods that met it (design 4.3),
// and notes how they went.
func (o *oracle) share(g *goal.Goal, r *oracleResult) (*big.Rat, []kpi.Absence) {
	a := &r.activity
	absences := []kpi.Absence{kpi.NoReading}
	for _, due := range o.due(g) {
		a.Due++
		read := o.turn(g, due)
		if read.value != nil {
			a.Read++
		}
		for _, absence := range read.absences { // what was read may make no value
			if !slices.Contains(absences, absence) {
				absences = append(absences, absence)
			}
		}
		if read.value == nil || !withinLimits(g.Measure.Target, read.value) {
			a.Streak = 0
			continue
		}
		a.Met++
		a.Streak++
		a.Longest = max(a.Longest, a.Streak)
	}
	switch {
	case a.Due == 0:
		return nil, []kpi.Absence{kpi.NothingDue}
	case a.Read == 0:
		o.hit("share: nothing read")
		if len(absences) > 1 {
			o.hit("share: no value of what was read")
		}
		// Where the value is unknown too, the reason may be that of the value.
		return nil, append(absences, o.read(g, o.window(g)).absences...)
	}
	o.countShare(g, *a)
	return o.round(big.NewRat(int64(a.Met), int64(a.Due))), nil
}

// countShare notes what the generator must make.
func (o *oracle) countShare(g *goal.Goal, a kpi.Activity) {
	o.hit("share: every " + string(g.Cadence))
	o.hit("share: of " + o.kindOf(g))
	o.hit("share: " + string(g.Measure.Target.Kind))
	switch {
	case a.Met == a.Due:
		o.hit("share: all met")
	case a.Met == 0:
		o.hit("share: none met")
	case a.Streak > 0 && a.Streak < a.Longest:
		o.hit("share: a streak shorter than the longest")
	case a.Streak == 0 && a.Longest > 1:
		o.hit("share: a streak broken")
	}
}

// due returns the periods in which g was due and which are over: they follow
// one another by the cadence from the start of g's period, and the last is cut
// at its end.
func (o *oracle) due(g *goal.Goal) []kpi.Period {
	var found []kpi.Period
	period, cut := o.period(g), o.cut(g)
	for i := 0; ; i++ {
		due := kpi.Period{Start: o.cadencesAfter(period.Start, g.Cadence, i), End: o.cadencesAfter(period.Start, g.Cadence, i+1)}
		if !due.Start.Before(period.End) {
			return found
		}
		if due.End.After(period.End) {
			o.hit("share: the last due period is cut")
			due.End = period.End
		}
		if due.End.After(cut) {
			if cut.Before(o.bound) && !due.End.After(o.bound) {
				o.hit("share: over after since")
			}
			return found
		}
		found = append(found, due)
	}
}

// turn returns what g's measure reads over a due period. A stock, which is
// carried forward, needs a reading of that time.
func (o *oracle) turn(g *goal.Goal, due kpi.Period) reading {
	window := o.dueWindow(g, due)
	read := o.read(g, window)
	if read.value == nil {
		o.hit("share: no value of " + o.kindOf(g))
		return read
	}
	if o.combineOf(g) == kpi.Last && !o.readWithin(g, g.Measure.Metric, window) {
		o.hit("share: only carried forward")
		return reading{absences: []kpi.Absence{kpi.NoReading}}
	}
	if g.Measure.Metric == "stocks" && (!o.readWithin(g, "last", window) || !o.readWithin(g, "money", window)) {
		o.hit("share: a quotient only carried forward")
		return reading{absences: []kpi.Absence{kpi.NoReading}}
	}
	return read
}

// dueWindow is what is asked about a due period.
func (o *oracle) dueWindow(g *goal.Goal, due kpi.Period) kpi.Period {
	if g.Measure.Window == "" {
		return due
	}
	o.hit("share: trailing window")
	return o.trailing(g, due.End)
}

// readWithin reports whether any reading of a metric behind g's measure stands in
// the window.
func (o *oracle) readWithin(g *goal.Goal, metric string, window kpi.Period) bool {
	for _, obs := range o.series(g, metric, ownSeriesOf(g)) {
		if slices.ContainsFunc(obs, func(ob kpi.Observation) bool {
			return !readAt(ob).Before(window.Start) && readAt(ob).Before(window.End)
		}) {
			return true
		}
	}
	return false
}

// withinLimits reports whether a value meets a control target, bounds included.
func withinLimits(t *kpi.Target, v *big.Rat) bool {
	switch t.Kind {
	case kpi.KindAtLeast:
		return v.Cmp(t.Value.Rat()) >= 0
	case kpi.KindAtMost:
		return v.Cmp(t.Value.Rat()) <= 0
	}
	return v.Cmp(t.Low.Rat()) >= 0 && v.Cmp(t.High.Rat()) <= 0
}
