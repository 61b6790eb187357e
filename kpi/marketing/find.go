package marketing

import (
	"iter"
	"slices"
)

// catalogue holds all KPIs. It is never written to, and never handed out.
var catalogue = slices.Concat(
	in(Audience, audience), in(Engagement, engagement), in(Website, website), in(Email, email),
	in(Paid, paid), in(Sales, sales), in(Base, bases),
)

// in returns the KPIs as those of a section.
func in(s Section, kpis []KPI) []KPI {
	kpis = slices.Clone(kpis)
	for i := range kpis {
		kpis[i].Section = s
	}
	return kpis
}

// places tells where in the catalogue an id is.
var places = func() map[string]int {
	m := make(map[string]int, len(catalogue))
	for i := range catalogue {
		m[catalogue[i].ID] = i
	}
	return m
}()

// All returns an iterator over the KPIs, base quantities last.
func All() iter.Seq[KPI] {
	return func(yield func(KPI) bool) {
		for i := range catalogue {
			if !yield(catalogue[i].Clone()) {
				return
			}
		}
	}
}

// Find returns the KPI with this id, as "er_reach". It reports false if there is
// none; ids are matched to the letter.
func Find(id string) (KPI, bool) {
	i, ok := places[id]
	if !ok {
		return KPI{}, false
	}
	return catalogue[i].Clone(), true
}
