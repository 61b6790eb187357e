package smart

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// A feast is a day that comes every year: on a date, on a weekday of a month, or
// some days from Easter.
type feast struct {
	month, day int  // a date; day is 0 for the others
	weekday    int  // from 1 for Monday
	nth        int  // of the month, from 1; 0 is the last
	easter     bool // counted from Easter Sunday
	offset     int  // days
}

var weekdayKeys = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// feastOf reads a key of [Lexicon].Days: "12-25", "11-thu-4" for the fourth
// Thursday of November, "05-mon-last", "easter"; the last three with "+1" or "-2"
// days behind them.
func feastOf(key string) (feast, bool) {
	if month, d, ok := dayOfYear(key); ok {
		return feast{month: month, day: d}, true
	}
	base, offset := cutOffset(key)
	if base == "easter" {
		return feast{easter: true, offset: offset}, true
	}
	parts := strings.Split(base, "-")
	if len(parts) != 3 {
		return feast{}, false
	}
	month, err := strconv.Atoi(parts[0])
	weekday := 1 + slices.Index(weekdayKeys[:], parts[1])
	nth, err2 := strconv.Atoi(parts[2])
	if parts[2] == "last" {
		nth, err2 = 0, nil
	}
	f := feast{month: month, weekday: weekday, nth: nth, offset: offset}
	return f, err == nil && err2 == nil && weekday > 0 && 1 <= month && month <= 12 && 0 <= nth && nth <= 5
}

// cutOffset cuts "easter-2" into "easter" and -2. What is no offset stays.
func cutOffset(key string) (string, int) {
	i := strings.LastIndexAny(key, "+-")
	if i < 0 || key[i] == '-' && !strings.HasPrefix(key, "easter") {
		return key, 0
	}
	n, err := strconv.Atoi(key[i:])
	if err != nil || n < -366 || n > 366 {
		return key, 0
	}
	return key[:i], n
}

// in returns the day in a year, or reports that the year has none.
func (f feast) in(year int) (time.Time, bool) {
	var t time.Time
	ok := true
	switch {
	case f.easter:
		t = easter(year)
	case f.day > 0:
		return day(year, f.month, f.day)
	default:
		t, ok = nthWeekday(year, f.month, f.weekday, f.nth)
	}
	t = t.AddDate(0, 0, f.offset)
	return t, ok && dated(t)
}

// comingFeast returns the next such day, today included.
func (c calendar) comingFeast(f feast) (time.Time, bool) {
	for year := c.on.Year(); year <= c.on.Year()+8; year++ { // February 29 may be eight years away
		if t, ok := f.in(year); ok && !t.Before(c.on) {
			return t, true
		}
	}
	return time.Time{}, false
}

// nthWeekday returns the n-th Monday, or other weekday from 1 for Monday, of a
// month; the last one for n = 0.
func nthWeekday(year, month, weekday, n int) (time.Time, bool) {
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	t := first.AddDate(0, 0, (weekday-int(first.Weekday())+7)%7)
	if n == 0 {
		for t.AddDate(0, 0, 7).Month() == first.Month() {
			t = t.AddDate(0, 0, 7)
		}
		return t, true
	}
	t = t.AddDate(0, 0, 7*(n-1))
	return t, t.Month() == first.Month()
}

// easter returns Easter Sunday of the Gregorian calendar, by the algorithm of
// "Nature" of 20 April 1876, as given by J. Meeus, Astronomical Algorithms, ch. 8.
func easter(year int) time.Time {
	a := year % 19
	b, c := year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
