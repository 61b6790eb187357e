package smart

import (
	"maps"
	"math/big"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// targets are what metrics are to reach, by their ids and by period.
type targets map[string]map[span]promise

// A span is a period that can be compared with ==.
type span struct{ start, end time.Time }

func spanOf(p kpi.Period) span { return span{p.Start.UTC(), p.End.UTC()} }

// mostPeriods is over how many periods a formula is followed, so that no plan makes
// it slow: the days of a year.
const mostPeriods = 366

// fixedBelow returns the values that the counted children on the goal's channel are
// to reach. A limit fixes nothing, for a better value keeps it as well.
func (s *subject) fixedBelow(need promise) targets {
	fixed := make(targets)
	for child := range s.counted() {
		ask, _ := child.Ask(s.bound)
		p, ok := s.promise(child)
		if ok && child.TargetKind() == kpi.KindReach && ask.Metric != "" && p.channel == need.channel {
			fixed.add(ask.Metric, p)
		}
	}
	return fixed
}

// add notes a target of a metric; two for a period contradict each other, and
// neither holds.
func (t targets) add(metric string, p promise) {
	if t[metric] == nil {
		t[metric] = make(map[span]promise)
	}
	at := spanOf(p.window)
	if _, given := t[metric][at]; given {
		p.to = nil
	}
	t[metric][at] = p
}

// shared returns the periods, in order, that some metrics have targets for: all the
// same ones, which do not overlap. It returns none if that is not so.
func (t targets) shared(metrics []string) []promise {
	first := t[metrics[0]]
	if len(first) > mostPeriods {
		return nil
	}
	for _, id := range metrics {
		if !maps.EqualFunc(first, t[id], func(_, p promise) bool { return p.to != nil }) {
			return nil
		}
	}
	periods := slices.SortedFunc(maps.Values(first), byStart)
	for i := range len(periods) - 1 {
		if periods[i].window.Overlaps(periods[i+1].window) {
			return nil
		}
	}
	return periods
}

// in returns what metrics are to reach in a period.
func (t targets) in(p promise, metrics []string) values {
	v := make(values, len(metrics))
	for _, id := range metrics {
		v[id] = t[id][spanOf(p.window)].to
	}
	return v
}

// totals returns what metrics are to reach in all periods together.
func (t targets) totals(metrics []string) values {
	v := make(values, len(metrics))
	for _, id := range metrics {
		v[id] = new(big.Rat)
		for _, p := range t[id] {
			v[id].Add(v[id], p.to)
		}
	}
	return v
}
