package rollup_test

import (
	"math/big"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A largePlan is a plan that is drawn by a program.
type largePlan struct {
	goals []goal.Goal
	obs   []kpi.Observation
}

// add adds a goal, measured if there is a value. Parents alternate with weights.
func (p *largePlan) add(id, value string, parents ...string) {
	g := goal.Goal{ID: id, Level: goal.Micro, Period: "2026"}
	for i := 0; i < len(parents); i += 2 {
		g.Supports = append(g.Supports, goal.Link{Goal: parents[i], Weight: kpi.Num(parents[i+1])})
	}
	if value != "" {
		g.Measure = &goal.Measure{}
		p.obs = append(p.obs, kpi.Observation{Goal: id, At: time.Date(2026, time.January, 9, 0, 0, 0, 0, time.UTC), Value: kpi.Num(value)})
	}
	p.goals = append(p.goals, g)
}

func (p *largePlan) hierarchy(t *testing.T) *goal.Hierarchy {
	t.Helper()
	h, err := goal.New(goal.Plan{Goals: p.goals, Metrics: valueMetrics()})
	require.NoError(t, err)
	return h
}

func (p *largePlan) roll(t *testing.T, method rollup.ValueMethod) rollup.ValueResult {
	t.Helper()
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(p.obs...))
	return valuesOf(t, p.hierarchy(t), &ledger, method)
}

// largeSize is how many goals the shapes have that are hard on fractions.
func largeSize() int {
	if testing.Short() {
		return 5_000
	}
	return 100_000
}

// Two goals a level, each supported by both of the next: more paths than there
// are atoms, and shares of 1/3 and 2/3, whose powers outgrow the exact weights.
func TestValueLadder(t *testing.T) {
	for _, levels := range []int{100, largeSize() / 2} {
		var p largePlan
		p.add("top", "")
		p.add("a0", "", "top", "1")
		p.add("b0", "", "top", "2")
		for i := 1; i < levels; i++ {
			a, b, k := "a"+strconv.Itoa(i-1), "b"+strconv.Itoa(i-1), strconv.Itoa(i)
			p.add("a"+k, "", a, "1", b, "2")
			p.add("b"+k, "", a, "2", b, "1")
		}
		last := strconv.Itoa(levels - 1)
		p.add("x", "10", "a"+last, "1")
		p.add("y", "20", "b"+last, "1")
		r := p.roll(t, rollup.ValueMean)
		if levels > 100 {
			assert.Equal(t, "15", r.Value.String())
			continue
		}
		// a and b start at 1/3 and 2/3; the difference of 1/3 changes its sign and
		// is divided by 3 from level to level.
		difference := new(big.Rat).SetFrac(big.NewInt(5), new(big.Int).Exp(big.NewInt(3), big.NewInt(int64(levels)), nil))
		if levels%2 == 0 {
			difference.Neg(difference)
		}
		assert.Equal(t, difference.Add(difference, big.NewRat(15, 1)).RatString(), valueText(r.Value))
	}
}

// Each goal of the chain has a leaf beside it, so that weights are halved down
// to nothing.
func TestValueCaterpillar(t *testing.T) {
	n := largeSize() / 2
	var p largePlan
	p.add("top", "")
	above := "top"
	for i := range n {
		k := strconv.Itoa(i)
		p.add("leaf"+k, "8", above, "1")
		p.add("g"+k, "", above, "1")
		above = "g" + k
	}
	p.add("end", "1e30", above, "1")
	assert.Equal(t, "8", p.roll(t, rollup.ValueMean).Value.String())
	p.obs = p.obs[len(p.obs)-1:] // only the end is known
	r := p.roll(t, rollup.ValueMean)
	assert.False(t, r.Value.Known())
	assert.Equal(t, rollup.TooFewKnown, r.Absence)
	assert.Equal(t, n, r.Missing)
	assert.Equal(t, "1000000000000000000000000000000", p.roll(t, rollup.ValueMax).Value.String())
}

// Rates without a common denominator of reasonable length, of goals whose
// weights have none either.
func TestValueManyDenominators(t *testing.T) {
	groups := largeSize() / 10
	at := time.Date(2026, time.January, 9, 0, 0, 0, 0, time.UTC)
	var p largePlan
	p.add("top", "")
	for i := range groups {
		group := "g" + strconv.Itoa(i)
		p.add(group, "", "top", strconv.Itoa(1+i))
		for k := range 3 {
			id := group + "-" + strconv.Itoa(k)
			p.add(id, "", group, strconv.Itoa(1+i*k))
			p.goals[len(p.goals)-1].Measure = &goal.Measure{Metric: "ctr", Channel: id}
			p.obs = append(p.obs,
				kpi.Observation{Metric: "clicks", Channel: id, At: at, Value: kpi.Int(int64(1 + i))},
				kpi.Observation{Metric: "views", Channel: id, At: at, Value: kpi.Int(int64(2 + 2*i + k%2))})
		}
	}
	mean := p.roll(t, rollup.ValueMean)
	value, _ := mean.Value.Rat().Float64()
	assert.InDelta(t, 0.4999, value, 0.001)
	pooled := p.roll(t, rollup.ValuePooled)
	g := int64(groups)
	assert.Equal(t, big.NewRat(3*g*(g+1)/2, 3*g*(g+1)+g).RatString(), valueText(pooled.Value))
}

// A goal with as many parents as there are goals.
func TestValueManyParents(t *testing.T) {
	n := largeSize() / 10
	var p largePlan
	p.add("top", "")
	parents := make([]string, 0, 2*n)
	for i := range n {
		id := "g" + strconv.Itoa(i)
		p.add(id, "", "top", strconv.Itoa(1+i))
		p.add("beside"+strconv.Itoa(i), "5", id, strconv.Itoa(2*i+1))
		parents = append(parents, id, "1")
	}
	p.add("shared", "5", parents...)
	assert.Equal(t, "5", p.roll(t, rollup.ValueMean).Value.String())
	assert.Equal(t, strconv.Itoa(5*n+5), p.roll(t, rollup.ValueSum).Value.String())
}
