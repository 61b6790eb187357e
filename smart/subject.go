package smart

import (
	"cmp"
	"math"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// A subject is the goal that rules look at, with what was read about it.
type subject struct {
	*run
	*facts
	node     goal.Node
	goal     goal.Goal
	metric   kpi.Metric     // the zero Metric of a goal's own series
	known    *marketing.KPI // what the metric is in the marketing catalogue, or nil
	measured bool           // by a metric or its own series
	live     bool           // neither closed nor cancelled
	over     bool           // its period is
	title    *statement     // nil until it is asked for
}

func (r *run) subject(n goal.Node) *subject {
	s := &subject{run: r, facts: &r.facts[n.Index()], node: n, goal: n.Goal(), live: r.isLive(n)}
	s.over = !r.bound.Before(n.Period().End)
	if s.measured = s.goal.Measure != nil; s.measured && s.goal.Measure.Metric != "" {
		s.metric, _ = r.metric(s.goal.Measure.Metric)
		s.known = r.kpi(s.goal.Measure.Metric)
	}
	return s
}

// isMacro reports whether the goal is a direction.
func (s *subject) isMacro() bool { return s.goal.Level == goal.Macro }

// target returns the goal's target, nil if it has none.
func (s *subject) target() *kpi.Target {
	if !s.measured {
		return nil
	}
	return s.goal.Measure.Target
}

// kind returns the kind of the goal's target, "" if it has none.
func (s *subject) kind() kpi.TargetKind { return s.node.TargetKind() }

// started reports whether the goal's period has begun.
func (s *subject) started() bool { return s.bound.After(s.node.Period().Start) }

// committed reports whether the goal is expected to be reached in full.
func (s *subject) committed() bool { return s.goal.Ambition != goal.Aspirational }

// show returns a value of the goal's metric for people.
func (s *subject) show(x float64) string {
	if s.metric.Unit == kpi.Fraction && math.Abs(x) >= 1 && !s.isPercentage() {
		return show.Digits(x) // how many times, as of a return on spend
	}
	return showValue(s.metric.Unit, x)
}

// read returns the goal's title as a statement.
func (s *subject) read() *statement {
	if s.title == nil {
		s.title = newStatement(Parse(s.goal.Title, s.bound.Add(-1).In(s.h.Location())))
	}
	return s.title
}

// label returns the metric's name for people.
func (s *subject) label() string { return nameOf(s.metric) }

func nameOf(m kpi.Metric) string {
	return cmp.Or(m.Name, m.ID, "the goal's own series")
}
