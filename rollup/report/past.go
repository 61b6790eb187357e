package report

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A past is what was before the end of the report's period. It is read for all
// goals and KPIs at once.
type past struct {
	steps  map[kpi.Cadence][]kpi.Period
	series map[seriesKey]*series
	newest map[string]time.Time  // by goal: its newest reading; zero if there is none
	guards map[string]kpi.Answer // by goal
	// stood is how the goals stood: so many weeks before the end of the period.
	stood map[int]map[string]rollup.Standing
}

// weeksStood are the moments of past.stood: the latest five weeks' ends, and half
// a year ago.
var weeksStood = []int{0, 1, 2, 3, 4, 26}

// readPast fills in the past of the view.
func (v *view) readPast(r *Report) error {
	v.past = past{
		steps:  make(map[kpi.Cadence][]kpi.Period),
		series: make(map[seriesKey]*series),
		newest: make(map[string]time.Time),
		guards: make(map[string]kpi.Answer),
		stood:  make(map[int]map[string]rollup.Standing),
	}
	for step := range stepsBack {
		v.past.steps[step] = v.steps(step)
	}
	var ask asking
	v.askGoals(&ask)
	v.askRows(&ask, r.KPIs)
	for _, c := range r.Channels {
		v.askRows(&ask, c.KPIs)
	}
	if err := ask.run(v); err != nil {
		return err
	}
	return v.readStood()
}

// askGoals asks for the series, the newest readings and the guards of open goals.
func (v *view) askGoals(ask *asking) {
	for n := range v.h.All() {
		if !v.open(n) {
			continue
		}
		if guard, ok := n.AskGuard(v.period.End); ok {
			ask.add(guard, func(a kpi.Answer) { v.past.guards[n.ID()] = a })
		}
		question, ok := n.Ask(v.period.End)
		if !ok {
			continue
		}
		ask.add(question, func(a kpi.Answer) { v.past.newest[n.ID()] = a.Newest })
		for _, step := range []kpi.Cadence{stepOf(n.Cadence()), kpi.Weekly} {
			if key, ok := v.keyOfSeries(n, step); ok {
				v.series(ask, key)
			}
		}
	}
}

// askRows asks for the weeks of KPIs.
func (v *view) askRows(ask *asking, rows []Row) {
	for _, row := range rows {
		v.series(ask, row.weeks())
	}
}

// weeks returns the key of a row's weekly series.
func (row Row) weeks() seriesKey {
	return seriesKey{metric: row.Metric, channel: row.Channel, allChannels: row.Channel == "", step: kpi.Weekly}
}

// readStood reads how the live goals stood.
func (v *view) readStood() error {
	var ids []string
	for n := range v.h.All() {
		if v.live(n) {
			ids = append(ids, n.ID())
		}
	}
	var moments []kpi.Moment
	for _, weeks := range weeksStood {
		moments = append(moments, kpi.Before(kpi.Weekly.After(v.period.End, -weeks)))
	}
	courses, err := v.policy.Rollup.History(v.h, v.src, moments, ids...)
	if err != nil {
		return err
	}
	for i, weeks := range weeksStood {
		v.past.stood[weeks] = make(map[string]rollup.Standing, len(courses))
		for _, c := range courses {
			v.past.stood[weeks][c.Node.ID()] = c.Standings[i]
		}
	}
	return nil
}
