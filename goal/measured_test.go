package goal_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestNodeLine(t *testing.T) {
	bent := kpi.Reach("0", "10")
	bent.Points = []kpi.Point{kpi.PointAt("5", "0.9")}
	baseless := kpi.Target{Kind: kpi.KindReach, Change: "10%"}
	tests := []struct {
		name     string
		metric   string
		target   kpi.Target
		from, to string // "" for no line
	}{
		{"up", "followers", kpi.Reach("5000", "5500"), "5000", "5500"},
		{"down", "", kpi.Reach("7.5", "-2"), "7.5", "-2"},
		{"wide", "", kpi.Reach("0", "1234567890123456789012345"), "0", "1234567890123456789012345"},
		{"a sum begins at 0", "leads", kpi.Deliver("300"), "0", "300"},
		{"whatever its from", "leads", kpi.Reach("100", "300"), "0", "300"},
		{"by a change", "followers", kpi.ReachBy("200", "10%"), "200", "220"},
		{"a sum by a change", "leads", kpi.ReachBy("200", "+10"), "0", "210"},
		{"no baseline", "followers", kpi.Deliver("300"), "", ""},
		{"a change of what is measured", "followers", baseless, "", ""},
		{"bent", "followers", bent, "", ""},
		{"to keep", "followers", kpi.AtLeast("3"), "", ""},
		{"milestone", "", kpi.Finish(), "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, n := single(t, "", goal.Goal{ID: "a", Period: "2026", Measure: &goal.Measure{Metric: test.metric, Target: &test.target}})
			from, to, ok := n.Line()
			require.Equal(t, test.to != "", ok)
			if ok {
				assert.Equal(t, test.from, from.String())
				assert.Equal(t, test.to, to.String())
			}
		})
	}
	_, watched := single(t, "", goal.Goal{ID: "a", Period: "2026", Measure: &goal.Measure{}})
	_, _, ok := watched.Line()
	assert.False(t, ok)
	for n := range built(t, leadPlan()).All() {
		_, _, ok := n.Line()
		assert.Equal(t, n.ID() == "insta" || n.ID() == "mail", ok, n.ID())
	}
}

// anyTarget returns a random target, which as a rule has a fault.
func anyTarget(random *rand.Rand) kpi.Target {
	number := func(oneOf int) kpi.Number {
		if random.IntN(oneOf) > 0 {
			return kpi.Number{}
		}
		return kpi.Num([]string{"0", "0.0", "5", "5.00", "-3", "80", "1e12", "-x", "123456789012345678901"}[random.IntN(9)])
	}
	t := kpi.Target{Kind: kpi.KindReach, From: number(1 + random.IntN(2)), To: number(1 + random.IntN(2))}
	switch random.IntN(8) {
	case 0:
		t.Kind = []kpi.TargetKind{"", kpi.KindAtLeast, kpi.KindAtMost, kpi.KindWithin, kpi.KindDone, "climb"}[random.IntN(6)]
	case 1:
		t.Change = []kpi.Change{"10%", "-2", "0", "much"}[random.IntN(4)]
	case 2:
		t.Points = []kpi.Point{kpi.PointAt("1", "0.5")}
	case 3:
		t.Score = []kpi.ScoreRule{kpi.ScoreLatest, kpi.ScoreShare, "mean"}[random.IntN(3)]
	case 4:
		t.Value, t.Low, t.High, t.Tolerance = number(4), number(4), number(4), number(4)
	case 5:
		t.FromAt = "2025"
	}
	return t
}

// TestTargetsAgainstTheirCheck holds the short way that New takes with plain
// targets against the checks of package kpi: faults are the same, and a line is
// what Judge goes along.
func TestTargetsAgainstTheirCheck(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 67))
	right, lines := 0, 0
	for range 5000 {
		target := anyTarget(random)
		metric := []string{"", "leads", "followers", "leads_per_follower"}[random.IntN(4)]
		plan := goal.Plan{Metrics: leadPlan().Metrics, Goals: []goal.Goal{
			{ID: "a", Level: goal.Micro, Period: "2026", Cadence: kpi.Weekly, Measure: &goal.Measure{Metric: metric, Target: &target}},
		}}
		combine := map[string]kpi.Combine{"": kpi.OwnSeries, "leads": kpi.Sum, "followers": kpi.Last}[metric]
		var want []string
		target.Check(combine, func(field string, reason kpi.Reason, value, _ string) {
			p := kpi.NewProblem("a", "measure.target."+field, reason, value, "")
			want = append(want, found(t, kpi.Problems{p})...)
		})
		h, err := goal.New(plan)
		require.Equal(t, want, found(t, err), "%+v of %q", target, metric)
		if err != nil {
			continue
		}
		right++
		_, _, ends := target.Ends(combine)
		from, to, ok := h.At(0).Line()
		require.Equal(t, ends && len(target.Points) == 0, ok, "%+v of %q", target, metric)
		if ok {
			lines++
			requireLine(t, h.At(0), from, to, kpi.Int(random.Int64N(200)-100))
		}
	}
	assert.Greater(t, right, 1000)
	assert.Greater(t, lines, 500)
}

func requireLine(t *testing.T, n goal.Node, from, to, v kpi.Number) {
	t.Helper()
	scored, ok := n.Judge(kpi.ValueOf(v), kpi.Value{})
	require.True(t, ok)
	done, whole := new(big.Rat).Sub(v.Rat(), from.Rat()), new(big.Rat).Sub(to.Rat(), from.Rat())
	done.Quo(done, whole)
	require.True(t, kpi.Quotient(done.Num(), done.Denom()).Equal(scored.Raw), "%s from %s to %s", v, from, to)
}
