// Package trend estimates where a series is going: how fast a goal must move,
// how fast it does, where it ends up and with what chance.
//
//	aim := trend.Aim{From: r.From, To: r.To, Value: r.Value, Expected: r.Expected, Period: period, At: at}
//	points, err := trend.Points(catalogue, source, ask, trend.Every(kpi.Weekly, ask.Window))
//	outlook := aim.Forecast(points)
//	fmt.Println(outlook.Needed, outlook.Current, outlook.Fit.Chance)
//
// [Aim.Forecast] is for values that stand (followers, a conversion rate),
// [Aim.ForecastSum] for values that add up (leads, sales). [Points] and [Totals]
// read their series from a [kpi.Source]; any other series will do. [Fit] draws
// the line through one.
//
// Rules that hold everywhere:
//
//   - Figures are estimates in float64. They never flow back into progress, which
//     is exact, and may differ in their last digits from one machine to another.
//   - A [Figure] or [Date] is known or says why not; NaN and infinity go neither
//     in nor out. What is missing in an [Aim] costs the figures that need it, not
//     the others.
//   - A [Projection] names its method, how many readings it used and their span.
//   - Rates are per day, and a day is 24 hours.
//   - A goal goes up if its target is above where it began, else down; chances and
//     dates are of reaching the target or going past it, the target included.
//   - The order of readings does not matter, and slices are not changed.
//   - Everything is safe for use by several goroutines at once.
//
// The models are simple: a straight line with independent residuals, or periods
// that bring independent amounts around one mean. A season, a campaign or a
// correlation between neighbours makes the chances too sure of themselves.
package trend
