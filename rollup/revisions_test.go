package rollup_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// TestRevisionsKeepHistory holds the days before a change of the plan against
// what the plan gave before anybody thought of that change, and the days after
// it against the changed plan alone.
func TestRevisionsKeepHistory(t *testing.T) {
	draw := rand.New(rand.NewPCG(3, 9))
	for range 30 {
		weights, progress := drawn(draw)
		old := family(goal.Goal{}, weights, progress)
		changed := family(goal.Goal{}, weights, progress)
		changed.plan.Goals[1].Measure = aim(kpi.Reach("0", "250"))
		changed.plan.Goals[1].Supports[0].Weight = kpi.Int(21)
		changed.plan.Goals[0].Period = "2026-01-01/2026-12-31"

		revisions, err := goal.NewRevisions([]goal.Revision{{Plan: old.plan}, {From: dayOf(41).Format("2006-01-02"), Plan: changed.plan}})
		require.NoError(t, err)
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(old.readings...))
		for _, day := range []int{1, 40, 41, 99} {
			at := kpi.Before(dayOf(day + 1))
			h, ok := revisions.At(at)
			require.True(t, ok)
			got, err := rollup.Policy{}.Evaluate(h, &ledger, at)
			require.NoError(t, err)
			want, other := old, changed
			if day > 40 {
				want, other = changed, old
			}
			assert.Equal(t, told(t, want.on(t, day, rollup.Policy{})), told(t, got))
			assert.NotEqual(t, told(t, other.on(t, day, rollup.Policy{})), told(t, got), "the change matters")
		}
	}
}

// told is what a snapshot says of every goal.
func told(t *testing.T, s *rollup.Snapshot) []string {
	t.Helper()
	var lines []string
	for r := range s.All() {
		line, err := json.Marshal([]any{r.Node.ID(), r.Progress, r.Raw, r.Expected, r.Pace, r.Status, r.Coverage, r.From, r.To})
		require.NoError(t, err)
		lines = append(lines, string(line))
	}
	return lines
}
