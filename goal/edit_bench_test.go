package goal_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// BenchmarkEdits changes a bushy tree again and again, each time what the time
// before has made of it.
func BenchmarkEdits(b *testing.B) {
	for _, size := range []int{1_000, 1_000_000} {
		if testing.Short() && size > 1_000 {
			continue
		}
		start := built(b, bushyPlan(size))
		edit := func(name string, edit func(h *goal.Hierarchy, i int) (*goal.Hierarchy, error)) {
			b.Run(strconv.Itoa(size)+"/"+name, func(b *testing.B) {
				draw := rand.New(rand.NewPCG(6, 7))
				h := start
				b.ReportAllocs()
				for b.Loop() {
					var err error
					if h, err = edit(h, 1+draw.IntN(size-1)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		edit("state", func(h *goal.Hierarchy, i int) (*goal.Hierarchy, error) {
			return h.WithState(h.At(i).ID(), goal.Closed, "2026-02-10", kpi.Num("0.5"))
		})
		override := goal.Override{Progress: kpi.Num("0.5"), From: "2026-02-10"}
		edit("override", func(h *goal.Hierarchy, i int) (*goal.Hierarchy, error) {
			return h.WithOverride(h.At(i).ID(), &override)
		})
		edit("weight", func(h *goal.Hierarchy, i int) (*goal.Hierarchy, error) {
			return h.WithWeight(h.At(i).ID(), h.At((i-1)/8).ID(), kpi.Int(3))
		})
	}
}

// BenchmarkEditedNodes asks what BenchmarkNodes does, after ten thousand edits.
func BenchmarkEditedNodes(b *testing.B) {
	if testing.Short() {
		b.Skip("a million goals")
	}
	const size = 1_000_000
	draw := rand.New(rand.NewPCG(8, 9))
	h := built(b, measured(bushyPlan(size)))
	for range 10_000 {
		var err error
		if h, err = h.WithState(h.At(draw.IntN(size)).ID(), goal.Paused, "2026-02-10", kpi.Number{}); err != nil {
			b.Fatal(err)
		}
	}
	at := time.Date(2026, time.February, 15, 0, 0, 0, 0, time.UTC)
	perGoal(b, size, func() error { return askNodes(h, at) })
}
