package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Micro goals are looked at every week, the progress of all goals every month, and
// the direction that macro goals give every quarter. The review of a week, month or
// quarter is due once that is over, and should be held before the next one is over
// as well: so long it waits. The log is complete from its first review on, of
// whatever kind that is; what came before it is not known to have been left out.

// A review is one that should be held.
type review struct {
	span    Span
	period  kpi.Period // that it speaks of
	by      time.Time  // it should be held before
	last    time.Time  // the last one of this span; zero if there is none
	overdue bool
}

// reviews returns the reviews that should be held next, at most one of each span.
// One that is overdue stands for those that came due since.
func (v *view) reviews() (due []review) {
	log := v.reviewLog()
	for _, span := range []Span{Week, Month, Quarter} {
		if next, ok := v.review(span, log); ok {
			due = append(due, next)
		}
	}
	return due
}

func (v *view) review(span Span, log reviewLog) (review, bool) {
	over := span.latest(v.calendar, v.at.Bound())
	last := log.last[span]
	missed := over.Previous()
	if !log.first.IsZero() && !log.first.After(missed.End) && last.Before(missed.End) && v.reviewable(span, missed) {
		return review{span, missed, over.End, last, true}, true
	}
	for _, p := range []kpi.Period{over, over.Next()} {
		if last.Before(p.End) && v.reviewable(span, p) {
			return review{span, p, p.Next().End, last, false}, true
		}
	}
	return review{}, false
}

// reviewable reports whether there was something to review in a period: a goal of
// the level that the review is about, in pursuit in some part of it.
func (v *view) reviewable(span Span, p kpi.Period) bool {
	if p.IsEmpty() || p.Next().IsEmpty() {
		return false // at the end of the calendar
	}
	for n := range v.asked.All() {
		level := n.Level()
		if span == Week && level != goal.Micro || span == Quarter && level != goal.Macro {
			continue
		}
		if n.State(p.End).Counts() && n.Period().Overlaps(p) && p.Start.Before(n.Cut(p.End)) {
			return true
		}
	}
	return false
}

// facts are what sentences about the review speak of.
func (due review) facts(c kpi.Calendar) []Fact {
	return []Fact{
		{"review", string(due.span), due.span.adverb()},
		word("period", due.span.name(c, due.period)),
		date("date", lastDay(due.by, c)),
	}
}

// adverb says how often there is a review of this span.
func (s Span) adverb() string { return string(s) + "ly" }

// lastDay returns an instant of the last day before end, in the calendar's zone.
func lastDay(end time.Time, c kpi.Calendar) time.Time { return end.Add(-1).In(location(c)) }

// reviewRules are about the reviews themselves.
var reviewRules = []Rule{
	{
		Code: "review-overdue", Severity: Warning,
		Doc: "The review of a week (of micro goals), month (of all goals) or quarter (of macro goals) was not held " +
			"before the next one was over. Silent about what came before the first review of the log.",
		Text: "The {review} review of {period} was due by {date}; last held: {last}",
		find: reviewOverdue,
	},
}

func reviewOverdue(v *view, _ *Report, add func(Insight)) error {
	for _, due := range v.reviews() {
		if !due.overdue {
			continue
		}
		last := word("last", "never")
		if !due.last.IsZero() {
			last = date("last", due.last)
		}
		add(Insight{Facts: append(due.facts(v.calendar), last)})
	}
	return nil
}
