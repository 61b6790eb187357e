// Package kpi turns readings into numbers: metrics, observations, windows of
// time, and targets that make progress of a value. It knows no goals.
//
//	signups := kpi.Metric{ID: "signups", Combine: kpi.Sum}
//	target := kpi.Deliver("200")
//
//	var ledger kpi.Ledger
//	err := ledger.Add(kpi.Observation{Metric: "signups", At: monday, Value: kpi.Int(50)})
//
//	catalogue, err := kpi.NewCatalogue([]kpi.Metric{signups})
//	answers, err := catalogue.Read(&ledger, []kpi.Ask{{Metric: "signups", AllChannels: true, Window: march}})
//	scored := target.Judge(signups.Combine, answers[0].Value) // Raw is 0.25
//
// Beside these there are comparisons of values ([RelativeChange], [Compound],
// [MixAndRate] and others), and in the packages below a catalogue of marketing
// metrics, forecasts and experiments.
//
// Rules that hold everywhere:
//
//   - Numbers are exact. A [Number] is a decimal as it was written, a [Value] an
//     undivided quotient of decimals, a [Ratio] a progress figure, rounded once to
//     18 decimal places, half to even. Nothing depends on the settings of the
//     decimal library.
//   - Unknown is not 0. Values and ratios have an unknown state, which is their
//     zero value, and an [Absence] says why.
//   - A [Period] is half-open, and a [Moment] is an exclusive bound: nothing at or
//     after it is visible. No function reads a clock.
//   - Plain data ([Metric], [Target], [Observation]) holds whatever was written;
//     the function that checks it reports every fault at once, as [Problems].
//   - Everything is safe for concurrent readers; a [Ledger] says what its writers
//     must do.
package kpi
