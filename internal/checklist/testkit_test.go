package checklist_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

func result(t *testing.T, s *rollup.Snapshot, id string) rollup.Result {
	t.Helper()
	r, ok := s.Goal(id)
	require.True(t, ok, id)
	return r
}

// macro returns a macro goal.
func macro(id, period string) goal.Goal {
	return goal.Goal{ID: id, Title: id, Level: goal.Macro, Period: period, Owner: "ann"}
}

// micro returns a micro goal with a target for a metric on a channel.
func micro(id, parent, period, metric, channel string, target kpi.Target) goal.Goal {
	g := goal.Goal{
		ID: id, Title: id, Level: goal.Micro, Period: period, Owner: "bob", Channel: channel, Cadence: kpi.Weekly,
		Measure: &goal.Measure{Metric: metric, Target: &target},
	}
	if parent != "" {
		g.Supports = []goal.Link{{Goal: parent}}
	}
	return g
}

// milestone returns a micro goal that is done or not.
func milestone(id, parent, period string) goal.Goal {
	return goal.Goal{
		ID: id, Title: id, Level: goal.Micro, Period: period, Owner: "bob",
		Supports: []goal.Link{{Goal: parent}}, Measure: &goal.Measure{Target: new(kpi.Finish())},
	}
}

// weighted returns g with this weight in the goals it serves.
func weighted(g goal.Goal, weight string) goal.Goal {
	for i := range g.Supports {
		g.Supports[i].Weight = kpi.Num(weight)
	}
	return g
}

// insights returns the insights with a code.
func insights(r *report.Report, code string) (list []report.Insight) {
	for _, insight := range r.Insights {
		if insight.Code == code {
			list = append(list, insight)
		}
	}
	return list
}

// fact returns the value of an insight's fact.
func fact(t *testing.T, insight report.Insight, name string) string {
	t.Helper()
	for _, f := range insight.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	assert.Failf(t, "no such fact", "%s of %s", name, insight.Code)
	return ""
}

// kpiRow returns the row of a metric.
func kpiRow(t *testing.T, rows []report.Row, metric string) report.Row {
	t.Helper()
	for _, r := range rows {
		if r.Metric == metric {
			return r
		}
	}
	require.Failf(t, "no such row", "%s", metric)
	return report.Row{}
}

// reported returns what a report says of a goal.
func reported(t *testing.T, r *report.Report, id string) report.Goal {
	t.Helper()
	for _, g := range r.Goals {
		if g.ID == id {
			return g
		}
	}
	require.Failf(t, "no such goal", "%s", id)
	return report.Goal{}
}

// goalsOf returns the goals that insights are about.
func goalsOf(list []report.Insight) (ids []string) {
	for _, insight := range list {
		ids = append(ids, insight.Goal)
	}
	return ids
}

// assertFigure compares an estimate with four places worked out by hand.
func assertFigure(t *testing.T, want float64, got report.Estimate) {
	t.Helper()
	x, known := got.Float64()
	assert.True(t, known)
	assert.InDelta(t, want, x, 5e-5)
}

// dueOn returns what is due of a kind, with its date.
func dueOn(r *report.Report, kind report.DueKind) (list []string) {
	for _, due := range r.Agenda {
		if due.Kind == kind {
			list = append(list, due.Date+" "+due.Goal+due.Strategy)
		}
	}
	return list
}

// day returns the first instant of a date in UTC.
func day(date string) time.Time {
	p, err := kpi.ParseTime(date, time.UTC)
	if err != nil {
		panic(err)
	}
	return p.Start
}

// endOf returns the moment that sees all of a date.
func endOf(date string) kpi.Moment {
	m, err := kpi.ParseMoment(date, time.UTC)
	if err != nil {
		panic(err)
	}
	return m
}
