package smart

// measurableRules are the rules about from which value to which.
var measurableRules = []Rule{
	{
		Code: "measurable.no-quantity", Criterion: Measurable, Severity: Error,
		Doc: "No number says how much, and there is no deliverable; a goal has no target and is not made up of others; a hint if it is measured and its links weigh nothing.",
		Bad: "Increase newsletter subscribers by June 30", Good: "Increase newsletter subscribers by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		text: textNoQuantity, goal: goalNoQuantity,
	},
	{
		Code: "measurable.no-baseline", Criterion: Measurable, Severity: Warning,
		Doc: "A change is wanted, and from where is neither said nor, in a plan, measured.",
		Bad: "Increase newsletter subscribers by 8% by June 30", Good: "Increase newsletter subscribers by 8% from 5,000 to 5,400 by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers change=8%`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers change=8%
read subscribers week 4900 4950 5000`,
		text: textNoBaseline, goal: goalNoBaseline,
	},
	{
		Code: "measurable.no-change", Criterion: Measurable, Severity: Error,
		Doc: "The target is the value that the metric starts from, as it is said or was measured.",
		Bad: "Increase newsletter subscribers by 0% by June 30", Good: "Increase newsletter subscribers by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=>5000
read subscribers week 4900 4950 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=>5500
read subscribers week 4900 4950 5000`,
		text: textNoChange, goal: noChange,
	},
	{
		Code: "measurable.direction-conflict", Criterion: Measurable, Severity: Error,
		Doc: "The verb says up and the numbers go down, or the other way round.",
		Bad: "Increase newsletter subscribers from 5,000 to 4,000 by June 30", Good: "Increase newsletter subscribers from 4,000 to 5,000 by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>4000 title="Increase subscribers"`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=4000>5000 title="Increase subscribers"`,
		text: textDirectionConflict, goal: goalDirectionConflict,
	},
	{
		Code: "measurable.polarity", Criterion: Measurable, Severity: Warning,
		Doc: "The target moves a metric to its bad side, or holds it there.",
		Bad: "Increase bounce rate by 8% by June 30", Good: "Reduce bounce rate by 8% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=bounce_rate reach=0.4>0.5`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=bounce_rate reach=0.5>0.4`,
		text: textPolarity, goal: goalPolarity,
	},
	{
		Code: "measurable.unit", Criterion: Measurable, Severity: Error,
		Doc: "The number is not in the unit of the metric: money of what is no money, or a rate in percent instead of as a fraction. Multiples such as ROAS are left alone.",
		Bad: "Gain $500 followers on Instagram by June 30", Good: "Gain 500 followers on Instagram by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=rate reach=0.02>2.5
metric rate ratio sum`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=rate reach=0.02>0.025
metric rate ratio sum`,
		text: textUnit, goal: goalUnit,
	},
	{
		Code: "measurable.percent-ambiguous", Criterion: Measurable, Severity: Hint,
		Doc: "A change in percent of what is itself a percentage: of the rate or in points is open. Not said of a plan's multiples, such as ROAS.",
		Bad: "Increase the email open rate by 10% by June 30", Good: "Increase the email open rate from 20% to 22% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=conversion_rate from=0.02 change=10%`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=conversion_rate reach=0.02>0.022`,
		text: textPercentAmbiguous, goal: goalPercentAmbiguous,
	},
	{
		Code: "measurable.comparative", Criterion: Measurable, Severity: Warning,
		Doc: "It is compared (than last year, than competitors) and not counted.",
		Bad: "Win more orders than last year by June 30", Good: "Win 900 orders by June 30",
		text: comparatives,
	},
	{
		Code: "measurable.arithmetic", Criterion: Measurable, Severity: Error,
		Doc: "The percentage and the levels beside it differ by more than a point.",
		Bad: "Increase newsletter subscribers by 20% from 5,000 to 5,400 by June 30", Good: "Increase newsletter subscribers by 8% from 5,000 to 5,400 by June 30",
		text: arithmetic,
	},
	{
		Code: "measurable.out-of-domain", Criterion: Measurable, Severity: Error,
		Doc: "The target is a value that the metric cannot take; a warning for values that the marketing catalogue only holds for unlikely.",
		Bad: "Reduce the unsubscribe rate by 150% by June 30", Good: "Reduce the unsubscribe rate by 15% by June 30",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=nps reach=40>140`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=nps reach=40>50`,
		text: textOutOfDomain, goal: outOfDomain,
	},
	{
		Code: "measurable.stale-data", Criterion: Measurable, Severity: Warning,
		Doc: "The newest reading is older than two cadences of the goal, or a measured baseline older than 90 days at its start.",
		BadPlan: base + `
a micro 2026-Q1 owner=bob supports=m metric=subscribers reach=5000>5500 cadence=week
read subscribers@2026-02-15 week 4900 4950 5000
at 2026-03-15`,
		GoodPlan: base + `
a micro 2026-Q1 owner=bob supports=m metric=subscribers reach=5000>5500 cadence=week
read subscribers@2026-03-15 week 4900 4950 5000
at 2026-03-15`,
		goal: staleData,
	},
	{
		Code: "measurable.cadence", Criterion: Measurable, Severity: Warning,
		Doc: "The goal is looked at so rarely that fewer than three looks are due in its period.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 cadence=quarter`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 cadence=month`,
		goal: rareCadence,
	},
	{
		Code: "measurable.no-cadence", Criterion: Measurable, Severity: Hint,
		Doc: "A goal with a target, milestones excepted, does not say how often it is looked at.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900 cadence=week`,
		goal: noCadence,
	},
}
