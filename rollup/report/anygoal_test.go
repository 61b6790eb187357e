package report_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
)

// hierarchy returns the plan in force before a time.
func (w *anyWorld) hierarchy(t *testing.T, before time.Time) *goal.Hierarchy {
	plan := w.Plan
	for i, r := range w.revisions {
		if i == 0 {
			plan = r.Plan
			continue
		}
		from, err := kpi.ParseTime(r.From, w.zone)
		require.NoError(t, err)
		if from.Start.Before(before) {
			plan = r.Plan
		}
	}
	h, err := goal.New(plan)
	require.NoError(t, err)
	return h
}

func (w *anyWorld) checkGoals(t *testing.T, r *report.Report, src kpi.Source) {
	h, was := w.hierarchy(t, r.Period.End), w.hierarchy(t, r.Period.Start)
	now, err := rollup.Policy{}.Evaluate(h, src, kpi.Before(r.Period.End))
	require.NoError(t, err)
	then, err := rollup.Policy{}.Evaluate(was, src, kpi.Before(r.Period.Start))
	require.NoError(t, err)
	var listed []string
	for n := range h.All() {
		if s := n.State(r.Period.End); s != goal.Draft && s != goal.Cancelled {
			listed = append(listed, n.ID())
		}
	}
	require.Len(t, r.Goals, len(listed))
	for i, g := range r.Goals {
		assert.Equal(t, listed[i], g.ID)
		a, _ := now.Goal(g.ID)
		b, _ := then.Goal(g.ID)
		assert.Equal(t, a.Status, g.Status)
		assert.Equal(t, b.Status, g.Was)
		assert.Equal(t, a.Progress.String(), g.Progress.String())
		assert.Equal(t, b.Progress.String(), g.Before.String())
		assert.Equal(t, a.Progress.Known() && b.Progress.Known(), g.Change.Known())
		if g.Change.Known() {
			assert.Zero(t, new(big.Rat).Sub(a.Progress.Rat(), b.Progress.Rat()).Cmp(g.Change.Rat()))
		}
		assert.Equal(t, a.Value.String(), g.Value.String())
		assert.Equal(t, b.Value.String(), g.Earlier.String())
		assert.Equal(t, g.Absence == "", g.Progress.Known(), "%s %s", g.ID, g.Absence)
		w.checkParts(t, g, a, b)
		w.checkMoney(t, r, g, a.Node)
	}
}

func (w *anyWorld) checkParts(t *testing.T, g report.Goal, now, then rollup.Result) {
	sum := new(big.Rat)
	for _, p := range g.Parts {
		change := new(big.Rat).Sub(p.Now.Rat(), p.Before.Rat())
		assert.Zero(t, change.Cmp(p.Change.Rat()))
		sum.Add(sum, change)
	}
	require.Equal(t, len(g.Parts) > 0, g.Moved.Known())
	if !g.Moved.Known() {
		return
	}
	assert.Zero(t, sum.Cmp(g.Moved.Rat()))
	_, ownNow := now.Node.Measure()
	if !ownNow && now.Raw.Known() && then.Raw.Known() && now.Node.State(time.Time{}) == then.Node.State(time.Time{}) {
		if _, own := then.Node.Measure(); !own {
			assert.Zero(t, new(big.Rat).Sub(now.Raw.Rat(), then.Raw.Rat()).Cmp(sum), "%s %v %v", g.ID, now.Raw, then.Raw)
		}
	}
}

func (w *anyWorld) checkMoney(t *testing.T, r *report.Report, g report.Goal, n goal.Node) {
	written := n.Goal()
	require.Equal(t, written.Budget != nil || written.Cost != "" || written.Return != "", g.Money != nil)
	if g.Money == nil {
		return
	}
	m, p := g.Money, n.Period()
	bound := r.Period.End
	if s := n.State(bound); s == goal.Paused || s == goal.Closed {
		if since, err := kpi.ParseTime(written.Since, w.zone); written.Since != "" && err == nil && since.Start.Before(bound) {
			bound = since.Start
		}
	}
	until := bound
	if p.End.Before(until) {
		until = p.End
	}
	list := w.inForce()
	sum := func(metric string) *big.Rat {
		if metric == "" || !p.Start.Before(until) {
			return nil
		}
		return reads(list, metricNamed(metric), n.Channel(), p.Start, until)
	}
	spent, back := sum(written.Cost), sum(written.Return)
	same(t, spent, m.Spent)
	same(t, back, m.Returned)
	if spent != nil && back != nil && spent.Sign() > 0 {
		roi := new(big.Rat).Sub(back, spent)
		near(t, roi.Quo(roi, spent), m.ROI)
	} else {
		assert.False(t, m.ROI.Known())
	}
	elapsed := new(big.Rat)
	if p.Start.Before(until) {
		elapsed.SetFrac64(int64(until.Sub(p.Start)), int64(p.End.Sub(p.Start)))
	}
	near(t, elapsed, m.Elapsed)
	if written.Budget == nil {
		assert.False(t, m.Planned.Known() || m.Rate.Known() || m.PerDay.Known() || m.Allocated.Known())
		return
	}
	budget := written.Budget.Amount.Rat()
	planned := new(big.Rat).Mul(budget, elapsed)
	same(t, planned, m.Planned)
	if spent != nil && planned.Sign() != 0 {
		near(t, new(big.Rat).Quo(spent, planned), m.Rate)
	}
	w.checkAllocated(t, r, g, n)
	switch {
	case spent == nil || elapsed.Cmp(big.NewRat(1, 10)) < 0:
		assert.False(t, m.Projection.Known())
	case n.State(r.Period.End) != goal.Active:
		same(t, spent, m.Projection)
	default:
		same(t, new(big.Rat).Quo(spent, elapsed), m.Projection)
	}
}

func (w *anyWorld) checkAllocated(t *testing.T, r *report.Report, g report.Goal, n goal.Node) {
	sum, some := new(big.Rat), false
	add := func(b *goal.Budget) {
		if b != nil {
			sum, some = sum.Add(sum, b.Amount.Rat()), true
		}
	}
	below := make(map[string]bool)
	for e := range n.Children() {
		if s := e.Child.State(r.Period.End); s != goal.Draft && s != goal.Cancelled {
			b := e.Child.Goal().Budget
			below[e.Child.ID()] = b != nil
			add(b)
		}
	}
	for _, s := range w.hierarchy(t, r.Period.End).Plan().Strategies {
		serves, counted := false, false
		for _, id := range s.Goals {
			serves = serves || id == g.ID
			counted = counted || below[id]
		}
		if serves && !counted {
			add(s.Budget)
		}
	}
	if !some {
		sum = nil
	}
	same(t, sum, g.Money.Allocated)
}

// near compares with a ratio, which is rounded at 18 places.
func near(t *testing.T, want *big.Rat, got kpi.Ratio) {
	t.Helper()
	require.True(t, got.Known())
	d := new(big.Rat).Sub(want, got.Rat())
	assert.True(t, d.Abs(d).Cmp(big.NewRat(1, 1e18)) < 0, "want %v, got %v", want, got)
}
