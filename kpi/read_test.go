package kpi_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// at returns the instant of RFC 3339 text, or the start of a date in UTC.
func at(t testing.TB, text string) time.Time {
	t.Helper()
	span, err := kpi.ParseTime(text, time.UTC)
	require.NoError(t, err)
	return span.Start
}

// reading returns an observation of a metric at a date or instant.
func reading(t testing.TB, metric, channel, when, value string) kpi.Observation {
	t.Helper()
	return kpi.Observation{Metric: metric, Channel: channel, At: at(t, when), Value: num(t, value)}
}

// spanning returns an observation of a metric over a period.
func spanning(t testing.TB, metric, channel, span, value string) kpi.Observation {
	t.Helper()
	return kpi.Observation{Metric: metric, Channel: channel, Period: period(t, span, time.UTC), Value: num(t, value)}
}

func ledger(t testing.TB, obs ...kpi.Observation) *kpi.Ledger {
	t.Helper()
	var l kpi.Ledger
	require.NoError(t, l.Add(obs...))
	return &l
}

// social is a catalogue with a metric of every kind.
func social(t testing.TB) kpi.Catalogue {
	t.Helper()
	c, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "visits", Combine: kpi.Sum},
		{ID: "spend", Unit: "currency:EUR", Combine: kpi.Sum},
		{ID: "followers", Combine: kpi.Last},
		{ID: "pipeline", Unit: "currency:EUR", Combine: kpi.Last},
		{ID: "rank", Unit: kpi.Rank, Better: kpi.Lower, Combine: kpi.Last},
		{ID: "share", Unit: kpi.Fraction, Combine: kpi.Last},
		{ID: "answer_time", Unit: kpi.Duration, Better: kpi.Lower, Combine: kpi.Mean},
		{ID: "worst", Combine: kpi.Min},
		{ID: "best", Combine: kpi.Max},
		{ID: "reach", Combine: kpi.Unique},
		{ID: "growth", Unit: kpi.Fraction, Combine: kpi.Unique},
		{ID: "cvr", Unit: kpi.Fraction, Numerator: terms("leads"), Denominator: terms("visits")},
		{ID: "cpm", Unit: "currency:EUR", Numerator: terms("spend"), Denominator: terms("visits"), Scale: kpi.Int(1000)},
		{
			ID: "index", Scale: kpi.Num("0.5"),
			Numerator:   map[string]kpi.Number{"leads": kpi.Int(3), "visits": kpi.Int(-1)},
			Denominator: map[string]kpi.Number{"followers": kpi.Num("0.1"), "visits": kpi.Int(2)},
		},
		{ID: "leads_per_rank", Numerator: terms("leads"), Denominator: terms("rank")},
	})
	require.NoError(t, err)
	return c
}

func TestRead(t *testing.T) {
	obs := []kpi.Observation{
		reading(t, "leads", "instagram", "2025-12-31", "1000"), // before
		reading(t, "leads", "instagram", "2026-01-01", "10"),   // the first instant
		reading(t, "leads", "instagram", "2026-02-01", "20"),
		reading(t, "leads", "instagram", "2026-02-01", "20"), // no id: each stands for itself
		reading(t, "leads", "mail", "2026-03-31T23:59:59.999999999Z", "2.5"),
		reading(t, "leads", "", "2026-03-01", "7"),
		reading(t, "leads", "mail", "2026-04-01", "1000"), // after
		reading(t, "visits", "instagram", "2026-01-15", "500"),
		reading(t, "visits", "mail", "2026-01-15", "90"),
		reading(t, "visits", "", "2026-01-15", "5"),
		reading(t, "spend", "instagram", "2026-01-15", "12.50"),
		reading(t, "spend", "mail", "2026-01-15", "0.25"),
		reading(t, "followers", "instagram", "2025-06-01", "900"), // carried forward
		reading(t, "followers", "tiktok", "2025-06-01", "50"),
		reading(t, "followers", "tiktok", "2026-02-01", "80"),
		reading(t, "followers", "tiktok", "2026-04-01", "800"), // after
		reading(t, "pipeline", "mail", "2026-02-01", "100.10"),
		reading(t, "pipeline", "fair", "2026-01-01", "200.20"),
		reading(t, "rank", "google", "2026-02-01", "7"),
		reading(t, "rank", "bing", "2026-02-01", "3"),
		reading(t, "answer_time", "instagram", "2026-01-01", "60"),
		reading(t, "answer_time", "instagram", "2026-01-02", "90"),
		reading(t, "answer_time", "mail", "2026-01-02", "400"),
		reading(t, "answer_time", "mail", "2025-01-02", "9000"),
		reading(t, "worst", "a", "2026-01-02", "3"),
		reading(t, "worst", "b", "2026-01-02", "-4.5"),
		reading(t, "worst", "b", "2025-01-02", "-400"),
		reading(t, "best", "a", "2026-01-02", "3"),
		reading(t, "best", "b", "2026-01-02", "-4.5"),
		reading(t, "best", "b", "2026-05-02", "99"),
	}
	src, c := ledger(t, obs...), social(t)
	all := func(metric string) kpi.Ask { return kpi.Ask{Metric: metric, AllChannels: true} }
	on := func(metric, channel string) kpi.Ask { return kpi.Ask{Metric: metric, Channel: channel} }
	tests := []struct {
		name    string
		ask     kpi.Ask
		want    string // the value, a fraction
		absence kpi.Absence
		newest  string
	}{
		{"sum", all("leads"), "119/2", "", "2026-03-31T23:59:59.999999999Z"}, // 10 + 20 + 20 + 2.5 + 7
		{"sum of a channel", on("leads", "instagram"), "50", "", "2026-02-01"},
		{"sum without channel", on("leads", ""), "7", "", "2026-03-01"}, // a channel of its own
		{"sum without a reading", on("leads", "tiktok"), "", kpi.NoReading, ""},
		{"last of counts", all("followers"), "980", "", "2026-02-01"}, // 900 + 80
		{"last, carried forward", on("followers", "instagram"), "900", "", "2025-06-01"},
		{"last of money", all("pipeline"), "3003/10", "", "2026-02-01"},
		{"last of ranks", all("rank"), "", kpi.ChannelsDoNotAdd, "2026-02-01"},
		{"last of a rank", on("rank", "bing"), "3", "", "2026-02-01"},
		{"last without a reading", all("share"), "", kpi.NoReading, ""},
		{"mean", all("answer_time"), "550/3", "", "2026-01-02"}, // not the mean of 75 and 400
		{"mean of a channel", on("answer_time", "instagram"), "75", "", "2026-01-02"},
		{"min", all("worst"), "-9/2", "", "2026-01-02"},
		{"min of a channel", on("worst", "a"), "3", "", "2026-01-02"},
		{"max", all("best"), "3", "", "2026-01-02"},
		{"max of a channel", on("best", "b"), "-9/2", "", "2026-01-02"},
		{"derived", all("cvr"), "1/10", "", "2026-01-15"},                          // 59.5 / 595
		{"derived of a channel", on("cvr", "instagram"), "1/10", "", "2026-01-15"}, // 50 / 500
		{"derived, another channel", on("cvr", "mail"), "1/36", "", "2026-01-15"},  // 2.5 / 90
		{"derived with a scale", all("cpm"), "12750/595", "", "2026-01-15"},        // 1000 × 12.75 / 595
		{"derived with coefficients", all("index"), "-833/5152", "", "2026-01-15"}, // 0.5 × (178.5 - 595) / (98 + 1190)
		{"derived, a part missing", on("cpm", "tiktok"), "", kpi.NoReading, ""},    // neither
		{"derived, one part there", on("index", "mail"), "", kpi.NoReading, ""},    // no followers of mail
		{"derived of what does not add", all("leads_per_rank"), "", kpi.ChannelsDoNotAdd, ""},
		{"unknown people", all("reach"), "", kpi.NoReading, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.ask.Window = period(t, "2026-Q1", time.UTC)
			answers, err := c.Read(src, []kpi.Ask{test.ask})
			require.NoError(t, err)
			require.Len(t, answers, 1)
			a := answers[0]
			assert.Equal(t, test.absence, a.Absence)
			assert.Equal(t, test.want != "", a.Value.Known())
			if test.want != "" {
				want, _ := new(big.Rat).SetString(test.want)
				assert.Equal(t, want.RatString(), a.Value.Rat().RatString())
			}
			if test.newest != "" {
				assert.True(t, at(t, test.newest).Equal(a.Newest), "%s", a.Newest)
			}
		})
	}

	// All at once they are the same, in the order of the asks.
	asks := make([]kpi.Ask, len(tests))
	for i := range tests {
		asks[i] = tests[i].ask
		asks[i].Window = period(t, "2026-Q1", time.UTC)
	}
	answers, err := c.Read(src, asks)
	require.NoError(t, err)
	for i, a := range answers {
		single, err := c.Read(src, asks[i:i+1])
		require.NoError(t, err)
		assert.Equal(t, single[0].Absence, a.Absence)
		assert.True(t, single[0].Value.Equal(a.Value), tests[i].name)
	}
}

// The pooled rate of two weeks is not the mean of their rates.
func TestReadDerivedOverTime(t *testing.T) {
	src := ledger(t,
		reading(t, "leads", "", "2026-01-05", "30"), reading(t, "visits", "", "2026-01-05", "100"), // 0.3
		reading(t, "leads", "", "2026-01-12", "10"), reading(t, "visits", "", "2026-01-12", "900"), // 0.0111…
	)
	answers, err := social(t).Read(src, []kpi.Ask{{Metric: "cvr", AllChannels: true, Window: period(t, "2026-01", time.UTC)}})
	require.NoError(t, err)
	assert.Equal(t, "0.04", answers[0].Value.String()) // 40 / 1000
}

func TestReadZeroDenominator(t *testing.T) {
	src := ledger(t, reading(t, "leads", "", "2026-01-05", "3"), reading(t, "visits", "", "2026-01-05", "0"))
	answers, err := social(t).Read(src, []kpi.Ask{{Metric: "cvr", AllChannels: true, Window: period(t, "2026-01", time.UTC)}})
	require.NoError(t, err)
	assert.False(t, answers[0].Value.Known())
	assert.Equal(t, kpi.ZeroDenominator, answers[0].Absence)
}

// A sum of 0 is a reading, no reading is not a sum of 0.
func TestReadZeroIsKnown(t *testing.T) {
	src := ledger(t, reading(t, "leads", "", "2026-01-05", "0"))
	answers, err := social(t).Read(src, []kpi.Ask{
		{Metric: "leads", AllChannels: true, Window: period(t, "2026-01", time.UTC)},
		{Metric: "leads", AllChannels: true, Window: period(t, "2026-02", time.UTC)},
	})
	require.NoError(t, err)
	assert.Equal(t, "0", answers[0].Value.String())
	assert.Equal(t, "unknown", answers[1].Value.String())
}

// Two growth rates are no more bounds of a third than they are parts of it.
func TestReadReadyMadeRates(t *testing.T) {
	src := ledger(t, spanning(t, "growth", "instagram", "2026-Q1", "0.1"), spanning(t, "growth", "tiktok", "2026-Q1", "-0.2"))
	answers, err := social(t).Read(src, []kpi.Ask{{Metric: "growth", AllChannels: true, Window: period(t, "2026-Q1", time.UTC)}})
	require.NoError(t, err)
	assert.Equal(t, kpi.ChannelsDoNotAdd, answers[0].Absence)
	assert.False(t, answers[0].AtLeast.Given() || answers[0].AtMost.Given())
}

func TestReadUnique(t *testing.T) {
	src := ledger(t,
		spanning(t, "reach", "instagram", "2026-Q1", "700"),
		spanning(t, "reach", "tiktok", "2026-Q1", "400"),
		spanning(t, "reach", "instagram", "2026-01", "300"),
		spanning(t, "reach", "tiktok", "2026-04-01/2026-06-30", "11"), // Q2 by another name
		reading(t, "reach", "instagram", "2026-07-01", "999"),         // an instant is no window
	)
	tests := []struct {
		name, channel, window, want string
		atLeast, atMost             string
	}{
		{"one channel", "instagram", "2026-Q1", "700", "", ""},
		{"channels never add", "*", "2026-Q1", "", "700", "1100"},
		{"one channel has read", "*", "2026-01", "300", "", ""},
		{"same window, other text", "*", "2026-Q2", "11", "", ""},
		{"parts do not make the whole", "*", "2026-H1", "", "", ""},
		{"wider than read", "instagram", "2026-02", "", "", ""},
		{"an instant", "instagram", "2026-07-01", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ask := kpi.Ask{Metric: "reach", Channel: test.channel, Window: period(t, test.window, time.UTC)}
			if test.channel == "*" {
				ask.Channel, ask.AllChannels = "", true
			}
			answers, err := social(t).Read(src, []kpi.Ask{ask})
			require.NoError(t, err)
			a := answers[0]
			assert.Equal(t, test.want != "", a.Value.Known())
			if test.want != "" {
				assert.Equal(t, test.want, a.Value.String())
				return
			}
			assert.Equal(t, test.atLeast, a.AtLeast.String())
			assert.Equal(t, test.atMost, a.AtMost.String())
			want := kpi.NoReading
			if test.atMost != "" {
				want = kpi.ChannelsDoNotAdd
			}
			assert.Equal(t, want, a.Absence)
		})
	}
}

// Readings of a period count in windows that hold all of it.
func TestReadPeriods(t *testing.T) {
	src := ledger(t,
		spanning(t, "leads", "", "2026-01", "10"),
		spanning(t, "leads", "", "2026-W14", "5"), // March 30 to April 5
		reading(t, "leads", "", "2026-03-30", "1"),
		spanning(t, "answer_time", "", "2026-01", "40"),
		reading(t, "answer_time", "", "2026-01-31", "50"),
	)
	tests := []struct{ metric, window, want string }{
		{"leads", "2026-01", "10"},
		{"leads", "2026-Q1", "11"},      // the week is not over
		{"leads", "2026-Q2", "unknown"}, // and has begun before
		{"leads", "2026-H1", "16"},      //
		{"leads", "2026-W14", "6"},      //
		{"leads", "2026-01-01/2026-01-30", "unknown"},
		{"leads", "2026-01-02/2026-03-31", "1"}, //
		{"answer_time", "2026-01", "45"},        //
		{"answer_time", "2026-01-02/2026-02-28", "50"},
	}
	for _, test := range tests {
		answers, err := social(t).Read(src, []kpi.Ask{{Metric: test.metric, AllChannels: true, Window: period(t, test.window, time.UTC)}})
		require.NoError(t, err)
		assert.Equal(t, test.want, answers[0].Value.String(), "%s in %s", test.metric, test.window)
	}
}

func TestReadOwnSeries(t *testing.T) {
	src := ledger(t,
		kpi.Observation{Goal: "trial", At: at(t, "2026-01-10"), Value: kpi.Int(3)},
		kpi.Observation{Goal: "trial", At: at(t, "2026-01-20"), Value: kpi.Int(4)},
		kpi.Observation{Goal: "trial", Channel: "fair", At: at(t, "2026-01-05"), Value: kpi.Int(10)},
		reading(t, "trial", "", "2026-01-25", "77"), // a metric of the same name is something else
	)
	window := period(t, "2026-01", time.UTC)
	answers, err := kpi.Catalogue{}.Read(src, []kpi.Ask{
		{Goal: "trial", AllChannels: true, Window: window},
		{Goal: "trial", Window: window},
		{Goal: "other", AllChannels: true, Window: window},
	})
	require.NoError(t, err)
	assert.Equal(t, "14", answers[0].Value.String(), "the latest of each channel, a count")
	assert.Equal(t, "4", answers[1].Value.String())
	assert.Equal(t, kpi.NoReading, answers[2].Absence)
}

// A window that has not begun holds nothing but what is carried forward.
func TestReadBeforeTheWindowBegins(t *testing.T) {
	src := ledger(t,
		reading(t, "leads", "", "2026-01-10", "5"), reading(t, "leads", "", "2026-02-10", "6"), reading(t, "visits", "", "2026-02-10", "6"),
		reading(t, "followers", "", "2026-01-10", "5"), reading(t, "followers", "", "2026-02-10", "6"),
		reading(t, "answer_time", "", "2026-02-10", "6"), reading(t, "worst", "", "2026-02-10", "6"), reading(t, "best", "", "2026-02-10", "6"),
		spanning(t, "reach", "", "2026-02", "9"),
	)
	upside := kpi.Period{Start: at(t, "2026-04-01"), End: at(t, "2026-02-01")} // a quarter, asked two months before
	want := map[string]string{"followers": "5"}
	for _, metric := range []string{"leads", "followers", "answer_time", "worst", "best", "reach", "cvr"} {
		t.Run(metric, func(t *testing.T) {
			var answers []kpi.Answer
			require.NotPanics(t, func() {
				var err error
				answers, err = social(t).Read(src, []kpi.Ask{{Metric: metric, AllChannels: true, Window: upside}})
				require.NoError(t, err)
			})
			if value, ok := want[metric]; ok {
				assert.Equal(t, value, answers[0].Value.String())
				return
			}
			assert.False(t, answers[0].Value.Known())
			assert.Equal(t, kpi.NoReading, answers[0].Absence)
		})
	}
}

// The highest single reading is what a milestone is judged by.
func TestReadHighest(t *testing.T) {
	src := ledger(t,
		reading(t, "followers", "", "2025-01-10", "9"), reading(t, "followers", "", "2026-01-10", "5"), reading(t, "followers", "", "2026-02-10", "99"),
		reading(t, "leads", "", "2025-01-10", "9"), reading(t, "leads", "", "2026-01-10", "5"), reading(t, "leads", "", "2026-01-11", "6"),
		reading(t, "visits", "", "2026-01-10", "44"),
		kpi.Observation{Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(1)},
		kpi.Observation{Goal: "trial", At: at(t, "2026-01-06"), Value: kpi.Int(0)},
	)
	asks := []kpi.Ask{{Metric: "followers"}, {Metric: "leads"}, {Metric: "cvr"}, {Goal: "trial"}, {Metric: "worst"}}
	for i := range asks {
		asks[i].Highest, asks[i].AllChannels, asks[i].Window = true, true, period(t, "2026-01", time.UTC)
	}
	answers, err := social(t).Read(src, asks)
	require.NoError(t, err)
	for i, want := range []string{"9", "6", "0.25", "1", "unknown"} { // 11 / 44
		assert.Equal(t, want, answers[i].Value.String(), "%+v", asks[i])
	}
}

// An answer without a value still says how old the newest reading is.
func TestReadNewestBeforeTheWindow(t *testing.T) {
	src := ledger(t, reading(t, "leads", "", "2026-01-10", "5"), reading(t, "leads", "", "2026-03-10", "5"))
	answers, err := social(t).Read(src, []kpi.Ask{{Metric: "leads", AllChannels: true, Window: period(t, "2026-02", time.UTC)}})
	require.NoError(t, err)
	assert.Equal(t, kpi.NoReading, answers[0].Absence)
	assert.True(t, at(t, "2026-01-10").Equal(answers[0].Newest))
}

func TestReadRefusesFaultyTallies(t *testing.T) {
	for metric, tally := range map[string]kpi.Tally{
		"leads":       {Count: 1},
		"answer_time": {Count: 1, Sum: kpi.Num("x")},
		"worst":       {Count: 1, Sum: kpi.Int(1)},
		"best":        {Count: 1, Max: kpi.Num("NaN")},
		"followers":   {Count: 1, Last: kpi.Num("1e99")},
	} {
		src := &fake{answer: func(_ []kpi.Query, add func(int, kpi.Tally)) error {
			add(0, tally)
			return nil
		}}
		_, err := social(t).Read(src, []kpi.Ask{{Metric: metric}})
		assert.ErrorIs(t, err, kpi.ErrNumber, metric)
	}
}

// TestReadIsOrderFree reads the same observations added in several orders.
func TestReadIsOrderFree(t *testing.T) {
	random := rand.New(rand.NewPCG(29, 31))
	var obs []kpi.Observation
	for i, metric := range []string{"leads", "visits", "followers", "answer_time", "worst", "best"} {
		for k := range 40 {
			o := reading(t, metric, []string{"", "a", "b"}[k%3], "2026-01-01", randomNumber(random))
			o.At = o.At.Add(time.Duration(i+7*k) * time.Hour)
			obs = append(obs, o)
		}
	}
	var asks []kpi.Ask
	for _, metric := range []string{"leads", "visits", "followers", "answer_time", "worst", "best", "cvr"} {
		asks = append(asks, kpi.Ask{Metric: metric, AllChannels: true, Window: period(t, "2026-01-02/2026-01-10", time.UTC)})
	}
	first, err := social(t).Read(ledger(t, obs...), asks)
	require.NoError(t, err)
	for range 20 {
		random.Shuffle(len(obs), func(i, j int) { obs[i], obs[j] = obs[j], obs[i] })
		again, err := social(t).Read(ledger(t, obs...), asks)
		require.NoError(t, err)
		for i := range first {
			assert.True(t, first[i].Value.Equal(again[i].Value))
			assert.True(t, first[i].Newest.Equal(again[i].Newest))
		}
	}
}

// A fake answers queries with what it is told, and keeps them.
type fake struct {
	asked  [][]kpi.Query
	answer func(queries []kpi.Query, add func(int, kpi.Tally)) error
}

func (f *fake) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	f.asked = append(f.asked, queries)
	return f.answer(queries, add)
}

func TestReadAsksOnce(t *testing.T) {
	src := &fake{answer: func([]kpi.Query, func(int, kpi.Tally)) error { return nil }}
	window := period(t, "2026-01", time.UTC)
	answers, err := social(t).Read(src, []kpi.Ask{
		{Metric: "cvr", Channel: "mail", Window: window},
		{Goal: "trial", AllChannels: true, Window: window},
		{Metric: "reach", AllChannels: true, Window: window},
		{Metric: "leads", Channel: "mail", Window: window}, // a part of the first
	})
	require.NoError(t, err)
	assert.Len(t, answers, 4)
	assert.Equal(t, [][]kpi.Query{{
		{Metric: "leads", Channel: "mail", Combine: kpi.Sum, Window: window},
		{Metric: "visits", Channel: "mail", Combine: kpi.Sum, Window: window},
		{Goal: "trial", AllChannels: true, Combine: kpi.Last, Window: window},
		{Metric: "reach", AllChannels: true, Combine: kpi.Unique, Window: window},
	}}, src.asked)
	for _, a := range answers {
		assert.Equal(t, kpi.NoReading, a.Absence)
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("no connection")
	asks := []kpi.Ask{{Metric: "leads", Window: period(t, "2026-01", time.UTC)}}
	_, err := social(t).Read(&fake{answer: func([]kpi.Query, func(int, kpi.Tally)) error { return broken }}, asks)
	require.ErrorIs(t, err, broken)

	for _, stray := range []int{-1, 1} {
		_, err = social(t).Read(&fake{answer: func(_ []kpi.Query, add func(int, kpi.Tally)) error {
			add(stray, kpi.Tally{Count: 1})
			return nil
		}}, asks)
		require.Error(t, err)
	}

	src := &fake{}
	_, err = social(t).Read(src, []kpi.Ask{{Metric: "fame"}})
	require.ErrorIs(t, err, kpi.ErrUnknownMetric)
	require.ErrorContains(t, err, "fame")
	assert.Empty(t, src.asked)
}

// A host's tallies need no more than what the query says it is used for.
func TestReadHostTallies(t *testing.T) {
	src := &fake{answer: func(queries []kpi.Query, add func(int, kpi.Tally)) error {
		for i, q := range queries {
			switch q.Combine {
			case kpi.Last:
				add(i, kpi.Tally{Channel: "a", Count: 1, Last: kpi.Int(40), LastAt: at(t, "2026-01-02")})
				add(i, kpi.Tally{Channel: "b", Count: 1, Last: kpi.Int(2), LastAt: at(t, "2026-01-01")})
			case kpi.Mean:
				add(i, kpi.Tally{Channel: "a", Count: 3, Sum: kpi.Int(10), LastAt: at(t, "2026-01-02")})
				add(i, kpi.Tally{Channel: "b", Count: 1, Sum: kpi.Int(1), LastAt: at(t, "2026-01-03")})
			}
		}
		return nil
	}}
	answers, err := social(t).Read(src, []kpi.Ask{{Metric: "followers", AllChannels: true}, {Metric: "answer_time", AllChannels: true}})
	require.NoError(t, err)
	assert.Equal(t, "42", answers[0].Value.String())
	assert.Equal(t, "2.75", answers[1].Value.String()) // 11 / 4
	assert.True(t, at(t, "2026-01-03").Equal(answers[1].Newest))
}

func TestTallyAdd(t *testing.T) {
	var tally kpi.Tally
	tally.Add(at(t, "2026-01-02"), kpi.Int(5))
	tally.Add(at(t, "2026-01-01"), kpi.Int(-1))
	tally.Add(at(t, "2026-01-02"), kpi.Int(9))
	assert.Equal(t, int64(3), tally.Count)
	assert.Equal(t, "13", tally.Sum.String())
	assert.Equal(t, "-1", tally.Min.String())
	assert.Equal(t, "9", tally.Max.String())
	assert.Equal(t, "9", tally.Last.String())
	assert.True(t, tally.Tied, "5 and 9 stand at one instant")
	assert.True(t, at(t, "2026-01-02").Equal(tally.LastAt))
}
