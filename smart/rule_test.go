package smart_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/smart"
)

// thursday is the reference date of the statements in tests.
var thursday = time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)

// TestRules shows that every rule finds the fault in its bad examples, and not in
// its good ones.
func TestRules(t *testing.T) {
	for r := range smart.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			require.True(t, r.Bad != "" || r.BadPlan != "", "a rule needs an example")
			require.Equal(t, r.Bad == "", r.Good == "", "statements come in pairs")
			require.Equal(t, r.BadPlan == "", r.GoodPlan == "", "plans come in pairs")
			if r.Bad != "" {
				_, bad := smart.Check(r.Bad, thursday)
				assert.Contains(t, codes(bad.Findings), r.Code, r.Bad)
				_, good := smart.Check(r.Good, thursday)
				assert.NotContains(t, codes(good.Findings), r.Code, r.Good)
			}
			if r.BadPlan != "" {
				bad := findings(readWorld(t, r.BadPlan).assess(t))
				assert.Contains(t, codes(bad), r.Code, r.BadPlan)
				good := findings(readWorld(t, r.GoodPlan).assess(t))
				assert.NotContains(t, codes(good), r.Code, r.GoodPlan)
			}
		})
	}
}

// TestCodes guards the codes: hosts store them. One may be added; none may go or
// change its meaning.
func TestCodes(t *testing.T) {
	want, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	var got strings.Builder
	seen := make(map[string]bool)
	for r := range smart.Rules() {
		got.WriteString(r.Code + " " + string(r.Severity) + "\n")
		assert.False(t, seen[r.Code], "two rules have the code %s", r.Code)
		seen[r.Code] = true
		prefix := map[smart.Criterion]string{smart.TimeBound: "time"}[r.Criterion]
		if prefix == "" {
			prefix = string(r.Criterion)
		}
		assert.True(t, strings.HasPrefix(r.Code, prefix+"."), r.Code)
		assert.True(t, strings.HasSuffix(r.Doc, "."), "%s needs a sentence", r.Code)
	}
	assert.Equal(t, string(want), got.String(), "a code is a promise: codes may be added, none may go")
}
