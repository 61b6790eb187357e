package goal_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/goalkit/goalkit/goal"
)

// BenchmarkNodes asks every goal of a bushy tree with measured leaves what an
// evaluation asks.
func BenchmarkNodes(b *testing.B) {
	for _, size := range []int{1_000, 1_000_000} {
		if testing.Short() && size > 1_000 {
			continue
		}
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			h := built(b, measured(bushyPlan(size)))
			at := time.Date(2026, time.February, 15, 0, 0, 0, 0, time.UTC)
			perGoal(b, size, func() error { return askNodes(h, at) })
		})
	}
}

func askNodes(h *goal.Hierarchy, at time.Time) error {
	for n := range h.All() {
		n.State(at)
		n.Override(at)
		n.ClosingScore(at)
		n.Ask(at)
		n.TargetKind()
		n.ProgressFrom()
		n.Method()
		n.Expected(at)
	}
	return nil
}
