package rollup

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Status says in a word how a goal is doing.
type Status string

// The statuses, in the order in which they are looked for; pace decides between
// the last four.
const (
	Draft      Status = "draft"
	Paused     Status = "paused"
	Cancelled  Status = "cancelled"
	Partial    Status = "partial"     // closed with at least 0.7; achieved with 1, else missed
	Scheduled  Status = "scheduled"   // the period has not begun
	Achieved   Status = "achieved"    // progress is 1; for targets to keep, once the period is over
	NotStarted Status = "not_started" // no value yet, in the first 7 days or the first cadence
	NoData     Status = "no_data"     // no value
	Missed     Status = "missed"      // over, and not achieved
	TooEarly   Status = "too_early"   // less than 0.05 is expected, and no more reached
	Ahead      Status = "ahead"
	OnTrack    Status = "on_track"
	Behind     Status = "behind"
	AtRisk     Status = "at_risk"
)

// worstFirst ranks the statuses that a parent may take from its children.
var worstFirst = []Status{Missed, AtRisk, Behind, NoData, TooEarly, NotStarted, OnTrack, Ahead, Achieved}

var (
	partialFrom = kpi.RatioOf(kpi.Num("0.7"))
	earlyBelow  = kpi.RatioOf(kpi.Num("0.05"))
)

// status returns the status of a goal whose other figures are found.
func (s *state) status(n goal.Node, f *figures) Status {
	if status := lifecycle(f); status != "" {
		return status
	}
	period := n.Period()
	if !s.bound.After(period.Start) {
		return Scheduled
	}
	if s.rules.ParentStatus == ByWorst {
		switch status, ok := s.worst(n, f.takes); {
		case ok && status == Achieved && s.anyOpenZero(n, f.takes):
			return OnTrack
		case ok:
			return status
		}
	}
	return s.ownStatus(n, f, s.passed(period.End))
}

// lifecycle returns the status that a goal's state alone decides, if it does.
func lifecycle(f *figures) Status {
	switch f.state {
	case goal.Draft, goal.Paused, goal.Cancelled:
		return Status(f.state)
	case goal.Closed:
		switch p := f.progress(); { // unknown is not achieved either
		case p.IsDone():
			return Achieved
		case p.Known() && p.Cmp(partialFrom) >= 0:
			return Partial
		}
		return Missed
	}
	return ""
}

func (s *state) ownStatus(n goal.Node, f *figures, over bool) Status {
	p := f.progress()
	if p.IsDone() {
		keeping := f.takes == fromMeasure && n.TargetKind().Control() // met so far, but it must last
		switch {
		case s.anyOpenZero(n, f.takes):
			return OnTrack
		case over || !keeping:
			return Achieved
		}
	}
	switch {
	case !p.Known() && !s.grace(n):
		return NoData
	case !p.Known():
		return NotStarted
	case over:
		return Missed
	case f.expected.Cmp(earlyBelow) < 0 && p.Cmp(f.expected) <= 0:
		return TooEarly
	}
	return s.rules.limits.status(p, f.expected)
}

// passed reports whether everything before t is over at the snapshot's moment.
func (s *state) passed(t time.Time) bool { return !s.bound.Before(t) }

// grace reports whether a goal without a value may still be about to start: in
// the first 7 days or, if longer, the first cadence.
func (s *state) grace(n goal.Node) bool {
	start := n.Period().Start
	return !s.passed(kpi.Weekly.After(start, 1)) || !s.passed(n.Cadence().After(start, 1))
}

// anyOpenZero reports whether a child is linked with weight 0 and not done.
func (s *state) anyOpenZero(n goal.Node, takes taken) bool {
	if s.zerosCount(n, takes) {
		return false
	}
	for e := range n.Children() {
		if !e.Counts && e.Child.State(s.bound).Counts() && s.openChild(e.Child) {
			return true
		}
	}
	return false
}

// zerosCount reports whether the children that are linked with weight 0 make
// the progress of n: no others count.
func (s *state) zerosCount(n goal.Node, takes taken) bool {
	for e := range n.Children() {
		if e.Counts && e.Child.State(s.bound).Counts() {
			return false
		}
	}
	return takes == fromChildren
}

// openChild reports whether a child is neither closed nor done.
func (s *state) openChild(n goal.Node) bool {
	f := s.figures(s.slot(n))
	return f.state != goal.Closed && !f.progress().IsDone()
}

// worst returns the worst status of the children that count, if any is ranked.
func (s *state) worst(n goal.Node, takes taken) (Status, bool) {
	zeros := s.zerosCount(n, takes)
	rank := len(worstFirst)
	for e := range n.Children() {
		if !e.Child.State(s.bound).Counts() || !e.Counts && !zeros {
			continue
		}
		if r := slices.Index(worstFirst, s.statusOf(s.slot(e.Child))); r >= 0 {
			rank = min(rank, r)
		}
	}
	if rank == len(worstFirst) {
		return "", false
	}
	return worstFirst[rank], true
}
