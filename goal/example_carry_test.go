package goal_test

import (
	"fmt"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// What was not reached in the first quarter goes on in the second.
func ExampleNode_CarryOver() {
	target := kpi.Reach("5000", "5500")
	plan := goal.Plan{Goals: []goal.Goal{
		{ID: "awareness", Level: goal.Macro, Period: "2026"},
		{
			ID: "insta-q1", Level: goal.Micro, Period: "2026-Q1", Owner: "Ada", State: goal.Closed, Since: "2026-04-01", Score: kpi.Num("0.6"),
			Supports: []goal.Link{{Goal: "awareness", Weight: kpi.Int(2)}}, Measure: &goal.Measure{Target: &target},
		},
	}}
	h, err := goal.New(plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	old, _ := h.Node("insta-q1")
	next := old.CarryOver("insta-q2", "", kpi.Int(5300))
	fmt.Println(next.ID, "carries on", next.Previous, "in", next.Period)
	fmt.Println(next.Owner, "gets it from", next.Measure.Target.From, "to", next.Measure.Target.To)

	plan.Goals = append(plan.Goals, next)
	_, err = goal.New(plan)
	fmt.Println(err)
	// Output:
	// insta-q2 carries on insta-q1 in 2026-Q2
	// Ada gets it from 5300 to 5500
	// <nil>
}
