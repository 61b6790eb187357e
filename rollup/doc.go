// Package rollup answers how far goals are: it carries progress from measured
// goals up to the goals that they support. Everything hangs on one line:
//
//	snapshot, err := rollup.Policy{}.Evaluate(hierarchy, source, at)
//
// The hierarchy says what is wanted, the source what was measured, the moment
// what is visible, the policy how numbers are judged, and the [Snapshot] answers
// for every goal, each number with its explanation:
//
//	leads, _ := snapshot.Goal("leads-2026")
//	fmt.Println(leads.Progress, leads.Status)
//	for _, part := range leads.Parts() {
//		fmt.Println(part.Node.Title(), part.Share, part.Progress, part.Contribution)
//	}
//
// A [Tracker] keeps that answer current while readings come in and goals change;
// [Policy.History] gives it for many moments, [Snapshot.WhatIf] for things that
// are not so, [Snapshot.Sensitivity] and [Snapshot.Needed] say which goals would
// make the difference.
//
// What is carried up there is progress; a [ValueRollup] combines values instead:
// so many leads, euros or clicks per impression below a goal.
//
// Rules that hold everywhere:
//
//   - Progress is computed in integers of 1e-18 and each goal's is divided once,
//     half to even; what is not exactly 0 or 1 never becomes 0 or 1. The order of
//     goals, links and readings cannot matter.
//   - Unknown is not 0. Each unknown figure says why, and coverage says how much
//     of a goal's weight is known.
//   - What a goal measures itself and what its children say are both reported,
//     whichever of them gives its progress.
//   - Same input, same snapshot: no clock, no chance, no goroutine.
package rollup
