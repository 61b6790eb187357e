package smart

import (
	"slices"
	"time"
	"unicode/utf8"
)

// Parse reads a statement on the date that on lies in. It never fails: what the
// text does not say is an empty slot of the draft.
//
// Conventions, where a phrase may mean several days; the others are the draft's
// Readings:
//   - "by June", "by Q3", "by 2027" mean the end of that time; "before June" the
//     day before it begins, "before the end of June" its last day;
//   - "in the next 45 days", "within six weeks", "over the next half year" count from
//     on; "two weeks after year-end" from the day that it names;
//   - "next quarter", with an article or without, is the next quarter of the
//     calendar; "next month" that of the calendar, "in the next month" a month from on;
//   - a month, a quarter or a day without a year is the next one that is not over;
//   - 3/5/2026 is March 5, see [Options];
//   - what needs a calendar that we do not have ("this semester", "before the
//     launch") has no deadline, and [Draft.Calendar] says why.
//
// A goal is a sentence or two: of a text that is longer than 64 KiB the rest is
// not read.
func (p *Parser) Parse(text string, on time.Time) Draft {
	r := reading{
		index:    p.index,
		calendar: newCalendar(on, p.options),
		text:     text,
		tokens:   p.index.tokenize(beginning(text)),
		nothing:  token{entry: noEntry, whole: -1},
	}
	r.draft = Draft{Text: text, On: dateOf(r.on)}
	r.readPeriods()
	clauses := r.readClauses()
	r.assemble(clauses)
	r.readMarks()
	return r.draft
}

// beginning returns as much of text as is read, cut between two characters.
func beginning(text string) string {
	const most = 1 << 16
	if len(text) <= most {
		return text
	}
	end := most
	for end > most-utf8.UTFMax && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// assemble fills the slots from the clause that the draft is to speak of.
func (r *reading) assemble(clauses []clause) {
	if len(clauses) == 0 {
		return
	}
	found := make([]finding, len(clauses))
	for i := range clauses {
		clauses[i].class = r.sense(clauses[i])
		found[i] = r.amountOf(clauses[i])
	}
	main := r.mainClause(clauses, found)
	c, f := clauses[main], found[main]
	r.fillAmount(f)
	r.fillDirection(c, f)
	noun := r.metricOf(c, f)
	r.fillMetric(noun)
	r.fillUnit(f, noun)
	r.fillPeriod(c, f)
	r.fillRate(c, f, noun)
	r.fillChannel(c, noun)
	r.fillMilestone(c, f)
	for i, c := range clauses {
		noun := noun
		if i != main {
			noun = r.metricOf(c, found[i])
		}
		r.draft.Clauses = append(r.draft.Clauses, Clause{
			Span:      r.span(c.from, c.to),
			Verb:      r.verbSlot(c),
			Quantity:  found[i].ok,
			Metric:    noun.given(),
			Described: i == main,
		})
	}
}

// mainClause returns the clause that the draft speaks of: the first with an
// amount, but not an activity that is only counted per week or the like if
// another one changes a metric; else the first with a verb.
func (r *reading) mainClause(clauses []clause, found []finding) int {
	first := -1
	for i, f := range found {
		switch {
		case !f.ok:
		case first < 0:
			first = i
		case found[first].rated && clauses[first].class.activity() && !clauses[i].class.activity() && !clauses[i].purpose:
			return i
		}
	}
	if first >= 0 {
		return first
	}
	for i, c := range clauses {
		if c.verb.to > 0 && !c.hedgeOnly && (c.able || i+1 == len(clauses) || !r.is(c.verb.to, RoleAnd)) { // "write and publish a book"
			return i
		}
	}
	return 0
}

// activity reports whether verbs of this class are something to do.
func (v VerbClass) activity() bool { return v == VerbDo || v == VerbComplete }

func (r *reading) verbSlot(c clause) Slot[VerbClass] {
	if c.class == "" {
		return Slot[VerbClass]{}
	}
	return Slot[VerbClass]{c.class, r.span(c.verb.from, c.verb.to), Explicit}
}

// fillPeriod fills the slots of time from the phrase that ends the goal: the
// first in its clause, outside of means, and not weak, else any.
func (r *reading) fillPeriod(c clause, f finding) {
	best := r.bestPeriod(c, f)
	if best < 0 {
		return
	}
	p := r.periods[best]
	d := &r.draft
	d.Period = d.Periods[best]
	d.Calendar = p.need
	if p.duration != "" {
		d.Duration = Slot[string]{p.duration, d.Period.Span, Explicit}
	}
	if p.end.IsZero() || !dated(p.end) {
		return
	}
	sure := Explicit
	if len(p.readings) > 0 {
		sure = Default
	}
	d.Deadline = Slot[Date]{dateOf(p.end), d.Period.Span, sure}
	if p.hasStart && !d.Start.Given() && dated(p.start) {
		d.Start = Slot[Date]{dateOf(p.start), d.Period.Span, Explicit}
	}
	for _, t := range p.readings {
		if day := dateOf(t); day != "" && day != d.Deadline.Value && !slices.Contains(d.Readings, day) {
			d.Readings = append(d.Readings, day)
		}
	}
}

// bestPeriod returns the place of the phrase that ends the goal, -1 if there is none.
func (r *reading) bestPeriod(c clause, f finding) int {
	best, rank := -1, 99
	for i, p := range r.periods {
		span := r.span(p.from, p.to)
		r.draft.Periods = append(r.draft.Periods, Slot[string]{span.Of(r.text), span, Explicit})
		n := 0
		if r.inMeans(p.from) {
			n += 4
		}
		if opening := p.from == 0 || r.at(p.from-1).ends; !c.has(p.from) && !opening {
			n += 2
		}
		if p.weak || p.end.IsZero() {
			n++
		}
		if f.baseline != nil && f.baseline.to == p.from { // "from 40 in May to 60 in July"
			n += 3
		}
		if n < rank {
			best, rank = i, n
		}
	}
	return best
}
