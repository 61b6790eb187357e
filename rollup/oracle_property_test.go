package rollup_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// figures writes down what a snapshot says of each goal, but for what goes by
// the plan's order or repeats the plan: parts and causes.
func figures(s *rollup.Snapshot) map[string]string {
	found := map[string]string{}
	for r := range s.All() {
		found[r.Node.ID()] = fmt.Sprint(
			r.Progress, r.Raw, r.Computed, r.Measured, r.Supported, r.Gap, r.Expected, r.Pace, r.Coverage,
			r.Status, r.Absence, r.Freshness, ratText(valueRat(r.Value)), r.From, r.To, r.Activity, r.AtLeast, r.AtMost)
	}
	return found
}

// everything is figures with parts and causes.
func everything(s *rollup.Snapshot) map[string]string {
	found := figures(s)
	for r := range s.All() {
		var text strings.Builder
		text.WriteString(found[r.Node.ID()])
		for _, p := range r.Parts() {
			fmt.Fprint(&text, "; ", p.Node.ID(), p.Own, p.Excluded, ratText(valueRat(p.Weight)), p.Share, p.Progress, p.Contribution)
		}
		for _, n := range r.Causes() {
			text.WriteString("; cause " + n.ID())
		}
		found[r.Node.ID()] = text.String()
	}
	return found
}

// forWorlds runs check on n random worlds.
func forWorlds(t *testing.T, n uint64, check func(t *testing.T, seed uint64, w world)) {
	t.Helper()
	for seed := range worlds(n) {
		d := seededDice(seed)
		check(t, seed, newWorld(d, smallShape(d, 20)))
		if t.Failed() {
			t.Logf("seed %d", seed)
			return
		}
	}
}

// copied returns a world whose goals and links can be changed.
func (w world) copied() world {
	w.plan.Goals = slices.Clone(w.plan.Goals)
	for i := range w.plan.Goals {
		w.plan.Goals[i].Supports = slices.Clone(w.plan.Goals[i].Supports)
	}
	w.observations = slices.Clone(w.observations)
	return w
}

func TestOrderDoesNotMatter(t *testing.T) {
	forWorlds(t, 500, func(t *testing.T, seed uint64, w world) {
		shuffled, r := w.copied(), rand.New(rand.NewPCG(seed, 7))
		shuffle(r, shuffled.plan.Goals)
		shuffle(r, shuffled.observations)
		shuffle(r, shuffled.plan.Metrics)
		for _, g := range shuffled.plan.Goals {
			shuffle(r, g.Supports)
		}
		assert.Equal(t, figures(w.evaluate(t)), figures(shuffled.evaluate(t)))
	})
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
}

func TestScaleOfWeightsDoesNotMatter(t *testing.T) {
	forWorlds(t, 500, func(t *testing.T, seed uint64, w world) {
		scaled := w.copied()
		for p := range scaled.plan.Goals {
			scaled.scaleWeights(p, []string{"2", "0.1", "7", "1000"}[(seed+uint64(p))%4])
		}
		assert.Equal(t, figures(w.evaluate(t)), figures(scaled.evaluate(t)))
	})
}

// scaleWeights multiplies the weights below goal p, if their scale is free and
// none of them leaves the range of numbers.
func (w world) scaleWeights(p int, factor string) {
	parent := &w.plan.Goals[p]
	if parent.Weighting == goal.Percent || parent.Weighting == goal.ByTarget {
		return
	}
	weights := []*kpi.Number{&parent.BlendWeight}
	if parent.Progress != goal.FromBlend {
		weights = nil
	}
	for i := range w.plan.Goals {
		for k := range w.plan.Goals[i].Supports {
			if l := &w.plan.Goals[i].Supports[k]; l.Goal == parent.ID {
				weights = append(weights, &l.Weight)
			}
		}
	}
	scaled := make([]kpi.Number, len(weights))
	for i, weight := range weights {
		old := decimal.NewFromInt(1)
		if weight.Given() {
			old = weight.Decimal()
		}
		scaled[i] = kpi.NumberOf(old.Mul(decimal.RequireFromString(factor)))
		if scaled[i].Err() != nil {
			return
		}
	}
	for i, weight := range weights {
		*weight = scaled[i]
	}
}

// TestDecimalSettings is not parallel: it changes variables of the decimal library.
func TestDecimalSettings(t *testing.T) {
	precision, unquoted, trim := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros
	restore := func() {
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = precision, unquoted, trim
	}
	t.Cleanup(restore)
	forWorlds(t, 500, func(t *testing.T, _ uint64, w world) {
		before, planBefore := everything(w.evaluate(t)), w.planJSON(t)
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = 1, !unquoted, !trim
		after, planAfter := everything(w.evaluate(t)), w.planJSON(t)
		restore()
		assert.Equal(t, before, after)
		assert.Equal(t, planBefore, planAfter)
	})
}

func (w world) planJSON(t testing.TB) string {
	t.Helper()
	data, err := json.Marshal(w.plan)
	require.NoError(t, err)
	return string(data)
}

func TestSameAgain(t *testing.T) {
	forWorlds(t, 500, func(t *testing.T, _ uint64, w world) {
		assert.Equal(t, everything(w.evaluate(t)), everything(w.evaluate(t)))
	})
}

func TestSameFromJSON(t *testing.T) {
	forWorlds(t, 500, func(t *testing.T, _ uint64, w world) {
		read := w
		read.plan = goal.Plan{}
		require.NoError(t, json.Unmarshal([]byte(w.planJSON(t)), &read.plan))
		assert.Equal(t, everything(w.evaluate(t)), everything(read.evaluate(t)))
	})
}

// TestGeometricByHand holds means whose roots are whole against the library
// and the oracle alike.
func TestGeometricByHand(t *testing.T) {
	tests := []struct {
		name, want       string
		weights, figures []string
	}{
		{"square root", "0.6", []string{"1", "1"}, []string{"0.4", "0.9"}},
		{"fourth root", "0.5", []string{"1", "3"}, []string{"0.0625", "1"}},
		{"huge weights", "0.6", []string{"1e39", "1e39"}, []string{"0.4", "0.9"}},
		{"nearly all of one", "0.9", []string{"1e39", "1e-30"}, []string{"0.9", "0.1"}},
		{"never 1", "0.999999999999999999", []string{"1e39", "1e-30"}, []string{"1", "0.5"}},
		{"irrational", "0.707106781186547524", []string{"1", "1"}, []string{"0.5", "1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := world{moment: "2026-03-15"}
			w.plan.Goals = []goal.Goal{{ID: "top", Level: goal.Macro, Period: "2026", Method: goal.Geometric}}
			for i, figure := range test.figures {
				w.plan.Goals = append(w.plan.Goals, goal.Goal{
					ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026",
					Supports: []goal.Link{{Goal: "top", Weight: kpi.Num(test.weights[i])}},
					Override: &goal.Override{Progress: kpi.Num(figure)},
				})
			}
			top, _ := w.evaluate(t).Goal("top")
			assert.Equal(t, test.want, top.Raw.String())
			assert.Empty(t, differences(w.evaluate(t), consult(w, roundOnce, func(string) {})))
		})
	}
}
