package report_test

import (
	"maps"

	"github.com/goalkit/goalkit/goal"
)

// The cases of the rules about goals, what they are made of, their readings, KPIs
// and the plan.
func init() {
	maps.Copy(ruleCases, map[string]ruleCase{
		"out-of-reach":     {inMarch(climbing(10)), inMarch(climbing(80))},
		"needed-rate":      {inMarch(climbing(80)), inMarch(climbing(100))},
		"falling-momentum": {inMarch(followers(1000, 1500, 1700, 1800, 1860, 1890)), inMarch(followers(1000, 1500, 1700, 1800, 1860, 1920))},

		"contributor-worst": {inMarch(halves("80", "20")), inMarch(halves("50", "50"))},
		"contributor-best":  {inMarch(halves("80", "20")), inMarch(halves("80"))},
		"concentration":     {inMarch(halves("80", "10", "10")), inMarch(halves("50", "40", "40"))},

		"macro-unmoved": {inMarch(followers(1100, 1100, 1105, 1105, 1105, 1105, 1109)), inMarch(followers(1100, 1100, 1105, 1105, 1105, 1105, 1120))},
		"macro-lagging": {inMarch(lagging("10")), inMarch(lagging("300"))},
		"no-link-shown": {inJune(linked(false)), inJune(linked(true))},

		"stale-data": {inMarch(readOn("2026-03-02")), inMarch(readOn("2026-03-09"))},
		"no-data":    {inMarch(quarterOfLeads()), inMarch(readOn("2026-01-05"))},

		"mix-or-rate":  {inMarch(rates(90)), inMarch(rates(32))},
		"outlier":      {inMarch(weeks(16)), inMarch(weeks(15))},
		"item-outlier": {inMarch(posts(10, 12, 11, 50)), inMarch(posts(10, 12, 11, 34))},

		"guard-crossed": {inMarch(guarded("6")), inMarch(guarded("5"))},
		"too-easy":      {inMarch(reaching("2026-H1", "0", "120")), inMarch(reaching("2026-H1", "0", "90"))},
		"easy-series":   {inMarch(chain("0.9", "0.85", "0.81")), inMarch(chain("0.9", "0.8", "0.9"))},
		"achieved":      {inMarch(reaching("2026-Q1", "0", "100")), inMarch(reaching("2026-Q1", "100", "0"))},
		"recovered":     {inMarch(reaching("2026-Q1", "50", "35")), inMarch(reaching("2026-Q1", "50", "5"))},

		"overdue":       {inMarch(during("2026-02")), inMarch(during("2026-03"))},
		"dates-outside": {inMarch(during("2026-03-01/2027-01-31")), inMarch(during("2026-03-01/2026-12-31"))},
		"no-parent":     {inMarch(alone(goal.Micro)), inMarch(quarterOfLeads())},
		"no-child":      {inMarch(alone(goal.Macro)), inMarch(quarterOfLeads())},
		"zero-weights":  {inMarch(weighing("0")), inMarch(weighing("1"))},
		"many-children": {inMarch(halves("1", "1", "1", "1", "1", "1")), inMarch(halves("1", "1", "1", "1", "1"))},
		"no-owner":      {inMarch(unowned()), inMarch(quarterOfLeads())},
		"no-cadence":    {inMarch(without()), inMarch(quarterOfLeads())},
		"balance":       {inMarch(macros(3)), inMarch(macros(2))},
	})
}
