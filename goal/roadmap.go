package goal

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Stop is a goal's place on a roadmap.
type Stop struct {
	Node   Node
	Parent Node // the goal it serves here; the zero Node at the top
	Depth  int  // 0 at the top
	// Again is true where the goal serves one more parent: what serves the goal
	// stands below its first place only.
	Again bool
}

// Roadmap returns an iterator over what is under way and to come at a moment:
// the macro goals that serve no other, each followed by what serves it, and that
// by what serves that. Goals stand in order of time, by start, then by end, then
// in the order of the plan, at the top and below each parent.
//
// Drafts, cancelled and closed goals are left out, and with them what serves only
// them; a macro goal left without a parent stands at the top, a micro goal does
// not. Every link between goals on the roadmap is one stop, so that a shared goal
// occurs once per parent; the goals below it follow its first place, so that a
// roadmap is never longer than the plan has goals and links. The zero Moment is
// before everything: all that has a date is active still.
func (h *Hierarchy) Roadmap(at kpi.Moment) iter.Seq[Stop] {
	return func(yield func(Stop) bool) {
		w := roadmapWalk{bound: at.Bound(), expanded: make([]bool, h.Len())}
		for n := range h.All() {
			if n.Level() == Macro && w.shows(n) && !w.hasParent(n) {
				w.waiting = append(w.waiting, Stop{Node: n})
			}
		}
		inReverse(w.waiting)
		for len(w.waiting) > 0 {
			last := len(w.waiting) - 1
			stop := w.waiting[last]
			w.waiting = w.waiting[:last]
			stop.Again = w.expanded[stop.Node.i]
			if !yield(stop) {
				return
			}
			if !stop.Again {
				w.expand(stop)
			}
		}
	}
}

// roadmapWalk goes down a hierarchy with its own stack, since chains may be a
// million goals long.
type roadmapWalk struct {
	bound    time.Time
	expanded []bool // by position
	waiting  []Stop // the next one last
}

func (w *roadmapWalk) shows(n Node) bool {
	state := n.State(w.bound)
	return state.Counts() && state != Closed
}

func (w *roadmapWalk) hasParent(n Node) bool {
	for e := range n.Parents() {
		if w.shows(e.Parent) {
			return true
		}
	}
	return false
}

// expand puts what serves a goal before all else that waits.
func (w *roadmapWalk) expand(stop Stop) {
	w.expanded[stop.Node.i] = true
	first := len(w.waiting)
	for e := range stop.Node.Children() {
		if w.shows(e.Child) {
			w.waiting = append(w.waiting, Stop{Node: e.Child, Parent: stop.Node, Depth: stop.Depth + 1})
		}
	}
	inReverse(w.waiting[first:])
}

// inReverse sorts stops in order of time, the first one last.
func inReverse(stops []Stop) {
	slices.SortFunc(stops, func(a, b Stop) int {
		p, q := a.Node.period(), b.Node.period()
		return -cmp.Or(p.Start.Compare(q.Start), p.End.Compare(q.End), cmp.Compare(a.Node.i, b.Node.i))
	})
}
