package kpi

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Items returns an iterator over the readings in force that have an id and stand
// in a period of time (see [Observation.Instant]), such as the likes of each post:
// by time, those of one instant by metric, goal, channel and id. It looks at all
// readings that have an id.
func (l *Ledger) Items(within Period) iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		if l == nil || l.versions == nil {
			return // nothing was read, or nothing with an id
		}
		for _, o := range l.versions.standing(within) {
			if !yield(o) {
				return
			}
		}
	}
}

// standing returns the versions in force that stand in a period, in order.
func (v *versions) standing(within Period) []Observation {
	var items []Observation
	for _, held := range v.held {
		if !held.Withdrawn && within.Contains(held.Instant()) {
			items = append(items, held.Observation)
		}
	}
	slices.SortFunc(items, func(a, b Observation) int {
		return cmp.Or(
			a.Instant().Compare(b.Instant()), strings.Compare(a.Metric, b.Metric), strings.Compare(a.Goal, b.Goal),
			strings.Compare(a.Channel, b.Channel), strings.Compare(a.ID, b.ID),
		)
	})
	return items
}
