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
		"12-25": words("christmas christmas_day xmas christmas_time"),
		"12-24": words("christmas_eve"),
		"12-26": words("boxing_day"),
		"12-31": words("new_year's_eve new_years_eve nye"),
		"01-01": words("new_year's_day new_years_day new_year the_new_year new_year's"),
		"02-14": words("valentine's_day valentine's valentines_day"),
		"03-17": words("st_patrick's_day"),
		"04-22": words("earth_day"),
		"04-15": words("tax_day"),
		"06-05": words("world_environment_day"),
		"12-01": words("world_aids_day"),
		"09-08": words("international_literacy_day"),
		"05-01": words("may_day"),
		"07-04": words("independence_day the_fourth_of_july fourth_of_july the_4th_of_july"),
		"10-31": words("halloween"),
		"11-11": words("veterans_day singles_'_day remembrance_day armistice_day"),
		"01-25": words("burns_night"),
		"02-02": words("groundhog_day"),
		"03-08": words("women's_day international_women's_day"),
		"06-19": words("juneteenth"),
		"06-21": words("midsummer"),
		"07-14": words("bastille_day"),
		"11-05": words("guy_fawkes_night bonfire_night"),
		"01-06": words("epiphany"),
		"11-01": words("all_saints_'_day"),

		"easter easter-1 easter+1": words("easter easter_sunday"),
		"easter+1":                 words("easter_monday"),
		"easter-1":                 words("easter_saturday"),
		"easter-2":                 words("good_friday"),
		"easter-3":                 words("maundy_thursday"),
		"easter-7":                 words("palm_sunday"),
		"easter-46":                words("ash_wednesday"),
		"easter-47":                words("shrove_tuesday pancake_day mardi_gras"),
		"easter+39":                words("ascension_day"),
		"easter+49 easter+50":      words("pentecost whitsun"),
		"easter+50":                words("whit_monday"),

		"01-mon-3":           words("martin_luther_king_day martin_luther_king_jr_day mlk_day"),
		"02-mon-3":           words("presidents_'_day presidents_day president's_day washington's_birthday"),
		"05-mon-last":        words("memorial_day spring_bank_holiday late_may_bank_holiday"),
		"05-mon-1":           words("early_may_bank_holiday"),
		"08-mon-last":        words("august_bank_holiday summer_bank_holiday late_august_bank_holiday"),
		"09-mon-1 05-01":     words("labor_day labour_day"),
		"10-mon-2":           words("columbus_day indigenous_peoples_'_day canadian_thanksgiving"),
		"11-thu-4 10-mon-2":  words("thanksgiving thanksgiving_day"),
		"11-thu-4+1":         words("black_friday"),
		"11-thu-4+4":         words("cyber_monday"),
		"11-thu-4+5":         words("giving_tuesday givingtuesday"),
		"11-tue-1 11-tue-2":  words("election_day"),
		"05-sun-2 easter-21": words("mother's_day mothers_'_day mothers_day"),
		"06-sun-3 03-19":     words("father's_day fathers_'_day fathers_day"),
		"02-sun-2":           words("super_bowl_sunday"),
		"easter-21":          words("mothering_sunday"),
		"09-sun-1 09-sun-2":  words("grandparents_'_day"),
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
