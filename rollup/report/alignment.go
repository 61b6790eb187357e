package report

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// An Alignment is how much of what is under way at the end of the report's period
// serves a macro goal: micro goals by their links, all the way up, and strategies
// by the goals they serve.
type Alignment struct {
	Goals      int       `json:"goals"`               // open micro goals
	Aligned    int       `json:"aligned"`             // of these, those that serve a macro goal
	Strategies int       `json:"strategies"`          // at work
	Serving    int       `json:"serving"`             // of these, those that serve a macro goal
	Share      kpi.Ratio `json:"share,omitzero"`      // (Aligned + Serving) / (Goals + Strategies); unknown if nothing is under way
	Unaligned  []string  `json:"unaligned,omitempty"` // the other goals, in the plan's order, and then
	Idle       []string  `json:"idle,omitempty"`      // the other strategies
}

// alignRules are about work that leads nowhere.
var alignRules = []Rule{
	{
		Code: "no-goal", Severity: Warning,
		Doc:  "A strategy that is at work, or starts in the next period, serves no goal.",
		Text: "{strategy} serves no goal",
		find: noGoal,
	},
}

func noGoal(_ *view, r *Report, add func(Insight)) error {
	for i := range r.Work {
		if w := &r.Work[i]; w.Phase != Over && len(w.Goals) == 0 {
			found := w.about()
			found.Facts = []Fact{w.title("strategy")}
			add(found)
		}
	}
	return nil
}

// alignment fills in how much of the open work serves a macro goal.
func (v *view) alignment(r *Report) {
	var a Alignment
	aligned := v.aligned()
	for n := range v.h.All() {
		switch {
		case n.Level() != goal.Micro || !v.open(n):
			continue
		case aligned[n.Index()]:
			a.Aligned++
		default:
			a.Unaligned = append(a.Unaligned, n.ID())
		}
		a.Goals++
	}
	for i := range r.Work {
		w := &r.Work[i]
		if !w.open {
			continue
		}
		a.Strategies++
		if serves(w.node, aligned) {
			a.Serving++
		} else {
			a.Idle = append(a.Idle, w.ID)
		}
	}
	a.Share = portion(a.Aligned+a.Serving, a.Goals+a.Strategies)
	r.Alignment = a
}

// aligned tells of each goal, by its position in the plan, whether it is a macro
// goal or leads up to one through live goals.
func (v *view) aligned() []bool {
	aligned := make([]bool, v.h.Len())
	for n := range v.h.TopDown() {
		if !v.live(n) {
			continue
		}
		leads := n.Level() == goal.Macro
		for e := range n.Parents() {
			leads = leads || aligned[e.Parent.Index()]
		}
		aligned[n.Index()] = leads
	}
	return aligned
}

// serves reports whether a strategy serves a goal that is aligned.
func serves(s goal.StrategyNode, aligned []bool) bool {
	for n := range s.Goals() {
		if aligned[n.Index()] {
			return true
		}
	}
	return false
}
