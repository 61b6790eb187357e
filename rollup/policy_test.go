package rollup_test

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

func TestPolicyCheck(t *testing.T) {
	for _, right := range []rollup.Policy{
		{},
		{Unknown: rollup.UnknownSkip, KnownFrom: kpi.Num("1")},
		{Cap: kpi.Num("1.5"), Floor: kpi.Num("-1"), Pace: rollup.Pace{Ahead: kpi.Num("1"), OnTrack: kpi.Num("1"), Behind: kpi.Num("0")}},
		{NoCap: true, Floor: kpi.Num("2"), Pace: rollup.Pace{Rule: rollup.PacePoints, Ahead: kpi.Num("-1"), OnTrack: kpi.Num("0")}},
	} {
		assert.NoError(t, right.Check())
	}
	for name, c := range map[string]struct {
		policy rollup.Policy
		want   string // field and reason
	}{
		"word of unknown":   {rollup.Policy{Unknown: "none"}, "policy.unknown enum"},
		"word of pace":      {rollup.Policy{Pace: rollup.Pace{Rule: "speed"}}, "policy.pace.rule enum"},
		"share above 1":     {rollup.Policy{Unknown: rollup.UnknownSkip, KnownFrom: kpi.Num("1.1")}, "policy.unknown.skipFrom policy"},
		"share without":     {rollup.Policy{KnownFrom: kpi.Num("0.5")}, "policy.unknown.skipFrom policy"},
		"share no number":   {rollup.Policy{Unknown: rollup.UnknownSkip, KnownFrom: kpi.Num("half")}, "policy.unknown.skipFrom number"},
		"cap below floor":   {rollup.Policy{Cap: kpi.Num("-1")}, "policy.cap policy"},
		"cap and none":      {rollup.Policy{Cap: kpi.Num("2"), NoCap: true}, "policy.cap policy"},
		"19 places":         {rollup.Policy{Floor: kpi.Num("0.0000000000000000001")}, "policy.floor policy"},
		"cap no number":     {rollup.Policy{Cap: kpi.Num("NaN")}, "policy.cap number"},
		"ratios rise":       {rollup.Policy{Pace: rollup.Pace{OnTrack: kpi.Num("0.5")}}, "policy.pace policy"},
		"ratio below 0":     {rollup.Policy{Pace: rollup.Pace{Behind: kpi.Num("-0.1")}}, "policy.pace policy"},
		"points fall":       {rollup.Policy{Pace: rollup.Pace{Rule: rollup.PacePoints, Ahead: kpi.Num("0.2")}}, "policy.pace policy"},
		"ahead and none":    {rollup.Policy{Pace: rollup.Pace{Ahead: kpi.Num("2"), NoAhead: true}}, "policy.pace.ahead policy"},
		"on track rises":    {rollup.Policy{Pace: rollup.Pace{NoAhead: true, OnTrack: kpi.Num("0.5")}}, "policy.pace policy"},
		"pace no number":    {rollup.Policy{Pace: rollup.Pace{Ahead: kpi.Num("fast")}}, "policy.pace.ahead number"},
		"word of parent":    {rollup.Policy{ParentStatus: "mean"}, "policy.parentStatus enum"},
		"word of closed":    {rollup.Policy{ClosedCounts: "zero"}, "policy.closedCounts enum"},
		"word of empty":     {rollup.Policy{Empty: "none"}, "policy.empty enum"},
		"word of all zeros": {rollup.Policy{AllZeroWeights: "one"}, "policy.allZeroWeights enum"},
	} {
		t.Run(name, func(t *testing.T) {
			var problems kpi.Problems
			require.ErrorAs(t, c.policy.Check(), &problems)
			require.Len(t, problems, 1)
			assert.Equal(t, c.want, problems[0].Field+" "+string(problems[0].Reason))
		})
	}
}

type brokenSource struct{}

var errBroken = errors.New("the database is away")

func (brokenSource) Tallies([]kpi.Query, func(int, kpi.Tally)) error { return errBroken }

func TestEvaluateFails(t *testing.T) {
	h := bakery()
	at := kpi.Before(time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC))
	ledger := bakeryReadings()

	_, err := rollup.Policy{Unknown: "none", Empty: "none"}.Evaluate(h, ledger, at)
	assert.ErrorIs(t, err, kpi.ErrEnum)
	_, err = rollup.Policy{}.Evaluate(h, ledger, kpi.Moment{})
	assert.ErrorIs(t, err, rollup.ErrMoment)
	_, err = rollup.Policy{}.Evaluate(nil, ledger, at)
	assert.ErrorIs(t, err, rollup.ErrNothing)
	_, err = rollup.Policy{}.Evaluate(h, nil, at)
	assert.ErrorIs(t, err, rollup.ErrNothing)
	_, err = rollup.Policy{}.Evaluate(h, brokenSource{}, at)
	assert.ErrorIs(t, err, errBroken)

	s, err := rollup.Policy{}.Evaluate(h, (*kpi.Ledger)(nil), at) // nothing was read
	require.NoError(t, err)
	assert.True(t, s.At().Equal(at))
	assert.Same(t, h, s.Hierarchy())
	_, ok := s.Goal("nobody")
	assert.False(t, ok)
	assert.Empty(t, rollup.Result{}.Parts())
	assert.Empty(t, rollup.Result{}.Causes())
	for range s.All() {
		break // an iterator may be left
	}
}

// Freshness: 1, 1.5 and 3 cadences after the newest reading, bounds included.
func TestFreshness(t *testing.T) {
	target := kpi.Reach("0", "10")
	for _, c := range []struct {
		cadence kpi.Cadence
		at      string // a reading of March 1, 00:00 UTC
		want    rollup.Freshness
	}{
		{kpi.Weekly, "2026-03-07T23:59:59.999999999Z", rollup.Fresh}, // the bound is March 8, a week later
		{kpi.Weekly, "2026-03-08T00:00:00Z", rollup.Due},
		{kpi.Weekly, "2026-03-11T11:59:59.999999999Z", rollup.Due}, // ten days and a half
		{kpi.Weekly, "2026-03-11T12:00:00Z", rollup.Stale},
		{kpi.Weekly, "2026-03-21", rollup.Stale}, // three weeks
		{kpi.Weekly, "2026-03-22", rollup.Dead},
		{kpi.Monthly, "2026-03-31", rollup.Fresh},
		{kpi.Monthly, "2026-04-15", rollup.Due}, // April has 30 days, half of which are over
		{kpi.Monthly, "2026-04-16", rollup.Stale},
		{kpi.Monthly, "2026-05-31", rollup.Stale},
		{kpi.Monthly, "2026-06-01", rollup.Dead},
		{"", "2026-03-02", ""},
	} {
		h, err := goal.New(goal.Plan{Goals: []goal.Goal{{
			ID: "g", Level: goal.Micro, Period: "2026", Cadence: c.cadence,
			// The window leaves the reading behind: its age is known all the same.
			Measure: &goal.Measure{Target: &target, Window: "1d"},
		}}})
		require.NoError(t, err)
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(kpi.Observation{Goal: "g", At: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Value: kpi.Int(1)}))
		at, err := h.Moment(c.at)
		require.NoError(t, err)
		s, err := rollup.Policy{}.Evaluate(h, &ledger, at)
		require.NoError(t, err)
		r, _ := s.Goal("g")
		assert.Equal(t, c.want, r.Freshness, "%s at %s", c.cadence, c.at)
	}
}

// Half of the year is over: slow drags, fast does not, lost has no value.
func TestCauses(t *testing.T) {
	causes := func(policy rollup.Policy, links map[string]string, values map[string]int64) (rollup.Status, []string) {
		target := kpi.Reach("0", "100")
		plan := goal.Plan{Goals: []goal.Goal{{ID: "top", Level: goal.Macro, Period: "2026"}}}
		var ledger kpi.Ledger
		for _, id := range []string{"fast", "lost", "slow", "slower"} {
			if links[id] == "" {
				continue
			}
			plan.Goals = append(plan.Goals, goal.Goal{
				ID: id, Level: goal.Micro, Period: "2026", Measure: &goal.Measure{Target: &target},
				Supports: []goal.Link{{Goal: "top", Weight: kpi.Num(links[id])}},
			})
			if v, ok := values[id]; ok {
				require.NoError(t, ledger.Add(kpi.Observation{Goal: id, At: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), Value: kpi.Int(v)}))
			}
		}
		h, err := goal.New(plan)
		require.NoError(t, err)
		at, err := h.Moment("2026-07-02") // a little over half
		require.NoError(t, err)
		s, err := policy.Evaluate(h, &ledger, at)
		require.NoError(t, err)
		top, _ := s.Goal("top")
		var ids []string
		for _, n := range top.Causes() {
			ids = append(ids, n.ID())
		}
		return top.Status, ids
	}
	all := map[string]string{"fast": "1", "lost": "1", "slow": "1", "slower": "1"}
	values := map[string]int64{"fast": 80, "slow": 40, "slower": 20}
	worst := rollup.Policy{ParentStatus: rollup.ByWorst}

	status, ids := causes(rollup.Policy{}, all, values) // 35 of 50
	assert.Equal(t, rollup.AtRisk, status)
	assert.Equal(t, []string{"lost", "slow", "slower"}, ids, "lost counts 0")

	skip := rollup.Policy{Unknown: rollup.UnknownSkip}
	status, ids = causes(skip, all, values) // 46.7 of 50.1 without lost
	assert.Equal(t, rollup.OnTrack, status)
	assert.Empty(t, ids)

	status, ids = causes(skip, all, map[string]int64{"fast": 60, "slow": 40, "slower": 20}) // 40 of 50.1
	assert.Equal(t, rollup.Behind, status)
	assert.Equal(t, []string{"slow", "slower"}, ids, "lost does not count")

	status, ids = causes(worst, all, values)
	assert.Equal(t, rollup.AtRisk, status)
	assert.Equal(t, []string{"slower"}, ids)

	status, ids = causes(rollup.Policy{}, all, nil)
	assert.Equal(t, rollup.NoData, status)
	assert.Len(t, ids, 4)

	status, ids = causes(rollup.Policy{}, map[string]string{"fast": "1", "slow": "0"}, map[string]int64{"fast": 100, "slow": 40})
	assert.Equal(t, rollup.OnTrack, status, "done, but for a goal that is shown and not counted")
	assert.Equal(t, []string{"slow"}, ids)

	status, ids = causes(worst, map[string]string{"fast": "1"}, map[string]int64{"fast": 80})
	assert.Equal(t, rollup.Ahead, status)
	assert.Empty(t, ids)
}
