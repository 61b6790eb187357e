// Command quickstart is the tutorial: a year's lead-generation plan of a small
// company, eight weeks of readings, and how far every goal is, with the reason.
//
//	go run ./examples/quickstart
package main

import (
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// What is wanted: one direction for the year, four steps for the first quarter.
var plan = goal.Plan{
	Metrics: []kpi.Metric{
		{ID: "visits", Combine: kpi.Sum},
		{ID: "leads", Combine: kpi.Sum},
		{ID: "impressions", Combine: kpi.Sum},
		{ID: "clicks", Combine: kpi.Sum},
		{ID: "subscribers", Combine: kpi.Last},
		{ID: "followers", Combine: kpi.Last},
		{ID: "conversion_rate", Unit: kpi.Fraction, Numerator: one("leads"), Denominator: one("visits")},
		{ID: "ctr", Unit: kpi.Fraction, Numerator: one("clicks"), Denominator: one("impressions")},
	},
	Goals: []goal.Goal{
		{ID: "leads-2026", Title: "More leads from our own channels", Level: goal.Macro, Period: "2026"},
		micro("cvr-q1", "Conversion rate +10%", "4", "conversion_rate", kpi.ReachBy("0.020", "+10%")),
		micro("mail-q1", "2,000 e-mail subscribers", "3", "subscribers", kpi.Reach("1400", "2000")),
		micro("insta-q1", "Instagram followers +10%", "2", "followers", kpi.ReachBy("5000", "+10%")),
		micro("ctr-q1", "Click-through rate of 1.5%", "1", "ctr", kpi.Reach("0.012", "0.015")),
	},
}

func micro(id, title, weight, metric string, target kpi.Target) goal.Goal {
	return goal.Goal{
		ID: id, Title: title, Level: goal.Micro, Period: "2026-Q1", Cadence: kpi.Weekly,
		Supports: []goal.Link{{Goal: "leads-2026", Weight: kpi.Num(weight)}},
		Measure:  &goal.Measure{Metric: metric, Target: &target},
	}
}

func one(metric string) map[string]kpi.Number { return map[string]kpi.Number{metric: kpi.Int(1)} }

// What was measured, Sunday by Sunday from January 4.
var metrics = []string{"visits", "leads", "impressions", "clicks", "subscribers", "followers"}

var weeks = [][]int64{
	{2310, 46, 41200, 518, 1424, 5011},
	{2478, 50, 43900, 552, 1471, 5034},
	{2402, 51, 42700, 563, 1519, 5052},
	{2651, 55, 47300, 627, 1578, 5071},
	{2589, 56, 46100, 619, 1627, 5103},
	{2734, 59, 48800, 669, 1686, 5127},
	{2695, 59, 48200, 666, 1741, 5149},
	{2812, 62, 50400, 706, 1796, 5176},
}

func main() {
	h, err := goal.New(plan)
	check(err)
	at, err := h.Moment("2026-02-22") // when that day is over
	check(err)
	snapshot, err := rollup.Policy{}.Evaluate(h, readings(), at)
	check(err)

	for root := range h.Roots() {
		show(snapshot, root, "")
	}
	explain(snapshot, "leads-2026")
}

func readings() *kpi.Ledger {
	var ledger kpi.Ledger
	for week, values := range weeks {
		sunday := time.Date(2026, time.January, 4+7*week, 0, 0, 0, 0, time.UTC)
		for i, metric := range metrics {
			check(ledger.Add(kpi.Observation{Metric: metric, At: sunday, Value: kpi.Int(values[i])}))
		}
	}
	return &ledger
}

func show(s *rollup.Snapshot, n goal.Node, indent string) {
	r, _ := s.Goal(n.ID())
	done, _ := r.Progress.Percent()
	bar := strings.Repeat("█", int(done)/5) + strings.Repeat("░", 20-int(done)/5)
	fmt.Printf("%-34s %s %3d%%  %s\n", indent+n.Title(), bar, done, r.Status)
	for e := range n.Children() {
		show(s, e.Child, indent+"  ")
	}
}

func explain(s *rollup.Snapshot, id string) {
	r, _ := s.Goal(id)
	fmt.Printf("\nWhy %s? %s expected by now, so the pace is %s.\n", percent(r.Progress), percent(r.Expected), percent(r.Pace))
	for _, p := range r.Parts() {
		fmt.Printf("  %4s of %-26s x weight %s of 10 = %4s\n", percent(p.Progress), p.Node.Title(), p.Weight, percent(p.Contribution))
	}
}

func percent(r kpi.Ratio) string {
	p, _ := r.Percent()
	return fmt.Sprintf("%d%%", p)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
