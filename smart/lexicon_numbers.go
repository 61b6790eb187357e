package smart

func englishNumbers() map[string][]string {
	return map[string][]string{
		"0": {"zero"}, "1": {"one"}, "2": {"two", "a couple of", "couple of", "a pair of", "a couple"}, "3": {"three"}, "4": {"four"}, "5": {"five"},
		"6": {"six"}, "7": {"seven"}, "8": {"eight"}, "9": {"nine"}, "10": {"ten"}, "11": {"eleven"},
		"12": {"twelve", "dozen", "a dozen", "one dozen"}, "13": {"thirteen"}, "14": {"fourteen"}, "15": {"fifteen"},
		"16": {"sixteen"}, "17": {"seventeen"}, "18": {"eighteen"}, "19": {"nineteen"}, "20": {"twenty", "a score of"}, "24": {"two dozen"},
		"36": {"three dozen"}, "30": {"thirty"}, "40": {"forty"}, "50": {"fifty"}, "60": {"sixty"}, "70": {"seventy"}, "80": {"eighty"}, "90": {"ninety"},
		"100": {"hundred", "a hundred"}, "1000": {"thousand", "a thousand", "grand"}, "1000000": {"million", "a million", "mil"},
		"500000": {"half a million"}, "1000000000": {"billion", "a billion"},
	}
}

func englishUnits() map[string][]string {
	return map[string][]string{
		"kilograms":        words("kg kgs kilo kilos kilogram kilograms kilogrammes"),
		"pounds":           words("lb lbs pound pounds"),
		"grams":            words("g gram grams"),
		"stone":            words("stone"),
		"tonnes":           words("tonne tonnes t"),
		"tons":             words("ton tons"),
		"kilometers":       words("km kms kilometer kilometers kilometre kilometres"),
		"miles":            words("mi mile miles"),
		"meters":           words("metre metres meter meters m"),
		"centimeters":      words("cm centimeter centimeters centimetre centimetres"),
		"inches":           words("inch inches"),
		"feet":             words("foot feet ft"),
		"yards":            words("yard yards yd"),
		"acres":            words("acre acres"),
		"hectares":         words("hectare hectares ha"),
		"square meters":    words("sqm m² square_metres square_meters square_metre square_meter"),
		"square feet":      words("sqft sq_ft square_feet square_foot"),
		"degrees":          words("degree degrees °c °f"),
		"ounces":           words("ounce ounces oz"),
		"milligrams":       words("mg milligram milligrams"),
		"millimeters":      words("mm millimetre millimetres millimeter millimeters"),
		"liters":           words("l liter liters litre litres"),
		"milliseconds":     words("ms millisecond milliseconds"),
		"seconds":          words("s sec secs second seconds"),
		"minutes":          words("min mins minute minutes"),
		"hours":            words("h hr hrs hour hours"),
		"days":             words("day days d"),
		"weeks":            words("week weeks wk wks"),
		"months":           words("month months mo mos"),
		"years":            words("year years yr yrs"),
		"calories":         words("calorie calories kcal"),
		"words per minute": words("words_per_minute wpm"),
		"points":           words("points point pts"),
		"kilowatt-hours":   words("kwh"),
		"megabytes":        words("mb"),
		"gigabytes":        words("gb"),
	}
}

func englishCurrencies() map[string][]string {
	return map[string][]string{
		"USD": words("$ us$ usd dollar dollars bucks"),
		"EUR": words("€ eur euro euros"),
		"GBP": words("£ gbp quid sterling"),
		"JPY": words("¥ jpy yen"),
		"CHF": words("chf francs"),
		"INR": words("₹ inr rupee rupees rs"),
		"CAD": words("c$ cad"),
		"AUD": words("a$ aud"),
		"SEK": words("sek kronor"), "NOK": words("nok kroner"), "DKK": words("dkk"),
		"PLN": words("pln zł"), "BRL": words("r$ brl"), "CNY": words("cny rmb yuan"), "ZAR": words("zar rand"),
		"NZD": words("nzd nz$"), "MXN": words("mxn pesos"), "KRW": words("₩ krw"), "NGN": words("₦ ngn naira"),
	}
}
