package kpi

import (
	"cmp"
	"fmt"
	"strings"
)

// A Reason says what kind of fault a [Problem] is. Its text is the code that
// the JSON contract uses, so it can be stored, compared and translated. Reasons
// are constants: errors.Is(err, kpi.ErrNumber) finds them inside [Problems].
type Reason string

// The reasons of this package. Package goal adds those that speak of goals.
const (
	ErrNumber        Reason = "number"         // not a number, or out of range; see [Number]
	ErrPeriod        Reason = "period"         // not a period; see [ParsePeriod]
	ErrTime          Reason = "time"           // a bad date, instant, cadence or window
	ErrEnum          Reason = "enum"           // a word that is not one of those listed
	ErrMetric        Reason = "metric"         // a metric whose definition makes no sense
	ErrUnknownMetric Reason = "unknown_metric" // a metric that nobody defined
	ErrUnit          Reason = "unit"           // different units where one is needed
	ErrTarget        Reason = "target"         // a target that cannot be scored
	ErrEmptyID       Reason = "empty_id"       // an id is missing
	ErrDuplicateID   Reason = "duplicate_id"   // an id is used twice
	ErrObservation   Reason = "observation"    // a reading that contradicts itself or another
)

// Error returns the contract's code.
func (r Reason) Error() string { return string(r) }

// A Problem is one fault in what the caller handed in.
type Problem struct {
	Goal   string // the goal at fault; empty outside goals
	Field  string // where: the path from the goal, or from the whole input
	Reason Reason // what kind of fault
	Value  string // the offending value as it was written, cut at 64 bytes
	Detail string // what is wrong with it, for people
}

// Error returns the place, the offending value and what is wrong with it.
func (p *Problem) Error() string {
	place := p.Field
	if p.Goal != "" {
		place = strings.TrimSuffix("goal "+Clip(p.Goal)+": "+p.Field, ": ")
	}
	if place == "" {
		return p.Message()
	}
	return place + ": " + p.Message()
}

// Message returns the offending value and what is wrong with it.
func (p *Problem) Message() string {
	detail := cmp.Or(p.Detail, string(p.Reason))
	if p.Value == "" {
		return detail
	}
	return fmt.Sprintf("%q: %s", p.Value, detail)
}

// Unwrap returns the reason, so that errors.Is finds it.
func (p *Problem) Unwrap() error { return p.Reason }

// Problems lists faults in the order of the input.
type Problems []*Problem

// NewProblem returns a problem, with value cut by [Clip].
func NewProblem(goal, field string, reason Reason, value, detail string) *Problem {
	return &Problem{goal, field, reason, Clip(value), detail}
}

// Add appends a problem, with value cut by [Clip].
func (ps *Problems) Add(goal, field string, reason Reason, value, detail string) {
	*ps = append(*ps, NewProblem(goal, field, reason, value, detail))
}

// Error returns the problems, one a line; past the first twenty only their number.
func (ps Problems) Error() string {
	const most = 20
	lines := make([]string, 0, min(len(ps), most+1))
	for i, p := range ps {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(ps)-most))
			break
		}
		lines = append(lines, p.Error())
	}
	return strings.Join(lines, "\n")
}

// A Report is how a check hands over a fault; field is the path from what is
// checked.
type Report func(field string, reason Reason, value, detail string)

// Unwrap returns the single problems, so that errors.Is and errors.As reach them.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// Err returns ps as an error, or nil if it is empty.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// maxText is the most bytes of text that is looked at: numbers, dates, periods
// and the like are short, and anything longer is refused unread.
const maxText = 64

// Clip cuts text to a length that is safe to print in a [Problem]: 64 bytes and
// an ellipsis.
func Clip(text string) string {
	if len(text) <= maxText {
		return text
	}
	return strings.ToValidUTF8(text[:maxText], "") + "…"
}
