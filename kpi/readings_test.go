package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleLedger_Readings() {
	day := func(d int) time.Time { return time.Date(2026, time.March, d, 0, 0, 0, 0, time.UTC) }
	var ledger kpi.Ledger
	_ = ledger.Add(
		kpi.Observation{Metric: "leads", Channel: "mail", At: day(1), Value: kpi.Int(4)},
		kpi.Observation{Metric: "leads", Channel: "mail", At: day(2), Value: kpi.Int(7)},
		kpi.Observation{Metric: "leads", Channel: "mail", At: day(9), Value: kpi.Int(5)},
	)
	for o := range ledger.Readings(kpi.Period{Start: day(2), End: day(9)}) {
		fmt.Println(o)
	}
	// Output: leads 7 at 2026-03-02T00:00:00Z
}

// What is within any period is what a look at every observation finds.
func TestReadings(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for range 300 {
		var ledger kpi.Ledger
		var all []kpi.Observation
		for range random.IntN(40) * random.IntN(60) {
			all = append(all, randomReading(random))
		}
		require.NoError(t, ledger.Add(all...))
		start := time.Unix(random.Int64N(1000), 0).UTC()
		within := kpi.Period{Start: start, End: start.Add(time.Duration(random.IntN(800)) * time.Second)}
		var want, got []string
		for _, o := range all {
			if at := o.Instant(); !at.Before(within.Start) && at.Before(within.End) {
				want = append(want, readingText(o))
			}
		}
		for o := range ledger.Readings(within) {
			got = append(got, readingText(o))
		}
		slices.Sort(want)
		slices.Sort(got)
		assert.Equal(t, want, got)
		for range ledger.Readings(within) {
			break // at the first, wherever it is
		}
	}
}

func randomReading(random *rand.Rand) kpi.Observation {
	o := kpi.Observation{Metric: "m", Channel: string(rune('a' + random.IntN(12))), Value: kpi.Int(random.Int64N(9)), Revision: random.Int64N(2)}
	if random.IntN(3) == 0 {
		o.Metric, o.Goal = "", "g"
	}
	at := time.Unix(random.Int64N(2000), 0).UTC()
	if random.IntN(8) == 0 {
		o.Period = kpi.Period{Start: at, End: at.Add(time.Minute)}
	} else {
		o.At = at
	}
	return o
}

func readingText(o kpi.Observation) string {
	return fmt.Sprintf("%s|%s|%s|%s|%d|%s|%s", o.Metric, o.Goal, o.Channel, o.Value, o.Revision, o.Instant().UTC(), o.Period)
}
