package smart

import "strings"

func noDeadline(s *statement, n *notes) {
	if !s.isDated() {
		n.at(Span{}, "nothing says until when", "add a date, such as 'by the end of the next quarter'")
	}
}

func vagueDeadline(s *statement, n *notes) {
	for _, words := range s.marked(VagueTime) {
		n.at(words, "'{words}' is no date", "name a date", Param{"words", words.Of(s.Text)})
	}
}

func textPast(s *statement, n *notes) {
	if s.Deadline.Given() && s.Deadline.Value < s.On {
		n.as(Warning).at(s.Deadline.Span, "ended on {date}", "set a new date", Param{"date", string(s.Deadline.Value)})
	}
}

func ambiguousDeadline(s *statement, n *notes) {
	if !s.Period.Given() {
		return
	}
	switch {
	case !s.Deadline.Given() && s.Calendar != "":
		n.at(s.Period.Span, "'{words}' cannot be dated: it needs {need}", "write the date", Param{"words", s.Period.Value}, Param{"need", need(s.Calendar)})
	case s.Deadline.Given() && len(s.Readings) > 0:
		others := make([]string, len(s.Readings))
		for i, r := range s.Readings {
			others[i] = string(r)
		}
		n.at(s.Period.Span, "'{words}' is read as {date}; it may mean {others}", "confirm, or write the date",
			Param{"words", s.Period.Value}, Param{"date", string(s.Deadline.Value)}, Param{"others", strings.Join(others, " or ")})
	}
}

// need returns what is needed to date a phrase, in words.
func need(c CalendarNeed) string {
	switch c {
	case NeedsFiscalYear:
		return "the start of the fiscal year"
	case NeedsEvent:
		return "the day of the event"
	}
	return "a calendar"
}

func frequencyOnly(s *statement, n *notes) {
	if often := s.marked(Frequency); len(often) > 0 && !s.isDated() {
		n.at(often[0], "'{words}' says how often, not until when", "add a date", Param{"words", often[0].Of(s.Text)})
	}
}
