package rollup_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// pathWeights follows every path down from n and adds up, for the goals at the
// ends, the products of the shares on the way.
func pathWeights(n goal.Node, w *big.Rat, found map[string]*big.Rat) {
	whole := new(big.Rat)
	for e := range n.Children() {
		whole.Add(whole, e.Weight.Rat())
	}
	if whole.Sign() == 0 {
		if found[n.ID()] == nil {
			found[n.ID()] = new(big.Rat)
		}
		found[n.ID()].Add(found[n.ID()], w)
		return
	}
	for e := range n.Children() {
		if share := e.Weight.Rat(); share.Sign() > 0 {
			share.Quo(share, whole)
			pathWeights(e.Child, share.Mul(share, w), found)
		}
	}
}

// plain returns w with nothing but weighted means of active goals.
func plain(w world) world {
	w.plan.Goals = append([]goal.Goal(nil), w.plan.Goals...)
	for i := range w.plan.Goals {
		g := &w.plan.Goals[i]
		g.Method, g.Progress, g.State, g.Since, g.Score, g.Override = "", "", "", "", kpi.Number{}, nil
	}
	w.policy = rollup.Policy{}
	return w
}

func TestSensitivityAgainstPaths(t *testing.T) {
	forWorlds(t, 500, func(t *testing.T, _ uint64, w world) {
		s := plain(w).evaluate(t)
		for r := range s.All() {
			want := map[string]*big.Rat{}
			pathWeights(r.Node, big.NewRat(1, 1), want)
			got, ok := s.Sensitivity(r.Node.ID())
			require.True(t, ok)
			require.Len(t, got, len(want))
			sum := new(big.Rat)
			for _, x := range got {
				off := new(big.Rat).Sub(x.Weight.Rat(), want[x.Node.ID()])
				assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 1_000_000_000_000_000_000)), 0, "%s in %s", x.Node.ID(), r.Node.ID())
				sum.Add(sum, x.Weight.Rat())
			}
			off, _ := sum.Sub(sum, big.NewRat(1, 1)).Float64()
			assert.InDelta(t, 0, off, 1e-16)
		}
	})
}

// With any method, a little more of a leaf moves the goal above by the weight.
func TestSensitivityIsTheSlope(t *testing.T) {
	checked := 0
	forWorlds(t, 2000, func(t *testing.T, _ uint64, w world) {
		w.policy = rollup.Policy{}
		s := w.evaluate(t)
		root := s.Hierarchy().At(0)
		above, _ := s.Goal(root.ID())
		influences, _ := s.Sensitivity(root.ID())
		for _, x := range influences {
			leaf, _ := s.Goal(x.Node.ID())
			p := leaf.Progress.Rat()
			if x.Node.ChildCount() > 0 || x.Node == root || !leaf.Progress.Known() || p.Cmp(big.NewRat(1, 2)) > 0 || p.Cmp(big.NewRat(1, 100)) < 0 || leaf.Node.State(s.At().Bound()) != goal.Active {
				continue
			}
			const step = 1e-7
			view, err := s.WhatIf(rollup.IfProgress(x.Node.ID(), numberOf(p.Add(p, big.NewRat(1, 10_000_000)))))
			require.NoError(t, err)
			after, _ := view.Goal(root.ID())
			a, _ := above.Raw.Rat().Float64()
			b, _ := after.Raw.Rat().Float64()
			weight, _ := x.Weight.Rat().Float64()
			assert.InDelta(t, weight, (b-a)/step, 1e-4+weight*1e-3, "%s in %s", x.Node.ID(), root.ID())
			checked++
		}
	})
	assert.Greater(t, checked, int(worlds(2000)/80))
}

func numberOf(r *big.Rat) kpi.Number { return kpi.Num(r.FloatString(18)) }

// What is needed is enough, and nothing less is.
func TestNeededIsTheLeast(t *testing.T) {
	found := map[bool]int{}
	forWorlds(t, 600, func(t *testing.T, seed uint64, w world) {
		d := seededDice(seed)
		s := w.evaluate(t)
		top := s.Hierarchy().At(d(s.Hierarchy().Len())).ID()
		influences, _ := s.Sensitivity(top)
		if len(influences) == 0 {
			return
		}
		leaf := oneOf(d, influences).Node.ID()
		want := kpi.Num(oneOf(d, []string{"0.3", "0.5", "0.05", "0.999999999999999999", "1", "0"}))
		need, ok, err := s.Needed(leaf, top, want)
		require.NoError(t, err)
		found[ok]++
		if !ok {
			need.Progress = kpi.Units(1_000_000_000_000_000_001)
		}
		units, _ := need.Progress.Int64()
		assert.Equal(t, ok, reaches(t, s, top, leaf, units, want))
		if units > 0 {
			assert.False(t, reaches(t, s, top, leaf, units-1, want), "less is enough")
		}
	})
	assert.Greater(t, found[true], int(worlds(600)/30))
	assert.Greater(t, found[false], int(worlds(600)/30))
}

func reaches(t *testing.T, s *rollup.Snapshot, top, leaf string, units int64, want kpi.Number) bool {
	t.Helper()
	if units > 1_000_000_000_000_000_000 {
		return false
	}
	view, err := s.WhatIf(rollup.IfProgress(leaf, numberOf(kpi.Units(units).Rat())))
	require.NoError(t, err)
	r, _ := view.Goal(top)
	return r.Progress.Known() && r.Progress.Cmp(kpi.RatioOf(want)) >= 0
}

func TestNeededFaults(t *testing.T) {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	s, err := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	require.NoError(t, err)
	_, _, err = s.Needed("nobody", "nothing", kpi.Num("x"))
	var problems kpi.Problems
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 3)
	_, _, err = s.Needed("mail", "online", kpi.Number{})
	require.ErrorIs(t, err, kpi.ErrNumber)
	_, ok := s.Sensitivity("nobody")
	assert.False(t, ok)
}
