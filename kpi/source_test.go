package kpi_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// hostSource answers every query with the same tallies, as a host's might.
type hostSource []kpi.Tally

func (s hostSource) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	for i := range queries {
		for _, t := range s {
			add(i, t)
		}
	}
	return nil
}

// What a host answers is checked: no panic, no number out of nothing.
func TestReadFromAHost(t *testing.T) {
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "sum", Combine: kpi.Sum}, {ID: "mean", Combine: kpi.Mean}, {ID: "max", Combine: kpi.Max}, {ID: "last", Combine: kpi.Last},
	})
	require.NoError(t, err)
	one, bad := kpi.Int(1), kpi.Num("NaN")
	for name, c := range map[string]struct {
		metric  string
		tallies hostSource
		want    string // a value, "unknown", or an error's code
	}{
		"adds up":        {"sum", hostSource{{Count: 1, Sum: one}, {Channel: "b", Count: 2, Sum: one}}, "2"},
		"counts cancel":  {"mean", hostSource{{Count: 1, Sum: one}, {Channel: "b", Count: -1, Sum: one}}, "number"},
		"counts too far": {"mean", hostSource{{Count: 1 << 62, Sum: one}, {Channel: "b", Count: 1 << 62, Sum: one}}, "number"},
		"not a number":   {"sum", hostSource{{Count: 1, Sum: bad}}, "number"},
		"no number":      {"max", hostSource{{Count: 1}}, "number"},
		"count of 0":     {"sum", hostSource{{Count: 0, Sum: kpi.Int(0)}}, "unknown"}, // as SQL's COALESCE says
		"nothing newest": {"last", hostSource{{Count: 3, Sum: one}}, "unknown"},
		"without count":  {"last", hostSource{{Last: one}}, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			answers, err := catalogue.Read(c.tallies, []kpi.Ask{{Metric: c.metric, AllChannels: true}})
			if err != nil {
				assert.ErrorIs(t, err, kpi.Reason(c.want))
				return
			}
			assert.Equal(t, c.want, answers[0].Value.String())
		})
	}
}

func TestFaultyReadingsStayFaulty(t *testing.T) {
	var tally kpi.Tally
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	tally.Add(day, kpi.Num("x"))
	tally.Add(day.AddDate(0, 0, 1), kpi.Int(2))
	require.ErrorIs(t, tally.Sum.Err(), kpi.ErrNumber)
	_, err := tally.MarshalText()
	require.ErrorIs(t, err, kpi.ErrNumber)
}

// Readings of periods may come newest first, many at once, and be taken back.
func TestManyPeriodsBackwards(t *testing.T) {
	const n = 50_000
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	obs := make([]kpi.Observation, n)
	for i := range obs {
		at := start.Add(time.Duration(n-i) * time.Minute)
		obs[i] = kpi.Observation{Metric: "visits", Period: kpi.Period{Start: at, End: at.Add(time.Minute)}, Value: kpi.Int(1), ID: at.String()}
	}
	began := time.Now()
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(obs...))
	for i := range obs {
		obs[i].Revision, obs[i].Withdrawn = 1, i%2 == 0
	}
	require.NoError(t, ledger.Add(obs...))
	assert.Less(t, time.Since(began), 20*time.Second, "a minute if each is put in its place by itself")

	q := kpi.Query{Metric: "visits", Combine: kpi.Sum, Window: kpi.Period{Start: start, End: start.AddDate(1, 0, 0)}}
	require.NoError(t, ledger.Tallies([]kpi.Query{q}, func(_ int, tally kpi.Tally) {
		assert.Equal(t, int64(n/2), tally.Count)
		assert.Equal(t, "25000", tally.Sum.String())
	}))
}

// Each observation that contradicts the first is reported.
func TestEveryContradictionIsReported(t *testing.T) {
	day := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	for _, id := range []string{"", "crm-7"} {
		var obs []kpi.Observation
		for value := range int64(4) {
			obs = append(obs, kpi.Observation{Metric: "followers", At: day, Value: kpi.Int(value / 2 * 3), ID: id})
		}
		obs = append(obs, kpi.Observation{Metric: "followers", At: day, Value: kpi.Int(9), ID: id})
		err := kpi.CheckObservations(obs, func(kpi.Observation) (kpi.Combine, *kpi.Problem) { return kpi.Last, nil })
		problems, _ := err.(kpi.Problems) //nolint:errorlint // the documented type
		require.Len(t, problems, 3, "0 and 0 agree; 3, 3 and 9 do not")
		assert.Contains(t, problems[0].Field, "observations[2]")
		assert.Contains(t, problems[2].Field, "observations[4]")
	}
}

// A quotient is as fresh as its stalest part, whichever its id; a date in year
// 0 is a date.
func TestNewestOfQuotients(t *testing.T) {
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "a", Combine: kpi.Sum},
		{ID: "b", Combine: kpi.Sum},
		{ID: "q", Numerator: map[string]kpi.Number{"a": kpi.Int(1)}, Denominator: map[string]kpi.Number{"b": kpi.Int(1)}},
	})
	require.NoError(t, err)
	early := time.Date(0, 12, 20, 0, 0, 0, 0, time.UTC)
	window := kpi.Period{Start: early, End: early.AddDate(0, 0, 10)}
	ask := []kpi.Ask{{Metric: "q", AllChannels: true, Window: window}}
	for _, metric := range []string{"a", "b"} {
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(kpi.Observation{Metric: metric, At: early, Value: kpi.Int(1)}))
		answers, err := catalogue.Read(&ledger, ask)
		require.NoError(t, err)
		assert.True(t, answers[0].Newest.IsZero(), "the other part was never read")
	}
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Metric: "a", At: early, Value: kpi.Int(1)},
		kpi.Observation{Metric: "b", At: early.AddDate(0, 0, 1), Value: kpi.Int(2)},
	))
	answers, err := catalogue.Read(&ledger, ask)
	require.NoError(t, err)
	assert.Equal(t, "0.5", answers[0].Value.String())
	assert.True(t, early.Equal(answers[0].Newest))
}

// A host answers all queries of an evaluation with one statement; here the rows
// are at hand.
func ExampleSource() {
	// select query_no, channel, count(*), sum(value) from readings join queries ... group by query_no, channel
	rows := hostSource{
		{Channel: "newsletter", Count: 31, Sum: kpi.Int(180)},
		{Channel: "instagram", Count: 28, Sum: kpi.Int(65)},
	}
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{{ID: "leads", Combine: kpi.Sum}})
	if err != nil {
		panic(err)
	}
	march, _ := kpi.ParsePeriod("2026-03", time.UTC)
	answers, err := catalogue.Read(rows, []kpi.Ask{{Metric: "leads", AllChannels: true, Window: march}})
	if err != nil {
		panic(err)
	}
	fmt.Println(answers[0].Value, "leads")
	// Output:
	// 245 leads
}
