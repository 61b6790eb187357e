package goal_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func ExampleNew() {
	followers := kpi.ReachBy("5000", "+10%")
	plan := goal.Plan{
		Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}},
		Goals: []goal.Goal{
			{ID: "awareness", Title: "Be known in our town", Level: goal.Macro, Period: "2026"},
			{
				ID: "insta-q1", Title: "Instagram followers +10%", Level: goal.Micro, Period: "2026-Q1", Channel: "instagram",
				Supports: []goal.Link{{Goal: "awareness", Weight: kpi.Num("2")}},
				Measure:  &goal.Measure{Metric: "followers", Target: &followers},
			},
			{
				ID: "fair", Title: "A stand at the spring fair", Level: goal.Micro, Period: "2026-03",
				Supports: []goal.Link{{Goal: "awareness"}},
			},
		},
	}
	h, err := goal.New(plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(h.Len(), "goals")
	for root := range h.Roots() {
		fmt.Println(root.Title(), "has", root.ChildCount())
	}
	// Output:
	// 3 goals
	// Be known in our town has 2
}

// All that is wrong is reported at once. Reasons are the codes of the JSON
// contract.
func ExampleNew_problems() {
	_, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{ID: "awareness", Level: goal.Macro, Period: "2026-Q5"},
		{ID: "insta-q1", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "stories"}, {Goal: "awarenes", Weight: kpi.Num("-1")}}},
		{ID: "stories", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "insta-q1"}}},
	}})
	if problems, ok := err.(kpi.Problems); ok { //nolint:errorlint // the documented type
		for _, p := range problems {
			fmt.Printf("%s %s\n  %s\n", p.Reason, p.Field, p.Message())
		}
	}
	// Output:
	// period period
	//   "2026-Q5": no such period: want 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W14, 2026-03-05 or FIRST/LAST
	// negative_weight supports[1].weight
	//   "-1": a weight is not negative
	// unknown_goal supports[1].goal
	//   "awarenes": the plan has no such goal
	// cycle supports
	//   insta-q1 -> stories -> insta-q1
}

func ExamplePlan_UnmarshalJSON() {
	const doc = `{
		"zone": "Europe/Berlin",
		"goals": [
			{"id": "loyalty", "level": "macro", "period": "2026"},
			{"id": "newsletter", "level": "micro", "period": "2026-Q1", "supports": [{"goal": "loyalty", "weight": 0.5}]}
		]
	}`
	var plan goal.Plan
	if err := json.Unmarshal([]byte(doc), &plan); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plan.Goals[1].ID, "weighs", plan.Goals[1].Supports[0].Weight)

	fmt.Println(json.Unmarshal([]byte(`{"goals": [{"id": "loyalty", "titel": "Guests come back"}]}`), &plan))
	// Output:
	// newsletter weighs 0.5
	// line 1, column 30: unknown key "titel"
}

func ExampleCheckObservations() {
	plan := goal.Plan{
		Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}},
		Goals:   []goal.Goal{{ID: "fair", Level: goal.Micro, Period: "2026-03"}},
	}
	sunday := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(goal.CheckObservations(plan, []kpi.Observation{
		{Metric: "followers", At: sunday, Value: kpi.Int(5210)},
		{Metric: "followers", At: sunday, Value: kpi.Int(5120)},
		{Metric: "folowers", At: sunday, Value: kpi.Int(5230)},
		{Goal: "fair", At: sunday, Value: kpi.Int(1)},
	}))
	// Output:
	// observations[1].value: "5120": another reading of this instant differs, and no revision tells which holds
	// observations[2].metric: "folowers": no metric has this id
	// observations[3].goal: "fair": the goal is not measured
}

// What would the year look like if the fair were called off and the newsletter
// counted double? The plan's own hierarchy stays as it is.
func ExampleHierarchy_WithState() {
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{ID: "leads", Level: goal.Macro, Period: "2026"},
		{ID: "fair", Level: goal.Micro, Period: "2026-03", Supports: []goal.Link{{Goal: "leads"}}},
		{ID: "mail", Level: goal.Micro, Period: "2026-H1", Supports: []goal.Link{{Goal: "leads"}}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	whatIf, err := h.WithState("fair", goal.Cancelled, "2026-02-01", kpi.Number{})
	if err == nil {
		whatIf, err = whatIf.WithWeight("mail", "leads", kpi.Int(2))
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	march, _ := h.Moment("2026-03-01")
	for _, h := range []*goal.Hierarchy{h, whatIf} {
		leads, _ := h.Node("leads")
		for e := range leads.Children() {
			fmt.Println(e.Child.ID(), "is", e.Child.State(march.Bound()), "and weighs", e.Weight)
		}
	}
	_, err = h.WithState("mail", goal.Active, "soon", kpi.Num("0.8"))
	fmt.Println(err)
	// Output:
	// fair is active and weighs 1
	// mail is active and weighs 1
	// fair is cancelled and weighs 1
	// mail is active and weighs 2
	// goal mail: since: "soon": no such date or instant: want 2026-03-05 or 2026-03-05T09:00:00Z
	// goal mail: score: "0.8": only a closed goal has a score
}

func ExampleNode_Children() {
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{ID: "leads", Title: "More leads", Level: goal.Macro, Period: "2026"},
		{ID: "site", Title: "A site that converts", Level: goal.Micro, Period: "2026-H1", Supports: []goal.Link{{Goal: "leads", Weight: kpi.Int(3)}}},
		{ID: "form", Title: "A shorter form", Level: goal.Micro, Period: "2026-01", Supports: []goal.Link{{Goal: "site"}}},
		{ID: "mail", Title: "A monthly newsletter", Level: goal.Micro, Period: "2026-H1", Supports: []goal.Link{{Goal: "leads"}}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var walk func(n goal.Node, depth int)
	walk = func(n goal.Node, depth int) {
		for e := range n.Children() {
			fmt.Printf("%s%s, weight %s\n", strings.Repeat("  ", depth), e.Child.Title(), e.Weight)
			walk(e.Child, depth+1)
		}
	}
	for root := range h.Roots() {
		fmt.Println(root.Title())
		walk(root, 1)
	}
	// Output:
	// More leads
	//   A site that converts, weight 3
	//     A shorter form, weight 1
	//   A monthly newsletter, weight 1
}

// Which days had a story? The target is one a day.
func ExampleNode_Turns() {
	daily := kpi.AtLeast("1").Keep()
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "stories", Combine: kpi.Sum}},
		Goals: []goal.Goal{{
			ID: "stories", Title: "A story a day", Level: goal.Micro, Period: "2026-W10", Cadence: kpi.Daily,
			Measure: &goal.Measure{Metric: "stories", Target: &daily},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var ledger kpi.Ledger
	for _, day := range []int{2, 3, 3, 5, 6} {
		at := time.Date(2026, time.March, day, 18, 0, 0, 0, time.UTC)
		if err := ledger.Add(kpi.Observation{Metric: "stories", At: at, Value: kpi.Int(1)}); err != nil {
			fmt.Println(err)
		}
	}
	friday, _ := h.Moment("2026-03-06")
	node, _ := h.Node("stories")
	turns, err := node.Turns(&ledger, friday)
	if err != nil {
		fmt.Println(err)
	}
	for _, t := range turns {
		fmt.Println(t.Period.Start.Weekday(), t.Value, t.Met)
	}
	// Output:
	// Monday 1 true
	// Tuesday 2 true
	// Wednesday unknown false
	// Thursday 1 true
	// Friday 1 true
}
