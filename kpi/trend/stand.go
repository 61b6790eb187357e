package trend

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A stand is an aim in numbers, at its moment.
type stand struct {
	from, to, value    Figure
	direction          Figure // 1 if up, -1 if down
	progress, expected Figure
	elapsed, left      float64     // days of the period; left counts from its start if that is to come
	start, end         time.Time   // of the period
	bound, since       time.Time   // the moment; since when what is left comes in
	recent             time.Time   // where the window of the current rate starts
	untimed            kpi.Absence // why elapsed and left mean nothing
}

// stand returns where a is.
func (a Aim) stand() stand {
	s := stand{
		from: valueOr(a.From, kpi.NoBaseline), to: valueOr(a.To, NoTarget), value: valueOr(a.Value, kpi.NoReading),
		start: a.Period.Start, end: a.Period.End, bound: a.At.Bound(), since: a.At.Bound(),
	}
	s.direction = directionOf(s.from, s.to)
	s.progress = progressOf(&s)
	if a.Progress.Known() {
		s.progress = rational(a.Progress.Rat())
	}
	s.setTime(a)
	return s
}

func valueOr(v kpi.Value, missing kpi.Absence) Figure {
	if !v.Known() {
		return none(missing)
	}
	return rational(v.Rat())
}

func directionOf(from, to Figure) Figure {
	switch why := missing(to, from); {
	case why != "":
		return none(why)
	case to.value > from.value:
		return figure(1)
	case to.value < from.value:
		return figure(-1)
	}
	return none(NoDistance)
}

func progressOf(s *stand) Figure {
	if why := missing(s.value, s.direction); why != "" {
		return none(why)
	}
	return figure((s.value.value - s.from.value) / (s.to.value - s.from.value))
}

// setTime finds what depends on the moment and the period.
func (s *stand) setTime(a Aim) {
	p := a.Period
	switch {
	case a.At.IsZero():
		s.untimed = NoMoment
	case p.IsEmpty():
		s.untimed = NoPeriod
	case !inYears(p.Start, p.End, s.bound):
		s.untimed = OutOfYears
	default:
		whole := days(p.Start, p.End)
		s.elapsed = min(max(days(p.Start, s.bound), 0), whole)
		s.left = min(max(days(s.bound, p.End), 0), whole)
		s.recent = a.windowStart()
	}
	switch {
	case a.Expected.Known():
		s.expected = rational(a.Expected.Bar().Rat())
	case s.untimed != "":
		s.expected = none(s.untimed)
	default:
		s.expected = rational(p.Share(s.bound).Rat())
	}
}

func (a Aim) windowStart() time.Time {
	w := a.Window
	if w.IsZero() {
		w = WindowOf("")
	}
	return w.Ending(a.At.Bound(), a.Period.Start.Location()).Start
}

// over returns why there is nothing to come: the times are missing, or past.
func (s *stand) over() kpi.Absence {
	switch {
	case s.untimed != "":
		return s.untimed
	case s.left <= 0:
		return PeriodOver
	}
	return ""
}

// met reports whether the value is at the target or past it.
func (s *stand) met() bool {
	return missing(s.value, s.direction) == "" && (s.to.value-s.value.value)*s.direction.value <= 0
}

// ahead returns why nothing can be said of the way from the value to the target,
// "" if it can.
func (s *stand) ahead() kpi.Absence {
	switch why := missing(s.value, s.direction); {
	case why != "":
		return why
	case s.met():
		return TargetMet
	}
	return ""
}
