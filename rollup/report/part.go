package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/goalkit/goalkit/goal"
)

// A Part is one of the things that a plan's strategies should have between them,
// and which of them are it. Looked at are strategies at work in some part of the
// quarter. Parts stand in the order of the constants.
type Part struct {
	Part       Service  `json:"part"`
	Present    bool     `json:"present"`
	Strategies []string `json:"strategies,omitempty"`
	Missing    []string `json:"missing,omitempty"` // of Execution: channels that no micro strategy works on
}

// A Service is a part of what a plan's strategies should cover.
type Service string

// The parts. A strategy belongs to one of the last three if its kind has one of the
// words that stand beside it, in capitals or not.
const (
	MacroLayer Service = "macro_strategies" // a macro strategy
	MicroLayer Service = "micro_strategies" // a micro strategy
	// Execution is a micro strategy for each channel that open goals name: on that
	// channel or, if it names none, for such a goal.
	Execution  Service = "channel_execution"
	Reporting  Service = "reporting"  // report, reports, reporting, dashboard, analytics, analysis, measurement
	Community  Service = "community"  // community, engagement, moderation, comments, replies
	Consulting Service = "consulting" // consulting, consultancy, consultation, advice, advisory, coaching, workshop
)

// words are the words in a strategy's kind that make it a part.
var words = map[Service][]string{
	Reporting:  {"report", "reports", "reporting", "dashboard", "analytics", "analysis", "measurement"},
	Community:  {"community", "engagement", "moderation", "comments", "replies"},
	Consulting: {"consulting", "consultancy", "consultation", "advice", "advisory", "coaching", "workshop"},
}

// parts returns what the plan's strategies cover.
func (v *view) parts(r *Report) []Part {
	of := func(service Service, belongs func(w *Work) bool) Part {
		part := Part{Part: service}
		for i := range r.Work {
			if w := &r.Work[i]; w.Phase != Scheduled && belongs(w) {
				part.Strategies = append(part.Strategies, w.ID)
			}
		}
		part.Present = len(part.Strategies) > 0
		return part
	}
	list := []Part{
		of(MacroLayer, func(w *Work) bool { return w.Level == goal.Macro }),
		of(MicroLayer, func(w *Work) bool { return w.Level == goal.Micro }),
		v.execution(of),
	}
	for _, service := range []Service{Reporting, Community, Consulting} {
		list = append(list, of(service, func(w *Work) bool { return says(w.Kind, words[service]) }))
	}
	return list
}

// execution returns which channels have a micro strategy.
func (v *view) execution(of func(Service, func(*Work) bool) Part) Part {
	var named unique
	for n := range v.h.All() {
		if v.open(n) {
			for _, channel := range channelsOf(n) {
				named.add(channel)
			}
		}
	}
	worked := make(map[string]bool)
	part := of(Execution, func(w *Work) bool {
		works := false
		for _, channel := range w.channels() {
			if w.Level == goal.Micro && named.seen[channel] {
				works, worked[channel] = true, true
			}
		}
		return works
	})
	for _, channel := range named.list {
		if !worked[channel] {
			part.Missing = append(part.Missing, channel)
		}
	}
	part.Present = len(part.Missing) == 0
	return part
}

// channels returns the channels that a strategy works on: its own or, if it names
// none, those of its goals.
func (w *Work) channels() []string {
	if w.Channel != "" {
		return []string{w.Channel}
	}
	var list []string
	for n := range w.node.Goals() {
		list = append(list, channelsOf(n)...)
	}
	return list
}

// says reports whether one of the words stands in a text, in capitals or not.
func says(text string, words []string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(words, word) {
			return true
		}
	}
	return false
}
