package smart

import (
	"strconv"

	"github.com/goalkit/goalkit/kpi"
)

func goalPast(s *subject, n *notes) {
	if s.live && s.over {
		n.on("period", "ended on {date}", "close the goal, or give it a new period", Param{"date", lastDay(s.node.Period())})
	}
}

func window(s *subject, n *notes) {
	p, t := s.node.Period(), s.thresholds
	length := Param{"days", strconv.Itoa(days(p.Start, p.End))}
	switch {
	case s.isMacro() && p.End.Before(kpi.Monthly.After(p.Start, t.MacroMonths)):
		n.on("period", "{days} days are short for a macro goal", "give it {months} months, or make it a micro goal",
			length, Param{"months", strconv.Itoa(t.MacroMonths)})
	case !s.isMacro() && p.End.After(kpi.Daily.After(p.Start, t.MicroDays)):
		n.on("period", "{days} days are too long for a micro goal", "split it into goals of at most {most} days",
			length, Param{"most", strconv.Itoa(t.MicroDays)})
	case p.End.Before(kpi.Daily.After(p.Start, t.ShortDays)):
		n.as(Hint).on("period", "{days} days are short", "give it {least} days or more", length, Param{"least", strconv.Itoa(t.ShortDays)})
	case s.goal.Cadence != "" && p.End.Before(s.goal.Cadence.After(p.Start, t.ShortCadences)):
		n.as(Hint).on("period", "{days} days are short for a look every {cadence}", "look more often, or choose a longer period",
			length, Param{"cadence", string(s.goal.Cadence)})
	}
}

func outsideParent(s *subject, n *notes) {
	p, i := s.node.Period(), -1
	for e := range s.node.Parents() {
		i++
		of := e.Parent.Period()
		if of.Encloses(p) {
			continue
		}
		message, late := "begins {days} days before '{goal}'", days(p.Start, of.Start)
		if p.End.After(of.End) {
			message, late = "ends {days} days after '{goal}'", days(of.End, p.End)
		}
		n.on(supports(i), message, "keep within {start} to {end}", Param{"days", strconv.Itoa(late)}, Param{"goal", e.Parent.ID()},
			Param{"start", isoDay(of.Start)}, Param{"end", lastDay(of)})
	}
}
