package smart

import (
	"slices"
	"strings"
	"unicode"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// A statement is the draft that rules look at.
type statement struct {
	Draft
	known      *marketing.KPI // that the metric names, or nil
	thresholds Thresholds
}

func newStatement(d Draft) *statement {
	s := &statement{Draft: d, thresholds: Thresholds{}.orDefaults()}
	if k, ok := marketing.Find(d.MetricID.Value); ok && d.MetricID.Given() {
		s.known = &k
	}
	return s
}

// verb returns the head verb as it stands in the text.
func (s *statement) verb() string { return strings.ToLower(s.Verb.Span.Of(s.Text)) }

// marked returns the marks of a kind.
func (s *statement) marked(kind MarkKind) []Span {
	var spans []Span
	for _, m := range s.Marks {
		if m.Kind == kind {
			spans = append(spans, m.Span)
		}
	}
	return spans
}

// quantified reports whether there is an amount, or a level to reach.
func (s *statement) quantified() bool { return s.Amount.Given() || s.Target.Given() }

// pinned reports whether verb, metric and quantity are all there, so that vague
// words beside them do no harm.
func (s *statement) pinned() bool { return s.Verb.Given() && s.Metric.Given() && s.quantified() }

// inMetric reports whether words are part of the metric's name.
func (s *statement) inMetric(words Span) bool {
	return s.Metric.Given() && s.Metric.Span.Contains(words)
}

// isCovered reports whether words lie in one of some spans, which stand in order
// and do not overlap.
func isCovered(words Span, spans []Span) bool {
	i, found := slices.BinarySearchFunc(spans, words.Start, func(s Span, start int) int { return s.Start - start })
	if !found {
		i--
	}
	return i >= 0 && spans[i].Contains(words)
}

// isWork reports whether the verb says what is done, not what comes of it.
func (s *statement) isWork() bool { return s.Verb.Value == VerbDo || s.Verb.Value == VerbComplete }

// isCounted reports whether something is counted: in a unit that is no percentage,
// of an activity, or by a rank.
func (s *statement) isCounted() bool {
	counted := s.Unit.Given() || s.isWork() && s.Amount.Given()
	return counted && s.Unit.Value != "%" || s.isHabit() || s.isRanked()
}

// isHabit reports whether work is to be done every so often, which is a number.
func (s *statement) isHabit() bool { return s.isWork() && len(s.marked(Frequency)) > 0 }

// rankings are words of texts in which a rank is a place in a list that can be
// looked up.
var rankings = []string{
	"rank", "ranks", "ranked", "ranking", "rankings", "position", "positions", "serp", "serps",
	"google", "bing", "search", "keyword", "keywords", "query", "queries",
}

// isRanked reports whether a place in a ranking is wanted, as in "rank in the top
// 3 for this keyword".
func (s *statement) isRanked() bool {
	if len(s.marked(Rank)) == 0 {
		return false
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(s.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(rankings, word) {
			return true
		}
	}
	return false
}

// isDeliverable reports whether it is about something to be completed, which needs
// no number: a milestone, or whatever a verb of completion says, with a date.
func (s *statement) isDeliverable() bool {
	complete := s.Verb.Value == VerbComplete && s.isDated() && !s.Metric.Given() && len(s.marked(VagueTerm)) == 0
	return s.Milestone.Given() || complete
}

// isObscure reports whether the statement has an end and no word that says what
// it is about: then it may be a deliverable in words that the lexicon lacks.
func (s *statement) isObscure() bool {
	return s.isDated() && !s.Verb.Given() && !s.Metric.Given() && len(s.marked(VagueTerm)) == 0
}

// smallWords hold a sentence together, or say whose goal it is, and name nothing
// to measure.
var smallWords = []string{
	"with", "from", "than", "that", "this", "these", "those", "more", "less", "fewer", "their", "your", "will", "shall",
	"into", "over", "least", "most", "want", "would", "like", "have", "been", "each", "every", "when", "then", "also", "going", "plan", "goal", "hope", "hoping", "trying", "need",
	"company", "business", "firm", "organisation", "organization", "agency", "startup", "team", "brand",
}

// leavesWords reports whether the text has words that were read as nothing, of
// which one may name what is measured.
func (s *statement) leavesWords() bool {
	read := s.read()
	at := 0
	for word := range strings.FieldsFuncSeq(s.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		start := at + strings.Index(s.Text[at:], word)
		at = start + len(word)
		long := len(word) >= 4 || len(word) >= 2 && word == strings.ToUpper(word)
		if long && !isCovered(Span{start, at}, read) && !slices.Contains(smallWords, strings.ToLower(word)) {
			return true
		}
	}
	return false
}

// read returns the words that were read as something, in order, as spans that do
// not overlap.
func (s *statement) read() []Span {
	spans := []Span{
		s.Verb.Span, s.Amount.Span, s.Unit.Span, s.Per.Span, s.Comparator.Span,
		s.Baseline.Span, s.Target.Span, s.Channel.Span, s.Period.Span,
	}
	for _, p := range s.Periods {
		spans = append(spans, p.Span)
	}
	for _, m := range s.Marks {
		spans = append(spans, m.Span)
	}
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	merged := spans[:1]
	for _, next := range spans[1:] {
		if last := &merged[len(merged)-1]; next.Start < last.End {
			last.End = max(last.End, next.End)
		} else if !next.IsEmpty() {
			merged = append(merged, next)
		}
	}
	return merged
}

// isActivity reports whether what is counted is work.
func (s *statement) isActivity() bool {
	return s.isWork() && s.Direction.Value == Do && (s.quantified() || s.isHabit())
}

// isDated reports whether some phrase could end the goal, dated or not.
func (s *statement) isDated() bool {
	return s.Period.Given() || s.Deadline.Given() || len(s.Periods) > 0
}

// words returns the number of words of the text.
func (s *statement) words() int {
	count := 0
	for range strings.FieldsSeq(s.Text) {
		count++
	}
	return count
}

// has reports whether the metric's name has one of some words.
func (s *statement) has(words ...string) bool {
	if !s.Metric.Given() {
		return false
	}
	for word := range strings.FieldsFuncSeq(s.Metric.Value, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(words, word) {
			return true
		}
	}
	return false
}
