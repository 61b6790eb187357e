package smart

// specificRules are the rules about what is wanted, of whom and where.
var specificRules = []Rule{
	{
		Code: "specific.placeholder", Criterion: Specific, Severity: Error,
		Doc: "Something is still to be filled in: X%, TBD, [month].",
		Bad: "Increase newsletter subscribers by X% by June 30", Good: "Increase newsletter subscribers by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 title="Raise orders by XX% in TBD"`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 title="900 orders"`,
		text: placeholders, goal: onTitle(placeholders),
	},
	{
		Code: "specific.no-metric", Criterion: Specific, Severity: Error,
		Doc: "No KPI, nothing that is counted and no deliverable is named; a goal has neither a measure nor goals that serve it.",
		Bad: "Grow by 20% by June 30", Good: "Increase newsletter subscribers by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		text: textNoMetric, goal: goalNoMetric,
	},
	{
		Code: "specific.vague-verb", Criterion: Specific, Severity: Warning,
		Doc: "The verb does not say what changes (improve, support, work on), and there is no number that does.",
		Bad: "Improve our newsletter", Good: "Grow newsletter subscribers by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders title="Improve orders"`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 title="Improve orders"`,
		text: textVagueVerb, goal: goalVagueVerb,
	},
	{
		Code: "specific.vague-term", Criterion: Specific, Severity: Warning,
		Doc: "A word is open to reading (better, many, successful), and the statement is not pinned down by verb, metric and number.",
		Bad: "Get many more visitors by June 30", Good: "Get 500 more visitors by June 30",
		text: vagueTerms,
	},
	{
		Code: "specific.hedge", Criterion: Specific, Severity: Hint,
		Doc: "The goal is a wish (want to, would like to), or has a way out (try to, if possible: a warning).",
		Bad: "We would like to gain 50 followers on Instagram by June 30", Good: "Gain 50 followers on Instagram by June 30",
		text: hedges,
	},
	{
		Code: "specific.open-ended", Criterion: Specific, Severity: Warning,
		Doc: "A list has no end: etc., and so on.",
		Bad: "Publish 12 articles, guides, etc. by June 30", Good: "Publish 12 articles by June 30",
		text: openEnds,
	},
	{
		Code: "specific.multiple-goals", Criterion: Specific, Severity: Warning,
		Doc: "Two predicates, each with a number or metric of its own: two goals in one.",
		Bad: "Increase leads by 10% and reduce churn by 5% by June 30", Good: "Increase leads by 10% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 title="Increase orders by 10% and reduce returns by 5%"`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 title="Increase orders by 10%"`,
		text: multipleGoals, goal: onTitle(multipleGoals),
	},
	{
		Code: "specific.channel-missing", Criterion: Specific, Severity: Hint,
		Doc: "A KPI of audience or engagement is counted on some channel, and none is named. Macro goals may span all channels.",
		Bad: "Gain 50 followers by June 30", Good: "Gain 50 followers on Instagram by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=followers reach=5000>5500`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=followers channel=instagram reach=5000>5500`,
		text: textChannelMissing, goal: goalChannelMissing,
	},
	{
		Code: "specific.owner-missing", Criterion: Specific, Severity: Warning,
		Doc: "Nobody is assigned to a goal.",
		BadPlan: base + `
a micro 2026-Q2 supports=m metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		goal: ownerMissing,
	},
	{
		Code: "specific.activity-not-outcome", Criterion: Specific, Severity: Hint,
		Doc: "What is counted is work (publish, post, run), not its effect; of a plan's goals, macro goals and those that others serve.",
		Bad: "Publish 12 blog posts by June 30", Good: "Increase blog visits by 12% by June 30",
		BadPlan: base + `
n macro 2026 owner=ann metric=orders reach=>900 title="Publish 12 blog posts"
a micro 2026-Q2 owner=bob supports=n metric=orders reach=>900`,
		GoodPlan: base + `
n macro 2026 owner=ann metric=orders reach=>900 title="Reach 900 orders"
a micro 2026-Q2 owner=bob supports=n metric=orders reach=>900`,
		text: textActivity, goal: goalActivity,
	},
	{
		Code: "specific.absolute", Criterion: Specific, Severity: Warning,
		Doc: "All, every, never and the like can rarely be shown; not said of metrics that are about completeness.",
		Bad: "Answer all comments by June 30", Good: "Answer 90% of comments by June 30",
		text: absolutes,
	},
	{
		Code: "specific.superlative", Criterion: Specific, Severity: Warning,
		Doc: "A rank (best, leading, #1) is claimed without a metric that ranks.",
		Bad: "Become the leading shop by June 30", Good: "Increase orders by 8% by June 30",
		text: superlatives,
	},
	{
		Code: "specific.duplicate", Criterion: Specific, Severity: Warning,
		Doc: "A goal that supports the same goal measures the same metric on the same channel, with the same tags, window and kind of target, at the same time.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900
b micro 2026-06 owner=bob supports=m metric=orders reach=>400`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900
b micro 2026-Q3 owner=bob supports=m metric=orders reach=>400`,
		goal: duplicate,
	},
	{
		Code: "specific.no-verb", Criterion: Specific, Severity: Hint,
		Doc: "Neither a verb nor a noun of change says what is to happen.",
		Bad: "Instagram by June 30", Good: "Gain 50 followers on Instagram by June 30",
		text: noVerb,
	},
	{
		Code: "specific.too-long", Criterion: Specific, Severity: Hint,
		Doc: "The statement has more than 40 words, or more than one sentence.",
		Bad: "Increase orders by 8% by June 30. We shall do so with the help of partners.", Good: "Increase orders by 8% by June 30",
		text: tooLong,
	},
}

// base is a plan without faults, to which the examples add a goal: a macro goal
// that a micro goal serves.
const base = `at 2026-03-31
m  macro 2026    owner=ann
m1 micro 2026-Q2 owner=ann supports=m metric=new_customers reach=>300 cadence=week
read new_customers week 22 25 21 24 23 26 20 23`
