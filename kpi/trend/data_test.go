package trend_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi/trend"
)

// readJSON reads a published table. Without the folder that GOALKIT_DATA names
// the test is skipped.
func readJSON(t *testing.T, into any, name ...string) {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA does not name the folder of the published tables")
	}
	text, err := os.ReadFile(filepath.Join(append([]string{folder}, name...)...))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, into))
}

type regressionCases struct {
	Linear []struct {
		Name, Model          string
		X, Y                 []string
		Certified, Reference map[string]string
	}
	Univariate []struct {
		Name      string
		Values    []string
		First     string
		Pair      []string
		Repeats   int
		Certified map[string]string
	}
}

// certified is how far, relatively, a result may be from a certified one, whose
// 15 digits themselves stand for half a unit.
const certified = 1e-12

func TestCertifiedLines(t *testing.T) {
	var cases regressionCases
	readJSON(t, &cases, "regression", "cases.json")
	require.Len(t, cases.Linear, 3)
	for _, c := range cases.Linear {
		t.Run(c.Name, func(t *testing.T) {
			points := make([]trend.XY, len(c.X))
			for i := range points {
				points[i] = trend.XY{X: number(t, c.X[i]), Y: number(t, c.Y[i])}
			}
			fit := trend.FitLine
			if c.Model == "y = b1*x" {
				fit = trend.FitOrigin
			}
			line, why := fit(points)
			require.Empty(t, why)
			want := c.Certified
			if want == nil {
				want = c.Reference
			}
			require.NotEmpty(t, want)
			sd := value(t, line.ResidualSD)
			got := map[string]float64{
				"b0": line.Intercept, "b1": line.Slope,
				"se_b0": value(t, line.InterceptError), "se_b1": value(t, line.SlopeError),
				"residual_sd": sd, "r_squared": value(t, line.R2),
				"residual_ss": sd * sd * float64(line.N-2), "f": math.Pow(line.Slope/value(t, line.SlopeError), 2),
			}
			for name, text := range want {
				assert.InEpsilon(t, number(t, text), got[name], certified, name)
			}
		})
	}
}

func TestCertifiedMeans(t *testing.T) {
	var cases regressionCases
	readJSON(t, &cases, "regression", "cases.json")
	require.Len(t, cases.Univariate, 2)
	for _, c := range cases.Univariate {
		t.Run(c.Name, func(t *testing.T) {
			texts := c.Values
			if texts == nil {
				texts = []string{c.First}
				for range c.Repeats {
					texts = append(texts, c.Pair...)
				}
			}
			var values []float64
			for _, text := range texts {
				values = append(values, number(t, text))
			}
			mean, sd := trend.MeanAndSD(values)
			assert.InEpsilon(t, number(t, c.Certified["mean"]), mean, certified)
			assert.InEpsilon(t, number(t, c.Certified["sd"]), sd, certified)
		})
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return x
}

// value returns a figure that must be known.
func value(t *testing.T, f trend.Figure) float64 {
	t.Helper()
	x, ok := f.Float64()
	require.True(t, ok, f.String())
	return x
}
