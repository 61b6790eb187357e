package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// mostPrevious is how far back previous goals are followed.
const mostPrevious = 12

// previousScores returns the closing scores of the goals that n carries on, one
// after the other, the nearest first: those written, or the progress at which they
// were frozen. The list ends before a goal that is not closed at the end of the
// report's period, has no score or is not known, and with the twelfth.
func (v *view) previousScores(n goal.Node) []kpi.Ratio {
	var scores []kpi.Ratio
	for len(scores) < mostPrevious && n.Previous() != "" {
		previous, ok := v.h.Node(n.Previous())
		if !ok {
			previous, ok = v.goalsBefore()[n.Previous()]
		}
		score := kpi.Ratio{}
		if ok {
			score = v.closingScore(previous, v.period.End)
		}
		if !score.Known() {
			break
		}
		scores, n = append(scores, score), previous
	}
	return scores
}

// closingScore returns the score of a closed goal, unknown of any other.
func (v *view) closingScore(n goal.Node, bound time.Time) kpi.Ratio {
	if n.State(bound) != goal.Closed {
		return kpi.Ratio{}
	}
	if score := n.ClosingScore(bound); score.Known() {
		return score
	}
	r, _ := v.now.Goal(n.ID()) // says nothing of a goal that left the plan
	return r.Progress
}

// goalsBefore are the goals of all revisions up to the report's plan, each as the
// latest of them has it.
func (v *view) goalsBefore() map[string]goal.Node {
	if v.formerGoals != nil || v.policy.Revisions == nil {
		return v.formerGoals
	}
	v.formerGoals = make(map[string]goal.Node)
	for _, h := range v.policy.Revisions.All() {
		for n := range h.All() {
			v.formerGoals[n.ID()] = n
		}
		if h == v.h {
			break
		}
	}
	return v.formerGoals
}
