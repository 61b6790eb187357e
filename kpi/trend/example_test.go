package trend_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// Followers are to grow from 5,000 to 5,450 in the second quarter. Seven weeks in
// there are 5,220.
func ExampleAim_Forecast() {
	quarter, _ := kpi.ParsePeriod("2026-Q2", time.UTC)
	at, _ := kpi.ParseMoment("2026-05-17", time.UTC)
	var points []trend.Point
	for i, followers := range []float64{5040, 5085, 5080, 5150, 5135, 5200, 5220} {
		points = append(points, trend.Point{At: kpi.Weekly.After(at.Bound(), i-6), Value: followers})
	}
	outlook := trend.Aim{
		From: kpi.ValueOf(kpi.Int(5000)), To: kpi.ValueOf(kpi.Int(5450)), Period: quarter,
		At: at, Value: kpi.ValueOf(kpi.Int(5220)),
	}.Forecast(points)

	show := func(f trend.Figure) float64 { x, _ := f.Float64(); return x }
	fmt.Printf("%.0f%% done, %.0f%% expected, %.1f days behind\n",
		100*show(outlook.Progress), 100*show(outlook.Expected), -show(outlook.Buffer))
	fmt.Printf("needs %.1f a day, has %.1f: %.2f times as fast\n",
		show(outlook.Needed), show(outlook.Current), show(outlook.Load))
	for _, p := range []trend.Projection{outlook.RunRate, outlook.Recent, outlook.Fit} {
		hit, _ := p.Hit.Time()
		fmt.Printf("%s: %.0f, hit on %s\n", p.Method, show(p.Value), hit.Format(time.DateOnly))
	}
	low, high := outlook.Fit.Interval(0.9)
	fmt.Printf("%d weeks say %.0f to %.0f, and a chance of %.0f%%\n",
		outlook.Fit.N, show(low), show(high), 100*show(outlook.Fit.Chance))
	fmt.Printf("an even chance would have %.0f\n", show(outlook.Fit.Target(0.5)))
	// Output:
	// 49% done, 52% expected, 2.5 days behind
	// needs 5.2 a day, has 5.0: 1.05 times as fast
	// run rate: 5426, hit on 2026-07-06
	// recent rate: 5440, hit on 2026-07-03
	// least squares: 5404, hit on 2026-07-12
	// 7 weeks say 5326 to 5481, and a chance of 14%
	// an even chance would have 5404
}

// 60 leads are wanted in the quarter, 34 came in seven weeks.
func ExampleAim_ForecastSum() {
	quarter, _ := kpi.ParsePeriod("2026-Q2", time.UTC)
	at, _ := kpi.ParseMoment("2026-05-19", time.UTC) // seven weeks of thirteen
	var totals []trend.Total
	for i, leads := range []float64{6, 3, 5, 7, 2, 5, 6} {
		week := kpi.Period{Start: kpi.Weekly.After(at.Bound(), i-7), End: kpi.Weekly.After(at.Bound(), i-6)}
		totals = append(totals, trend.Total{Period: week, Value: leads})
	}
	outlook := trend.Aim{
		To: kpi.ValueOf(kpi.Int(60)), Period: quarter, At: at, Value: kpi.ValueOf(kpi.Int(34)),
	}.ForecastSum(totals)

	total, _ := outlook.Fit.Value.Float64()
	chance, _ := outlook.Fit.Chance.Float64()
	safe, _ := outlook.Fit.Target(0.9).Float64()
	fmt.Printf("%.0f leads by the end, a chance of %.0f%% for 60, of 90%% for %.0f\n", total, 100*chance, safe)
	toGo, _ := outlook.ToGo.Float64()
	fmt.Printf("to-go index %.2f, hard to recover: %t\n", toGo, toGo > trend.HardToRecover)
	// Output:
	// 63 leads by the end, a chance of 69% for 60, of 90% for 55
	// to-go index 0.94, hard to recover: false
}

// What cannot be told says why.
func ExampleFigure() {
	year, _ := kpi.ParsePeriod("2026", time.UTC)
	at, _ := kpi.ParseMoment("2026-01-05", time.UTC)
	outlook := trend.Aim{
		To: kpi.ValueOf(kpi.Int(1000)), Period: year, At: at, Value: kpi.ValueOf(kpi.Int(20)),
	}.ForecastSum(nil)
	fmt.Println("needed a day:", outlook.Needed)
	fmt.Println("run rate:", outlook.RunRate.Value)
	fmt.Println("chance:", outlook.Fit.Chance)
	fmt.Println("hit:", outlook.Recent.Hit)
	// Output:
	// needed a day: 2.7222222222222223
	// run rate: unknown: too early: less than a tenth is expected
	// chance: unknown: too few readings
	// hit: unknown: too few readings
}

// A goal that only has progress, such as a parent, has a to-go index too.
func ExampleAim() {
	quarter, _ := kpi.ParsePeriod("2026-Q2", time.UTC)
	at, _ := kpi.ParseMoment("2026-05-17", time.UTC)
	outlook := trend.Aim{
		Period: quarter, At: at,
		Progress: kpi.RatioOf(kpi.Num("0.46")), Expected: kpi.RatioOf(kpi.Num("0.55")),
	}.Forecast(nil)
	index, _ := outlook.ToGo.Float64()
	fmt.Printf("to-go index: %.2f\n", index)
	fmt.Println("needed:", outlook.Needed)
	// Output:
	// to-go index: 1.20
	// needed: unknown: no reading in the window
}

// Height and weight of women (inches and pounds, World Almanac 1975), a set that
// statistics programs come with.
// NIST's reference set NoInt2.
// Followers at the end of each finished calendar week.
// The leads of the last three weeks, counted back from today.
func ExampleWindowOf() {
	fmt.Println(trend.WindowOf(kpi.Weekly), trend.WindowOf(kpi.Monthly))
	// Output:
	// 28d 4m
}
