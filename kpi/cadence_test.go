package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleCadence_After() {
	start := time.Date(2026, time.January, 31, 9, 0, 0, 0, time.UTC)
	for n := range 3 {
		fmt.Println(kpi.Monthly.After(start, n).Format(time.DateTime))
	}
	// Output:
	// 2026-01-31 09:00:00
	// 2026-02-28 09:00:00
	// 2026-03-31 09:00:00
}

func ExampleCadence_Due() {
	p, _ := kpi.ParsePeriod("2026-01-31/2026-04-15", time.UTC)
	for due := range kpi.Monthly.Due(p) {
		fmt.Println("by", due.End.Format(time.DateOnly), "for", due)
	}
	// Output:
	// by 2026-02-28 for 2026-01-31T00:00:00Z/2026-02-28T00:00:00Z
	// by 2026-03-31 for 2026-02-28T00:00:00Z/2026-03-31T00:00:00Z
	// by 2026-04-16 for 2026-03-31T00:00:00Z/2026-04-16T00:00:00Z
}

func TestCadenceValid(t *testing.T) {
	for _, word := range []kpi.Cadence{"", "day", "week", "2 weeks", "month", "quarter"} {
		assert.True(t, word.Valid(), "%q", word)
	}
	for _, word := range []kpi.Cadence{"Day", " day", "days", "2  weeks", "2 week", "3 weeks", "year", "fortnight"} {
		assert.False(t, word.Valid(), "%q", word)
	}
}

func TestCadenceAfter(t *testing.T) {
	tests := []struct {
		cadence    kpi.Cadence
		zone, from string
		n          int
		want       string
	}{
		{kpi.Daily, "UTC", "2026-02-28T10:00:00Z", 1, "2026-03-01T10:00:00Z"},
		{kpi.Daily, "Europe/Berlin", "2026-03-28T10:00:00+01:00", 1, "2026-03-29T10:00:00+02:00"},
		{kpi.Weekly, "Europe/Berlin", "2026-10-19T10:00:00+02:00", 1, "2026-10-26T10:00:00+01:00"},
		{kpi.Weekly, "UTC", "2026-03-05T10:00:00Z", -1, "2026-02-26T10:00:00Z"},
		{kpi.Fortnightly, "UTC", "2026-12-25T10:00:00Z", 2, "2027-01-22T10:00:00Z"},
		{kpi.Monthly, "UTC", "2026-05-31T10:00:00Z", 1, "2026-06-30T10:00:00Z"},
		{kpi.Quarterly, "UTC", "2026-11-30T10:00:00Z", 1, "2027-02-28T10:00:00Z"},
		{kpi.Quarterly, "America/New_York", "2026-01-01T00:00:00-05:00", 2, "2026-07-01T00:00:00-04:00"},
		{kpi.Weekly, "America/Sao_Paulo", "2018-10-28T00:00:00-03:00", 1, "2018-11-04T01:00:00-02:00"},
		{kpi.Weekly, "America/Sao_Paulo", "2018-11-04T01:00:00-02:00", 1, "2018-11-11T00:00:00-02:00"},
		{kpi.Daily, "Pacific/Apia", "2011-12-29T00:00:00-10:00", 2, "2011-12-31T00:00:00+14:00"},
		{kpi.Monthly, "UTC", "2026-05-31T10:00:00Z", 0, "2026-05-31T10:00:00Z"},
		{"", "UTC", "2026-05-31T10:00:00Z", 5, "2026-05-31T10:00:00Z"},
		{"year", "UTC", "2026-05-31T10:00:00Z", 5, "2026-05-31T10:00:00Z"},
	}
	for _, test := range tests {
		t.Run(string(test.cadence)+" "+test.from, func(t *testing.T) {
			from, err := time.Parse(time.RFC3339, test.from)
			require.NoError(t, err)
			loc := load(t, test.zone)
			got := test.cadence.After(from.In(loc), test.n)
			assert.Equal(t, test.want, got.Format(time.RFC3339))
			assert.Equal(t, loc, got.Location())
		})
	}
}

// TestCadenceDue wants the due periods to make up the period, and to end where
// package time counts the cadences in UTC and on the wall.
func TestCadenceDue(t *testing.T) {
	cadences := map[kpi.Cadence][2]int{
		kpi.Daily: {0, 1}, kpi.Weekly: {0, 7}, kpi.Fortnightly: {0, 14}, kpi.Monthly: {1, 0}, kpi.Quarterly: {3, 0},
	}
	random := rand.New(rand.NewPCG(17, 18))
	for _, zone := range namedZones {
		loc := load(t, zone)
		for cadence, step := range cadences {
			start := time.Date(1990+random.IntN(50), time.Month(1+random.IntN(12)), 1+random.IntN(28), 12, 0, 0, 0, loc)
			p := kpi.Period{Start: start, End: start.AddDate(0, 0, 1+random.IntN(800)).Add(time.Hour)}
			n, end := 0, p.Start
			for due := range cadence.Due(p) {
				n++
				require.True(t, due.Start.Equal(end), "%s %s", cadence, p)
				require.False(t, due.IsEmpty(), "%s %s", cadence, p)
				end = due.End
				if want := start.AddDate(0, n*step[0], n*step[1]); want.Before(p.End) && zone == "UTC" {
					require.Equal(t, want, due.End, "%s %s", cadence, p)
				} else if want.Before(p.End) && zone != "Pacific/Apia" && zone != "Pacific/Kiritimati" {
					require.Equal(t, want.Format(time.DateTime), due.End.Format(time.DateTime), "%s %s", cadence, p)
				}
			}
			require.True(t, end.Equal(p.End), "%s %s", cadence, p)
		}
	}
}

func TestCadenceDueEdges(t *testing.T) {
	utc := time.UTC
	count := func(c kpi.Cadence, p kpi.Period) int { return len(slices.Collect(c.Due(p))) }
	year := period(t, "2026", utc)
	for cadence, n := range map[kpi.Cadence]int{kpi.Daily: 365, kpi.Weekly: 53, kpi.Fortnightly: 27, kpi.Monthly: 12, kpi.Quarterly: 4} {
		assert.Equal(t, n, count(cadence, year), cadence)
	}
	for _, none := range []kpi.Cadence{"", "year"} {
		assert.Equal(t, []kpi.Period{year}, slices.Collect(none.Due(year)))
		assert.Zero(t, count(none, kpi.Period{}))
	}
	backwards := kpi.Period{Start: year.End, End: year.Start}
	ages := kpi.Period{Start: time.Unix(-1<<60, 0), End: time.Unix(1<<60, 0)}
	for _, p := range []kpi.Period{{}, backwards, ages} {
		assert.Zero(t, count(kpi.Daily, p), p)
	}
	// 30 days, as the zone skipped one, and 24 hours of a day that occurs twice.
	assert.Equal(t, 30, count(kpi.Daily, period(t, "2011-12", load(t, "Pacific/Apia"))))
	twice := time.Date(1867, 10, 19, 8, 0, 0, 0, utc).In(load(t, "America/Juneau"))
	p := kpi.Period{Start: twice, End: twice.AddDate(0, 0, 3)}
	end := p.Start
	for due := range kpi.Daily.Due(p) {
		require.True(t, due.Start.Equal(end) && !due.IsEmpty())
		end = due.End
	}
	assert.True(t, end.Equal(p.End))
}

func TestCadenceDueIsLazy(t *testing.T) {
	n := 0
	for due := range kpi.Daily.Due(period(t, "0000-01-01/9999-12-31", load(t, "Europe/Berlin"))) {
		require.False(t, due.IsEmpty())
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}
