package abtest_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestCompareRatesPublished(t *testing.T) {
	// R's prop.test(correct = FALSE) and statsmodels' proportions_ztest.
	r, err := abtest.CompareRates(abtest.Arm{Conversions: 12, N: 99}, abtest.Arm{Conversions: 5, N: 83}, 0.05)
	require.NoError(t, err)
	printed(t, "-0.06097115735669952", r.Difference)
	printed(t, "-1.4078304151258787", r.Z)
	printed(t, "0.15918129181156992", r.P.TwoSided)
	printed(t, "0.920409354094215", r.P.Greater)
	printed(t, "0.079590645905785", r.P.Less)

	// R. G. Newcombe, Statistics in Medicine 17:873-890, 1998, table II, method 10.
	r, err = abtest.CompareRates(abtest.Arm{Conversions: 48, N: 80}, abtest.Arm{Conversions: 56, N: 70}, 0.05)
	require.NoError(t, err)
	printed(t, "0.0524", r.Interval.Low)
	printed(t, "0.3339", r.Interval.High)
	near(t, 1./3, r.Lift.Value) // 0.8 over 0.6
	r, err = abtest.CompareRates(abtest.Arm{Conversions: 0, N: 29}, abtest.Arm{Conversions: 5, N: 56}, 0.05)
	require.NoError(t, err)
	printed(t, "-0.0381", r.Interval.Low)
	printed(t, "0.1926", r.Interval.High)
	assert.Zero(t, r.Lift, "there is no lift over nothing")

	// Cookie Cats, day-1 retention with the gate at level 30 and at level 40; R's
	// prop.test(correct = FALSE), whose interval is Wald's.
	r, err = abtest.CompareRates(abtest.Arm{Conversions: 20119, N: 45489}, abtest.Arm{Conversions: 20034, N: 44700}, 0.05)
	require.NoError(t, err)
	printed(t, "3.1829636575120697", r.Z*r.Z)
	printed(t, "0.0744096552969201", r.P.TwoSided)
	printed(t, "-0.0005820998747623", r.Difference-z95*r.SE)
	printed(t, "0.0123924394494452", r.Difference+z95*r.SE)
}

// TestCompareRatesHuge compares with the formulas in long numbers.
func TestCompareRatesHuge(t *testing.T) {
	for _, control := range hugeArms {
		for _, variant := range hugeArms {
			r, err := abtest.CompareRates(control, variant, 0.05)
			require.NoError(t, err)
			low1, p1, high1 := wilson(control)
			low2, p2, high2 := wilson(variant)
			diff := p2.sub(p1)
			near(t, diff.float(), r.Difference, control, variant)

			n := count(control.N).add(count(variant.N))
			p := count(control.Conversions).add(count(variant.Conversions)).quo(n)
			variance := p.mul(of(1).sub(p)).mul(of(1).quo(count(control.N)).add(of(1).quo(count(variant.N))))
			if variance.Sign() > 0 {
				near(t, diff.quo(variance.root()).float(), r.Z, control, variant)
			}
			below := square(p2.sub(low2)).add(square(high1.sub(p1))).root()
			above := square(high2.sub(p2)).add(square(p1.sub(low1))).root()
			near(t, max(diff.sub(below).float(), -1), r.Interval.Low, control, variant)
			near(t, min(diff.add(above).float(), 1), r.Interval.High, control, variant)
			if control.Conversions > 0 {
				near(t, diff.quo(p1).float(), r.Lift.Value, control, variant)
			}
		}
	}
}

func square(x long) long { return x.mul(x) }

func TestCompareRatesProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		a, b := randomArm(random), randomArm(random)
		r, err := abtest.CompareRates(a, b, 0.05)
		require.NoError(t, err)
		allFinite(t, r)
		assert.True(t, r.Interval.Contains(r.Difference), "%v %v: %v", a, b, r)
		assert.True(t, -1 <= r.Interval.Low && r.Interval.High <= 1)

		swapped, err := abtest.CompareRates(b, a, 0.05)
		require.NoError(t, err)
		near(t, -r.Difference, swapped.Difference)
		near(t, -r.Z, swapped.Z)
		near(t, r.SE, swapped.SE)
		near(t, r.P.TwoSided, swapped.P.TwoSided)
		near(t, r.P.Greater, swapped.P.Less)
		near(t, -r.Interval.Low, swapped.Interval.High)
	}
}

// allFinite checks that a figure of r is a finite number, and a probability one.
func allFinite(t *testing.T, r abtest.Rates) {
	t.Helper()
	for _, x := range []float64{
		r.Control, r.Variant, r.Difference, r.SE, r.Interval.Low, r.Interval.High, r.Z,
		r.Lift.Value, r.Lift.SE, r.Lift.Interval.Low, r.Lift.Interval.High,
	} {
		assert.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%+v", r)
	}
	for _, p := range []float64{r.P.TwoSided, r.P.Greater, r.P.Less} {
		assert.True(t, 0 <= p && p <= 1, "%+v", r)
	}
}

func TestCompareRatesWithoutVariance(t *testing.T) {
	for _, x := range []int64{0, 50} {
		r, err := abtest.CompareRates(abtest.Arm{Conversions: x, N: 50}, abtest.Arm{Conversions: x, N: 50}, 0.05)
		require.NoError(t, err)
		assert.Zero(t, r.Z)
		assert.Equal(t, abtest.PValues{TwoSided: 1, Greater: 1, Less: 1}, r.P)
		assert.True(t, r.Interval.Low < 0 && r.Interval.High > 0, "the interval does not vanish: %v", r.Interval)
	}
}

func TestCompareRatesRefuses(t *testing.T) {
	good := abtest.Arm{Conversions: 1, N: 2}
	for _, bad := range badArms {
		r, err := abtest.CompareRates(bad.arm, good, 0.05)
		assert.ErrorIs(t, err, bad.reason, bad.arm)
		assert.Zero(t, r)
		_, err = abtest.CompareRates(good, bad.arm, 0.05)
		assert.ErrorIs(t, err, bad.reason, bad.arm)
	}
	for _, alpha := range badAlphas {
		_, err := abtest.CompareRates(good, good, alpha)
		assert.ErrorIs(t, err, abtest.ErrAlpha, alpha)
	}
}
