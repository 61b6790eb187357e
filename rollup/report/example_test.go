package report_test

import (
	"fmt"
	"log"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// Two channels bring leads. In February the newsletter brought less than planned.
func ExamplePolicy_Monthly() {
	sixty, ninety := kpi.Deliver("60"), kpi.Deliver("90")
	hierarchy, err := goal.New(goal.Plan{Goals: []goal.Goal{
		{ID: "leads", Title: "More leads", Level: goal.Macro, Period: "2026", Owner: "Ines", Cadence: kpi.Monthly},
		{
			ID: "mail", Title: "60 leads by mail", Level: goal.Micro, Period: "2026-Q1", Owner: "Jonas", Cadence: kpi.Weekly,
			Channel: "email", Supports: []goal.Link{{Goal: "leads"}}, Measure: &goal.Measure{Metric: "leads", Target: &sixty},
		},
		{
			ID: "blog", Title: "90 leads from the blog", Level: goal.Micro, Period: "2026-Q1", Owner: "Maja", Cadence: kpi.Weekly,
			Channel: "blog", Supports: []goal.Link{{Goal: "leads"}}, Measure: &goal.Measure{Metric: "leads", Target: &ninety},
		},
	}}, marketing.Metrics("EUR")...)
	if err != nil {
		log.Fatal(err)
	}
	var ledger kpi.Ledger
	for week, leads := range map[string][2]int64{
		"2026-01-05": {5, 8}, "2026-01-12": {5, 7}, "2026-01-19": {4, 7}, "2026-01-26": {5, 8},
		"2026-02-02": {2, 7}, "2026-02-09": {1, 8}, "2026-02-16": {2, 7}, "2026-02-23": {1, 8},
	} {
		err := ledger.Add(
			kpi.Observation{Metric: "leads", Channel: "email", At: day(week), Value: kpi.Int(leads[0])},
			kpi.Observation{Metric: "leads", Channel: "blog", At: day(week), Value: kpi.Int(leads[1])},
		)
		if err != nil {
			log.Fatal(err)
		}
	}
	at, _ := hierarchy.Moment("2026-03-02")
	r, err := report.Policy{}.Monthly(hierarchy, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}

	leads := r.KPIs[0]
	fmt.Println(r.Name, leads.Name, leads.Value, "after", leads.Previous.Base, leads.Previous.Trend)
	for _, part := range r.Goals[0].Parts {
		fmt.Println("  of the", r.Goals[0].Moved, "that it moved,", part.Goal, "brought", part.Change)
	}
	for _, insight := range r.Insights[:2] {
		fmt.Println(insight.Severity, insight.Message)
	}
	// Output:
	// 2026-02 Leads 36 after 49 bad
	//   of the 0.216666666666666667 that it moved, mail brought 0.05
	//   of the 0.216666666666666667 that it moved, blog brought 0.166666666666666667
	// alert 60 leads by mail is out of reach at this pace: it needs 7.903 a week until 2026-03-31 and has 2.5; it is at 42% where 66% is expected
	// warning More leads is at 54% where 66% is expected
}
