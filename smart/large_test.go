package smart_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// A counted source is a ledger that counts how often it is asked, and what.
type counted struct {
	kpi.Ledger
	calls, queries int
}

func (c *counted) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	c.calls++
	c.queries += len(queries)
	return c.Ledger.Tallies(queries, add)
}

// large returns a plan of n goals, of which all but the first support one before,
// with a history for some of them.
func large(t *testing.T, n int, parent func(i int) int) (*goal.Hierarchy, *counted) {
	t.Helper()
	plan := goal.Plan{Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}}}
	target := kpi.ReachBy("5000", "+10%")
	for i := range n {
		g := goal.Goal{ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q2", Cadence: kpi.Weekly, Channel: strconv.Itoa(i % 100)}
		g.Measure = &goal.Measure{Metric: "followers", Target: &target}
		if i > 0 {
			g.Supports = []goal.Link{{Goal: strconv.Itoa(parent(i))}}
		}
		plan.Goals = append(plan.Goals, g)
	}
	h, err := goal.New(plan)
	require.NoError(t, err)
	src := new(counted)
	for channel := range 100 {
		for week := range 20 {
			err := src.Add(kpi.Observation{
				Metric: "followers", Channel: strconv.Itoa(channel), Value: kpi.Int(int64(4500 + 23*week + week*week%7)),
				At: time.Date(2026, time.March, 30-7*(19-week), 12, 0, 0, 0, time.UTC),
			})
			require.NoError(t, err)
		}
	}
	return h, src
}

// TestLarge: the work grows with the plan and not with its square, for a star, a
// chain and a tree, and the source is asked a few times.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, parent := range map[string]func(i int) int{
		"star":  func(int) int { return 0 },
		"chain": func(i int) int { return i - 1 },
		"tree":  func(i int) int { return i / 3 },
	} {
		t.Run(name, func(t *testing.T) {
			timed := func(n int) time.Duration {
				h, src := large(t, n, parent)
				at, err := h.Moment("2026-03-31")
				require.NoError(t, err)
				began := time.Now()
				review, err := smart.Checks{}.Assess(h, src, at)
				took := time.Since(began)
				require.NoError(t, err)
				require.Len(t, review.Goals, n)
				assert.Positive(t, review.Goals[n-1].Forecast.Chance)
				assert.LessOrEqual(t, src.calls, 6*(1+n/2000))
				return took
			}
			small := min(timed(500), timed(500))
			assert.Less(t, timed(5000), 40*max(small, time.Millisecond))
		})
	}
}

// TestLargeDrivers: neither does a great web of metrics.
func TestLargeDrivers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const n = 3000
	plan := goal.Plan{Metrics: []kpi.Metric{{ID: "all", Combine: kpi.Sum}, {ID: "some", Combine: kpi.Sum}}}
	target := kpi.AtLeast("0.5")
	for i := range n {
		id := "rate" + strconv.Itoa(i)
		plan.Metrics = append(plan.Metrics, kpi.Metric{
			ID: id, Unit: kpi.Fraction,
			Numerator: map[string]kpi.Number{"some": kpi.Int(1)}, Denominator: map[string]kpi.Number{"all": kpi.Int(1)},
		})
		g := goal.Goal{ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q2", Measure: &goal.Measure{Metric: id, Target: &target}}
		if i > 0 {
			g.Supports = []goal.Link{{Goal: strconv.Itoa(i - 1)}}
		}
		plan.Goals = append(plan.Goals, g)
	}
	h, err := goal.New(plan)
	require.NoError(t, err)
	at, err := h.Moment("2026-03-31")
	require.NoError(t, err)
	began := time.Now()
	_, err = smart.Checks{}.Assess(h, new(kpi.Ledger), at)
	require.NoError(t, err)
	assert.Less(t, time.Since(began), 20*time.Second)
}
