package report

import (
	"math/big"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// An Aim is what a goal wants of a KPI.
type Aim struct {
	Goal string    `json:"goal"`
	To   kpi.Value `json:"to,omitzero"` // the goal's target at the end of its own period
	// Plan is what the plan expects of the report's period: of what adds up the part
	// of the target that belongs to it, of all else the value at its end; rounded to
	// 12 decimal places. It is unknown of a target that bends, of a band, and of the
	// sum of a trailing window.
	Plan   kpi.Value `json:"plan,omitzero"`
	Serves []string  `json:"serves,omitempty"` // the goals above, whose pace stands in the same report
}

// aims returns what open goals want of a metric on a channel, "" for all.
func (v *view) aims(metric, channel string) []Aim {
	var aims []Aim
	for _, n := range v.scope.goals[asked{metric, channel}] {
		if !v.touches(n) {
			continue
		}
		r, _ := v.now.Goal(n.ID())
		aims = append(aims, Aim{Goal: n.ID(), To: r.To, Plan: v.plan(n, r), Serves: idsOf(parents(n))})
	}
	return aims
}

// touches reports whether a goal is pursued in some part of the report's period.
func (v *view) touches(n goal.Node) bool {
	return v.live(n) && n.Period().Overlaps(v.period)
}

// plan returns what the plan expects a goal's metric to be over the report's
// period: of what adds up, the part of the target that belongs to it; of all else
// the value at its end, rounded half away from zero to 12 decimal places. It is
// unknown of a target that bends, of milestones, and of the sum of a trailing
// window, of which no part belongs to a period.
func (v *view) plan(n goal.Node, r rollup.Result) kpi.Value {
	t, combine, ok := n.Target()
	switch {
	case !ok || !r.To.Known():
		return kpi.Value{}
	case t.Kind.Control() && t.Kind != kpi.KindWithin:
		return r.To
	case t.Kind != kpi.KindReach || len(t.Points) > 0 || combine == kpi.Sum && trailing(n):
		return kpi.Value{}
	}
	from, share := r.From, n.Expected(v.period.End)
	if combine == kpi.Sum {
		from = kpi.ValueOf(kpi.Int(0))
		share = share.Sub(n.Expected(v.period.Start))
	}
	if !from.Known() || !share.Known() {
		return kpi.Value{}
	}
	way := new(big.Rat).Sub(r.To.Rat(), from.Rat())
	return kpi.ValueOf(kpi.Num(way.Add(way.Mul(way, share.Rat()), from.Rat()).FloatString(12)))
}

// trailing reports whether a goal's measure names a trailing window.
func trailing(n goal.Node) bool {
	m, _ := n.Measure()
	return m.Window != ""
}
