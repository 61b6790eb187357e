package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// A ruleCase is two reports: in one a rule speaks up, in the other, which differs in
// what matters, it does not.
type ruleCase struct {
	fires, silent func(t *testing.T) *report.Report
}

// ruleCases has a case of every rule.
var ruleCases = map[string]ruleCase{
	"pace-gap": {paceGap("10"), paceGap("60")},
}

func TestEveryRuleFiresAndIsSilent(t *testing.T) {
	for rule := range report.Rules() {
		t.Run(rule.Code, func(t *testing.T) {
			c, ok := ruleCases[rule.Code]
			require.True(t, ok, "no case of this rule")
			fired := found(c.fires(t), rule.Code)
			require.NotEmpty(t, fired)
			for _, insight := range fired {
				assert.NotContains(t, insight.Message, "{", "a fact is missing")
				for _, fact := range insight.Facts {
					assert.Contains(t, rule.Text+rule.Doc, fact.Name, "a fact that nothing speaks of")
				}
			}
			assert.Empty(t, found(c.silent(t), rule.Code))
		})
	}
}

// paceGap is half a quarter in which so many of 100 leads came in.
func paceGap(leads string) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report {
		w := quarterOfLeads()
		w.read("leads", "blog", "2026-02-10", leads)
		return w.report(t, report.Week, "2026-02-15")
	}
}

func quarterOfLeads() *world {
	return &world{plan: goal.Plan{Goals: []goal.Goal{
		macro("growth", "2026"),
		measured("leads-q1", "growth", "2026-Q1", "leads", "blog", kpi.Deliver("100")),
	}}}
}
