package rollup_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A view says what an evaluation of the changed plan says, and views of views
// do; what is behind them stays as it was.
func TestWhatIfIsAnEvaluation(t *testing.T) {
	forWorlds(t, 250, func(t *testing.T, seed uint64, w world) {
		r := newDrive(t, seededDice(seed+5000), w)
		if r == nil {
			return
		}
		view, err := r.fresh()
		require.NoError(t, err)
		for range 3 {
			before := everything(view)
			next, ok := r.suppose(view)
			if !ok {
				continue
			}
			want, err := r.fresh()
			require.NoError(t, err)
			assert.Equal(t, everything(want), everything(next))
			assert.Equal(t, before, everything(view), "what is behind a view")
			view = next
		}
	})
}

// suppose takes some things for granted, in a view and in the world.
func (r *drive) suppose(s *rollup.Snapshot) (*rollup.Snapshot, bool) {
	var ifs []rollup.If
	for range 1 + r.dice(3) {
		g := &r.world.plan.Goals[r.dice(len(r.world.plan.Goals))]
		if len(g.Supports) == 0 || r.oneIn(2) {
			progress := r.number(fractionTexts)
			g.Override = &goal.Override{Progress: progress}
			ifs = append(ifs, rollup.IfProgress(g.ID, progress))
			continue
		}
		link := &g.Supports[r.dice(len(g.Supports))]
		was, weight := link.Weight, r.number(weightTexts)
		link.Weight = weight
		if _, err := goal.New(r.world.plan); err != nil {
			link.Weight = was
			continue
		}
		ifs = append(ifs, rollup.IfWeight(g.ID, link.Goal, weight))
	}
	view, err := s.WhatIf(ifs...)
	return view, assert.NoError(r.t, err)
}

func TestWhatIfFaults(t *testing.T) {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	s, err := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	require.NoError(t, err)
	_, err = s.WhatIf(
		rollup.If{},
		rollup.IfProgress("mail", kpi.Num("1.5")),
		rollup.IfProgress("nobody", kpi.Num("0.5")),
		rollup.IfWeight("mail", "orders", kpi.Int(1)),
		rollup.IfWeight("mail", "online", kpi.Int(-1)),
	)
	var problems kpi.Problems
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 4)
	same, err := s.WhatIf()
	require.NoError(t, err)
	assert.Equal(t, everything(s), everything(same))
}
