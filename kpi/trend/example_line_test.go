package trend_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/kpi/trend"
)

func ExampleFit() {
	start := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	var points []trend.Point
	for i, visits := range []float64{410, 452, 446, 503, 520} {
		points = append(points, trend.Point{At: start.AddDate(0, 0, 7*i), Value: visits})
	}
	line, why := trend.Fit(points)
	if why != "" {
		fmt.Println(why)
		return
	}
	in3Weeks := start.AddDate(0, 0, 7*7)
	visits, _ := line.At(in3Weeks).Float64()
	low, high := line.Interval(in3Weeks, 0.8)
	least, _ := low.Float64()
	most, _ := high.Float64()
	r2, _ := line.R2.Float64()
	fmt.Printf("%.0f more a week, which explains %.0f%% of the change\n", 7*line.Slope, 100*r2)
	fmt.Printf("in three weeks %.0f, four times in five between %.0f and %.0f\n", visits, least, most)
	reached, _ := line.Reaches(600).Time()
	fmt.Println("600 on", reached.Format(time.DateOnly))
	// Output:
	// 27 more a week, which explains 92% of the change
	// in three weeks 602, four times in five between 555 and 649
	// 600 on 2026-04-19
}

func ExampleFitLine() {
	var points []trend.XY
	for i, pounds := range []float64{115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164} {
		points = append(points, trend.XY{X: float64(58 + i), Y: pounds})
	}
	line, _ := trend.FitLine(points)
	r2, _ := line.R2.Float64()
	fmt.Printf("weight = %.4f + %.2f height, R2 %.4f\n", line.Intercept, line.Slope, r2)
	// Output:
	// weight = -87.5167 + 3.45 height, R2 0.9910
}

func ExampleFitOrigin() {
	line, _ := trend.FitOrigin([]trend.XY{{X: 4, Y: 3}, {X: 5, Y: 4}, {X: 6, Y: 4}})
	sd, _ := line.ResidualSD.Float64()
	fmt.Printf("y = %.12f x, residual sd %.12f\n", line.Slope, sd)
	// Output:
	// y = 0.727272727273 x, residual sd 0.369274472938
}
