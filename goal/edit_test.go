package goal_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// said is everything that a hierarchy says which an edit may change.
func said(t testing.TB, h *goal.Hierarchy) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(encode(t, h.Plan()))
	for n := range h.All() {
		fmt.Fprintf(&b, "\n%s %s: %s", n.ID(), n.BlendWeight(), encode(t, goal.Plan{Goals: []goal.Goal{n.Goal()}}))
		for _, text := range []string{"2025-12-31", "2026-01-15", "2026-02-10", "2026-02-11", "2026-06-30", "2027-01-01"} {
			at := bound(t, h, text)
			ask, _ := n.Ask(at)
			fmt.Fprintf(&b, "\n  %s %s %s %s %s %s %s", text, n.State(at), n.Cut(at), n.ClosingScore(at), n.Override(at), n.Expected(at), ask.Window)
		}
		for _, edges := range [][]goal.Edge{slices.Collect(n.Children()), slices.Collect(n.Parents())} {
			for _, e := range edges {
				fmt.Fprintf(&b, "\n  %s below %s: %s %t", e.Child.ID(), e.Parent.ID(), e.Weight, e.Counts)
			}
		}
	}
	return b.String()
}

// editablePlan returns a random plan without faults, in which every weighting
// occurs.
func editablePlan(random *rand.Rand) goal.Plan {
	p := goal.Plan{Zone: "Europe/Berlin", Metrics: leadPlan().Metrics}
	for i := range 4 + random.IntN(20) {
		g := step("g" + strconv.Itoa(i))
		g.Weighting = pick(random, "", goal.Relative, goal.Percent, goal.ByTarget)
		for _, parent := range p.Goals {
			if random.IntN(3) == 0 {
				g.Supports = append(g.Supports, goal.Link{Goal: parent.ID, Weight: pick(random, append(weights[:4:4], kpi.Int(0))...)})
			}
		}
		if random.IntN(3) > 0 {
			target := kpi.Reach("5", strconv.Itoa(10+i))
			g.Measure = &goal.Measure{Metric: pick(random, "", "rank"), Target: &target}
		}
		if random.IntN(4) == 0 {
			g.State, g.Since, g.Score = goal.Closed, pick(random, dates[:3]...), kpi.Num("0.5")
		}
		if random.IntN(4) == 0 {
			g.Expected, g.BlendWeight = &goal.Profile{Buckets: []kpi.Number{kpi.Int(1), kpi.Int(3)}}, kpi.Int(2)
		}
		if random.IntN(4) == 0 {
			g.Override = &goal.Override{Progress: kpi.Num("0.25"), By: "Ann"}
		}
		p.Goals = append(p.Goals, g)
		if _, err := goal.New(p); err != nil {
			p.Goals = p.Goals[:len(p.Goals)-1] // do without it
		}
	}
	return p
}

// What edits choose from, faults last.
var (
	weights = []kpi.Number{{}, kpi.Int(0), kpi.Int(20), kpi.Num("2.5"), kpi.Int(100), kpi.Int(-1), kpi.Num("much")}
	dates   = []string{"", "2026-02-10", "2026-02-11T12:00:00Z", "soon"}
	scores  = []kpi.Number{{}, kpi.Int(0), kpi.Num("0.75"), kpi.Num("1.5"), kpi.Num("all")}
)

func pick[T any](random *rand.Rand, from ...T) T { return from[random.IntN(len(from))] }

// randomEdit returns h with a random change, and makes the same change to p.
func randomEdit(random *rand.Rand, h *goal.Hierarchy, p *goal.Plan) (*goal.Hierarchy, error) {
	g := &p.Goals[random.IntN(len(p.Goals))]
	switch what := random.IntN(4); {
	case what == 0:
		g.State = pick(random, "", goal.Draft, goal.Active, goal.Paused, goal.Closed, goal.Closed, "done")
		g.Since, g.Score = pick(random, dates...), pick(random, scores...)
		return h.WithState(g.ID, g.State, g.Since, g.Score)
	case what == 1 && random.IntN(3) == 0:
		g.Override = nil
		return h.WithOverride(g.ID, nil)
	case what == 1:
		g.Override = &goal.Override{Progress: pick(random, scores...), Reason: "seen", From: pick(random, dates...), Until: pick(random, dates...)}
		return h.WithOverride(g.ID, g.Override)
	case len(g.Supports) == 0:
		return h, nil
	}
	link := &g.Supports[random.IntN(len(g.Supports))]
	link.Weight = pick(random, weights...)
	return h.WithWeight(g.ID, link.Goal, link.Weight)
}

// TestEdits holds chains of edits against New of the edited plan: what nodes
// say, every fault, and what hierarchies say that others were made from.
func TestEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(71, 73))
	reasons := make(map[kpi.Reason]int)
	plans := 100
	if testing.Short() {
		plans = 15
	}
	for range plans {
		h := built(t, editablePlan(random))
		before := map[*goal.Hierarchy]string{h: said(t, h)}
		for range 25 {
			p := h.Plan()
			changed, err := randomEdit(random, h, &p)
			want, wantErr := goal.New(p)
			require.Equal(t, wantErr, err)
			if err != nil {
				require.Nil(t, changed)
				for _, problem := range err.(kpi.Problems) { //nolint:errorlint // the documented type
					reasons[problem.Reason]++
				}
				continue
			}
			h = changed
			before[h] = said(t, h)
			require.Equal(t, said(t, want), before[h])
		}
		for h, text := range before {
			require.Equal(t, text, said(t, h))
		}
	}
	for _, reason := range []kpi.Reason{
		kpi.ErrNumber, kpi.ErrEnum, kpi.ErrTime, kpi.ErrUnit, goal.ErrMeasure,
		goal.ErrState, goal.ErrOverride, goal.ErrNegativeWeight, goal.ErrPercent,
	} {
		assert.Positive(t, reasons[reason], "no edit was refused for its %s", reason)
	}
}

func TestEditsOfWhatIsNotThere(t *testing.T) {
	h := built(t, leadPlan())
	_, err := h.WithState("decade", goal.Paused, "", kpi.Number{})
	assert.Equal(t, []string{"id: unknown_goal decade"}, found(t, err))
	_, err = h.WithOverride("decade", nil)
	assert.Equal(t, []string{"id: unknown_goal decade"}, found(t, err))
	_, err = h.WithWeight("moon", "decade", kpi.Int(1))
	assert.Equal(t, []string{"child: unknown_goal moon", "parent: unknown_goal decade"}, found(t, err))
	_, err = h.WithWeight("subject", "year", kpi.Int(1))
	assert.Equal(t, []string{"subject supports: unknown_goal year"}, found(t, err))
}

// An edit keeps no hold of what it was handed, nor gives away what it keeps.
func TestEditsKeepCopies(t *testing.T) {
	o := goal.Override{Progress: kpi.Num("0.5"), By: "Ann"}
	h, err := built(t, leadPlan()).WithOverride("insta", &o)
	require.NoError(t, err)
	h, err = h.WithWeight("insta", "year", kpi.Int(7))
	require.NoError(t, err)
	want := said(t, h)
	o.By = "scribble"
	p := h.Plan()
	scribbleGoal(&p.Goals[insta])
	assert.Equal(t, want, said(t, h))
}

// Hierarchies may be read while others are made from them.
func TestEditsLeaveReadersAlone(t *testing.T) {
	h := built(t, leadPlan())
	h, err := h.WithState("mail", goal.Paused, "2026-02-10", kpi.Number{})
	require.NoError(t, err)
	want := said(t, h)
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for range 20 {
				assert.Equal(t, want, said(t, h))
			}
		})
	}
	for i := range int64(200) {
		_, err := h.WithWeight("insta", "year", kpi.Int(i))
		require.NoError(t, err)
		_, err = h.WithState("mail", goal.Closed, "", kpi.Int(1))
		require.NoError(t, err)
		_, err = h.WithOverride("subject", &goal.Override{Progress: kpi.Int(0)})
		require.NoError(t, err)
	}
	readers.Wait()
}

// An edit costs as little for many goals and after many edits as at first.
func TestEditsAreCheap(t *testing.T) {
	h := built(t, bushyPlan(50_000))
	for i := range h.Len() - 1 {
		var err error
		h, err = h.WithState("g"+strconv.Itoa(i+1), goal.Paused, "", kpi.Number{})
		require.NoError(t, err)
	}
	assert.Less(t, testing.AllocsPerRun(10, func() { _, _ = h.WithState("g40000", goal.Draft, "", kpi.Number{}) }), 20.0)
	assert.Less(t, testing.AllocsPerRun(10, func() { _, _ = h.WithWeight("g40000", "g4999", kpi.Int(1)) }), 30.0)
}
