package main

import (
	"runtime"

	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/forest"
)

// rollups finds the progress of every goal anew.
func rollups(s scale, p *page) {
	values := p.table("Full rollup from values",
		"`exact` is the engine; the limit is one scan with float64 over the same arrays; the textbooks are recursions over\n"+
			"pointers. No textbook where recursion would end the process or pointers would take gigabytes.",
		"shape", "goals", "exact, ns a goal", "exact / float64", "textbook decimals / exact", "textbook float64 / exact", "allocations")
	given := p.table("Full rollup, progress of the leaves given",
		"What is left once the leaves are known: weighing and dividing.",
		"shape", "goals", "exact, ns a goal", "exact / float64 given", "exact / float64 from values", "allocations")
	chains := p.table("A long chain", "One value at the foot of a chain of single children changes, and the top follows.",
		"goals", "reached the top", "ms a change")
	for _, shape := range forest.Shapes() {
		for _, size := range s.rollups {
			f := forest.New(shape, size)
			t := s.race(rollupVariants(s, f)...)
			values.row(shape.String(), short(size)).
				plain(t.ns("exact", size)).
				judge(rollupToFloat, t.ratio("exact", "float64")).
				ratioIfRun(t, rollupToTextbook, "textbook", "exact").
				ratioIfRun(t, nil, "textbookFloat64", "exact").
				judgeOne(rollupAllocs, t["exact"].allocs)
			given.row(shape.String(), short(size)).
				plain(t.ns("exactGiven", size)).
				judge(givenToGiven, t.ratio("exactGiven", "float64Given")).
				judge(givenToFloat, t.ratio("exactGiven", "float64")).
				judgeOne(rollupAllocs, t["exactGiven"].allocs)
			if shape == forest.Chain && size == s.rollups[len(s.rollups)-1] {
				chains.row(short(size)).longChain(s, f)
			}
		}
	}
}

func rollupVariants(s scale, f *forest.Forest) []variant {
	exact, given, floats := f.Engine(), f.Given(), forest.NewFloats(f)
	variants := []variant{
		{"exact", func() { exact.Rollup(false) }},
		{"float64", floats.Rollup},
		{"exactGiven", func() { given.Rollup(false) }},
		{"float64Given", floats.RollupGiven},
	}
	if f.Depth() > s.deepest || len(f.Parents) > s.pointers {
		return variants
	}
	decimals, floatNodes := forest.NewDecimals(f)[0], &forest.NewFloatNodes(f)[0]
	return append(variants,
		variant{"textbook", func() { decimals.Rollup() }},
		variant{"textbookFloat64", func() { floatNodes.Rollup() }},
	)
}

// ratioIfRun adds a ratio to what was not run everywhere.
func (r *row) ratioIfRun(t times, a *aim, name, of string) *row {
	if t[name] == nil {
		return r.text("")
	}
	return r.judge(a, t.ratio(name, of))
}

// longChain changes the leaf of a chain and looks for it at the top.
func (r *row) longChain(s scale, f *forest.Forest) {
	e, changes := f.Engine(), f.Changes()
	works := 1.0
	change := func() {
		c := changes.Take(1)[0]
		e.Set(c.Slot, c.Figure(e))
		if raw, _ := e.Line(c.Slot).Raw(); e.Figure(0).Units() != uint64(min(max(raw, 0), fixed.One)) {
			works = 0
		}
	}
	t := s.race(variant{"change", change})
	r.judgeOne(chainWorks, works).plain(t.ns("change", 1_000_000))
}

// sharedChildren compares forests with and without shared children.
func sharedChildren(s scale, p *page) {
	table := p.table("Shared children", "Every second goal supports two goals instead of one.",
		"goals", "shared, ns a goal", "shared / bushy")
	for _, size := range s.rollups {
		shared, bushy := forest.New(forest.Shared, size).Engine(), forest.New(forest.Bushy, size).Engine()
		t := s.race(
			variant{"shared", func() { shared.Rollup(false) }},
			variant{"bushy", func() { bushy.Rollup(false) }},
		)
		table.row(short(size)).plain(t.ns("shared", size)).judge(sharedToBushy, t.ratio("shared", "bushy"))
	}
}

// memory weighs engines on the heap.
func memory(s scale, p *page) {
	table := p.table("Memory of the engine",
		"The heap with the engine less the heap without it, after collections. Objects are counted for the whole engine:\n"+
			"where they are few, no goal has pointers.",
		"shape", "goals", "bytes a goal", "objects")
	for _, shape := range forest.Shapes() {
		for _, size := range s.memory {
			var bytes, objects *aim
			if shape == forest.Bushy {
				bytes, objects = bytesAGoal, objectsOfEngine
			}
			f := forest.New(shape, size)
			before := heap()
			e := f.Engine()
			after := heap()
			runtime.KeepAlive(f)
			runtime.KeepAlive(e)
			table.row(shape.String(), short(size)).
				judgeOne(bytes, float64(after.HeapAlloc-before.HeapAlloc)/float64(size)).
				judgeOne(objects, float64(after.HeapObjects-before.HeapObjects))
		}
	}
}

func heap() (m runtime.MemStats) {
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m
}
