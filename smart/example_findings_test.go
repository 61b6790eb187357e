package smart_test

import (
	"encoding/json"
	"fmt"
	"log"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

// A statement, checked: what the text can tell.
func ExampleCheck() {
	monday := time.Date(2026, time.January, 12, 0, 0, 0, 0, time.UTC)
	draft, a := smart.Check("Increase Instagram followers by 10%", monday)
	fmt.Println(a.Verdict, a.Score, "- achievable:", a.Criteria.Achievable)
	for _, f := range a.Findings {
		fmt.Printf("%-7s %s %q: %s -> %s\n", f.Severity, f.Code, f.Span.Of(draft.Text), f.Message, f.Fix)
	}
	// Output:
	// partly 57 - achievable: not assessed
	// warning measurable.no-baseline "by 10%": 10% of what? -> add the level that it starts from
	// error   time.no-deadline "": nothing says until when -> add a date, such as 'by the end of the next quarter'
}

// A plan, checked against eight weeks of readings.
func ExampleChecks_Assess() {
	followers, leads := kpi.Reach("5000", "9000"), kpi.Deliver("300")
	hierarchy, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{
			ID: "awareness", Title: "Be known", Level: goal.Macro, Period: "2026", Owner: "Ann",
			Measure: &goal.Measure{Metric: "leads", Target: &leads},
		},
		{
			ID: "instagram", Title: "Instagram followers", Level: goal.Micro, Period: "2026-H2", Channel: "instagram", Cadence: kpi.Weekly,
			Supports: []goal.Link{{Goal: "awareness"}},
			Measure:  &goal.Measure{Metric: "followers", Target: &followers},
		},
	}}, marketing.Metrics("EUR")...)
	if err != nil {
		log.Fatal(err)
	}
	var ledger kpi.Ledger
	for week, value := range []int64{4700, 4730, 4790, 4810, 4880, 4890, 4960, 5000} {
		at := time.Date(2026, time.May, 12+7*week, 12, 0, 0, 0, time.UTC)
		if err := ledger.Add(kpi.Observation{Metric: "followers", Channel: "instagram", At: at, Value: kpi.Int(value)}); err != nil {
			log.Fatal(err)
		}
	}

	at, _ := hierarchy.Moment("2026-06-30")
	checks := smart.Checks{
		Off:     []string{"achievable.no-history", "measurable.no-cadence"},
		Drivers: []goal.Driver{{From: "followers", To: "leads"}},
	}
	review, err := checks.Assess(hierarchy, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}
	for _, g := range review.Goals {
		fmt.Println(g.Goal, g.Verdict, g.Score)
		for _, f := range g.Findings {
			fmt.Printf("  %s %s: %s\n    %s\n", f.Severity, f.Code, f.Message, f.Fix)
		}
	}
	// Output:
	// awareness smart 100
	// instagram partly 68
	//   warning specific.owner-missing: nobody is assigned
	//     name an owner
	//   error achievable.unrealistic: needs 2.3% per week; it was 0.89% per week on average, 0.95% per week at best: a chance of less than 1%
	//     aim at 6,481, for a chance of 25%, or set a later date
	//   warning achievable.beyond-best: never seen: needs 2.3% per week, the best there was is 0.95% per week
	//     say what will be different, or aim at 6,311, for an even chance
	//   warning time.window: 184 days are too long for a micro goal
	//     split it into goals of at most 92 days
}

// Criteria in the form of the JSON contract.
func ExampleCriteria() {
	_, a := smart.Check("Publish two blog posts every week", time.Date(2026, time.January, 12, 0, 0, 0, 0, time.UTC))
	data, _ := json.Marshal(a.Criteria)
	fmt.Println(string(data))
	// Output:
	// {"specific":90,"measurable":100,"achievable":"not assessed","relevant":"not assessed","time_bound":0}
}

// Rules can be switched off, and thresholds are data.
func ExampleChecks_Draft() {
	draft := smart.Parse("Publish two blog posts every week until June 30", time.Date(2026, time.January, 12, 0, 0, 0, 0, time.UTC))
	strict := smart.Checks{Thresholds: smart.Thresholds{Words: 5}}
	lenient := smart.Checks{Off: []string{"specific.activity-not-outcome"}}
	for _, c := range []smart.Checks{{}, strict, lenient} {
		a, err := c.Draft(draft)
		fmt.Println(len(a.Findings), err)
	}
	_, err := smart.Checks{Off: []string{"specific.vague"}}.Draft(draft)
	fmt.Println(err)
	// Output:
	// 1 <nil>
	// 2 <nil>
	// 0 <nil>
	// off[0]: "specific.vague": no rule has this code
}

// The rules of one criterion, for a help page.
func ExampleRules() {
	for r := range smart.Rules() {
		if r.Criterion == smart.Relevant && r.Severity == smart.Error {
			fmt.Printf("%s: %s\n", r.Code, r.Doc)
		}
	}
	// Output:
	// relevant.opposes-parent: Where the goal takes its metric moves that of the goal it supports the wrong way.
}
