package smart

// relevantRules are the rules about whether the goal serves what it should.
var relevantRules = []Rule{
	{
		Code: "relevant.no-parent", Criterion: Relevant, Severity: Warning,
		Doc: "A micro goal supports no other goal.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob metric=orders reach=>900`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=orders reach=>900`,
		goal: noParent,
	},
	{
		Code: "relevant.no-children", Criterion: Relevant, Severity: Warning,
		Doc: "No micro goal serves a macro goal, directly or through others: a blueprint without bricks.",
		BadPlan: base + `
n macro 2026 owner=ann metric=orders reach=>900`,
		GoodPlan: base + `
n macro 2026 owner=ann metric=orders reach=>900
a micro 2026-Q2 owner=bob supports=n metric=orders reach=>900`,
		goal: noChildren,
	},
	{
		Code: "relevant.kpi-unrelated", Criterion: Relevant, Severity: Hint,
		Doc: "Neither a formula nor a declared driver leads from the goal's metric to that of the goal it supports. Limits are left alone: a guard need not drive what it guards.",
		BadPlan: base + `
n macro 2026 owner=ann metric=avg_position reach=30>20
a micro 2026-Q2 owner=bob supports=n metric=csat reach=0.7>0.8`,
		GoodPlan: base + `
n macro 2026 owner=ann metric=email_opens reach=>40000
a micro 2026-Q2 owner=bob supports=n metric=open_rate reach=0.2>0.22`,
		goal: kpiUnrelated,
	},
	{
		Code: "relevant.opposes-parent", Criterion: Relevant, Severity: Error,
		Doc: "Where the goal takes its metric moves that of the goal it supports the wrong way.",
		BadPlan: base + `
n macro 2026 owner=ann metric=conversions reach=>40000
a micro 2026-Q2 owner=bob supports=n metric=conversion_rate reach=0.022>0.02`,
		GoodPlan: base + `
n macro 2026 owner=ann metric=conversions reach=>40000
a micro 2026-Q2 owner=bob supports=n metric=conversion_rate reach=0.02>0.022`,
		goal: opposesParent,
	},
	{
		Code: "relevant.many-children", Criterion: Relevant, Severity: Hint,
		Doc: "More than five goals that count serve a goal at one time.",
		BadPlan: base + `
b micro 2026-Q2 owner=bob supports=m metric=orders reach=>900
c micro 2026-Q2 owner=bob supports=m metric=leads reach=>900
d micro 2026-Q2 owner=bob supports=m metric=sessions reach=>90000
e micro 2026-06 owner=bob supports=m metric=revenue reach=>9000
f micro 2026-06 owner=bob supports=m metric=mql reach=>90`,
		GoodPlan: base + `
b micro 2026-Q2 owner=bob supports=m metric=orders reach=>900
c micro 2026-Q2 owner=bob supports=m metric=leads reach=>900
d micro 2026-Q2 owner=bob supports=m metric=sessions reach=>90000
e micro 2026-06 owner=bob supports=m metric=revenue reach=>9000
f micro 2026-07 owner=bob supports=m metric=mql reach=>90`,
		goal: manyChildren,
	},
	{
		Code: "relevant.weights-zero", Criterion: Relevant, Severity: Warning,
		Doc: "All goals that serve a goal have the weight 0, and it has no target of its own to take its progress from.",
		BadPlan: base + `
n macro 2026 owner=ann
a micro 2026-Q2 owner=bob supports=n:0 metric=orders reach=>900`,
		GoodPlan: base + `
n macro 2026 owner=ann
a micro 2026-Q2 owner=bob supports=n:2 metric=orders reach=>900
b micro 2026-Q2 owner=bob supports=n:0 metric=leads reach=>900`,
		goal: weightsZero,
	},
	{
		Code: "relevant.no-micro", Criterion: Relevant, Severity: Warning,
		Doc: "The plan has macro goals and no micro goal: a blueprint without bricks.",
		BadPlan: `at 2026-03-31
m macro 2026 owner=ann metric=orders reach=>900`,
		GoodPlan: base,
		plan:     noMicro,
	},
	{
		Code: "relevant.no-macro", Criterion: Relevant, Severity: Warning,
		Doc: "The plan has micro goals and no macro goal: bricks without a blueprint.",
		BadPlan: `at 2026-03-31
a micro 2026-Q2 owner=ann metric=orders reach=>900`,
		GoodPlan: base,
		plan:     noMacro,
	},
}
