package smart

var englishMonths = [12][]string{
	{"january", "jan"},
	{"february", "feb"},
	{"march", "mar"},
	{"april", "apr"},
	{"may"},
	{"june", "jun"},
	{"july", "jul"},
	{"august", "aug"},
	{"september", "sep", "sept"},
	{"october", "oct"},
	{"november", "nov"},
	{"december", "dec"},
}

var englishWeekdays = [7][]string{
	{"monday", "mondays", "mon"},
	{"tuesday", "tuesdays", "tue", "tues"},
	{"wednesday", "wednesdays", "wed"},
	{"thursday", "thursdays", "thu", "thur", "thurs"},
	{"friday", "fridays", "fri"},
	{"saturday", "saturdays", "sat"},
	{"sunday", "sundays", "sun"},
}

var englishOrdinals = [5][]string{
	{"first", "1st", "opening"},
	{"second", "2nd"},
	{"third", "3rd"},
	{"fourth", "4th", "final"},
	{"fifth", "5th"},
}

// englishGrains returns the units of the calendar; adverbs such as "weekly" too,
// since they say how often.
func englishGrains() map[Grain][]string {
	return map[Grain][]string{
		Second:    words("second seconds sec secs s"),
		Minute:    words("minute minutes min mins"),
		Hour:      words("hour hours hr hrs h hourly"),
		Day:       words("day days daily calendar_days calendar_day night nights morning mornings evening evenings afternoon weekday weekdays business_day business_days working_day working_days"),
		Week:      words("week weeks weekly wk wks workweek calendar_week calendar_weeks weekend weekends"),
		Fortnight: words("fortnight fortnights fortnightly biweekly bi-weekly"),
		Month:     words("month months monthly mo mos calendar_month calendar_months mth mths"),
		Quarter:   words("quarter quarters quarterly qtr calendar_quarter calendar_quarters trimesters"),
		Half:      words("half halves half-year half_year"),
		Year:      words("year years yearly annually annual yr yrs calendar_year calendar_years twelvemonth"),
		Decade:    words("decade decades"),
	}
}

// englishDays returns the days with a name, by date or by distance from today.
func englishDays() map[string][]string {
	return map[string][]string{
		"+0":    words("today tonight this_morning this_afternoon this_evening tonight's"),
		"+1":    words("tomorrow tomorrow_morning tomorrow_afternoon tomorrow_evening tomorrow_night"),
		"+2":    words("the_day_after_tomorrow"),
		"12-25": words("christmas christmas_day xmas"),
		"12-24": words("christmas_eve"),
		"12-26": words("boxing_day"),
		"12-31": words("new_year's_eve new_years_eve nye"),
		"01-01": words("new_year's_day new_years_day new_year the_new_year new_year's"),
		"02-14": words("valentine's_day valentine's valentines_day"),
		"03-17": words("st_patrick's_day"),
		"04-22": words("earth_day"),
		"05-01": words("may_day"),
		"07-04": words("independence_day the_fourth_of_july"),
		"10-31": words("halloween"),
		"11-11": words("veterans_day singles'_day remembrance_day"),
	}
}

// englishEnds returns the words for the end of a grain.
func englishEnds() map[Grain][]string {
	return map[Grain][]string{
		Day:     words("eod end_of_day day's_end close_of_business"),
		Week:    words("eow week-end_of week's_end week_end"),
		Month:   words("eom month-end month_end month's_end months_end"),
		Quarter: words("eoq quarter-end quarter_end quarter's_end quarters_end"),
		Half:    words("half-year-end"),
		Year:    words("eoy year-end year_end year's_end years_end yearend calendar_year-end"),
	}
}

func englishYearly() map[Grain][]string {
	return map[Grain][]string{
		Week:    words("week-over-week week_over_week wow week-on-week week_on_week"),
		Month:   words("month-over-month month_over_month mom month-on-month month_on_month"),
		Quarter: words("quarter-over-quarter quarter_over_quarter qoq quarter-on-quarter quarter_on_quarter"),
		Year:    words("year-over-year year_over_year yoy y/y year-on-year year_on_year"),
	}
}
