package report

import (
	"cmp"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// goal lists what is due of a goal.
func (a *agenda) goal(n goal.Node) {
	if n.State(a.bound) != goal.Active {
		return
	}
	due := Due{Goal: n.ID(), Owner: n.Owner(), Delegate: n.Delegate(), Facts: []Fact{name("what", n)}}
	a.bounds(n.Period(), due)
	ask, measured := n.Ask(a.bound)
	p := n.Period()
	if measured && n.Cadence() != "" && p.Start.Before(a.bound) && a.bound.Before(p.End) {
		a.ask.add(ask, func(answer kpi.Answer) { a.checkIn(n, answer.Newest, due) })
	}
}

// checkIn lists the next reading of an open goal, the newest one being of a time
// that is zero if there is none.
func (a *agenda) checkIn(n goal.Node, newest time.Time, due Due) {
	day := a.calendar.Day(nextReading(n, newest, location(a.calendar)))
	if day.IsEmpty() || !day.Start.Before(a.until) {
		return
	}
	due.Kind, due.Overdue = DueCheckIn, !a.bound.Before(day.End)
	text := "A reading of {what} is due by {date}"
	if due.Overdue {
		text = "A reading of {what} was due by {date}"
	}
	a.add(day.Start, text, due)
}

// nextReading returns an instant of the day by which a goal should be read again.
func nextReading(n goal.Node, newest time.Time, zone *time.Location) time.Time {
	p := n.Period()
	from := p.Start
	if newest.After(from) {
		from = newest
	}
	next := n.Cadence().After(from.In(zone), 1)
	if !next.Before(p.End) {
		next = p.End.Add(-1)
	}
	return next
}

// strategy lists what is due of a strategy.
func (a *agenda) strategy(s goal.StrategyNode) {
	p, ok := s.Period()
	if !ok || !a.serves(s) {
		return
	}
	due := Due{
		Strategy: s.ID(), Owner: s.Owner(), Delegate: s.Delegate(),
		Facts: []Fact{{"what", s.ID(), cmp.Or(s.Title(), s.ID())}},
	}
	a.bounds(p, due)
	if s.Cadence() == "" {
		return
	}
	current := dueAt(s.Cadence(), p, a.bound)
	if current.IsEmpty() || a.until.Before(current.End) {
		return
	}
	ask, counted := askDone(s, current, a.bound)
	if !counted {
		a.action(current, "{what} is due by {date}", due)
		return
	}
	a.ask.add(ask, func(answer kpi.Answer) { a.counted(s, current, ask, answer, due) })
}

// serves reports whether a strategy serves an active goal, or none at all.
func (a *agenda) serves(s goal.StrategyNode) bool {
	none := true
	for n := range s.Goals() {
		if n.State(a.bound) == goal.Active {
			return true
		}
		none = false
	}
	return none
}

// counted lists the actions of a strategy that are still to be done in a due
// period or, if all are done, in the next.
func (a *agenda) counted(s goal.StrategyNode, current kpi.Period, ask kpi.Ask, answer kpi.Answer, due Due) {
	if s.Turn(current, ask, answer).Met {
		p, _ := s.Period()
		current, answer = dueAt(s.Cadence(), p, current.End), kpi.Answer{}
	}
	planned := s.Planned().String()
	due.Facts = append(due.Facts, word("planned", planned))
	text := "{what} is due by {date}"
	if answer.Value.Known() {
		m, _ := a.asked.Catalogue().Metric(ask.Metric)
		due.Facts = append(due.Facts, value("done", m, answer.Value))
		text = "{what} is due by {date}: {done} of {planned} done"
	}
	a.action(current, text, due)
}

func (a *agenda) action(current kpi.Period, text string, due Due) {
	if current.IsEmpty() || a.until.Before(current.End) {
		return
	}
	due.Kind = DueAction
	a.add(lastDay(current.End, a.calendar), text, due)
}

// askDone returns the question what was done of a strategy in a due period so far.
// It reports false if nothing counts that or the period has not begun.
func askDone(s goal.StrategyNode, due kpi.Period, bound time.Time) (kpi.Ask, bool) {
	metric := s.Strategy().Done
	if metric == "" || !due.Start.Before(bound) {
		return kpi.Ask{}, false
	}
	return kpi.Ask{
		Metric: metric, Channel: s.Channel(), AllChannels: s.Channel() == "",
		Window: kpi.Period{Start: due.Start, End: bound},
	}, true
}
