package main

import (
	"math"
	"time"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/forest"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// evaluations go from the ledger to the status of every goal.
func evaluations(s scale, p *page) {
	table := p.table("Evaluation",
		"From the ledger to progress, expectation, pace, coverage and status of every goal of a bushy plan with one reading\n"+
			"to a leaf. The textbook does so by recursion with decimals; at 1M both in 5 rounds. The goals are asked at 1M.",
		"goals", "Evaluate, ns a goal", "textbook / Evaluate", "allocations a goal", "allocations a goal, textbook")
	for _, size := range s.loads {
		f := forest.New(forest.Bushy, size)
		plan := planOf(f)
		ledger := measure(plan, f)
		h, err := goal.New(plan)
		check(err)
		at, err := h.Moment("2026-02-14")
		check(err)
		t := s.fewer(5).race(
			variant{"goalkit", func() { _, err := rollup.Policy{}.Evaluate(h, ledger, at); check(err) }},
			variant{"textbook", func() { textbook(h, h.At(0), ledger, at.Bound()).Evaluate() }},
		)
		var speed, allocs *aim
		if size == s.pointers {
			speed, allocs = textbookToEval, evaluateAllocs
		}
		table.row(short(size)).
			plain(t.ns("goalkit", size)).
			judge(speed, t.ratio("textbook", "goalkit")).
			judgeOne(allocs, perOne(t["goalkit"].allocs, size)).
			text(number(perOne(t["textbook"].allocs, size)))
	}
}

func perOne(allocs float64, size int) float64 { return math.Round(allocs/float64(size)*1000) / 1000 }

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
		check(ledger.Tallies([]kpi.Query{q}, func(_ int, t kpi.Tally) { g.Value = t.Last.Decimal() }))
	}
	return g
}
