package smart

// achievableRules are the rules about whether the target can be reached. All but
// the last two judge by the [Forecast] of a goal.
var achievableRules = []Rule{
	{
		Code: noHistoryCode, Criterion: Achievable, Severity: Hint,
		Doc: "There are fewer than four readings at equal steps, or they do not vary: achievability is not judged.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5500 cadence=week
read subscribers week 4900 4950 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5500 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: noHistory,
	},
	{
		Code: "achievable.already-met", Criterion: Achievable, Severity: Error,
		Doc: "The value is at the target before the goal begins; a hint if it got there since.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=4000>4800 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5500 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: alreadyMet,
	},
	{
		Code: "achievable.unrealistic", Criterion: Achievable, Severity: Warning,
		Doc: "The chance of reaching the target, or that a limit which holds today holds at the end, is below 5%; an error for a committed goal that needs twice what there ever was.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>9000 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5600 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: unrealistic,
	},
	{
		Code: "achievable.stretch", Criterion: Achievable, Severity: Hint,
		Doc: "The chance of reaching the target of a committed goal, or that its limit which holds today holds at the end, is 5% or more, but below 25%.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5800 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5800 cadence=week ambition=aspirational
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: stretchGoal,
	},
	{
		Code: "achievable.sandbagged", Criterion: Achievable, Severity: Hint,
		Doc: "The trend alone reaches the target: with a chance above 90%, of an aspirational goal above 70%. Not said in the second half of the period, when a good chance is earned.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5100 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=subscribers reach=5000>5600 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: sandbagged,
	},
	{
		Code: "achievable.beyond-best", Criterion: Achievable, Severity: Warning,
		Doc: "The change that is needed is larger than the best of any past stretch of the same length.",
		BadPlan: base + `
a micro 2026-04 owner=bob supports=m metric=subscribers reach=5000>5600 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		GoodPlan: base + `
a micro 2026-04 owner=bob supports=m metric=subscribers reach=5000>5190 cadence=week
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`,
		goal: beyondBest,
	},
	{
		Code: "achievable.benchmark", Criterion: Achievable, Severity: Warning,
		Doc: "The target is better than the upper end of a benchmark of the same definition; a hint if it is worse than its lower end. The host hands the benchmarks in; single figures and open ranges judge nothing.",
		BadPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=conversion_rate reach=0.02>0.2
benchmark conversion_rate 0.01 0.05`,
		GoodPlan: base + `
a micro 2026-Q2 owner=bob supports=m metric=conversion_rate reach=0.02>0.03
benchmark conversion_rate 0.01 0.05`,
		goal: benchmark,
	},
	{
		Code: "achievable.children-gap", Criterion: Achievable, Severity: Warning,
		Doc: "The goals directly below come to less than the target: those of the same metric taken together, or, by the formula of a quotient, those of its parts. A hint as long as some of the time has no goal yet.",
		BadPlan: base + `
n macro 2026 owner=ann metric=leads reach=>1000
a micro 2026-Q1 owner=bob supports=n metric=leads reach=>100
b micro 2026-Q2 owner=bob supports=n metric=leads reach=>300
c micro 2026-H2 owner=bob supports=n metric=leads reach=>400`,
		GoodPlan: base + `
n macro 2026 owner=ann metric=leads reach=>1000
a micro 2026-Q1 owner=bob supports=n metric=leads reach=>100
b micro 2026-Q2 owner=bob supports=n metric=leads reach=>300
c micro 2026-H2 owner=bob supports=n metric=leads reach=>600`,
		goal: childrenGap,
	},
}

// noHistoryCode is the code of the rule that says that achievability is not judged.
const noHistoryCode = "achievable.no-history"
