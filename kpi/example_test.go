package kpi_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleNum() {
	for _, text := range []string{"0.0250", "1.2e6", "12 %"} {
		n := kpi.Num(text)
		fmt.Println(n, n.Err())
	}
	// Output:
	// 0.025 <nil>
	// 1200000 <nil>
	// 12 % number: "12 %" is not a number of at most 40 digits between 1e-30 and 1e40
}

func ExampleReach() {
	followers := kpi.Reach("5000", "6000")
	fmt.Println(followers.Judge(kpi.Last, kpi.ValueOf(kpi.Int(5250))).Raw)

	// Down is a direction like up: churn from 4% to 3%.
	churn := kpi.Reach("0.04", "0.03")
	fmt.Println(churn.Judge(kpi.Mean, kpi.ValueOf(kpi.Num("0.0325"))).Raw)
	// Output:
	// 0.25
	// 0.75
}

func ExampleReachBy() {
	target := kpi.ReachBy("5000", "+10%")
	s := target.Judge(kpi.Last, kpi.ValueOf(kpi.Int(5300)))
	fmt.Println("from", s.From, "to", s.To, "progress", s.Raw)
	// Output:
	// from 5000 to 5500 progress 0.6
}

// "+10%" of what it was: 1,200 visits from newsletters in the quarter before.
func ExampleChangeBy() {
	target := kpi.ChangeBy("+10%")
	before, now := kpi.ValueOf(kpi.Int(1200)), kpi.ValueOf(kpi.Int(990))
	s := target.JudgeFrom(kpi.Sum, now, before)
	fmt.Println("was", s.From, "to", s.To, "progress", s.Raw)
	// Output:
	// was 1200 to 1320 progress 0.75
}

// Where a baseline is measured for a goal of the second quarter.
func ExampleBaseline_Window() {
	quarter, _ := kpi.ParsePeriod("2026-Q2", nil)
	for _, text := range []string{"", "2026-03-31", "2025-Q2"} {
		baseline, _ := kpi.ParseBaseline(text, nil)
		visits := baseline.Window(kpi.Sum, kpi.Window{}, quarter, nil)
		fmt.Printf("%-10s  visits from %s to before %s\n", text, visits.Start.Format(time.DateOnly), visits.End.Format(time.DateOnly))
	}
	// Output:
	//             visits from 2026-01-01 to before 2026-04-01
	// 2026-03-31  visits from 2025-12-31 to before 2026-04-01
	// 2025-Q2     visits from 2025-04-01 to before 2025-07-01
}

// A week of stories: one a day is the target.
func ExampleActivity() {
	target := kpi.AtLeast("1").Keep()
	var a kpi.Activity
	for _, stories := range []kpi.Number{kpi.Int(1), kpi.Int(2), {}, kpi.Int(1), kpi.Int(1), kpi.Int(3), kpi.Int(1)} {
		a.Add(target.Turn(kpi.Period{}, kpi.Ask{}, kpi.Answer{Value: kpi.ValueOf(stories)}, false))
	}
	share, _ := a.Share()
	fmt.Printf("%d of %d days (%s), %d in a row\n", a.Met, a.Due, share, a.Streak)
	// Output:
	// 6 of 7 days (0.857142857142857143), 4 in a row
}

func ExampleTarget_Judge() {
	// Answer within an hour; at two hours nothing is left of the score.
	target := kpi.AtMost("3600")
	target.Tolerance = kpi.Num("3600")
	for _, seconds := range []int64{1800, 3600, 4500, 9000} {
		s := target.Judge(kpi.Mean, kpi.ValueOf(kpi.Int(seconds)))
		fmt.Println(seconds, s.Raw)
	}
	unread := target.Judge(kpi.Mean, kpi.Value{})
	fmt.Println(unread.Raw, "-", unread.Absence)
	// Output:
	// 1800 1
	// 3600 1
	// 4500 0.75
	// 9000 0
	// unknown - no reading in the window
}

func ExampleRatio_Percent() {
	for _, text := range []string{"0", "0.0001", "0.425", "0.9999", "1", "1.25"} {
		percent, _ := kpi.RatioOf(kpi.Num(text)).Percent()
		fmt.Printf("%s is shown as %d%%\n", text, percent)
	}
	// Output:
	// 0 is shown as 0%
	// 0.0001 is shown as 1%
	// 0.425 is shown as 43%
	// 0.9999 is shown as 99%
	// 1 is shown as 100%
	// 1.25 is shown as 125%
}

// A rate over several channels is the pooled rate, not the mean of the rates.
func ExampleCatalogue_Read() {
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "visits", Combine: kpi.Sum},
		{
			ID: "conversion_rate", Unit: kpi.Fraction,
			Numerator:   map[string]kpi.Number{"leads": kpi.Int(1)},
			Denominator: map[string]kpi.Number{"visits": kpi.Int(1)},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	monday := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	err = ledger.Add(
		kpi.Observation{Metric: "visits", Channel: "newsletter", At: monday, Value: kpi.Int(200)},
		kpi.Observation{Metric: "leads", Channel: "newsletter", At: monday, Value: kpi.Int(20)},
		kpi.Observation{Metric: "visits", Channel: "instagram", At: monday, Value: kpi.Int(1800)},
		kpi.Observation{Metric: "leads", Channel: "instagram", At: monday, Value: kpi.Int(20)},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	march, _ := kpi.ParsePeriod("2026-03", time.UTC)
	answers, err := catalogue.Read(&ledger, []kpi.Ask{
		{Metric: "conversion_rate", Channel: "newsletter", Window: march},
		{Metric: "conversion_rate", Channel: "instagram", Window: march},
		{Metric: "conversion_rate", AllChannels: true, Window: march},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range answers {
		fmt.Println(a.Value)
	}
	// Output:
	// 0.1
	// 0.011111111111111111
	// 0.02
}

// A metric that makes no sense is refused, with everything that is wrong.
func ExampleNewCatalogue() {
	_, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: "total"},
		{ID: "cost_per_lead", Unit: "currency:eur", Numerator: map[string]kpi.Number{"spend": kpi.Int(1)}},
	})
	fmt.Println(err)
	// Output:
	// metrics[0].combine: "total": want sum, last, mean, min, max or unique
	// metrics[1].unit: "currency:eur": want count, ratio, duration, score, rank or currency:EUR and the like
	// metrics[1].numerator.spend: "spend": no metric has this id
	// metrics[1].denominator: a derived metric needs a numerator and a denominator
}

// The CRM corrects a reading that it sent before, and then takes it back.
func ExampleLedger() {
	monday := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	march, _ := kpi.ParsePeriod("2026-03", time.UTC)
	var ledger kpi.Ledger
	for _, o := range []kpi.Observation{
		{Metric: "leads", At: monday, Value: kpi.Int(30)},
		{Metric: "leads", At: monday, Value: kpi.Int(12), ID: "crm-881"},
		{Metric: "leads", At: monday, Value: kpi.Int(15), ID: "crm-881", Revision: 1},
		{Metric: "leads", ID: "crm-881", Revision: 2, Withdrawn: true},
	} {
		if err := ledger.Add(o); err != nil {
			fmt.Println(err)
			return
		}
		query := kpi.Query{Metric: "leads", Combine: kpi.Sum, Window: march}
		_ = ledger.Tallies([]kpi.Query{query}, func(_ int, t kpi.Tally) {
			fmt.Printf("count %d, sum %s\n", t.Count, t.Sum)
		})
	}
	// Output:
	// count 1, sum 30
	// count 2, sum 42
	// count 2, sum 45
	// count 1, sum 30
}
