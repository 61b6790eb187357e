package smart

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// findTwins returns, by position, 1 + the position of an earlier goal that
// supports the same goal, or like it none, and measures the same metric on the
// same channel with the same tags, over the same trailing window if there is one,
// against the same kind of target, in a period that overlaps; 0 if there is none.
func (r *run) findTwins() []int {
	twins := make([]int, r.h.Len())
	families := make(map[family][]goal.Node)
	var order []family
	note := func(n goal.Node, parent int) {
		f, ok := r.familyOf(n, parent)
		if !ok {
			return
		}
		if families[f] == nil {
			order = append(order, f)
		}
		families[f] = append(families[f], n)
	}
	for n := range r.h.All() {
		alone := true
		for e := range n.Parents() {
			alone = false
			note(n, e.Parent.Index())
		}
		if alone {
			note(n, -1)
		}
	}
	for _, f := range order {
		if len(families[f]) > 1 {
			markTwins(families[f], twins)
		}
	}
	return twins
}

// A family is what goals share that may be the same.
type family struct {
	parent                        int
	metric, channel, window, tags string
	kind                          kpi.TargetKind // a limit to hold is not a value to get to
	byShare                       bool
}

// familyOf returns the family of a goal; closed and cancelled goals, and those
// without a metric, have none.
func (r *run) familyOf(n goal.Node, parent int) (family, bool) {
	if !r.isLive(n) {
		return family{}, false
	}
	ask, ok := n.Ask(r.bound)
	if !ok || ask.Metric == "" {
		return family{}, false
	}
	m, _ := n.Measure()
	return family{
		parent: parent, metric: ask.Metric, channel: ask.Channel, window: m.Window,
		tags: strings.Join(n.Goal().Tags, "\x00"), kind: n.TargetKind(), byShare: n.ByShare(),
	}, true
}

// markTwins marks the goals of a family that overlap an earlier one, going through
// them by their starts; of two the later in the plan is marked.
func markTwins(goals []goal.Node, twins []int) {
	slices.SortStableFunc(goals, func(a, b goal.Node) int {
		return cmp.Or(a.Period().Start.Compare(b.Period().Start), a.Index()-b.Index())
	})
	longest := goals[0]
	for _, n := range goals[1:] {
		if n.Period().Start.Before(longest.Period().End) {
			first, second := min(n.Index(), longest.Index()), max(n.Index(), longest.Index())
			if twins[second] == 0 {
				twins[second] = first + 1
			}
		}
		if n.Period().End.After(longest.Period().End) {
			longest = n
		}
	}
}
