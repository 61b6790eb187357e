package report_test

import (
	"fmt"
	"log"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
	"github.com/goalkit/goalkit/rollup/report"
)

// What was to be done and what was, and whether the money lasts.
func ExampleWork() {
	hierarchy, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "stories", Combine: kpi.Sum},
			{ID: "spend", Unit: kpi.Currency("EUR"), Combine: kpi.Sum},
		},
		Strategies: []goal.Strategy{{
			ID: "stories", Title: "A story every day", Level: goal.Micro, Channel: "instagram", Period: "2026-03-02/2026-03-15",
			Cadence: kpi.Daily, Done: "stories", Budget: &goal.Budget{Amount: kpi.Int(280), Currency: "EUR"}, Cost: "spend",
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	var ledger kpi.Ledger
	for i := range 6 { // Monday to Saturday
		at := time.Date(2026, time.March, 2+i, 12, 0, 0, 0, time.UTC)
		err = ledger.Add(
			kpi.Observation{Metric: "stories", Channel: "instagram", At: at, Value: kpi.Int(1)},
			kpi.Observation{Metric: "spend", Channel: "instagram", At: at, Value: kpi.Int(28)},
		)
		if err != nil {
			log.Fatal(err)
		}
	}
	at, _ := hierarchy.Moment("2026-03-08")
	r, err := report.Policy{}.Weekly(hierarchy, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}
	for _, work := range r.Work {
		fmt.Printf("%s: %d of %d days, %s of %s stories\n", work.Title, work.Recent.Met, work.Recent.Due, work.Done, work.Planned)
		m := work.Money
		fmt.Printf("spent %s, planned %s, heading for %s of %s\n", m.Spent, m.Planned, m.Projection, m.Budget)
		fmt.Printf("left for each day: %s\n", m.PerDay)
	}
	// Output:
	// A story every day: 6 of 7 days, 6 of 14 stories
	// spent 168, planned 140, heading for 336 of 280
	// left for each day: 16
}

// The host counts people, the report says what follows.
func ExampleExperiment() {
	hierarchy, err := goal.New(goal.Plan{})
	if err != nil {
		log.Fatal(err)
	}
	policy := report.Policy{Experiments: []report.Experiment{{
		ID: "subject", Title: "Subject line", Plan: abtest.Plan{N: 2400},
		Control:  abtest.Arm{Conversions: 120, N: 2400},
		Variants: []abtest.Arm{{Conversions: 168, N: 2400}, {Conversions: 70, N: 2300}},
		Names:    []string{"a question", "an emoji"},
	}}}
	at, _ := hierarchy.Moment("2026-03-08")
	r, err := policy.Weekly(hierarchy, &kpi.Ledger{}, at)
	if err != nil {
		log.Fatal(err)
	}
	for _, variant := range r.Tests[0].Variants {
		fmt.Println(variant.Name, variant.Outcome, variant.Missing)
	}
	for _, insight := range r.Insights {
		fmt.Println(insight.Message)
	}
	// Output:
	// a question better 0
	// an emoji too_early 100
	// Subject line: a question is better than the control, 7% against 5%
}
