package goal_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// drawnOut writes a roadmap as an indented list.
func drawnOut(h *goal.Hierarchy, at kpi.Moment) (lines []string) {
	for s := range h.Roadmap(at) {
		line := strings.Repeat("  ", s.Depth) + s.Node.ID()
		if s.Again {
			line += " again"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestRoadmap(t *testing.T) {
	macro := func(id, period string, parents ...string) goal.Goal {
		g := step(id, parents...)
		g.Level, g.Period = goal.Macro, period
		return g
	}
	in := func(state goal.State, since string, g goal.Goal) goal.Goal {
		g.State, g.Since = state, since
		return g
	}
	micro := func(id, period string, parents ...string) goal.Goal {
		g := step(id, parents...)
		g.Period = period
		return g
	}
	h := built(t, goal.Plan{Goals: []goal.Goal{
		macro("later", "2027"),
		macro("long", "2026-01-01/2027-12-31"),
		macro("year", "2026"),
		macro("same", "2026"),
		macro("brand", "2026", "year", "gone"),
		in(goal.Cancelled, "", macro("gone", "2026")),
		macro("left", "2026", "gone"),
		micro("lost", "2026-Q1", "gone"),
		micro("orphan", "2026-Q1"),
		micro("q2", "2026-Q2", "year"),
		micro("q1", "2026-Q1", "year", "same"),
		micro("shared", "2026-02", "q2", "q1"),
		micro("below", "2026-02", "shared"),
		in(goal.Draft, "", micro("idea", "2026-01", "q1")),
		in(goal.Paused, "", micro("resting", "2026-03", "q1")),
		in(goal.Closed, "2026-02-15", micro("over", "2026-01", "q1")),
	}})
	at := func(text string) kpi.Moment {
		m, err := h.Moment(text)
		require.NoError(t, err)
		return m
	}
	after := []string{
		"year", "  q1", "    shared", "      below", "    resting", "  brand", "  q2", "    shared again",
		"same", "  q1 again", "left", "long", "later",
	}
	assert.Equal(t, after, drawnOut(h, at("2026-03-01")))
	assert.Equal(t, slices.Insert(slices.Clone(after), 2, "    over"), drawnOut(h, at("2026-02-14")), "not closed yet")
	assert.Equal(t, drawnOut(h, at("2026-02-14")), drawnOut(h, kpi.Moment{}))
	assert.Empty(t, drawnOut(built(t, goal.Plan{}), kpi.Moment{}))
	for s := range h.Roadmap(at("2026-03-01")) {
		assert.Equal(t, goal.Node{}, s.Parent)
		break
	}
}

// TestRoadmapHasEveryLinkOnce holds random roadmaps against the links between
// all goals that a naive walk from the top reaches.
func TestRoadmapHasEveryLinkOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 100 {
		p := goal.Plan{}
		for i := range 2 + random.IntN(20) {
			g := step("g" + strconv.Itoa(i))
			g.Level = pick(random, goal.Macro, goal.Micro)
			g.State = pick(random, goal.Active, goal.Active, goal.Active, goal.Draft, goal.Closed)
			g.Period = pick(random, "2026", "2025", "2026-Q1")
			for _, parent := range p.Goals {
				if random.IntN(4) == 0 && (g.Level == goal.Micro || parent.Level == goal.Macro) {
					g.Supports = append(g.Supports, goal.Link{Goal: parent.ID})
				}
			}
			p.Goals = append(p.Goals, g)
		}
		h := built(t, p)

		reached, want := map[string]bool{}, map[string]bool{}
		for _, g := range p.Goals { // parents come first in this plan
			if g.State != goal.Active {
				continue
			}
			for _, l := range g.Supports {
				if reached[l.Goal] {
					reached[g.ID], want[g.ID+" below "+l.Goal] = true, true
				}
			}
			if g.Level == goal.Macro && !reached[g.ID] {
				reached[g.ID], want[g.ID] = true, true
			}
		}
		got, depths := map[string]bool{}, map[string]int{}
		for s := range h.Roadmap(kpi.Moment{}) {
			link := s.Node.ID()
			if s.Parent != (goal.Node{}) {
				link += " below " + s.Parent.ID()
				require.Equal(t, depths[s.Parent.ID()]+1, s.Depth)
			}
			require.False(t, got[link], "once")
			got[link] = true
			if !s.Again {
				depths[s.Node.ID()] = s.Depth
			}
		}
		require.Equal(t, want, got)
	}
}

// Ladders of shared goals have exponentially many paths, chains a depth that no
// stack has.
func TestRoadmapIsLinear(t *testing.T) {
	p := goal.Plan{Goals: []goal.Goal{{ID: "top", Level: goal.Macro, Period: "2026"}}}
	above := []string{"top"}
	for i := range 20_000 {
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		p.Goals = append(p.Goals, step(a, above...), step(b, above...))
		above = []string{a, b}
	}
	stops, deepest := 0, 0
	for s := range built(t, p).Roadmap(kpi.Moment{}) {
		stops, deepest = stops+1, max(deepest, s.Depth)
	}
	assert.Equal(t, 1+2+4*19_999, stops)
	assert.Equal(t, 20_000, deepest)
}
