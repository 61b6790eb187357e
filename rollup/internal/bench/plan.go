package main

import (
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/forest"
	"github.com/goalkit/goalkit/kpi"
)

// planOf writes a forest down as a plan without measures.
func planOf(f *forest.Forest) goal.Plan {
	plan := goal.Plan{Goals: make([]goal.Goal, len(f.Parents))}
	for i := range plan.Goals {
		plan.Goals[i] = goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: "2026-Q1"}
		if p := f.Parents[i]; p >= 0 {
			link := goal.Link{Goal: "g" + strconv.Itoa(int(p)), Weight: hundredths(int64(f.Weights[i]))}
			plan.Goals[i].Supports = []goal.Link{link}
		}
	}
	return plan
}

// measure gives the leaves of a plan their targets, and returns a reading for
// each.
func measure(plan goal.Plan, f *forest.Forest) *kpi.Ledger {
	day := time.Date(2026, time.February, 1, 0, 0, 0, 0, time.UTC)
	obs := make([]kpi.Observation, len(f.Leaves))
	for i, slot := range f.Leaves {
		g, l := &plan.Goals[slot], f.Lines[i]
		target := kpi.Target{Kind: kpi.KindReach, From: hundredths(l.From), To: hundredths(l.To)}
		g.Measure = &goal.Measure{Target: &target}
		obs[i] = kpi.Observation{Goal: g.ID, At: day, Value: hundredths(l.Value)}
	}
	var ledger kpi.Ledger
	check(ledger.Add(obs...))
	return &ledger
}

func hundredths(n int64) kpi.Number { return kpi.NumberOf(decimal.New(n, -2)) }
