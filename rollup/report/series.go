package report

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// A series is what a metric was, step by step.
type series struct {
	steps  []kpi.Period
	values []kpi.Value // of the steps; unknown without a reading of its own
}

// seriesKey tells one series from another.
type seriesKey struct {
	metric, goal, channel string
	allChannels           bool
	window                string // trailing, at the end of each step; "" is the step itself
	step                  kpi.Cadence
}

// keyOfSeries returns the key of the series that a goal's measure asks for.
func (v *view) keyOfSeries(n goal.Node, step kpi.Cadence) (seriesKey, bool) {
	ask, ok := n.Ask(v.period.End)
	if !ok {
		return seriesKey{}, false
	}
	m, _ := n.Measure()
	return seriesKey{ask.Metric, ask.Goal, ask.Channel, ask.AllChannels, m.Window, step}, true
}

// series asks for a series, once however often it is wanted.
func (v *view) series(ask *asking, key seriesKey) {
	if v.past.series[key] != nil {
		return
	}
	steps := v.past.steps[key.step]
	s := &series{steps: steps, values: make([]kpi.Value, len(steps))}
	v.past.series[key] = s
	window, _ := kpi.ParseWindow(key.window) // goal.New has read it; "" is none
	carries := v.h.Catalogue().Carries(key.metric)
	for i, step := range steps {
		over := step
		if !window.IsZero() {
			over = window.Ending(step.End, v.h.Location())
		}
		question := kpi.Ask{
			Metric: key.metric, Goal: key.goal, Channel: key.channel, AllChannels: key.allChannels, Window: over,
		}
		ask.add(question, func(a kpi.Answer) {
			if carries && a.Newest.Before(step.Start) && !a.Newest.IsZero() {
				return // that is no news
			}
			s.values[i] = a.Value
		})
	}
}

// known returns the values that are known.
func (s *series) known() []kpi.Value {
	var known []kpi.Value
	for _, v := range s.values {
		if v.Known() {
			known = append(known, v)
		}
	}
	return known
}

// points returns the series for package trend.
func (s *series) points() []trend.Point {
	var points []trend.Point
	for i, v := range s.values {
		if v.Known() {
			points = append(points, trend.Point{At: s.steps[i].End, Value: float(v)})
		}
	}
	return points
}

// totals is points for what adds up. There are none if most steps since the first
// reading have none: then what came in in a step is not what comes in in each.
func (s *series) totals() []trend.Total {
	var totals []trend.Total
	since := 0
	for i, v := range s.values {
		if v.Known() {
			totals = append(totals, trend.Total{Period: s.steps[i], Value: float(v)})
		}
		if len(totals) > 0 {
			since++
		}
	}
	if 2*len(totals) < since {
		return nil
	}
	return totals
}

// float returns a value as near as a float is.
func float(v kpi.Value) float64 {
	x, _ := v.Rat().Float64()
	return x
}
