package rollup_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// BenchmarkEvaluate evaluates a bushy tree, eight children to a goal and one
// reading to a leaf, from the ledger to the status of every goal. The baseline
// is the textbook: pointers, recursion, and decimals of shopspring/decimal,
// over the same readings and with the same figures.
func BenchmarkEvaluate(b *testing.B) {
	for _, size := range []int{1_000, 100_000, 1_000_000} {
		if testing.Short() && size > 1_000 {
			continue
		}
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
					root.rollup()
				}
				perGoal(b, size)
			})
		})
	}
}

func perGoal(b *testing.B, size int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/goal")
}

// bushy returns a tree of eight children to a goal, with weights and readings
// of two decimal places.
func bushy(size int) (goal.Plan, *kpi.Ledger) {
	draw := rand.New(rand.NewPCG(1, uint64(size)))
	day := time.Date(2026, time.February, 1, 0, 0, 0, 0, time.UTC)
	plan := goal.Plan{Goals: make([]goal.Goal, size)}
	var obs []kpi.Observation
	for i := range plan.Goals {
		g := goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q1"}
		if i > 0 {
			weight := kpi.NumberOf(decimal.New(1+draw.Int64N(1000), -2))
			g.Supports = []goal.Link{{Goal: "g" + strconv.Itoa((i-1)/8), Weight: weight}}
		}
		if 8*i+1 >= size {
			from, to := draw.Int64N(5000), 5001+draw.Int64N(5000)
			target := kpi.Target{Kind: kpi.KindReach, From: kpi.NumberOf(decimal.New(from, -2)), To: kpi.NumberOf(decimal.New(to, -2))}
			g.Measure = &goal.Measure{Target: &target}
			value := kpi.NumberOf(decimal.New(draw.Int64N(11000), -2))
			obs = append(obs, kpi.Observation{Goal: g.ID, At: day, Value: value})
		}
		plan.Goals[i] = g
	}
	var ledger kpi.Ledger
	if err := ledger.Add(obs...); err != nil {
		panic(err)
	}
	return plan, &ledger
}

// A textGoal is a goal as the textbook has it.
type textGoal struct {
	children                                []*textGoal
	weights                                 []decimal.Decimal
	from, to, value                         decimal.Decimal
	known                                   bool
	elapsed                                 decimal.Decimal
	raw, progress, expected, pace, coverage decimal.Decimal
	status                                  rollup.Status
}

var decOne = decimal.NewFromInt(1)

func textbook(h *goal.Hierarchy, n goal.Node, ledger *kpi.Ledger, bound time.Time) *textGoal {
	g := &textGoal{}
	p := n.Period()
	g.elapsed = decimal.NewFromInt(int64(bound.Sub(p.Start))).DivRound(decimal.NewFromInt(int64(p.End.Sub(p.Start))), 18)
	for e := range n.Children() {
		w, _ := e.Weight.Decimal()
		g.weights = append(g.weights, w)
		g.children = append(g.children, textbook(h, e.Child, ledger, bound))
	}
	if t, _, ok := n.Target(); ok {
		g.from, g.to = t.From.Decimal(), t.To.Decimal()
		q := kpi.Query{Goal: n.ID(), AllChannels: true, Combine: kpi.Last, Window: kpi.Period{Start: p.Start, End: bound}}
		_ = ledger.Tallies([]kpi.Query{q}, func(_ int, t kpi.Tally) { g.value, g.known = t.Last.Decimal(), true })
	}
	return g
}

func (g *textGoal) rollup() {
	if len(g.children) == 0 {
		g.raw = g.value.Sub(g.from).DivRound(g.to.Sub(g.from), 18)
		g.expected, g.coverage = g.elapsed, decOne
	} else {
		whole := decimal.Zero
		for i, c := range g.children {
			c.rollup()
			w := g.weights[i]
			whole = whole.Add(w)
			g.raw = g.raw.Add(w.Mul(c.progress))
			g.expected = g.expected.Add(w.Mul(c.expected))
			g.coverage = g.coverage.Add(w.Mul(c.coverage))
		}
		g.raw = g.raw.DivRound(whole, 18)
		g.expected = g.expected.DivRound(whole, 18)
		g.coverage = g.coverage.DivRound(whole, 18)
	}
	g.progress = decimal.Max(decimal.Zero, decimal.Min(decOne, g.raw))
	g.pace = g.progress.DivRound(g.expected, 18)
	switch {
	case g.progress.Equal(decOne):
		g.status = rollup.Achieved
	case g.pace.GreaterThanOrEqual(decimal.RequireFromString("1.10")):
		g.status = rollup.Ahead
	case g.pace.GreaterThanOrEqual(decimal.RequireFromString("0.90")):
		g.status = rollup.OnTrack
	case g.pace.GreaterThanOrEqual(decimal.RequireFromString("0.70")):
		g.status = rollup.Behind
	default:
		g.status = rollup.AtRisk
	}
}
