package report_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// isOpen reports whether a goal is pursued at the end of the report's period.
func isOpen(r *report.Report, n goal.Node) bool {
	p := n.Period()
	return n.State(r.Period.End) == goal.Active && p.Start.Before(r.Period.End) && !p.End.Before(r.Period.End)
}

// checkAims works out what straight lines expect of a period: of what adds up the
// part of the target that the period has of the goal's.
func (w *anyWorld) checkAims(t *testing.T, r *report.Report) {
	h := w.hierarchy(t, r.Period.End)
	rows := r.KPIs
	for _, c := range r.Channels {
		rows = append(rows, c.KPIs...)
	}
	for _, row := range rows {
		for _, aim := range row.Targets {
			n, _ := h.Node(aim.Goal)
			m, p := n.Goal().Measure, n.Period()
			require.Equal(t, row.Metric, m.Metric)
			if m.Target == nil || m.Target.Kind != kpi.KindReach || metricNamed(m.Metric).Combine != kpi.Sum || n.State(r.Period.End) != goal.Active {
				continue
			}
			if m.Window != "" {
				assert.False(t, aim.Plan.Known())
				continue
			}
			if !aim.To.Known() {
				continue
			}
			start, end := r.Period.Start, r.Period.End
			if start.Before(p.Start) {
				start = p.Start
			}
			if p.End.Before(end) {
				end = p.End
			}
			want := big.NewRat(int64(end.Sub(start)), int64(p.End.Sub(p.Start)))
			want.Sub(want.Mul(want, aim.To.Rat()), aim.Plan.Rat())
			assert.True(t, want.Abs(want).Cmp(big.NewRat(1, 1e12)) < 0, "%s off by %v", aim.Goal, want)
		}
	}
}

// checkOwners counts what is open, owner by owner.
func (w *anyWorld) checkOwners(t *testing.T, r *report.Report) {
	goals, strategies := make(map[string]int), make(map[string]int)
	for n := range w.hierarchy(t, r.Period.End).All() {
		if isOpen(r, n) {
			goals[n.Owner()]++
		}
	}
	last := w.day(r.Period.End.Add(-1))
	for _, x := range r.Work {
		if x.Phase == report.Running || x.Phase == report.Over && x.Ends == last {
			strategies[x.Owner]++
		}
	}
	for i, l := range r.Owners {
		assert.Equal(t, goals[l.Owner], l.Goals, l.Owner)
		assert.Equal(t, strategies[l.Owner], l.Strategies, l.Owner)
		assert.True(t, l.Owner != "" || i == len(r.Owners)-1)
		delete(goals, l.Owner)
		delete(strategies, l.Owner)
	}
	assert.Empty(t, goals)
	assert.Empty(t, strategies)
}

// checkMatrix looks up each cell from below: which open goals lead up to its goal.
func (w *anyWorld) checkMatrix(t *testing.T, r *report.Report) {
	if r.Coverage == nil {
		return
	}
	h := w.hierarchy(t, r.Period.End)
	list := w.inForce()
	for _, row := range r.Coverage.Rows {
		top, _ := h.Node(row.Goal)
		require.True(t, isOpen(r, top))
		for i, channel := range r.Coverage.Channels {
			cell := row.Cells[i]
			var want []string
			for n := range h.All() {
				m := n.Goal().Measure
				on := n.Channel() == channel || m != nil && m.Channel == channel
				if on && isOpen(r, n) && leadsTo(r, n, top) {
					want = append(want, n.ID())
				}
			}
			assert.Equal(t, want, cell.Goals)
			assert.Equal(t, len(cell.Goals)+len(cell.Strategies) == 0, slices.Contains(row.Gaps, channel))
			if row.Metric != "" {
				same(t, reads(list, metricNamed(row.Metric), channel, r.Period.Start, r.Period.End), cell.Value)
			}
		}
	}
}

// leadsTo reports whether a goal is another one, or supports it through open goals.
func leadsTo(r *report.Report, n, top goal.Node) bool {
	if n == top {
		return true
	}
	for e := range n.Parents() {
		if isOpen(r, e.Parent) && leadsTo(r, e.Parent, top) {
			return true
		}
	}
	return false
}
