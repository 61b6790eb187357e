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
//
// # JSON
//
// A report marshals to the key "report" of the contract's answer. What is unknown
// or does not apply is absent, values and progress are decimals as text.
//
//	key          what it is                                                  see
//	span, period week, month or quarter, and which one: "2026-W14"           [Span]
//	insights     what matters, in order: code, severity, message, facts      [Insight]
//	kpis         figures against the period before, the usual, a year ago    [Row]
//	channels     the same by channel                                         [Channel]
//	goals        how each stands, and what moved it, part by part            [Goal]
//	macros       macro goals with the micro goals directly below             [Macro]
//	items        best and worst posts, mails, ads                            [Items]
//	strategies   what was to be done, what was, what it cost                 [Work]
//	alignment    how much of what is under way serves a macro goal           [Alignment]
//	owners       who has how much to do                                      [Load]
//	coverage     goals against channels, with gaps and spread                [Matrix]
//	tests        what experiments show                                       [Test]
//	agenda       what is due next, overdue first                             [Due]
//	changes      what was changed in the plan                                [Revision]
//	held         reviews that were held                                      [Held]
//	package      which parts of a full service the plan has (quarter)        [Part]
//	closings     how goals ended, and what to carry on (quarter)             [Closing]
package report
