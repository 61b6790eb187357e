package trend_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

func ExamplePoints() {
	catalogue, _ := kpi.NewCatalogue([]kpi.Metric{{ID: "followers", Combine: kpi.Last}})
	var ledger kpi.Ledger
	for i, followers := range []int64{5000, 5020, 5055, 5061} {
		at := time.Date(2026, time.March, 4+7*i, 0, 0, 0, 0, time.UTC) // Wednesdays
		_ = ledger.Add(kpi.Observation{Metric: "followers", At: at, Value: kpi.Int(followers)})
	}
	year, _ := kpi.ParsePeriod("2026", time.UTC)
	at, _ := kpi.ParseMoment("2026-03-25", time.UTC)
	ask := kpi.Ask{Metric: "followers", AllChannels: true, Window: kpi.Period{Start: year.Start, End: at.Bound()}}
	points, err := trend.Points(catalogue, &ledger, ask, year.Weeks(time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range points {
		fmt.Println(p.At.Format(time.DateOnly), p.Value)
	}
	// Output:
	// 2026-03-09 5000
	// 2026-03-16 5020
	// 2026-03-23 5055
}

func ExampleTotals() {
	catalogue, _ := kpi.NewCatalogue([]kpi.Metric{{ID: "leads", Combine: kpi.Sum}})
	var ledger kpi.Ledger
	for day := 1; day <= 25; day++ {
		at := time.Date(2026, time.March, day, 0, 0, 0, 0, time.UTC)
		_ = ledger.Add(kpi.Observation{Metric: "leads", At: at, Value: kpi.Int(int64(day % 3))})
	}
	at, _ := kpi.ParseMoment("2026-03-25", time.UTC)
	ask := kpi.Ask{
		Metric: "leads", AllChannels: true,
		Window: kpi.Period{Start: kpi.Weekly.After(at.Bound(), -3), End: at.Bound()},
	}
	totals, err := trend.Totals(catalogue, &ledger, ask, trend.Every(kpi.Weekly, ask.Window))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range totals {
		fmt.Println(t.Period.Start.Format(time.DateOnly), t.Value)
	}
	// Output:
	// 2026-03-05 8
	// 2026-03-12 6
	// 2026-03-19 7
}

func ExampleEvery() {
	quarter, _ := kpi.ParsePeriod("2026-Q1", time.UTC)
	for p := range trend.Every(kpi.Monthly, quarter) {
		fmt.Println(p)
	}
	// Output:
	// 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z
	// 2026-02-01T00:00:00Z/2026-03-01T00:00:00Z
	// 2026-03-01T00:00:00Z/2026-04-01T00:00:00Z
}
