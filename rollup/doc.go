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
//
// # Presets of pace
//
// [PacePreset] knows these rules by their names, which are those of the JSON
// contract; P is progress, E what is expected, and what none of them fits is at
// risk. The makers publish them in their help pages, some with words of their own:
// lagging, progressing or yellow for behind, off track or red for at risk.
//
//	name           on_track        behind           maker, and what its rule says
//	viva           E-P <= 0        E-P <= 0.25      Microsoft Viva Goals (Ally): behind up to 25 points, by default
//	engagedly      E-P < 0.165     E-P <= 0.33      Engagedly: behind from 16.5 to 33 points
//	cascade        P/E >= 0.95     P/E >= 0.85      Cascade: on track 95 to 105%, behind 85 to 94%
//	upraise        P/E >= 0.95     P/E >= 0.75      UpRaise: lagging from 0.75
//	mooncamp       P/E >= 0.90     P/E >= 0.70      Mooncamp: progressing from 70%
//	servicenow     P/E >= 0.90     P/E >= 0.75      ServiceNow targets: yellow from 75 to 89%
//	oboard         P/E >= 0.70     P/E >= 0.40      Oboard: behind from 40 to 70%
//	recruiterflow  P/E >= 0.99     P/E >= 0.81      Recruiterflow: behind from 81 to 99%
//
// None has a word for what is ahead, so nothing is; only Cascade says where on
// track ends. Its percents are whole, decimals cut, so ahead begins at 1.06.
// Rules that say "within 10%" and not of what (Innovation Minds, Planview), or
// that grade the end and not the pace (Google, Atlassian), are none of these.
package rollup
