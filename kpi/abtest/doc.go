// Package abtest says what an experiment with two or more arms shows: which
// call to action gets more clicks, which subject line loses more subscribers.
//
//	plan := abtest.Plan{N: 2400} // people per arm, fixed before the start
//	judgement := plan.Judge(
//		abtest.Arm{Conversions: 120, N: 2400}, // the button as it was
//		abtest.Arm{Conversions: 156, N: 2400}, // the new one
//	)
//	judgement.Verdicts[0].Outcome // better
//
// [Design] finds the size before the start, [Plan.Judge] gives the verdict, and
// the parts that it is made of can be had alone: [Wilson], [CompareRates],
// [CompareMeans], [CheckRatio], [Holm], [Sequence].
//
// Rules that hold everywhere:
//
//   - All figures are estimates in float64, right to about 1e-9 relative. They are
//     never part of a goal's progress.
//   - A difference is variant minus control, a lift is that over the control's
//     value, and alpha is how often a difference is claimed where there is none.
//     Intervals are two-sided with a confidence of 1 - alpha.
//   - Counts are exact: what is subtracted is subtracted in integers, so that a
//     small difference of huge arms keeps its digits.
//   - No figure is NaN or infinite. What has no answer is an error
//     ([kpi.Problems], every fault at once), a figure that says it is not known,
//     or a verdict with its reason.
//
// # Why there is no chance to win
//
// No function here says "95% likely to win", for 1 - p is not that. A p-value is
// how often chance alone would make a difference at least as large if there were
// none. The probability that the variant is better depends besides on what was
// believed of it before, which counts do not tell; most changes that are tested
// do little, and then a "95% chance" is wrong far more often than once in twenty.
// So the verdicts say what the data showed under rules fixed beforehand, and
// "no difference shown" never means that there is none.
package abtest
