package goal

import (
	"fmt"
	"iter"

	"github.com/goalkit/goalkit/kpi"
)

// A Driver says that what moves one metric moves another, which is what a plan
// hopes for: more sessions, more leads. Both are ids of metrics. It is a claim
// that reports hold against what was measured, and changes no progress.
type Driver struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Lag     string `json:"lag,omitempty"`     // how much later To moves, as kpi.ParseWindow reads it; "" is at once
	Inverse bool   `json:"inverse,omitempty"` // more of From is less of To
}

// Drivers returns an iterator over the plan's drivers.
func (h *Hierarchy) Drivers() iter.Seq[Driver] {
	return func(yield func(Driver) bool) {
		for _, d := range h.plan.Drivers {
			if !yield(d) {
				return
			}
		}
	}
}

// drivers checks the plan's drivers.
func (b *builder) drivers() {
	type pair struct{ from, to string }
	seen := make(map[pair]bool)
	for i, d := range b.h.plan.Drivers {
		add := func(field string, reason kpi.Reason, value, detail string) {
			b.addPlan(true, fmt.Sprintf("plan.drivers[%d].%s", i, field), reason, value, detail)
		}
		b.knownMetric("from", d.From, add)
		b.knownMetric("to", d.To, add)
		switch {
		case d.From == d.To:
			add("to", ErrSelfLink, d.To, "a metric cannot drive itself")
		case seen[pair{d.From, d.To}]:
			add("to", ErrDuplicateLink, d.To, "an earlier driver has the same ends")
		}
		seen[pair{d.From, d.To}] = true
		if d.Lag == "" {
			continue
		}
		if _, err := kpi.ParseWindow(d.Lag); err != nil {
			add("lag", kpi.ErrTime, d.Lag, detailOf(err))
		}
	}
}

// knownMetric reports whether a field names a metric of the catalogue, and a
// fault if it does not.
func (b *builder) knownMetric(field, id string, report kpi.Report) bool {
	if b.h.catalogue.Has(id) {
		return true
	}
	report(field, kpi.ErrUnknownMetric, id, "no metric has this id")
	return false
}
