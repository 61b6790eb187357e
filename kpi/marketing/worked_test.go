package marketing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// The checks in this file are worked out on the reference page.

func TestWorkedClickThroughRate(t *testing.T) {
	var l kpi.Ledger
	for i, row := range []struct{ clicks, impressions int64 }{{10, 1000}, {5, 5000}, {10, 500}} {
		at := march.Start.AddDate(0, 0, i)
		require.NoError(t, l.Add(
			kpi.Observation{Metric: "clicks", Channel: "ads", At: at, Value: kpi.Int(row.clicks)},
			kpi.Observation{Metric: "impressions", Channel: "ads", At: at, Value: kpi.Int(row.impressions)},
		))
	}
	a := ask(t, &l, kpi.Ask{Metric: "ctr", Channel: "ads", Window: march})
	percent := a.Value.Rat()
	percent.Mul(percent, kpi.Int(100).Rat())
	assert.Equal(t, "0.384615", percent.FloatString(6), "not 1.033333, the mean of the three rates")
}

func TestWorkedPosition(t *testing.T) {
	var l kpi.Ledger
	for _, row := range []struct{ channel, sum, impressions string }{
		{"blog", "7389900", "207000"},  // 35.7 x 207,000
		{"shop", "40498500", "735000"}, // 55.1 x 735,000
	} {
		require.NoError(t, l.Add(
			kpi.Observation{Metric: "position_sum", Channel: row.channel, At: march.Start, Value: kpi.Num(row.sum)},
			kpi.Observation{Metric: "search_impressions", Channel: row.channel, At: march.Start, Value: kpi.Num(row.impressions)},
		))
	}
	for channel, want := range map[string]string{"blog": "35.700000", "shop": "55.100000"} {
		a := ask(t, &l, kpi.Ask{Metric: "avg_position", Channel: channel, Window: march})
		assert.Equal(t, want, a.Value.Rat().FloatString(6))
	}
	a := ask(t, &l, kpi.Ask{Metric: "avg_position", AllChannels: true, Window: march})
	assert.Equal(t, "50.836943", a.Value.Rat().FloatString(6))
}

// A person sees a post on each of three days.
func TestWorkedReach(t *testing.T) {
	threeDays := period("2026-03-02/2026-03-04")
	var l kpi.Ledger
	for _, day := range []string{"2026-03-02", "2026-03-03", "2026-03-04"} {
		require.NoError(t, l.Add(
			kpi.Observation{Metric: "reach", Channel: "blog", Period: period(day), Value: kpi.Int(1)},
			kpi.Observation{Metric: "impressions", Channel: "blog", Period: period(day), Value: kpi.Int(1)},
		))
	}
	ofBlog := func(metric string) kpi.Answer {
		return ask(t, &l, kpi.Ask{Metric: metric, Channel: "blog", Window: threeDays})
	}
	assert.Equal(t, "3", ofBlog("impressions").Value.String())
	assert.Equal(t, kpi.NoReading, ofBlog("reach").Absence, "days of reach are never added")
	assert.Equal(t, kpi.NoReading, ofBlog("frequency").Absence)

	require.NoError(t, l.Add(kpi.Observation{Metric: "reach", Channel: "blog", Period: threeDays, Value: kpi.Int(1)}))
	assert.Equal(t, "1", ofBlog("reach").Value.String(), "what the platform says of exactly these days holds")
	assert.Equal(t, "3", ofBlog("frequency").Value.String())
}

// The same person is reached on each of three channels.
func TestWorkedReachOverChannels(t *testing.T) {
	var l kpi.Ledger
	for _, channel := range []string{"blog", "instagram", "tiktok"} {
		require.NoError(t, l.Add(
			kpi.Observation{Metric: "reach", Channel: channel, Period: march, Value: kpi.Int(1)},
			kpi.Observation{Metric: "impressions", Channel: channel, Period: march, Value: kpi.Int(1)},
		))
	}
	a := ask(t, &l, kpi.Ask{Metric: "reach", AllChannels: true, Window: march})
	assert.Equal(t, kpi.ChannelsDoNotAdd, a.Absence)
	assert.False(t, a.Value.Known())
	assert.Equal(t, "1", a.AtLeast.String())
	assert.Equal(t, "3", a.AtMost.String())
	a = ask(t, &l, kpi.Ask{Metric: "impressions", AllChannels: true, Window: march})
	assert.Equal(t, "3", a.Value.String())
	a = ask(t, &l, kpi.Ask{Metric: "frequency", AllChannels: true, Window: march})
	assert.Equal(t, kpi.ChannelsDoNotAdd, a.Absence)
}

// Of 8,000 customers 5% are lost in each of three months: 400, 380 and 361.
func TestWorkedChurn(t *testing.T) {
	quarter := period("2026-Q1")
	var l kpi.Ledger
	for month, row := range map[string]struct{ start, lost int64 }{
		"2026-01": {8000, 400}, "2026-02": {7600, 380}, "2026-03": {7220, 361},
	} {
		require.NoError(t, l.Add(
			kpi.Observation{Metric: "customers_at_start", Period: period(month), Value: kpi.Int(row.start)},
			kpi.Observation{Metric: "customers_lost", Period: period(month), Value: kpi.Int(row.lost)},
		))
		a := ask(t, &l, kpi.Ask{Metric: "churn_rate", Window: period(month)})
		assert.Equal(t, "0.05", a.Value.String(), month)
	}
	a := ask(t, &l, kpi.Ask{Metric: "churn_rate", Window: quarter})
	assert.Equal(t, "0.05", a.Value.String(), "the rate a month, and not 15% a quarter")
	a = ask(t, &l, kpi.Ask{Metric: "cumulative_churn_rate", Window: quarter})
	assert.Equal(t, kpi.NoReading, a.Absence, "what compounds is not formed from sums")

	compound := kpi.Num("0.142625") // 1 - 0.95^3
	require.NoError(t, l.Add(kpi.Observation{Metric: "cumulative_churn_rate", Period: quarter, Value: compound}))
	a = ask(t, &l, kpi.Ask{Metric: "cumulative_churn_rate", Window: quarter})
	assert.Equal(t, "0.142625", a.Value.String())
}

// What is ready-made holds for exactly its window and channel, and never adds.
func TestReadyMade(t *testing.T) {
	var readyMade []string
	for k := range marketing.All() {
		if !k.ReadyMade {
			continue
		}
		readyMade = append(readyMade, k.ID)
		l := observe(t, quantities{k.ID: 2})
		assert.Equal(t, "2", ask(t, l, kpi.Ask{Metric: k.ID, AllChannels: true, Window: march}).Value.String())
		for _, other := range []string{"2026-Q1", "2026-04", "2026-03-31"} {
			a := ask(t, l, kpi.Ask{Metric: k.ID, AllChannels: true, Window: period(other)})
			assert.Equal(t, kpi.NoReading, a.Absence, "%s in %s", k.ID, other)
		}
		require.NoError(t, l.Add(kpi.Observation{Metric: k.ID, Channel: "shop", Period: march, Value: kpi.Int(3)}))
		a := ask(t, l, kpi.Ask{Metric: k.ID, AllChannels: true, Window: march})
		assert.Equal(t, kpi.ChannelsDoNotAdd, a.Absence, k.ID)
	}
	assert.Equal(t, []string{"follower_growth_rate", "cumulative_churn_rate", "ltv", "ltv_cac"}, readyMade)
}
