package smart

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// facts is what was read about one goal.
type facts struct {
	value    kpi.Value // of its measure now
	newest   time.Time // reading; zero if there is none
	highest  kpi.Value // reading, of milestones
	baseline kpi.Value // that was measured
	from     time.Time // the newest reading behind the baseline
	aim      aim
	since    time.Time // when what the aim changes will be known; zero if it is
	history  history
	outlook  Forecast
}

// batch is for how many goals the source is asked at once.
const batch = 2048

// read reads what the goals need, some thousand goals at a time: their values and
// baselines in one call, their histories in at most eight, as a rule in one.
func (r *run) read(src kpi.Source) error {
	r.facts = make([]facts, r.h.Len())
	reader := r.h.Catalogue().Reader(src)
	for first := 0; first < r.h.Len(); first += batch {
		end := min(first+batch, r.h.Len())
		if err := r.readNow(reader, first, end); err != nil {
			return err
		}
		for i := first; i < end; i++ {
			r.facts[i].aim = r.aimOf(r.h.At(i), r.facts[i].baseline)
		}
		if err := r.readHistories(reader, first, end); err != nil {
			return err
		}
	}
	return nil
}

// readNow reads values and baselines.
func (r *run) readNow(reader *kpi.Reader, first, end int) error {
	var takes []func(kpi.Answer)
	asks := func(yield func(kpi.Ask) bool) {
		for i := first; i < end; i++ {
			for ask, take := range r.nowOf(r.h.At(i), &r.facts[i]) {
				takes = append(takes, take)
				if !yield(ask) {
					return
				}
			}
		}
	}
	return reader.Each(asks, func(i int, a kpi.Answer) { takes[i](a) })
}

// nowOf returns an iterator over what is asked about a goal's present, and what
// takes in each answer.
func (r *run) nowOf(n goal.Node, f *facts) iter.Seq2[kpi.Ask, func(kpi.Answer)] {
	return func(yield func(kpi.Ask, func(kpi.Answer)) bool) {
		ask, ok := n.Ask(r.bound)
		if !ok || !yield(ask, func(a kpi.Answer) { f.value, f.newest = a.Value, a.Newest }) {
			return
		}
		if ask.Highest = true; n.TargetKind() == kpi.KindDone &&
			!yield(ask, func(a kpi.Answer) { f.highest = a.Value }) {
			return
		}
		if ask, ok := n.AskBaseline(r.bound); ok {
			yield(ask, func(a kpi.Answer) { f.baseline, f.from = a.Value, a.Newest })
		}
	}
}

// aimOf returns the aim of a goal, the zero aim if it has none.
func (r *run) aimOf(n goal.Node, baseline kpi.Value) aim {
	t, combine, ok := n.Target()
	if !ok {
		return aim{}
	}
	m, _ := n.Measure()
	metric, _ := r.metric(m.Metric)
	a := aimOf(&t, combine, metric.Better, baseline)
	a.total = a.total && m.Window == "" // a trailing window moves on
	return a
}

// isForecast reports whether the end of a goal can be forecast: it is not over,
// and it has a value to reach.
func (r *run) isForecast(n goal.Node, a aim) bool {
	return r.isLive(n) && r.bound.Before(n.Period().End) && a.direction != 0 && !n.ByShare()
}
