package rollup_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/forest"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// BenchmarkEvaluate evaluates a bushy tree, eight children to a goal and one
// reading to a leaf, from the ledger to the status of every goal. The baseline
// is the textbook: pointers, recursion, and decimals of shopspring/decimal,
// over the same readings and with the same figures.
func BenchmarkEvaluate(b *testing.B) {
	for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000) {
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			plan, ledger := bushy(size)
			h, err := goal.New(plan)
			if err != nil {
				b.Fatal(err)
			}
			at, _ := h.Moment("2026-02-14")
			b.Run("goalkit", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := (rollup.Policy{}).Evaluate(h, ledger, at); err != nil {
						b.Fatal(err)
					}
				}
				perGoal(b, size)
			})
			b.Run("textbook", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					root := textbook(h, h.At(0), ledger, at.Bound())
					root.Evaluate()
				}
				perGoal(b, size)
			})
		})
	}
}

func perGoal(b *testing.B, size int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/goal")
}

// bushy returns a bushy forest as a plan, and a reading for each leaf.
func bushy(size int) (goal.Plan, *kpi.Ledger) {
	f := forest.New(forest.Bushy, size)
	plan := goal.Plan{Goals: make([]goal.Goal, size)}
	for i := range plan.Goals {
		plan.Goals[i] = goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q1"}
		if p := f.Parents[i]; p >= 0 {
			link := goal.Link{Goal: "g" + strconv.Itoa(int(p)), Weight: hundredths(int64(f.Weights[i]))}
			plan.Goals[i].Supports = []goal.Link{link}
		}
	}
	day := time.Date(2026, time.February, 1, 0, 0, 0, 0, time.UTC)
	obs := make([]kpi.Observation, len(f.Leaves))
	for i, slot := range f.Leaves {
		g, l := &plan.Goals[slot], f.Lines[i]
		target := kpi.Target{Kind: kpi.KindReach, From: hundredths(l.From), To: hundredths(l.To)}
		g.Measure = &goal.Measure{Target: &target}
		obs[i] = kpi.Observation{Goal: g.ID, At: day, Value: hundredths(l.Value)}
	}
	var ledger kpi.Ledger
	if err := ledger.Add(obs...); err != nil {
		panic(err)
	}
	return plan, &ledger
}

func hundredths(n int64) kpi.Number { return kpi.NumberOf(decimal.New(n, -2)) }

// textbook reads what a goal and those below it need from the hierarchy and the
// ledger.
func textbook(h *goal.Hierarchy, n goal.Node, ledger *kpi.Ledger, bound time.Time) *forest.EvaluatedNode {
	g := &forest.EvaluatedNode{}
	p := n.Period()
	g.Elapsed = decimal.NewFromInt(int64(bound.Sub(p.Start))).DivRound(decimal.NewFromInt(int64(p.End.Sub(p.Start))), 18)
	for e := range n.Children() {
		w, _ := e.Weight.Decimal()
		g.Weights = append(g.Weights, w)
		g.Children = append(g.Children, textbook(h, e.Child, ledger, bound))
	}
	if t, _, ok := n.Target(); ok {
		g.From, g.To = t.From.Decimal(), t.To.Decimal()
		q := kpi.Query{Goal: n.ID(), AllChannels: true, Combine: kpi.Last, Window: kpi.Period{Start: p.Start, End: bound}}
		_ = ledger.Tallies([]kpi.Query{q}, func(_ int, t kpi.Tally) { g.Value = t.Last.Decimal() })
	}
	return g
}

// The textbook comes to what an evaluation comes to, or it would be no yardstick.
func TestTextbookAgrees(t *testing.T) {
	plan, ledger := bushy(1_000)
	h, err := goal.New(plan)
	require.NoError(t, err)
	at, _ := h.Moment("2026-02-14")
	snapshot, err := rollup.Policy{}.Evaluate(h, ledger, at)
	require.NoError(t, err)
	root := textbook(h, h.At(0), ledger, at.Bound())
	root.Evaluate()
	requireAgrees(t, snapshot, h.At(0), root)
}

func requireAgrees(t *testing.T, s *rollup.Snapshot, n goal.Node, g *forest.EvaluatedNode) {
	t.Helper()
	want, ok := s.Goal(n.ID())
	require.True(t, ok)
	for name, pair := range map[string]struct {
		ratio kpi.Ratio
		of    decimal.Decimal
	}{
		"progress": {want.Progress, g.Progress}, "expected": {want.Expected, g.Expected},
		"pace": {want.Pace, g.Pace}, "coverage": {want.Coverage, g.Coverage},
	} {
		d, known := pair.ratio.Decimal()
		require.True(t, known, "%s of %s", name, n.ID())
		require.InDelta(t, d.InexactFloat64(), pair.of.InexactFloat64(), 1e-12, "%s of %s", name, n.ID())
	}
	require.Equal(t, string(want.Status), g.Status, n.ID())
	i := 0
	for e := range n.Children() {
		requireAgrees(t, s, e.Child, g.Children[i])
		i++
	}
}
