package report_test

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func (w *anyWorld) day(t time.Time) string { return t.In(w.zone).Format(time.DateOnly) }

func (w *anyWorld) checkWork(t *testing.T, r *report.Report) {
	h := w.hierarchy(t, r.Period.End)
	end, list := r.Period.End, w.inForce()
	for _, x := range r.Work {
		s, ok := h.Strategy(x.ID)
		require.True(t, ok)
		written := s.Strategy()
		p, ok := s.Period()
		if !ok {
			assert.Equal(t, report.Running, x.Phase)
			continue
		}
		assert.Equal(t, w.day(p.Start), x.Starts)
		assert.Equal(t, w.day(p.End.Add(-1)), x.Ends)
		phase := report.Running
		if !p.Start.Before(end) {
			phase = report.Scheduled
		} else if !end.Before(p.End) {
			phase = report.Over
		}
		assert.Equal(t, phase, x.Phase)
		w.checkEffort(t, list, r, x, written, p)
	}
}

func (w *anyWorld) checkEffort(t *testing.T, list []kpi.Observation, r *report.Report, x report.Work, s goal.Strategy, p kpi.Period) {
	if s.Done == "" {
		assert.False(t, x.Planned.Known() || x.Done.Known())
		return
	}
	planned := s.Planned.Rat()
	reads := func(p kpi.Period) *big.Rat { return reads(list, metricNamed(s.Done), s.Channel, p.Start, p.End) }
	bound := p.End
	if r.Period.End.Before(bound) {
		bound = r.Period.End
	}
	if p.Start.Before(bound) {
		same(t, reads(kpi.Period{Start: p.Start, End: bound}), x.Done)
	}
	var kept, recent report.Kept
	turns, all := 0, int64(0)
	done := new(big.Rat)
	for due := range s.Cadence.Due(p) {
		all++
		if due.End.After(r.Period.End) {
			continue
		}
		n := reads(due)
		for _, k := range []*report.Kept{&kept, &recent} {
			if k == &recent && !due.End.After(r.Period.Start) {
				continue
			}
			k.Due++
			if n != nil {
				k.Read++
			}
			if n != nil && n.Cmp(planned) >= 0 {
				k.Met++
				k.Streak++
				k.Longest = max(k.Longest, k.Streak)
			} else {
				k.Streak = 0
			}
			if k == &recent {
				turn := x.Turns[turns]
				assert.Equal(t, w.day(due.Start), turn.Starts)
				assert.Equal(t, w.day(due.End.Add(-1)), turn.Ends)
				same(t, n, turn.Done)
				turns++
			} else if n != nil {
				done.Add(done, n)
			}
		}
	}
	assert.Len(t, x.Turns, turns)
	assert.Equal(t, kept, x.Kept.Kept)
	assert.Equal(t, recent, x.Recent.Kept)
	same(t, new(big.Rat).Mul(planned, big.NewRat(all, 1)), x.Planned)
	if kept.Read > 0 {
		same(t, done, x.Kept.Done)
		near(t, big.NewRat(int64(kept.Met), int64(kept.Due)), x.Kept.Share)
	}
}

// checkItems looks for the extremes of every metric that is listed.
func (w *anyWorld) checkItems(t *testing.T, r *report.Report) {
	of := make(map[string][]*big.Rat)
	for _, o := range w.inForce() {
		if o.ID != "" && r.Period.Contains(o.Instant()) {
			of[o.Metric] = append(of[o.Metric], o.Value.Rat())
		}
	}
	for _, row := range r.KPIs {
		m := metricNamed(row.Metric)
		i := slices.IndexFunc(r.Items, func(x report.Items) bool { return x.Metric == m.ID })
		if m.Combine != kpi.Sum || m.Better == kpi.Neither || len(of[m.ID]) == 0 {
			assert.Negative(t, i)
			continue
		}
		require.GreaterOrEqual(t, i, 0)
		items, xs := r.Items[i], of[m.ID]
		slices.SortFunc(xs, (*big.Rat).Cmp)
		low, high := xs[0], xs[len(xs)-1]
		if m.Better == kpi.Lower {
			low, high = high, low
		}
		assert.Equal(t, len(xs), items.Count)
		assert.Zero(t, items.Best.Value.Rat().Cmp(high))
		if items.Worst != nil {
			assert.Zero(t, items.Worst.Value.Rat().Cmp(low))
		}
		middle := new(big.Rat).Add(xs[(len(xs)-1)/2], xs[len(xs)/2])
		middle.Quo(middle, big.NewRat(2, 1))
		same(t, middle, items.Median)
		sum, n := new(big.Rat), int64(0)
		for _, x := range xs {
			if middle.Sign() <= 0 || x.Cmp(new(big.Rat).Mul(middle, big.NewRat(3, 1))) <= 0 {
				sum.Add(sum, x)
				n++
			}
		}
		same(t, sum.Quo(sum, big.NewRat(n, 1)), items.Mean)
		assert.Len(t, items.Outliers, len(xs)-int(n))
	}
}

// checkOrder checks the orders that the docs promise.
func (w *anyWorld) checkOrder(t *testing.T, r *report.Report) {
	rank := map[report.Severity]int{report.Alert: 0, report.Warning: 1, report.Note: 2}
	h := w.hierarchy(t, r.Period.End)
	var codes []string
	for rule := range report.Rules() {
		codes = append(codes, rule.Code)
	}
	level := func(id string) int {
		n, ok := h.Node(id)
		switch {
		case !ok:
			return 2
		case n.Level() == goal.Macro:
			return 0
		}
		return 1
	}
	for i := 1; i < len(r.Insights); i++ {
		a, b := r.Insights[i-1], r.Insights[i]
		x := []int{rank[a.Severity], level(a.Goal), slices.Index(codes, a.Code)}
		y := []int{rank[b.Severity], level(b.Goal), slices.Index(codes, b.Code)}
		assert.LessOrEqual(t, slices.Compare(x, y), 0, "%v %v", a, b)
	}
	kinds := []report.DueKind{report.DueCheckIn, report.DueAction, report.DueStart, report.DueEnd, report.DueReview}
	at, _ := kpi.ParseMoment(w.at, w.zone)
	today := w.day(at.Bound())
	yesterday := w.day(at.Bound().Add(-1))
	for i, due := range r.Agenda {
		assert.Equal(t, due.Overdue, due.Date < today && due.Date <= yesterday, "%s %s %s", due.Date, today, due.Kind)
		if i == 0 {
			continue
		}
		before := r.Agenda[i-1]
		assert.False(t, due.Overdue && !before.Overdue)
		if due.Overdue == before.Overdue {
			assert.LessOrEqual(t, before.Date, due.Date)
			if before.Date == due.Date {
				assert.LessOrEqual(t, slices.Index(kinds, before.Kind), slices.Index(kinds, due.Kind))
			}
		}
	}
	named, err := kpi.ParsePeriod(r.Name, w.zone)
	require.NoError(t, err)
	assert.True(t, named.Equal(r.Period), "%s is %s", r.Name, r.Period)
	if (w.span == report.Quarter) != (r.Package != nil) {
		t.Error("package")
	}
	for _, c := range r.Closings {
		assert.Equal(t, c.Score.Known(), c.Verdict != "")
		assert.Equal(t, c.Score.Known(), c.Absence == "")
		assert.False(t, c.Next != nil && (c.Success || c.CarriedBy != ""))
	}
}
