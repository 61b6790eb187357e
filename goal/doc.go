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
// A plan is plain data. A hierarchy is immutable, keeps copies, and lists goals
// in the plan's order everywhere. How far goals are is the business of package
// rollup.
//
// # JSON
//
// The JSON form of a plan is version 1 of goalkit's contract; decoding is strict.
// Version 1 has grown by these keys, and by fiscal periods such as "2026-Q1@04"
// (see [kpi.ParsePeriod]):
//
//	of        key             what it is
//	target    fromAt          when the baseline is measured, see [kpi.Baseline]
//	goal      previous        id of the goal that this one carries on, in this plan or an earlier one
//	goal      guard           {metric, channel, window, target}: what must keep within limits meanwhile
//	goal      budget          {amount, currency}, as of a strategy
//	goal      cost, return    ids of metrics in money that add up, read on the goal's channel
//	strategy  planned         actions planned for each due period, more than 0; default 1
//	strategy  done            id of a count that adds up: what was done, read on the strategy's channel
//	strategy  cost, return    as of a goal
//	plan      drivers         [{from, to, lag, inverse}]: what moves metric from moves metric to
//
// The target of a guard is at_least, at_most or within, scored by the latest value;
// a lag is text such as "28d". A strategy without a period has that of its goals
// taken together. Budget, cost and return of one goal or strategy are one currency.
package goal
