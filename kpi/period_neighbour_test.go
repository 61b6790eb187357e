package kpi_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExamplePeriod_Previous() {
	for _, text := range []string{"2026-03", "2026-W01", "2026-03-01/2026-03-31"} {
		p, _ := kpi.ParsePeriod(text, time.UTC)
		fmt.Println(p.Previous())
	}
	// Output:
	// 2026-02-01T00:00:00Z/2026-03-01T00:00:00Z
	// 2025-12-22T00:00:00Z/2025-12-29T00:00:00Z
	// 2026-01-29T00:00:00Z/2026-03-01T00:00:00Z
}

func ExamplePeriod_Next() {
	quarter, _ := kpi.ParsePeriod("2026-Q3", time.UTC)
	fmt.Println(quarter.Next())
	fmt.Println(quarter.Next().Next())
	// Output:
	// 2026-10-01T00:00:00Z/2027-01-01T00:00:00Z
	// 2027-01-01T00:00:00Z/2027-04-01T00:00:00Z
}

func ExamplePeriod_YearBefore() {
	for _, text := range []string{"2025-02", "2025-02-01/2025-02-28", "2026-W53"} {
		p, _ := kpi.ParsePeriod(text, time.UTC)
		fmt.Println(p.YearBefore())
	}
	// Output:
	// 2024-02-01T00:00:00Z/2024-03-01T00:00:00Z
	// 2024-02-01T00:00:00Z/2024-02-29T00:00:00Z
	// 2025-12-22T00:00:00Z/2025-12-29T00:00:00Z
}

// namedZones have summer time, midnights that are skipped or occur twice, days
// that are skipped and changes of half an hour.
var namedZones = []string{
	"UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe",
	"America/Havana", "America/St_Johns", "Pacific/Kiritimati", "Asia/Manila", "America/Juneau",
}

// namesOf lists the names of one unit, in order, that years have: all that might
// be, without those that the calendar or the zone lacks. TestParsePeriodYears
// and TestParsePeriodWeek53 see that the parser knows which these are.
func namesOf(form string, from, to int, loc *time.Location) (names []string) {
	add := func(name string) {
		if _, err := kpi.ParsePeriod(name, loc); err == nil {
			names = append(names, name)
		}
	}
	for year := from; year <= to; year++ {
		switch form {
		case "":
			add(fmt.Sprintf("%04d", year))
		case "-day":
			for i := range 12 * 31 {
				add(fmt.Sprintf("%04d-%02d-%02d", year, 1+i/31, 1+i%31))
			}
		default:
			for i := range 53 {
				add(fmt.Sprintf("%04d"+form, year, 1+i))
			}
		}
	}
	return names
}

// TestNeighboursOfNames takes the names of each unit one after the other.
func TestNeighboursOfNames(t *testing.T) {
	for _, zone := range namedZones {
		loc := load(t, zone)
		for _, form := range []string{"", "-H%d", "-Q%d", "-%02d", "-W%02d", "-day"} {
			for _, year := range []int{1, 1845, 1867, 1900, 1995, 2012, 2018, 2024, 2040, 9999} {
				names := namesOf(form, year-1, year, loc)
				after := period(t, names[0], loc)
				for i := 1; i < len(names); i++ {
					before := after
					after = period(t, names[i], loc)
					require.Equal(t, after, before.Next(), "%s %s", zone, names[i-1])
					require.Equal(t, before, after.Previous(), "%s %s", zone, names[i])
				}
			}
		}
	}
}

// TestYearBeforeOfNames looks for the name itself, a year earlier, and then for
// the nearest one before it.
func TestYearBeforeOfNames(t *testing.T) {
	for _, zone := range namedZones {
		loc := load(t, zone)
		for _, form := range []string{"", "-H%d", "-Q%d", "-%02d", "-W%02d", "-day"} {
			for _, year := range []int{1, 1845, 1995, 2012, 2018, 2020, 2021, 2024, 2040, 9999} {
				earlier := namesOf(form, year-1, year-1, loc)
				for _, name := range namesOf(form, year, year, loc) {
					i := len(earlier) - 1
					for earlier[i][4:] > name[4:] {
						i--
					}
					require.Equal(t, period(t, earlier[i], loc), period(t, name, loc).YearBefore(), "%s %s", zone, name)
				}
			}
		}
	}
}

func TestNeighboursOfDates(t *testing.T) {
	tests := []struct{ zone, p, previous, next, yearBefore string }{
		// Dates that happen to cover a month are as many days.
		{"UTC", "2026-03-01/2026-03-31", "2026-01-29/2026-02-28", "2026-04-01/2026-05-01", "2025-03-01/2025-03-31"},
		{"UTC", "2026-02-01/2026-02-28", "2026-01-04/2026-01-31", "2026-03-01/2026-03-28", "2025-02-01/2025-02-28"},
		{"UTC", "2024-02-29/2024-02-29", "2024-02-28/2024-02-28", "2024-03-01/2024-03-01", "2023-02-28/2023-02-28"},
		{"UTC", "2024-02-01/2024-02-28", "2024-01-04/2024-01-31", "2024-02-29/2024-03-27", "2023-02-01/2023-02-28"},
		{"UTC", "2025-02-20/2025-02-28", "2025-02-11/2025-02-19", "2025-03-01/2025-03-09", "2024-02-20/2024-02-28"},
		{"UTC", "2023-12-01/2024-11-30", "2022-11-30/2023-11-30", "2024-12-01/2025-12-01", "2022-12-01/2023-11-30"},
		{"UTC", "2000-01-01/2399-12-31", "1600-01-01/1999-12-31", "2400-01-01/2799-12-31", "1999-01-01/2398-12-31"},
		// Days of 23, 25 and 24.5 hours.
		{"Europe/Berlin", "2026-03-29/2026-03-29", "2026-03-28/2026-03-28", "2026-03-30/2026-03-30", "2025-03-29/2025-03-29"},
		{"America/New_York", "2026-10-26/2026-11-01", "2026-10-19/2026-10-25", "2026-11-02/2026-11-08", "2025-10-26/2025-11-01"},
		{"Australia/Lord_Howe", "2026-04-05/2026-04-06", "2026-04-03/2026-04-04", "2026-04-07/2026-04-08", "2025-04-05/2025-04-06"},
		// Midnight of 2018-11-04 is skipped.
		{"America/Sao_Paulo", "2018-11-04/2018-11-05", "2018-11-02/2018-11-03", "2018-11-06/2018-11-07", "2017-11-04/2017-11-05"},
		{"America/Sao_Paulo", "2018-11-02/2018-11-03", "2018-10-31/2018-11-01", "2018-11-04/2018-11-05", "2017-11-02/2017-11-03"},
		// 2011-12-30 is skipped: no neighbour, but one of several days.
		{"Pacific/Apia", "2011-12-31/2011-12-31", "2011-12-29/2011-12-29", "2012-01-01/2012-01-01", "2010-12-31/2010-12-31"},
		{"Pacific/Apia", "2011-12-28/2011-12-29", "2011-12-26/2011-12-27", "2011-12-31/2012-01-01", "2010-12-28/2010-12-29"},
		{"Pacific/Apia", "2011-12-31/2012-01-01", "2011-12-28/2011-12-29", "2012-01-02/2012-01-03", "2010-12-31/2011-01-01"},
		{"Pacific/Apia", "2012-01-01/2012-01-03", "2011-12-29/2011-12-31", "2012-01-04/2012-01-06", "2011-01-01/2011-01-03"},
		{"Pacific/Apia", "2011-12-29/2011-12-31", "2011-12-26/2011-12-28", "2012-01-01/2012-01-03", "2010-12-29/2010-12-31"},
		{"Pacific/Apia", "2012-12-30/2012-12-30", "2012-12-29/2012-12-29", "2012-12-31/2012-12-31", "2011-12-29/2011-12-29"},
	}
	for _, test := range tests {
		t.Run(test.zone+" "+test.p, func(t *testing.T) {
			loc := load(t, test.zone)
			p := period(t, test.p, loc)
			assert.Equal(t, period(t, test.previous, loc), p.Previous())
			assert.Equal(t, period(t, test.next, loc), p.Next())
			assert.Equal(t, period(t, test.yearBefore, loc), p.YearBefore())
		})
	}
}

func TestNeighboursOfInstants(t *testing.T) {
	tests := []struct{ zone, p, previous, next, yearBefore string }{
		{
			"UTC", "2026-03-05T09:00:00Z/2026-03-05T17:00:00.000000001Z",
			"2026-03-05T00:59:59.999999999Z/2026-03-05T09:00:00Z",
			"2026-03-05T17:00:00.000000001Z/2026-03-06T01:00:00.000000002Z",
			"2025-03-05T09:00:00Z/2025-03-05T17:00:00.000000001Z",
		},
		{ // Both bounds are starts of days: days, of which one has 23 hours.
			"Europe/Berlin", "2026-03-29T00:00:00+01:00/2026-03-30T00:00:00+02:00",
			"2026-03-28T00:00:00+01:00/2026-03-29T00:00:00+01:00",
			"2026-03-30T00:00:00+02:00/2026-03-31T00:00:00+02:00",
			"2025-03-29T00:00:00+01:00/2025-03-30T00:00:00+01:00",
		},
		{ // Noon to noon is 23 hours.
			"Europe/Berlin", "2026-03-28T12:00:00+01:00/2026-03-29T12:00:00+02:00",
			"2026-03-27T13:00:00+01:00/2026-03-28T12:00:00+01:00",
			"2026-03-29T12:00:00+02:00/2026-03-30T11:00:00+02:00",
			"2025-03-28T12:00:00+01:00/2025-03-29T12:00:00+01:00",
		},
		{ // Of the two midnights only the first starts the day.
			"America/Havana", "2024-11-03T00:00:00-05:00/2024-11-04T00:00:00-05:00",
			"2024-11-02T01:00:00-04:00/2024-11-03T00:00:00-05:00",
			"2024-11-04T00:00:00-05:00/2024-11-05T00:00:00-05:00",
			"2023-11-03T00:00:00-04:00/2023-11-04T00:00:00-04:00",
		},
		{ // A year earlier nothing lies between the wall clocks.
			"UTC", "2024-02-28T18:00:00Z/2024-02-29T06:00:00Z",
			"2024-02-28T06:00:00Z/2024-02-28T18:00:00Z",
			"2024-02-29T06:00:00Z/2024-02-29T18:00:00Z",
			"2023-02-28T18:00:00Z/2023-03-01T06:00:00Z",
		},
		{ // Longer than a time.Duration.
			"UTC", "2000-01-01T12:00:00Z/2400-01-01T12:00:00.5Z",
			"1600-01-01T11:59:59.5Z/2000-01-01T12:00:00Z",
			"2400-01-01T12:00:00.5Z/2800-01-01T12:00:01Z",
			"1999-01-01T12:00:00Z/2399-01-01T12:00:00.5Z",
		},
	}
	for _, test := range tests {
		t.Run(test.zone+" "+test.p, func(t *testing.T) {
			loc := load(t, test.zone)
			p := period(t, test.p, loc)
			assert.Equal(t, test.previous, p.Previous().String())
			assert.Equal(t, test.next, p.Next().String())
			assert.Equal(t, test.yearBefore, p.YearBefore().String())
			assert.Equal(t, loc, p.Next().Start.Location())
		})
	}
}

// TestNeighboursOfDays compares random dates with the numbers of days by civil.
func TestNeighboursOfDays(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 2000 {
		start, days := randomDate(random), 1+random.IntN(4000)
		p := kpi.Period{Start: start, End: start.AddDate(0, 0, days)}
		from, to := dayNumber(p.Start), dayNumber(p.End)
		if q := p.Previous(); from-days >= civil(0, 1, 1) {
			require.Equal(t, from-days, dayNumber(q.Start), p)
			require.Equal(t, from, dayNumber(q.End), p)
			require.Equal(t, p, q.Next())
		}
		if q := p.Next(); to < civil(10000, 1, 1) {
			require.Equal(t, to, dayNumber(q.Start), p)
			require.Equal(t, to+days, dayNumber(q.End), p)
		}
	}
}

// TestNeighboursTouch wants neighbours to share a bound, and whole hours to be
// as many.
func TestNeighboursTouch(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for _, zone := range namedZones {
		loc := load(t, zone)
		for range 300 {
			start := time.Unix(random.Int64N(4e9), 0).Truncate(time.Hour).In(loc)
			p := kpi.Period{Start: start, End: start.Add(time.Duration(1+random.IntN(2000)) * time.Hour)}
			previous, next := p.Previous(), p.Next()
			require.True(t, previous.End.Equal(p.Start), p)
			require.True(t, next.Start.Equal(p.End), p)
			require.False(t, previous.IsEmpty() || next.IsEmpty() || p.YearBefore().IsEmpty(), p)
			if start.UTC().Add(time.Duration(offsetAt(start))*time.Second).Hour() != 0 {
				require.Equal(t, p.End.Sub(p.Start), previous.End.Sub(previous.Start), p)
				require.Equal(t, p.End.Sub(p.Start), next.End.Sub(next.Start), p)
			}
		}
	}
}

func offsetAt(t time.Time) int {
	_, offset := t.Zone()
	return offset
}

// TestNamesAreLostByChanges: what no longer is the month that was read, has no
// name either.
func TestNamesAreLostByChanges(t *testing.T) {
	march := period(t, "2026-03", time.UTC)
	days := period(t, "2026-03-01/2026-03-31", time.UTC)
	assert.True(t, march.Equal(days))
	assert.Equal(t, days.Previous(), kpi.Period{Start: march.Start, End: march.End}.Previous())
	assert.False(t, march.Previous().Equal(days.Previous()))

	shorter := march
	shorter.End = shorter.End.AddDate(0, 0, -1)
	assert.True(t, period(t, "2026-01-30/2026-02-28", time.UTC).Equal(shorter.Previous()))
	moved := march
	moved.Start = moved.Start.In(load(t, "Asia/Tokyo"))
	assert.Equal(t, "2026-01-29T09:00:00+09:00/2026-03-01T09:00:00+09:00", moved.Previous().String())
}

func TestPiecesAreNamedUnlessCut(t *testing.T) {
	p := period(t, "2026-01-15/2026-03-10", time.UTC)
	i := 0
	for month := range p.Months(time.UTC) {
		if i == 1 {
			assert.Equal(t, period(t, "2026-02", time.UTC), month)
		} else {
			assert.Equal(t, kpi.Period{Start: month.Start, End: month.End}, month)
		}
		i++
	}
	assert.Equal(t, 3, i)
}

func TestNoNeighbours(t *testing.T) {
	last := period(t, "9999-12-31", time.UTC).End
	for _, name := range []string{"0000", "0000-H1", "0000-Q1", "0000-01", "0000-W01", "0000-01-01", "0000-01-01/0000-01-02"} {
		for _, zone := range namedZones {
			p := period(t, name, load(t, zone))
			assert.Zero(t, p.Previous(), "%s %s", zone, name)
			assert.Zero(t, p.YearBefore(), "%s %s", zone, name)
			assert.False(t, p.Next().IsEmpty())
		}
	}
	for _, name := range []string{"9999", "9999-H2", "9999-Q4", "9999-12", "9999-W52", "9999-12-31", "9999-12-30/9999-12-31"} {
		for _, zone := range namedZones {
			p := period(t, name, load(t, zone))
			assert.Zero(t, p.Next(), "%s %s", zone, name)
			assert.False(t, p.Previous().IsEmpty())
			assert.False(t, p.YearBefore().IsEmpty())
		}
	}
	none := []kpi.Period{
		{},
		{Start: last, End: last.AddDate(-1, 0, 0)},
		{Start: last, End: last.AddDate(0, 0, 1)},
		{Start: time.Unix(math.MinInt64, 0), End: last},
		{Start: last.AddDate(-5, 0, 0), End: time.Unix(math.MaxInt64/4, 0)},
	}
	for _, p := range none {
		assert.Zero(t, p.Previous(), p)
		assert.Zero(t, p.Next(), p)
		assert.Zero(t, p.YearBefore(), p)
	}
}
