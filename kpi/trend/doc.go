// Package trend estimates where a series is going. [Fit] draws the straight line
// through one by least squares.
//
// Rules that hold everywhere:
//
//   - Figures are estimates in float64. They never flow back into progress, which
//     is exact, and may differ in their last digits from one machine to another.
//   - A [Figure] or [Date] is known or says why not; NaN and infinity go neither
//     in nor out.
//   - Rates are per day, and a day is 24 hours.
//   - The order of readings does not matter, and slices are not changed.
//   - Everything is safe for use by several goroutines at once.
package trend
