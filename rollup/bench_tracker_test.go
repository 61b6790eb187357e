package rollup_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// BenchmarkTracker changes goals of a bushy tree one after the other, at random,
// through everything that a host uses: ids, observations, the ledger. What the
// arithmetic alone costs is what BenchmarkUpdate measures. The baseline of record
// is what one would do without a tracker, for all goals.
func BenchmarkTracker(b *testing.B) {
	for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000) {
		b.Run(strconv.Itoa(size), func(b *testing.B) { benchmarkTracker(b, size) })
	}
}

func benchmarkTracker(b *testing.B, size int) {
	plan, ledger := bushy(size)
	h, err := goal.New(plan)
	if err != nil {
		b.Fatal(err)
	}
	at, _ := h.Moment("2026-12-31")
	tracker, err := rollup.Policy{}.Track(h, ledger, at)
	if err != nil {
		b.Fatal(err)
	}
	var leaves []string
	for _, g := range plan.Goals {
		if g.Measure != nil {
			leaves = append(leaves, g.ID)
		}
	}
	random := rand.New(rand.NewPCG(7, 8))
	now := time.Date(2026, time.February, 2, 0, 0, 0, 0, time.UTC)
	observe := func() kpi.Observation {
		now = now.Add(time.Second)
		return kpi.Observation{Goal: leaves[random.IntN(len(leaves))], At: now, Value: kpi.Int(random.Int64N(110))}
	}
	timed := func(name string, do func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	timed("record", func() error { return tracker.Record(observe()) })
	batch := make([]kpi.Observation, size/10)
	timed("recordTenth", func() error {
		for i := range batch {
			batch[i] = observe()
		}
		return tracker.Record(batch...)
	})
	timed("override", func() error {
		o := goal.Override{Progress: kpi.NumberOf(decimal.New(random.Int64N(1000), -3))}
		return tracker.SetOverride(leaves[random.IntN(len(leaves))], &o)
	})
	timed("read", func() error {
		tracker.Goal(leaves[random.IntN(len(leaves))])
		return nil
	})
	timed("snapshot", func() error { _, err := tracker.Snapshot(); return err })
	timed("evaluate", func() error { _, err := rollup.Policy{}.Evaluate(h, ledger, at); return err })
}
