package report

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A Policy says what reports look at and from where on they speak up. The zero
// Policy is ready to use. It is plain data.
type Policy struct {
	Rollup    rollup.Policy // how progress is judged
	KPIs      []string      // metrics of the rows, in this order, each once; none: what goals, guards and strategies measure
	Channels  []string      // of the blocks by channel, in this order, each once; none: those that the plan names
	YearStart time.Month    // of the fiscal year, for quarters; January if it is not a month

	Experiments []Experiment // whose results are reported
	// Revisions are the plans in force over time, so that each period is judged by
	// the plan of its end, one before the first plan by that. The plan handed in is
	// that of the moment asked, and that of all periods if this is nil.
	Revisions *goal.Revisions
	Held      []Held // the log of reviews, by which they are due; none: nothing is overdue

	Limits Limits   // from where on insights are given
	Off    []string // codes of insights that are not looked for
}

// Weekly returns the summary of the latest ISO week that is over at a moment.
func (p Policy) Weekly(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*Report, error) {
	return p.Report(Week, h, src, at)
}

// Monthly returns the report of the latest calendar month that is over at a
// moment.
func (p Policy) Monthly(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*Report, error) {
	return p.Report(Month, h, src, at)
}

// Quarterly returns the review of the latest quarter that is over at a moment. It
// has what a monthly report has, and besides how goals closed, what can be carried
// over, what was changed in the plan and what moved nothing.
func (p Policy) Quarterly(h *goal.Hierarchy, src kpi.Source, at kpi.Moment) (*Report, error) {
	return p.Report(Quarter, h, src, at)
}
