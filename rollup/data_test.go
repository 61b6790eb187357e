package rollup_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// The tests that begin with TestData recompute published tables. These are not
// part of the repository: GOALKIT_DATA names the folder that has them.

// Means, from the unit tests of the R package COINr.
func TestDataMeans(t *testing.T) {
	var data struct {
		Means []struct {
			Method      string
			P           string
			X, W        []string
			Expect      string
			Expect15    string `json:"expect_15"`    // 14 decimals
			ExpectError string `json:"expect_error"` // for a part that is 0 or negative
		}
	}
	readJSON(t, &data, "aggregate", "cases.json")
	require.Len(t, data.Means, 8)

	methods := map[string]goal.Method{"arithmetic": goal.Mean, "power 1": goal.Mean, "geometric": goal.Geometric}
	missing := []string{"harmonic", "power -1"} // two names for the same
	for _, c := range data.Means {
		name := strings.TrimSpace(c.Method + " " + c.P)
		t.Run(name+" of "+strings.Join(c.X, ","), func(t *testing.T) {
			if slices.Contains(missing, name) {
				t.Skipf("goals have no %s mean", name)
			}
			method, ok := methods[name]
			require.True(t, ok)
			got := family(goal.Goal{Method: method}, c.W, c.X).top(t, rollup.Policy{NoFloor: true})
			switch {
			case slices.Contains(c.X, "0"): // COINr stops; here it is the limit
				assert.Equal(t, "0", got.Raw.String())
			case c.ExpectError != "":
				assert.Equal(t, rollup.NegativePart, got.Absence)
				assert.False(t, got.Raw.Known())
			case c.Expect15 != "":
				assert.Equal(t, c.Expect15, inPercent(got.Raw, 14))
			default:
				assertPercent(t, c.Expect, got.Raw, "0")
			}
		})
	}
}

// COINr's least share of data counts the children, ours weighs them.
func TestDataMinCoverage(t *testing.T) {
	var data struct {
		MinDataCoverage struct {
			X         []*string
			W         []string
			Threshold kpi.Number
			Expect    *string
		} `json:"min_data_coverage"`
	}
	readJSON(t, &data, "aggregate", "cases.json")
	c := data.MinDataCoverage
	require.Len(t, c.X, 5)
	require.Nil(t, c.Expect)

	x := make([]string, len(c.X))
	for i, v := range c.X {
		if v != nil {
			x[i] = *v
		}
	}
	for _, weights := range [][]string{c.W, nil} { // 5 of 15, and 1 of 5
		s := family(goal.Goal{}, weights, x)
		got := s.top(t, rollup.Policy{Unknown: rollup.UnknownSkip, KnownFrom: c.Threshold})
		assert.False(t, got.Progress.Known())
		assert.Equal(t, rollup.TooFewKnown, got.Absence)
		assert.Equal(t, "0.7", inPercent(s.top(t, rollup.Policy{Unknown: rollup.UnknownSkip}).Raw, 1))
	}
}

// The Environmental Performance Index 2020 leaves missing children out.
func TestDataReweighting(t *testing.T) {
	var data struct {
		ReweightMissing []struct {
			Index     string
			Children  map[string][2]*string // weight and value
			Published string
			Exact     string `json:"exact_from_rounded_inputs"`
		} `json:"reweight_missing"`
	}
	readJSON(t, &data, "aggregate", "cases.json")
	require.Len(t, data.ReweightMissing, 3)
	for _, c := range data.ReweightMissing {
		t.Run(c.Index, func(t *testing.T) {
			var weights, values []string
			for _, id := range slices.Sorted(maps.Keys(c.Children)) {
				weight, value := c.Children[id][0], c.Children[id][1]
				if value == nil {
					value = new(string)
				}
				weights, values = append(weights, *weight), append(values, *value)
			}
			got := family(goal.Goal{}, weights, values).top(t, rollup.Policy{Unknown: rollup.UnknownSkip}).Raw
			assertPercent(t, c.Exact, got, "0")
			assert.Equal(t, c.Published, inPercent(got, 1))
		})
	}
}

// Goalposts and distance to target, from the unit tests of COINr.
func TestDataNormalise(t *testing.T) {
	var data struct {
		Goalposts []struct{ X, Lower, Upper, Scale, Direction, Expect string }
		Distance  []struct {
			Baseline, Target string
			X, Expect        []string
			Cap              bool
		} `json:"distance_to_target"`
	}
	readJSON(t, &data, "normalise", "cases.json")
	require.Len(t, data.Goalposts, 6)
	require.Len(t, data.Distance, 4)

	for _, c := range data.Goalposts {
		require.Equal(t, "1", c.Scale)
		target := kpi.Reach(c.Lower, c.Upper)
		if c.Direction == "lower" {
			target = kpi.Reach(c.Upper, c.Lower)
		}
		assert.Equal(t, c.Expect, scored(t, target, c.X).Progress.String(), "%+v", c)
	}
	for _, c := range data.Distance {
		for i, x := range c.X {
			got := scored(t, kpi.Reach(c.Baseline, c.Target), x)
			if c.Cap {
				assert.Equal(t, c.Expect[i], got.Progress.String(), "%+v", c)
			} else {
				assert.Equal(t, c.Expect[i], got.Raw.String(), "%+v", c)
			}
		}
	}
}

// Grading as in Google's guide to setting goals with OKRs.
func TestDataGrading(t *testing.T) {
	var data struct {
		Grading []struct {
			KeyResult                string `json:"key_result"`
			Baseline, Target, Actual string
			Score                    string
		}
	}
	readJSON(t, &data, "okr", "cases.json")
	require.Len(t, data.Grading, 3)

	var s sketch
	s.goal(goal.Goal{ID: "objective"})
	for _, c := range data.Grading {
		s.leaf(goal.Goal{ID: c.KeyResult, Supports: link("objective", ""), Measure: aim(kpi.Reach(c.Baseline, c.Target))}, c.Actual)
		if c.Target == "1" {
			assert.Equal(t, c.Score, scored(t, kpi.Finish(), c.Actual).Raw.String(), "as a milestone")
		}
	}
	snapshot := s.on(t, 50, rollup.Policy{})
	for _, c := range data.Grading {
		assert.Equal(t, c.Score, of(t, snapshot, c.KeyResult).Raw.String(), c.KeyResult)
	}
	assert.Equal(t, "0.5", of(t, snapshot, "objective").Raw.String())
}

// Weights down a graph whose leaves have several parents each, from the unit
// tests of AHPy. A leaf at 1 beside others at 0 shows its weight at the root.
func TestDataNestedWeights(t *testing.T) {
	var data struct {
		Nested struct {
			Tree    map[string]map[string]string // parent, child, weight
			Weights map[string]string            `json:"target_weights_4dp"`
		} `json:"nested_direct"`
	}
	readJSON(t, &data, "ahp", "cases.json")
	require.Len(t, data.Nested.Tree, 7)
	exact := map[string]*big.Rat{"x": big.NewRat(173, 900), "y": big.NewRat(346, 900), "z": big.NewRat(381, 900)}
	require.Len(t, data.Nested.Weights, len(exact))

	supports := make(map[string][]goal.Link)
	inner, leaves := slices.Sorted(maps.Keys(data.Nested.Tree)), slices.Sorted(maps.Keys(exact))
	for _, parent := range inner {
		for child, weight := range data.Nested.Tree[parent] {
			supports[child] = append(supports[child], link(parent, weight)...)
		}
	}
	for chosen, want := range exact {
		var s sketch
		for _, id := range inner {
			s.goal(goal.Goal{ID: id, Supports: supports[id]})
		}
		for _, leaf := range leaves {
			progress := "0"
			if leaf == chosen {
				progress = "100"
			}
			s.leaf(goal.Goal{ID: leaf, Supports: supports[leaf]}, progress)
		}
		got := of(t, s.on(t, 50, rollup.Policy{}), "a").Raw
		assertNear(t, want, fraction(got), "1e-18", chosen)

		// AHPy rounds each share to four places before it multiplies them.
		assertNear(t, rational(t, data.Nested.Weights[chosen]), fraction(got), "1e-4", chosen)
	}
}

// scored returns the result of a goal with this target and value.
func scored(t *testing.T, target kpi.Target, value string) rollup.Result {
	t.Helper()
	var s sketch
	s.leaf(goal.Goal{ID: "goal", Measure: aim(target)}, value)
	return of(t, s.on(t, 50, rollup.Policy{}), "goal")
}

// dataPath returns the path of a published table. Without the folder the test
// is skipped.
func dataPath(t *testing.T, name ...string) string {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA does not name the folder of the published tables")
	}
	return filepath.Join(append([]string{folder}, name...)...)
}

func readJSON(t *testing.T, into any, name ...string) {
	t.Helper()
	text, err := os.ReadFile(dataPath(t, name...))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, into))
}

// readCSV returns the rows of a table by the names in its first line.
func readCSV(t *testing.T, name ...string) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(dataPath(t, name...))
	require.NoError(t, err)
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	rows := make([]map[string]string, 0, len(lines))
	for _, line := range lines[1:] {
		row := make(map[string]string, len(line))
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// assertPercent compares a figure with a printed percentage, digit by digit
// and not through floats.
func assertPercent(t *testing.T, want string, got kpi.Ratio, tolerance string, what ...any) {
	t.Helper()
	if assert.True(t, got.Known(), what...) {
		hundredfold := fraction(got)
		assertNear(t, rational(t, want), hundredfold.Mul(hundredfold, big.NewRat(100, 1)), tolerance, what...)
	}
}

func assertNear(t *testing.T, want, got *big.Rat, tolerance string, what ...any) {
	t.Helper()
	apart := new(big.Rat).Sub(want, got)
	if apart.Abs(apart).Cmp(rational(t, tolerance)) > 0 {
		assert.Fail(t, "want "+want.FloatString(20)+", got "+got.FloatString(20), what...)
	}
}

func rational(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	require.True(t, ok, "%q", text)
	return r
}
