package rollup_test

import (
	"fmt"
	"log"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// The tutorial of the README.
func Example() {
	// What is wanted: a direction, and a step that serves it.
	target := kpi.ReachBy("5000", "+10%")
	hierarchy, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}},
		Goals: []goal.Goal{
			{ID: "awareness", Title: "Be known", Level: goal.Macro, Period: "2026"},
			{
				ID: "instagram", Title: "Instagram followers +10%", Level: goal.Micro, Period: "2026-Q2",
				Supports: []goal.Link{{Goal: "awareness"}},
				Measure:  &goal.Measure{Metric: "followers", Target: &target},
			},
		},
	})
	if err != nil {
		log.Fatal(err) // every fault of the plan, not only the first
	}

	// What was measured.
	var ledger kpi.Ledger
	may17 := time.Date(2026, time.May, 17, 0, 0, 0, 0, time.UTC)
	err = ledger.Add(kpi.Observation{Metric: "followers", At: may17, Value: kpi.Int(5175)})
	if err != nil {
		log.Fatal(err)
	}

	// How far it is when May 17 is over.
	at, _ := hierarchy.Moment("2026-05-17")
	snapshot, err := rollup.Policy{}.Evaluate(hierarchy, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}
	for r := range snapshot.All() {
		percent, _ := r.Progress.Percent()
		fmt.Printf("%s: %d%%, expected %s, %s\n", r.Node.Title(), percent, r.Expected, r.Status)
	}
	// Output:
	// Be known: 35%, expected 0.516483516483516484, at_risk
	// Instagram followers +10%: 35%, expected 0.516483516483516484, at_risk
}

// bakery is a plan of one macro goal and two micro goals that serve it.
func bakery() *goal.Hierarchy {
	subscribers, orders := kpi.Reach("400", "500"), kpi.Deliver("120")
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "subscribers", Combine: kpi.Last}, {ID: "orders", Combine: kpi.Sum}},
		Goals: []goal.Goal{
			{ID: "online", Title: "Sell online", Level: goal.Macro, Period: "2026"},
			{
				ID: "mail", Title: "500 subscribers", Level: goal.Micro, Period: "2026-03",
				Supports: []goal.Link{{Goal: "online", Weight: kpi.Int(1)}},
				Measure:  &goal.Measure{Metric: "subscribers", Target: &subscribers},
			},
			{
				ID: "orders", Title: "120 orders", Level: goal.Micro, Period: "2026-03",
				Supports: []goal.Link{{Goal: "online", Weight: kpi.Int(3)}},
				Measure:  &goal.Measure{Metric: "orders", Target: &orders},
			},
		},
	})
	if err != nil {
		panic(err)
	}
	return h
}

func bakeryReadings() *kpi.Ledger {
	day := func(d int) time.Time { return time.Date(2026, time.March, d, 0, 0, 0, 0, time.UTC) }
	var ledger kpi.Ledger
	err := ledger.Add(
		kpi.Observation{Metric: "subscribers", At: day(8), Value: kpi.Int(440)},
		kpi.Observation{Metric: "subscribers", At: day(15), Value: kpi.Int(460)},
		kpi.Observation{Metric: "orders", At: day(8), Value: kpi.Int(20)},
		kpi.Observation{Metric: "orders", At: day(15), Value: kpi.Int(22)},
	)
	if err != nil {
		panic(err)
	}
	return &ledger
}

func ExamplePolicy_Evaluate() {
	h := bakery()
	at, _ := h.Moment("2026-03-15") // what is known when March 15 is over
	snapshot, err := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	if err != nil {
		panic(err)
	}
	for r := range snapshot.All() {
		fmt.Println(r.Node.Title(), r.Progress, r.Status)
	}
	// Output:
	// Sell online 0.4125 behind
	// 500 subscribers 0.6 ahead
	// 120 orders 0.35 behind
}

// A policy decides what becomes of goals without a value, among other things.
func ExamplePolicy() {
	h := bakery()
	at, _ := h.Moment("2026-03-08")
	var ledger kpi.Ledger // nothing was read of orders yet
	_ = ledger.Add(kpi.Observation{Metric: "subscribers", At: at.Bound().AddDate(0, 0, -1), Value: kpi.Int(440)})

	for _, policy := range []rollup.Policy{
		{},
		{Unknown: rollup.UnknownSkip},
		{Unknown: rollup.UnknownSkip, KnownFrom: kpi.Num("0.5")},
	} {
		snapshot, _ := policy.Evaluate(h, &ledger, at)
		online, _ := snapshot.Goal("online")
		fmt.Printf("%v %v %q\n", online.Progress, online.Coverage, online.Absence)
	}
	// Output:
	// 0.1 0.25 ""
	// 0.4 0.25 ""
	// unknown 0.25 "too little of the children's weight is known"
}

// Every number can say where it comes from.
func ExampleResult_Parts() {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	snapshot, _ := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	online, _ := snapshot.Goal("online")
	for _, p := range online.Parts() {
		fmt.Println(p.Share, "x", p.Progress, "=", p.Contribution, p.Node.Title())
	}
	fmt.Println("expected", online.Expected, "pace", online.Pace)
	for _, n := range online.Causes() {
		fmt.Println("held back by", n.Title())
	}
	// Output:
	// 0.25 x 0.6 = 0.15 500 subscribers
	// 0.75 x 0.35 = 0.2625 120 orders
	// expected 0.483870967741935484 pace 0.8525
	// held back by 120 orders
}
