package goal

import (
	"iter"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// What some targets need to know beside the value of the measure.

// AsksMore reports whether the goal's target needs to know more than the value
// of its measure: the highest reading (a milestone, see [kpi.Ask.Highest]), a
// baseline ([Node.AskBaseline]) or the due periods ([Node.AskDue]).
func (n Node) AsksMore() bool { return n.facts().target >= finish }

// ByShare reports whether the goal's target is scored by the share of due
// periods that met it.
func (n Node) ByShare() bool { return n.facts().target >= shareAtLeast }

// AskBaseline returns the question about the value that the goal starts from, as
// far as the time before bound answers it; see [kpi.Baseline]. It reports false
// unless the target's baseline is measured.
func (n Node) AskBaseline(bound time.Time) (kpi.Ask, bool) {
	if n.facts().target != measuredReach {
		return kpi.Ask{}, false
	}
	q := n.question()
	window := n.rare().baseline.Window(q.combine, q.window, n.period(), n.h.loc)
	if bound = n.Cut(bound); bound.Before(window.End) {
		window.End = bound
	}
	if window.End.Before(window.Start) {
		window.Start = window.End
	}
	return n.ask(window), true
}

// Ends returns the values that score 0 and 1 of a reach target without points,
// given the baseline that was measured, if it is. It reports false for any other
// target, for a goal that has none, if a baseline that is needed is unknown, and
// if it leaves no way to go.
func (n Node) Ends(baseline kpi.Value) (from, to kpi.Value, ok bool) {
	if from, to, ok := n.Line(); ok {
		return kpi.ValueOf(from), kpi.ValueOf(to), true
	}
	if n.facts().target != measuredReach {
		return kpi.Value{}, kpi.Value{}, false
	}
	t, _ := n.target()
	from, to = t.MeasuredEnds(n.question().combine, baseline)
	return from, to, from.Known() && to.Known() && from.Cmp(to) != 0
}

// AskDue returns an iterator over the due periods of a target that is scored by
// share, as far as they are over before bound, and the question about each: the
// goal's measure over that period, or over its trailing window at the end of that.
// Due periods follow one another by the goal's cadence from the start of its
// period; the last one may be shorter, see [kpi.Cadence.Due]. What comes after a
// goal was paused or closed is not due. Other goals have none.
func (n Node) AskDue(bound time.Time) iter.Seq2[kpi.Period, kpi.Ask] {
	if !n.ByShare() {
		return func(func(kpi.Period, kpi.Ask) bool) {}
	}
	return dueBefore(n.Cut(bound), n.Cadence().Due(n.period()), func(due kpi.Period) kpi.Ask {
		return n.ask(n.question().over(due, n.h.loc))
	})
}

// Turn returns how a due period of the goal went: what its target makes of the
// answer to a question from AskDue.
func (n Node) Turn(due kpi.Period, asked kpi.Ask, a kpi.Answer) kpi.Turn {
	t, _ := n.target()
	return t.Turn(due, asked, a, n.question().carries)
}

// Turns returns how each due period went of a goal that is scored by share, as of
// a moment: on which days there was a story. Other goals have none. It fails as
// [kpi.Reader.Each] does.
func (n Node) Turns(src kpi.Source, at kpi.Moment) ([]kpi.Turn, error) {
	return n.h.turns(src, n.AskDue(at.Bound()), n.Turn)
}
