package smart

import (
	"strconv"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A calendar finds the named stretches of time around the day that a statement is
// read on. All its times are midnights in UTC.
type calendar struct {
	on      time.Time
	kpi     kpi.Calendar
	options Options
}

func newCalendar(on time.Time, options Options) calendar {
	return calendar{
		on:      civil(on, options.Zone),
		kpi:     kpi.Calendar{YearStart: options.FiscalYear},
		options: options,
	}
}

// unit returns the grain that contains t.
func (c calendar) unit(g Grain, t time.Time) kpi.Period {
	switch g {
	case Day:
		return c.kpi.Day(t)
	case Week:
		return c.kpi.Week(t)
	case Month:
		return c.kpi.Month(t)
	case Quarter:
		return c.kpi.Quarter(t)
	case Half:
		return c.kpi.Half(t)
	case Year:
		return kpi.Calendar{}.Year(t)
	}
	return kpi.Period{}
}

// last returns the last day of a period.
func last(p kpi.Period) time.Time { return p.End.AddDate(0, 0, -1) }

// after returns the day that is n grains after t. It reports false where that is
// outside the years 0 to 9999, and for grains shorter than a day.
func after(t time.Time, g Grain, n int) (time.Time, bool) {
	const most = 10_000 * 366 // days; more than there are
	if n < 0 || n > most {
		return t, false
	}
	switch g {
	case Day:
		t = kpi.Daily.After(t, n)
	case Week:
		t = kpi.Weekly.After(t, n)
	case Fortnight:
		t = kpi.Fortnightly.After(t, n)
	case Month:
		t = kpi.Monthly.After(t, n)
	case Quarter:
		t = kpi.Quarterly.After(t, n)
	case Half:
		t = kpi.Quarterly.After(t, 2*n)
	case Year:
		t = kpi.Quarterly.After(t, 4*n)
	case Decade:
		t = kpi.Quarterly.After(t, 40*n)
	default:
		return t, false
	}
	return t, dated(t)
}

// day returns a date, or reports that there is none.
func day(year int, month, d int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	return t, 1 <= month && month <= 12 && t.Day() == d && t.Year() == year && dated(t)
}

// comingDay returns the next day with this month and day, today included.
func (c calendar) comingDay(month, d int) (time.Time, bool) {
	for year := c.on.Year(); year <= c.on.Year()+8; year++ { // February 29 may be eight years away
		if t, ok := day(year, month, d); ok && !t.Before(c.on) {
			return t, true
		}
	}
	return time.Time{}, false
}

// comingMonth returns the next month of that name that is not over.
func (c calendar) comingMonth(month int) kpi.Period {
	year := c.on.Year()
	if month < int(c.on.Month()) {
		year++
	}
	return c.month(year, month)
}

func (c calendar) month(year, month int) kpi.Period {
	return c.kpi.Month(time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC))
}

// part returns the n-th quarter or half, from 1, of a year; of the fiscal year
// that has its name if one is set. Year 0 stands for the next one that is not over.
func (c calendar) part(g Grain, n, year int) kpi.Period {
	if year != 0 {
		p := c.unit(g, c.fiscalStart(year))
		for range n - 1 {
			p = p.Next()
		}
		return p
	}
	for year = c.on.Year() - 1; year <= c.on.Year()+2; year++ {
		if year == 0 {
			continue
		}
		if p := c.part(g, n, year); !last(p).Before(c.on) {
			return p
		}
	}
	return kpi.Period{}
}

// fiscalStart returns the first day of the year named so: January 1, or the
// start of the fiscal year that ends in it.
func (c calendar) fiscalStart(year int) time.Time {
	if m := c.options.FiscalYear; m > time.January {
		return time.Date(year-1, m, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
}

// weekday returns the next day of that name after today, from 1 for Monday.
func (c calendar) weekday(n int) time.Time {
	t := c.on.AddDate(0, 0, 1)
	for int(t.Weekday()) != n%7 {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// dayOfYear reads "12-25".
func dayOfYear(key string) (month, d int, ok bool) {
	t, err := time.Parse("2006-01-02", "2000-"+key)
	return int(t.Month()), t.Day(), err == nil
}

// daysFromToday reads "+1".
func daysFromToday(key string) (int, bool) {
	if len(key) < 2 || key[0] != '+' {
		return 0, false
	}
	n, err := strconv.Atoi(key[1:])
	return n, err == nil && n <= 366
}
