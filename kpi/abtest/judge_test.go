package abtest_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestJudge(t *testing.T) {
	type arm = abtest.Arm
	plan := abtest.Plan{N: 2000}
	lower := abtest.Plan{N: 2000, Better: kpi.Lower}
	strict := abtest.Plan{N: 2000, Alpha: 0.01}
	peek := abtest.Plan{N: 2000, Peek: true}
	uneven := abtest.Plan{N: 2000, Shares: []float64{0.8, 0.2}}
	tests := []struct {
		name             string
		plan             abtest.Plan
		control, variant arm
		outcome          abtest.Outcome
		reason           abtest.Reason
	}{
		{"better", plan, arm{120, 2400}, arm{156, 2400}, abtest.Better, abtest.ByTest}, // p = 0.0256
		{"worse", plan, arm{156, 2400}, arm{120, 2400}, abtest.Worse, abtest.ByTest},
		{"lower is better", lower, arm{156, 2400}, arm{120, 2400}, abtest.Better, abtest.ByTest},
		{"lower is better, and it rose", lower, arm{120, 2400}, arm{156, 2400}, abtest.Worse, abtest.ByTest},
		{"at one in a hundred", strict, arm{120, 2400}, arm{156, 2400}, abtest.NoDifference, abtest.ByTest},
		{"no difference", plan, arm{120, 2400}, arm{130, 2400}, abtest.NoDifference, abtest.ByTest},
		{"the same", plan, arm{120, 2400}, arm{120, 2400}, abtest.NoDifference, abtest.ByTest},
		{"one person short", plan, arm{120, 2400}, arm{300, 1999 + 300}, abtest.Better, abtest.ByTest},
		{"variant short", plan, arm{120, 2000}, arm{300, 1999}, abtest.TooEarly, abtest.BelowPlan},
		{"control short", plan, arm{120, 1999}, arm{300, 2000}, abtest.TooEarly, abtest.BelowPlan},
		{"nobody yet", plan, arm{}, arm{}, abtest.TooEarly, abtest.BelowPlan},
		{"nobody in the variant", plan, arm{1, 5}, arm{}, abtest.TooEarly, abtest.BelowPlan},
		{"nobody converts", plan, arm{0, 2400}, arm{0, 2400}, abtest.NoDifference, abtest.NotVarying},
		{"everybody converts", plan, arm{2400, 2400}, arm{2400, 2400}, abtest.NoDifference, abtest.NotVarying},
		{"a handful", plan, arm{0, 2400}, arm{9, 2400}, abtest.NoDifference, abtest.FewCounts}, // 4.5 expected, p = 0.003
		{"just enough", plan, arm{0, 2400}, arm{10, 2400}, abtest.Better, abtest.ByTest},
		{"a handful in the small arm", uneven, arm{3, 8000}, arm{9, 2000}, abtest.NoDifference, abtest.FewCounts}, // 2.4 expected
		{"all but a handful", plan, arm{2400, 2400}, arm{2391, 2400}, abtest.NoDifference, abtest.FewCounts},
		{"all against none", plan, arm{0, 2400}, arm{2400, 2400}, abtest.Better, abtest.ByTest},
		{"people were lost", plan, arm{120, 2400}, arm{156, 2100}, abtest.Invalid, abtest.WrongShares},
		{"too few to tell whether", uneven, arm{1, 8}, arm{1, 12}, abtest.TooEarly, abtest.BelowPlan}, // 16 and 4 expected
		{"one lost all", plan, arm{120, 2400}, arm{}, abtest.Invalid, abtest.WrongShares},
		{"uneven as planned", uneven, arm{400, 8000}, arm{130, 2000}, abtest.Better, abtest.ByTest},
		{"even against the plan", uneven, arm{120, 2400}, arm{156, 2400}, abtest.Invalid, abtest.WrongShares},

		{"early, and large", peek, arm{40, 1000}, arm{100, 1000}, abtest.Better, abtest.BySequence},
		{"early, and large and bad", peek, arm{100, 1000}, arm{40, 1000}, abtest.Worse, abtest.BySequence},
		{"early", peek, arm{40, 1000}, arm{60, 1000}, abtest.TooEarly, abtest.NotYetShown},
		{"the price of looking", peek, arm{120, 2400}, arm{156, 2400}, abtest.NoDifference, abtest.BySequence},
		{"early, and few", peek, arm{0, 10}, arm{10, 10}, abtest.TooEarly, abtest.FewCounts},
		{"few to the end", peek, arm{0, 2400}, arm{60, 2400}, abtest.NoDifference, abtest.FewCounts},
		{"early, and few in the variant", peek, arm{60, 1000}, arm{4, 1000}, abtest.TooEarly, abtest.FewCounts},
		{"early, and just enough", peek, arm{60, 1000}, arm{5, 1000}, abtest.Worse, abtest.BySequence},
		{"peeking at nobody", peek, arm{}, arm{}, abtest.TooEarly, abtest.FewCounts},
		{"peeking where people were lost", peek, arm{120, 1200}, arm{156, 1000}, abtest.Invalid, abtest.WrongShares},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			j := test.plan.Judge(test.control, test.variant)
			require.NoError(t, j.Fault)
			require.Len(t, j.Verdicts, 1)
			v := j.Verdicts[0]
			assert.Equal(t, test.outcome, v.Outcome)
			assert.Equal(t, test.reason, v.Reason)
			allFinite(t, v.Rates)
			if test.control.N == 0 || test.variant.N == 0 {
				nothing := abtest.Rates{Interval: abtest.Interval{Low: -1, High: 1}, P: abtest.PValues{TwoSided: 1, Greater: 1, Less: 1}}
				assert.Equal(t, nothing, v.Rates)
			}
			if test.reason == abtest.ByTest {
				assert.Equal(t, v.Rates.P.TwoSided, v.P)
			} else {
				assert.Equal(t, 1.0, v.P)
			}
		})
	}
}

func TestJudgeSeveral(t *testing.T) {
	control := abtest.Arm{Conversions: 120, N: 2400}
	same := abtest.Arm{Conversions: 121, N: 2400}
	good := abtest.Arm{Conversions: 156, N: 2400} // p = 0.0256 alone
	best := abtest.Arm{Conversions: 200, N: 2400}
	plan := abtest.Plan{N: 2400}

	j := plan.Judge(control, same, good, best)
	assert.Equal(t, []abtest.Outcome{abtest.NoDifference, abtest.NoDifference, abtest.Better}, outcomes(j))
	raw := []float64{j.Verdicts[0].Rates.P.TwoSided, j.Verdicts[1].Rates.P.TwoSided, j.Verdicts[2].Rates.P.TwoSided}
	adjusted, err := abtest.Holm(raw)
	require.NoError(t, err)
	for i, v := range j.Verdicts {
		assert.Equal(t, adjusted[i], v.P)
	}
	assert.Equal(t, []abtest.Outcome{abtest.Better}, outcomes(plan.Judge(control, good)))
	assert.Equal(t, []abtest.Outcome{abtest.Better, abtest.Better}, outcomes(plan.Judge(control, best, good)),
		"the second of two is not adjusted any more")

	// One that has not got its people yet counts all the same.
	short := abtest.Arm{Conversions: 300, N: 2399}
	assert.Equal(t, []abtest.Outcome{abtest.TooEarly, abtest.NoDifference}, outcomes(plan.Judge(control, short, good)))

	// Looking early, alpha is shared: this difference is enough for one of one, not
	// for one of ten.
	plan = abtest.Plan{N: 2400, Peek: true}
	early := abtest.Arm{Conversions: 175, N: 2399}
	assert.Equal(t, abtest.Better, outcomes(plan.Judge(control, early))[0])
	many := plan.Judge(control, early, same, same, same, same, same, same, same, same, same)
	assert.Equal(t, abtest.TooEarly, outcomes(many)[0])
	assert.Less(t, plan.Judge(control, early).Verdicts[0].Sequence.High, many.Verdicts[0].Sequence.High)
}

func outcomes(j abtest.Judgement) []abtest.Outcome {
	var all []abtest.Outcome
	for _, v := range j.Verdicts {
		all = append(all, v.Outcome)
	}
	return all
}

func TestJudgeWarning(t *testing.T) {
	j := abtest.Plan{N: 9000}.Judge(abtest.Arm{Conversions: 500, N: 10200}, abtest.Arm{Conversions: 700, N: 9800})
	assert.True(t, j.Ratio.Warns())
	assert.False(t, j.Ratio.Blocks())
	assert.Equal(t, []abtest.Outcome{abtest.Better}, outcomes(j))
}

func TestJudgeRefuses(t *testing.T) {
	good := abtest.Arm{Conversions: 10, N: 100}
	plan := abtest.Plan{N: 100}
	nan := math.NaN()
	tests := []struct {
		name   string
		plan   abtest.Plan
		arms   []abtest.Arm
		reason kpi.Reason
		field  string
	}{
		{"zero plan", abtest.Plan{}, []abtest.Arm{good, good}, abtest.ErrSize, "n"},
		{"negative plan", abtest.Plan{N: -1}, []abtest.Arm{good, good}, abtest.ErrSize, "n"},
		{"no variant", plan, []abtest.Arm{good}, abtest.ErrEmpty, "variants"},
		{"no direction", abtest.Plan{N: 1, Better: kpi.Neither}, []abtest.Arm{good, good}, kpi.ErrEnum, "better"},
		{"unknown direction", abtest.Plan{N: 1, Better: "up"}, []abtest.Arm{good, good}, kpi.ErrEnum, "better"},
		{"alpha", abtest.Plan{N: 1, Alpha: 5}, []abtest.Arm{good, good}, abtest.ErrAlpha, "alpha"},
		{"alpha NaN", abtest.Plan{N: 1, Alpha: nan}, []abtest.Arm{good, good}, abtest.ErrAlpha, "alpha"},
		{"too few shares", abtest.Plan{N: 1, Shares: []float64{1}}, []abtest.Arm{good, good}, abtest.ErrShares, "shares"},
		{"faulty share", abtest.Plan{N: 1, Shares: []float64{1, nan}}, []abtest.Arm{good, good}, abtest.ErrShares, "shares[1]"},
		{"vanishing share", abtest.Plan{N: 1, Shares: []float64{1, 5e-324}}, []abtest.Arm{good, good}, abtest.ErrRange, "chi-square"},
		{"control", plan, []abtest.Arm{{Conversions: 5, N: 4}, good}, abtest.ErrCounts, "control"},
		{"variant", plan, []abtest.Arm{good, good, {Conversions: -1, N: 4}}, abtest.ErrCounts, "variants[1]"},
		{"conversions of nobody", plan, []abtest.Arm{good, {Conversions: 1}}, abtest.ErrCounts, "variants[0]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			j := test.plan.Judge(test.arms[0], test.arms[1:]...)
			require.ErrorIs(t, j.Fault, test.reason)
			var problem *kpi.Problem
			require.ErrorAs(t, j.Fault, &problem)
			assert.Equal(t, test.field, problem.Field)
			assert.Len(t, j.Verdicts, len(test.arms)-1)
			for _, v := range j.Verdicts {
				assert.Equal(t, abtest.Invalid, v.Outcome)
				assert.Equal(t, abtest.Impossible, v.Reason)
				assert.Equal(t, 1.0, v.Rates.P.TwoSided)
			}
			assert.Zero(t, j.Ratio)
		})
	}
	j := abtest.Plan{Alpha: 2}.Judge(abtest.Arm{Conversions: 5, N: 4})
	var all kpi.Problems
	require.ErrorAs(t, j.Fault, &all)
	assert.Len(t, all, 4, "every fault at once: %v", all)
}

// TestFalseClaims lets four equal arms run to the end: at most about alpha of the
// experiments claim anything.
func TestFalseClaims(t *testing.T) {
	const runs = 1500
	random := rand.New(rand.NewPCG(11, 12))
	plan := abtest.Plan{N: 300, Alpha: 0.1}
	wrong, unadjusted := 0, 0
	for range runs {
		var arms [4]abtest.Arm
		for i := range arms {
			for range 300 {
				arms[i] = add(random, arms[i], 0.2)
			}
		}
		claims, raw := false, false
		for _, v := range plan.Judge(arms[0], arms[1:]...).Verdicts {
			claims = claims || v.Outcome == abtest.Better || v.Outcome == abtest.Worse
			raw = raw || v.Rates.P.TwoSided < 0.1
		}
		if claims {
			wrong++
		}
		if raw {
			unadjusted++
		}
	}
	assert.InDelta(t, 0.08, float64(wrong)/runs, 0.03)
	assert.Greater(t, float64(unadjusted)/runs, 0.15, "without Holm")
}

// FuzzJudge makes sure that no plan and no counts make anything but a judgement.
func FuzzJudge(f *testing.F) {
	f.Add(int64(120), int64(2400), int64(156), int64(2400), int64(2000), 0.05, 1.0, "", false)
	f.Add(int64(0), int64(0), int64(-1), int64(0), int64(1), 0.0, 0.5, "lower", true)
	f.Add(int64(1), int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MaxInt64), 1e-300, 1e300, "", true)
	f.Add(int64(math.MinInt64), int64(math.MinInt64), int64(5), int64(5), int64(-1), math.NaN(), math.Inf(1), "up", true)
	f.Fuzz(func(t *testing.T, x1, n1, x2, n2, n int64, alpha, share float64, better string, peek bool) {
		a, b := abtest.Arm{Conversions: x1, N: n1}, abtest.Arm{Conversions: x2, N: n2}
		plan := abtest.Plan{Better: kpi.Better(better), Alpha: alpha, N: n, Shares: []float64{1, share, share}, Peek: peek}
		j := plan.Judge(a, b, a)
		require.Len(t, j.Verdicts, 2)
		assert.True(t, j.Ratio.P >= 0 && j.Ratio.P <= 1 && j.Ratio.ChiSquare <= math.MaxFloat64, "%+v", j.Ratio)
		for _, v := range j.Verdicts {
			allFinite(t, v.Rates)
			assert.True(t, v.P >= 0 && v.P <= 1, "%+v", v)
			assert.True(t, v.Sequence.Low >= -1 && v.Sequence.Low <= v.Sequence.High && v.Sequence.High <= 1, "%+v", v)
			assert.Equal(t, j.Fault != nil, v.Reason == abtest.Impossible)
			assert.False(t, v.Outcome == abtest.Better && v.Rates.Difference == 0)
			assert.False(t, v.Outcome == abtest.Worse && v.Rates.Difference == 0)
		}
		same := j.Verdicts[1].Outcome
		assert.False(t, same == abtest.Better || same == abtest.Worse, "an arm against itself is %s", same)
	})
}
