package report

import (
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// asking collects questions, each with what is done with its answer, so that the
// source is asked once.
type asking struct {
	asks  []kpi.Ask
	takes []func(kpi.Answer)
}

func (a *asking) add(ask kpi.Ask, take func(kpi.Answer)) {
	a.asks, a.takes = append(a.asks, ask), append(a.takes, take)
}

// run asks the source what the metrics of the report's plan mean by it.
func (a *asking) run(v *view) error { return a.runOn(v.h, v.src) }

// runOn is run for the metrics of any plan.
func (a *asking) runOn(h *goal.Hierarchy, src kpi.Source) error {
	if len(a.asks) == 0 {
		return nil
	}
	return h.Catalogue().Reader(src).Each(slices.Values(a.asks), func(i int, answer kpi.Answer) {
		a.takes[i](answer)
	})
}
