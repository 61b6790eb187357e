package goal_test

import (
	"fmt"
	"strings"

	"github.com/goalkit/goalkit/goal"
)

func ExampleHierarchy_Roadmap() {
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{ID: "mail", Title: "2,000 subscribers", Level: goal.Micro, Period: "2026-Q2", Supports: []goal.Link{{Goal: "leads"}, {Goal: "brand"}}},
		{ID: "leads", Title: "More leads", Level: goal.Macro, Period: "2026"},
		{ID: "brand", Title: "Be known", Level: goal.Macro, Period: "2026-H2"},
		{ID: "page", Title: "A page that converts", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "leads"}}},
		{ID: "fair", Title: "A stand at the fair", Level: goal.Micro, Period: "2026-03", State: goal.Cancelled, Supports: []goal.Link{{Goal: "leads"}}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	at, _ := h.Moment("2026-01-31")
	for stop := range h.Roadmap(at) {
		fmt.Printf("%s%s, %s\n", strings.Repeat("  ", stop.Depth), stop.Node.Title(), stop.Node.Goal().Period)
	}
	// Output:
	// More leads, 2026
	//   A page that converts, 2026-Q1
	//   2,000 subscribers, 2026-Q2
	// Be known, 2026-H2
	//   2,000 subscribers, 2026-Q2
}
