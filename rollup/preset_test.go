package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// preset returns a preset that must be there. What it says is held against its
// source in the tests of what was published.
func preset(name string) rollup.Pace {
	pace, ok := rollup.PacePreset(name)
	if !ok {
		panic("no preset " + name)
	}
	return pace
}

func TestPacePresets(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, table, _ := strings.Cut(string(doc), "//	name ")
	for name, pace := range rollup.PacePresets() {
		require.NoError(t, rollup.Policy{Pace: pace}.Check(), name)
		found, ok := rollup.PacePreset(name)
		require.True(t, ok)
		assert.Equal(t, pace, found)
		var inOrder bool
		_, table, inOrder = strings.Cut(table, "\n//	"+name+" ")
		assert.True(t, inOrder, "the doc lists %s, in order", name)
	}
	rest, _, _ := strings.Cut(table, "\n//\n")
	assert.NotContains(t, rest, "\n", "and no other")
	for _, name := range []string{"", "Viva", "viva ", "google"} {
		_, ok := rollup.PacePreset(name)
		assert.False(t, ok, name)
	}
	for name := range rollup.PacePresets() {
		assert.Equal(t, "viva", name)
		break
	}
}

// TestNoAhead holds random rules against themselves with nothing ahead: what was
// ahead is on track, also where nothing is expected, and nothing else changes.
func TestNoAhead(t *testing.T) {
	draw := rand.New(rand.NewPCG(17, 4))
	seen := map[rollup.Status]int{}
	for range 100 {
		with := rollup.Pace{Rule: rollup.PaceRatio, Ahead: kpi.Num("1.3"), OnTrack: kpi.Num("1.0"), Behind: kpi.Num("0.5")}
		if draw.IntN(2) == 0 {
			with = rollup.Pace{Rule: rollup.PacePoints, Ahead: kpi.Num("-0.2"), OnTrack: kpi.Num("0"), Behind: kpi.Num("0.2")}
		}
		without := with
		without.Ahead, without.NoAhead = kpi.Number{}, true
		var s sketch
		for i := range 10 {
			expected := between(draw, 0, 1, 2)
			if i == 0 {
				expected = "0"
			}
			s.leaf(goal.Goal{ID: fmt.Sprint(i), Expected: expecting(expected)}, between(draw, 0, 99, 3))
		}
		one, other := s.on(t, 1, rollup.Policy{Pace: with}), s.on(t, 1, rollup.Policy{Pace: without})
		for i := range 10 {
			want := of(t, one, fmt.Sprint(i)).Status
			seen[want]++
			if want == rollup.Ahead {
				want = rollup.OnTrack
			}
			assert.Equal(t, want, of(t, other, fmt.Sprint(i)).Status)
		}
	}
	for _, status := range []rollup.Status{rollup.Ahead, rollup.OnTrack, rollup.Behind, rollup.AtRisk} {
		assert.Positive(t, seen[status], status)
	}
}

func ExamplePacePreset() {
	pace, ok := rollup.PacePreset("oboard")
	fmt.Println(ok, pace.Rule, pace.OnTrack, pace.Behind)
	policy := rollup.Policy{Pace: pace}
	fmt.Println(policy.Check())
	// Output:
	// true ratio 0.7 0.4
	// <nil>
}
