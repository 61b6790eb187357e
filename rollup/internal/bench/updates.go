package main

import "github.com/goalkit/goalkit/internal/forest"

// updates changes one leaf after the other.
func updates(s scale, p *page) {
	s.turn *= 5 // updates wait for memory, which each variant has to win back from the one before
	table := p.table("One leaf changes",
		"A random leaf, and all goals above it right again. float64 adds the difference to each of them, and drifts; the\n"+
			"textbook keeps exact decimal sums and divides once a goal. Turns are five times as long here. The goals are asked at 1M.",
		"shape", "goals", "exact, ns", "exact / float64", "textbook decimals / exact", "allocations")
	for _, shape := range forest.Shapes() {
		for _, size := range s.rollups {
			if shape == forest.Chain && size > s.deepest/10 {
				continue // one leaf, and every goal above it
			}
			var toFloat, toTextbook *aim
			if size == s.pointers {
				toFloat, toTextbook = updateToFloat, updateToTextbook
			}
			t := s.race(updateVariants(s, forest.New(shape, size))...)
			table.row(shape.String(), short(size)).
				plain(t.ns("exact", 1)).
				judge(toFloat, t.ratio("exact", "float64")).
				ratioIfRun(t, toTextbook, "textbook", "exact").
				judgeOne(updateAllocs, t["exact"].allocs)
		}
	}
}

func updateVariants(s scale, f *forest.Forest) []variant {
	all := f.Changes()
	each := func(name string, update func(forest.Change)) variant {
		changes := all.Clone()
		return variant{name, func() { update(changes.Take(1)[0]) }}
	}
	e, floats := f.Engine(), forest.NewFloats(f)
	variants := []variant{
		each("exact", func(c forest.Change) { e.Set(c.Slot, c.Figure(e)) }),
		each("float64", floats.Update),
	}
	if len(f.Parents) <= s.pointers {
		nodes := forest.NewDecimals(f)
		nodes[0].Rollup()
		variants = append(variants, each("textbook", func(c forest.Change) { nodes[c.Slot].Update(c.Value) }))
	}
	return variants
}
