package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// sameAnswer fails unless two answers say the same.
func sameAnswer(t testing.TB, want, got kpi.Answer, about any) {
	t.Helper()
	require.True(t, want.Value.Equal(got.Value), "%+v: %s, not %s", about, got.Value, want.Value)
	require.True(t, want.Newest.Equal(got.Newest), "%+v", about)
	require.Equal(t, want.Absence, got.Absence, "%+v", about)
	require.True(t, want.AtLeast.Equal(got.AtLeast) && want.AtMost.Equal(got.AtMost), "%+v", about)
}

// someReadings are of every metric that social has, and of goals, in a few weeks.
func someReadings(t testing.TB, random *rand.Rand, n int) []kpi.Observation {
	t.Helper()
	obs := make([]kpi.Observation, n)
	for i := range obs {
		o := reading(t, "", []string{"", "a", "b"}[random.IntN(3)], "2026-01-01", strconv.Itoa(random.IntN(900)))
		o.At = o.At.Add(time.Duration(random.IntN(40*24*3600)) * time.Second)
		if random.IntN(3) == 0 {
			o.Goal = "g" + strconv.Itoa(random.IntN(2000))
		} else {
			o.Metric = []string{"leads", "visits", "spend", "followers", "rank", "answer_time", "worst", "best"}[random.IntN(8)]
		}
		o.Revision = int64(i) // no ties
		obs[i] = o
	}
	return obs
}

// someAsks are asked by many goals, some of them the same question.
func someAsks(t testing.TB, random *rand.Rand, n int) []kpi.Ask {
	t.Helper()
	metrics := []string{"leads", "visits", "followers", "rank", "answer_time", "worst", "best", "reach", "cvr", "cpm", "index", "leads_per_rank"}
	asks := make([]kpi.Ask, n)
	for i := range asks {
		a := kpi.Ask{Channel: []string{"", "a", "c"}[random.IntN(3)], Highest: random.IntN(4) == 0, Window: period(t, fmt.Sprintf("2026-W0%d", 2+random.IntN(6)), time.UTC)}
		a.AllChannels = a.Channel == "" && random.IntN(3) > 0
		if random.IntN(2) == 0 {
			a.Goal = "g" + strconv.Itoa(i)
		} else {
			a.Metric = metrics[random.IntN(len(metrics))]
		}
		asks[i] = a
	}
	return asks
}

// A counted source is not known to be a ledger, and asked as a host's.
type counted struct {
	*kpi.Ledger
	calls int
}

func (c *counted) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	c.calls++
	return c.Ledger.Tallies(queries, add)
}

// However asks are put, the answers are the same and in order: one by one, from a
// ledger, and with one call to a source, which is none if nothing is asked.
func TestReaderAnswersInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(41, 43))
	c, l := social(t), ledger(t, someReadings(t, random, 5000)...)
	reader, host := c.Reader(l), &counted{Ledger: l}
	for _, n := range []int{0, 1, 1023, 1024, 1025, 3000} {
		asks := someAsks(t, random, n)
		host.calls = 0
		want, err := c.Read(host, asks)
		require.NoError(t, err)
		require.Equal(t, min(n, 1), host.calls)
		next := 0
		require.NoError(t, reader.Each(slices.Values(asks), func(i int, a kpi.Answer) {
			require.Equal(t, next, i)
			sameAnswer(t, want[i], a, asks[i])
			next++
		}))
		require.Equal(t, n, next)
		for i, a := range asks {
			got, err := reader.One(a)
			require.NoError(t, err)
			sameAnswer(t, want[i], got, a)
		}
	}
}

// A failure leaves nothing behind.
func TestReaderFails(t *testing.T) {
	window := period(t, "2026-01", time.UTC)
	reader := social(t).Reader(ledger(t, reading(t, "leads", "", "2026-01-05", "3"), reading(t, "rank", "", "2026-01-05", "3"), reading(t, "rank", "", "2026-01-05", "4")))
	for range 2 {
		_, err := reader.One(kpi.Ask{Metric: "fame", Window: window})
		require.ErrorIs(t, err, kpi.ErrUnknownMetric)
		_, err = reader.One(kpi.Ask{Metric: "rank", Window: window})
		require.ErrorIs(t, err, kpi.ErrObservation)
		answer, err := reader.One(kpi.Ask{Metric: "leads", Window: window})
		require.NoError(t, err)
		require.Equal(t, "3", answer.Value.String())
	}
	for _, broken := range []hostSource{{{Count: -1, Sum: kpi.Int(1)}}, {{Count: 1}}} {
		reader := social(t).Reader(broken)
		for range 2 {
			_, err := reader.One(kpi.Ask{Metric: "leads", Window: window})
			require.ErrorIs(t, err, kpi.ErrNumber)
		}
	}
}

// What follows every recorded reading costs no memory.
func TestReaderAllocatesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(47, 53))
	obs := append(someReadings(t, random, 20_000), kpi.Observation{Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(3)})
	reader := social(t).Reader(ledger(t, obs...))
	for _, a := range []kpi.Ask{{Metric: "leads"}, {Metric: "leads", Highest: true}, {Metric: "followers"}, {Metric: "worst"}, {Goal: "trial"}} {
		a.AllChannels, a.Window = true, period(t, "2026-01", time.UTC)
		assert.Zero(t, testing.AllocsPerRun(100, func() {
			answer, err := reader.One(a)
			if err != nil || !answer.Value.Known() {
				t.Error("no answer", err)
			}
		}), "%+v", a)
	}
}

// Adding in order costs memory only now and then.
func TestLedgerAppendAllocatesNothing(t *testing.T) {
	var l kpi.Ledger
	start, n := at(t, "2026-01-01"), 0
	assert.Less(t, testing.AllocsPerRun(20_000, func() {
		n++
		if err := l.Add(kpi.Observation{Metric: "leads", At: start.Add(time.Duration(n) * time.Minute), Value: kpi.Int(int64(n))}); err != nil {
			t.Error(err)
		}
	}), 0.5)
}

func TestBases(t *testing.T) {
	c := social(t)
	assert.Equal(t, []string{"followers", "leads", "visits"}, c.Bases("index"))
	assert.Equal(t, []string{"leads"}, c.Bases("leads"))
	assert.Empty(t, c.Bases("fame"))
	assert.Empty(t, c.Bases(""))
}

func TestConcerns(t *testing.T) {
	c, january := social(t), period(t, "2026-01", time.UTC)
	all := func(metric string) kpi.Ask { return kpi.Ask{Metric: metric, AllChannels: true, Window: january} }
	mail := kpi.Ask{Metric: "leads", Channel: "mail", Window: january}
	own := kpi.Ask{Goal: "trial", AllChannels: true, Window: january}
	corrected := reading(t, "leads", "", "2026-03-01", "1")
	corrected.ID = "crm-7"
	tests := []struct {
		name string
		ask  kpi.Ask
		obs  kpi.Observation
		want bool
	}{
		{"its metric", all("leads"), reading(t, "leads", "mail", "2026-01-05", "1"), true},
		{"another", all("leads"), reading(t, "visits", "mail", "2026-01-05", "1"), false},
		{"a part", all("cvr"), reading(t, "visits", "", "2026-01-05", "1"), true},
		{"no part", all("cvr"), reading(t, "spend", "", "2026-01-05", "1"), false},
		{"its channel", mail, reading(t, "leads", "mail", "2026-01-05", "1"), true},
		{"another channel", mail, reading(t, "leads", "", "2026-01-05", "1"), false},
		{"before the window, which tells how old", all("leads"), reading(t, "leads", "", "2025-01-05", "1"), true},
		{"at its end", all("leads"), reading(t, "leads", "", "2026-02-01", "1"), false},
		{"a period that ends with it", all("leads"), spanning(t, "leads", "", "2026-01", "1"), true},
		{"moved out of it, perhaps", all("leads"), corrected, true},
		{"its own", own, kpi.Observation{Goal: "trial", At: at(t, "2026-01-05")}, true},
		{"another's own", own, kpi.Observation{Goal: "other", At: at(t, "2026-01-05")}, false},
		{"a metric of that name", own, reading(t, "trial", "", "2026-01-05", "1"), false},
		{"a goal of that name", all("leads"), kpi.Observation{Goal: "leads", At: at(t, "2026-01-05")}, false},
		{"an unknown metric", all("fame"), reading(t, "fame", "", "2026-01-05", "1"), false},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, c.Concerns(test.ask, test.obs), test.name)
	}
}

// What does not concern an ask leaves its answer alone.
func TestConcernsIsComplete(t *testing.T) {
	random := rand.New(rand.NewPCG(59, 61))
	c := social(t)
	obs := someReadings(t, random, 600)
	for i := range obs {
		if i%3 == 0 {
			obs[i].ID = strconv.Itoa(random.IntN(20))
		}
	}
	asks := someAsks(t, random, 200)
	var l kpi.Ledger
	before, err := c.Read(&l, asks)
	require.NoError(t, err)
	for _, o := range obs {
		require.NoError(t, l.Add(o))
		after, err := c.Read(&l, asks)
		require.NoError(t, err)
		for i, a := range asks {
			if !c.Concerns(a, o) {
				sameAnswer(t, before[i], after[i], a)
			}
		}
		before = after
	}
}
