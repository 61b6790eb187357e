package main

import (
	"fmt"
	"math"

	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/internal/forest"
)

// batches changes k leaves in three ways.
func batches(s scale, p *page) {
	table := p.table("Many leaves change",
		"Different leaves of a bushy forest, as a share of its goals: staged and then settled together, one by one, or\n"+
			"written down and everything rolled up. All three come to the same figures, and the engine chooses.",
		"goals", "leaves", "share", "one by one, ns a leaf", "chosen", "chosen / one by one", "chosen / full", "staged / one by one", "staged / full", "one by one / full", "cheapest")
	for _, size := range s.rollups {
		if size > 1_000_000 {
			continue
		}
		var points []crossing
		f := forest.New(forest.Bushy, size)
		for _, k := range batchSizes(size, len(f.Leaves)) {
			points = append(points, table.batch(s, f, k))
		}
		table.after = append(table.after, fmt.Sprintf("%s goals: staging overtakes one by one %s; a full rollup overtakes one by one %s and staging %s.",
			short(size), overtakes(points, func(c crossing) float64 { return c.staged / c.single }),
			overtakes(points, func(c crossing) float64 { return c.full / c.single }),
			overtakes(points, func(c crossing) float64 { return c.full / c.staged })))
	}
}

func batchSizes(size, leaves int) (sizes []int) {
	for _, k := range []int{1, size / 1000, size / 100, size / 30, size / 10, size / 5, size / 2, leaves} {
		if k > 0 && (len(sizes) == 0 || k > sizes[len(sizes)-1]) {
			sizes = append(sizes, k)
		}
	}
	return sizes
}

// A crossing is the costs of a batch that changes a share of the goals.
type crossing struct{ share, staged, single, full float64 }

func (t *table) batch(s scale, f *forest.Forest, k int) crossing {
	e, changes := f.Engine(), f.Changes()
	all := func(name string, each func(forest.Change), done func()) variant {
		return variant{name, func() {
			for _, c := range changes.Take(k) {
				each(c)
			}
			done()
		}}
	}
	costs := s.race(
		all("staged", func(c forest.Change) { e.Stage(c.Slot, c.Figure(e)) }, e.Settle),
		all("single", func(c forest.Change) { e.Set(c.Slot, c.Figure(e)) }, func() {}),
		all("full", func(c forest.Change) { e.Line(c.Slot).Value = c.Value }, func() { e.Rollup(false) }),
	)
	size := len(f.Parents)
	c := crossing{
		float64(k) / float64(size),
		costs.ns("staged", 1).median, costs.ns("single", 1).median, costs.ns("full", 1).median,
	}
	chosen := map[flat.Way]string{flat.EachAlone: "single", flat.Staged: "staged", flat.Anew: "full"}[e.Way(k)]
	var toFull *aim
	if 10*k >= size {
		toFull = batchToFull
	}
	t.row(short(size), short(k)).
		text(fmt.Sprintf("%.2g %%", 100*c.share)).
		plain(costs.ns("single", k)).
		text(chosen).
		judge(batchToSingle, costs.ratio(chosen, "single")).
		judge(toFull, costs.ratio(chosen, "full")).
		plain(costs.ratio("staged", "single")).
		plain(costs.ratio("staged", "full")).
		plain(costs.ratio("single", "full")).
		text(c.cheapest())
	return c
}

func (c crossing) cheapest() string {
	switch min(c.staged, c.single, c.full) {
	case c.staged:
		return "staged"
	case c.single:
		return "one by one"
	}
	return "full"
}

// overtakes says from which share of the goals on a ratio is at most 1, between
// two points on a straight line through the logarithms.
func overtakes(points []crossing, ratio func(crossing) float64) string {
	last := len(points)
	for last > 0 && ratio(points[last-1]) <= 1 {
		last--
	}
	switch last {
	case 0:
		return "from the first leaf on"
	case len(points):
		return "never"
	}
	a, b := points[last-1], points[last]
	from, to := math.Log(ratio(a)), math.Log(ratio(b))
	share := math.Exp(math.Log(a.share) + (math.Log(b.share)-math.Log(a.share))*from/(from-to))
	return fmt.Sprintf("from %.2g %% of the goals on", 100*share)
}
