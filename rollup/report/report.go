package report

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Report is what happened in a week, month or quarter, and what follows from
// it. Its JSON form is the key "report" of the contract's answer; what is unknown
// or does not apply is left out.
type Report struct {
	Span   Span       `json:"span"`
	Name   string     `json:"period"` // as kpi.ParsePeriod reads it
	Period kpi.Period `json:"-"`

	Insights []Insight `json:"insights,omitempty"` // what matters first
	KPIs     []Row     `json:"kpis,omitempty"`     // over all channels
	Channels []Channel `json:"channels,omitempty"` // the same metrics channel by channel; none if these were more than 100,000 rows
	Goals    []Goal    `json:"goals,omitempty"`    // all but drafts and cancelled ones
	Macros   []Macro   `json:"macros,omitempty"`
	Items    []Items   `json:"items,omitempty"` // posts and the like, where the source lists them

	Work      []Work     `json:"strategies,omitempty"` // at work in the period, or starting in the next one
	Alignment Alignment  `json:"alignment,omitzero"`   // how much of what is under way serves a macro goal
	Owners    []Load     `json:"owners,omitempty"`     // those with most open work first, at the end what nobody owns
	Coverage  *Matrix    `json:"coverage,omitempty"`   // goals against channels
	Package   []Part     `json:"package,omitempty"`    // of quarterly reviews: what the plan's strategies cover
	Tests     []Test     `json:"tests,omitempty"`      // of the policy's experiments
	Agenda    []Due      `json:"agenda,omitempty"`     // what is due next, counted from the moment asked
	Closings  []Closing  `json:"closings,omitempty"`   // in quarterly reviews
	Changes   []Revision `json:"changes,omitempty"`    // what was changed in the plan within the period
	Held      []Held     `json:"held,omitempty"`       // reviews that were held in the period
}

// Report returns the report of the latest period of a span that is over at a
// moment. It evaluates the plan at the end of that period and of the one before
// (the plans in force then, and where one changed targets also at that change),
// and asks src a few times for everything at once, about weeks, months and quarters
// as far back as a year, and about the goals as they stood some weeks before. Items
// are listed if src also lists its readings with ids, as a [kpi.Ledger] does.
//
// It takes time and memory for all goals some times over: reports are for plans
// that people read.
//
// It fails with [kpi.Problems] if the policy is faulty, with [rollup.ErrNothing]
// or [rollup.ErrMoment] if something is missing, or with the error of src.
func (p Policy) Report(span Span, h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*Report, error) {
	v, err := p.view(span, h, src, at)
	if err != nil {
		return nil, err
	}
	return v.report()
}

// report makes the report, the insights last: they look at the rest.
func (v *view) report() (*Report, error) {
	r := &Report{Span: v.span, Name: v.span.name(v.calendar, v.period), Period: v.period}
	v.goals(r)
	v.closings(r)
	v.changes(r)
	v.held(r)
	for _, part := range []func(*Report) error{
		v.rows, v.readPast, v.outlooks, v.items, v.strategies, v.agenda, v.insights,
	} {
		if err := part(r); err != nil {
			return nil, err
		}
	}
	return r, nil
}
