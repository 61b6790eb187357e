package goal

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// dueBefore returns an iterator over those of the due periods that are over
// before bound, and the question about each.
func dueBefore(bound time.Time, dues iter.Seq[kpi.Period], ask func(due kpi.Period) kpi.Ask) iter.Seq2[kpi.Period, kpi.Ask] {
	return func(yield func(kpi.Period, kpi.Ask) bool) {
		for due := range dues {
			if due.End.After(bound) || !yield(due, ask(due)) {
				return
			}
		}
	}
}

// turns asks src about due periods, all at once, and returns how each went.
func (h *Hierarchy) turns(src kpi.Source, due iter.Seq2[kpi.Period, kpi.Ask], turn func(kpi.Period, kpi.Ask, kpi.Answer) kpi.Turn) ([]kpi.Turn, error) {
	var periods []kpi.Period
	var asks []kpi.Ask
	for period, ask := range due {
		periods, asks = append(periods, period), append(asks, ask)
	}
	answers, err := h.catalogue.Read(src, asks)
	if err != nil {
		return nil, err
	}
	turns := make([]kpi.Turn, len(periods))
	for i := range periods {
		turns[i] = turn(periods[i], asks[i], answers[i])
	}
	return turns, nil
}

// maxDue is the most due periods that a plan may ask about at once: each is a
// question to the source. It is 27 years of days.
const maxDue = 10_000

// tooManyDue reports whether a period has more due periods than maxDue.
func tooManyDue(c kpi.Cadence, p kpi.Period) bool {
	return c != "" && c.Valid() && c.After(p.Start, maxDue).Before(p.End)
}
