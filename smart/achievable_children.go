package smart

import (
	"iter"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// childrenGap compares a target with what the goals below come to, computed
// exactly. Of a metric that adds up (sum) that is the least total with which all
// their targets are met, see leastTotal; of a level (last) the value that they go
// to, see levelGap; of a formula see treeGap. Of other metrics, of a target to
// stay under a total, and wherever a target is not known, nothing is said.
// Children that do not count (weight 0, draft, cancelled) are left out.
func childrenGap(s *subject, n *notes) {
	need, ok := s.promise(s.node)
	if !ok || !s.live || s.over || s.metric.ID == "" {
		return
	}
	below, known := s.promisesBelow(need)
	switch {
	case s.metric.Derived(), known && len(below) == 0:
		s.treeGap(need, n)
	case !known:
	case s.metric.Combine == kpi.Sum && need.direction > 0:
		if sum := leastTotal(below); sum.Cmp(need.to) < 0 {
			s.gap(n, sum, need, covers(below, need.window))
		}
	case s.metric.Combine == kpi.Last && s.metric.Unit != kpi.Fraction:
		if level, short := levelGap(below, need, addsUp(s.metric.Unit)); short {
			s.gap(n, level, need, latestEnd(below).Compare(need.window.End) >= 0)
		}
	}
}

// gap notes what the goals below come to. As long as some of the time has no goal
// yet that is only a hint.
func (s *subject) gap(n *notes, sum *big.Rat, need promise, planned bool) {
	if !planned {
		n.as(Hint)
	}
	n.on("measure.target", "the goals below come to {sum} of {need}", "raise their targets, or add goals for the rest",
		Param{"sum", s.showRat(sum)}, Param{"need", s.showRat(need.to)})
}

// showRat returns a value of the goal's metric for people.
func (s *subject) showRat(x *big.Rat) string {
	return s.show(s.whole(float(kpi.QuotientOf(x, big.NewRat(1, 1)))))
}

// addsUp reports whether levels in a unit add up over channels.
func addsUp(u kpi.Unit) bool {
	_, money := u.Currency()
	return money || u == "" || u == kpi.Count
}

// counted returns an iterator over the children that count.
func (s *subject) counted() iter.Seq[goal.Node] {
	return func(yield func(goal.Node) bool) {
		for e := range s.node.Children() {
			if e.Counts && e.Child.State(s.bound).Counts() && !yield(e.Child) {
				return
			}
		}
	}
}

// promisesBelow returns what the counted children promise that measure the same
// metric on the goal's channel, or on any if it spans all. It reports false if one
// of them cannot be compared. Guards promise nothing: what pulls the other way; a
// limit of every week or of a trailing window beside a value to reach over the same
// period; and limits alone, unless the goal is one itself. Nor does what has no
// time in common with the goal.
func (s *subject) promisesBelow(need promise) (all []promise, known bool) {
	var limits []place // that promise nothing of the whole period
	reached := make(map[place]bool)
	for child := range s.counted() {
		ask, measured := child.Ask(s.bound)
		if !measured || ask.Metric != s.metric.ID || !child.Period().Overlaps(need.window) {
			continue
		}
		if need.channel != "" && !ask.AllChannels && ask.Channel != need.channel {
			continue
		}
		at := place{ask.Channel, spanOf(child.Period())}
		p, ok := s.promise(child)
		switch {
		case ask.AllChannels && need.channel != "":
			return nil, false
		case !ok && child.TargetKind().Control():
			limits = append(limits, at)
		case !ok:
			return nil, false
		case p.direction == need.direction:
			all = append(all, p)
			reached[at] = reached[at] || !p.limit
		}
	}
	if !need.limit && !slices.ContainsFunc(all, func(p promise) bool { return !p.limit }) {
		all = nil
	}
	return all, !slices.ContainsFunc(limits, func(at place) bool { return !reached[at] })
}

// A place is where and when a goal is measured.
type place struct {
	channel string
	span
}
