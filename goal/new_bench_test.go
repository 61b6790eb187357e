package goal_test

import (
	"errors"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// BenchmarkNew checks a bushy tree, eight children to a goal. Its yardsticks
// are one map of the ids, grown from empty, and the graph that one would write
// first, which checks no more than ids, links and cycles. "order" is the part of
// New that finds the order and the cycles.
func BenchmarkNew(b *testing.B) {
	for _, size := range []int{1_000, 100_000, 1_000_000} {
		if testing.Short() && size > 1_000 {
			continue
		}
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			b.Run("map", func(b *testing.B) {
				ids := idsOf(bushyPlan(size))
				perGoal(b, size, func() error { return growMap(ids) })
			})
			b.Run("pointers", func(b *testing.B) {
				plan := bushyPlan(size)
				perGoal(b, size, func() error { return pointers(plan) })
			})
			b.Run("goalkit", func(b *testing.B) { benchmarkNew(b, bushyPlan(size)) })
			b.Run("measured", func(b *testing.B) { benchmarkNew(b, measured(bushyPlan(size))) })
			b.Run("shuffled", func(b *testing.B) { benchmarkNew(b, shuffled(bushyPlan(size))) })
			b.Run("order", func(b *testing.B) {
				h := built(b, bushyPlan(size))
				perGoal(b, size, func() error { h.Reorder(); return nil })
			})
		})
	}
}

func benchmarkNew(b *testing.B, plan goal.Plan) {
	perGoal(b, len(plan.Goals), func() error {
		_, err := goal.New(plan)
		return err
	})
}

// perGoal measures work on so many goals.
func perGoal(b *testing.B, goals int, work func() error) {
	b.ReportAllocs()
	runtime.GC() // what made the plan is not part of the work
	for b.Loop() {
		if err := work(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(goals), "ns/goal")
}

// growMap makes the one map that no checking of ids can do without.
func growMap(ids []string) error {
	index := make(map[string]int32)
	for i, id := range ids {
		index[id] = int32(i)
	}
	if len(index) != len(ids) {
		return errors.New("an id is used twice")
	}
	return nil
}

func idsOf(plan goal.Plan) []string {
	ids := make([]string, len(plan.Goals))
	for i := range ids {
		ids[i] = plan.Goals[i].ID
	}
	return ids
}

// A pointerGoal is a goal of the graph that one would write first.
type pointerGoal struct {
	id      string
	parents []*pointerGoal
	weights []kpi.Number
	colour  uint8 // 0 not visited, 1 on the way, 2 done
}

func pointers(plan goal.Plan) error {
	nodes := make(map[string]*pointerGoal)
	for _, g := range plan.Goals {
		if _, taken := nodes[g.ID]; taken || g.ID == "" {
			return errors.New("a faulty id")
		}
		nodes[g.ID] = &pointerGoal{id: g.ID}
	}
	for _, g := range plan.Goals {
		node := nodes[g.ID]
		for _, link := range g.Supports {
			parent, ok := nodes[link.Goal]
			if !ok {
				return errors.New("an unknown goal")
			}
			node.parents = append(node.parents, parent)
			node.weights = append(node.weights, link.Weight)
		}
	}
	for _, g := range plan.Goals {
		if nodes[g.ID].inCycle() {
			return errors.New("a cycle")
		}
	}
	return nil
}

func (g *pointerGoal) inCycle() bool {
	if g.colour > 0 {
		return g.colour == 1
	}
	g.colour = 1
	for _, parent := range g.parents {
		if parent.inCycle() {
			return true
		}
	}
	g.colour = 2
	return false
}

// bushyPlan returns a tree of eight children to a goal, parents first, with
// weights of two decimal places.
func bushyPlan(size int) goal.Plan {
	draw := rand.New(rand.NewPCG(1, uint64(size)))
	plan := goal.Plan{Goals: make([]goal.Goal, size)}
	for i := range plan.Goals {
		g := goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q1"}
		if i > 0 {
			g.Supports = []goal.Link{{Goal: "g" + strconv.Itoa((i-1)/8), Weight: hundredths(1 + draw.Int64N(1000))}}
		}
		plan.Goals[i] = g
	}
	return plan
}

// measured returns a copy of a bushy plan whose leaves have targets.
func measured(plan goal.Plan) goal.Plan {
	draw := rand.New(rand.NewPCG(2, 3))
	goals := make([]goal.Goal, len(plan.Goals))
	for i := range goals {
		goals[i] = plan.Goals[i]
		if 8*i+1 < len(goals) {
			continue
		}
		from, to := hundredths(draw.Int64N(5000)), hundredths(5001+draw.Int64N(5000))
		goals[i].Measure = &goal.Measure{Target: &kpi.Target{Kind: kpi.KindReach, From: from, To: to}}
	}
	return goal.Plan{Goals: goals}
}

func shuffled(plan goal.Plan) goal.Plan {
	draw := rand.New(rand.NewPCG(4, 5))
	goals := make([]goal.Goal, len(plan.Goals))
	for i, k := range draw.Perm(len(goals)) {
		goals[i] = plan.Goals[k]
	}
	return goal.Plan{Goals: goals}
}

func hundredths(n int64) kpi.Number { return kpi.Num(strconv.FormatInt(n, 10) + "e-2") }
