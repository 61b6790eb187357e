package smart

import (
	"strconv"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Whether there are readings to see progress by.

func staleData(s *subject, n *notes) {
	if !s.live || !s.measured || s.over {
		return
	}
	if s.goal.Cadence != "" && s.node.State(s.bound) != goal.Paused {
		staleReadings(s, n)
	}
	start := s.node.Period().Start
	if s.from.IsZero() || !s.from.Before(start) || start.After(s.bound) {
		return
	}
	if age := days(s.from, start); age > s.thresholds.BaselineDays {
		n.on("measure.target.from", "the baseline is {days} days old at the start", "take a newer reading to start from", Param{"days", strconv.Itoa(age)})
	}
}

// staleReadings looks at a goal that has a cadence.
func staleReadings(s *subject, n *notes) {
	cadence := s.goal.Cadence
	limit := cadence.After(s.bound, -s.thresholds.StaleCadences)
	switch {
	case s.newest.IsZero() && s.node.Period().Start.Before(limit):
		n.on("measure", "there is no reading yet, and one is due every {cadence}", "import readings", Param{"cadence", string(cadence)})
	case !s.newest.IsZero() && s.newest.Before(limit):
		n.on("measure", "the newest reading is {days} days old, and one is due every {cadence}", "import newer readings",
			Param{"days", strconv.Itoa(days(s.newest, s.bound))}, Param{"cadence", string(cadence)})
	}
}

func rareCadence(s *subject, n *notes) {
	if s.goal.Cadence == "" || !s.measured {
		return
	}
	due := 0
	for range s.goal.Cadence.Due(s.node.Period()) {
		if due++; due >= s.thresholds.FewestDue {
			return
		}
	}
	n.on("cadence", "one look every {cadence} gives {due} in {days} days: progress stays invisible", "look more often, or choose a longer period",
		Param{"cadence", string(s.goal.Cadence)}, Param{"due", strconv.Itoa(due)},
		Param{"days", strconv.Itoa(days(s.node.Period().Start, s.node.Period().End))})
}

// noCadence leaves milestones alone, which are done or not, and goals that are over.
func noCadence(s *subject, n *notes) {
	if s.live && !s.over && s.goal.Cadence == "" && s.target() != nil && s.kind() != kpi.KindDone {
		n.on("cadence", "nothing says how often it is looked at", "say how often, as every week")
	}
}
