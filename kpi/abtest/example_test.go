package abtest_test

import (
	"fmt"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

func ExampleWilson() {
	// Nobody of 30 clicked. That does not mean that nobody ever does.
	i, err := abtest.Wilson(abtest.Arm{Conversions: 0, N: 30}, 0.05)
	fmt.Printf("%.3f to %.3f %v\n", i.Low, i.High, err)
	// Output: 0.000 to 0.114 <nil>
}

func ExampleCompareRates() {
	r, err := abtest.CompareRates(abtest.Arm{Conversions: 48, N: 80}, abtest.Arm{Conversions: 56, N: 70}, 0.05)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+.2f, between %+.4f and %+.4f\n", r.Difference, r.Interval.Low, r.Interval.High)
	fmt.Printf("z = %.3f, p = %.4f\n", r.Z, r.P.TwoSided)
	fmt.Printf("a lift of %.0f%%\n", 100*r.Lift.Value)
	// Output:
	// +0.20, between +0.0524 and +0.3339
	// z = 2.650, p = 0.0080
	// a lift of 33%
}

func ExampleCompareMeans() {
	// Revenue per visitor, in euros.
	before := abtest.Sample{N: 3407, Mean: 0.41, SD: 3.9}
	after := abtest.Sample{N: 3461, Mean: 0.70, SD: 6.2}
	m, err := abtest.CompareMeans(before, after, 0.05)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+.2f, between %+.2f and %+.2f, p = %.3f\n", m.Difference, m.Interval.Low, m.Interval.High, m.P.TwoSided)
	// Output: +0.29, between +0.05 and +0.53, p = 0.020
}

func ExampleDesign_N() {
	// 5% convert. How many people per button show 6%, if it is that?
	n, err := abtest.Design{Control: 0.05, Variant: 0.06}.N()
	fmt.Println(n, err)
	// Output: 8158 <nil>
}

func ExampleDesign_PowerAt() {
	power, err := abtest.Design{Control: 0.05, Variant: 0.06}.PowerAt(2400)
	fmt.Printf("%.2f %v\n", power, err)
	// Output: 0.33 <nil>
}

func ExampleDesign_Detectable() {
	// A list of 4,800 makes two halves. What can they show at all?
	rate, err := abtest.Design{Control: 0.05}.Detectable(2400, kpi.Higher)
	fmt.Printf("%.3f %v\n", rate, err)
	// Output: 0.069 <nil>
}

func ExampleCheckRatio() {
	r, err := abtest.CheckRatio([]int64{10200, 9800}, nil)
	fmt.Printf("p = %.4f, warns %t, blocks %t %v\n", r.P, r.Warns(), r.Blocks(), err)
	// Output: p = 0.0047, warns true, blocks false <nil>
}

func ExampleHolm() {
	adjusted, err := abtest.Holm([]float64{0.01, 0.04, 0.03, 0.005})
	fmt.Printf("%.2f %v\n", adjusted, err)
	// Output: [0.03 0.06 0.06 0.02] <nil>
}

func ExampleSequence_Interval() {
	// The lift of 1396/3000 to 2422/3461, looked at on the way.
	r, err := abtest.CompareRates(abtest.Arm{Conversions: 1396, N: 3000}, abtest.Arm{Conversions: 2422, N: 3461}, 0.05)
	if err != nil {
		fmt.Println(err)
		return
	}
	always, err := abtest.Sequence{}.Interval(r.Lift.Value, r.Lift.SE, 3000+3461)
	fmt.Printf("one look: %.3f to %.3f\n", r.Lift.Interval.Low, r.Lift.Interval.High)
	fmt.Printf("any look: %.3f to %.3f %v\n", always.Low, always.High, err)
	// Output:
	// one look: 0.437 to 0.570
	// any look: 0.401 to 0.607 <nil>
}
