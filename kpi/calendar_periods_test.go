package kpi_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleCalendar() {
	fiscal := kpi.Calendar{YearStart: time.April}
	t := time.Date(2026, time.February, 14, 9, 0, 0, 0, time.UTC)
	fmt.Println(fiscal.Year(t))
	fmt.Println(fiscal.Quarter(t))
	fmt.Println(fiscal.Quarter(t).Next())
	// Output:
	// 2025-04-01T00:00:00Z/2026-04-01T00:00:00Z
	// 2026-01-01T00:00:00Z/2026-04-01T00:00:00Z
	// 2026-04-01T00:00:00Z/2026-07-01T00:00:00Z
}

func ExampleCalendar_Week() {
	friday := time.Date(2027, time.January, 1, 9, 0, 0, 0, time.UTC)
	var calendar kpi.Calendar
	fmt.Println(calendar.Day(friday))
	fmt.Println(calendar.Week(friday)) // 2026-W53
	fmt.Println(calendar.Month(friday))
	fmt.Println(calendar.Half(friday))
	// Output:
	// 2027-01-01T00:00:00Z/2027-01-02T00:00:00Z
	// 2026-12-28T00:00:00Z/2027-01-04T00:00:00Z
	// 2027-01-01T00:00:00Z/2027-02-01T00:00:00Z
	// 2027-01-01T00:00:00Z/2027-07-01T00:00:00Z
}

// TestCalendar reads the names that package time gives an instant.
func TestCalendar(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for _, zone := range namedZones {
		loc := load(t, zone)
		for range 200 {
			at := time.Unix(random.Int64N(5e9), random.Int64N(1e9)).In(loc)
			start := 1 + random.IntN(12)
			calendar := kpi.Calendar{Zone: loc, YearStart: time.Month(start)}
			year, gone := at.Year(), int(at.Month())-start
			if gone < 0 {
				year, gone = year-1, gone+12
			}
			isoYear, week := at.ISOWeek()
			tests := []struct {
				name string
				got  kpi.Period
			}{
				{at.Format(time.DateOnly), calendar.Day(at)},
				{fmt.Sprintf("%04d-W%02d", isoYear, week), calendar.Week(at)},
				{at.Format("2006-01"), calendar.Month(at)},
				{fmt.Sprintf("%04d-Q%d@%02d", year, 1+gone/3, start), calendar.Quarter(at)},
				{fmt.Sprintf("%04d-H%d@%02d", year, 1+gone/6, start), calendar.Half(at)},
				{fmt.Sprintf("%04d@%02d", year, start), calendar.Year(at)},
			}
			for _, test := range tests {
				require.Equal(t, period(t, test.name, loc), test.got, "%s %s", zone, at)
				require.True(t, test.got.Contains(at), "%s %s", zone, at)
			}
		}
	}
}

// TestCalendarWhereClocksGoBackOverMidnight: the second 23:30 lies in the next
// day, for that has begun.
func TestCalendarWhereClocksGoBackOverMidnight(t *testing.T) {
	loc := load(t, "America/St_Johns")
	at := time.Date(2010, 11, 7, 3, 0, 0, 0, time.UTC)
	require.Equal(t, "2010-11-06T23:30:00-03:30", at.In(loc).Format(time.RFC3339))
	calendar := kpi.Calendar{Zone: loc}
	assert.Equal(t, period(t, "2010-11-07", loc), calendar.Day(at))
	assert.Equal(t, period(t, "2010-W44", loc), calendar.Week(at))

	juneau := load(t, "America/Juneau") // 1867-10-19T15:33:32 became the day before
	at = time.Date(1867, 10, 19, 8, 0, 0, 0, time.UTC)
	require.Equal(t, "1867-10-18", at.In(juneau).Format(time.DateOnly))
	assert.True(t, kpi.Calendar{Zone: juneau}.Day(at).Contains(at))
}

func TestCalendarYearStart(t *testing.T) {
	at := time.Date(2026, 2, 14, 0, 0, 0, 0, time.UTC)
	for _, month := range []time.Month{math.MinInt32, -1, 0, 1, 13, 14, 18, math.MaxInt32} {
		assert.Equal(t, period(t, "2026", time.UTC), kpi.Calendar{YearStart: month}.Year(at))
		assert.Equal(t, period(t, "2026-Q1", time.UTC), kpi.Calendar{YearStart: month}.Quarter(at))
	}
}

func TestCalendarEdges(t *testing.T) {
	var utc kpi.Calendar
	april := kpi.Calendar{YearStart: time.April}
	first := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC)

	assert.Equal(t, period(t, "0000", time.UTC), utc.Year(first))
	assert.Equal(t, period(t, "0000-Q1", time.UTC), april.Quarter(first))
	assert.Zero(t, april.Year(first), "it starts in the year -1")
	assert.Zero(t, utc.Week(first), "it starts in the year -1")
	assert.Equal(t, period(t, "9999", time.UTC), utc.Year(last))
	assert.Equal(t, period(t, "9999@04", time.UTC), april.Year(last))
	assert.Equal(t, period(t, "9999@04", time.UTC), april.Year(last.Add(1)))
	assert.Equal(t, period(t, "9999-W52", time.UTC), utc.Week(last.Add(1)))
	assert.Zero(t, utc.Day(last.Add(1)))
	for _, seconds := range []int64{math.MinInt64, -1 << 60, -1 << 40, 1 << 40, 1 << 60, math.MaxInt64} {
		for _, zone := range namedZones {
			calendar := kpi.Calendar{Zone: load(t, zone), YearStart: time.April}
			p := calendar.Year(time.Unix(seconds, 0))
			assert.True(t, p == kpi.Period{} || p.Start.Year() >= 0 && p.Start.Year() <= 9999)
		}
	}
}
