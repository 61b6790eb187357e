package goal

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A question is what a measure asks, beside the goal's own period and series.
type question struct {
	metric  string
	channel string
	window  kpi.Window
	combine kpi.Combine // how the readings behind it combine
	carries bool        // its value is carried forward
}

// before returns the question about a period, as far as it comes before bound:
// about nothing before it begins.
func (q *question) before(bound time.Time, period kpi.Period, loc *time.Location) kpi.Ask {
	if bound.After(period.End) {
		bound = period.End
	}
	return q.over(kpi.Period{Start: period.Start, End: bound}, loc)
}

// over returns the question about a period, or about the trailing window at the
// end of that; about nothing if the period ends before it starts.
func (q *question) over(p kpi.Period, loc *time.Location) kpi.Ask {
	switch {
	case !q.window.IsZero():
		p = q.window.Ending(p.End, loc)
	case p.End.Before(p.Start):
		p.Start = p.End
	}
	return q.about(p)
}

// about returns the question about a window as it is. Which goal's own series is
// meant, if it is one, is for the caller to add.
func (q *question) about(window kpi.Period) kpi.Ask {
	return kpi.Ask{Metric: q.metric, Channel: q.channel, AllChannels: q.channel == "", Window: window}
}
