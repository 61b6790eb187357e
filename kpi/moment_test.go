package kpi_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func load(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	require.NoError(t, err)
	return loc
}

func inUTC(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

func ExampleParseMoment() {
	deadline, err := kpi.ParseMoment("2026-03-31", time.UTC)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(deadline)
	fmt.Println(deadline.Sees(time.Date(2026, time.March, 31, 23, 59, 59, 0, time.UTC)))

	_, err = kpi.ParseMoment("2026-02-30", time.UTC)
	fmt.Println(err)
	// Output:
	// 2026-04-01T00:00:00Z
	// true
	// "2026-02-30": no such date or instant: want 2026-03-05 or 2026-03-05T09:00:00Z
}

func TestParseTime(t *testing.T) {
	tests := []struct{ zone, text, start, end string }{
		{"UTC", "2026-03-05", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"},
		{"UTC", "2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"},
		{"Asia/Tokyo", "2026-03-05", "2026-03-04T15:00:00Z", "2026-03-05T15:00:00Z"},
		{"Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"},
		{"America/Sao_Paulo", "2018-11-03", "2018-11-03T03:00:00Z", "2018-11-04T03:00:00Z"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z"},
		{"America/Havana", "2024-11-03", "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z"},
		{"Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z"},
		{"UTC", "0000-01-01", "0000-01-01T00:00:00Z", "0000-01-02T00:00:00Z"},
		{"UTC", "9999-12-31", "9999-12-31T00:00:00Z", "10000-01-01T00:00:00Z"},
		{"UTC", "2026-03-05T01:02:03Z", "2026-03-05T01:02:03Z", "2026-03-05T01:02:03.000000001Z"},
		{"Asia/Tokyo", "2026-03-05T01:02:03+01:30", "2026-03-04T23:32:03Z", "2026-03-04T23:32:03.000000001Z"},
		{"UTC", "2026-03-05T01:02:03.5-23:59", "2026-03-06T01:01:03.5Z", "2026-03-06T01:01:03.500000001Z"},
		{"UTC", "2026-03-05T01:02:03.1234567899-00:00", "2026-03-05T01:02:03.123456789Z", "2026-03-05T01:02:03.12345679Z"},
		{"UTC", "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z", "10000-01-01T00:00:00Z"},
	}
	for _, test := range tests {
		t.Run(test.zone+" "+test.text, func(t *testing.T) {
			loc := load(t, test.zone)
			span, err := kpi.ParseTime(test.text, loc)
			require.NoError(t, err)
			assert.Equal(t, test.start, inUTC(span.Start))
			assert.Equal(t, test.end, inUTC(span.End))
			assert.Equal(t, loc, span.Start.Location())

			moment, err := kpi.ParseMoment(test.text, loc)
			require.NoError(t, err)
			assert.True(t, moment.Equal(kpi.Before(span.End)))
		})
	}
}

var badTimes = []string{
	"", "now", "2026", "2026-03", "2026-3-05", "2026-03-5", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10",
	"2026-03-00", "2026-04-31", "1900-02-29", " 2026-03-05", "2026-03-05 ", "+026-03-05", "-026-03-05", "12026-03-05", "2026/03/05",
	"20260305", "2026-064", "２０26-03-05",
	"2026-03-05T", "2026-03-05T01:02Z", "2026-03-05T01:02:03", "2026-03-05 01:02:03Z", "2026-03-05t01:02:03Z",
	"2026-03-05T01:02:03z", "2026-03-05T1:02:03Z", "2026-03-05T1:02:03.0Z", "2026-03-05T24:00:00Z", "2026-03-05T23:59:60Z",
	"2026-03-05T01:60:03Z", "2026-02-30T01:02:03Z", "2026-03-05T01:02:03,5Z", "2026-03-05T01:02:03.Z", "2026-03-05T01:02:03.5",
	"2026-03-05T01:02:03+1:00", "2026-03-05T01:02:03+0100", "2026-03-05T01:02:03+01", "2026-03-05T01:02:03+24:00",
	"2026-03-05T01:02:03+01:60", "2026-03-05T01:02:03Z+01:00", "2026-03-05T01:02:03 01:00", "2026-03-05T01:02:03ZZ",
	"2026-03-05T01:02:03.-1Z", "2026-03-05T01:02:03+-1:00", "2026-03-05/2026-03-06",
	"2026-03-05T01:02:03." + strings.Repeat("0", 64) + "Z",
}

func TestParseTimeRefuses(t *testing.T) {
	for _, text := range badTimes {
		span, err := kpi.ParseTime(text, time.UTC)
		assert.ErrorIs(t, err, kpi.ErrTime, "%q", text)
		assert.Zero(t, span)
		moment, err := kpi.ParseMoment(text, time.UTC)
		assert.ErrorIs(t, err, kpi.ErrTime, "%q", text)
		assert.True(t, moment.IsZero())
	}
	_, err := kpi.ParseTime("2011-12-30", load(t, "Pacific/Apia"))
	require.ErrorIs(t, err, kpi.ErrTime)
	problem, ok := errors.AsType[*kpi.Problem](err)
	require.True(t, ok)
	assert.Equal(t, "2011-12-30", problem.Value)
}

func TestParseTimeQuotesLittle(t *testing.T) {
	_, err := kpi.ParseTime(strings.Repeat("9", 1<<20), time.UTC)
	require.ErrorIs(t, err, kpi.ErrTime)
	assert.Less(t, len(err.Error()), 200)
}

func TestParseTimeWithoutZone(t *testing.T) {
	for _, text := range []string{"2026-03-05", "2026-03-05T01:02:03+01:00"} {
		want, err := kpi.ParseTime(text, time.UTC)
		require.NoError(t, err)
		got, err := kpi.ParseTime(text, nil)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

func TestMoment(t *testing.T) {
	at := time.Date(2026, 3, 5, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name      string
		moment    kpi.Moment
		earlier   bool // sees the nanosecond before at
		exactly   bool
		wantBound string
	}{
		{"before", kpi.Before(at), true, false, "2026-03-05T12:00:00Z"},
		{"up to", kpi.UpTo(at), true, true, "2026-03-05T12:00:00.000000001Z"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.earlier, test.moment.Sees(at.Add(-1)))
			assert.Equal(t, test.exactly, test.moment.Sees(at))
			assert.False(t, test.moment.Sees(at.Add(1)))
			assert.Equal(t, test.wantBound, test.moment.String())
			assert.Equal(t, test.wantBound, inUTC(test.moment.Bound()))
			assert.False(t, test.moment.IsZero())
		})
	}
	assert.True(t, kpi.Before(at).Equal(kpi.Before(at.In(load(t, "Asia/Tokyo")))))
	assert.False(t, kpi.Before(at).Equal(kpi.UpTo(at)))
}

func TestZeroMoment(t *testing.T) {
	var zero kpi.Moment
	assert.True(t, zero.IsZero())
	assert.Empty(t, zero.String())
	assert.False(t, zero.Sees(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)))

	// The year before year 1 ends at the zero time, but is a moment like others.
	year0, err := kpi.ParseMoment("0000-12-31", time.UTC)
	require.NoError(t, err)
	assert.True(t, year0.Bound().IsZero())
	assert.False(t, year0.IsZero())
	assert.False(t, year0.Equal(zero))
	assert.True(t, year0.Sees(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)))
}
