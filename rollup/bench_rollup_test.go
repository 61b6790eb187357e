package rollup_test

import (
	"fmt"
	"testing"

	"github.com/goalkit/goalkit/internal/forest"
)

// The benchmarks of the engine: everything anew, one leaf after the other, many
// leaves at once. What it is measured against is in internal/forest; the program
// in rollup/internal/bench runs the same and writes down the ratios.

// BenchmarkRollup finds the progress of every goal anew. From values: exact is
// the engine, float64 the same arrays and one scan with floats, textbook the
// recursion over pointers with shopspring/decimal, and textbookFloat64 the same
// with floats. With the progress of leaves given: exactGiven and float64Given.
func BenchmarkRollup(b *testing.B) {
	for _, shape := range forest.Shapes() {
		for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000, 10_000_000) {
			b.Run(fmt.Sprintf("%v/%d", shape, size), func(b *testing.B) {
				benchmarkRollup(b, forest.New(shape, size))
			})
		}
	}
}

func benchmarkRollup(b *testing.B, f *forest.Forest) {
	size := len(f.Parents)
	timed := func(name string, rollup func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rollup()
			}
			perGoal(b, size)
		})
	}
	exact, given, floats := f.Engine(), f.Given(), forest.NewFloats(f)
	timed("exact", func() { exact.Rollup(false) })
	timed("float64", floats.Rollup)
	timed("exactGiven", func() { given.Rollup(false) })
	timed("float64Given", floats.RollupGiven)
	if deepest := 1_000_000; f.Depth() > deepest {
		return // recursion ends the process
	}
	if size <= 1_000_000 {
		root := forest.NewDecimals(f)[0]
		timed("textbook", func() { root.Rollup() })
	}
	root := &forest.NewFloatNodes(f)[0]
	timed("textbookFloat64", func() { root.Rollup() })
}

// BenchmarkUpdate changes the value of one leaf after the other, at random, and
// brings all goals above up to date: exact is the engine, float64 adds the
// difference to every goal above (and drifts), textbook does so with decimals
// over pointers: exact sums, divided once a goal.
func BenchmarkUpdate(b *testing.B) {
	for _, shape := range forest.Shapes() {
		for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000, 10_000_000) {
			if shape == forest.Chain && size > 100_000 {
				continue // one leaf, and every goal above it
			}
			b.Run(fmt.Sprintf("%v/%d", shape, size), func(b *testing.B) {
				benchmarkUpdate(b, forest.New(shape, size))
			})
		}
	}
}

func benchmarkUpdate(b *testing.B, f *forest.Forest) {
	all := f.Changes()
	timed := func(name string, update func(forest.Change)) {
		b.Run(name, func(b *testing.B) {
			changes := all.Clone()
			b.ReportAllocs()
			for b.Loop() {
				update(changes.Take(1)[0])
			}
		})
	}
	e, floats := f.Engine(), forest.NewFloats(f)
	timed("exact", func(c forest.Change) { e.Set(c.Slot, c.Figure(e)) })
	timed("float64", floats.Update)
	if len(f.Parents) <= 1_000_000 {
		nodes := forest.NewDecimals(f)
		nodes[0].Rollup()
		timed("textbook", func(c forest.Change) { nodes[c.Slot].Update(c.Value) })
	}
}

// BenchmarkBatch changes k leaves of a bushy forest, named in its path after the
// size: staged and then settled together, each carried up by itself (single), or
// written down and followed by a rollup of everything (full).
func BenchmarkBatch(b *testing.B) {
	for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000) {
		f := forest.New(forest.Bushy, size)
		for _, k := range []int{1, size / 100, size / 20, size / 10, size / 2} {
			b.Run(fmt.Sprintf("%d/%d", size, k), func(b *testing.B) { benchmarkBatch(b, f, k) })
		}
	}
}

func benchmarkBatch(b *testing.B, f *forest.Forest, k int) {
	e, changes := f.Engine(), f.Changes()
	timed := func(name string, each func(forest.Change), done func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range changes.Take(k) {
					each(c)
				}
				done()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(k), "ns/leaf")
		})
	}
	timed("staged", func(c forest.Change) { e.Stage(c.Slot, c.Figure(e)) }, e.Settle)
	timed("single", func(c forest.Change) { e.Set(c.Slot, c.Figure(e)) }, func() {})
	timed("full", func(c forest.Change) { e.Line(c.Slot).Value = c.Value }, func() { e.Rollup(false) })
}

// benchmarkSizes are the numbers of goals that benchmarks run at; only the first
// with -short.
func benchmarkSizes(sizes ...int) []int {
	if testing.Short() {
		return sizes[:1]
	}
	return sizes
}
