package smart

import "strings"

// A Finding is one piece of advice on a goal, a plan or a statement. It is a
// result and no error: the goal works all the same.
type Finding struct {
	Code      string    `json:"code"` // of the [Rule] that found it, as "measurable.no-quantity"
	Criterion Criterion `json:"criterion"`
	Severity  Severity  `json:"severity"`
	Message   string    `json:"message"`          // what is wrong, in English
	Fix       string    `json:"fix"`              // what to do about it
	Params    []Param   `json:"params,omitempty"` // the names and numbers in both, for another language

	Goal  string `json:"goal,omitempty"`  // the goal's id; "" of a whole plan and of a statement
	Field string `json:"field,omitempty"` // the path from the goal, as "measure.target"
	Span  Span   `json:"-"`               // the words of the statement; empty where something is missing
}

// Param returns the parameter of this name, "" if there is none.
func (f Finding) Param(name string) string { return paramOf(f.Params, name) }

// A Param is a name or number that a finding speaks of, as text for people.
type Param struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// A Criterion is one of the five letters of SMART. The zero Criterion is none.
type Criterion string

// The criteria.
const (
	Specific   Criterion = "specific"
	Measurable Criterion = "measurable"
	Achievable Criterion = "achievable"
	Relevant   Criterion = "relevant"
	TimeBound  Criterion = "time_bound"
)

// A Severity says how much a finding matters. The zero Severity is none.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the criterion is not met
	Warning Severity = "warning" // probably a fault
	Hint    Severity = "hint"    // worth a look
)

// penalty is what a finding takes from the 100 points of its criterion.
func (s Severity) penalty() int {
	switch s {
	case Error:
		return 100
	case Warning:
		return 30
	case Hint:
		return 10
	}
	return 0
}

// notes collects what the rules find, one rule at a time.
type notes struct {
	rule     *Rule
	severity Severity // of the next finding, instead of the rule's
	goal     string
	found    []Finding
}

// as gives the next finding a severity other than the rule's.
func (n *notes) as(s Severity) *notes {
	n.severity = s
	return n
}

// on notes a finding about a field of a goal. Message and fix hold the names of
// parameters in braces.
func (n *notes) on(field, message, fix string, params ...Param) {
	n.add(Finding{Field: field, Message: message, Fix: fix, Params: params})
}

// at notes a finding about some words of a statement; see on.
func (n *notes) at(words Span, message, fix string, params ...Param) {
	n.add(Finding{Span: words, Message: message, Fix: fix, Params: params})
}

func (n *notes) add(f Finding) {
	f.Code, f.Criterion, f.Severity, f.Goal = n.rule.Code, n.rule.Criterion, n.rule.Severity, n.goal
	if n.severity != "" {
		f.Severity = n.severity
	}
	n.severity = ""
	f.Message, f.Fix = filled(f.Message, f.Params), filled(f.Fix, f.Params)
	n.found = append(n.found, f)
}

// filled returns the template with its parameters in place.
func filled(template string, params []Param) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		var name string
		name, template, _ = strings.Cut(rest, "}")
		b.WriteString(paramOf(params, name))
	}
}

// paramOf returns the parameter of this name, "" if there is none.
func paramOf(params []Param, name string) string {
	for _, p := range params {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}
