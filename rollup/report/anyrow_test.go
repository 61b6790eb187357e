package report_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// What the rows of any world should read, worked out from the list of readings.

// inForce returns the readings that no later version replaces.
func (w *anyWorld) inForce() (list []kpi.Observation) {
	type key struct{ metric, goal, channel, id string }
	latest := make(map[key]int64)
	of := func(o kpi.Observation) key { return key{o.Metric, o.Goal, o.Channel, o.ID} }
	for _, o := range w.obs {
		if before, ok := latest[of(o)]; o.ID != "" && (!ok || o.Revision > before) {
			latest[of(o)] = o.Revision
		}
	}
	for _, o := range w.obs {
		if o.ID == "" || o.Revision == latest[of(o)] && !o.Withdrawn {
			list = append(list, o)
		}
	}
	return list
}

// reads returns what a metric reads on a channel, "" for all, from start to before
// end; nil if it is unknown.
func reads(list []kpi.Observation, m kpi.Metric, channel string, start, end time.Time) *big.Rat {
	if m.Derived() {
		part := func(parts map[string]kpi.Number) *big.Rat {
			for id := range parts { // one each
				return reads(list, metricNamed(id), channel, start, end)
			}
			return nil
		}
		n, d := part(m.Numerator), part(m.Denominator)
		if n == nil || d == nil || d.Sign() == 0 {
			return nil
		}
		return n.Quo(n, d)
	}
	var sum, most *big.Rat
	newest := make(map[string]kpi.Observation)
	count := int64(0)
	for _, o := range list {
		if o.Metric != m.ID || channel != "" && o.Channel != channel {
			continue
		}
		first, last := o.At, o.At
		if !o.Period.IsEmpty() {
			first, last = o.Period.Start, o.Period.End.Add(-1)
		}
		if m.Combine == kpi.Unique && !o.Period.Equal(kpi.Period{Start: start, End: end}) || !last.Before(end) {
			continue
		}
		if m.Combine == kpi.Last {
			if n, ok := newest[o.Channel]; !ok || n.At.Before(o.At) {
				newest[o.Channel] = o
			}
			continue
		}
		if first.Before(start) {
			continue
		}
		x := o.Value.Rat()
		if sum == nil {
			sum, most = new(big.Rat), x
		}
		if x.Cmp(most) > 0 {
			most = x
		}
		sum.Add(sum, x)
		count++
	}
	for _, o := range newest {
		if sum == nil {
			sum = new(big.Rat)
		}
		sum.Add(sum, o.Value.Rat())
	}
	switch {
	case sum == nil, m.Unit == kpi.Score && len(newest) > 1, m.Combine == kpi.Unique && count > 1:
		return nil
	case m.Combine == kpi.Mean:
		return sum.Quo(sum, big.NewRat(count, 1))
	case m.Combine == kpi.Max:
		return most
	}
	return sum
}

func metricNamed(id string) kpi.Metric {
	for _, m := range anyMetrics {
		if m.ID == id {
			return m
		}
	}
	return kpi.Metric{}
}

// begins returns the first instant of a day.
func (w *anyWorld) begins(year int, month time.Month, d int) time.Time {
	t := time.Date(year, month, d, 0, 0, 0, 0, w.zone)
	if want := time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Day(); t.Day() != want {
		t = t.Add(time.Hour)
	}
	return t
}

// back returns when the report's period starts, so many periods ago.
func (w *anyWorld) back(r *report.Report, periods int) time.Time {
	s := r.Period.Start.In(w.zone)
	switch w.span {
	case report.Week:
		return w.begins(s.Year(), s.Month(), s.Day()-7*periods)
	case report.Month:
		return w.begins(s.Year(), s.Month()-time.Month(periods), 1)
	}
	return w.begins(s.Year(), s.Month()-time.Month(3*periods), 1)
}

func (w *anyWorld) checkRows(t *testing.T, r *report.Report) {
	end := r.Period.End
	require.True(t, end.Equal(w.back(r, -1)))
	list := w.inForce()
	rows := r.KPIs
	for _, c := range r.Channels {
		rows = append(rows, c.KPIs...)
	}
	for _, row := range rows {
		m := metricNamed(row.Metric)
		now := reads(list, m, row.Channel, r.Period.Start, end)
		same(t, now, row.Value)
		if m.Combine == kpi.Unique && row.Channel == "" && now == nil {
			assert.Equal(t, row.AtLeast.Given(), row.Absence == kpi.ChannelsDoNotAdd)
		}
		assert.Equal(t, now == nil, row.Absence != "", "%s %v", m.ID, row.Absence)
		w.checkDelta(t, list, row, row.Previous, now, r.Period.Start, w.back(r, 1), r.Period.Start)
		n := 4
		if w.span == report.Month {
			n = 3
		}
		var edges []time.Time
		for i := range n + 1 {
			edges = append(edges, w.back(r, n-i))
		}
		head := edges[1]
		if m.Derived() {
			edges = []time.Time{edges[0], edges[n]}
		}
		w.checkDelta(t, list, row, row.Trailing, now, head, edges...)
		s := r.Period.Start.In(w.zone)
		first, last := w.begins(s.Year()-1, s.Month(), s.Day()), end.In(w.zone)
		last = w.begins(last.Year()-1, last.Month(), last.Day())
		if w.span == report.Week {
			if _, week := s.ISOWeek(); week == 53 {
				continue
			}
			year, week := s.ISOWeek()
			jan := w.begins(year-1, 1, 4)
			monday := 4 - (int(jan.Weekday())+6)%7 + 7*(week-1)
			first, last = w.begins(year-1, 1, monday), w.begins(year-1, 1, monday+7)
		}
		w.checkDelta(t, list, row, row.LastYear, now, last, first, last)
	}
}

// checkDelta checks a comparison with the mean over the spans between edges.
func (w *anyWorld) checkDelta(t *testing.T, list []kpi.Observation, row report.Row, d report.Delta, now *big.Rat, head time.Time, edges ...time.Time) {
	m := metricNamed(row.Metric)
	base := new(big.Rat)
	for i := range len(edges) - 1 {
		x := reads(list, m, row.Channel, edges[i], edges[i+1])
		if x == nil {
			base = nil
			break
		}
		base.Add(base, x)
	}
	if base != nil {
		base.Quo(base, big.NewRat(int64(len(edges)-1), 1))
	}
	if base != nil && m.Combine != kpi.Last && m.Combine != kpi.Unique && !w.begun(list, m, row.Channel, edges[0], head) {
		base = nil
	}
	if !same(t, base, d.Base) {
		t.Log(row.Metric, row.Channel, edges)
	}
	switch {
	case now == nil:
		assert.False(t, d.Change.Known())
	case base == nil:
		assert.Equal(t, report.NoBase, d.Absence)
		assert.False(t, d.Change.Known())
	case m.Unit == kpi.Score || m.ID == "rate":
		assert.Equal(t, report.Points, d.Form)
		same(t, new(big.Rat).Sub(now, base), d.Change)
	case base.Sign() == 0:
		assert.Equal(t, kpi.ZeroDenominator, d.Absence)
	default:
		assert.Equal(t, report.Relative, d.Form)
		change := new(big.Rat).Sub(now, base)
		same(t, change.Quo(change, new(big.Rat).Abs(base)), d.Change)
	}
	if now != nil && base != nil {
		want := []report.Trend{report.Bad, report.Neutral, report.Good}[now.Cmp(base)*map[bool]int{true: -1, false: 1}[m.Better == kpi.Lower]+1]
		if m.Better == kpi.Neither {
			want = report.Neutral
		}
		assert.Equal(t, want, d.Trend)
	}
}

// begun reports whether readings began before a quarter of a span was over.
func (w *anyWorld) begun(list []kpi.Observation, m kpi.Metric, channel string, start, end time.Time) bool {
	if m.Derived() {
		for n := range m.Numerator {
			for d := range m.Denominator {
				return w.begun(list, metricNamed(n), channel, start, end) && w.begun(list, metricNamed(d), channel, start, end)
			}
		}
	}
	for _, o := range list {
		if o.Metric == m.ID && (channel == "" || o.Channel == channel) && o.Instant().Before(start.Add(end.Sub(start)/4)) {
			return true
		}
	}
	return false
}

// same compares an unknown or exact number with a value.
func same(t *testing.T, want *big.Rat, got kpi.Value) bool {
	t.Helper()
	if want == nil {
		return assert.False(t, got.Known(), got.String())
	}
	return assert.Truef(t, got.Known() && got.Rat().Cmp(want) == 0, "want %v, got %v", want, got)
}
