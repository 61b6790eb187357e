package abtest_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi/abtest"
)

// TestVectors checks every vector of the published table data/abtest, whose first
// arm is the variant.
func TestVectors(t *testing.T) {
	var table struct {
		Cases []struct {
			ID, Fn string
			Input  struct {
				X, N, X1, N1, X2, N2 int64
				Confidence           float64
				P1, P2, Power, Alpha float64
				PerArm               int64 `json:"n_per_arm"`
				Sides                int
				Observed             []int64
				Weights              []float64
			}
			Expect map[string]float64
		}
	}
	readData(t, &table, "abtest", "vectors.json")
	require.NotEmpty(t, table.Cases)
	for _, c := range table.Cases {
		t.Run(c.ID, func(t *testing.T) {
			in := c.Input
			control, variant := abtest.Arm{Conversions: in.X2, N: in.N2}, abtest.Arm{Conversions: in.X1, N: in.N1}
			design := abtest.Design{Control: in.P1, Variant: in.P2, Power: in.Power, Alpha: in.Alpha, OneSided: in.Sides == 1}
			got := map[string]float64{}
			var err error
			switch c.Fn {
			case "two_proportion_z_test":
				var r abtest.Rates
				r, err = abtest.CompareRates(control, variant, 0.05)
				got["diff"], got["z"] = r.Difference, r.Z
				got["p_two_sided"], got["p_greater"], got["p_less"] = r.P.TwoSided, r.P.Greater, r.P.Less
			case "wilson_interval":
				var i abtest.Interval
				i, err = abtest.Wilson(abtest.Arm{Conversions: in.X, N: in.N}, 1-in.Confidence)
				got["low"], got["high"] = i.Low, i.High
			case "newcombe_interval":
				var r abtest.Rates
				r, err = abtest.CompareRates(control, variant, 1-in.Confidence)
				got["diff"], got["low"], got["high"] = r.Difference, r.Interval.Low, r.Interval.High
			case "power_two_proportions":
				got["power"], err = design.PowerAt(in.PerArm)
			case "sample_size_two_proportions":
				got["n_per_arm"], err = design.Size()
				require.NoError(t, err)
				var n int64
				n, err = design.N()
				got["n_per_arm_ceil"] = float64(n)
			case "sample_ratio_mismatch":
				var r abtest.RatioCheck
				r, err = abtest.CheckRatio(in.Observed, in.Weights)
				got["chi2"], got["df"], got["p"] = r.ChiSquare, float64(r.DF), r.P
			default:
				t.Fatalf("unknown function %s", c.Fn)
			}
			require.NoError(t, err)
			require.Len(t, got, len(c.Expect))
			for name, want := range c.Expect {
				near(t, want, got[name], name)
			}
		})
	}
}

// A counted is two arms of the published table data/ab, the first the variant.
type counted struct {
	X1, N1, X2, N2 int64
	Z              string
	ZSquared       string   `json:"z_squared"`
	P              string   `json:"p_two_sided"`
	Wald           []string `json:"diff_ci95"`
	Newcombe       []string `json:"newcombe_wilson"`
}

// A measured is one arm of the table.
type measured struct {
	N       int64
	Sum     float64 `json:",string"`
	Squares float64 `json:"sum_squares,string"`
}

// TestCases checks every case of the published table data/ab that is about a
// function of this package: the table also has other intervals, and the z test of
// one rate against a given one.
func TestCases(t *testing.T) {
	var table struct {
		Single []struct {
			X, N   int64
			Wilson []string
		} `json:"single_proportion"`
		Tests     []counted `json:"two_proportion_z"`
		Intervals []counted `json:"difference_ci"`
		Means     []struct {
			A, B         measured
			Difference   string
			Expected, SE string
			P            string
			CI           []string `json:"ci95"`
		} `json:"means_welch"`
	}
	readData(t, &table, "ab", "cases.json")
	require.NotEmpty(t, table.Single)
	for _, c := range table.Single {
		i, err := abtest.Wilson(abtest.Arm{Conversions: c.X, N: c.N}, 0.05)
		require.NoError(t, err)
		printedInterval(t, c.Wilson, i, c)
	}
	require.NotEmpty(t, table.Tests)
	require.NotEmpty(t, table.Intervals)
	for _, c := range append(table.Tests, table.Intervals...) {
		checkCounted(t, c)
	}
	require.NotEmpty(t, table.Means)
	for _, c := range table.Means {
		m, err := abtest.CompareMeans(sample(c.A.N, c.A.Sum, c.A.Squares), sample(c.B.N, c.B.Sum, c.B.Squares), 0.05)
		require.NoError(t, err)
		value, se, p, interval := m.Difference, m.SE, m.P.TwoSided, m.Interval
		if c.Difference != "absolute" {
			value, se, interval = m.Lift.Value, m.Lift.SE, m.Lift.Interval
			p = 2 * stat.StudentTail(math.Abs(value/se), m.DF)
		}
		printed(t, c.Expected, value, c.Difference)
		printed(t, c.SE, se, c.Difference)
		printed(t, c.P, p, c.Difference)
		printedInterval(t, c.CI, interval, c.Difference)
	}
}

func checkCounted(t *testing.T, c counted) {
	t.Helper()
	r, err := abtest.CompareRates(abtest.Arm{Conversions: c.X2, N: c.N2}, abtest.Arm{Conversions: c.X1, N: c.N1}, 0.05)
	require.NoError(t, err)
	assert.True(t, c.P != "" || c.Newcombe != nil, "nothing to check in %v", c)
	if c.Z != "" {
		printed(t, c.Z, r.Z, c)
	}
	if c.ZSquared != "" {
		printed(t, c.ZSquared, r.Z*r.Z, c)
	}
	if c.P != "" {
		printed(t, c.P, r.P.TwoSided, c)
	}
	if c.Wald != nil {
		printedInterval(t, c.Wald, abtest.Interval{Low: r.Difference - z95*r.SE, High: r.Difference + z95*r.SE}, c)
	}
	if c.Newcombe != nil {
		printedInterval(t, c.Newcombe, r.Interval, c)
	}
}

func printedInterval(t *testing.T, want []string, got abtest.Interval, about any) {
	t.Helper()
	require.Len(t, want, 2)
	printed(t, want[0], got.Low, about)
	printed(t, want[1], got.High, about)
}
