package report

import (
	"cmp"
	"iter"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// An Insight is something that the numbers say and that somebody should look at.
// Its message is the text of its [Rule] with the facts in it.
type Insight struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"` // in English

	Goal     string   `json:"goal,omitempty"`     // the goal that it is about
	Goals    []string `json:"goals,omitempty"`    // others that it concerns
	Metric   string   `json:"metric,omitempty"`   // the KPI
	Channel  string   `json:"channel,omitempty"`  //
	Strategy string   `json:"strategy,omitempty"` // the strategy

	Facts     []Fact     `json:"facts,omitempty"`
	Threshold kpi.Number `json:"threshold,omitzero"` // the limit of [Limits] that was passed

	covers []string // codes that say nothing more about the same goal, and are left out
}

// A Severity says how much an insight matters.
type Severity string

// The severities.
const (
	Alert   Severity = "alert"   // a goal is in danger, or the numbers cannot be trusted
	Warning Severity = "warning" // something should change
	Note    Severity = "note"    // good to know
)

func (s Severity) rank() int { return slices.Index([]Severity{Alert, Warning, Note}, s) }

// A Rule is one kind of insight.
type Rule struct {
	Code     string
	Severity Severity // unless an insight says otherwise
	Doc      string   // what it looks for, and from where on
	Text     string   // the English sentence, facts in braces

	find func(v *view, r *Report, add func(Insight)) error
}

// Rules returns an iterator over all kinds of insight.
func Rules() iter.Seq[Rule] { return slices.Values(rules) }

// rules are all kinds of insight: of two that matter alike the first comes first.
var rules = slices.Concat(
	goalRules, rateRules, partRules, macroRules, linkRules, dataRules, kpiRules, newsRules,
	closingRules, changeRules, moneyRules, workRules, coverRules, experimentRules, planRules, alignRules, reviewRules,
)

// insights fills in what the rules find, less what others say better of the same
// goal. What matters most comes first: by
// severity, then macro goals before micro goals, then by rule, then in the plan's
// order.
func (v *view) insights(r *Report) error {
	for i := range rules {
		rule := &rules[i]
		if slices.Contains(v.policy.Off, rule.Code) {
			continue
		}
		err := rule.find(v, r, func(found Insight) {
			found.Code = rule.Code
			found.Severity = cmp.Or(found.Severity, rule.Severity)
			found.Message = sentence(rule.Text, found.Facts)
			r.Insights = append(r.Insights, found)
		})
		if err != nil {
			return err
		}
	}
	r.Insights = uncovered(r.Insights)
	slices.SortStableFunc(r.Insights, func(a, b Insight) int {
		return cmp.Or(cmp.Compare(a.Severity.rank(), b.Severity.rank()), cmp.Compare(v.levelRank(a.Goal), v.levelRank(b.Goal)))
	})
	return nil
}

// levelRank is 0 for macro goals, 1 for micro goals and 2 for what is no goal.
func (v *view) levelRank(id string) int {
	n, ok := v.h.Node(id)
	switch {
	case !ok:
		return 2
	case n.Level() == goal.Macro:
		return 0
	}
	return 1
}

// uncovered returns the insights that no other one about the same goal covers.
func uncovered(all []Insight) []Insight {
	type about struct{ code, goal string }
	covered := make(map[about]bool)
	for _, insight := range all {
		for _, code := range insight.covers {
			covered[about{code, insight.Goal}] = true
		}
	}
	return slices.DeleteFunc(all, func(x Insight) bool { return covered[about{x.Code, x.Goal}] })
}
