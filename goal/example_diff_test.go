package goal_test

import (
	"fmt"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func ExampleDiff() {
	target, higher := kpi.Reach("5000", "5500"), kpi.Reach("5000", "6000")
	before := goal.Plan{Goals: []goal.Goal{
		{ID: "awareness", Level: goal.Macro, Period: "2026"},
		{ID: "insta", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "awareness"}}, Measure: &goal.Measure{Target: &target}},
		{ID: "fair", Level: goal.Micro, Period: "2026-03", Supports: []goal.Link{{Goal: "awareness"}}},
	}}
	after := goal.Plan{Goals: []goal.Goal{
		{ID: "awareness", Title: "Be known", Level: goal.Macro, Period: "2026"},
		{ID: "insta", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "awareness", Weight: kpi.Int(2)}}, Measure: &goal.Measure{Target: &higher}},
	}}
	for _, c := range goal.Diff(before, after) {
		fmt.Printf("%s %s: %s %s %q %q\n", c.Of, c.ID, c.Kind, c.Field, c.Before, c.After)
	}
	// Output:
	// goal awareness: added title "" "Be known"
	// goal insta: added supports[awareness].weight "" "2"
	// goal insta: changed measure.target.to "5500" "6000"
	// goal fair: removed  "{\"id\":\"fair\",\"level\":\"micro\",\"period\":\"2026-03\",\"supports\":[{\"goal\":\"awareness\"}]}" ""
}
