package rollup_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// onlyTallies is a source that cannot tell which readings there are.
type onlyTallies struct{ kpi.Source }

// A history says of each moment what an evaluation at that moment says, whether
// or not the source can tell what came in between.
func TestHistoryIsManyEvaluations(t *testing.T) {
	forWorlds(t, 400, func(t *testing.T, seed uint64, w world) {
		d := seededDice(seed + 9000)
		h, err := goal.New(w.plan)
		require.NoError(t, err)
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(w.observations...))
		var ids []string
		for n := range h.All() {
			if d.oneIn(3) {
				ids = append(ids, n.ID())
			}
		}
		var moments []kpi.Moment
		for range 1 + d(8) {
			at, _ := h.Moment(oneOf(d, append(dateTexts, instantTexts...)))
			moments = append(moments, at)
		}
		for _, src := range []kpi.Source{&ledger, onlyTallies{&ledger}} {
			courses, err := w.policy.History(h, src, moments, ids...)
			requireCourses(t, w, h, &ledger, moments, ids, courses, err)
		}
	})
}

func requireCourses(t *testing.T, w world, h *goal.Hierarchy, ledger *kpi.Ledger, moments []kpi.Moment, ids []string, courses []rollup.Course, err error) {
	t.Helper()
	for i, at := range moments {
		s, evaluated := w.policy.Evaluate(h, ledger, at)
		if evaluated != nil {
			return // the history may have missed it: it reads less
		}
		require.NoError(t, err)
		require.Len(t, courses, len(ids))
		for k, id := range ids {
			want, _ := s.Goal(id)
			got := courses[k].Standings[i]
			assert.Equal(t, id, courses[k].Node.ID())
			assert.True(t, got.Progress.Equal(want.Progress) && got.Raw.Equal(want.Raw) && got.Coverage.Equal(want.Coverage),
				"%s at %v: %v, want %v %v %v", id, at, got, want.Progress, want.Raw, want.Coverage)
		}
	}
}

// A goal that loses its only child takes its own measure, which covers the goal
// above, while readings elsewhere let all be added up anew.
func TestHistoryWhenAStateTurns(t *testing.T) {
	reach := func(id string, up ...string) goal.Goal {
		g := goal.Goal{ID: id, Level: goal.Micro, Period: "2026", Measure: &goal.Measure{Target: new(kpi.Reach("0", "10"))}}
		for _, p := range up {
			g.Supports = append(g.Supports, goal.Link{Goal: p})
		}
		return g
	}
	child := reach("child", "mid")
	child.State, child.Since = goal.Cancelled, "2026-03-01"
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{{ID: "top", Level: goal.Macro, Period: "2026"}, reach("mid", "top"), child, reach("other")}})
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Goal: "mid", At: day(1, 5), Value: kpi.Int(4)},
		kpi.Observation{Goal: "other", At: day(1, 5), Value: kpi.Int(3)},
		kpi.Observation{Goal: "other", At: day(3, 5), Value: kpi.Int(4)},
	))
	moments := []kpi.Moment{kpi.Before(day(2, 1)), kpi.Before(day(4, 1))}
	courses, err := rollup.Policy{}.History(h, &ledger, moments, "top", "other")
	requireCourses(t, world{}, h, &ledger, moments, []string{"top", "other"}, courses, err)
	assert.Equal(t, "0", courses[0].Standings[0].Coverage.String())
	assert.Equal(t, "1", courses[0].Standings[1].Coverage.String())
}

func TestHistoryFaults(t *testing.T) {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	_, err := rollup.Policy{}.History(h, bakeryReadings(), []kpi.Moment{at}, "mail", "nobody", "nothing")
	var problems kpi.Problems
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 2)
	_, err = rollup.Policy{}.History(h, bakeryReadings(), []kpi.Moment{kpi.Before(time.Date(0, 6, 1, 0, 0, 0, 0, time.UTC)), {}, at}, "mail")
	require.ErrorIs(t, err, rollup.ErrMoment)
	_, err = rollup.Policy{}.History(nil, bakeryReadings(), []kpi.Moment{at}, "mail")
	require.ErrorIs(t, err, rollup.ErrNothing)
	courses, err := rollup.Policy{}.History(h, bakeryReadings(), nil, "mail")
	require.NoError(t, err)
	assert.Empty(t, courses[0].Standings)
}
