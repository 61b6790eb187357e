package kpi

import "time"

// A Baseline says when the value is measured that a reach target starts from,
// if the plan does not give it: the S of a target such as "+10%". The zero
// Baseline means where the target's period begins.
//
//	             of a stock (Last)           of everything else
//	zero         the newest reading at or    the same measure over the period
//	             before the period's start   before, see [Period.Previous]
//	a date or    the newest reading up to    the same measure over equally many
//	an instant   then, that day included     days up to then, that day included
//	a period     the newest reading before   the same measure over that period
//	             it ends
//
// Package goal sees to it that it is not too late: of a stock, or over
// a trailing window, it is measured before the period ends, of everything else
// before the period starts.
//
// The same measure over a trailing window is that window, ending where the period
// does.
type Baseline struct {
	moment Moment
	period Period
}

// ParseBaseline reads a date or an instant (see [ParseMoment]) or the text of a
// longer period ([ParsePeriod]); no text is the zero Baseline. It fails with
// [ErrTime] for any other text. A nil loc means UTC.
func ParseBaseline(text string, loc *time.Location) (Baseline, error) {
	if text == "" {
		return Baseline{}, nil
	}
	if m, err := ParseMoment(text, loc); err == nil {
		return Baseline{moment: m}, nil
	}
	if p, err := ParsePeriod(text, loc); err == nil {
		return Baseline{period: p}, nil
	}
	return Baseline{}, timeFault(text, "not a date, an instant or a period")
}

// Window returns the span to read for the baseline of a measure over a period,
// of a metric whose readings combine as c; w is the measure's trailing window, if
// it has one.
func (b Baseline) Window(c Combine, w Window, over Period, loc *time.Location) Period {
	before := b.span(over)
	switch {
	case c == Last && b == Baseline{}:
		before.End = UpTo(over.Start).Bound()
	case !w.IsZero():
		return w.Ending(before.End, loc)
	}
	return before
}

// span returns what takes the place of the period before.
func (b Baseline) span(over Period) Period {
	switch {
	case !b.moment.IsZero():
		return over.endingAt(b.moment.Bound())
	case !b.period.IsEmpty():
		return b.period
	}
	return over.Previous()
}

// endingAt returns the period of equally many days as p or, unless p begins and
// ends with a day, of the same elapsed time, that ends at t.
func (p Period) endingAt(t time.Time) Period {
	if days := p.days(); days > 0 {
		return Period{Start: addDays(t, -days, p.Start.Location()), End: t}
	}
	return Period{Start: plus(t, p.End, p.Start), End: t}
}
