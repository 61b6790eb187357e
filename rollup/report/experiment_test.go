package report_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// button is a test of a call to action with these arms, 2,400 people in each.
func button(control abtest.Arm, variants ...abtest.Arm) report.Experiment {
	return report.Experiment{
		ID: "button", Title: "The button", Goal: "blog-leads", Strategy: "posting", Metric: "leads",
		Plan: abtest.Plan{N: 2400}, Control: control, Variants: variants,
	}
}

func trying(e ...report.Experiment) *world {
	w := agency(posting())
	w.policy.Experiments = e
	return w
}

// The figures are those of package abtest, which are tested there against R.
func TestExperimentIsJudged(t *testing.T) {
	e := button(abtest.Arm{Conversions: 120, N: 2400}, abtest.Arm{Conversions: 168, N: 2400}, abtest.Arm{Conversions: 119, N: 2400})
	e.Names = []string{"red", ""}
	r := trying(e).report(t, report.Week, "2026-02-01")
	require.Len(t, r.Tests, 1)
	got := r.Tests[0]
	assert.Equal(t, "button The button blog-leads posting leads 0.05 1", joined(got.ID, got.Title, got.Goal, got.Strategy, got.Metric, got.Rate.String(), got.RatioP.String()))
	red, second := got.Variants[0], got.Variants[1]
	assert.Equal(t, "red better 0.07 0.4", joined(red.Name, string(red.Outcome), red.Rate.String(), red.Lift.String()))
	assert.Equal(t, abtest.ByTest, red.Reason)
	assert.Equal(t, "C no_difference_shown 0.0495833", joined(second.Name, string(second.Outcome), second.Rate.String()))

	want, err := abtest.CompareRates(e.Control, e.Variants[0], 0.05)
	require.NoError(t, err)
	p, _ := red.P.Float64()
	adjusted, _ := red.Holm.Float64()
	low, _ := red.LiftLow.Float64()
	assert.InEpsilon(t, want.P.TwoSided, p, 1e-5)
	assert.InEpsilon(t, 2*want.P.TwoSided, adjusted, 1e-5, "Holm: the smaller of two")
	assert.InEpsilon(t, want.Lift.Interval.Low, low, 1e-5)
	assert.False(t, red.Low.Known(), "it is read once")

	insights := found(r, "test-decided")
	require.Len(t, insights, 1)
	assert.Equal(t, "The button: red is better than the control, 7% against 5%", insights[0].Message)
	assert.Equal(t, report.Warning, insights[0].Severity)
	assert.Equal(t, "blog-leads", insights[0].Goal)
	for _, insight := range r.Insights {
		assert.NotContains(t, insight.Message, "chance to win")
	}
}

func TestExperimentSaysWhatIsMissing(t *testing.T) {
	got := trying(button(abtest.Arm{Conversions: 50, N: 1000}, abtest.Arm{N: 1100})).report(t, report.Week, "2026-02-01").Tests[0]
	assert.Equal(t, int64(1400), got.Missing)
	assert.Equal(t, int64(1300), got.Variants[0].Missing)
	assert.Equal(t, abtest.TooEarly, got.Variants[0].Outcome)
	assert.False(t, got.Variants[0].P.Known() || got.Variants[0].Holm.Known(), "no test was made")

	empty := trying(button(abtest.Arm{}, abtest.Arm{})).report(t, report.Week, "2026-02-01").Tests[0]
	assert.Equal(t, abtest.TooEarly, empty.Variants[0].Outcome)
	assert.False(t, empty.Rate.Known() || empty.RatioP.Known() || empty.Variants[0].Rate.Known() || empty.Variants[0].P.Known())
}

// Who looks at any time gets an interval that allows it.
func TestExperimentThatIsLookedAtOften(t *testing.T) {
	e := button(abtest.Arm{Conversions: 60, N: 1200}, abtest.Arm{Conversions: 160, N: 1200})
	e.Plan.Peek = true
	variant := trying(e).report(t, report.Week, "2026-02-01").Tests[0].Variants[0]
	assert.Equal(t, abtest.Better, variant.Outcome, "before all are there")
	low, _ := variant.Low.Float64()
	high, _ := variant.High.Float64()
	assert.Greater(t, low, 0.0)
	assert.InDelta(t, 2*100.0/1200, low+high, 1e-6, "around the difference")
	assert.False(t, variant.Holm.Known())
}

// Of a metric that is to fall, fewer are better, unless the plan says otherwise.
func TestExperimentKnowsWhichWayIsBetter(t *testing.T) {
	e := button(abtest.Arm{Conversions: 168, N: 2400}, abtest.Arm{Conversions: 120, N: 2400})
	outcome := func() abtest.Outcome {
		return trying(e).report(t, report.Week, "2026-02-01").Tests[0].Variants[0].Outcome
	}
	assert.Equal(t, abtest.Worse, outcome(), "leads")
	e.Metric = "unsubscribe_rate"
	assert.Equal(t, abtest.Better, outcome())
	e.Plan.Better = kpi.Higher
	assert.Equal(t, abtest.Worse, outcome())
}

// What is impossible is said of that experiment, and the report is made.
func TestExperimentThatCannotBeRead(t *testing.T) {
	shares := button(abtest.Arm{Conversions: 100, N: 3000}, abtest.Arm{Conversions: 100, N: 2400})
	counts := button(abtest.Arm{Conversions: 9, N: 8}, abtest.Arm{N: -1})
	counts.ID, counts.Title, counts.Plan.N = "bad", "", 0
	nothing := report.Experiment{ID: "nothing"}
	r := trying(shares, counts, nothing).report(t, report.Week, "2026-02-01")
	assert.Equal(t, abtest.WrongShares, r.Tests[0].Variants[0].Reason)
	assert.True(t, r.Tests[0].Warns)
	assert.Len(t, r.Tests[1].Faults, 3)
	assert.Equal(t, abtest.Impossible, r.Tests[1].Variants[0].Reason)
	assert.Zero(t, r.Tests[1].Variants[0].Missing)
	assert.NotEmpty(t, r.Tests[2].Faults)

	insights := found(r, "test-invalid")
	require.Len(t, insights, 3)
	assert.Equal(t, "The button cannot be read: the arms did not get their shares of people", insights[0].Message)
	assert.Equal(t, report.Alert, insights[0].Severity)
}

func TestExperimentsAreChecked(t *testing.T) {
	good := button(abtest.Arm{}, abtest.Arm{})
	bad := report.Experiment{Goal: "hope", Strategy: "prayer", Metric: "faith", Names: []string{"one"}}
	h, err := goal.New(agency(posting()).plan, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	at, err := h.Moment("2026-02-01")
	require.NoError(t, err)
	_, err = report.Policy{Experiments: []report.Experiment{good, good, bad}}.Weekly(h, &kpi.Ledger{}, at)
	var problems kpi.Problems
	require.True(t, errors.As(err, &problems))
	var got []string
	for _, p := range problems {
		got = append(got, joined(p.Field, string(p.Reason), p.Value))
	}
	assert.Equal(t, []string{
		"experiments[1].id duplicate_id button",
		"experiments[2].id empty_id ",
		"experiments[2].goal unknown_goal hope",
		"experiments[2].strategy enum prayer",
		"experiments[2].metric unknown_metric faith",
		"experiments[2].names enum 1",
	}, got)
}
