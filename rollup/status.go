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

// status returns the status of a goal whose figures are found.
func (s *Snapshot) status(n goal.Node, f *figures, a *account) Status {
	if status := lifecycle(f); status != "" {
		return status
	}
	if !s.at.Bound().After(n.Period().Start) {
		return Scheduled
	}
	if s.rules.ParentStatus == ByWorst {
		switch status, ok := s.worst(a); {
		case ok && status == Achieved && s.anyOpenZero(a):
			return OnTrack
		case ok:
			return status
		}
	}
	return s.ownStatus(n, f, a)
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

func (s *Snapshot) ownStatus(n goal.Node, f *figures, a *account) Status {
	p, over := f.progress(), s.passed(n.Period().End)
	if p.IsDone() {
		keeping := f.takes == fromMeasure && n.TargetKind().Control() // met so far, but it must last
		switch {
		case s.anyOpenZero(a):
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
func (s *Snapshot) passed(t time.Time) bool { return !s.at.Bound().Before(t) }

// grace reports whether a goal without a value may still be about to start: in
// the first 7 days or, if longer, the first cadence.
func (s *Snapshot) grace(n goal.Node) bool {
	start := n.Period().Start
	return !s.passed(kpi.Weekly.After(start, 1)) || !s.passed(n.Cadence().After(start, 1))
}

// anyOpenZero reports whether a child is linked with weight 0 and not done.
func (s *Snapshot) anyOpenZero(a *account) bool {
	return slices.ContainsFunc(a.parts, func(p part) bool { return s.openZero(&p) })
}

func (s *Snapshot) openZero(p *part) bool {
	f := &s.figures[p.node.Index()]
	return p.excluded == ExcludedWeight && !p.own && f.state != goal.Closed && !f.progress().IsDone()
}

// worst returns the worst status of the children that count, if any is ranked.
func (s *Snapshot) worst(a *account) (Status, bool) {
	rank := len(worstFirst)
	for i := range a.parts {
		p := &a.parts[i]
		if !p.counts() || p.own {
			continue
		}
		if r := slices.Index(worstFirst, s.figures[p.node.Index()].status); r >= 0 {
			rank = min(rank, r)
		}
	}
	if rank == len(worstFirst) {
		return "", false
	}
	return worstFirst[rank], true
}
