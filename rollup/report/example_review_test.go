package report_test

import (
	"fmt"
	"log"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// followersPlan is a year with followers to win in its first quarter.
func followersPlan(target string) goal.Plan {
	return goal.Plan{
		Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}},
		Goals: []goal.Goal{
			{ID: "awareness", Title: "Be known", Level: goal.Macro, Period: "2026"},
			{
				ID: "fans", Title: "More followers", Level: goal.Micro, Period: "2026-Q1", Cadence: kpi.Weekly,
				Supports: []goal.Link{{Goal: "awareness"}},
				Measure:  &goal.Measure{Metric: "followers", Target: new(kpi.Reach("5000", target))},
			},
		},
	}
}

// The review of a quarter: how goals closed, how to carry them on, what was changed
// in the plan meanwhile.
func ExamplePolicy_Quarterly_closing() {
	revisions, err := goal.NewRevisions([]goal.Revision{
		{Plan: followersPlan("6000")},
		{From: "2026-03-01", By: "ann", Why: "a new rival", Plan: followersPlan("5800")},
	})
	if err != nil {
		log.Fatal(err)
	}
	var ledger kpi.Ledger
	err = ledger.Add(
		kpi.Observation{Metric: "followers", At: day("2026-02-20"), Value: kpi.Int(5200)},
		kpi.Observation{Metric: "followers", At: day("2026-03-30"), Value: kpi.Int(5600)},
	)
	if err != nil {
		log.Fatal(err)
	}

	at, err := kpi.ParseMoment("2026-04-07", nil)
	if err != nil {
		log.Fatal(err)
	}
	h, _ := revisions.At(at)
	r, err := report.Policy{Revisions: revisions}.Quarterly(h, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range r.Closings {
		fmt.Println(c.Title, c.Score, c.Verdict)
		fmt.Println("next:", c.Next.ID, c.Next.Period, "from", c.Next.Measure.Target.From)
	}
	for _, revision := range r.Changes {
		for _, c := range revision.Changes {
			fmt.Println(revision.Date, revision.By, c.ID, c.Field, c.Before, "->", c.After)
		}
	}
	for _, insight := range r.Insights {
		if insight.Code == "target-lowered" {
			fmt.Println(insight.Message)
		}
	}
	// Output:
	// More followers 0.75 partial
	// next: fans-2026-Q2 2026-Q2 from 5600
	// 2026-03-01 ann fans measure.target.to 6000 -> 5800
	// The target of More followers was moved from 6,000 to 5,800 on 2026-03-01, when it stood at 5,200 and was at risk
}

// What is due in the week to come, as the report of the week before has it.
func ExamplePolicy_Weekly_agenda() {
	h, err := goal.New(followersPlan("6000"))
	if err != nil {
		log.Fatal(err)
	}
	var ledger kpi.Ledger
	err = ledger.Add(kpi.Observation{Metric: "followers", At: day("2026-03-02"), Value: kpi.Int(5200)})
	if err != nil {
		log.Fatal(err)
	}
	at, err := h.Moment("2026-03-15")
	if err != nil {
		log.Fatal(err)
	}
	held := []report.Held{{Span: report.Week, On: "2026-03-09", By: "ann"}}
	r, err := report.Policy{Held: held}.Weekly(h, &ledger, at)
	if err != nil {
		log.Fatal(err)
	}
	for _, due := range r.Agenda {
		fmt.Println(due.Date, due.Kind, due.Overdue, due.Text)
	}
	// Output:
	// 2026-03-09 check_in true A reading of More followers was due by 2026-03-09
	// 2026-03-22 review false The weekly review of 2026-W11 is due by 2026-03-22
}
