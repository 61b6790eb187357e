package rollup_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// many is how many goals the largest hierarchies have: what recurses or is not
// linear takes minutes. Each hierarchy is rolled up in every way there is, since
// making one takes longer than that.
const many = 250_000

// numberedSource answers each query with its number.
type numberedSource struct{}

func (numberedSource) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	for i := range queries {
		var t kpi.Tally
		t.Add(queries[i].Window.Start, kpi.Int(int64(i)))
		add(i, t)
	}
	return nil
}

func TestManyDeep(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	goals := []goal.Goal{{ID: "top", Level: goal.Micro, Period: "2026"}}
	for i := range many {
		goals = append(goals, goal.Goal{
			ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026",
			Supports: []goal.Link{{Goal: goals[i].ID, Weight: kpi.Num("0.7")}},
		})
	}
	goals[many].Measure = &goal.Measure{}
	goals[many].Override = &goal.Override{Progress: kpi.Num("0.37")}
	h, err := goal.New(goal.Plan{Goals: goals})
	require.NoError(t, err)
	s, err := rollup.Policy{}.Evaluate(h, numberedSource{}, valueMoment)
	require.NoError(t, err)
	for r := range s.All() {
		if r.Progress.String() != "0.37" || r.Coverage.String() != "1" {
			require.Equal(t, "0.37 1", fmt.Sprint(r.Progress, " ", r.Coverage), r.Node.ID())
		}
	}
	for _, method := range []rollup.ValueMethod{rollup.ValueSum, rollup.ValueMean} {
		r := valuesOf(t, h, numberedSource{}, method)
		assert.Equal(t, "0", r.Value.String())
		assert.Len(t, r.Parts, 1)
	}
}

func TestManyWide(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	figures := make([]kpi.Number, 1000)
	for i := range figures {
		figures[i] = kpi.Num(fmt.Sprintf("0.%03d", i))
	}
	weights := []kpi.Number{kpi.Int(1), kpi.Int(3)}
	goals := []goal.Goal{{ID: "top", Level: goal.Micro, Period: "2026"}}
	for i := range many {
		goals = append(goals, goal.Goal{
			ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026", Measure: &goal.Measure{},
			Supports: []goal.Link{{Goal: "top", Weight: weights[i%2]}},
			Override: &goal.Override{Progress: figures[i%1000]},
		})
	}
	h, err := goal.New(goal.Plan{Goals: goals})
	require.NoError(t, err)
	s, err := rollup.Policy{}.Evaluate(h, numberedSource{}, valueMoment)
	require.NoError(t, err)
	top, _ := s.Goal("top")
	// In each thousand the even figures add up to 249.5 and the odd ones to 250.
	assert.Equal(t, "0.49975", top.Raw.String(), "(249.5 + 3 × 250) / (500 + 3 × 500)")
	assert.Equal(t, "1", top.Coverage.String())

	n := int64(many)
	assert.Equal(t, strconv.FormatInt(n*(n-1)/2, 10), valuesOf(t, h, numberedSource{}, rollup.ValueSum).Value.String())
	// The even ones have a mean of n/2 - 1, the odd ones of n/2.
	assert.Equal(t, strconv.FormatInt(n/2-1, 10)+".75", valuesOf(t, h, numberedSource{}, rollup.ValueMean).Value.String())
}
