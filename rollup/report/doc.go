// Package report turns snapshots into what people decide by: the weekly summary,
// the monthly report and the quarterly review of a plan, with the insights that
// follow from them.
//
//	r, err := report.Policy{}.Monthly(hierarchy, ledger, at)
//	for _, insight := range r.Insights {
//		fmt.Println(insight.Severity, insight.Message)
//	}
//
// A [Report] speaks of the latest week, month or quarter that is over at the
// moment, and compares it with the one before it, with the mean of some before
// that, and with the same one a year earlier. What is due next is counted from the
// moment itself.
//
// Everything is data; presenting it is the host's business. Where there is a
// sentence, its code and its facts stand beside it, so that a host can write it
// in another language. Rules that hold everywhere:
//
//   - Progress, values and changes are exact, and contributions add up to the
//     change that they explain; only forecasts, correlations and spreads are
//     estimates in floats, which never flow back.
//   - A rate over several channels or weeks is the pooled rate, and people are
//     never added: what is unknown says why.
//   - Lists stand in the plan's order, insights with what matters first.
//   - No clock, no chance: the same plan, readings and moment give the same
//     report.
package report
