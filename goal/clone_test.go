package goal_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// laden returns a plan of more goals than one piece of memory takes, each with
// everything that is copied beside it.
func laden() goal.Plan {
	p := goal.Plan{Goals: []goal.Goal{step("top"), step("g-1")}}
	for i := range 3000 {
		g := step("g"+strconv.Itoa(i), "top", "g"+strconv.Itoa(i-1))
		g.Tags = []string{"tag" + strconv.Itoa(i), "own"}[:1+i%2]
		target := kpi.Reach("0", strconv.Itoa(i+1))
		if i%3 > 0 {
			target.Points = []kpi.Point{kpi.PointAt("0.5", "0.5")}
		}
		g.Measure = &goal.Measure{Target: &target}
		p.Goals = append(p.Goals, g)
	}
	p.Goals[100].Tags = []string{}
	return p
}

// Copies lie side by side; what is appended to one must not reach the next.
func TestCopiesDoNotRunIntoEachOther(t *testing.T) {
	p := laden()
	want := encode(t, p)
	h := built(t, p)
	out := h.Plan()
	require.Equal(t, want, encode(t, out))
	for i := range out.Goals {
		g := &out.Goals[i]
		_ = append(g.Tags, "scribble")
		_ = append(g.Supports, goal.Link{Goal: "scribble"})
		if g.Measure != nil {
			_ = append(g.Measure.Target.Points, kpi.PointAt("99", "99"))
		}
	}
	assert.Equal(t, want, encode(t, out))
	for i := range out.Goals {
		scribbleGoal(&out.Goals[i])
	}
	for i := range p.Goals {
		scribbleGoal(&p.Goals[i])
	}
	assert.Equal(t, want, encode(t, h.Plan()))
}

// A copy has nil where the plan has nil, and an empty list where that is empty.
func TestCopiesKeepWhatIsNil(t *testing.T) {
	out := built(t, laden()).Plan()
	assert.Nil(t, out.Goals[0].Tags)
	assert.Nil(t, out.Goals[0].Supports)
	assert.Nil(t, out.Goals[0].Measure)
	assert.NotNil(t, out.Goals[100].Tags)
	assert.Empty(t, out.Goals[100].Tags)
}

// A copy of a large plan is no allocation for each goal.
func TestCopiesTakeFewAllocations(t *testing.T) {
	h := built(t, laden())
	allocs := testing.AllocsPerRun(3, func() { h.Plan() })
	assert.Less(t, allocs, 150.0)
}
