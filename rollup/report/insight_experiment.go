package report

import (
	"cmp"
	"slices"

	"github.com/goalkit/goalkit/internal/show"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// experimentRules are about what experiments show.
var experimentRules = []Rule{
	{
		Code: "test-invalid", Severity: Alert,
		Doc: "An experiment cannot be read: the arms did not get their shares of people (the chance of that is below 0.001, our choice), " +
			"or its plan or counts are impossible.",
		Text: "{test} cannot be read: {why}",
		find: testInvalid,
	},
	{
		Code: "test-decided", Severity: Note,
		Doc: "A variant is better or worse than the control, by the rules that were fixed before the start. " +
			"Better is a warning, for then something should change; worse is a note: the control stays. " +
			"Beside: the lift, from liftLow to liftHigh.",
		Text: "{test}: {variant} is {outcome} than the control, {rate} against {control}",
		find: testDecided,
	},
}

// title is an experiment, written by its title.
func (t *Test) title() Fact { return Fact{"test", t.ID, cmp.Or(t.Title, t.ID)} }

// about returns an insight about what an experiment is about.
func (t *Test) about() Insight {
	return Insight{Goal: t.Goal, Strategy: t.Strategy, Metric: t.Metric}
}

func testInvalid(_ *view, r *Report, add func(Insight)) error {
	for i := range r.Tests {
		t := &r.Tests[i]
		if why := t.invalid(); why != "" {
			found := t.about()
			found.Facts = []Fact{t.title(), word("why", why)}
			add(found)
		}
	}
	return nil
}

// invalid returns why an experiment cannot be read, "" if it can.
func (t *Test) invalid() string {
	if len(t.Faults) > 0 {
		return t.Faults[0]
	}
	i := slices.IndexFunc(t.Variants, func(v Variant) bool { return v.Outcome == abtest.Invalid })
	if i < 0 {
		return ""
	}
	return string(t.Variants[i].Reason)
}

func testDecided(_ *view, r *Report, add func(Insight)) error {
	for i := range r.Tests {
		t := &r.Tests[i]
		for _, v := range t.Variants {
			if v.Outcome != abtest.Better && v.Outcome != abtest.Worse {
				continue
			}
			found := t.about()
			if v.Outcome == abtest.Better {
				found.Severity = Warning
			}
			found.Facts = []Fact{
				t.title(), word("variant", v.Name), word("outcome", string(v.Outcome)), percent("rate", v.Rate), percent("control", t.Rate),
				percent("lift", v.Lift), percent("liftLow", v.LiftLow), percent("liftHigh", v.LiftHigh),
			}
			add(found)
		}
	}
	return nil
}

// percent is an estimate, written in percent.
func percent(name string, e Estimate) Fact {
	x, known := e.Float64()
	if !known {
		return word(name, "unknown")
	}
	return Fact{name, e.String(), show.Percent(x)}
}
