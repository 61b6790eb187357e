package kpi_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// What if the conversion rate on Instagram were 10% higher? As many sessions would
// bring more leads: leads = sessions × rate.
func ExampleCatalogue_Suppose() {
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "sessions", Combine: kpi.Sum},
		{
			ID: "conversion_rate", Unit: kpi.Fraction,
			Numerator:   map[string]kpi.Number{"leads": kpi.Int(1)},
			Denominator: map[string]kpi.Number{"sessions": kpi.Int(1)},
		},
	})
	if err != nil {
		panic(err)
	}
	monday := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	err = ledger.Add(
		kpi.Observation{Metric: "sessions", Channel: "instagram", At: monday, Value: kpi.Int(1000)},
		kpi.Observation{Metric: "leads", Channel: "instagram", At: monday, Value: kpi.Int(20)},
		kpi.Observation{Metric: "sessions", Channel: "search", At: monday, Value: kpi.Int(3000)},
		kpi.Observation{Metric: "leads", Channel: "search", At: monday, Value: kpi.Int(60)},
	)
	if err != nil {
		panic(err)
	}
	supposed, err := catalogue.Suppose(&ledger, kpi.If{Metric: "conversion_rate", Channel: "instagram", Change: "10%"})
	if err != nil {
		panic(err)
	}

	march, _ := kpi.ParsePeriod("2026-03", time.UTC)
	asks := []kpi.Ask{
		{Metric: "conversion_rate", Channel: "instagram", Window: march},
		{Metric: "sessions", AllChannels: true, Window: march},
		{Metric: "leads", AllChannels: true, Window: march},
		{Metric: "conversion_rate", AllChannels: true, Window: march},
	}
	was, err := catalogue.Read(&ledger, asks)
	if err != nil {
		panic(err)
	}
	is, err := catalogue.Read(supposed, asks)
	if err != nil {
		panic(err)
	}
	for i, a := range asks {
		fmt.Printf("%s %s: %s, supposed %s\n", a.Metric, a.Channel, was[i].Value, is[i].Value)
	}
	// Output:
	// conversion_rate instagram: 0.02, supposed 0.022
	// sessions : 4000, supposed 4000
	// leads : 80, supposed 82
	// conversion_rate : 0.02, supposed 0.0205
}

// supposing returns src with some things supposed of the metrics of social.
func supposing(t testing.TB, src kpi.Source, ifs ...kpi.If) kpi.Source {
	t.Helper()
	s, err := social(t).Suppose(src, ifs...)
	require.NoError(t, err)
	return s
}

// inMarch reads one value over March 2026 of all channels, unless one is named.
func inMarch(t testing.TB, src kpi.Source, metric, channel string) string {
	t.Helper()
	ask := kpi.Ask{Metric: metric, Channel: channel, AllChannels: channel == "", Window: period(t, "2026-03", time.UTC)}
	answers, err := social(t).Read(src, []kpi.Ask{ask})
	require.NoError(t, err)
	return answers[0].Value.String()
}

func TestSuppose(t *testing.T) {
	src := ledger(t,
		reading(t, "leads", "a", "2026-03-01", "10"), reading(t, "leads", "a", "2026-03-20", "30"), reading(t, "leads", "b", "2026-03-20", "100"),
		reading(t, "visits", "a", "2026-03-05", "400"), reading(t, "visits", "b", "2026-03-05", "600"),
		reading(t, "followers", "a", "2026-02-01", "900"), reading(t, "followers", "b", "2026-03-10", "100"),
		reading(t, "rank", "a", "2026-03-10", "8"),
		reading(t, "answer_time", "a", "2026-03-10", "60"), reading(t, "answer_time", "b", "2026-03-11", "90"),
		reading(t, "worst", "a", "2026-03-10", "3"), reading(t, "worst", "b", "2026-03-20", "-4"),
		reading(t, "best", "a", "2026-03-10", "3"), reading(t, "best", "b", "2026-03-20", "-4"),
		spanning(t, "reach", "a", "2026-03", "700"), spanning(t, "reach", "b", "2026-03", "200"),
	)
	march15 := at(t, "2026-03-15")
	tests := []struct {
		name            string
		ifs             []kpi.If
		metric, channel string
		want            string
	}{
		{"nothing", nil, "leads", "", "140"},
		{"sum", []kpi.If{{Metric: "leads", Change: "10%"}}, "leads", "", "154"},
		{"sum, less", []kpi.If{{Metric: "leads", Change: "-5%"}}, "leads", "", "133"},
		{"sum, nothing left", []kpi.If{{Metric: "leads", Change: "-100%"}}, "leads", "", "0"},
		{"sum of one channel", []kpi.If{{Metric: "leads", Channel: "a", Change: "10%"}}, "leads", "", "144"},
		{"sum of the other", []kpi.If{{Metric: "leads", Channel: "a", Change: "10%"}}, "leads", "b", "100"},
		{"sum from a day on", []kpi.If{{Metric: "leads", From: march15, Change: "10%"}}, "leads", "", "153"},               // 10 + 33 + 110
		{"sum from its day on", []kpi.If{{Metric: "leads", From: at(t, "2026-03-20"), Change: "10%"}}, "leads", "", "153"}, // that day included
		{"sum from after it", []kpi.If{{Metric: "leads", From: at(t, "2026-03-20").Add(1), Change: "10%"}}, "leads", "", "140"},
		{"sum twice", []kpi.If{{Metric: "leads", Change: "10%"}, {Metric: "leads", Change: "10%"}}, "leads", "", "169.4"}, // 140 × 1.21
		{"another metric", []kpi.If{{Metric: "leads", Change: "10%"}}, "visits", "", "1000"},
		{"rate", []kpi.If{{Metric: "cvr", Change: "50%"}}, "cvr", "", "0.21"}, // was 0.14
		{"rate makes leads", []kpi.If{{Metric: "cvr", Change: "50%"}}, "leads", "", "210"},
		{"rate leaves visits", []kpi.If{{Metric: "cvr", Change: "50%"}}, "visits", "", "1000"},
		{"rate of a channel", []kpi.If{{Metric: "cvr", Channel: "a", Change: "50%"}}, "cvr", "a", "0.15"}, // was 0.1
		{"rate of a channel, pooled", []kpi.If{{Metric: "cvr", Channel: "a", Change: "50%"}}, "cvr", "", "0.16"},
		{"rate and visits", []kpi.If{{Metric: "cvr", Change: "50%"}, {Metric: "visits", Change: "40%"}}, "cvr", "", "0.15"},
		{"rate and leads", []kpi.If{{Metric: "cvr", Change: "50%"}, {Metric: "leads", Change: "-50%"}}, "leads", "", "105"},
		{"stock", []kpi.If{{Metric: "followers", Change: "10%"}}, "followers", "", "1100"},
		{"stock from a day on", []kpi.If{{Metric: "followers", From: at(t, "2026-03-01"), Change: "10%"}}, "followers", "", "1010"}, // 900 are older
		{"stock by an amount", []kpi.If{{Metric: "followers", Channel: "a", Change: "+50"}}, "followers", "", "1050"},
		{"rank by an amount", []kpi.If{{Metric: "rank", Change: "-3"}}, "rank", "", "5"},
		{"mean", []kpi.If{{Metric: "answer_time", Change: "-20%"}}, "answer_time", "", "60"},
		{"mean by an amount", []kpi.If{{Metric: "answer_time", Change: "5"}}, "answer_time", "", "80"},
		{"mean of a channel by an amount", []kpi.If{{Metric: "answer_time", Channel: "b", Change: "5"}}, "answer_time", "", "77.5"},
		{"least", []kpi.If{{Metric: "worst", Change: "50%"}}, "worst", "", "-6"},
		{"least of a channel", []kpi.If{{Metric: "worst", Channel: "b", Change: "-100%"}}, "worst", "", "0"},
		{"least, from a day on", []kpi.If{{Metric: "worst", From: march15, Change: "+9"}}, "worst", "", "3"},
		{"greatest", []kpi.If{{Metric: "best", Change: "50%"}}, "best", "", "4.5"},
		{"greatest, from a day on", []kpi.If{{Metric: "best", From: march15, Change: "+9"}}, "best", "", "5"},
		{"percentages before amounts", []kpi.If{{Metric: "rank", Change: "+1"}, {Metric: "rank", Change: "50%"}}, "rank", "", "13"},
		{"unique", []kpi.If{{Metric: "reach", Change: "10%"}}, "reach", "a", "770"},
		{"unique, never added", []kpi.If{{Metric: "reach", Change: "10%"}}, "reach", "", "unknown"},
		{"unique, from inside", []kpi.If{{Metric: "reach", From: march15, Change: "10%"}}, "reach", "a", "770"}, // the reading stands at the end
		{"unique, from after", []kpi.If{{Metric: "reach", From: at(t, "2026-04-01"), Change: "10%"}}, "reach", "a", "700"},
		{"a channel never read", []kpi.If{{Metric: "leads", Channel: "tiktok", Change: "10%"}}, "leads", "", "140"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, inMarch(t, supposing(t, src, test.ifs...), test.metric, test.channel))
			slices.Reverse(test.ifs)
			assert.Equal(t, test.want, inMarch(t, supposing(t, src, test.ifs...), test.metric, test.channel), "in the other order")
		})
	}
}

// Supposed twice, in the order of the calls: an amount, and a percentage of what
// it makes.
func TestSupposeOfASupposedSource(t *testing.T) {
	src := ledger(t, reading(t, "rank", "", "2026-03-10", "8"))
	first := supposing(t, src, kpi.If{Metric: "rank", Change: "+1"})
	assert.Equal(t, "13.5", inMarch(t, supposing(t, first, kpi.If{Metric: "rank", Change: "50%"}), "rank", ""))
	assert.Equal(t, "8", inMarch(t, src, "rank", ""), "what is behind stays")

	var deep kpi.Source = src
	for range 20 { // each adds 14 places
		deep = supposing(t, deep, kpi.If{Metric: "rank", Change: "0.111111111111%"})
	}
	_, err := social(t).Read(deep, []kpi.Ask{{Metric: "rank", AllChannels: true, Window: period(t, "2026-03", time.UTC)}})
	require.ErrorIs(t, err, kpi.ErrNumber)
	require.ErrorContains(t, err, "too many digits")
}

func TestSupposeReportsEveryFault(t *testing.T) {
	digits := strings.Repeat("1", 38)
	_, err := social(t).Suppose(ledger(t),
		kpi.If{Change: "ten"},
		kpi.If{Metric: "lead", Change: "10%"},
		kpi.If{Metric: "leads"},
		kpi.If{Metric: "leads", Change: "NaN%"},
		kpi.If{Metric: "leads", Change: "-100.5%"},
		kpi.If{Metric: "leads", Change: "+2"},
		kpi.If{Metric: "reach", Channel: "a", Change: "+2"},
		kpi.If{Metric: "cvr", Change: "0.01"},
		kpi.If{Metric: "followers", Change: "500"},
		kpi.If{Metric: "pipeline", Change: "500"},
		kpi.If{Metric: "index", Change: "10%"},
		kpi.If{Metric: "index", Change: "1"},
		kpi.If{Metric: "leads", Change: kpi.Change("0." + digits + "%")},
		kpi.If{Metric: "leads", Change: kpi.Change("0." + digits[:20] + "%")},
		kpi.If{Metric: "leads", Channel: "a", Change: kpi.Change("0." + digits[:20] + "%")}, // another series
		kpi.If{Metric: "cvr", Change: kpi.Change("0." + digits[:20] + "%")},
		kpi.If{Metric: "cvr", Change: kpi.Change("0." + digits[:20] + "%")},
		kpi.If{Metric: "leads", Change: "1e400%"},
		kpi.If{Metric: "lead", Change: "2"},
	)
	problems, ok := errors.AsType[kpi.Problems](err)
	require.True(t, ok)
	got := make([]string, len(problems))
	for i, p := range problems {
		got[i] = p.Field + " " + string(p.Reason)
	}
	assert.Equal(t, []string{
		"ifs[0].metric empty_id",
		"ifs[0].change number",
		"ifs[1].metric unknown_metric",
		"ifs[2].change number",
		"ifs[3].change number",
		"ifs[4].change suppose",
		"ifs[5].change suppose",
		"ifs[6].change suppose",
		"ifs[7].change suppose",
		"ifs[8].change suppose",
		"ifs[9].change suppose",
		"ifs[10].metric suppose",
		"ifs[11].change suppose",
		"ifs[11].metric suppose",
		"ifs[12].change number",
		"ifs[16].change number",
		"ifs[17].change number",
		"ifs[18].metric unknown_metric",
	}, got)
	assert.Equal(t, `ifs[10].metric: "visits": stands above and below the line of index`, problems[11].Error())

	_, err = social(t).Suppose(nil)
	assert.Error(t, err, "no source")
	assert.Equal(t, "7", inMarch(t, supposing(t, ledger(t, reading(t, "leads", "", "2026-03-01", "7"))), "leads", ""), "nothing supposed")
	var none *kpi.Ledger
	assert.Equal(t, "unknown", inMarch(t, supposing(t, none, kpi.If{Metric: "cvr", Change: "1%"}), "cvr", ""))
}

// The parts of a quotient that are multiplied by 0 do not matter.
func TestSupposeWithZeroCoefficients(t *testing.T) {
	c, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "a", Combine: kpi.Sum},
		{ID: "b", Combine: kpi.Sum},
		{
			ID: "q", Numerator: map[string]kpi.Number{"a": kpi.Int(-2), "b": kpi.Int(0)},
			Denominator: map[string]kpi.Number{"b": kpi.Int(1), "a": kpi.Int(0)},
		},
	})
	require.NoError(t, err)
	src, err := c.Suppose(ledger(t, reading(t, "a", "", "2026-03-01", "10"), reading(t, "b", "", "2026-03-01", "4")), kpi.If{Metric: "q", Change: "10%"})
	require.NoError(t, err)
	window := period(t, "2026-03", time.UTC)
	answers, err := c.Read(src, []kpi.Ask{{Metric: "q", AllChannels: true, Window: window}, {Metric: "b", AllChannels: true, Window: window}})
	require.NoError(t, err)
	assert.Equal(t, "-5.5", answers[0].Value.String(), "-5 × 1.1: it is a factor, whatever the sign")
	assert.Equal(t, "4", answers[1].Value.String())
}

// One call, the queries as they were and in order, parts of windows after them.
func TestSupposeAsksOnce(t *testing.T) {
	march, april := period(t, "2026-03", time.UTC), period(t, "2026-04", time.UTC)
	queries := []kpi.Query{
		{Metric: "visits", AllChannels: true, Combine: kpi.Sum, Window: march},
		{Metric: "leads", AllChannels: true, Combine: kpi.Sum, Window: march},
		{Metric: "leads", Channel: "b", Combine: kpi.Sum, Window: march},
		{Goal: "leads", Combine: kpi.Last, Window: march},
		{Metric: "leads", AllChannels: true, Combine: kpi.Sum, Window: april},
		{Metric: "leads", AllChannels: true, Combine: kpi.Max, Window: march},
		{Metric: "leads", AllChannels: true, Combine: kpi.Last, Window: march},
	}
	src := &fake{answer: func([]kpi.Query, func(int, kpi.Tally)) error { return nil }}
	march15 := at(t, "2026-03-15").In(time.FixedZone("", -5*60*60)) // the 14th there
	ifs := []kpi.If{
		{Metric: "cvr", Channel: "a", From: march15, Change: "10%"},
		{Metric: "leads", From: march15.UTC(), Change: "10%"}, // splits no more than the first
	}
	supposed := supposing(t, src, ifs...)
	ifs[0] = kpi.If{} // it keeps a copy
	given := append(slices.Clone(queries), kpi.Query{Metric: "not asked"})
	require.NoError(t, supposed.Tallies(given[:len(queries)], func(int, kpi.Tally) {}))
	assert.Equal(t, "not asked", given[len(queries)].Metric, "the caller's list stays as it is")

	require.Len(t, src.asked, 1)
	asked := src.asked[0]
	assert.Equal(t, queries, asked[:len(queries)])
	var parts []string
	for _, q := range asked[len(queries):] {
		parts = append(parts, fmt.Sprint(q.Combine, " ", q.Window.Start.Day(), "-", q.Window.End.Day()))
	}
	assert.Equal(t, []string{"sum 1-15", "sum 1-15", "max 1-15", "max 15-1"}, parts, "of three queries about March")
}

// What a host says is passed on or refused, never guessed.
func TestSupposeOfAHost(t *testing.T) {
	broken := errors.New("the database is gone")
	one := kpi.Int(1)
	day := at(t, "2026-03-20")
	tests := []struct {
		name    string
		metric  string
		tallies []kpi.Tally // for each query, in turn
		want    string      // a value, or part of an error
	}{
		{"without an instant", "followers", []kpi.Tally{{Last: one}}, "time: the source does not say when"},
		{"with one", "followers", []kpi.Tally{{Last: one, LastAt: day}}, "2"},
		{"nothing newest", "followers", []kpi.Tally{{Count: 3}}, "unknown"},
		{"tied", "followers", []kpi.Tally{{Last: one, LastAt: day, Tied: true}}, "observation"},
		{"every column", "leads", []kpi.Tally{{Count: 3, Sum: kpi.Int(30), Min: one, Max: one, Last: one, LastAt: day}, {Count: 1, Sum: kpi.Int(10), Last: one}}, "50"},
		{"a part without a number", "leads", []kpi.Tally{{Count: 3, Sum: kpi.Int(30)}, {Count: 1}}, "number: faulty or missing"},
		{"a part that is faulty", "best", []kpi.Tally{{Count: 3, Max: one}, {Count: 1, Max: kpi.Num("x")}}, "number: faulty or missing"},
		{"a count below 0", "leads", []kpi.Tally{{Count: -3, Sum: one}}, "number: a count of -3"},
		{"a part of more", "leads", []kpi.Tally{{Count: 1, Sum: one}, {Count: 2, Sum: one}}, "number: the tallies of a window"},
		{"a part of nothing", "leads", []kpi.Tally{{}, {Count: 2, Sum: one}}, "number: the tallies of a window"},
		{"pieces of more", "best", []kpi.Tally{{Count: 1, Max: one}, {Count: 1, Max: one}, {Count: 1, Max: one}}, "number: the tallies of a window"},
		{"a sum of nothing", "leads", []kpi.Tally{{Sum: kpi.Int(0)}, {Sum: kpi.Int(0)}}, "unknown"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := &fake{answer: func(_ []kpi.Query, add func(int, kpi.Tally)) error {
				for i, tally := range test.tallies {
					add(i, tally)
				}
				return nil
			}}
			supposed := supposing(t, src, kpi.If{Metric: test.metric, From: at(t, "2026-03-15"), Change: "100%"})
			answers, err := social(t).Read(supposed, []kpi.Ask{{Metric: test.metric, AllChannels: true, Window: period(t, "2026-03", time.UTC)}})
			if err != nil {
				assert.ErrorContains(t, err, test.want)
				return
			}
			assert.Equal(t, test.want, answers[0].Value.String())
		})
	}

	src := &fake{answer: func([]kpi.Query, func(int, kpi.Tally)) error { return broken }}
	_, err := social(t).Read(supposing(t, src, kpi.If{Metric: "leads", Change: "1%"}), []kpi.Ask{{Metric: "leads"}})
	require.ErrorIs(t, err, broken)
	for _, i := range []int{-1, 1, 99} {
		src = &fake{answer: func(_ []kpi.Query, add func(int, kpi.Tally)) error {
			add(i, kpi.Tally{Count: 1, Sum: one})
			return nil
		}}
		_, err = social(t).Read(supposing(t, src, kpi.If{Metric: "leads", Change: "1%"}), []kpi.Ask{{Metric: "leads"}})
		require.ErrorContains(t, err, "answered query", "%d", i)
	}
}

// Without an instant the latest reading changes all the same where From cannot matter.
func TestSupposeWithoutInstants(t *testing.T) {
	for want, x := range map[string]kpi.If{
		"20": {Metric: "followers", Change: "100%"},
		"10": {Metric: "followers", From: at(t, "2026-04-01"), Change: "100%"}, // March is over by then
	} {
		assert.Equal(t, want, inMarch(t, supposing(t, hostSource{{Last: kpi.Int(10)}}, x), "followers", ""))
	}
}

// A reading of a period that reaches across From changes as a whole where readings
// are added; which of them is the least cannot be told, but on other channels need not.
func TestSupposeAcrossPeriods(t *testing.T) {
	src := ledger(t,
		spanning(t, "leads", "a", "2026-03", "100"), reading(t, "leads", "a", "2026-03-02", "7"),
		spanning(t, "worst", "a", "2026-03", "100"), reading(t, "worst", "b", "2026-03-20", "8"),
	)
	from := at(t, "2026-03-15")
	assert.Equal(t, "117", inMarch(t, supposing(t, src, kpi.If{Metric: "leads", From: from, Change: "10%"}), "leads", ""))
	assert.Equal(t, "107", inMarch(t, supposing(t, src, kpi.If{Metric: "leads", From: at(t, "2026-04-01"), Change: "10%"}), "leads", ""))
	assert.Equal(t, "12", inMarch(t, supposing(t, src, kpi.If{Metric: "worst", Channel: "b", From: from, Change: "50%"}), "worst", ""))
	ask := []kpi.Ask{{Metric: "worst", AllChannels: true, Window: period(t, "2026-03", time.UTC)}}
	_, err := social(t).Read(supposing(t, src, kpi.If{Metric: "worst", From: from, Change: "50%"}), ask)
	require.ErrorIs(t, err, kpi.ErrTime)
	require.ErrorContains(t, err, `supposing something of "worst"`)
}

// Asked about one channel, a host need not say which.
func TestSupposeOnAChannelAskedFor(t *testing.T) {
	src := hostSource{{Count: 1, Sum: kpi.Int(10)}}
	assert.Equal(t, "11", inMarch(t, supposing(t, src, kpi.If{Metric: "leads", Channel: "a", Change: "10%"}), "leads", "a"))
	assert.Equal(t, "10", inMarch(t, supposing(t, src, kpi.If{Metric: "leads", Channel: "a", Change: "10%"}), "leads", ""))
}

// Any number of goroutines may ask.
func TestSupposeIsSafeForReaders(t *testing.T) {
	src := ledger(t, reading(t, "leads", "a", "2026-03-10", "10"), reading(t, "leads", "a", "2026-03-20", "10"))
	supposed := supposing(t, src, kpi.If{Metric: "leads", Channel: "a", From: at(t, "2026-03-15"), Change: "10%"})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() { assert.Equal(t, "21", inMarch(t, supposed, "leads", "")) })
	}
	all.Wait()
	require.NoError(t, src.Add(reading(t, "leads", "b", "2026-03-21", "5")))
	assert.Equal(t, "26", inMarch(t, supposed, "leads", ""), "what is read later counts too")
}
