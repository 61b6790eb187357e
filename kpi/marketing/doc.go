// Package marketing is a catalogue of marketing KPIs as data: what each one is,
// how it is formed from base quantities, how its readings combine, which way is
// better, and which words people use for it.
//
// A host hands the metrics to the hierarchy beside its plan, whose own metrics win:
//
//	hierarchy, err := goal.New(plan, marketing.Metrics(plan.Currency)...)
//
// and then observes base quantities (clicks, impressions), never rates. Every
// rate is formed from the sums of its parts over the window and the channels
// asked about, so that it is the pooled rate and never a mean of rates.
//
// Rules that hold everywhere:
//
//   - The catalogue is version 1, see [Version], and stays as it is. A changed formula,
//     unit or way to combine is a new version, with functions of its own beside
//     these, so that a number which a plan gave once it gives always. Words,
//     benchmarks, themes and further KPIs may be added to a version.
//   - KPIs stand in the order of their sections, which is that of the constants
//     of [Section]; base quantities come last.
//   - Ratios are fractions (0.025, not 2.5), durations seconds, money an amount in
//     the currency asked for. Unknown is not 0: a denominator of 0, or a part
//     without a reading, makes a value unknown with a reason.
//   - People do not add up. Reach and users are known only where the host gives
//     a reading for exactly the window; what they are over several channels is
//     unknown, with bounds. In a running period that window is the part up to the
//     moment asked about, so a goal on people, or on what is ready-made, does
//     well to name a trailing window such as "28d", for which platforms give figures.
//   - What follows from no sums is ready-made, see [KPI]: the host computes it and
//     gives a reading for exactly the window. Over several channels it is unknown;
//     a host that knows the figure of all channels observes it under a channel of
//     its own, which the measure names.
//   - Benchmarks are indications, dated and differently defined from publisher to
//     publisher. Nothing uses them as a target.
//   - What is returned is the caller's own. Everything is safe for use by several
//     goroutines at once.
package marketing
