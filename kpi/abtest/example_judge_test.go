package abtest_test

import (
	"fmt"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// Two call-to-action buttons. The size was fixed before the start.
func ExamplePlan_Judge() {
	plan := abtest.Plan{N: 2400}
	book := abtest.Arm{Conversions: 120, N: 2400}   // "Book a call"
	advise := abtest.Arm{Conversions: 156, N: 2400} // "Get free advice"

	v := plan.Judge(book, advise).Verdicts[0]
	fmt.Println(v.Outcome, "-", v.Reason)
	fmt.Printf("%.1f%% instead of %.1f%%, p = %.3f\n", 100*v.Rates.Variant, 100*v.Rates.Control, v.P)
	fmt.Printf("the difference is about %.1f to %.1f points\n", 100*v.Rates.Interval.Low, 100*v.Rates.Interval.High)

	// A week before, it looked the same, and was no result.
	v = plan.Judge(abtest.Arm{Conversions: 60, N: 1200}, abtest.Arm{Conversions: 84, N: 1200}).Verdicts[0]
	fmt.Println(v.Outcome, "-", v.Reason)
	// Output:
	// better - the adjusted p-value against alpha, with the people planned
	// 6.5% instead of 5.0%, p = 0.026
	// the difference is about 0.2 to 2.8 points
	// too_early - fewer people than planned
}

// Fewer people should unsubscribe. Three subject lines are compared with the old
// one, so each has to show more than it would alone: the last does not.
func ExamplePlan_Judge_lowerIsBetter() {
	plan := abtest.Plan{Better: kpi.Lower, N: 5000}
	j := plan.Judge(
		abtest.Arm{Conversions: 100, N: 5000}, // unsubscribed after the old line
		abtest.Arm{Conversions: 54, N: 5000},
		abtest.Arm{Conversions: 105, N: 5000},
		abtest.Arm{Conversions: 74, N: 5000},
	)
	for _, v := range j.Verdicts {
		fmt.Printf("%s: p = %.4f, with three variants %.4f\n", v.Outcome, v.Rates.P.TwoSided, v.P)
	}
	// Output:
	// better: p = 0.0002, with three variants 0.0006
	// no_difference_shown: p = 0.7242, with three variants 0.7242
	// no_difference_shown: p = 0.0468, with three variants 0.0935
}

// Who wants to look every day says so beforehand.
func ExamplePlan_Judge_peek() {
	plan := abtest.Plan{N: 5000, Peek: true}
	monday := plan.Judge(abtest.Arm{Conversions: 50, N: 1000}, abtest.Arm{Conversions: 75, N: 1000}).Verdicts[0]
	friday := plan.Judge(abtest.Arm{Conversions: 150, N: 3000}, abtest.Arm{Conversions: 225, N: 3000}).Verdicts[0]
	for _, v := range []abtest.Verdict{monday, friday} {
		fmt.Printf("%s: %.3f to %.3f\n", v.Outcome, v.Sequence.Low, v.Sequence.High)
	}
	// Output:
	// too_early: -0.011 to 0.061
	// better: 0.006 to 0.044
}

// A redirect loses people on their way to the new page: nothing can be said of it.
func ExamplePlan_Judge_invalid() {
	j := abtest.Plan{N: 1000}.Judge(abtest.Arm{Conversions: 120, N: 2400}, abtest.Arm{Conversions: 156, N: 2100})
	fmt.Println(j.Verdicts[0].Outcome, "-", j.Verdicts[0].Reason)

	j = abtest.Plan{N: 1000}.Judge(abtest.Arm{Conversions: 120, N: 2400}, abtest.Arm{Conversions: 2500, N: 2400})
	fmt.Println(j.Verdicts[0].Outcome, "-", j.Fault)
	// Output:
	// invalid - the arms did not get their shares of people
	// invalid - variants[0]: "2500": more conversions than people
}
