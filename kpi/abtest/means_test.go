package abtest_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// sample returns the sample with these sums.
func sample(n int64, sum, squares float64) abtest.Sample {
	mean := sum / float64(n)
	return abtest.Sample{N: n, Mean: mean, SD: math.Sqrt((squares - sum*mean) / float64(n-1))}
}

func TestCompareMeansPublished(t *testing.T) {
	// The tests of GrowthBook's gbstats (MIT), to five places.
	a, b := sample(3407, 1396.87, 52377.9767), sample(3461, 2422.7, 134698.29)
	m, err := abtest.CompareMeans(a, b, 0.05)
	require.NoError(t, err)
	printed(t, "0.29", m.Difference)
	printed(t, "0.12478", m.SE)
	printed(t, "0.04538", m.Interval.Low)
	printed(t, "0.53462", m.Interval.High)
	printed(t, "0.02016", m.P.TwoSided)

	require.True(t, m.Lift.Known)
	printed(t, "0.70732", m.Lift.Value)
	printed(t, "0.37879", m.Lift.SE)
	printed(t, "-0.03526", m.Lift.Interval.Low)
	printed(t, "1.44989", m.Lift.Interval.High)
	printed(t, "0.06191", 2*stat.StudentTail(m.Lift.Value/m.Lift.SE, m.DF))
}

// TestCompareMeansSleep uses Student's sleep data, on R's help page of t.test:
// t = -1.8608, df = 17.776, p-value = 0.07939, 95 percent confidence interval
// -3.3654832 0.2054832, means 0.75 and 2.33.
func TestCompareMeansSleep(t *testing.T) {
	one := []float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}
	two := []float64{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}
	sums := func(xs []float64) abtest.Sample {
		sum, squares := 0.0, 0.0
		for _, x := range xs {
			sum, squares = sum+x, squares+x*x
		}
		return sample(int64(len(xs)), sum, squares)
	}
	m, err := abtest.CompareMeans(sums(two), sums(one), 0.05)
	require.NoError(t, err)
	printed(t, "-1.8608", m.T)
	printed(t, "17.776", m.DF)
	printed(t, "0.07939", m.P.TwoSided)
	printed(t, "-3.3654832", m.Interval.Low)
	printed(t, "0.2054832", m.Interval.High)
	near(t, m.P.TwoSided/2, m.P.Less)
	near(t, 1-m.P.TwoSided/2, m.P.Greater)
}

func TestCompareMeansProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	some := func() abtest.Sample {
		wide := math.Pow(10, 200*random.Float64()-100)
		return abtest.Sample{N: 2 + int64(math.Pow(10, 15*random.Float64())), Mean: random.NormFloat64() * wide, SD: random.ExpFloat64() * wide}
	}
	for range 2000 {
		a, b := some(), some()
		m, err := abtest.CompareMeans(a, b, 0.01)
		require.NoError(t, err)
		assert.True(t, m.Interval.Contains(m.Difference))
		assert.True(t, !m.Lift.Known || m.Lift.Interval.Contains(m.Lift.Value))
		assert.Equal(t, m.P.TwoSided < 0.01, !m.Interval.Contains(0), "%+v", m)
		most := float64(a.N-1) + float64(b.N-1)
		assert.True(t, float64(min(a.N, b.N)-1) <= m.DF*1.000001 && m.DF <= most*1.000001, "%v %v: df %g", a, b, m.DF)

		swapped, err := abtest.CompareMeans(b, a, 0.01)
		require.NoError(t, err)
		near(t, -m.T, swapped.T)
		near(t, m.DF, swapped.DF)
		near(t, -m.Interval.Low, swapped.Interval.High)
		near(t, m.P.Greater, swapped.P.Less)
	}
}

func TestCompareMeansEqual(t *testing.T) {
	constant := abtest.Sample{N: 3, Mean: 2}
	m, err := abtest.CompareMeans(constant, abtest.Sample{N: 4, Mean: 3}, 0.05)
	require.NoError(t, err)
	assert.Equal(t, abtest.PValues{TwoSided: 1, Greater: 1, Less: 1}, m.P)
	assert.Zero(t, m.T)
	assert.Equal(t, 5.0, m.DF)
	assert.Equal(t, abtest.Interval{Low: 1, High: 1}, m.Interval)
	assert.Equal(t, abtest.Lift{Known: true, Value: 0.5, Interval: abtest.Interval{Low: 0.5, High: 0.5}}, m.Lift)

	for _, mean := range []float64{0, -2} {
		m, err := abtest.CompareMeans(abtest.Sample{N: 3, Mean: mean, SD: 1}, constant, 0.05)
		require.NoError(t, err)
		assert.Zero(t, m.Lift, "no lift over %g", mean)
	}
	m, err = abtest.CompareMeans(abtest.Sample{N: 3, Mean: 1e-300, SD: 1}, abtest.Sample{N: 3, Mean: 1e100, SD: 1}, 0.05)
	require.NoError(t, err)
	assert.Zero(t, m.Lift, "a lift out of range")
}

func TestCompareMeansRefuses(t *testing.T) {
	good := abtest.Sample{N: 10, Mean: 1, SD: 1}
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		sample abtest.Sample
		reason kpi.Reason
	}{
		{abtest.Sample{}, abtest.ErrEmpty},
		{abtest.Sample{N: 1, Mean: 4}, abtest.ErrEmpty},
		{abtest.Sample{N: -1, Mean: 4}, abtest.ErrCounts},
		{abtest.Sample{N: 10, Mean: nan}, abtest.ErrRange},
		{abtest.Sample{N: 10, Mean: -inf}, abtest.ErrRange},
		{abtest.Sample{N: 10, SD: nan}, abtest.ErrSpread},
		{abtest.Sample{N: 10, SD: inf}, abtest.ErrSpread},
		{abtest.Sample{N: 10, SD: -1}, abtest.ErrSpread},
		{abtest.Sample{N: 10, Mean: 1e308}, abtest.ErrRange}, // for it is more than that in standard errors
		{abtest.Sample{N: 2, SD: math.MaxFloat64}, abtest.ErrRange},
		{abtest.Sample{N: 2, Mean: -math.MaxFloat64, SD: math.MaxFloat64}, abtest.ErrRange},
	}
	for _, test := range tests {
		m, err := abtest.CompareMeans(test.sample, good, 0.05)
		assert.ErrorIs(t, err, test.reason, test.sample)
		assert.Zero(t, m)
		_, err = abtest.CompareMeans(good, test.sample, 0.05)
		assert.ErrorIs(t, err, test.reason, test.sample)
	}
	for _, alpha := range badAlphas {
		_, err := abtest.CompareMeans(good, good, alpha)
		assert.ErrorIs(t, err, abtest.ErrAlpha, alpha)
	}
	_, err := abtest.CompareMeans(abtest.Sample{N: 2, SD: 1}, abtest.Sample{N: 2}, 1e-300)
	assert.NoError(t, err, "an interval of 1e299 standard errors")
	_, err = abtest.CompareMeans(abtest.Sample{N: 2, SD: 1e20}, abtest.Sample{N: 2}, 1e-300)
	assert.ErrorIs(t, err, abtest.ErrRange)
}
