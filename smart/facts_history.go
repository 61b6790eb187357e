package smart

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// readHistories reads the past of the goals whose target can be forecast, in
// longer steps where shorter ones give little.
func (r *run) readHistories(reader *kpi.Reader, first, end int) error {
	steps := make(map[int][]stride) // yet to try, by goal
	var waiting []int
	for i := first; i < end; i++ {
		r.facts[i].outlook = Forecast{Absence: NotForecast}
		if n := r.h.At(i); r.isForecast(n, r.facts[i].aim) {
			r.facts[i].outlook = Forecast{Absence: NoHistory}
			switch {
			case r.isOpen(n):
				r.facts[i].outlook = Forecast{Absence: OpenBaseline}
			case !r.neverRead(n):
				steps[i], waiting = r.stridesOf(n), append(waiting, i)
			}
		}
	}
	for len(waiting) > 0 {
		if err := r.readSteps(reader, waiting, steps); err != nil {
			return err
		}
		waiting = slices.DeleteFunc(waiting, func(i int) bool {
			return len(steps[i]) == 0 || !r.facts[i].history.isShort()
		})
	}
	for i := range steps {
		r.judge(i)
	}
	return nil
}

// isOpen reports whether a goal changes what is measured over a time that is not
// over. What is carried forward has a newest value all the same.
func (r *run) isOpen(n goal.Node) bool {
	m, _ := n.Measure()
	ask, measured := n.AskBaseline(n.Period().End) // which no baseline goes beyond
	return measured && !r.h.Catalogue().Carries(m.Metric) && ask.Window.End.After(r.bound)
}

// changesSince returns when the level that a goal changes will be known; the zero time
// if it is, and for any other target.
func (r *run) changesSince(n goal.Node) time.Time {
	m, _ := n.Measure()
	ask, measured := n.AskBaseline(n.Period().End)
	if !measured || m.Target.Change == "" || !ask.Window.End.After(r.bound) {
		return time.Time{}
	}
	return ask.Window.End
}

// neverRead reports whether it is known that a goal has no history. What is only
// read for whole periods may have one all the same, and so may what is asked about
// a period that has not begun.
func (r *run) neverRead(n goal.Node) bool {
	m, _ := n.Measure()
	f := &r.facts[n.Index()]
	return f.newest.IsZero() && !f.value.Known() && n.Period().Start.Before(r.bound) && !r.isWhole(m.Metric)
}

// judge makes the forecast of a goal and forgets what it is made from.
func (r *run) judge(i int) {
	n, f := r.h.At(i), &r.facts[i]
	m, _ := n.Measure()
	combine, _ := r.h.Catalogue().CombineOf(m.Metric)
	metric, _ := r.metric(m.Metric)
	stands := r.h.Catalogue().Carries(m.Metric)
	f.since = r.changesSince(n)
	f.outlook = f.forecast(&question{
		period: n.Period(), bound: r.bound, since: f.since, metric: metric, stands: stands,
		comes: !stands && m.Window == "" && f.history.step != "",
	})
	if !f.value.Known() && combine != kpi.Sum {
		f.value = f.history.last
	}
	f.history = history{}
}

// readSteps reads the histories of some goals in the first of their steps. The
// longer history is kept, and of the steps those that are yet to try.
func (r *run) readSteps(reader *kpi.Reader, goals []int, steps map[int][]stride) error {
	tries := make([]history, len(goals))
	var whose []int
	asks := func(yield func(kpi.Ask) bool) {
		for k, i := range goals {
			n := r.h.At(i)
			h := &tries[k]
			ask, _ := n.Ask(r.bound)
			m, _ := n.Measure()
			metric, _ := r.metric(m.Metric)
			*h = history{step: steps[i][0].step, buckets: r.bucketsOf(n, steps[i][0]), thin: unitOf(metric) == kpi.Count}
			window, _ := kpi.ParseWindow(m.Window) // none, or checked with the plan
			for a := range h.asks(ask, window, r.h.Location()) {
				whose = append(whose, k)
				if !yield(a) {
					return
				}
			}
		}
	}
	answers := make([][]kpi.Answer, len(goals))
	err := reader.Each(asks, func(i int, a kpi.Answer) {
		answers[whose[i]] = append(answers[whose[i]], a)
	})
	if err != nil {
		return err
	}
	for k, i := range goals {
		m, _ := r.h.At(i).Measure()
		combine, _ := r.h.Catalogue().CombineOf(m.Metric)
		tries[k].take(answers[k], combine)
		if combine == kpi.Sum {
			window, _ := kpi.ParseWindow(m.Window)
			tries[k].fill(window, r.h.Location())
		}
		steps[i] = tries[k].longer(steps[i][1:], r.bound)
		if len(tries[k].values) > len(r.facts[i].history.values) {
			tries[k].gaps = tries[k].gaps || r.facts[i].history.gaps
			r.facts[i].history = tries[k]
		}
	}
	return nil
}

// bucketsOf returns the steps before the moment. They are the same for all goals,
// but for those that are read in steps of their own length.
func (r *run) bucketsOf(n goal.Node, by stride) []kpi.Period {
	if by.step == "" {
		return bucketsOf(n, by, r.bound)
	}
	if r.buckets[by] == nil {
		r.buckets[by] = bucketsOf(n, by, r.bound)
	}
	return r.buckets[by]
}

// stridesOf returns how the history of a goal is read: what is only compared over
// whole periods in steps of the goal's own length.
func (r *run) stridesOf(n goal.Node) []stride {
	m, _ := n.Measure()
	if m.Window == "" && r.isWhole(m.Metric) {
		return []stride{{}}
	}
	return stridesOf(n)
}

// isWhole reports whether a metric is only compared over whole periods: what is only
// read for them, or has a part that is; the least and the greatest, which of a week
// say little of a quarter; and quotients of what comes together over a period and
// what stands, which a longer period makes larger or smaller.
func (r *run) isWhole(metric string) bool {
	c := r.h.Catalogue()
	stands, comes := false, false
	for _, id := range c.Bases(metric) {
		switch combine, _ := c.CombineOf(id); combine {
		case kpi.Unique, kpi.Min, kpi.Max:
			return true
		case kpi.Last:
			stands = true
		case kpi.Sum:
			comes = true
		}
	}
	return stands && comes
}
