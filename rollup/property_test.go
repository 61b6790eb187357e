package rollup_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// What holds of every mean, on families drawn at random.

var methods = []goal.Method{goal.Mean, goal.Geometric, goal.Min}

func TestScoreLiesBetweenChildren(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		weights, progress := drawn(draw)
		scores := make([]kpi.Ratio, len(methods))
		for i, method := range methods {
			got := family(goal.Goal{Method: method}, weights, progress).top(t, rollup.Policy{})
			parts := got.Parts()
			slices.SortFunc(parts, func(a, b rollup.Part) int { return a.Progress.Cmp(b.Progress) })
			least, most := parts[0].Progress, parts[len(parts)-1].Progress
			require.LessOrEqual(t, least.Cmp(got.Raw), 0, "%s of %v by %v", method, progress, weights)
			require.GreaterOrEqual(t, most.Cmp(got.Raw), 0, "%s of %v by %v", method, progress, weights)
			scores[i] = got.Raw
		}
		require.LessOrEqual(t, scores[1].Cmp(scores[0]), 0, "geometric above arithmetic: %v by %v", progress, weights)
		require.LessOrEqual(t, scores[2].Cmp(scores[1]), 0, "minimum above geometric: %v by %v", progress, weights)
	}
}

func TestScoreRisesWithEachChild(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		weights, progress := drawn(draw)
		i, more := draw.IntN(len(progress)), kpi.Num(between(draw, 0, 200, 15))
		risen := slices.Clone(progress)
		risen[i] = kpi.Num(progress[i]).Add(more).String()
		for _, method := range methods {
			before := family(goal.Goal{Method: method}, weights, progress).top(t, rollup.Policy{}).Raw
			after := family(goal.Goal{Method: method}, weights, risen).top(t, rollup.Policy{}).Raw
			require.LessOrEqual(t, before.Cmp(after), 0, "%s of %v by %v, then %s", method, progress, weights, risen[i])
		}
	}
}

func TestChildOfWeightZeroChangesNothing(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 3))
	for range 30 {
		weights, progress := drawn(draw)
		for _, method := range methods {
			for _, shown := range []string{"", "0", "37", "100"} {
				without := family(goal.Goal{Method: method}, weights, progress).top(t, rollup.Policy{})
				with := family(goal.Goal{Method: method}, append([]string{"0"}, weights...), append([]string{shown}, progress...)).top(t, rollup.Policy{})
				require.Equal(t, without.Raw.String(), with.Raw.String())
				require.Equal(t, without.Expected.String(), with.Expected.String())
				require.Equal(t, without.Coverage.String(), with.Coverage.String())
			}
		}
	}
}

func TestContributionsMakeTheScore(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 4))
	for range 100 {
		weights, progress := drawn(draw)
		weights, progress = append(weights, "2", "0"), append(progress, "", "50")
		for _, policy := range []rollup.Policy{{}, {Unknown: rollup.UnknownSkip}, {NoCap: true, NoFloor: true}} {
			got := family(goal.Goal{}, weights, progress).top(t, policy)
			sum := new(big.Int)
			for _, p := range got.Parts() {
				sum.Add(sum, p.Contribution.BigInt())
			}
			require.Equal(t, got.Raw.String(), kpi.UnitsBig(sum).String(), "%v by %v", progress, weights)
		}
	}
}

// Siblings moved into groups that weigh as much as they do leave the mean as
// it was. Each level rounds once, so the last place may differ by one.
func TestGroupsOfMultipliedWeights(t *testing.T) {
	weights, progress := []string{"1", "4", "2", "3"}, []string{"10", "85", "100", "40"}
	assert.Equal(t, "0.67", family(goal.Goal{}, weights, progress).top(t, rollup.Policy{}).Raw.String())
	assert.Equal(t, "0.67", grouped(2, weights, progress).top(t, rollup.Policy{}).Raw.String())

	draw := rand.New(rand.NewPCG(1, 5))
	for range 100 {
		weights, progress := drawn(draw)
		flat := family(goal.Goal{}, weights, progress).top(t, rollup.Policy{}).Raw
		deep := grouped(1+draw.IntN(len(weights)-1), weights, progress).top(t, rollup.Policy{}).Raw
		apart := flat.Sub(deep).BigInt()
		require.LessOrEqual(t, apart.CmpAbs(big.NewInt(1)), 0, "%s and %s: %v by %v", flat, deep, progress, weights)
	}
}

// More of a metric that is to rise is as good as less of one that is to fall.
func TestSignsFlipped(t *testing.T) {
	flipped := func(text string) string { return kpi.Int(0).Sub(kpi.Num(text)).String() }
	draw := rand.New(rand.NewPCG(1, 6))
	for range 100 {
		from, to, value := between(draw, -1000, -1, 3), between(draw, 0, 1000, 3), between(draw, -2000, 2000, 6)
		var s sketch
		s.leaf(goal.Goal{ID: "up", Measure: aim(kpi.Reach(from, to))}, value)
		s.leaf(goal.Goal{ID: "down", Measure: aim(kpi.Reach(flipped(from), flipped(to)))}, flipped(value))
		snapshot := s.on(t, 50, rollup.Policy{})
		raw := of(t, snapshot, "up").Raw
		require.True(t, raw.Known())
		require.Equal(t, raw.String(), of(t, snapshot, "down").Raw.String(), "%s from %s to %s", value, from, to)
	}
}
