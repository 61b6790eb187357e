package main

import (
	"math/rand/v2"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// ledger asks one long series about random windows of a sixteenth of it.
func ledger(s scale, p *page) {
	table := p.table("The ledger",
		"One series, a reading a minute; windows of a sixteenth of it, at random. The scan is over two arrays of int64,\n"+
			"times and values.",
		"question", "readings", "ledger, µs", "scan / ledger", "allocations")
	l := minutely(s.readings)
	series := newScan(s.readings)
	for _, question := range []struct {
		name    string
		aim     *aim
		combine kpi.Combine
		scan    func(start, end int64)
	}{
		{"newest as of a moment", newestMicros, kpi.Last, series.newest},
		{"sum of a window", sumMicros, kpi.Sum, series.sum},
	} {
		random := rand.New(rand.NewPCG(1, 2))
		t := s.race(
			variant{"ledger", func() { ask(l, s.readings, random.IntN(s.readings), question.combine) }},
			variant{"scan", func() {
				start := int64(random.IntN(s.readings))
				question.scan(start, start+int64(s.readings/16))
			}},
		)
		table.row(question.name, short(s.readings)).
			judge(question.aim, t.ns("ledger", 1000)).
			plain(t.ratio("scan", "ledger")).
			plain(spread{t["ledger"].allocs, t["ledger"].allocs, t["ledger"].allocs})
	}
}

var firstMinute = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

func minute(i int) time.Time { return firstMinute.Add(time.Duration(i) * time.Minute) }

// minutely returns a ledger of so many readings, added in portions: all of them
// at once are gigabytes more.
func minutely(n int) *kpi.Ledger {
	const portion = 100_000
	var l kpi.Ledger
	obs := make([]kpi.Observation, 0, portion)
	for i := range n {
		obs = append(obs, kpi.Observation{Metric: "visits", At: minute(i), Value: kpi.Int(int64(i % 1000))})
		if len(obs) == portion || i == n-1 {
			check(l.Add(obs...))
			obs = obs[:0]
		}
	}
	return &l
}

func ask(l *kpi.Ledger, size, start int, combine kpi.Combine) {
	window := kpi.Period{Start: minute(start), End: minute(start + size/16)}
	q := [1]kpi.Query{{Metric: "visits", Combine: combine, Window: window}}
	check(l.Tallies(q[:], func(int, kpi.Tally) {}))
}

// A scan is the series in the leanest form that can still be looked through.
type scan struct {
	times, values []int64
	found         int64 // keeps what was found from being optimized away
}

func newScan(n int) *scan {
	s := &scan{times: make([]int64, n), values: make([]int64, n)}
	for i := range n {
		s.times[i], s.values[i] = int64(i), int64(i%1000)
	}
	return s
}

func (s *scan) newest(_, end int64) {
	last := int64(-1)
	for i, t := range s.times {
		if t < end && t > last {
			last, s.found = t, s.values[i]
		}
	}
}

func (s *scan) sum(start, end int64) {
	sum := int64(0)
	for i, t := range s.times {
		if start <= t && t < end {
			sum += s.values[i]
		}
	}
	s.found = sum
}
