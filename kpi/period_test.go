package kpi_test

import (
	"fmt"
	"iter"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleParsePeriod() {
	for _, text := range []string{"2026-Q1", "2026-W01", "2026-03-05/2026-03-31"} {
		p, err := kpi.ParsePeriod(text, time.UTC)
		fmt.Println(p, err)
	}
	_, err := kpi.ParsePeriod("2025-W53", time.UTC)
	fmt.Println(err)
	// Output:
	// 2026-01-01T00:00:00Z/2026-04-01T00:00:00Z <nil>
	// 2025-12-29T00:00:00Z/2026-01-05T00:00:00Z <nil>
	// 2026-03-05T00:00:00Z/2026-04-01T00:00:00Z <nil>
	// "2025-W53": no such period: want 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W14, 2026-03-05 or FIRST/LAST
}

func ExamplePeriod_Months() {
	p, _ := kpi.ParsePeriod("2026-01-15/2026-03-10", time.UTC)
	for month := range p.Months(time.UTC) {
		fmt.Println(month)
	}
	// Output:
	// 2026-01-15T00:00:00Z/2026-02-01T00:00:00Z
	// 2026-02-01T00:00:00Z/2026-03-01T00:00:00Z
	// 2026-03-01T00:00:00Z/2026-03-11T00:00:00Z
}

func ExamplePeriod_Quarters() {
	p, _ := kpi.ParsePeriod("2026@05", time.UTC)
	for quarter := range p.Quarters(time.UTC) {
		fmt.Println(quarter)
	}
	// Output:
	// 2026-05-01T00:00:00Z/2026-07-01T00:00:00Z
	// 2026-07-01T00:00:00Z/2026-10-01T00:00:00Z
	// 2026-10-01T00:00:00Z/2027-01-01T00:00:00Z
	// 2027-01-01T00:00:00Z/2027-04-01T00:00:00Z
	// 2027-04-01T00:00:00Z/2027-05-01T00:00:00Z
}

func ExamplePeriod_Days() {
	p, _ := kpi.ParsePeriod("2024-02-28/2024-03-01", time.UTC)
	for day := range p.Days(time.UTC) {
		fmt.Println(day)
	}
	// Output:
	// 2024-02-28T00:00:00Z/2024-02-29T00:00:00Z
	// 2024-02-29T00:00:00Z/2024-03-01T00:00:00Z
	// 2024-03-01T00:00:00Z/2024-03-02T00:00:00Z
}

func period(t testing.TB, text string, loc *time.Location) kpi.Period {
	t.Helper()
	p, err := kpi.ParsePeriod(text, loc)
	require.NoError(t, err)
	return p
}

func TestParsePeriod(t *testing.T) {
	tests := []struct{ zone, text, want string }{
		{"UTC", "2026", "2026-01-01T00:00:00Z/2027-01-01T00:00:00Z"},
		{"UTC", "2026-H1", "2026-01-01T00:00:00Z/2026-07-01T00:00:00Z"},
		{"UTC", "2026-H2", "2026-07-01T00:00:00Z/2027-01-01T00:00:00Z"},
		{"UTC", "2026-Q1", "2026-01-01T00:00:00Z/2026-04-01T00:00:00Z"},
		{"UTC", "2026-Q2", "2026-04-01T00:00:00Z/2026-07-01T00:00:00Z"},
		{"UTC", "2026-Q3", "2026-07-01T00:00:00Z/2026-10-01T00:00:00Z"},
		{"UTC", "2026-Q4", "2026-10-01T00:00:00Z/2027-01-01T00:00:00Z"},
		{"UTC", "2024-02", "2024-02-01T00:00:00Z/2024-03-01T00:00:00Z"},
		{"UTC", "2026-12", "2026-12-01T00:00:00Z/2027-01-01T00:00:00Z"},
		{"UTC", "2026-03-05", "2026-03-05T00:00:00Z/2026-03-06T00:00:00Z"},
		{"UTC", "2026-03-05/2026-03-05", "2026-03-05T00:00:00Z/2026-03-06T00:00:00Z"},
		{"UTC", "2026-03-05/2027-02-28", "2026-03-05T00:00:00Z/2027-03-01T00:00:00Z"},
		{"UTC", "2026-03-05T10:00:00Z/2026-03-05T12:00:00+01:00", "2026-03-05T10:00:00Z/2026-03-05T11:00:00Z"},
		{"Asia/Tokyo", "2026-03-05T10:00:00Z/2026-03-05T10:00:00.000000001Z", "2026-03-05T19:00:00+09:00/2026-03-05T19:00:00.000000001+09:00"},
		{"UTC", "0000", "0000-01-01T00:00:00Z/0001-01-01T00:00:00Z"},
		{"UTC", "0000-W01", "0000-01-03T00:00:00Z/0000-01-10T00:00:00Z"},
		{"UTC", "9999", "9999-01-01T00:00:00Z/10000-01-01T00:00:00Z"},
		{"UTC", "0000-01-01/9999-12-31", "0000-01-01T00:00:00Z/10000-01-01T00:00:00Z"},
		{"Europe/Berlin", "2026", "2026-01-01T00:00:00+01:00/2027-01-01T00:00:00+01:00"},
		{"Europe/Berlin", "2026-Q2", "2026-04-01T00:00:00+02:00/2026-07-01T00:00:00+02:00"},
		{"Europe/Berlin", "2026-W13", "2026-03-23T00:00:00+01:00/2026-03-30T00:00:00+02:00"},
		{"Europe/Berlin", "2040-12", "2040-12-01T00:00:00+01:00/2041-01-01T00:00:00+01:00"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00/2018-11-05T00:00:00-02:00"},
		{"America/Havana", "2024-11-03", "2024-11-03T00:00:00-04:00/2024-11-04T00:00:00-05:00"},
		{"Pacific/Apia", "2011-12-29/2011-12-31", "2011-12-29T00:00:00-10:00/2012-01-01T00:00:00+14:00"},
		{"Pacific/Apia", "2011-12", "2011-12-01T00:00:00-10:00/2012-01-01T00:00:00+14:00"},
		{"Asia/Tokyo", "1850", "1849-12-31T14:41:01Z/1850-12-31T14:41:01Z"}, // 9:18:59 east: seconds cannot be written
	}
	for _, test := range tests {
		t.Run(test.zone+" "+test.text, func(t *testing.T) {
			p := period(t, test.text, load(t, test.zone))
			assert.Equal(t, test.want, p.String())
			assert.False(t, p.IsEmpty())
		})
	}
}

// TestParsePeriodWeek uses dates published for ISO 8601.
func TestParsePeriodWeek(t *testing.T) {
	tests := []struct{ text, first, last string }{
		{"2004-W53", "2004-12-27", "2005-01-02"},
		{"2008-W01", "2007-12-31", "2008-01-06"},
		{"2009-W01", "2008-12-29", "2009-01-04"},
		{"2009-W53", "2009-12-28", "2010-01-03"},
		{"2015-W53", "2015-12-28", "2016-01-03"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"2021-W01", "2021-01-04", "2021-01-10"},
		{"2024-W52", "2024-12-23", "2024-12-29"},
		{"2026-W01", "2025-12-29", "2026-01-04"},
		{"2026-W14", "2026-03-30", "2026-04-05"},
		{"2026-W53", "2026-12-28", "2027-01-03"},
	}
	for _, test := range tests {
		want := period(t, test.first+"/"+test.last, time.UTC)
		assert.True(t, want.Equal(period(t, test.text, time.UTC)), test.text)
	}
}

// longYears are the years of the 400-year cycle that have 53 ISO weeks, as published.
var longYears = []int{
	4, 9, 15, 20, 26, 32, 37, 43, 48, 54, 60, 65, 71, 76, 82, 88, 93, 99, 105, 111, 116, 122, 128, 133,
	139, 144, 150, 156, 161, 167, 172, 178, 184, 189, 195, 201, 207, 212, 218, 224, 229, 235, 240, 246,
	252, 257, 263, 268, 274, 280, 285, 291, 296, 303, 308, 314, 320, 325, 331, 336, 342, 348, 353, 359,
	364, 370, 376, 381, 387, 392, 398,
}

func TestParsePeriodWeek53(t *testing.T) {
	require.Len(t, longYears, 71)
	for year := range 10000 {
		_, err := kpi.ParsePeriod(fmt.Sprintf("%04d-W53", year), time.UTC)
		require.Equal(t, slices.Contains(longYears, year%400), err == nil, year)
	}
}

// TestParsePeriodYears compares the parts of years with the days by civil. In
// steps of nine it meets every year of the 400-year cycle.
func TestParsePeriodYears(t *testing.T) {
	for year := 0; year < 10000; year += 9 {
		assertDays(t, fmt.Sprintf("%04d", year), civil(year, 1, 1), civil(year+1, 1, 1))
		for i := range 2 {
			text := fmt.Sprintf("%04d-H%d", year, i+1)
			assertDays(t, text, civil(year, 1+6*i, 1), civil(year+i, 7-6*i, 1))
		}
		for i := range 4 {
			text := fmt.Sprintf("%04d-Q%d", year, i+1)
			assertDays(t, text, civil(year, 1+3*i, 1), civil(year+i/3, 1+3*(i+1)%12, 1))
		}
		for i := range 12 {
			text := fmt.Sprintf("%04d-%02d", year, i+1)
			assertDays(t, text, civil(year, 1+i, 1), civil(year+i/11, 1+(i+1)%12, 1))
		}
		monday := civil(year, 1, 4)
		for !isMonday(monday) {
			monday--
		}
		for i := range 52 {
			assertDays(t, fmt.Sprintf("%04d-W%02d", year, i+1), monday+7*i, monday+7*i+7)
		}
	}
}

// assertDays wants text to be the days from start up to end.
func assertDays(t *testing.T, text string, start, end int) {
	t.Helper()
	p := period(t, text, time.UTC)
	require.Equal(t, start, dayNumber(p.Start), text)
	require.Equal(t, end, dayNumber(p.End), text)
}

// isMonday reports whether a day number is that of a Monday; day 0 was a Thursday.
func isMonday(day int) bool { return (day%7+7+3)%7 == 0 }

// civil numbers the days of the proleptic Gregorian calendar from 1970-01-01,
// by Howard Hinnant's algorithm days_from_civil.
func civil(year, month, day int) int {
	if month <= 2 {
		year--
	}
	era := year / 400
	if year < 0 {
		era = (year - 399) / 400
	}
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*146097 + dayOfEra - 719468
}

// dayNumber is the civil number of a midnight in UTC.
func dayNumber(t time.Time) int {
	if t.Unix()%86400 != 0 || t.Nanosecond() != 0 {
		panic("not a midnight: " + t.String())
	}
	return int(t.Unix() / 86400)
}

func TestParsePeriodRefuses(t *testing.T) {
	texts := []string{
		"", "/", "26", "202", "20266", "2026-", "2026-1", "2026-00", "2026-13", "2026-H0", "2026-H3", "2026-H", "2026-H01", "2026-h1",
		"2026-Q0", "2026-Q5", "2026-Q", "2026-q1", "2026Q1", "2026-W00", "2026-W54", "2025-W53", "2026-W1", "2026-W001", "2026-w14",
		"2026-W14-1", "2026W14", "-2026", "+2026", "+026", " 2026", "2026 ", "2026-+1", "2026-Q+", "2026-W+1", "0x10", "２０２６",
		"2026/2027", "2026-Q1/2026-Q2", "2026-03-05/", "/2026-03-05", "2026-03-05/2026-03-04", "2026-03-05/2026-03-06/2026-03-07",
		"2026-03-05/2026-03-06T00:00:00Z", "2026-03-05T00:00:00Z/2026-03-06", "2026-03-05T00:00:00Z", "2026-03-05 / 2026-03-06",
		"2026-03-05T00:00:00Z/2026-03-05T00:00:00Z", "2026-03-05T00:00:00Z/2026-03-05T00:30:00+01:00",
		"2026-03-05T00:00:00Z/P1D", "10000-01-01", "2026-03-05--2026-03-06", strings.Repeat("2026-03-05", 10),
	}
	for _, text := range append(texts, badTimes...) {
		if text == "2026" || text == "2026-03" || text == "2026-03-05/2026-03-06" {
			continue // bad times, but good periods
		}
		p, err := kpi.ParsePeriod(text, time.UTC)
		assert.ErrorIs(t, err, kpi.ErrPeriod, "%q", text)
		assert.Zero(t, p)
	}
	for _, text := range []string{"2011-12-30", "2011-12-30/2011-12-30"} {
		_, err := kpi.ParsePeriod(text, load(t, "Pacific/Apia"))
		assert.ErrorIs(t, err, kpi.ErrPeriod, "%q", text)
	}
}

func TestParsePeriodWithoutZone(t *testing.T) {
	for _, text := range []string{"2026", "2026-03-05T10:00:00Z/2026-03-05T12:00:00+01:00"} {
		assert.Equal(t, period(t, text, time.UTC), period(t, text, nil))
	}
	p := period(t, "2026", time.UTC)
	assert.Equal(t, slices.Collect(p.Weeks(time.UTC)), slices.Collect(p.Weeks(nil)))
}

func TestPeriodPredicates(t *testing.T) {
	day, month := period(t, "2026-03-05", time.UTC), period(t, "2026-03", time.UTC)
	backwards := kpi.Period{Start: day.End, End: day.Start}
	assert.True(t, kpi.Period{}.IsEmpty())
	assert.True(t, backwards.IsEmpty())
	assert.True(t, kpi.Period{Start: day.Start, End: day.Start}.IsEmpty())

	assert.True(t, day.Contains(day.Start))
	assert.True(t, day.Contains(day.End.Add(-1)))
	assert.False(t, day.Contains(day.End))
	assert.False(t, day.Contains(day.Start.Add(-1)))
	assert.False(t, backwards.Contains(day.Start))

	assert.True(t, month.Encloses(day))
	assert.True(t, month.Encloses(month))
	assert.False(t, day.Encloses(month))
	assert.True(t, period(t, "2026-Q1", time.UTC).Encloses(month))
	assert.False(t, period(t, "2026-02-28/2026-03-30", time.UTC).Encloses(month))
	assert.True(t, day.Encloses(backwards))
	assert.False(t, kpi.Period{}.Encloses(day))

	tokyo := load(t, "Asia/Tokyo")
	assert.True(t, day.Equal(kpi.Period{Start: day.Start.In(tokyo), End: day.End.In(tokyo)}))
	assert.False(t, day.Equal(period(t, "2026-03-05", tokyo)))
}

func TestPeriodElapsed(t *testing.T) {
	day := period(t, "2026-03-05", time.UTC)
	ages := period(t, "0000-01-01/9999-12-31", time.UTC)
	const dayNanos = "86400000000000"
	tests := []struct {
		name        string
		p           kpi.Period
		bound       time.Time
		done, whole string
	}{
		{"before", day, day.Start.Add(-1), "0", dayNanos},
		{"long before", day, ages.Start, "0", dayNanos},
		{"at the start", day, day.Start, "0", dayNanos},
		{"inside", day, day.Start.Add(12 * time.Hour), "43200000000000", dayNanos},
		{"at the end", day, day.End, dayNanos, dayNanos},
		{"long after", day, ages.End, dayNanos, dayNanos},
		{"summer day", period(t, "2026-03-29", load(t, "Europe/Berlin")), day.Start.AddDate(1, 0, 0), "82800000000000", "82800000000000"},
		// 10000 years are 25 cycles of 146097 days.
		{"all years", ages, ages.End, "315569520000000000000", "315569520000000000000"},
		{"all years but 1ns", ages, ages.End.Add(-1), "315569519999999999999", "315569520000000000000"},
		{"all years, early", ages, ages.Start.Add(1), "1", "315569520000000000000"},
		{"all years, before", ages, ages.Start.Add(-1), "0", "315569520000000000000"},
		{"292 years", period(t, "2000-01-01/2291-12-31", time.UTC), ages.End, "9214646400000000000", "9214646400000000000"},
		{"293 years", period(t, "2000-01-01/2292-12-31", time.UTC), ages.End, "9246268800000000000", "9246268800000000000"},
		{"empty", kpi.Period{}, ages.End, "0", "0"},
		{"backwards", kpi.Period{Start: ages.End, End: ages.Start}, ages.End, "0", "0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			done, whole := test.p.Elapsed(test.bound)
			assert.Equal(t, test.done, done.String())
			assert.Equal(t, test.whole, whole.String())
		})
	}
}

// TestPeriodElapsedDays compares with the number of days by civil.
func TestPeriodElapsedDays(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		start, end := randomDate(random), randomDate(random)
		bound := randomDate(random)
		p := kpi.Period{Start: start, End: end}
		done, whole := p.Elapsed(bound)
		wantWhole := max(dayNumber(end)-dayNumber(start), 0)
		wantDone := max(min(dayNumber(end), dayNumber(bound))-dayNumber(start), 0)
		require.Equal(t, nanosOf(wantWhole), whole.String(), p)
		require.Equal(t, nanosOf(wantDone), done.String(), "%s %s", p, bound)
	}
}

func nanosOf(days int) string {
	return new(big.Int).Mul(big.NewInt(int64(days)), big.NewInt(86400e9)).String()
}

// randomDate returns a midnight in UTC, of a year from 0 to 9999.
func randomDate(random *rand.Rand) time.Time {
	first := civil(0, 1, 1)
	days := first + random.IntN(civil(10000, 1, 1)-first)
	return time.Unix(int64(days)*86400, 0).UTC()
}

// TestPeriodPieces counts the days of a period one by one and starts a piece
// wherever the calendar says so.
func TestPeriodPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		start := randomDate(random)
		p := kpi.Period{Start: start, End: start.Add(time.Duration(1+random.IntN(1500)) * 24 * time.Hour)}
		var days, weeks, months, quarters []int
		for day := dayNumber(p.Start); day < dayNumber(p.End); day++ {
			first := day == dayNumber(p.Start)
			days = append(days, day)
			if first || isMonday(day) {
				weeks = append(weeks, day)
			}
			month := monthStarting(day)
			if first || month > 0 {
				months = append(months, day)
			}
			if first || month%3 == 1 {
				quarters = append(quarters, day)
			}
		}
		assertPieces(t, p, p.Days(time.UTC), days)
		assertPieces(t, p, p.Quarters(time.UTC), quarters)
		assertPieces(t, p, p.Months(time.UTC), months)
		assertPieces(t, p, p.Weeks(time.UTC), weeks)
	}
}

// monthStarting returns the month that a day is the first of, else 0.
func monthStarting(day int) int {
	guess := time.Unix(int64(day)*86400, 0).UTC().Year() // only where to look
	for year := guess - 1; year <= guess+1; year++ {
		for month := 1; month <= 12; month++ {
			if civil(year, month, 1) == day {
				return month
			}
		}
	}
	return 0
}

// assertPieces wants pieces to start on the given days and to make up p.
func assertPieces(t *testing.T, p kpi.Period, pieces iter.Seq[kpi.Period], starts []int) {
	t.Helper()
	got := slices.Collect(pieces)
	require.Len(t, got, len(starts), p)
	end := p.Start
	for i, piece := range got {
		require.True(t, end.Equal(piece.Start), p)
		require.Equal(t, starts[i], dayNumber(piece.Start), p)
		end = piece.End
	}
	require.True(t, end.Equal(p.End), p)
}

// TestPeriodPiecesInZones wants the pieces of odd zones to be as many as those
// of UTC, to make up the period, and to be what the names of their months say.
func TestPeriodPiecesInZones(t *testing.T) {
	zones := []string{
		"America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "America/Havana", "Atlantic/Azores",
		"America/St_Johns", "Pacific/Apia", "Pacific/Kwajalein", "Australia/Lord_Howe", "America/Juneau",
	}
	for _, name := range zones {
		loc := load(t, name)
		for _, year := range []int{0, 1844, 1867, 1969, 1987, 2011, 2018, 2024, 2040, 9999} {
			p := period(t, fmt.Sprintf("%04d", year), loc)
			end, n := p.Start, 0
			for month := range p.Months(loc) {
				n++
				require.Equal(t, period(t, fmt.Sprintf("%04d-%02d", year, n), loc), month, name)
				require.True(t, end.Equal(month.Start), name)
				end = month.End
			}
			require.Equal(t, 12, n)
			require.True(t, end.Equal(p.End), name)
			require.Len(t, slices.Collect(p.Quarters(loc)), 4)
			names := namesOf("-day", year, year, loc) // without days that were skipped
			for day := range p.Days(loc) {
				require.Equal(t, period(t, names[0], loc), day, name)
				names = names[1:]
			}
			require.Empty(t, names, name)
			inUTC := slices.Collect(period(t, fmt.Sprintf("%04d", year), time.UTC).Weeks(time.UTC))
			require.Len(t, slices.Collect(p.Weeks(loc)), len(inUTC), "%s %d", name, year)
		}
	}
}

func TestPeriodPiecesEdges(t *testing.T) {
	noon := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	short := kpi.Period{Start: noon, End: noon.Add(1)}
	assert.Equal(t, []kpi.Period{short}, slices.Collect(short.Months(time.UTC)))
	assert.Equal(t, []kpi.Period{short}, slices.Collect(short.Weeks(time.UTC)))
	assert.Empty(t, slices.Collect(kpi.Period{}.Months(time.UTC)))
	assert.Empty(t, slices.Collect(kpi.Period{Start: noon, End: noon.AddDate(-1, 0, 0)}.Weeks(time.UTC)))

	// 2010-10-31T23:30 occurs twice in St. John's; the second is past the first
	// midnight of November.
	again := time.Date(2010, 11, 7, 3, 0, 0, 0, time.UTC)
	loc := load(t, "America/St_Johns")
	p := kpi.Period{Start: again, End: again.Add(2 * time.Hour)}
	assert.Len(t, slices.Collect(p.Weeks(loc)), 1)
}

func TestPeriodPiecesAreLazy(t *testing.T) {
	ages := period(t, "0000-01-01/9999-12-31", load(t, "Europe/Berlin"))
	allocs := testing.AllocsPerRun(10, func() {
		for week := range ages.Weeks(time.UTC) {
			if !week.IsEmpty() {
				break
			}
		}
	})
	assert.Less(t, allocs, 10.0)

	n := 0
	for range ages.Weeks(time.UTC) {
		n++
	}
	// 25 cycles of 20871 weeks, and Saturday the first of year 0 is in one more.
	assert.Equal(t, 25*20871+1, n)
}

func FuzzParsePeriod(f *testing.F) {
	zones := []*time.Location{time.UTC, load(f, "America/Sao_Paulo"), load(f, "Pacific/Apia"), load(f, "Asia/Tokyo")}
	for _, text := range []string{
		"2026", "2026-H1", "2026-Q4", "2026-03", "2020-W53", "2011-12-30", "2018-11-04/2018-11-04", "0000", "9999-W52",
		"2026@04", "2026-H2@12", "9999-Q4@04", "2026-03@04", "0000-Q1@01", "2026-Q1@13", "2024-02-29", "2026-W53",
		"2026-03-05T10:00:00Z/2026-03-05T12:00:00.5+01:00", "0000-01-01T00:00:00+14:00/9999-12-31T23:59:59-12:00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, loc := range zones {
			p, err := kpi.ParsePeriod(text, loc)
			first, months, named := monthsNamed(text)
			require.False(t, named && err != nil, text)
			if err != nil {
				require.ErrorIs(t, err, kpi.ErrPeriod)
				require.Zero(t, p)
				require.Less(t, len(err.Error()), 600)
				continue
			}
			require.False(t, p.IsEmpty())
			if named && loc == time.UTC {
				require.Equal(t, civil(first/12, 1+first%12, 1), dayNumber(p.Start), text)
				require.Equal(t, civil((first+months)/12, 1+(first+months)%12, 1), dayNumber(p.End), text)
			}
			assertNeighbours(t, p, !strings.Contains(text, "/"))
			if writable(p.Start) && writable(p.End) {
				again := period(t, p.String(), loc)
				require.True(t, p.Equal(again), "%q: %s and %s", text, p, again)
			}
		}
	})
}

// assertNeighbours wants the neighbours of p to touch it and, of a period with a
// name, the way back to lead to it.
func assertNeighbours(t *testing.T, p kpi.Period, named bool) {
	t.Helper()
	if next := p.Next(); !next.IsEmpty() {
		require.True(t, next.Start.Equal(p.End), p)
		require.True(t, !named || next.Previous().Equal(p), p)
	}
	if previous := p.Previous(); !previous.IsEmpty() {
		require.True(t, previous.End.Equal(p.Start), p)
		require.True(t, !named || previous.Next().Equal(p), p)
	}
	if yearBefore := p.YearBefore(); !yearBefore.IsEmpty() {
		require.True(t, yearBefore.Start.Before(p.Start), p)
	}
}

// writable reports whether t's year has four digits in its own zone and in UTC.
func writable(t time.Time) bool {
	return t.Year() >= 0 && t.Year() <= 9999 && t.UTC().Year() >= 0 && t.UTC().Year() <= 9999
}
