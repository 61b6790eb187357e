// Package goal describes what is wanted: a [Plan] of goals that support other
// goals, checked by [New] into a [Hierarchy].
//
//	h, err := goal.New(goal.Plan{Goals: []goal.Goal{
//		{ID: "leads", Level: goal.Macro, Period: "2026"},
//		{
//			ID: "newsletter", Level: goal.Micro, Period: "2026-Q1",
//			Supports: []goal.Link{{Goal: "leads"}},
//			Measure:  &goal.Measure{Target: &target},
//		},
//	}})
//
// A macro goal is a direction, as a rule for a year or more. A micro goal is a
// step towards it, specific and measurable, as a rule for a quarter or less.
// Links lead upwards and carry the weights, so a goal may support several
// others. Strategies say what is done about goals; they are activity, never
// progress.
//
// A plan is plain data. Its JSON form is version 1 of goalkit's contract;
// decoding is strict. Version 1 has grown by the key "fromAt" of a target (see
// [kpi.Baseline]) and by fiscal periods such as "2026-Q1@04" (see
// [kpi.ParsePeriod]). A hierarchy is immutable, keeps copies, and lists goals in
// the plan's order everywhere. How far goals are is the business of package
// rollup.
package goal
