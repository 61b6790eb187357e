package smart

import "github.com/goalkit/goalkit/kpi"

// A Draft is what a statement says, as far as it could be read. An empty slot
// means that the text does not say it. The zero Draft is that of no text.
type Draft struct {
	Text string // the statement as it was handed in
	On   Date   // the date it was read on

	Direction Slot[Direction]
	Verb      Slot[VerbClass] // what kind of word says so; its span is the head verb, or the noun of change
	Metric    Slot[string]    // the measured noun phrase, in lower case, without articles
	MetricID  Slot[string]    // the marketing KPI that it names; inferred if only its last words do

	Amount     Slot[kpi.Number] // of a range the lower end
	Kind       Slot[AmountKind]
	Unit       Slot[string] // "%", an ISO 4217 code, or a plural noun
	Per        Slot[string] // "week": the amount is one for each of these, a grain of the calendar or another noun such as "release"
	Comparator Slot[Comparator]
	Baseline   Slot[kpi.Number] // the level it starts from, as in "from 2% to 3%"
	LevelUnit  Slot[string]     // the unit of Baseline where the text gives it one: "from 3 hours to 90 minutes"
	Target     Slot[kpi.Number] // the level it goes to, where the amount is the change
	TargetUnit Slot[string]     // the unit of Target where the text gives it one

	Channel  Slot[string]   // the one that the goal is about
	Channels []Slot[string] // all that are named, in order

	Period   Slot[string]   // the phrase that ends the goal, as it stands in the text
	Calendar CalendarNeed   // what is needed to date the phrase where Deadline is empty
	Start    Slot[Date]     // the first day, where the phrase gives one
	Deadline Slot[Date]     // the last day
	Readings []Date         // other days that the phrase may mean
	Duration Slot[string]   // ISO 8601, as "P6W", where the phrase gives one
	Periods  []Slot[string] // all phrases that could end the goal, in order

	Milestone Slot[string] // what is to be completed, if that is all that is measured

	Clauses []Clause // the predicates; the draft speaks of one of them
	Marks   []Mark   // what else was noticed, in order
}

// A Span is a half-open range of bytes of the text, [Start, End), on rune
// boundaries. The zero Span is empty.
type Span struct{ Start, End int }

// IsEmpty reports whether s covers nothing.
func (s Span) IsEmpty() bool { return s.Start >= s.End }

// Of returns the part of text that s covers, "" if s is not a part of it.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.IsEmpty() {
		return ""
	}
	return text[s.Start:s.End]
}

// Contains reports whether all of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// A Slot is one thing that the statement says. The zero Slot is empty.
type Slot[T any] struct {
	Value      T
	Span       Span // where it was read; where it is inferred, what it was inferred from
	Confidence Confidence
}

// Given reports whether the slot is filled.
func (s Slot[T]) Given() bool { return s.Confidence != "" }

// A Confidence says how a slot was filled. The zero Confidence means that it was not.
type Confidence string

// The confidences.
const (
	Explicit Confidence = "explicit" // the text says it
	Inferred Confidence = "inferred" // it follows from what the text says, as the metric weight from "lose 5 kg"
	Default  Confidence = "default"  // a convention, as "by June" means the end of June
)

// A Direction is where the goal wants its metric. The zero Direction means that
// the text does not say.
type Direction string

// The directions.
const (
	Increase Direction = "increase"
	Decrease Direction = "decrease"
	Maintain Direction = "maintain"
	Do       Direction = "do" // an activity or a deliverable: publish, launch, walk
)

// An AmountKind says what the amount is. The zero AmountKind means that there is none.
type AmountKind string

// The kinds of amount.
const (
	Absolute AmountKind = "absolute" // units to add, remove, make or do
	Relative AmountKind = "relative" // a change in percent; double is 100
	ToValue  AmountKind = "to_value" // the level that the metric shall reach
)

// A Comparator is a bound that the text puts on the amount. The zero Comparator
// means that it puts none.
type Comparator string

// The comparators.
const (
	AtLeast  Comparator = ">="
	AtMost   Comparator = "<="
	MoreThan Comparator = ">"
	LessThan Comparator = "<"
)

// A CalendarNeed says why a period phrase could not be dated. The zero
// CalendarNeed means that nothing was needed.
type CalendarNeed string

// What a phrase may need to be dated.
const (
	NeedsFiscalYear CalendarNeed = "fiscal year" // when the fiscal year starts, see [Options]
	NeedsCalendar   CalendarNeed = "calendar"    // of semesters, seasons, sprints
	NeedsEvent      CalendarNeed = "event"       // when a launch or a conference is
)

// A Clause is one predicate of the statement, "grow sales by 5%".
type Clause struct {
	Span      Span
	Verb      Slot[VerbClass]
	Quantity  bool // it has an amount
	Metric    bool // it has a measured noun phrase
	Described bool // the draft speaks of this one
}
