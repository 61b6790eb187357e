package report

import (
	"cmp"
	"math"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
	"github.com/goalkit/goalkit/rollup"
)

// An Outlook says what it takes to reach a goal's value and where it ends up if it
// goes on as in the weeks before (or fortnights, months, quarters, if it is looked
// at so seldom). Figures are those of [trend.Outlook]; what is unknown is absent.
// Rates are a week, in the unit of the metric. Of a rate such as the conversion
// rate they say how the weeks change, and the projection is that of the last week.
type Outlook struct {
	Needed  Estimate `json:"needed,omitzero"`     // a week, from now to the end of the goal's period
	Current Estimate `json:"current,omitzero"`    // a week, over the last 28 days or four cadences
	Load    Estimate `json:"load,omitzero"`       // Needed / Current
	ToGo    Estimate `json:"toGo,omitzero"`       // what is left to do by what the plan leaves: above 1.1 it is hard to recover
	Buffer  Estimate `json:"bufferDays,omitzero"` // until the plan expects what is done already; below 0, since it did

	// Projected is the value at the end of the goal's period. It lies between Low and
	// High with a chance of 90 %, and at the target or past it with Chance, of which 0
	// is less than one in a million.
	Projected Estimate     `json:"projected,omitzero"`
	Low       Estimate     `json:"low,omitzero"`
	High      Estimate     `json:"high,omitzero"`
	Chance    Estimate     `json:"chance,omitzero"`
	Hits      string       `json:"hits,omitempty"` // the date on which the target is reached, be it too late
	Method    trend.Method `json:"method,omitempty"`
	Readings  int          `json:"readings,omitempty"` // that the projection is made of
	Absence   kpi.Absence  `json:"reason,omitempty"`   // why there is no chance

	away bool // the current rate leads away from the target, or nowhere
}

// outlooks fills in the outlook of open goals with a value to reach.
func (v *view) outlooks(r *Report) error {
	for i := range r.Goals {
		n, _ := v.h.Node(r.Goals[i].ID)
		r.Goals[i].Outlook = v.outlook(n)
	}
	return nil
}

// outlook returns the outlook of a goal, nil if there is nothing to forecast.
func (v *view) outlook(n goal.Node) *Outlook {
	target, combine, ok := n.Target()
	if !ok || target.Kind != kpi.KindReach || !v.open(n) || !n.Period().End.After(v.period.End) {
		return nil
	}
	key, _ := v.keyOfSeries(n, stepOf(n.Cadence()))
	if combine == kpi.Unique && key.window == "" {
		return nil // the people of a week are no part of those of a quarter
	}
	r, _ := v.now.Goal(n.ID())
	aim := trend.Aim{
		From: r.From, To: r.To, Value: r.Value, Period: n.Period(), At: v.now.At(),
		Expected: n.Expected(v.period.End), Window: trend.WindowOf(n.Cadence()),
	}
	if len(target.Points) > 0 {
		aim.Progress = r.Measured
	}
	s := v.past.series[key]
	if combine == kpi.Sum && key.window == "" {
		return outlookOf(aim.ForecastSum(s.totals()))
	}
	if combine == kpi.Sum {
		aim.From = kpi.ValueOf(kpi.Int(0))
	}
	return outlookOf(aim.Forecast(s.points()))
}

func outlookOf(o trend.Outlook) *Outlook {
	const week = 7 // days
	p := o.Fit
	if !p.Value.Known() {
		p = o.Recent
	}
	low, high := p.Interval(0.9)
	out := &Outlook{
		Needed: estimateOf(o.Needed, week), Current: estimateOf(o.Current, week), Load: estimateOf(o.Load, 1),
		ToGo: estimateOf(o.ToGo, 1), Buffer: estimateOf(o.Buffer, 1),
		Projected: estimateOf(p.Value, 1), Low: estimateOf(low, 1), High: estimateOf(high, 1), Chance: chanceOf(p.Chance),
		Absence: p.Chance.Absence(), away: o.Load.Absence() == trend.NotTowards,
	}
	if p.Value.Known() {
		out.Method, out.Readings = p.Method, p.N
	}
	if hit, ok := p.Hit.Time(); ok {
		out.Hits = hit.Format(time.DateOnly)
	}
	if *out == (Outlook{Absence: out.Absence}) {
		return nil
	}
	return out
}

// chanceOf returns a chance to the sixth place: 0 is less than one in a million.
func chanceOf(f trend.Figure) Estimate {
	x, known := f.Float64()
	return Estimate{math.Round(x*1e6) / 1e6, known}
}

// metricOf returns the metric of a goal's measure; of its own series, which has no
// name, a count.
func (v *view) metricOf(n goal.Node) kpi.Metric {
	m, _ := n.Measure()
	metric, _ := v.h.Catalogue().Metric(m.Metric)
	return metric
}

// titleOf names a metric for people.
func titleOf(m kpi.Metric) string { return cmp.Or(m.Name, m.ID) }

// isOld reports whether a goal's newest reading is too old to go by.
func isOld(f rollup.Freshness) bool { return f == rollup.Stale || f == rollup.Dead }
