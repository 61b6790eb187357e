package rollup_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A dashboard that is told of every order as it comes in.
func ExampleTracker() {
	h := bakery()
	at, _ := h.Moment("2026-03-31")
	tracker, err := rollup.Policy{}.Track(h, bakeryReadings(), at)
	if err != nil {
		panic(err)
	}
	show := func(what string) {
		online, _ := tracker.Goal("online")
		fmt.Println(online.Progress, what)
	}
	show("at first")

	march20 := time.Date(2026, time.March, 20, 0, 0, 0, 0, time.UTC)
	if err := tracker.Record(kpi.Observation{Metric: "orders", At: march20, Value: kpi.Int(36)}); err != nil {
		panic(err)
	}
	show("after 36 more orders")

	if err := tracker.SetOverride("mail", &goal.Override{Progress: kpi.Num("0.8"), By: "Ada"}); err != nil {
		panic(err)
	}
	show("with the newsletter set to 80 %")

	snapshot, err := tracker.Snapshot() // for expectation, pace, status and explanations
	if err != nil {
		panic(err)
	}
	online, _ := snapshot.Goal("online")
	fmt.Println(online.Progress, "of", online.Expected, online.Status)
	// Output:
	// 0.4125 at first
	// 0.6375 after 36 more orders
	// 0.6875 with the newsletter set to 80 %
	// 0.6875 of 1 at_risk
}

// What if the newsletter were at 80 %, and counted twice as much?
func ExampleSnapshot_WhatIf() {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	snapshot, _ := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)

	view, err := snapshot.WhatIf(
		rollup.IfProgress("mail", kpi.Num("0.8")),
		rollup.IfWeight("mail", "online", kpi.Int(2)),
	)
	if err != nil {
		panic(err)
	}
	is, _ := snapshot.Goal("online")
	would, _ := view.Goal("online")
	fmt.Println("is", is.Progress, is.Status, "and would be", would.Progress, would.Status)
	// Output: is 0.4125 behind and would be 0.53 on_track
}

// Which goals decide how the one above does?
func ExampleSnapshot_Sensitivity() {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	snapshot, _ := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	influences, _ := snapshot.Sensitivity("online")
	for _, x := range influences {
		fmt.Println(x.Weight, x.Node.Title())
	}
	// Output:
	// 0.25 500 subscribers
	// 0.75 120 orders
}

// How many orders would it take to be half way?
func ExampleSnapshot_Needed() {
	h := bakery()
	at, _ := h.Moment("2026-03-15")
	snapshot, _ := rollup.Policy{}.Evaluate(h, bakeryReadings(), at)
	need, ok, err := snapshot.Needed("orders", "online", kpi.Num("0.5"))
	if err != nil {
		panic(err)
	}
	fmt.Println(ok, need.Progress, need.Value)

	_, ok, _ = snapshot.Needed("mail", "online", kpi.Num("0.9"))
	fmt.Println(ok)
	// Output:
	// true 0.466666666666666666 56
	// false
}

// The line of a chart: how the goal above stood at the end of each week.
func ExamplePolicy_History() {
	h := bakery()
	var weeks []kpi.Moment
	for _, day := range []string{"2026-03-07", "2026-03-14", "2026-03-21"} {
		at, _ := h.Moment(day)
		weeks = append(weeks, at)
	}
	courses, err := rollup.Policy{}.History(h, bakeryReadings(), weeks, "online")
	if err != nil {
		panic(err)
	}
	for i, standing := range courses[0].Standings {
		fmt.Println(weeks[i], standing.Progress, standing.Coverage)
	}
	// Output:
	// 2026-03-08T00:00:00Z unknown 0
	// 2026-03-15T00:00:00Z 0.225 1
	// 2026-03-22T00:00:00Z 0.4125 1
}
