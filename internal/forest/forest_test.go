package forest_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/internal/forest"
)

// What the engine is measured against comes to the same figures, or it would be
// no yardstick: after a rollup, and after every leaf has changed once.
func TestBaselinesAgree(t *testing.T) {
	for _, shape := range forest.Shapes() {
		for _, size := range []int{1, 2, 9, 10, 1000} {
			t.Run(fmt.Sprintf("%v/%d", shape, size), func(t *testing.T) {
				f := forest.New(shape, size)
				all := newSides(f)
				all.rollup()
				all.requireEqual(t)
				changes := f.Changes()
				for range changes.Most() {
					all.update(changes.Take(1)[0])
				}
				all.requireEqual(t)
			})
		}
	}
}

type sides struct {
	engine   *flat.Engine
	given    *flat.Engine // updated by nothing
	before   []flat.Figure
	floats   *forest.Floats
	decimals []*forest.DecimalNode
	nodes    []forest.FloatNode
	changed  bool
}

func newSides(f *forest.Forest) *sides {
	return &sides{
		engine: f.Engine(), given: f.Given(), floats: forest.NewFloats(f),
		decimals: forest.NewDecimals(f), nodes: forest.NewFloatNodes(f),
	}
}

func (s *sides) rollup() {
	s.engine.Rollup(true)
	s.given.Rollup(false)
	s.floats.Rollup()
	s.floats.RollupGiven()
	for range 2 { // twice: goals are found again
		s.decimals[0].Rollup()
		s.nodes[0].Rollup()
	}
	for slot := range int32(s.given.Len()) {
		s.before = append(s.before, s.given.Figure(slot))
	}
}

func (s *sides) update(c forest.Change) {
	s.changed = true
	s.engine.Set(c.Slot, c.Figure(s.engine))
	s.floats.Update(c)
	s.decimals[c.Slot].Update(c.Value)
}

func (s *sides) requireEqual(t *testing.T) {
	t.Helper()
	const close = 1e-12
	for slot := range int32(s.engine.Len()) {
		want := progress(s.engine, slot)
		require.InDelta(t, want, s.floats.Progress[slot], close, "floats, slot %d", slot)
		require.InDelta(t, want, s.decimals[slot].Progress.InexactFloat64(), close, "decimals, slot %d", slot)
		require.Equal(t, s.before[slot], s.given.Figure(slot))
		if !s.changed {
			require.InDelta(t, want, s.nodes[slot].Progress, close, "nodes, slot %d", slot)
			require.InDelta(t, want, progress(s.given, slot), 0, "given, slot %d", slot)
		}
	}
}

func progress(e *flat.Engine, slot int32) float64 {
	return float64(e.Figure(slot).Units()) / fixed.One
}

// The shapes are what they are called.
func TestShapes(t *testing.T) {
	const size = 1000
	depths := map[forest.Shape]int{forest.Bushy: 5, forest.Chain: size, forest.Star: 2, forest.Shared: 5}
	for _, shape := range forest.Shapes() {
		f := forest.New(shape, size)
		require.Equal(t, depths[shape], f.Depth(), "%v", shape)
		require.Equal(t, shape == forest.Shared, len(f.Links) > size/3, "%v", shape)
		require.Len(t, f.Lines, len(f.Leaves), "%v", shape)
		for _, l := range f.Lines {
			require.True(t, l.Fits())
		}
	}
	beyond, falling := 0, 0
	lines := forest.New(forest.Star, size).Lines
	for _, l := range lines {
		if raw, _ := l.Raw(); raw < 0 || raw > fixed.One {
			beyond++
		}
		if l.To < l.From {
			falling++
		}
	}
	require.InDelta(t, 0.1, float64(beyond)/size, 0.05)
	require.InDelta(t, 0.5, float64(falling)/size, 0.1)
}

// However they are taken, changes hit every leaf once before any again, and then
// with another value.
func TestChanges(t *testing.T) {
	for _, k := range []int{1, 3, 7, 10} {
		changes := forest.New(forest.Star, 11).Changes()
		require.Equal(t, 10, changes.Most())
		values := map[int32]int64{}
		var seen []int32
		for len(seen) < 100 {
			for _, c := range changes.Take(k) {
				require.NotContains(t, seen[max(0, len(seen)-9):], c.Slot)
				require.NotEqual(t, values[c.Slot], c.Value)
				values[c.Slot] = c.Value
				seen = append(seen, c.Slot)
			}
		}
	}
}
