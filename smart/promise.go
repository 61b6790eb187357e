package smart

import (
	"math/big"
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A promise is what a goal's target makes of its metric over the goal's period.
type promise struct {
	window    kpi.Period
	channel   string   // "" is all
	from, to  *big.Rat // from is nil if it is not known
	direction sign
	limit     bool // at least or at most
}

// promise returns what a goal's target promises. It reports false if that is not
// known: there is no value to get to or to stay at, or it is not one of the whole
// period but of a trailing window, or of every day or week.
func (r *run) promise(n goal.Node) (promise, bool) {
	a := r.facts[n.Index()].aim
	m, measured := n.Measure()
	if !measured || m.Window != "" || n.ByShare() || !a.to.Known() || a.direction == 0 {
		return promise{}, false
	}
	ask, _ := n.Ask(r.bound)
	p := promise{window: n.Period(), channel: ask.Channel, to: a.to.Rat(), direction: a.direction, limit: a.kind.Control()}
	if a.from.Known() {
		p.from = a.from.Rat()
	}
	return p, true
}

// covers reports whether the windows of promises leave no time of a period out.
func covers(all []promise, p kpi.Period) bool {
	slices.SortFunc(all, byStart)
	done := p.Start
	for i := range all {
		if all[i].window.Start.After(done) {
			return false
		}
		if all[i].window.End.After(done) {
			done = all[i].window.End
		}
	}
	return !done.Before(p.End)
}

// latestEnd returns when the last of the windows ends.
func latestEnd(all []promise) (end time.Time) {
	for i := range all {
		if all[i].window.End.After(end) {
			end = all[i].window.End
		}
	}
	return end
}

func byStart(a, b promise) int { return a.window.Start.Compare(b.window.Start) }
func byEnd(a, b promise) int   { return a.window.End.Compare(b.window.End) }
