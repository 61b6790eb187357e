package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

func goalNoQuantity(s *subject, n *notes) {
	if !s.live || s.target() != nil || s.node.ChildCount() > 0 {
		return
	}
	fix := "say from which value to which"
	if s.measured && s.value.Known() {
		fix = "say to which value; it is {value} now"
	}
	if s.isWatched() {
		n.as(Hint)
	}
	n.on("measure.target", "there is no target", fix, Param{"value", s.show(float(s.value))})
}

// isWatched reports whether the goal is measured and, by the weight of all its links,
// counts for nothing.
func (s *subject) isWatched() bool {
	links := 0
	for e := range s.node.Parents() {
		if links++; e.Counts {
			return false
		}
	}
	return links > 0 && s.measured
}

func goalNoBaseline(s *subject, n *notes) {
	ask, ok := s.node.AskBaseline(s.bound)
	if !ok || s.baseline.Known() || !s.live {
		return
	}
	if s.from.IsZero() || !ask.Window.End.After(s.bound) {
		n.on("measure.target.from", "a change from what? Nothing was read of {metric} to start from",
			"give the value that it starts from, or import its history", Param{"metric", s.label()})
	}
}

func noChange(s *subject, n *notes) {
	if s.kind() == kpi.KindReach && s.aim.from.Known() && s.aim.to.Known() && s.aim.from.Cmp(s.aim.to) == 0 {
		n.on("measure.target", "the target of {value} is where it starts", "set another target, or say at_least {value} to keep it",
			Param{"value", s.show(float(s.aim.to))})
	}
}

func goalDirectionConflict(s *subject, n *notes) {
	if !s.live || s.aim.direction == 0 || s.goal.Title == "" || s.node.TargetKind().Control() {
		return // a limit goes nowhere
	}
	title := s.read()
	said := title.said()
	if said == 0 || said == s.aim.direction || len(title.Clauses) > 1 || !title.speaksOf(s.metric) {
		return
	}
	n.on("measure.target", "'{verb}', but the target goes {direction}", "swap the values, or change the title",
		Param{"verb", title.verb()}, Param{"direction", upOrDown(s.aim.direction)})
}

// speaksOf reports whether the statement is about a metric: it names no other KPI,
// and at least a word of what it names is in the metric's name.
func (s *statement) speaksOf(m kpi.Metric) bool {
	switch {
	case s.MetricID.Given():
		return s.MetricID.Value == m.ID
	case !s.Metric.Given() || m.ID == "":
		return true
	}
	name := strings.ToLower(m.Name + " " + strings.ReplaceAll(m.ID, "_", " "))
	return s.has(strings.Fields(name)...)
}

func upOrDown(d sign) string {
	if d < 0 {
		return "down"
	}
	return "up"
}

func goalPolarity(s *subject, n *notes) {
	better := betterSign(s.metric.Better)
	if s.metric.ID == "" { // an own series does not say what is better
		return
	}
	if better == 0 || s.aim.direction == 0 || s.aim.direction == better || s.isPast() {
		return
	}
	wanted := "more"
	if s.aim.direction < 0 {
		wanted = "less"
	}
	n.on("measure.target", "{metric} is better {better}: is {wanted} wanted?", "confirm, or turn the target round",
		Param{"wanted", wanted}, Param{"metric", s.label()}, Param{"better", betterWord(s.metric.Better)})
}

func betterWord(b kpi.Better) string {
	if b == kpi.Lower {
		return "lower"
	}
	return "higher"
}

// isPast reports whether the baseline that was measured is past the target
// already: what looks like a way to the metric's bad side.
func (s *subject) isPast() bool {
	t := s.target()
	return t != nil && t.Kind == kpi.KindReach && !t.From.Given() && t.Change == "" && s.metric.Combine != kpi.Sum &&
		s.aim.from.Known() && s.aim.to.Known() && s.aim.direction == -betterSign(s.metric.Better)
}

func goalPercentAmbiguous(s *subject, n *notes) {
	t := s.target()
	if t == nil || !s.isPercentage() || !strings.HasSuffix(string(t.Change), "%") {
		return
	}
	change, ok := strings.CutSuffix(strings.TrimPrefix(string(t.Change), "+"), "%")
	from := float(s.aim.from)
	points := float(kpi.ValueOf(kpi.Num(change))) / 100
	if !ok || !finite(from) || !finite(points) {
		n.on("measure.target.change", "{change} of a rate: percent, or percentage points?", "write the value to reach", Param{"change", string(t.Change)})
		return
	}
	n.on("measure.target.change", "{change} of a rate: percent ({percent}), or percentage points ({points})?", "write the value to reach",
		Param{"change", string(t.Change)}, Param{"percent", s.show(float(s.aim.to))}, Param{"points", s.show(from + points)})
}
