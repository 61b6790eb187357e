package report

import (
	"cmp"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// branches reports whether goals on several channels are directly below n.
func (v *view) branches(n goal.Node) bool {
	var found unique
	for e := range n.Children() {
		if v.open(e.Child) {
			for _, channel := range channelsOf(e.Child) {
				found.add(channel)
			}
		}
	}
	return len(found.list) > 1
}

// channelsOf returns the channels that a goal names, which may be "".
func channelsOf(n goal.Node) []string {
	own := n.Channel()
	if m, ok := n.Measure(); ok && m.Channel != own {
		return []string{own, m.Channel}
	}
	return []string{own}
}

// below returns n and the open goals below it, in the plan's order. It reports
// false if there are too many to look at.
func (m *matrix) below(n goal.Node) ([]goal.Node, bool) {
	m.left -= len(m.channels)
	seen := map[goal.Node]bool{n: true}
	list := []goal.Node{n}
	for i := 0; i < len(list); i++ {
		m.left -= 1 + list[i].ChildCount() + len(m.serving[list[i]])
		if m.left < 0 {
			return nil, false
		}
		for e := range list[i].Children() {
			if !seen[e.Child] && m.v.open(e.Child) {
				seen[e.Child] = true
				list = append(list, e.Child)
			}
		}
	}
	slices.SortFunc(list, func(a, b goal.Node) int { return cmp.Compare(a.Index(), b.Index()) })
	return list, true
}

// row returns the row of n, and asks for its values.
func (m *matrix) row(ask *asking, n goal.Node, below []goal.Node) Cover {
	row := Cover{Goal: n.ID(), Metric: kpiOf(n, below), Cells: make([]Cell, len(m.channels))}
	for _, b := range below {
		for _, channel := range channelsOf(b) {
			if c, ok := m.columns[channel]; ok {
				row.Cells[c].Goals = append(row.Cells[c].Goals, b.ID())
			}
		}
	}
	for _, i := range m.serve(below) {
		w := &m.work[i]
		if c, ok := m.columns[w.Channel]; ok {
			row.Cells[c].Strategies = append(row.Cells[c].Strategies, w.ID)
		}
	}
	for i, channel := range m.channels {
		cell := &row.Cells[i]
		if !cell.covered() {
			row.Gaps = append(row.Gaps, channel)
		}
		if row.Metric != "" {
			ask.add(kpi.Ask{Metric: row.Metric, Channel: channel, Window: m.v.period}, func(a kpi.Answer) { cell.Value = a.Value })
		}
	}
	return row
}

// serve returns the strategies that serve one of these goals, in the plan's order.
func (m *matrix) serve(goals []goal.Node) []int {
	var list []int
	for _, n := range goals {
		list = append(list, m.serving[n]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// kpiOf returns the metric of n or, if it is not measured, the one that all
// measured goals below it share, "" if there is none.
func kpiOf(n goal.Node, below []goal.Node) string {
	if m, ok := n.Measure(); ok {
		return m.Metric
	}
	var found unique
	for _, b := range below {
		if m, ok := b.Measure(); ok {
			found.add(m.Metric)
		}
	}
	if len(found.list) != 1 {
		return ""
	}
	return found.list[0]
}
