package report

import (
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A Closing is how a goal came out, or will if it is closed as it stands.
type Closing struct {
	Goal     string        `json:"goal"`
	Title    string        `json:"title,omitempty"`
	Ambition goal.Ambition `json:"ambition"`
	End      string        `json:"end"`            // last day of its period
	Open     bool          `json:"open,omitempty"` // its period is over, and it is still to be closed; false if it has left the plan

	// Score is what was written when the goal was closed, else what is proposed: its
	// progress when the quarter ended, 0..1.
	Score    kpi.Ratio   `json:"score,omitzero"`
	Proposed bool        `json:"proposed,omitempty"` // nobody wrote Score
	Absence  kpi.Absence `json:"reason,omitempty"`   // why there is no score

	// Verdict is achieved with a score of 1, partial with 0.7 or more, else missed;
	// none without a score.
	Verdict rollup.Status `json:"verdict,omitempty"`
	// Success is whether the score is what the ambition asks for: 1 of a committed
	// goal, [Limits.Success] of an aspirational one.
	Success bool      `json:"success"`
	Value   kpi.Value `json:"value,omitzero"` // what its measure reads
	To      kpi.Value `json:"to,omitzero"`
	// Earlier are the scores of the goals that it carries on, the nearest first.
	Earlier []kpi.Ratio `json:"earlier,omitempty"`

	// Next is a proposal to carry on a goal that was no success, see
	// [goal.Node.CarryOver]: from the closing value in the next period. Its id is the
	// old one with the period, and may be changed. goal.New refuses it where the
	// closing value is the target. None if CarriedBy says that the plan has such a goal.
	Next      *goal.Goal `json:"next,omitempty"`
	CarriedBy string     `json:"carriedBy,omitempty"`
}

// closings fills in, of a quarterly review, the goals whose period ended in the
// quarter or that were closed in it, in the plan's order. What they reached is that
// of the quarter's end, whether they are closed and how that of the moment asked:
// goals are closed after their end. Drafts and cancelled goals are passed by, and
// goals that were closed in an earlier quarter.
func (v *view) closings(r *Report) {
	if v.span != Quarter {
		return
	}
	carried := make(map[string]string)
	for n := range v.asked.All() {
		if n.Previous() != "" && carried[n.Previous()] == "" {
			carried[n.Previous()] = n.ID()
		}
	}
	for result := range v.now.All() {
		n := result.Node
		latest, planned := v.asked.Node(n.ID())
		if planned {
			n = latest
		}
		if !v.closes(n) {
			continue
		}
		c := v.closing(n, result)
		c.Open = c.Open && planned
		if c.CarriedBy = carried[n.ID()]; !c.Success && c.CarriedBy == "" {
			c.Next = v.carryOver(n, result.Value)
		}
		r.Closings = append(r.Closings, c)
	}
}

// closes reports whether a goal belongs among the closings.
func (v *view) closes(n goal.Node) bool {
	bound := v.at.Bound()
	state, end := n.State(bound), n.Period().End
	if !state.Counts() {
		return false
	}
	ended := v.period.Start.Before(end) && !v.period.End.Before(end)
	closed := n.Cut(bound) // when, unless it is closed since ever
	if state != goal.Closed || closed.Equal(bound) {
		return ended
	}
	return v.period.Contains(closed) || ended && !closed.Before(v.period.Start)
}

// closing returns how a goal came out, by what is known of it at the quarter's end.
func (v *view) closing(n goal.Node, r rollup.Result) Closing {
	bound := v.at.Bound()
	c := Closing{
		Goal: n.ID(), Title: n.Title(), Ambition: n.Ambition(),
		End: lastDay(n.Period().End, v.calendar).Format(time.DateOnly), Open: n.State(bound) != goal.Closed,
		Score: n.ClosingScore(bound), Value: r.Value, To: r.To, Earlier: v.previousScores(n),
	}
	if !c.Score.Known() {
		c.Score, c.Proposed = r.Progress, true
	}
	if !c.Score.Known() {
		c.Proposed, c.Absence = false, r.Absence
		return c
	}
	switch {
	case c.Score.IsDone():
		c.Verdict, c.Success = rollup.Achieved, true
	case c.Score.Cmp(partialFrom) >= 0:
		c.Verdict = rollup.Partial
	default:
		c.Verdict = rollup.Missed
	}
	if c.Ambition == goal.Aspirational && c.Score.Rat().Cmp(v.limits.Success.Rat()) >= 0 {
		c.Success = true
	}
	return c
}

// partialFrom is the score from which package rollup calls a closed goal partial.
var partialFrom = kpi.RatioOf(kpi.Num("0.7"))

// carryOver returns the goal that carries n on from a closing value; nil at the end
// of the calendar.
func (v *view) carryOver(n goal.Node, closing kpi.Value) *goal.Goal {
	var from kpi.Number // not given: the baseline is measured
	if d, ok := closing.Decimal(); ok && kpi.NumberOf(d).Err() == nil {
		from = kpi.NumberOf(d)
	}
	next := n.CarryOver(n.ID(), "", from)
	if next.Period == "" {
		return nil
	}
	next.ID = strings.TrimSuffix(n.ID(), "-"+n.Goal().Period) + "-" + next.Period
	return &next
}
