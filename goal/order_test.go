package goal_test

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// graph returns a plan of micro goals from lines such as "a: b c", by which a
// supports b and c.
func graph(lines ...string) goal.Plan {
	var p goal.Plan
	for _, line := range lines {
		id, parents, _ := strings.Cut(line, ":")
		p.Goals = append(p.Goals, step(id, strings.Fields(parents)...))
	}
	return p
}

// step returns a micro goal that supports others.
func step(id string, parents ...string) goal.Goal {
	g := goal.Goal{ID: id, Level: goal.Micro, Period: "2026-Q1"}
	for _, parent := range parents {
		g.Supports = append(g.Supports, goal.Link{Goal: parent})
	}
	return g
}

// cyclesOf returns the details of all problems, which must be cycles, each
// after the goal it is reported for.
func cyclesOf(t testing.TB, p goal.Plan) []string {
	t.Helper()
	_, err := goal.New(p)
	if err == nil {
		return nil
	}
	ps, ok := errors.AsType[kpi.Problems](err)
	require.True(t, ok)
	var lines []string
	for _, x := range ps {
		require.Equal(t, goal.ErrCycle, x.Reason)
		require.Equal(t, "supports", x.Field)
		lines = append(lines, x.Goal+": "+x.Detail)
	}
	return lines
}

func TestCycles(t *testing.T) {
	tests := []struct {
		name string
		plan goal.Plan
		want []string
	}{
		{"none", graph("a: b c", "b: d", "c: d", "d:"), nil},
		{"two", graph("a: b", "b: a"), []string{"a: a -> b -> a"}},
		{"three", graph("a: b", "b: c", "c: a"), []string{"a: a -> b -> c -> a"}},
		{"from the first in the plan", graph("root:", "c: a", "b: c", "a: b root"), []string{"c: c -> a -> b -> c"}},
		{"with a tail below and above", graph("leaf: a", "a: b top", "b: a", "top:"), []string{"a: a -> b -> a"}},
		{"two knots", graph("x: y", "a: b", "b: a", "y: x"), []string{"x: x -> y -> x", "a: a -> b -> a"}},
		{"one knot leads to another", graph("a: b", "b: a x", "x: y", "y: x"), []string{"a: a -> b -> a", "x: x -> y -> x"}},
		{"one knot of two rings", graph("a: b c", "b: a", "c: a"), []string{"a: a -> b -> a"}},
		{"the shortest way", graph("a: b", "b: c a", "c: a"), []string{"a: a -> b -> a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, cyclesOf(t, test.plan))
		})
	}
}

// A goal that supports itself is a fault of its own, not a cycle.
func TestSelfLinkIsNoCycle(t *testing.T) {
	_, err := goal.New(graph("a: a b", "b: a"))
	assert.Equal(t, []string{"a supports[0].goal: self_link a", "a supports: cycle"}, found(t, err))
	_, err = goal.New(graph("a: a"))
	assert.Equal(t, []string{"a supports[0].goal: self_link a"}, found(t, err))
}

// ring returns n goals, each of which supports the next and the last the first.
func ring(n int) goal.Plan {
	p := goal.Plan{Goals: make([]goal.Goal, n)}
	for i := range p.Goals {
		p.Goals[i] = step("g"+strconv.Itoa(i), "g"+strconv.Itoa((i+1)%n))
	}
	return p
}

func TestCyclesAreCutAt20Goals(t *testing.T) {
	ids := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprint("g", i)
		}
		return strings.Join(list, " -> ")
	}
	// 19 goals and the first again make 20 ids.
	assert.Equal(t, []string{"g0: " + ids(19) + " -> g0"}, cyclesOf(t, ring(19)))
	assert.Equal(t, []string{"g0: " + ids(20) + " -> ..."}, cyclesOf(t, ring(20)))
	assert.Equal(t, []string{"g0: " + ids(20) + " -> ..."}, cyclesOf(t, ring(21)))
}

func TestLongCycle(t *testing.T) {
	p := ring(50_000)
	began := time.Now()
	cycles := cyclesOf(t, p)
	assert.Less(t, time.Since(began), 10*time.Second)
	require.Len(t, cycles, 1)
	assert.Less(t, len(cycles[0]), 200)
	assert.True(t, strings.HasPrefix(cycles[0], "g0: g0 -> g1 -> g2 -> "), cycles[0])
}

// As many knots as goals allow: each is found once, and quickly.
func TestManyCycles(t *testing.T) {
	const n = 20_000
	var p goal.Plan
	for i := range n {
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		p.Goals = append(p.Goals, step(a, b), step(b, a))
	}
	assert.Len(t, cyclesOf(t, p), n)
}

// A dense knot has a very great many cycles, of which one is printed.
func TestDenseKnot(t *testing.T) {
	var p goal.Plan
	var ids []string
	for i := range 300 {
		ids = append(ids, fmt.Sprint("g", i))
	}
	for i, id := range ids {
		p.Goals = append(p.Goals, step(id, slices.Delete(slices.Clone(ids), i, i+1)...))
	}
	assert.Equal(t, []string{"g0: g0 -> g1 -> g0"}, cyclesOf(t, p))
}

func TestLongChains(t *testing.T) {
	if testing.Short() {
		t.Skip("many goals")
	}
	const n = 250_000
	p := ring(n)
	p.Goals[n-1].Supports = nil
	t.Run("leaf first", func(t *testing.T) {
		assertChain(t, p, func(depth int) int { return depth })
	})
	slices.Reverse(p.Goals)
	t.Run("root first", func(t *testing.T) {
		assertChain(t, p, func(depth int) int { return n - 1 - depth })
	})
}

// assertChain fails if the goal at each depth, from the leaf up, is not at its
// position in the plan.
func assertChain(t *testing.T, p goal.Plan, position func(depth int) int) {
	t.Helper()
	depth := 0
	for node := range built(t, p).BottomUp() {
		if node.Index() != position(depth) {
			t.Fatalf("goal %d is at depth %d", node.Index(), depth)
		}
		depth++
	}
	assert.Equal(t, len(p.Goals), depth)
}

func TestWideStar(t *testing.T) {
	const n = 50_000
	p := goal.Plan{Goals: []goal.Goal{step("root")}}
	for i := range n {
		p.Goals = append(p.Goals, step(fmt.Sprint("g", i), "root"))
	}
	root, ok := built(t, p).Node("root")
	require.True(t, ok)
	assert.Equal(t, n, root.ChildCount())
}

// TestBottomUp holds the order of random graphs against its definition, and the
// links against the plan.
func TestBottomUp(t *testing.T) {
	random := rand.New(rand.NewPCG(43, 47))
	for range 200 {
		n := 1 + random.IntN(30)
		order := random.Perm(n) // a goal supports only goals that come later in it
		p := goal.Plan{Goals: make([]goal.Goal, n)}
		for k, i := range order {
			var parents []string
			for _, j := range order[k+1:] {
				if random.IntN(4) == 0 {
					parents = append(parents, fmt.Sprint("g", j))
				}
			}
			p.Goals[i] = step(fmt.Sprint("g", i), parents...)
		}
		h := built(t, p)
		assertTopDown(t, h)
		seen := make(map[goal.Node]bool)
		for node := range h.BottomUp() {
			for e := range node.Children() {
				require.True(t, seen[e.Child], "%s before its child %s", node.ID(), e.Child.ID())
			}
			require.False(t, seen[node])
			seen[node] = true
		}
		require.Len(t, seen, n)
		assertLinks(t, h, p)
	}
}

// assertTopDown fails if the order is not that of its definition: by the place
// of the last parent, roots first, and by the plan among goals of one last parent.
func assertTopDown(t *testing.T, h *goal.Hierarchy) {
	t.Helper()
	place := make(map[goal.Node]int)
	var order []goal.Node
	for node := range h.TopDown() {
		place[node] = len(order)
		order = append(order, node)
	}
	require.Len(t, place, h.Len(), "every goal once")
	require.Len(t, order, h.Len())
	lastParent := func(node goal.Node) int {
		last := -1
		for e := range node.Parents() {
			last = max(last, place[e.Parent])
		}
		return last
	}
	for k, node := range order {
		require.Less(t, lastParent(node), k, "%s before a goal that it supports", node.ID())
		if k > 0 {
			before := order[k-1]
			way := cmp.Or(cmp.Compare(lastParent(before), lastParent(node)), cmp.Compare(before.Index(), node.Index()))
			require.Negative(t, way, "%s before %s", before.ID(), node.ID())
		}
	}
	slices.Reverse(order)
	require.Equal(t, order, slices.Collect(h.BottomUp()))
}

// In a tree the children of a goal are one run, whatever the order of the plan.
func TestTopDownKeepsChildrenTogether(t *testing.T) {
	h := built(t, graph("d: b", "b: a", "c: a", "a:", "x: y", "e: b", "f: c", "y:", "g: b"))
	var ids []string
	for node := range h.TopDown() {
		ids = append(ids, node.ID())
	}
	assert.Equal(t, "a y b c x d e g f", strings.Join(ids, " "))
}

// assertLinks fails if the children or parents of a goal are not those of the
// plan, in its order.
func assertLinks(t *testing.T, h *goal.Hierarchy, p goal.Plan) {
	t.Helper()
	children := make(map[string][]string)
	for _, g := range p.Goals {
		for _, link := range g.Supports {
			children[link.Goal] = append(children[link.Goal], g.ID)
		}
	}
	var roots []string
	for i, g := range p.Goals {
		n := h.At(i)
		var above, below []string
		for e := range n.Parents() {
			require.Equal(t, n, e.Child)
			above = append(above, e.Parent.ID())
		}
		for e := range n.Children() {
			require.Equal(t, n, e.Parent)
			below = append(below, e.Child.ID())
		}
		var want []string
		for _, link := range g.Supports {
			want = append(want, link.Goal)
		}
		require.Equal(t, want, above)
		require.Equal(t, children[g.ID], below)
		require.Equal(t, len(below), n.ChildCount())
		if len(want) == 0 {
			roots = append(roots, g.ID)
		}
	}
	var got []string
	for n := range h.Roots() {
		got = append(got, n.ID())
	}
	require.Equal(t, roots, got)
}
