package kpi_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// BenchmarkLedger asks a ledger about one long series, and adds to it. The
// baseline is what one would write first: a scan of all readings, and an append
// to a slice.
func BenchmarkLedger(b *testing.B) {
	for _, size := range []int{10_000, 1_000_000} {
		if testing.Short() && size > 10_000 {
			continue
		}
		obs := minutely(size)
		var ledger kpi.Ledger
		if err := ledger.Add(obs...); err != nil {
			b.Fatal(err)
		}
		name := "/" + strconv.Itoa(size) + "/"
		b.Run("sum"+name+"goalkit", func(b *testing.B) { askLedger(b, &ledger, size, kpi.Sum) })
		b.Run("sum"+name+"scan", func(b *testing.B) { scan(b, obs, kpi.Sum) })
		b.Run("last"+name+"goalkit", func(b *testing.B) { askLedger(b, &ledger, size, kpi.Last) })
		b.Run("last"+name+"scan", func(b *testing.B) { scan(b, obs, kpi.Last) })
		b.Run("late"+name+"goalkit", func(b *testing.B) { addLate(b, &ledger, size) })
	}
	b.Run("append/goalkit", func(b *testing.B) { appendTo(b, &kpi.Ledger{}) })
	b.Run("append/slice", func(b *testing.B) {
		var all []kpi.Observation
		for i := range b.N {
			all = append(all, minute(i))
		}
		scanned[0] = all[0].Value
	})
}

func minute(i int) kpi.Observation {
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	return kpi.Observation{Metric: "visits", At: start.Add(time.Duration(i) * time.Minute), Value: kpi.Int(int64(i % 1000))}
}

func minutely(n int) []kpi.Observation {
	obs := make([]kpi.Observation, n)
	for i := range obs {
		obs[i] = minute(i)
	}
	return obs
}

// windowed returns a query over a sixteenth of the series, at random.
func windowed(random *rand.Rand, size int, combine kpi.Combine) kpi.Query {
	start := minute(random.IntN(size)).At
	end := start.Add(time.Duration(size/16) * time.Minute)
	return kpi.Query{Metric: "visits", Combine: combine, Window: kpi.Period{Start: start, End: end}}
}

func askLedger(b *testing.B, ledger *kpi.Ledger, size int, combine kpi.Combine) {
	random := rand.New(rand.NewPCG(1, 2))
	queries := make([]kpi.Query, 1)
	b.ReportAllocs()
	for b.Loop() {
		queries[0] = windowed(random, size, combine)
		if err := ledger.Tallies(queries, func(int, kpi.Tally) {}); err != nil {
			b.Fatal(err)
		}
	}
}

func scan(b *testing.B, obs []kpi.Observation, combine kpi.Combine) {
	random := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		q := windowed(random, len(obs), combine)
		var sum kpi.Number
		var newest kpi.Observation
		for _, o := range obs {
			switch {
			case !o.At.Before(q.Window.End):
			case combine == kpi.Last:
				if o.At.After(newest.At) {
					newest = o
				}
			case !o.At.Before(q.Window.Start):
				sum = sum.Add(o.Value)
			}
		}
		scanned = [2]kpi.Number{sum, newest.Value}
	}
}

// scanned keeps what a scan found from being optimized away.
var scanned [2]kpi.Number

// addLate adds readings at random places in the past, one by one.
func addLate(b *testing.B, ledger *kpi.Ledger, size int) {
	random := rand.New(rand.NewPCG(3, 4))
	for b.Loop() {
		if err := ledger.Add(minute(random.IntN(size))); err != nil {
			b.Fatal(err)
		}
	}
}

func appendTo(b *testing.B, ledger *kpi.Ledger) {
	b.ReportAllocs()
	for i := range b.N {
		if err := ledger.Add(minute(i)); err != nil {
			b.Fatal(err)
		}
	}
}
