package rollup_test

import (
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// Snapshots may be read while the tracker goes on, and stay what they were.
func TestSnapshotsOutliveTheTracker(t *testing.T) {
	plan, ledger := bushy(600)
	h, err := goal.New(plan)
	require.NoError(t, err)
	at, _ := h.Moment("2026-03-31")
	tracker, err := rollup.Policy{}.Track(h, ledger, at)
	require.NoError(t, err)
	var readers sync.WaitGroup
	for i := range 20 {
		s, err := tracker.Snapshot()
		require.NoError(t, err)
		before := figures(s)
		readers.Go(func() { assert.Equal(t, before, figures(s)) })
		leaf := "g" + strconv.Itoa(599-i)
		require.NoError(t, tracker.Record(kpi.Observation{Goal: leaf, At: at.Bound().Add(-time.Hour), Value: kpi.Int(int64(i))}))
		require.NoError(t, tracker.SetOverride("g"+strconv.Itoa(100+i), &goal.Override{Progress: kpi.Num("0.5")}))
		require.NoError(t, tracker.SetState("g"+strconv.Itoa(200+i), goal.Cancelled, "", kpi.Number{}))
		require.NoError(t, tracker.SetWeight("g"+strconv.Itoa(300+i), "g"+strconv.Itoa((299+i)/8), kpi.Int(int64(i))))
	}
	readers.Wait()
}

// Depth and width do not matter: operations on a goal above or beside many
// others take no noticeable time, and nothing recurses.
func TestTrackerIsNotSlowedByOthers(t *testing.T) {
	if testing.Short() {
		t.Skip("many goals")
	}
	for name, parent := range map[string]func(i int) int{"star": func(int) int { return 0 }, "chain": func(i int) int { return i - 1 }} {
		t.Run(name, func(t *testing.T) {
			const size = 100_000
			target := kpi.Reach("0", "100")
			plan := goal.Plan{Goals: make([]goal.Goal, size)}
			for i := range plan.Goals {
				g := goal.Goal{ID: strconv.Itoa(i), Level: goal.Micro, Period: "2026", Measure: &goal.Measure{Target: &target}}
				if i > 0 {
					g.Supports = []goal.Link{{Goal: strconv.Itoa(parent(i))}}
				}
				plan.Goals[i] = g
			}
			h, err := goal.New(plan)
			require.NoError(t, err)
			at, _ := h.Moment("2026-06-30")
			tracker, err := rollup.Policy{}.Track(h, &kpi.Ledger{}, at)
			require.NoError(t, err)
			last := strconv.Itoa(size - 1)
			for i := range 10 {
				value := kpi.Int(int64(i % 101))
				require.NoError(t, tracker.Record(kpi.Observation{Goal: last, At: at.Bound().Add(time.Duration(i-100) * time.Hour), Value: value}))
				require.NoError(t, tracker.SetState(last, goal.Paused, "", kpi.Number{}))
				require.NoError(t, tracker.SetState(last, goal.Draft, "", kpi.Number{}))
				require.NoError(t, tracker.SetState(last, goal.Active, "", kpi.Number{}))
				require.NoError(t, tracker.SetWeight(last, strconv.Itoa(parent(size-1)), kpi.Int(int64(1+i%7))))
			}
			got, _ := tracker.Goal("0")
			s, err := rollup.Policy{}.Evaluate(tracker.Hierarchy(), ledgerOf(last, at, 9), at)
			require.NoError(t, err)
			want, _ := s.Goal("0")
			assert.Equal(t, want.Progress.String(), got.Progress.String())
			view, err := s.WhatIf(rollup.IfProgress(last, kpi.Num("0.8")))
			require.NoError(t, err)
			raised, _ := view.Goal("0")
			assert.Equal(t, 1, raised.Progress.Cmp(want.Progress))
		})
	}
}

func ledgerOf(id string, at kpi.Moment, value int64) *kpi.Ledger {
	var ledger kpi.Ledger
	if err := ledger.Add(kpi.Observation{Goal: id, At: at.Bound().Add(-91 * time.Hour), Value: kpi.Int(value)}); err != nil {
		panic(err)
	}
	return &ledger
}
