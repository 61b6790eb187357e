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
	for _, size := range []int{10_000, 1_000_000, 10_000_000} {
		if testing.Short() && size > 10_000 {
			continue
		}
		b.Run("sum/"+strconv.Itoa(size), func(b *testing.B) { ask(b, size, kpi.Sum) })
		b.Run("last/"+strconv.Itoa(size), func(b *testing.B) { ask(b, size, kpi.Last) })
		b.Run("highest/"+strconv.Itoa(size), func(b *testing.B) { ask(b, size, kpi.Max) })
		b.Run("late/"+strconv.Itoa(size)+"/goalkit", func(b *testing.B) { addLate(b, size) })
		b.Run("corrected/"+strconv.Itoa(size)+"/goalkit", func(b *testing.B) { correct(b, size) })
	}
	b.Run("append/goalkit", appendToLedger)
	b.Run("append/slice", func(b *testing.B) {
		var all []kpi.Observation
		for i := range b.N {
			all = append(all, minute(i))
		}
		scanned = all[0].Value
	})
}

func minute(i int) kpi.Observation {
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	return kpi.Observation{Metric: "visits", At: start.Add(time.Duration(i) * time.Minute), Value: kpi.Int(int64(i % 1000))}
}

// minutely returns a ledger with a reading a minute.
func minutely(b *testing.B, n int) *kpi.Ledger {
	var ledger kpi.Ledger
	batch := make([]kpi.Observation, 0, 1000)
	for i := range n {
		if batch = append(batch, minute(i)); len(batch) < cap(batch) && i < n-1 {
			continue
		}
		if err := ledger.Add(batch...); err != nil {
			b.Fatal(err)
		}
		batch = batch[:0]
	}
	return &ledger
}

// windowed returns a query over a sixteenth of the series, at random.
func windowed(random *rand.Rand, size int, combine kpi.Combine) kpi.Query {
	start := minute(random.IntN(size)).At
	end := start.Add(time.Duration(size/16) * time.Minute)
	return kpi.Query{Metric: "visits", Combine: combine, Window: kpi.Period{Start: start, End: end}}
}

func ask(b *testing.B, size int, combine kpi.Combine) {
	b.Run("goalkit", func(b *testing.B) {
		ledger := minutely(b, size)
		random := rand.New(rand.NewPCG(1, 2))
		queries := make([]kpi.Query, 1)
		b.ReportAllocs()
		for b.Loop() {
			queries[0] = windowed(random, size, combine)
			if err := ledger.Tallies(queries, func(int, kpi.Tally) {}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scan", func(b *testing.B) { scan(b, size, combine) })
}

// A dated number is all that a scan needs of an observation.
type dated struct {
	at    time.Time
	value kpi.Number
}

func scan(b *testing.B, size int, combine kpi.Combine) {
	all := make([]dated, size)
	for i := range all {
		all[i] = dated{minute(i).At, minute(i).Value}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		scanned = look(all, windowed(random, size, combine))
	}
}

func look(all []dated, q kpi.Query) kpi.Number {
	var result kpi.Number
	var newest time.Time
	for _, o := range all {
		switch {
		case !o.at.Before(q.Window.End):
		case q.Combine == kpi.Last:
			if o.at.After(newest) {
				newest, result = o.at, o.value
			}
		case o.at.Before(q.Window.Start):
		case q.Combine == kpi.Sum:
			result = result.Add(o.value)
		case o.value.Cmp(result) > 0:
			result = o.value
		}
	}
	return result
}

// scanned keeps what a scan found from being optimized away.
var scanned kpi.Number

// addLate adds readings at random places in the past, one by one.
func addLate(b *testing.B, size int) {
	ledger := minutely(b, size)
	random := rand.New(rand.NewPCG(3, 4))
	b.ReportAllocs()
	for b.Loop() {
		if err := ledger.Add(minute(random.IntN(size))); err != nil {
			b.Fatal(err)
		}
	}
}

// correct gives readings at random places in the past another value, one by
// one. A tenth of a percent of the readings has an id.
func correct(b *testing.B, size int) {
	ledger := minutely(b, size)
	versions := size / 1000
	random := rand.New(rand.NewPCG(5, 6))
	var revision int64
	b.ReportAllocs()
	for b.Loop() {
		i := random.IntN(versions)
		o := minute(1000 * i)
		revision++
		o.ID, o.Revision, o.Value = strconv.Itoa(i), revision, kpi.Int(revision%1000)
		if err := ledger.Add(o); err != nil {
			b.Fatal(err)
		}
	}
}

func appendToLedger(b *testing.B) {
	var ledger kpi.Ledger
	b.ReportAllocs()
	for i := range b.N {
		if err := ledger.Add(minute(i)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLedgerMany asks a ledger about many short series, one query each, in
// the order of their first reading and in another. The baseline is what one
// would write first: the newest observation of every goal in a map.
func BenchmarkLedgerMany(b *testing.B) {
	for _, size := range []int{10_000, 1_000_000} {
		if testing.Short() && size > 10_000 {
			continue
		}
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			obs, queries := goals(size)
			var ledger kpi.Ledger
			if err := ledger.Add(obs...); err != nil {
				b.Fatal(err)
			}
			newest := make(map[string]*kpi.Observation, size)
			for i := range obs {
				newest[obs[i].Goal] = &obs[i]
			}
			for _, order := range []string{"same", "shuffled"} {
				if order == "shuffled" {
					random := rand.New(rand.NewPCG(7, 8))
					random.Shuffle(size, func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
				}
				b.Run(order+"/goalkit", func(b *testing.B) { askMany(b, &ledger, queries) })
				b.Run(order+"/map", func(b *testing.B) { lookUp(b, newest, queries) })
			}
		})
	}
}

// goals returns one reading of each of many goals, and what asks for it.
func goals(n int) (obs []kpi.Observation, queries []kpi.Query) {
	window := kpi.Period{Start: minute(0).At, End: minute(n).At}
	for i := range n {
		o := minute(i)
		o.Metric, o.Goal = "", "goal-"+strconv.Itoa(i)
		obs = append(obs, o)
		queries = append(queries, kpi.Query{Goal: "goal-" + strconv.Itoa(i), AllChannels: true, Combine: kpi.Last, Window: window})
	}
	return obs, queries
}

func askMany(b *testing.B, ledger *kpi.Ledger, queries []kpi.Query) {
	b.ReportAllocs()
	found := 0
	count := func(int, kpi.Tally) { found++ }
	for b.Loop() {
		if err := ledger.Tallies(queries, count); err != nil {
			b.Fatal(err)
		}
	}
	if found != b.N*len(queries) {
		b.Fatal("not all were found")
	}
	perQuery(b, len(queries))
}

func lookUp(b *testing.B, newest map[string]*kpi.Observation, queries []kpi.Query) {
	for b.Loop() {
		lookUpAll(newest, queries)
	}
	perQuery(b, len(queries))
}

func lookUpAll(newest map[string]*kpi.Observation, queries []kpi.Query) {
	for i := range queries {
		if o := newest[queries[i].Goal]; o.At.Before(queries[i].Window.End) {
			scanned = o.Value
		}
	}
}

func perQuery(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/query")
}
