package report

import (
	"slices"
	"strings"

	"github.com/goalkit/goalkit/goal"
)

// coverRules are about what the plan leaves out.
var coverRules = []Rule{
	{
		Code: "channel-uncovered", Severity: Note,
		Doc: "A macro goal that names no channel is pursued on some of the report's channels and not on others: " +
			"neither a goal below it nor a strategy names them.",
		Text: "nothing serves {goal} on {channels}",
		find: channelUncovered,
	},
	missing(MacroLayer, "package-no-macro-strategy", Warning, "no macro strategy was at work in the quarter"),
	missing(MicroLayer, "package-no-micro-strategy", Warning, "no micro strategy was at work in the quarter"),
	{
		Code: "package-channel-idle", Severity: Warning,
		Doc: "Quarterly: no micro strategy was at work on a channel that open goals name, though some were on others. " +
			"See [Execution].",
		Text: "no micro strategy was at work on {channel} in the quarter, which goals of the plan name",
		find: channelIdle,
	},
	missing(Reporting, "package-no-reporting", Note, "no strategy for reporting was at work in the quarter"),
	missing(Community, "package-no-community", Note, "no strategy for community management was at work in the quarter"),
	missing(Consulting, "package-no-consulting", Note, "no strategy for consulting was at work in the quarter"),
}

func channelUncovered(v *view, r *Report, add func(Insight)) error {
	if r.Coverage == nil {
		return nil
	}
	for _, row := range r.Coverage.Rows {
		n, _ := v.h.Node(row.Goal)
		gaps := len(row.Gaps)
		if gaps == 0 || gaps == len(row.Cells) || n.Level() != goal.Macro || !slices.Equal(channelsOf(n), []string{""}) {
			continue
		}
		add(Insight{Goal: row.Goal, Facts: []Fact{name("goal", n), word("channels", strings.Join(row.Gaps, ", "))}})
	}
	return nil
}

// missing returns the rule that a part of the plan's strategies must be there.
func missing(service Service, code string, severity Severity, text string) Rule {
	doc := "Quarterly: no strategy that was at work in some part of the quarter is one of " + string(service) + "."
	return Rule{Code: code, Severity: severity, Doc: doc, Text: text, find: func(_ *view, r *Report, add func(Insight)) error {
		if part := r.part(service); part != nil && !part.Present {
			add(Insight{})
		}
		return nil
	}}
}

// part returns one of the parts, nil if the report does not look at them.
func (r *Report) part(service Service) *Part {
	i := slices.IndexFunc(r.Package, func(p Part) bool { return p.Part == service })
	if i < 0 {
		return nil
	}
	return &r.Package[i]
}

func channelIdle(_ *view, r *Report, add func(Insight)) error {
	part := r.part(Execution)
	if part == nil || !r.part(MicroLayer).Present {
		return nil
	}
	for _, channel := range part.Missing {
		add(Insight{Channel: channel, Facts: []Fact{word("channel", channel)}})
	}
	return nil
}
