package abtest_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestDesignPublished(t *testing.T) {
	// R's power.prop.test, run; its help page notes 0.740 and 76.7 for the first two.
	power, err := abtest.Design{Control: 0.5, Variant: 0.75}.PowerAt(50)
	require.NoError(t, err)
	printed(t, "0.7401659013313878", power)
	size, err := abtest.Design{Control: 0.5, Variant: 0.75, Power: 0.9}.Size()
	require.NoError(t, err)
	printed(t, "76.7", size)
	size, err = abtest.Design{Control: 0.05, Variant: 0.06}.Size()
	require.NoError(t, err)
	printed(t, "8157.7314478492735", size)
	n, err := abtest.Design{Control: 0.05, Variant: 0.06}.N()
	require.NoError(t, err)
	assert.EqualValues(t, 8158, n)
}

// TestDesignAgrees checks that size, power and detectable rate are one formula.
func TestDesignAgrees(t *testing.T) {
	rates := []float64{0, 1e-12, 0.001, 0.02, 0.3, 0.5, 0.97, 1}
	for _, control := range rates {
		for _, variant := range rates {
			if control == variant {
				continue
			}
			for _, power := range []float64{0.2, 0.8, 0.999} {
				d := abtest.Design{Control: control, Variant: variant, Power: power, Alpha: 0.01}
				n, err := d.N()
				require.NoError(t, err, "%+v", d)
				enough, err := d.PowerAt(n)
				require.NoError(t, err)
				assert.GreaterOrEqual(t, enough, power*(1-1e-9), "%+v: %d", d, n)
				mirror, err := abtest.Design{Control: 1 - control, Variant: 1 - variant, Power: power, Alpha: 0.01}.N()
				require.NoError(t, err)
				assert.InEpsilon(t, float64(n), float64(mirror), 1e-3, "%+v", d)

				better := kpi.Higher
				if variant < control {
					better = kpi.Lower
				}
				found, err := d.Detectable(n, better)
				if power < 0.5 {
					require.ErrorIs(t, err, abtest.ErrRate)
					continue
				}
				require.NoError(t, err, "%+v: %d", d, n)
				assert.LessOrEqual(t, math.Abs(found-control), math.Abs(variant-control)*(1+1e-9), "%+v: %d", d, n)
				if n > 1000 {
					assert.InEpsilon(t, variant-control, found-control, 1e-3, "%+v: %d", d, n)
				}
			}
			two, err := abtest.Design{Control: control, Variant: variant}.Size()
			require.NoError(t, err)
			one, err := abtest.Design{Control: control, Variant: variant, Alpha: 0.025, OneSided: true}.Size()
			require.NoError(t, err)
			near(t, two, one)
		}
	}
}

func TestDesignEnds(t *testing.T) {
	all := abtest.Design{Control: 0, Variant: 1}
	for n, want := range map[int64]float64{1: 0, 2: 1, math.MaxInt64: 1} {
		power, err := all.PowerAt(n) // z(0.975) √(1/2) is 1.386, and √2 is more
		require.NoError(t, err)
		assert.Equal(t, want, power, n)
	}
	n, err := abtest.Design{Control: 0.1, Variant: 0.2, Power: 1e-9}.N()
	require.NoError(t, err)
	assert.EqualValues(t, 1, n, "less power than alpha: anybody will do")
}

func TestDesignRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		name   string
		design abtest.Design
		reason kpi.Reason
	}{
		{"zero", abtest.Design{}, abtest.ErrRate},
		{"equal", abtest.Design{Control: 0.2, Variant: 0.2}, abtest.ErrRate},
		{"percent", abtest.Design{Control: 5, Variant: 6}, abtest.ErrRate},
		{"negative", abtest.Design{Control: -0.1, Variant: 0.6}, abtest.ErrRate},
		{"NaN", abtest.Design{Control: nan, Variant: 0.6}, abtest.ErrRate},
		{"infinite", abtest.Design{Control: 0.1, Variant: inf}, abtest.ErrRate},
		{"alpha", abtest.Design{Control: 0.1, Variant: 0.2, Alpha: 1}, abtest.ErrAlpha},
		{"alpha NaN", abtest.Design{Control: 0.1, Variant: 0.2, Alpha: nan}, abtest.ErrAlpha},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.design.N()
			assert.ErrorIs(t, err, test.reason)
			_, err = test.design.Size()
			assert.ErrorIs(t, err, test.reason)
			_, err = test.design.PowerAt(10)
			assert.ErrorIs(t, err, test.reason)
		})
	}
	good := abtest.Design{Control: 0.1, Variant: 0.2}
	for _, power := range []float64{1, -0.1, 80, nan, inf} {
		good.Power = power
		_, err := good.N()
		assert.ErrorIs(t, err, abtest.ErrRate, power)
		_, err = good.Detectable(100, kpi.Higher)
		assert.ErrorIs(t, err, abtest.ErrRate, power)
	}
	good.Power = 0
	for _, n := range []int64{0, -1, math.MinInt64} {
		_, err := good.PowerAt(n)
		assert.ErrorIs(t, err, abtest.ErrSize)
		_, err = good.Detectable(n, kpi.Higher)
		assert.ErrorIs(t, err, abtest.ErrSize)
	}
	_, err := good.Detectable(1, kpi.Higher)
	assert.ErrorIs(t, err, abtest.ErrSize, "one person shows nothing")
	_, err = abtest.Design{Control: 1}.Detectable(100, kpi.Higher)
	assert.ErrorIs(t, err, abtest.ErrSize, "nothing is above 1")
	for _, better := range []kpi.Better{kpi.Neither, "up"} {
		_, err = good.Detectable(100, better)
		assert.ErrorIs(t, err, kpi.ErrEnum)
	}
	_, err = abtest.Design{Control: 0.5, Variant: 0.5 + 1e-15}.N()
	assert.ErrorIs(t, err, abtest.ErrRange)
	_, err = abtest.Design{Control: 5e-324, Variant: 1e-323}.Size()
	assert.ErrorIs(t, err, abtest.ErrRange)
}
