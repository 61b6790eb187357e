package report

import (
	"math/big"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// An Effort is what was done in due periods, against what was planned for them.
// The zero Effort is that of nothing due.
type Effort struct {
	Kept
	Share   kpi.Ratio `json:"share,omitzero"`   // Met of Due; unknown if nothing was due or was ever read
	Planned kpi.Value `json:"planned,omitzero"` // actions, over the due periods
	Done    kpi.Value `json:"done,omitzero"`    // over those with a reading; unknown if there is none
}

// Kept is a [kpi.Activity]: in how many due periods at least as much was done as
// was planned.
type Kept struct {
	Due     int `json:"due"`
	Read    int `json:"read"`
	Met     int `json:"met"`
	Streak  int `json:"streak,omitempty"`
	Longest int `json:"longest,omitempty"`
}

// A Turn is one due period of a strategy: a line of a content calendar.
type Turn struct {
	Starts  string      `json:"starts"` // the first day, a date in the plan's zone
	Ends    string      `json:"ends"`   // the last day
	Planned kpi.Value   `json:"planned"`
	Done    kpi.Value   `json:"done,omitzero"`
	Met     bool        `json:"met"`
	Absence kpi.Absence `json:"reason,omitempty"` // why Done is unknown
}

// askActions asks what was done of a strategy that says what counts its actions.
func (v *view) askActions(ask *asking, w *Work) {
	s, counts := w.node, w.node.Strategy().Done
	p, ok := s.Period()
	if counts == "" || !ok {
		return
	}
	planned := s.Planned()
	whole := int64(0)
	for range s.Cadence().Due(p) {
		whole++
	}
	w.Planned = times(planned, whole)
	if w.Phase == Scheduled {
		return
	}
	soFar := kpi.Period{Start: p.Start, End: sooner(p.End, v.period.End)}
	ask.add(kpi.Ask{Metric: counts, Channel: s.Channel(), AllChannels: s.Channel() == "", Window: soFar},
		func(a kpi.Answer) { w.Done = a.Value })
	for due, question := range s.AskDue(v.period.End) {
		ask.add(question, func(a kpi.Answer) {
			t := s.Turn(due, question, a)
			w.Kept.add(t, planned)
			if due.End.After(v.period.Start) {
				w.Recent.add(t, planned)
				w.Turns = append(w.Turns, v.turnOf(t, planned))
			}
		})
	}
}

func (v *view) turnOf(t kpi.Turn, planned kpi.Number) Turn {
	return Turn{
		Starts: v.firstDay(t.Period), Ends: v.lastDay(t.Period),
		Planned: kpi.ValueOf(planned), Done: t.Value, Met: t.Met, Absence: t.Absence,
	}
}

// add notes the next due period.
func (e *Effort) add(t kpi.Turn, planned kpi.Number) {
	activity := kpi.Activity(e.Kept)
	activity.Add(t)
	e.Kept = Kept(activity)
	e.Planned = times(planned, int64(e.Due))
	if t.Value.Known() {
		e.Done = exactly(new(big.Rat).Add(e.Done.Rat(), t.Value.Rat()))
	}
}

func (e *Effort) finish() { e.Share, _ = kpi.Activity(e.Kept).Share() }

// times returns n, so many times.
func times(n kpi.Number, count int64) kpi.Value {
	return exactly(new(big.Rat).Mul(n.Rat(), big.NewRat(count, 1)))
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
