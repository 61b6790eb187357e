package trend_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

func catalogue(t *testing.T) kpi.Catalogue {
	t.Helper()
	c, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "visits", Combine: kpi.Sum},
		{ID: "followers", Combine: kpi.Last},
		{ID: "reach", Combine: kpi.Unique},
		{ID: "fans", Combine: kpi.Last},
		{ID: "share", Unit: kpi.Fraction, Numerator: map[string]kpi.Number{"fans": kpi.Int(1)}, Denominator: map[string]kpi.Number{"followers": kpi.Int(1)}},
		{
			ID: "conversion", Unit: kpi.Fraction,
			Numerator: map[string]kpi.Number{"leads": kpi.Int(1)}, Denominator: map[string]kpi.Number{"visits": kpi.Int(1)},
		},
	})
	require.NoError(t, err)
	return c
}

// march has readings on some days of March 2026, whose first Monday is the 2nd.
func march(t *testing.T) *kpi.Ledger {
	t.Helper()
	var ledger kpi.Ledger
	for _, o := range []struct {
		metric string
		day    int
		value  int64
	}{
		{"followers", 3, 100},
		{"followers", 8, 110},
		{"followers", 20, 130},
		{"followers", 24, 135},
		{"fans", 8, 11},
		{"fans", 20, 26},
		{"leads", 2, 5},
		{"leads", 8, 7},
		{"leads", 9, 1},
		{"leads", 16, 0},
		{"leads", 24, 9},
		{"visits", 2, 100},
		{"visits", 8, 20},
		{"visits", 16, 0},
	} {
		at := time.Date(2026, time.March, o.day, 0, 0, 0, 0, time.UTC)
		require.NoError(t, ledger.Add(kpi.Observation{Metric: o.metric, At: at, Value: kpi.Int(o.value)}))
	}
	return &ledger
}

func dateOf(day int) time.Time { return time.Date(2026, time.March, day, 0, 0, 0, 0, time.UTC) }

// Three weeks of March are over on the 25th, the fourth is not.
var untilThe25th = kpi.Period{Start: dateOf(2), End: dateOf(25)}

func TestPoints(t *testing.T) {
	tests := []struct {
		metric string
		want   []trend.Point
	}{
		{"followers", []trend.Point{{dateOf(9), 110}, {dateOf(23), 130}}}, // no news in the second week
		{"leads", []trend.Point{{dateOf(9), 12}, {dateOf(16), 1}, {dateOf(23), 0}}},
		{"conversion", []trend.Point{{dateOf(9), 0.1}}}, // then without a reading, then of 0
		{"reach", nil},
	}
	for _, tt := range tests {
		t.Run(tt.metric, func(t *testing.T) {
			ask := kpi.Ask{Metric: tt.metric, Window: untilThe25th}
			points, err := trend.Points(catalogue(t), march(t), ask, year.Weeks(nil))
			require.NoError(t, err)
			assert.Equal(t, tt.want, points)
		})
	}
}

func TestTotalsOfALedger(t *testing.T) {
	ask := kpi.Ask{Metric: "leads", Window: untilThe25th}
	totals, err := trend.Totals(catalogue(t), march(t), ask, trend.Every(kpi.Weekly, ask.Window))
	require.NoError(t, err)
	assert.Equal(t, []trend.Total{
		{kpi.Period{Start: dateOf(4), End: dateOf(11)}, 8},
		{kpi.Period{Start: dateOf(11), End: dateOf(18)}, 0},
		{kpi.Period{Start: dateOf(18), End: dateOf(25)}, 9},
	}, totals)
}

type failing struct{ err error }

func (f failing) Tallies([]kpi.Query, func(int, kpi.Tally)) error { return f.err }

func TestReadFailures(t *testing.T) {
	weeks := trend.Every(kpi.Weekly, untilThe25th)
	ask := func(metric string) kpi.Ask { return kpi.Ask{Metric: metric, Window: untilThe25th} }
	for _, metric := range []string{"followers", "conversion", "reach", ""} {
		_, err := trend.Totals(catalogue(t), march(t), ask(metric), weeks)
		require.ErrorIs(t, err, kpi.ErrMetric, metric)
	}
	_, err := trend.Totals(catalogue(t), march(t), ask("likes"), weeks)
	require.ErrorIs(t, err, kpi.ErrUnknownMetric)
	_, err = trend.Points(catalogue(t), march(t), kpi.Ask{Metric: "likes"}, nil)
	require.ErrorIs(t, err, kpi.ErrUnknownMetric, "even if nothing is read")

	broken := errors.New("no connection")
	points, err := trend.Points(catalogue(t), failing{broken}, ask("leads"), weeks)
	require.ErrorIs(t, err, broken)
	assert.Nil(t, points)

	points, err = trend.Points(catalogue(t), march(t), ask("leads"), nil)
	require.NoError(t, err)
	assert.Empty(t, points)
	points, err = trend.Points(catalogue(t), march(t), ask("leads"), slices.Values([]kpi.Period{{}, year}))
	require.NoError(t, err)
	assert.Empty(t, points)
}

// A goal's own series is one of the latest readings.
func TestPointsOfAGoal(t *testing.T) {
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(kpi.Observation{Goal: "shelf", At: dateOf(5), Value: kpi.Int(3)}))
	ask := kpi.Ask{Goal: "shelf", Window: untilThe25th}
	points, err := trend.Points(kpi.Catalogue{}, &ledger, ask, year.Weeks(nil))
	require.NoError(t, err)
	assert.Equal(t, []trend.Point{{dateOf(9), 3}}, points)
}

func TestEvery(t *testing.T) {
	starts := func(c kpi.Cadence, span kpi.Period) (days []string) {
		for p := range trend.Every(c, span) {
			days = append(days, p.Start.Format("01-02")+" to "+p.End.Format("01-02"))
		}
		return days
	}
	assert.Equal(t, []string{"03-04 to 03-11", "03-11 to 03-18", "03-18 to 03-25"}, starts(kpi.Weekly, untilThe25th))
	assert.Equal(t, []string{"03-11 to 03-25"}, starts(kpi.Fortnightly, untilThe25th))
	assert.Empty(t, starts(kpi.Monthly, untilThe25th))
	endOfMonths := kpi.Period{Start: period("2026-01-31").Start, End: period("2026-05-31").Start}
	assert.Equal(t, []string{"01-31 to 02-28", "02-28 to 03-31", "03-31 to 04-30", "04-30 to 05-31"}, starts(kpi.Monthly, endOfMonths))
	assert.Equal(t, []string{"01-01 to 04-01", "04-01 to 07-01", "07-01 to 10-01", "10-01 to 01-01"}, starts(kpi.Quarterly, year))
	for _, c := range []kpi.Cadence{"", "fortnight"} {
		assert.Empty(t, starts(c, year))
	}
	assert.Empty(t, starts(kpi.Daily, kpi.Period{}))
	assert.Empty(t, starts(kpi.Daily, kpi.Period{Start: time.Unix(-1<<60, 0), End: time.Unix(1<<60, 0)}))
	for p := range trend.Every(kpi.Daily, year) {
		assert.True(t, period("2026-01-01").Equal(p))
		break
	}
	assert.Len(t, slices.Collect(trend.Every(kpi.Monthly, period("0000-01-01/9999-12-31"))), 120000)
}

// A quotient of stocks is carried forward as they are: the week in which nobody
// looked is no point.
func TestPointsOfAQuotientOfStocks(t *testing.T) {
	ask := kpi.Ask{Metric: "share", AllChannels: true, Window: untilThe25th}
	points, err := trend.Points(catalogue(t), march(t), ask, untilThe25th.Weeks(nil))
	require.NoError(t, err)
	assert.Equal(t, []trend.Point{{At: dateOf(9), Value: 0.1}, {At: dateOf(23), Value: 0.2}}, points)
}
