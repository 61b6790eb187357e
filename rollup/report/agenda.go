package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Due is something that is due next, or overdue.
type Due struct {
	Date    string  `json:"date"` // the day on which it happens, or the last on which it is in time
	Kind    DueKind `json:"kind"`
	Overdue bool    `json:"overdue,omitempty"` // Date is over

	Goal     string `json:"goal,omitempty"`     // the goal or
	Strategy string `json:"strategy,omitempty"` // the strategy that it is about; neither of a review
	Owner    string `json:"owner,omitempty"`
	Delegate string `json:"delegate,omitempty"`

	Text  string `json:"text"` // in English; a sentence of another language goes by Kind and Facts
	Facts []Fact `json:"facts,omitempty"`
}

// A DueKind says what is due. The zero DueKind is not valid.
type DueKind string

// What can be due, in the order in which it is listed.
const (
	DueCheckIn DueKind = "check_in" // a reading of an open goal, one cadence after its newest one
	DueAction  DueKind = "action"   // what a strategy does, by its cadence
	DueStart   DueKind = "starts"   // a goal or strategy begins
	DueEnd     DueKind = "ends"     // a goal or strategy ends
	DueReview  DueKind = "review"   // a weekly, monthly or quarterly review
)

var dueKinds = []DueKind{DueCheckIn, DueAction, DueStart, DueEnd, DueReview}

// agenda fills in what is due from the moment asked on, for as long as the report's
// span lasts at most, by the plan handed in:
//
//   - readings of measured goals that have a cadence: one cadence after the newest
//     reading or, if that is later, after the goal's start, but not later than its
//     end. It is overdue when that day is over;
//   - the next due period of each strategy that has a cadence, or the one after it
//     if as much was done already as is planned;
//   - active goals and strategies that start or end. A strategy is passed by if all
//     goals that it serves are drafts, paused, closed or cancelled;
//   - reviews.
//
// What is overdue comes first, then what is due first, then by kind, then in the
// plan's order, goals before strategies.
func (v *view) agenda(r *Report) error {
	a := agenda{view: v, bound: v.at.Bound()}
	a.until = kpi.Daily.After(a.bound.In(location(v.calendar)), v.span.days())
	for n := range v.asked.All() {
		a.goal(n)
	}
	for s := range v.asked.Strategies() {
		a.strategy(s)
	}
	if err := a.ask.runOn(v.asked, v.src); err != nil {
		return err
	}
	a.reviews()
	slices.SortStableFunc(a.list, func(x, y Due) int {
		return cmp.Or(-compareBools(x.Overdue, y.Overdue), strings.Compare(x.Date, y.Date),
			cmp.Compare(slices.Index(dueKinds, x.Kind), slices.Index(dueKinds, y.Kind)))
	})
	r.Agenda = a.list
	return nil
}

// days is how far an agenda of this span looks ahead.
func (s Span) days() int {
	switch s {
	case Month:
		return 31
	case Quarter:
		return 92
	}
	return 7
}

// compareBools sorts false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// An agenda is being collected.
type agenda struct {
	*view
	bound time.Time // everything before it has happened
	until time.Time // what is due later is left for another report
	ask   asking
	list  []Due
}

// add lists something that is due on a day.
func (a *agenda) add(day time.Time, text string, due Due) {
	due.Date = day.In(location(a.calendar)).Format(time.DateOnly)
	due.Facts = append(due.Facts, word("date", due.Date))
	due.Text = sentence(text, due.Facts)
	a.list = append(a.list, due)
}

// bounds lists the start and the end of what is pursued over a period.
func (a *agenda) bounds(p kpi.Period, due Due) {
	facts := due.Facts
	if !p.Start.Before(a.bound) && p.Start.Before(a.until) {
		due.Kind, due.Facts = DueStart, slices.Clone(facts)
		a.add(p.Start, "{what} starts on {date}", due)
	}
	if a.bound.Before(p.End) && !a.until.Before(p.End) {
		due.Kind, due.Facts = DueEnd, slices.Clone(facts)
		a.add(lastDay(p.End, a.calendar), "{what} ends on {date}", due)
	}
}

func (a *agenda) reviews() {
	for _, due := range a.view.reviews() {
		text := "The {review} review of {period} is due by {date}"
		if due.overdue {
			text = "The {review} review of {period} was due by {date}"
		}
		if !a.until.Before(due.by) {
			a.list = append(a.list, Due{
				Date: lastDay(due.by, a.calendar).Format(time.DateOnly), Kind: DueReview, Overdue: due.overdue,
				Text: sentence(text, due.facts(a.calendar)), Facts: due.facts(a.calendar),
			})
		}
	}
}
