package goal_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// withStrategy returns the strategy handle of leadPlan with this strategy.
func withStrategy(t *testing.T, s goal.Strategy) goal.StrategyNode {
	t.Helper()
	p := leadPlan()
	s.ID, s.Level = "posts", goal.Micro
	p.Strategies = append(p.Strategies, s)
	h := built(t, p)
	found, ok := h.Strategy("posts")
	require.True(t, ok)
	return found
}

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

func TestStrategies(t *testing.T) {
	h := built(t, decode(t, everything))
	all := slices.Collect(h.Strategies())
	require.Len(t, all, 1)
	s, ok := h.Strategy("stories")
	require.True(t, ok)
	assert.Equal(t, all[0], s, "handles of one strategy are equal")
	assert.Equal(t, h.Plan().Strategies[0], s.Strategy())

	assert.Equal(t, "stories", s.ID())
	assert.Equal(t, "Daily stories", s.Title())
	assert.Equal(t, goal.Micro, s.Level())
	assert.Equal(t, "content", s.Kind())
	assert.Equal(t, "instagram", s.Channel())
	assert.Equal(t, "Ada", s.Owner())
	assert.Equal(t, "Lin", s.Delegate())
	assert.Equal(t, kpi.Daily, s.Cadence())
	assert.Equal(t, kpi.Int(2), s.Planned())
	budget, ok := s.Budget()
	assert.True(t, ok)
	assert.Equal(t, goal.Budget{Amount: kpi.Num("500.5"), Currency: "EUR"}, budget)
	var served []string
	for n := range s.Goals() {
		served = append(served, n.ID())
	}
	assert.Equal(t, []string{"cvr-q1", "year"}, served)

	_, ok = h.Strategy("hope")
	assert.False(t, ok)
	assert.Empty(t, slices.Collect(built(t, goal.Plan{}).Strategies()))
}

func TestStrategyPeriod(t *testing.T) {
	tests := []struct {
		name     string
		strategy goal.Strategy
		want     string // "" for none
	}{
		{"its own", goal.Strategy{Period: "2026-02", Goals: []string{"year"}}, "2026-02"},
		{"of its goals", goal.Strategy{Goals: []string{"subject", "insta"}}, "2026-Q1"},
		{"of one goal", goal.Strategy{Goals: []string{"subject"}}, "2026-01"},
		{"neither", goal.Strategy{}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := withStrategy(t, test.strategy).Period()
			require.Equal(t, test.want != "", ok)
			if ok {
				want, err := kpi.ParsePeriod(test.want, nil)
				require.NoError(t, err)
				assert.True(t, want.Equal(got), got)
			}
		})
	}
}

// The due periods of a strategy are those of a goal that is to keep the same.
func TestStrategyIsDueAsAGoalIs(t *testing.T) {
	for _, cadence := range []kpi.Cadence{kpi.Daily, kpi.Weekly, kpi.Fortnightly, kpi.Monthly, kpi.Quarterly} {
		p := leadPlan()
		p.Goals = append(p.Goals, goal.Goal{
			ID: "keep", Level: goal.Micro, Period: "2026-Q1", Cadence: cadence, Channel: "web",
			Measure: &goal.Measure{Metric: "leads", Target: new(kpi.AtLeast("3").Keep())},
		})
		p.Strategies[0] = goal.Strategy{
			ID: "do", Level: goal.Micro, Period: "2026-Q1", Cadence: cadence, Channel: "web", Done: "leads", Planned: kpi.Int(3),
		}
		h := built(t, p)
		n, _ := h.Node("keep")
		s, _ := h.Strategy("do")
		var ledger kpi.Ledger
		for i := range 80 {
			require.NoError(t, ledger.Add(kpi.Observation{Metric: "leads", Channel: "web", At: day("2026-01-02").AddDate(0, 0, i), Value: kpi.Int(int64(i % 5))}))
		}
		for _, text := range []string{"2025-12-31", "2026-01-01", "2026-02-14", "2026-03-31", "2027-01-01"} {
			at, err := h.Moment(text)
			require.NoError(t, err)
			want, err := n.Turns(&ledger, at)
			require.NoError(t, err)
			got, err := s.Turns(&ledger, at)
			require.NoError(t, err)
			assert.Equal(t, want, got, "%s at %s", cadence, text)
		}
	}
}

func TestStrategyTurns(t *testing.T) {
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Metric: "leads", Channel: "a", At: day("2026-01-03"), Value: kpi.Int(2)},
		kpi.Observation{Metric: "leads", Channel: "b", At: day("2026-03-31"), Value: kpi.Int(1)},
	))
	met := func(s goal.StrategyNode, at string) (met []bool) {
		turns, err := s.Turns(&ledger, kpi.Before(day(at)))
		require.NoError(t, err)
		for _, turn := range turns {
			met = append(met, turn.Met)
		}
		return met
	}
	once := withStrategy(t, goal.Strategy{Period: "2026-Q1", Done: "leads", Planned: kpi.Num("2.5")})
	assert.Empty(t, met(once, "2026-03-31"), "without a cadence, nothing is due before the end")
	assert.Equal(t, []bool{true}, met(once, "2026-04-01"), "all channels")
	assert.Equal(t, []bool{false}, met(withStrategy(t, goal.Strategy{Period: "2026-Q1", Done: "leads", Planned: kpi.Int(3), Channel: "a"}), "2026-04-01"))
	assert.Equal(t, []bool{true, false, true}, met(withStrategy(t, goal.Strategy{Period: "2026-Q1", Done: "leads", Cadence: kpi.Monthly}), "2026-04-01"))
	assert.Empty(t, met(withStrategy(t, goal.Strategy{Period: "2026-Q1"}), "2026-04-01"), "nothing counts what is done")
	assert.Empty(t, met(withStrategy(t, goal.Strategy{Done: "leads"}), "2026-04-01"), "no period")
	assert.Empty(t, met(once, "0001-01-01"))
}

func TestStrategyMoney(t *testing.T) {
	s := withStrategy(t, goal.Strategy{Goals: []string{"insta"}, Channel: "web", Cost: "spend", Return: "spend"})
	cost, ok := s.AskCost(day("2026-02-01"))
	require.True(t, ok)
	assert.Equal(t, kpi.Ask{Metric: "spend", Channel: "web", Window: kpi.Period{Start: day("2026-01-01"), End: day("2026-02-01")}}, cost)
	earned, ok := s.AskReturn(day("2027-02-01"))
	require.True(t, ok)
	assert.Equal(t, kpi.Ask{Metric: "spend", Channel: "web", Window: kpi.Period{Start: day("2026-01-01"), End: day("2026-04-01")}}, earned)
	early, _ := s.AskCost(day("2025-02-01"))
	assert.True(t, early.Window.IsEmpty())

	for _, none := range []goal.Strategy{{Goals: []string{"insta"}}, {Cost: "spend", Return: "spend"}} {
		s := withStrategy(t, none)
		_, ok = s.AskCost(day("2026-02-01"))
		assert.False(t, ok)
		_, ok = s.AskReturn(day("2026-02-01"))
		assert.False(t, ok)
		_, ok = s.Budget()
		assert.False(t, ok)
	}
}
