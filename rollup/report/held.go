package report

import (
	"fmt"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Held is a review that took place, as the host's log has it. Reports read from
// the log which reviews are due; what was said in them is handed on as it is.
type Held struct {
	Span     Span     `json:"span"`         // which review: the weekly, the monthly or the quarterly one
	On       string   `json:"on"`           // date or instant, dates in the plan's zone
	By       string   `json:"by,omitempty"` // who held it
	Notes    string   `json:"notes,omitempty"`
	Insights []string `json:"insights,omitempty"` // codes of those that were talked about
	Goals    []string `json:"goals,omitempty"`    // ids of those that were talked about
}

// checkHeld reports reviews without a span or a date. Their codes and goals may be
// of earlier days, and are not looked up.
func (p Policy) checkHeld(zone *time.Location, faults *kpi.Problems) {
	for i, held := range p.Held {
		if !held.Span.Valid() {
			faults.Add("", fmt.Sprintf("held[%d].span", i), kpi.ErrEnum, string(held.Span), "want week, month or quarter")
		}
		if _, err := kpi.ParseTime(held.On, zone); err != nil {
			faults.Add("", fmt.Sprintf("held[%d].on", i), kpi.ErrTime, held.On, "want a date or an instant")
		}
	}
}

// held fills in the reviews that took place in the report's period, in the order
// of the log.
func (v *view) held(r *Report) {
	for _, held := range v.policy.Held {
		if !v.period.Contains(v.heldAt(held)) {
			continue
		}
		held.Insights, held.Goals = slices.Clone(held.Insights), slices.Clone(held.Goals)
		r.Held = append(r.Held, held)
	}
}

func (v *view) heldAt(held Held) time.Time {
	p, _ := kpi.ParseTime(held.On, v.calendar.Zone) // checked
	return p.Start
}

// A reviewLog is what the log says up to the moment asked: when the first review
// of any kind took place, and when the last one of each. Times are zero where there
// was none.
type reviewLog struct {
	first time.Time
	last  map[Span]time.Time
}

func (v *view) reviewLog() reviewLog {
	log := reviewLog{last: make(map[Span]time.Time)}
	for _, held := range v.policy.Held {
		t := v.heldAt(held)
		if !v.at.Sees(t) {
			continue
		}
		if log.first.IsZero() || t.Before(log.first) {
			log.first = t
		}
		if t.After(log.last[held.Span]) {
			log.last[held.Span] = t
		}
	}
	return log
}
