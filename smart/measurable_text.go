package smart

import (
	"math"
	"strings"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

func textNoQuantity(s *statement, n *notes) {
	if !s.quantified() && !s.isDeliverable() && !s.isHabit() && !s.isRanked() && !s.namesGrade() {
		if s.isObscure() {
			n.as(Warning)
		}
		n.at(Span{}, "no number says how much", "say by how much, or from which value to which")
	}
}

// namesGrade reports whether the text names a grade, as in "to an A", "a B+" or "2:1": a
// level that is no number.
func (s *statement) namesGrade() bool {
	before := ""
	for word := range strings.FieldsSeq(s.Text) {
		grade := strings.TrimRight(word, ".,;!+-")
		if grade == "2:1" || grade == "2:2" { // classes of a degree
			return true
		}
		if len(grade) == 1 && grade >= "A" && grade <= "F" && (before == "a" || before == "an") {
			return true
		}
		before = word
	}
	return false
}

func textNoBaseline(s *statement, n *notes) {
	if s.Kind.Value == Relative && !s.Baseline.Given() {
		n.at(s.withBy(s.Amount.Span), "{amount} of what?", "add the level that it starts from", Param{"amount", s.Amount.Span.Of(s.Text)})
	}
}

// withBy returns the words of an amount with the "by" before them.
func (s *statement) withBy(words Span) Span {
	const by = "by "
	if start := words.Start - len(by); start >= 0 && words.End <= len(s.Text) && strings.EqualFold(s.Text[start:words.Start], by) {
		words.Start = start
	}
	return words
}

// said returns the direction that the verb says by itself: up, down, or 0.
func (s *statement) said() sign {
	switch s.Verb.Value {
	case VerbUp:
		return 1
	case VerbDown:
		return -1
	}
	return 0
}

// ends returns the levels from which and to which it goes.
func (s *statement) ends() (from, to float64, ok bool) {
	switch {
	case !s.Baseline.Given() || s.LevelUnit.Given() && s.LevelUnit.Value != s.endUnit():
		return 0, 0, false // four hours to 30 minutes
	case s.Target.Given():
		to = float(kpi.ValueOf(s.Target.Value))
	case s.Kind.Value == ToValue:
		to = float(kpi.ValueOf(s.Amount.Value))
	default:
		return 0, 0, false
	}
	from = float(kpi.ValueOf(s.Baseline.Value))
	return from, to, finite(from) && finite(to)
}

// endUnit returns the unit of the level that it goes to.
func (s *statement) endUnit() string {
	switch {
	case s.Kind.Value == ToValue:
		return s.Unit.Value
	case s.TargetUnit.Given():
		return s.TargetUnit.Value
	}
	return s.LevelUnit.Value
}

func textNoChange(s *statement, n *notes) {
	from, to, ok := s.ends()
	none := s.Kind.Value == Relative || s.Kind.Value == Absolute && s.Verb.Value.moves()
	switch {
	case s.Direction.Value == Maintain:
	case ok && from == to:
		n.at(s.Amount.Span, "from {from} to {to} is no change", "set another level, or say to keep it", Param{"from", show.Digits(from)}, Param{"to", show.Digits(to)})
	case none && s.Amount.Given() && s.Amount.Value.Sign() == 0:
		n.at(s.withBy(s.Amount.Span), "{amount} is no change", "say how much, or to keep the level", Param{"amount", s.Amount.Span.Of(s.Text)})
	}
}

// debts are what may turn into its opposite, so that it can fall by more than all
// of it.
var debts = []string{"loss", "losses", "deficit", "gap"}

func textOutOfDomain(s *statement, n *notes) {
	if s.Kind.Value == Relative && s.Direction.Value == Decrease && s.Amount.Value.Cmp(kpi.Int(100)) > 0 && !s.has(debts...) {
		n.at(s.withBy(s.Amount.Span), "{amount} less is less than nothing", "check the number", Param{"amount", s.Amount.Span.Of(s.Text)})
		return
	}
	if s.Kind.Value != ToValue || s.known == nil || s.MetricID.Confidence != Explicit {
		return
	}
	b := goalBuilder{draft: s.Draft, kpi: *s.known}
	if !b.unitFits() {
		return
	}
	level := kpi.ValueOf(b.scaled(s.Amount.Value, s.Unit.Value))
	low, high := kpi.ValueOf(s.known.Low), kpi.ValueOf(s.known.High)
	if s.known.HardLow && low.Known() && level.Cmp(low) < 0 || s.known.HardHigh && high.Known() && level.Cmp(high) > 0 {
		n.at(s.Amount.Span, "{metric} cannot be {amount}", "check number and unit", Param{"metric", s.known.Name}, Param{"amount", s.Amount.Span.Of(s.Text)})
	}
}

func textDirectionConflict(s *statement, n *notes) {
	from, to, ok := s.ends()
	said := s.said()
	if !ok || said == 0 || from == to || (to > from) == (said > 0) || s.isReversed() {
		return
	}
	n.at(s.Verb.Span, "'{verb}', but from {from} to {to} goes {direction}", "swap the levels, or change the verb",
		Param{"verb", s.verb()}, Param{"from", show.Digits(from)}, Param{"to", show.Digits(to)}, Param{"direction", upOrDown(-said)})
}

// isReversed reports whether more of the metric may be a lower number: a rise in
// the ranking, more speed in seconds.
func (s *statement) isReversed() bool {
	return s.known != nil && s.known.Unit == kpi.Rank ||
		s.has("rank", "ranks", "ranking", "rankings", "position", "positions", "speed", "pace", "velocity")
}

func textPolarity(s *statement, n *notes) {
	said := s.said()
	if said == 0 || s.known == nil || s.isReversed() {
		return
	}
	if better := betterSign(s.known.Better); better == 0 || better == said {
		return
	}
	wanted := "more"
	if said < 0 {
		wanted = "less"
	}
	n.at(s.Metric.Span, "{metric} is better {better}: is {wanted} wanted?", "confirm, or turn the goal round",
		Param{"wanted", wanted}, Param{"metric", s.known.Name}, Param{"better", betterWord(s.known.Better)})
}

func textUnit(s *statement, n *notes) {
	if s.known == nil || s.MetricID.Confidence != Explicit || !s.Unit.Given() || s.Kind.Value == Relative {
		return
	}
	switch money := kpi.IsCurrency(s.Unit.Value); {
	case money && !s.known.Money() && s.known.Unit != kpi.Fraction && s.isBesideMetric():
		n.at(s.Amount.Span, "{metric} is not counted in {unit}", "write the number alone",
			Param{"metric", s.known.Name}, Param{"unit", s.Unit.Value})
	case !money && s.Unit.Value != "%" && s.known.Money() && s.Kind.Value == ToValue:
		n.as(Warning).at(s.Amount.Span, "{metric} in which currency?", "name the currency", Param{"metric", s.known.Name})
	}
}

// isBesideMetric reports whether the amount speaks of the metric and of nothing
// else: it follows it, or stands right before it.
func (s *statement) isBesideMetric() bool {
	return s.Amount.Span.Start > s.Metric.Span.Start || s.Metric.Span.Start-s.Amount.Span.End <= 1
}

func textPercentAmbiguous(s *statement, n *notes) {
	if s.Kind.Value == Relative && s.Unit.Value == "%" && s.isRate() && !s.Baseline.Given() && !s.Target.Given() {
		n.at(s.Amount.Span, "{amount} of a rate: percent, or percentage points?", "write the rate to reach", Param{"amount", s.Amount.Span.Of(s.Text)})
	}
}

// isRate reports whether the metric is a percentage itself.
func (s *statement) isRate() bool {
	if s.known != nil {
		return s.known.Unit == kpi.Fraction && !isMultiple(s.known)
	}
	return s.has("rate", "rates", "ratio", "share", "percentage") || strings.Contains(s.Baseline.Span.Of(s.Text), "%")
}

// isMultiple reports whether a quotient says how many times one thing is another and
// is no percentage, as the return on ad spend: it has no upper bound, and no name
// of a share.
func isMultiple(k *marketing.KPI) bool {
	name := strings.ToLower(k.Name)
	return k.Unit == kpi.Fraction && k.Low.Given() && k.Low.Sign() >= 0 && !k.High.Given() &&
		!strings.Contains(name, "rate") && !strings.Contains(name, "share") && !strings.Contains(name, "percent")
}

func comparatives(s *statement, n *notes) {
	if s.quantified() {
		return
	}
	for _, words := range s.marked(Comparison) {
		n.at(words, "'{words}' is a comparison and no number", "say how much", Param{"words", strings.TrimSpace(words.Of(s.Text))})
	}
}

// isShorthand reports whether a magnitude seems to be left out at one of the levels,
// as in "from 10 to 12k".
func (s *statement) isShorthand(from, to float64) bool {
	from, to = math.Abs(from), math.Abs(to)
	return max(from, to) >= 100*min(from, to) && float(kpi.ValueOf(s.Amount.Value)) < 1000
}

// largestSlip is by how many points a percentage may differ from the levels beside
// it, for both are rounded.
const largestSlip = 1

func arithmetic(s *statement, n *notes) {
	from, to, ok := s.ends()
	if !ok || s.Kind.Value != Relative || from == 0 || s.isShorthand(from, to) {
		return
	}
	stated := math.Abs(float(kpi.ValueOf(s.Amount.Value)))
	change, points := math.Abs(100*(to-from)/from), math.Abs(to-from)
	if !(math.Abs(stated-change) > largestSlip) || s.isRate() && math.Abs(stated-points) < 1e-9*stated {
		return
	}
	n.at(s.Amount.Span, "from {from} to {to} is {change}, not {stated}", "correct one of the two",
		Param{"from", show.Digits(from)}, Param{"to", show.Digits(to)}, Param{"change", show.Rate(change / 100)}, Param{"stated", show.Digits(stated) + "%"})
}
