package report

import (
	"sort"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// mostDays is more than the days from year 0 to year 9999.
const mostDays = 3_700_000

// dueAt returns the first of the due periods of p, as [kpi.Cadence.Due] has them,
// that ends after bound; the zero Period if all are over. It does not go through
// those before it.
func dueAt(c kpi.Cadence, p kpi.Period, bound time.Time) kpi.Period {
	if p.IsEmpty() || !bound.Before(p.End) {
		return kpi.Period{}
	}
	i := sort.Search(mostDays, func(i int) bool { return c.After(p.Start, i+1).After(bound) })
	due := kpi.Period{Start: c.After(p.Start, i), End: c.After(p.Start, i+1)}
	if p.End.Before(due.End) {
		due.End = p.End
	}
	return due
}
