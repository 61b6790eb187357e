package smart

// timeRules are the rules about until when.
var timeRules = []Rule{
	{
		Code: "time.no-deadline", Criterion: TimeBound, Severity: Error,
		Doc: "Nothing says until when. A phrase that needs a calendar to be dated does; the goals of a plan always have a period.",
		Bad: "Increase newsletter subscribers by 8%", Good: "Increase newsletter subscribers by 8% by June 30",
		text: noDeadline,
	},
	{
		Code: "time.vague-deadline", Criterion: TimeBound, Severity: Warning,
		Doc: "A word such as soon or eventually is no date.",
		Bad: "Increase newsletter subscribers by 8% soon", Good: "Increase newsletter subscribers by 8% by June 30",
		text: vagueDeadline,
	},
	{
		Code: "time.past", Criterion: TimeBound, Severity: Error,
		Doc: "The end lies in the past; a warning for statements.",
		Bad: "Increase newsletter subscribers by 8% by June 30, 2020", Good: "Increase newsletter subscribers by 8% by June 30, 2099",
		BadPlan: base + `
a micro 2025-Q4 owner=bob supports=m metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		text: textPast, goal: goalPast,
	},
	{
		Code: "time.window", Criterion: TimeBound, Severity: Warning,
		Doc: "A micro goal is longer than a quarter (92 days), a macro goal shorter than 12 months; a hint for goals shorter than a week or two cadences.",
		BadPlan: base + `
a micro 2026-H2 owner=bob supports=m metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q3 owner=bob supports=m metric=orders reach=>900`,
		goal: window,
	},
	{
		Code: "time.outside-parent", Criterion: TimeBound, Severity: Error,
		Doc: "The goal's period does not lie within that of a goal that it supports.",
		BadPlan: base + `
a micro 2027-Q1 owner=bob supports=m metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q4 owner=bob supports=m metric=orders reach=>900`,
		goal: outsideParent,
	},
	{
		Code: "time.ambiguous-deadline", Criterion: TimeBound, Severity: Hint,
		Doc: "The phrase can be read in several ways (by June, next month), or needs a calendar (semester, fiscal year).",
		Bad: "Increase newsletter subscribers by 8% by June", Good: "Increase newsletter subscribers by 8% by June 30",
		text: ambiguousDeadline,
	},
	{
		Code: "time.frequency-only", Criterion: TimeBound, Severity: Warning,
		Doc: "It says how often, and not until when.",
		Bad: "Publish 2 blog posts every week", Good: "Publish 2 blog posts every week until June 30",
		text: frequencyOnly,
	},
}
