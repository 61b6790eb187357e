package kpi

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	require.NoError(t, err)
	return loc
}

func utc(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, text)
	require.NoError(t, err)
	return at.UTC()
}

func TestFirstAt(t *testing.T) {
	tests := []struct{ zone, wall, want string }{
		{"UTC", "2026-03-05T00:00:00Z", "2026-03-05T00:00:00Z"},
		{"Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-28T23:00:00Z"},
		{"Europe/Berlin", "2026-03-29T02:30:00Z", "2026-03-29T01:00:00Z"}, // skipped: the end of the gap
		{"Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z"}, // twice: the earlier
		// Midnight is skipped.
		{"America/Sao_Paulo", "2018-11-04T00:00:00Z", "2018-11-04T03:00:00Z"},
		{"Asia/Beirut", "2022-03-27T00:00:00Z", "2022-03-26T22:00:00Z"},
		{"Africa/Cairo", "2014-05-16T00:00:00Z", "2014-05-15T22:00:00Z"},
		{"America/Havana", "2024-03-10T00:00:00Z", "2024-03-10T05:00:00Z"},
		// Midnight occurs twice.
		{"America/Havana", "2024-11-03T00:00:00Z", "2024-11-03T04:00:00Z"},
		{"Atlantic/Azores", "2024-10-27T00:00:00Z", "2024-10-27T00:00:00Z"},
		// 00:00 goes back to 23:00: the new day starts an hour late.
		{"America/Sao_Paulo", "2018-02-18T00:00:00Z", "2018-02-18T03:00:00Z"},
		// 00:01 goes back to 23:01: the day starts, stops and starts again.
		{"America/St_Johns", "2010-11-07T00:00:00Z", "2010-11-07T02:30:00Z"},
		// A day is skipped.
		{"Pacific/Apia", "2011-12-30T00:00:00Z", "2011-12-30T10:00:00Z"},
		{"Pacific/Apia", "2011-12-31T00:00:00Z", "2011-12-30T10:00:00Z"},
		{"Pacific/Kwajalein", "1993-08-21T00:00:00Z", "1993-08-21T12:00:00Z"},
		// A day occurs twice.
		{"America/Juneau", "1867-10-18T00:00:00Z", "1867-10-17T08:57:41Z"},
		// Past the last transition in the tables; 2040 and 2096 are leap years.
		{"America/New_York", "2040-12-31T00:00:00Z", "2040-12-31T05:00:00Z"},
		{"America/New_York", "2041-01-01T00:00:00Z", "2041-01-01T05:00:00Z"},
		{"America/New_York", "2096-07-04T00:00:00Z", "2096-07-04T04:00:00Z"},
		{"Australia/Sydney", "2096-12-31T12:00:00Z", "2096-12-31T01:00:00Z"},
		{"Australia/Sydney", "9997-01-01T00:00:00Z", "9996-12-31T13:00:00Z"},
		{"Asia/Tokyo", "0000-01-02T00:00:00Z", "0000-01-01T14:41:01Z"}, // local mean time, 9:18:59 east
	}
	for _, test := range tests {
		t.Run(test.zone+" "+test.wall, func(t *testing.T) {
			loc := zone(t, test.zone)
			got := firstAt(utc(t, test.wall), loc)
			assert.Equal(t, test.want, got.UTC().Format(time.RFC3339Nano))
			assert.Equal(t, loc, got.Location())
		})
	}
}

// oddZones have changes at midnight, of a day, of half an hour, or at 00:01.
var oddZones = []string{
	"UTC", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "America/Havana", "Atlantic/Azores",
	"America/St_Johns", "Pacific/Apia", "Pacific/Kwajalein", "Australia/Lord_Howe", "Africa/Casablanca",
	"Europe/Dublin", "Antarctica/Troll", "America/New_York", "Asia/Gaza", "America/Scoresbysund", "Asia/Tehran",
}

// slowFirst looks at every minute of three days for the first that shows date.
func slowFirst(date time.Time, loc *time.Location) time.Time {
	for at := date.Add(-36 * time.Hour); ; at = at.Add(time.Minute) {
		year, month, day := at.In(loc).Date()
		if !time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Before(date) {
			return at
		}
	}
}

// TestFirstAtBySearch tries days at random and around changes of the zones, from
// 1973, when all had come to offsets of whole minutes, to the year 2400.
func TestFirstAtBySearch(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, name := range oddZones {
		loc := zone(t, name)
		for range 20 {
			at := time.Unix(1e8+random.Int64N(134e8), 0).In(loc)
			dates := []time.Time{dateOf(at)}
			if _, change := at.ZoneBounds(); !change.IsZero() {
				dates = append(dates, dateOf(change.Add(-time.Minute)), dateOf(change.Add(12*time.Hour)))
			}
			for _, date := range dates {
				assert.True(t, slowFirst(date, loc).Equal(firstAt(date, loc)), "%s %s", name, date)
			}
		}
	}
}

func TestFirstAtNeverGoesBack(t *testing.T) {
	for _, name := range oddZones {
		loc := zone(t, name)
		for _, year := range []int{0, 1844, 1867, 1969, 1993, 2011, 2018, 2024, 2039, 2040, 2096, 9999} {
			date := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
			before := firstAt(date, loc)
			for range 370 {
				date = date.AddDate(0, 0, 1)
				start := firstAt(date, loc)
				require.False(t, start.Before(before), "%s %s", name, date)
				local := start.In(loc)
				require.False(t, dateOf(local.UTC().Add(offsetOf(local))).Before(date), "%s %s", name, date)
				before = start
			}
		}
	}
}

func offsetOf(t time.Time) time.Duration {
	_, offset := t.Zone()
	return time.Duration(offset) * time.Second
}

func TestAddDays(t *testing.T) {
	tests := []struct {
		name, zone, from string
		n                int
		want             string
	}{
		{"nothing", "America/Havana", "2024-11-03T05:30:00Z", 0, "2024-11-03T05:30:00Z"},
		{"into summer", "Europe/Berlin", "2026-03-28T09:00:00Z", 1, "2026-03-29T08:00:00Z"},
		{"into winter", "Europe/Berlin", "2026-10-24T08:00:00Z", 1, "2026-10-25T09:00:00Z"},
		{"back over summer", "Europe/Berlin", "2026-03-29T22:00:00Z", -1, "2026-03-28T23:00:00Z"},
		{"into a gap", "Europe/Berlin", "2026-03-28T01:30:00Z", 1, "2026-03-29T01:00:00Z"},
		{"to a skipped midnight", "America/Sao_Paulo", "2018-11-05T02:00:00Z", -1, "2018-11-04T03:00:00Z"},
		{"from a skipped midnight", "America/Sao_Paulo", "2018-11-04T03:00:00Z", -1, "2018-11-03T03:00:00Z"},
		{"nanoseconds", "UTC", "2026-03-05T10:00:00.000000001Z", -5, "2026-02-28T10:00:00.000000001Z"},
		{"year 0", "UTC", "0000-01-01T00:00:00Z", 60, "0000-03-01T00:00:00Z"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := addDays(utc(t, test.from), test.n, zone(t, test.zone))
			assert.Equal(t, test.want, got.UTC().Format(time.RFC3339Nano))
		})
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31T00:00:00Z", 0, "2026-01-31T00:00:00Z"},
		{"2026-01-31T00:00:00Z", 1, "2026-02-28T00:00:00Z"},
		{"2024-01-31T15:04:05Z", 1, "2024-02-29T15:04:05Z"},
		{"2026-01-31T00:00:00Z", 2, "2026-03-31T00:00:00Z"},
		{"2026-03-31T00:00:00Z", -1, "2026-02-28T00:00:00Z"},
		{"2026-05-31T00:00:00Z", -6, "2025-11-30T00:00:00Z"},
		{"2024-02-29T00:00:00Z", 12, "2025-02-28T00:00:00Z"},
		{"2024-02-29T00:00:00Z", 48, "2028-02-29T00:00:00Z"},
		{"2000-02-29T00:00:00Z", 1200, "2100-02-28T00:00:00Z"},
		{"2026-12-15T00:00:00Z", 1, "2027-01-15T00:00:00Z"},
		{"0000-01-30T00:00:00Z", 1, "0000-02-29T00:00:00Z"},
	}
	for _, test := range tests {
		got := addMonths(utc(t, test.from), test.n, time.UTC)
		assert.Equal(t, test.want, got.Format(time.RFC3339Nano), "%s + %d", test.from, test.n)
	}
}

func TestAddOfAnyNumberReturns(t *testing.T) {
	for _, name := range oddZones {
		loc, at := zone(t, name), utc(t, "2040-12-31T12:00:00Z")
		for _, n := range []int{math.MinInt, math.MinInt32, math.MaxInt32, math.MaxInt, math.MaxInt / 86400} {
			addDays(at, n, loc)
			addMonths(at, n, loc)
		}
	}
}
