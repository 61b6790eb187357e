package smart

import (
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A stretch is what an expression of the calendar means: the days from start to
// end, both included, as midnights in UTC. An end that is not known is the zero
// time, and need says why.
type stretch struct {
	start, end time.Time
	grain      Grain
	need       CalendarNeed
	edge       bool        // a point in a unit, "the end of May", and not the unit
	bare       bool        // clear enough to stand without a preposition
	rolling    bool        // "next month": counted from today as well
	readings   []time.Time // other days that may be meant
	duration   string      // ISO 8601
}

// A period is a phrase that could end the goal.
type period struct {
	stretchOf
	stretch
	hasStart bool // it says when to begin, too
	weak     bool // used only where there is no other
}

// stretchOver returns the stretch of a named period.
func stretchOver(p kpi.Period, g Grain) stretch {
	if p.IsEmpty() {
		return stretch{}
	}
	return stretch{start: p.Start, end: last(p), grain: g}
}

// dayStretch returns the stretch of one day.
func dayStretch(t time.Time) stretch {
	return stretch{start: t, end: t, grain: Day, bare: true}
}

// until returns s as the end of a goal "by" it: readers may also take the day
// before it begins, or its first.
func (s stretch) until() stretch {
	if !s.edge && s.grain != Day && !s.start.IsZero() && s.duration == "" {
		s.readings = append(s.readings, s.start.AddDate(0, 0, -1), s.start)
	}
	return s
}

// before returns s as the end of a goal "before" it: the day before it begins,
// unless it is an end itself, as in "before the end of June".
func (s stretch) before() stretch {
	if s.edge || s.start.IsZero() {
		return s
	}
	s.readings = append(s.readings, s.start, s.end)
	s.end = s.start.AddDate(0, 0, -1)
	return s
}

// readPeriods finds all phrases of time, claims their tokens, and keeps those
// that could end the goal.
func (r *reading) readPeriods() {
	for i := 0; i < len(r.tokens); {
		next := r.timePhrase(i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// timePhrase reads any phrase of time.
func (r *reading) timePhrase(i int) int {
	if !r.at(i).mayBeTime() {
		return i
	}
	for _, read := range [...]func(int) int{
		r.comparison, r.vagueTime, r.serviceLevel, r.startPhrase, r.endPhrase, r.inPhrase,
		r.rangePhrase, r.ratePhrase, r.adjectiveOfTime, r.bareEnd,
	} {
		if end := read(i); end > i {
			return end
		}
	}
	return i
}

// mayBeTime reports whether a phrase of time may begin with a token.
func (t *token) mayBeTime() bool { return t.entry.time || t.mayBeCalendar() }

// mayBeCalendar reports whether an expression that names days may begin with a
// token: words that the lexicon has for it, digits, the apostrophe of a year, and
// what is made up of parts, such as "q3", "fy26" and "mid-march".
func (t *token) mayBeCalendar() bool {
	switch {
	case t.entry.calendar, t.kind == numberToken:
		return true
	case t.kind == symbolToken:
		return isQuote(t.word)
	}
	return t.word != "" && strings.IndexByte("qhfck", t.word[0]) >= 0 && len(t.word) <= len("fy2026") || strings.IndexByte(t.word, '-') > 0
}

// keep keeps a phrase that could end the goal, with what stands in parentheses
// behind it.
func (r *reading) keep(p period) int {
	p.to = r.parenthesis(&p)
	r.claim(usePeriod, p.from, p.to)
	r.periods = append(r.periods, p)
	return p.to
}

// parenthesis reads "(June 30, 2026)" behind a phrase, which then says when it ends.
func (r *reading) parenthesis(p *period) int {
	i := p.to
	if r.at(i).word != "(" {
		return i
	}
	s, end := r.calendarPhrase(i + 1)
	if end == i+1 || r.at(end).word != ")" || s.end.IsZero() {
		return i
	}
	p.end, p.need, p.readings = s.end, "", nil
	return end + 1
}
