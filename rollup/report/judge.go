package report

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// A Test is what an experiment shows. All figures but counts are estimates, and
// none of them is a chance to win: package abtest says why.
type Test struct {
	ID       string    `json:"id"`
	Title    string    `json:"title,omitempty"`
	Goal     string    `json:"goal,omitempty"`
	Strategy string    `json:"strategy,omitempty"`
	Metric   string    `json:"metric,omitempty"`
	Rate     Estimate  `json:"rate,omitzero"`        // of the control
	Missing  int64     `json:"missing,omitempty"`    // people that the control has still to get
	RatioP   Estimate  `json:"ratioP,omitzero"`      // how often chance alone is as far from the planned shares of people
	Warns    bool      `json:"ratioWarns,omitempty"` // see [abtest.RatioCheck.Warns]
	Variants []Variant `json:"variants,omitempty"`
	Faults   []string  `json:"faults,omitempty"` // what is impossible about the plan or the counts
}

// A Variant is what an experiment shows of one variant. What cannot be said, as of
// an empty arm, is left out.
type Variant struct {
	Name    string         `json:"name"`
	Outcome abtest.Outcome `json:"outcome"`
	Reason  abtest.Reason  `json:"reason"`
	Missing int64          `json:"missing,omitempty"` // people that it has still to get
	Rate    Estimate       `json:"rate,omitzero"`

	// Lift is the difference to the control by the control's rate, and from LiftLow to
	// LiftHigh goes its interval at the plan's alpha, for one variant and one look.
	Lift     Estimate `json:"lift,omitzero"`
	LiftLow  Estimate `json:"liftLow,omitzero"`
	LiftHigh Estimate `json:"liftHigh,omitzero"`
	// P is the two-sided p-value for one variant, and Holm the one adjusted over all of
	// them. They are there once the people planned are, of tests that are read once.
	P    Estimate `json:"p,omitzero"`
	Holm Estimate `json:"holm,omitzero"`

	// From Low to High goes the always-valid interval of the difference of the rates,
	// of tests that may be looked at at any time.
	Low  Estimate `json:"low,omitzero"`
	High Estimate `json:"high,omitzero"`
}

// tests judges the experiments, in the policy's order.
func (v *view) tests() []Test {
	var list []Test
	for _, e := range v.policy.Experiments {
		m, _ := v.h.Catalogue().Metric(e.Metric)
		e.Plan.Better = cmp.Or(e.Plan.Better, m.Better)
		list = append(list, e.judge())
	}
	return list
}

func (e *Experiment) judge() Test {
	j := e.Plan.Judge(e.Control, e.Variants...)
	t := Test{
		ID: e.ID, Title: e.Title, Goal: e.Goal, Strategy: e.Strategy, Metric: e.Metric,
		Rate: rateOf(e.Control), Missing: e.missing(e.Control), Warns: j.Ratio.Warns(), Faults: faultsOf(j.Fault),
	}
	if j.Ratio.DF > 0 {
		t.RatioP = rounded(j.Ratio.P)
	}
	for i, verdict := range j.Verdicts {
		t.Variants = append(t.Variants, e.variant(i, verdict))
	}
	return t
}

func (e *Experiment) variant(i int, v abtest.Verdict) Variant {
	arm := e.Variants[i]
	out := Variant{
		Name: e.name(i), Outcome: v.Outcome, Reason: v.Reason,
		Missing: e.missing(arm), Rate: rateOf(arm),
	}
	if v.Reason == abtest.Impossible || e.Control.N == 0 || arm.N == 0 {
		return out
	}
	if lift := v.Rates.Lift; lift.Known {
		out.Lift = rounded(lift.Value)
		out.LiftLow, out.LiftHigh = rounded(lift.Interval.Low), rounded(lift.Interval.High)
	}
	if v.Reason == abtest.ByTest {
		out.P, out.Holm = rounded(v.Rates.P.TwoSided), rounded(v.P)
	}
	if v.Sequence != (abtest.Interval{}) {
		out.Low, out.High = rounded(v.Sequence.Low), rounded(v.Sequence.High)
	}
	return out
}

// name returns what a variant is called: the letters go from B for the first to Z,
// then numbers follow.
func (e *Experiment) name(i int) string {
	if i < len(e.Names) && e.Names[i] != "" {
		return e.Names[i]
	}
	if i < 'Z'-'A' {
		return string(rune('B' + i))
	}
	return fmt.Sprintf("variant %d", i+1)
}

// missing returns how many people of the plan an arm has still to get.
func (e *Experiment) missing(a abtest.Arm) int64 {
	if a.N < 0 || e.Plan.N <= a.N {
		return 0
	}
	return e.Plan.N - a.N
}

func rateOf(a abtest.Arm) Estimate {
	rate, ok := a.Rate()
	if !ok {
		return Estimate{}
	}
	return rounded(rate)
}

// faultsOf returns what is impossible about an experiment.
func faultsOf(err error) []string {
	var problems kpi.Problems
	if !errors.As(err, &problems) {
		return nil
	}
	var list []string
	for _, p := range problems {
		list = append(list, p.Error())
	}
	return list
}
