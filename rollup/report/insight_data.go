package report

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// dataRules are about the readings of goals.
var dataRules = []Rule{
	{
		Code: "stale-data", Severity: Warning,
		Doc: "The newest reading of an open goal that is not done is more than 1.5 of its cadences old (stale). " +
			"An alert from 3 on (dead). Not in the goal's first two cadences. Fact besides: freshness.",
		Text: "{goal} was last read on {last}, and is to be read every {cadence}",
		find: staleData,
	},
	{
		Code: "no-data", Severity: Warning,
		Doc:  "The progress of an open goal with a measure is not known although 7 days, or one cadence, have passed since it began.",
		Text: "the progress of {goal}, which began on {start}, is not known: {why}",
		find: noData,
	},
}

func staleData(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		n := r.Node
		isNew := n.Cadence().After(n.Period().Start, 2).After(v.period.End)
		if !v.open(n) || isNew || !isOld(r.Freshness) || r.Progress.IsDone() {
			continue
		}
		found := Insight{
			Goal: n.ID(), Metric: measureOf(n), Channel: n.Channel(),
			Facts: []Fact{
				name("goal", n), date("last", v.past.newest[n.ID()].In(v.h.Location())), word("cadence", string(n.Cadence())),
				word("freshness", string(r.Freshness)),
			},
		}
		if r.Freshness == rollup.Dead {
			found.Severity = Alert
		}
		if r.Absence == kpi.NoReading {
			found.covers = []string{"no-data"}
		}
		add(found)
	}
	return nil
}

func noData(v *view, _ *Report, add func(Insight)) error {
	for r := range v.now.All() {
		n := r.Node
		if _, measured := n.Measure(); !measured || !v.open(n) || r.Status != rollup.NoData {
			continue
		}
		add(Insight{
			Goal: n.ID(), Metric: measureOf(n), Channel: n.Channel(),
			Facts: []Fact{name("goal", n), date("start", n.Period().Start), word("why", string(r.Absence))},
		})
	}
	return nil
}
