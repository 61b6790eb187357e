package rollup_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

// BenchmarkUpdate changes the value of one leaf after the other, at random, and
// brings all goals above up to date: exact is the engine, float64 adds the
// difference to every goal above (and drifts), textbook does so with decimals
// over pointers: exact sums, divided once a goal.
func BenchmarkUpdate(b *testing.B) {
	for _, kind := range shapes {
		for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000, 10_000_000) {
			if kind.name == "chain" && size > 100_000 {
				continue // one leaf, and every goal above it
			}
			b.Run(kind.name+"/"+strconv.Itoa(size), func(b *testing.B) {
				benchmarkUpdate(b, newForest(size, kind.fanOut, kind.shared))
			})
		}
	}
}

func benchmarkUpdate(b *testing.B, s *forest) {
	timed := func(name string, update func(leaf int, value int64)) {
		b.Run(name, func(b *testing.B) {
			random := rand.New(rand.NewPCG(5, 6))
			b.ReportAllocs()
			for b.Loop() {
				leaf := random.IntN(len(s.leaves))
				l := s.lines[leaf]
				low, high := min(l.From, l.To), max(l.From, l.To)
				update(leaf, low+random.Int64N(high-low))
			}
		})
	}
	e := s.engine(false)
	timed("exact", func(leaf int, value int64) { e.SetValue(s.leaves[leaf], value) })
	f := newFloats(s)
	timed("float64", func(leaf int, value int64) { f.update(s.leaves[leaf], float64(value)/100) })
	if len(s.parents) <= 1_000_000 {
		nodes := newDecimalNodes(s)
		nodes[0].rollup()
		timed("textbook", func(leaf int, value int64) { nodes[s.leaves[leaf]].update(decimal.New(value, -2)) })
	}
}

func (f *floats) update(slot int32, value float64) {
	f.value[slot] = value
	now := f.leaf(int(slot))
	delta := now - f.progress[slot]
	f.progress[slot] = now
	f.spread(slot, delta)
}

// spread adds a difference to the goals above. Sums are linear, so shared
// children may be followed up path by path.
func (f *floats) spread(slot int32, delta float64) {
	for {
		for k := f.aboveFirst[slot]; k < f.aboveFirst[slot+1]; k++ {
			up := f.above[k]
			d := delta * f.aboveWeight[k] / f.whole[up]
			f.progress[up] += d
			f.spread(up, d)
		}
		up := f.parents[slot]
		if up < 0 || delta == 0 {
			return
		}
		delta *= f.weights[slot] / f.whole[up]
		f.progress[up] += delta
		slot = up
	}
}

func (n *decimalNode) update(value decimal.Decimal) {
	n.value = value
	was := n.progress
	n.progress = n.leaf()
	n.spread(was)
}

// spread carries the difference from what the goal was to the goals above.
func (n *decimalNode) spread(was decimal.Decimal) {
	delta := n.progress.Sub(was)
	if delta.IsZero() {
		return
	}
	for i, p := range n.parents {
		before := p.progress
		p.sum = p.sum.Add(n.parentWeights[i].Mul(delta))
		p.progress = p.sum.DivRound(p.whole, 18)
		p.spread(before)
	}
}
