package marketing_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// A plan measures KPIs that it does not define.
func ExampleMetrics() {
	cheaper := kpi.Reach("60", "45")
	plan := goal.Plan{
		Currency: "EUR",
		Goals: []goal.Goal{{
			ID: "cheaper-leads", Title: "A lead for 45 euros", Level: goal.Micro, Period: "2026-Q1",
			Measure: &goal.Measure{Metric: "cpl", Target: &cheaper},
		}},
	}
	hierarchy, err := goal.New(plan, marketing.Metrics(plan.Currency)...)
	if err != nil {
		fmt.Println(err)
		return
	}

	// Readings are those of base quantities, never of rates.
	january := time.Date(2026, time.January, 10, 0, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	err = ledger.Add(
		kpi.Observation{Metric: "ad_spend", Channel: "search", At: january, Value: kpi.Int(900)},
		kpi.Observation{Metric: "leads", Channel: "search", At: january, Value: kpi.Int(15)},
		kpi.Observation{Metric: "ad_spend", Channel: "instagram", At: january, Value: kpi.Int(120)},
		kpi.Observation{Metric: "leads", Channel: "instagram", At: january, Value: kpi.Int(5)},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	quarter, _ := kpi.ParsePeriod("2026-Q1", time.UTC)
	answers, err := hierarchy.Catalogue().Read(&ledger, []kpi.Ask{
		{Metric: "cpl", Channel: "search", Window: quarter},
		{Metric: "cpl", Channel: "instagram", Window: quarter},
		{Metric: "cpl", AllChannels: true, Window: quarter},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range answers {
		fmt.Println(a.Value)
	}
	// Output:
	// 60
	// 24
	// 51
}

func ExampleAll() {
	for k := range marketing.All() {
		if k.Section == marketing.Email {
			fmt.Printf("%-20s %s\n", k.ID, k.Definition)
		}
	}
	// Output:
	// subscribers          Active addresses on the mailing list.
	// open_rate            Share of the delivered mails that were opened, each counted once.
	// email_click_rate     Share of the delivered mails in which a link was clicked, each counted once.
	// click_to_open_rate   Share of the opened mails in which a link was clicked.
	// unsubscribe_rate     Share of the delivered mails that led to a cancelled subscription.
	// email_bounce_rate    Share of the sent mails that came back.
}

func ExampleFind() {
	k, ok := marketing.Find("er_reach")
	fmt.Println(k.Name, ok)
	fmt.Println(k.Definition)
	fmt.Println(k.Formula)
	fmt.Println(k.Aggregation)
	// Output:
	// Engagement rate by reach true
	// Engagements for each account that a post reached.
	// engagements / sum over posts of the post's reach
	// sum of numerators over sum of denominators, over time and over channels; never the mean of rates
}

func ExampleLookup() {
	for _, text := range []string{"CTR", "Click-Through Rates", "e-mail click rate", "page likes", "brand love"} {
		k, ok := marketing.Lookup(text)
		fmt.Printf("%s: %q %t\n", text, k.ID, ok)
	}
	// Output:
	// CTR: "ctr" true
	// Click-Through Rates: "ctr" true
	// e-mail click rate: "email_click_rate" true
	// page likes: "followers" true
	// brand love: "" false
}

func ExampleKPI_In() {
	cpl, _ := marketing.Find("cpl")
	fmt.Println(cpl.Money(), cpl.In("CHF").Unit)
	// Output:
	// true currency:CHF
}

// What several sources say of one KPI differs by platform, year and definition.
func ExampleBenchmark_Position() {
	ctr, _ := marketing.Find("ctr")
	ours := kpi.ValueOf(kpi.Num("0.012"))
	for _, b := range ctr.Benchmarks {
		fmt.Printf("%s, %d: %s\n", b.Segment, b.Year, b.Position(ours))
	}

	// A benchmark of the host's own, here for the growth of an audience.
	growth := marketing.Benchmark{Segment: "our region", Low: kpi.Num("0.015"), High: kpi.Num("0.025"), Source: "association survey", Year: 2026}
	fmt.Println(growth.Segment+":", growth.Position(kpi.ValueOf(kpi.Num("0.031"))))
	// Output:
	// search ads, US, all industries, 2026: below
	// Facebook ads, 2026: within
	// our region: above
}

func ExampleThemes() {
	for theme := range marketing.Themes() {
		fmt.Printf("%s: judged by %s, moved by %s\n", theme.Title, theme.Lagging[0], theme.Leading[0])
	}
	// Output:
	// Brand awareness: judged by reach, moved by impressions
	// Website traffic: judged by sessions, moved by organic_sessions
	// Search rankings: judged by avg_position, moved by search_impressions
	// Lead generation: judged by leads, moved by conversion_rate
	// Community engagement: judged by er_reach, moved by posts_published
	// Customer loyalty: judged by churn_rate, moved by csat
	// Revenue: judged by revenue, moved by sql
}
