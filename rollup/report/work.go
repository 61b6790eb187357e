package report

import (
	"math/big"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// Work is how a strategy stands at the end of the report's period: what was to be
// done and what was, and what it cost.
//
// Listed are strategies at work in some part of the report's period, and those
// that start in the period after it. A strategy without period and goals is always
// at work; one whose goals are all drafts or cancelled is passed by.
type Work struct {
	ID       string      `json:"id"`
	Title    string      `json:"title,omitempty"`
	Level    goal.Level  `json:"level"`
	Kind     string      `json:"kind,omitempty"`
	Channel  string      `json:"channel,omitempty"`
	Owner    string      `json:"owner,omitempty"`
	Delegate string      `json:"delegate,omitempty"`
	Goals    []string    `json:"goals,omitempty"` // that it serves
	Cadence  kpi.Cadence `json:"cadence,omitempty"`

	Phase  Phase  `json:"phase"`
	Starts string `json:"starts,omitempty"` // the first day, a date in the plan's zone
	Ends   string `json:"ends,omitempty"`   // the last day

	// Planned is how many actions are planned for the whole of the strategy's
	// period, and Done how many were done of it so far, also in the due period under
	// way. Both are there for strategies that say what counts their actions.
	Planned kpi.Value `json:"planned,omitzero"`
	Done    kpi.Value `json:"done,omitzero"`
	Kept    Effort    `json:"kept,omitzero"`   // in the due periods that are over
	Recent  Effort    `json:"recent,omitzero"` // in those of them that ended in the report's period
	Turns   []Turn    `json:"turns,omitempty"` // what Recent sums up, in order of time

	Money *Money `json:"money,omitempty"` // of strategies with a budget, a cost or a return

	node goal.StrategyNode
	open bool // has begun, and was not over before the report's period was
}

// A Phase is where the end of the report's period finds a strategy. The zero Phase
// is not valid.
type Phase string

// The phases.
const (
	Scheduled Phase = "scheduled" // it has yet to start
	Running   Phase = "running"
	Over      Phase = "over" // its last day has passed, be it that of the report
)

// strategies fills in all that speaks of strategies.
func (v *view) strategies(r *Report) error {
	if err := v.work(r); err != nil {
		return err
	}
	v.alignment(r)
	r.Owners = v.owners(r)
	if v.span == Quarter {
		r.Package = v.parts(r)
	}
	r.Tests = v.tests()
	return v.coverage(r)
}

// work fills in the strategies, and the money of goals, which is asked for with
// theirs.
func (v *view) work(r *Report) error {
	for s := range v.h.Strategies() {
		if v.concerns(s) {
			r.Work = append(r.Work, v.workOf(s))
		}
	}
	var ask asking
	var purses []*purse
	for i := range r.Work {
		w := &r.Work[i]
		v.askActions(&ask, w)
		purses = append(purses, v.strategyPurse(&ask, w))
	}
	for i := range r.Goals {
		purses = append(purses, v.goalPurse(&ask, &r.Goals[i]))
	}
	if err := ask.run(v); err != nil {
		return err
	}
	for i := range r.Work {
		r.Work[i].Kept.finish()
		r.Work[i].Recent.finish()
	}
	for _, p := range purses {
		p.finish(v)
	}
	v.allocate(r)
	return nil
}

// concerns reports whether a strategy is listed.
func (v *view) concerns(s goal.StrategyNode) bool {
	goals, live := 0, 0
	for n := range s.Goals() {
		goals++
		if v.live(n) {
			live++
		}
	}
	if goals > 0 && live == 0 {
		return false
	}
	p, ok := s.Period()
	return !ok || v.period.Start.Before(p.End) && p.Start.Before(v.horizon())
}

// horizon is the end of the period after the report's.
func (v *view) horizon() time.Time {
	if next := v.period.Next(); !next.IsEmpty() {
		return next.End
	}
	return v.period.End
}

func (v *view) workOf(s goal.StrategyNode) Work {
	w := Work{
		ID: s.ID(), Title: s.Title(), Level: s.Level(), Kind: s.Kind(), Channel: s.Channel(),
		Owner: s.Owner(), Delegate: s.Delegate(), Cadence: s.Cadence(), Phase: Running,
		node: s, open: true,
	}
	for n := range s.Goals() {
		w.Goals = append(w.Goals, n.ID())
	}
	p, ok := s.Period()
	if !ok {
		return w
	}
	w.Starts, w.Ends = v.firstDay(p), v.lastDay(p)
	switch end := v.period.End; {
	case !p.Start.Before(end):
		w.Phase, w.open = Scheduled, false
	case !p.End.After(end):
		w.Phase, w.open = Over, p.End.Equal(end)
	}
	return w
}

// firstDay and lastDay return the dates of a period's ends in the plan's zone.
func (v *view) firstDay(p kpi.Period) string {
	return p.Start.In(v.h.Location()).Format(time.DateOnly)
}

func (v *view) lastDay(p kpi.Period) string {
	return p.End.Add(-1).In(v.h.Location()).Format(time.DateOnly)
}

// exactly returns a fraction as a value.
func exactly(x *big.Rat) kpi.Value { return kpi.QuotientOf(x, big.NewRat(1, 1)) }
