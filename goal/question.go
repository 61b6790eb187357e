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

// before returns the window to ask about of a period, as far as it comes before
// bound: nothing before it begins.
func (q *question) before(bound time.Time, period kpi.Period, loc *time.Location) kpi.Period {
	if bound.After(period.End) {
		bound = period.End
	}
	return q.over(kpi.Period{Start: period.Start, End: bound}, loc)
}

// over returns the window to ask about for a period: the period itself, or the
// trailing window at its end; nothing if it ends before it starts.
func (q *question) over(p kpi.Period, loc *time.Location) kpi.Period {
	switch {
	case !q.window.IsZero():
		p = q.window.Ending(p.End, loc)
	case p.End.Before(p.Start):
		p.Start = p.End
	}
	return p
}

// about returns the question about a window, of a metric: which goal's own series
// is meant, if it is one, is for the caller to add.
func (q *question) about(window kpi.Period) kpi.Ask {
	return kpi.Ask{Metric: q.metric, Channel: q.channel, AllChannels: q.channel == "", Window: window}
}
