package goal_test

import (
	"fmt"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// In March the target was raised. What was wanted in February stays what it was.
func ExampleRevisions() {
	plan := func(to string) goal.Plan {
		target := kpi.Reach("5000", to)
		return goal.Plan{Goals: []goal.Goal{{ID: "insta", Level: goal.Micro, Period: "2026-H1", Measure: &goal.Measure{Target: &target}}}}
	}
	revisions, err := goal.NewRevisions([]goal.Revision{
		{Plan: plan("5500")},
		{From: "2026-03-01", By: "Ada", Why: "reached too soon", Plan: plan("6000")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, date := range []string{"2026-02-28", "2026-03-01"} {
		at, _ := kpi.ParseMoment(date, nil)
		h, _ := revisions.At(at)
		n, _ := h.Node("insta")
		target, _, _ := n.Target()
		fmt.Println(date, "to", target.To)
	}
	march, _ := kpi.ParsePeriod("2026-03", nil)
	for _, c := range revisions.Changes(march) {
		fmt.Printf("%s %s: %s %s: %s, was %s (%s)\n", c.At.Format("January 2"), c.By, c.ID, c.Field, c.After, c.Before, c.Why)
	}
	// Output:
	// 2026-02-28 to 5500
	// 2026-03-01 to 6000
	// March 1 Ada: insta measure.target.to: 6000, was 5500 (reached too soon)
}
