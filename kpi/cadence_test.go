package kpi_test

import (
	"fmt"
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
