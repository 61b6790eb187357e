package report_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// A quarter in which sign-ups fall behind.
func exampleReport(policy report.Policy) *report.Report {
	target := kpi.Deliver("200")
	h, _ := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "signups", Name: "Sign-ups", Combine: kpi.Sum}},
		Goals: []goal.Goal{
			{ID: "growth", Title: "Grow", Level: goal.Macro, Period: "2026", Owner: "ann"},
			{
				ID: "list", Title: "200 sign-ups", Level: goal.Micro, Period: "2026-Q1", Owner: "ann", Cadence: kpi.Weekly,
				Supports: []goal.Link{{Goal: "growth"}}, Measure: &goal.Measure{Metric: "signups", Target: &target},
			},
		},
	})
	var ledger kpi.Ledger
	for week, n := range []int64{14, 13, 12, 14, 11, 12, 13} {
		monday := time.Date(2026, time.January, 5+7*week, 0, 0, 0, 0, time.UTC)
		_ = ledger.Add(kpi.Observation{Metric: "signups", At: monday, Value: kpi.Int(n), ID: fmt.Sprint("campaign ", week+1)})
	}
	at, _ := h.Moment("2026-02-22")
	r, _ := policy.Weekly(h, &ledger, at)
	return r
}

func ExampleInsight() {
	for _, insight := range exampleReport(report.Policy{}).Insights {
		fmt.Println(insight.Severity, insight.Code, insight.Message)
	}
	// Output:
	// warning pace-gap Grow is at 45% where 59% is expected
	// warning needed-rate 200 sign-ups needs 21 a week until 2026-03-31, 8.5 more than it has; it is at 45% where 59% is expected
}

// Limits are the host's: here only a pace below 0.7 is a gap.
func ExampleLimits() {
	policy := report.Policy{Limits: report.Limits{PaceGap: kpi.Num("0.7")}}
	for _, insight := range exampleReport(policy).Insights {
		fmt.Println(insight.Code, insight.Threshold)
	}
	// Output: needed-rate 1
}

func ExampleOutlook() {
	list := exampleReport(report.Policy{}).Goals[1].Outlook
	fmt.Println("needed", list.Needed, "current", list.Current, "load", list.Load)
	fmt.Println("projected", list.Projected, "from", list.Low, "to", list.High)
	fmt.Println("chance", list.Chance, "hits", list.Hits)
	// Output:
	// needed 21 current 12.5 load 1.68
	// projected 156.204 from 149.619 to 162.79
	// chance 0.000007 hits 2026-04-25
}

func ExampleItems() {
	items := exampleReport(report.Policy{KPIs: []string{"signups"}}).Items[0]
	fmt.Println(items.Count, "of", items.Name, "best:", items.Best.ID, items.Best.Value)
	// Output: 1 of Sign-ups best: campaign 7 13
}

// A host that writes in another language needs the codes and their facts.
func ExampleRules() {
	for rule := range report.Rules() {
		if rule.Severity == report.Alert {
			fmt.Println(rule.Code, rule.Text)
		}
	}
	// Output:
	// guard-crossed {goal} has come {change} further, but {guard} is {value} and is to be {limit}
	// test-invalid {test} cannot be read: {why}
}
