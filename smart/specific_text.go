package smart

import (
	"slices"
	"strconv"
	"strings"
)

// placeholders are errors where they stand for what is measured, how much or until
// when. Of a goal that has all three, who shall reach it can be filled in later.
func placeholders(s *statement, n *notes) {
	for _, words := range s.marked(Placeholder) {
		out := n
		if s.quantified() && s.isDated() && s.isDoer(words) {
			out = n.as(Warning)
		}
		out.at(words, "'{words}' is not filled in", "put the number, name or date in its place", Param{"words", words.Of(s.Text)})
	}
}

// isDoer reports whether words in brackets are the subject of the verb and not
// what is measured: "[Name] will walk 500 metres".
func (s *statement) isDoer(words Span) bool {
	before, end := strings.TrimSpace(s.Text[:words.Start]), s.Verb.Span.Start
	opens := before == "" || strings.HasSuffix(before, ",")
	if !opens || s.Text[words.Start] != '[' || !s.Verb.Given() || end < words.End {
		return false
	}
	for word := range strings.FieldsSeq(s.Text[words.End:end]) {
		if !slices.Contains(auxiliaries, strings.ToLower(word)) {
			return false
		}
	}
	return !s.isMeasured(words)
}

// auxiliaries are the words between a subject and the verb that counts.
var auxiliaries = []string{
	"will", "shall", "should", "must", "can", "would", "is", "to", "be", "able", "going", "like", "likes", "wants", "aims", "plans", "hopes", "needs",
}

// isMeasured reports whether words in brackets are, or may be, what is measured.
func (s *statement) isMeasured(words Span) bool {
	if s.Metric.Given() {
		return words.Contains(s.Metric.Span) || s.inMetric(words)
	}
	return !s.isCounted()
}

// vagueNouns are what can be raised by a percentage in words only. They are few:
// most nouns that sound vague are metrics somewhere.
var vagueNouns = []string{"effectiveness", "success", "excellence", "greatness", "results"}

func textNoMetric(s *statement, n *notes) {
	switch {
	case s.isDeliverable() || s.isCounted() || s.namesGrade():
	case !s.Metric.Given():
		if s.isObscure() || s.isDated() && s.quantified() && s.leavesWords() {
			n.as(Warning)
		}
		n.at(Span{}, "nothing to measure is named", "name a KPI, or what is counted")
	case s.Kind.Value == Relative && !s.MetricID.Given() && s.has(vagueNouns...):
		n.at(s.Metric.Span, "'{metric}' cannot be measured", "name the KPI that shows it", Param{"metric", s.Metric.Value})
	}
}

func textVagueVerb(s *statement, n *notes) {
	if s.quantified() || s.isDeliverable() {
		return
	}
	words := s.marked(VagueVerb)
	if len(words) == 0 && (s.Verb.Value == VerbImprove || s.Verb.Value == VerbHelp) {
		words = []Span{s.Verb.Span}
	}
	for _, verb := range words {
		n.at(verb, "'{verb}' does not say how much", "say from what level to which", Param{"verb", verb.Of(s.Text)})
	}
}

func vagueTerms(s *statement, n *notes) {
	if s.pinned() {
		return
	}
	for _, words := range s.marked(VagueTerm) {
		if !s.inMetric(words) || !s.MetricID.Given() {
			n.at(words, "'{words}' is open to reading", "put a KPI or a number in its place", Param{"words", words.Of(s.Text)})
		}
	}
}

func hedges(s *statement, n *notes) {
	escapes := s.marked(Escape)
	for _, words := range escapes {
		n.as(Warning).at(words, "'{words}' is a way out", "leave it out", Param{"words", words.Of(s.Text)})
	}
	for _, words := range s.marked(Hedge) {
		frames := !s.Verb.Given() || words.Start <= s.Verb.Span.Start
		if frames && !isCovered(words, escapes) {
			n.at(words, "'{words}' is a wish", "say what will be done", Param{"words", words.Of(s.Text)})
		}
	}
}

func openEnds(s *statement, n *notes) {
	for _, words := range s.marked(OpenEnd) {
		n.at(words, "the list is open: '{words}'", "name all that belongs to it", Param{"words", words.Of(s.Text)})
	}
}

func multipleGoals(s *statement, n *notes) {
	var goals []Clause
	means := s.marked(Means)
	for _, c := range s.Clauses {
		if c.Verb.Given() && (c.Quantity || c.Metric) && !isCovered(c.Verb.Span, means) {
			goals = append(goals, c)
		}
	}
	if len(goals) < 2 {
		return
	}
	second := goals[1].Span
	n.at(second, "{count} goals in one; '{words}' is another", "make a goal of each",
		Param{"count", strconv.Itoa(len(goals))}, Param{"words", second.Of(s.Text)})
}

func textChannelMissing(s *statement, n *notes) {
	if s.known != nil && channelBound(s.known) && !s.Channel.Given() && len(s.Channels) == 0 {
		n.at(s.Metric.Span, "{metric} of which channel?", "name the channel", Param{"metric", s.known.Name})
	}
}

func textActivity(s *statement, n *notes) {
	if s.isActivity() {
		n.at(s.Verb.Span, "'{verb}' is work, not its effect", "name the KPI that it should move", Param{"verb", s.verb()})
	}
}

func absolutes(s *statement, n *notes) {
	if s.pinned() || s.has("compliance", "completion", "adherence", "uptime", "availability", "coverage", "attendance") {
		return
	}
	often := s.marked(Frequency)
	for _, words := range s.marked(Universal) {
		if !s.inMetric(words) && !isCovered(words, often) && !s.Period.Span.Contains(words) {
			n.at(words, "'{words}' can rarely be shown", "set a threshold, such as 95%", Param{"words", words.Of(s.Text)})
		}
	}
}

func superlatives(s *statement, n *notes) {
	if s.pinned() || s.isRanked() || s.known != nil && s.known.ID == "avg_position" {
		return
	}
	for _, kind := range []MarkKind{Superlative, Rank} {
		for _, words := range s.marked(kind) {
			if !s.inMetric(words) {
				n.at(words, "'{words}' is a rank without a measure", "name the ranking and the place in it", Param{"words", words.Of(s.Text)})
			}
		}
	}
}

func noVerb(s *statement, n *notes) {
	if !s.Verb.Given() && !s.isDeliverable() {
		n.at(Span{}, "no verb says what is to happen", "begin with a verb, such as 'increase'")
	}
}

func tooLong(s *statement, n *notes) {
	if count := s.words(); count > s.thresholds.Words {
		n.at(Span{}, "{count} words are hard to keep in mind", "move how and why to the notes", Param{"count", strconv.Itoa(count)})
		return
	}
	for _, words := range s.marked(FurtherText) {
		n.at(words, "more than one sentence", "move how and why to the notes")
		return
	}
}
