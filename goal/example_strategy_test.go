package goal_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Two posts a week, for three weeks, on which 100 euros may be spent.
func ExampleStrategyNode_Turns() {
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "posts", Combine: kpi.Sum}, {ID: "spend", Unit: kpi.Currency("EUR"), Combine: kpi.Sum}},
		Strategies: []goal.Strategy{{
			ID: "content", Level: goal.Micro, Channel: "instagram", Period: "2026-03-02/2026-03-22", Cadence: kpi.Weekly,
			Planned: kpi.Int(2), Done: "posts", Budget: &goal.Budget{Amount: kpi.Int(100), Currency: "EUR"}, Cost: "spend",
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var ledger kpi.Ledger
	for _, day := range []int{3, 5, 12, 17, 18, 20} {
		at := time.Date(2026, time.March, day, 12, 0, 0, 0, time.UTC)
		post := kpi.Observation{Metric: "posts", Channel: "instagram", At: at, Value: kpi.Int(1)}
		paid := kpi.Observation{Metric: "spend", Channel: "instagram", At: at, Value: kpi.Num("12.5")}
		if err := ledger.Add(post, paid); err != nil {
			fmt.Println(err)
			return
		}
	}

	content, _ := h.Strategy("content")
	at, _ := h.Moment("2026-03-22")
	turns, _ := content.Turns(&ledger, at)
	var activity kpi.Activity
	for _, turn := range turns {
		activity.Add(turn)
		fmt.Println("week of", turn.Period.Start.Format("January 2:"), turn.Value, "posts, as planned:", turn.Met)
	}
	share, _ := activity.Share()
	percent, _ := share.Percent()
	fmt.Printf("%d%% of the weeks\n", percent)

	cost, _ := content.AskCost(at.Bound())
	spent, _ := h.Catalogue().Read(&ledger, []kpi.Ask{cost})
	budget, _ := content.Budget()
	fmt.Println(spent[0].Value, "of", budget.Amount, budget.Currency)
	// Output:
	// week of March 2: 2 posts, as planned: true
	// week of March 9: 1 posts, as planned: false
	// week of March 16: 3 posts, as planned: true
	// 67% of the weeks
	// 75 of 100 EUR
}

// Answers shall get faster, but not at the price of unhappy customers.
func ExampleNode_AskGuard() {
	answer, happy := kpi.AtMost("7200"), kpi.AtLeast("0.9")
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "first_response", Unit: kpi.Duration, Better: kpi.Lower, Combine: kpi.Mean},
			{ID: "satisfied", Unit: kpi.Fraction, Combine: kpi.Mean},
		},
		Goals: []goal.Goal{{
			ID: "fast", Title: "An answer within two hours", Level: goal.Micro, Period: "2026-Q1",
			Measure: &goal.Measure{Metric: "first_response", Target: &answer},
			Guard:   &goal.Measure{Metric: "satisfied", Target: &happy},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var ledger kpi.Ledger
	err = ledger.Add(kpi.Observation{Metric: "satisfied", At: time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC), Value: kpi.Num("0.85")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fast, _ := h.Node("fast")
	at, _ := h.Moment("2026-02-28")
	guard, _ := fast.Guard()
	ask, _ := fast.AskGuard(at.Bound())
	answers, _ := h.Catalogue().Read(&ledger, []kpi.Ask{ask})
	fmt.Println("satisfied:", answers[0].Value, "kept:", guard.Target.Met(answers[0].Value))
	// Output:
	// satisfied: 0.85 kept: false
}

// What the plan holds to move what.
func ExampleHierarchy_Drivers() {
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "sessions", Combine: kpi.Sum}, {ID: "leads", Combine: kpi.Sum}},
		Drivers: []goal.Driver{{From: "sessions", To: "leads", Lag: "14d"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for d := range h.Drivers() {
		fmt.Println("more", d.From, "means more", d.To, d.Lag, "later")
	}
	// Output:
	// more sessions means more leads 14d later
}
