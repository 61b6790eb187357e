package smart

// English returns the lexicon that [Parse] uses. What it returns is the caller's
// own: add to it what your trade says.
func English() Lexicon {
	l := Lexicon{
		Verbs:      englishVerbs(),
		Changes:    englishChanges(),
		Roles:      englishRoles(),
		Marks:      englishMarks(),
		Numbers:    englishNumbers(),
		Magnitudes: map[string][]string{"1000": {"k"}, "1000000": {"m", "mn", "mm", "mio"}, "1000000000": {"b", "bn"}},
		Multiples:  englishMultiples(),
		Parts: map[string][]string{
			"50": {"half", "halves"}, "33.33": {"third"}, "66.67": {"two thirds", "two-thirds"},
			"25": {"quarter", "fourth"}, "75": {"three quarters", "three-quarters", "three fourths", "three-fourths"},
			"20": {"fifth"}, "40": {"two fifths", "two-fifths"}, "60": {"three fifths", "three-fifths"}, "80": {"four fifths", "four-fifths"},
			"10": {"tenth"}, "30": {"three tenths", "three-tenths"}, "70": {"seven tenths", "seven-tenths"}, "90": {"nine tenths", "nine-tenths"},
			"16.67": {"sixth"}, "12.5": {"eighth"}, "5": {"twentieth"},
		},
		Bounds: map[Comparator][]string{
			AtLeast: {
				">=", "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
				"minimum", "min", "or more", "or higher", "or above", "or better", "or greater", "and above", "at or above", "upwards of",
			},
			AtMost: {
				"<=", "at most", "no more than", "not more than", "up to", "a maximum of", "maximum of", "maximum", "max",
				"or less", "or fewer", "or lower", "or below", "at or below", "no higher than", "not exceeding", "not exceed", "don't exceed", "do not exceed", "won't exceed", "never exceed", "not surpass", "not to exceed", "no greater than", "no longer than",
			},
			MoreThan: {">", "more than", "over", "above", "greater than", "higher than", "in excess of", "exceeding", "better than", "past", "beyond"},
			LessThan: {"<", "less than", "fewer than", "under", "below", "lower than", "beneath", "shorter than"},
		},
		Units:      englishUnits(),
		Currencies: englishCurrencies(),
		Measures:   map[string][]string{"savings": {"save", "saves", "saving", "saved", "save up", "saving up", "put aside", "set aside", "put by", "puts by", "putting by", "laid by", "lay by", "put away", "stash", "stash away", "squirrel away", "stashing away"}, "weight": {"slim down", "slims down", "slimming down", "slimmed down"}},
		Weights:    []string{"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogrammes", "lb", "lbs", "pound", "pounds", "stone"},
		Events:     words("launch launches release event conference wedding race exam exams examination match tournament holiday holidays vacation trip graduation birthday interview presentation inspection audit election expo fair show festival meeting kickoff opening deployment go-live retirement marathon certification internship placement project programme program campaign migration merger surgery discharge visit appointment session rehearsal concert game competition deadline course checkup check-up checkups check-ups gala regatta derby prom ceremony reunion anniversary retreat summit symposium demo hackathon convention congress party recital premiere tasting fundraiser half-marathon triathlon 10k viva run fun_run ride swim walk hike defence defense due_date house_move move-in rollout workshop seminar training class standup stand-up one-on-one one-to-one webinar briefing talk ceremony_day go-live_date annual_review review board_meeting completion handover hand-over fete fayre sale hearing"),
		Terms:      words("semester semesters term terms trimester season seasons sprint iteration summer winter spring autumn fall ramadan lent break holidays_season festive_season holiday_season easter_break easter_holidays easter_term christmas_break christmas_holidays thanksgiving_break half_term half-term half_terms school_years academic_years school_terms school_term festive_period holiday_period exam_period summer_holidays summer_holiday summer_vacation winter_holidays spring_holidays autumn_holidays school_holidays summer_break spring_break winter_break school_year academic_year schoolyear marking_period grading_period reporting_period pay_period billing_cycle pay_cycle trading_year trading_period funding_period grant_period diwali hanukkah eid midterms finals"),
		Channels:   englishChannels(),
		People:     words("people pupils students staff employees customers clients members users patients children kids parents teachers managers volunteers trainees nurses doctors residents visitors learners graduates colleagues engineers developers agents reps salespeople apprentices interns participants drivers guests players athletes families citizens subscribers everyone everybody candidates workers leaders adults women men girls boys readers tenants donors teams suppliers vendors partners landlords sponsors callers applicants respondents attendees delegates buyers shoppers farmers journalists bloggers influencers followers fans listeners viewers alumni fellows mentors mentees coaches trustees directors executives supervisors freelancers contractors entrepreneurs founders investors backers pensioners carers caregivers therapists dentists officers prisoners refugees seniors mothers fathers households schools businesses companies shops restaurants hotels farms clinics retailers resellers agencies members_of_staff team_members staff_members juniors starters joiners hires recruits consultants advisers advisors technicians operators cleaners tutors lecturers professors faculty scholars councillors neighbours neighbors commuters passengers travellers travelers tourists cyclists runners swimmers musicians artists"),
		Firms:      words("company business firm organisation organization brand team department enterprise agency studio practice salon bakery cafe café restaurant clinic shop store startup start-up life lives myself ourselves self it them us me things thing stuff money cash everything something anything"),
		Neutral:    words("average mean median total overall monthly weekly daily quarterly yearly annual unique online digital current gross net organic paid new net_new our company's product qualified monthly_active own company brand page account business group social_media wholesale retail store shop web b2b b2c ecommerce e-commerce customer"),
		Prizes:     words("approval permission planning_permission clearance certification certificate degree licence license diploma qualification award promotion accreditation badge patent visa permit mba phd job apprenticeship scholarship medal belt"),
		Rates:      words("rate rates share percentage ratio margin conversion retention satisfaction occupancy uptime availability accuracy attendance completion compliance adherence utilisation utilization churn turnover adoption engagement coverage yield penetration efficiency"),
		Namers:     words("# no number top page version level grade phase step chapter tier season unit section band stage room act iso code soc pci wcag type cohort wave part episode lesson module round route zone series windows web priority severity sev class platform article scope"),
		Won:        words("deal deals sale sales account accounts customer customers client clients contract contracts order orders opportunity opportunities lead leads business revenue round rounds"),
		Shares:     inflected("make:made:made_up account_for represent constitute comprise"),
		Assets:     words("loyalty recognition awareness trust credibility reputation presence engagement confidence"),
		LowGood:    words("cost costs overdraft overdrafts loan loans mortgage arrears churn churns complaints complaint errors error bugs bug defects defect time times turnaround latency absenteeism absences absence turnover expenses expense spend spending waste debt debts weight bounce abandonment attrition downtime delays delay accidents accident injuries incidents incident unsubscribes refunds refund returns backlog tickets wait waiting readmissions readmission infections infection falls stress mortality dropout dropouts emissions risk vacancies cpa cpc cpl cpm cac cholesterol pressure"),
	}
	l.Months, l.Weekdays = englishMonths, englishWeekdays
	l.Grains, l.Ordinals, l.Days = englishGrains(), englishOrdinals, englishDays()
	l.Ends, l.Yearly = englishEnds(), englishYearly()
	return l
}
