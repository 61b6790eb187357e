package trend

import (
	"cmp"

	"github.com/goalkit/goalkit/kpi"
)

// An Outlook says what it takes to hit a goal and where it ends up. Rates are per
// day of 24 hours, in the unit of the value; a goal that goes down has negative
// ones.
type Outlook struct {
	Progress Figure // raw: 1 is done
	Expected Figure // by the plan, 0 to 1
	DaysLeft Figure // of the period; all of them before it starts, 0 when it is over

	Needed  Figure // the rate that hits the target at the end: (To - Value) / DaysLeft
	Current Figure // the rate of the trailing window; Recent has the readings and the span
	Load    Figure // Needed / Current: 2 is twice as fast as now; unknown if Current is 0 or leads away
	// ToGo is (1 - Progress) / (1 - Expected), what is left to do by what the plan
	// leaves: the to-complete performance index (TCPI) of earned value management,
	// time in place of cost. Above [HardToRecover] a plan is hard to recover; 0 is
	// done.
	ToGo Figure
	// Buffer is the days until the plan expects what is done already; if it is
	// negative, the days since it did. It lies within the period.
	Buffer Figure

	RunRate Projection // what the plan's share so far brought, for all of it; from [EarliestExpected] on
	Recent  Projection // the current rate until the end
	Fit     Projection // the one with a spread: ByLeastSquares or ByTotals; from [FewestReadings] on
}

// Forecast returns the outlook of a value that stands, such as followers or a
// rate, from its readings. Those after a.At are not used, those before the period
// are. The current rate is that of the line between the first and the last point
// of the window, its ends included. The projection with a spread is that of
// [Fit]: points around a straight line, normal, of one spread, each independent
// of the others. Its chance is that of the value at the end of the period, not
// that of touching the target on the way.
func (a Aim) Forecast(points []Point) Outlook {
	s := a.stand()
	seen, why := until(points, s.bound)
	o := s.outlook()
	current, window := s.slope(seen, why)
	o.Current, o.Load = current, s.load(o.Needed, current)
	o.Recent = s.recentRate(current, len(window), spanOf(window))
	o.Fit = s.leastSquares(seen, why)
	return o
}

// ForecastSum returns the outlook of a value that adds up, such as leads, from
// what equally long periods brought, be they before the goal's or in it. Those
// that end after a.At are not used. From counts as 0, and so does an unknown
// Value before the period starts. The current rate is that of the totals that
// end in the window, its start not included. The projection with a spread takes
// each period to bring m, with a standard deviation s, independently of the
// others, both from the n totals. What is left of the goal's period is k such
// periods, a fraction allowed, and brings
//
//	k m, with a variance of k s² (1 + k/n), by Student's t with n - 1 degrees
//
// A sum that has reached its target keeps it for sure unless some total leads
// away from it.
func (a Aim) ForecastSum(totals []Total) Outlook {
	a.From = kpi.ValueOf(kpi.Int(0))
	if !a.Value.Known() && !a.At.IsZero() && !a.At.Bound().After(a.Period.Start) {
		a.Value = kpi.ValueOf(kpi.Int(0))
	}
	s := a.stand()
	if s.since.Before(s.start) {
		s.since = s.start
	}
	seen, why := finished(totals, s.bound)
	o := s.outlook()
	current, window := s.flow(seen, why)
	o.Current, o.Load = current, s.load(o.Needed, current)
	o.Recent = s.recentRate(current, len(window), spanOfTotals(window))
	o.Fit = s.totals(seen, why)
	return o
}

// outlook returns what needs no series.
func (s *stand) outlook() Outlook {
	o := Outlook{
		Progress: s.progress, Expected: s.expected, DaysLeft: figure(s.left),
		Needed: s.needed(), ToGo: s.toGo(), Buffer: s.buffer(),
		RunRate: s.runRate(),
	}
	if s.untimed != "" {
		o.DaysLeft = none(s.untimed)
	}
	return o
}

// slope returns the current rate of a value that stands, and the points it is of.
func (s *stand) slope(points []Point, why kpi.Absence) (Figure, []Point) {
	if why = cmp.Or(why, s.untimed); why != "" {
		return none(why), nil
	}
	window := points
	for len(window) > 0 && window[0].At.Before(s.recent) {
		window = window[1:]
	}
	if len(window) < 2 {
		return none(TooFewData), window
	}
	first, last := window[0], window[len(window)-1]
	if first.At.Equal(last.At) {
		return none(OneTime), window
	}
	return figure((last.Value - first.Value) / days(first.At, last.At)), window
}

// flow returns the current rate of a sum, and the totals it is of.
func (s *stand) flow(totals []Total, why kpi.Absence) (Figure, []Total) {
	if why = cmp.Or(why, s.untimed); why != "" {
		return none(why), nil
	}
	var window []Total
	var brought sum
	for _, t := range totals {
		if t.Period.End.After(s.recent) {
			window = append(window, t)
			brought.add(t.Value)
		}
	}
	if len(window) == 0 {
		return none(TooFewData), nil
	}
	return figure(brought.float64() / daysOf(window)), window
}
