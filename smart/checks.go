package smart

import (
	"fmt"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// Checks say how goals and statements are assessed. The zero Checks are ready to
// use: all rules, the default thresholds, no benchmarks, and of drivers those
// that the formulas of metrics tell. Checks are plain data.
type Checks struct {
	Off        []string // codes of rules that are not asked
	Thresholds Thresholds
	Drivers    []goal.Driver // what moves what, beside the plan's own drivers and the formulas
	// Benchmarks by metric, such as those of a [marketing.KPI]. Low is taken for the
	// 25th and High for the 90th percentile of the peers. Left aside is one that is
	// no range with Low below High, of another segment than the goal's channel or
	// in another currency; one with a Definition other than that of the KPI in the
	// marketing catalogue, which "" stands for; and so any of a metric of the plan's
	// own, for nothing tells how that is defined.
	Benchmarks map[string][]marketing.Benchmark
}

// rules returns the rules that are on, or what is wrong with c.
func (c Checks) rules() ([]Rule, error) {
	var problems kpi.Problems
	report := func(field string, reason kpi.Reason, value, detail string) {
		problems.Add("", field, reason, value, detail)
	}
	all := slices.Clone(allRules)
	for i, code := range c.Off {
		if !slices.ContainsFunc(all, func(r Rule) bool { return r.Code == code }) {
			report(fmt.Sprintf("off[%d]", i), kpi.ErrEnum, code, "no rule has this code")
		}
	}
	c.Thresholds.check(report)
	for i, d := range c.Drivers {
		checkDriver(d, fmt.Sprintf("drivers[%d]", i), report)
	}
	on := slices.DeleteFunc(all, func(r Rule) bool { return slices.Contains(c.Off, r.Code) })
	return on, problems.Err()
}
