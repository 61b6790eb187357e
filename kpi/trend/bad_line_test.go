package trend_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

var inf = math.Inf(1)

func TestFitLineBad(t *testing.T) {
	tests := []struct {
		name   string
		points []trend.XY
		line   kpi.Absence
		origin kpi.Absence
	}{
		{"none", nil, trend.TooFewData, trend.TooFewData},
		{"one", []trend.XY{{1, 2}}, trend.TooFewData, ""},
		{"one at 0", []trend.XY{{0, 2}}, trend.TooFewData, trend.OneTime},
		{"one x", []trend.XY{{5, 1}, {5, 2}, {5, 3}}, trend.OneTime, ""},
		{"x of 0", []trend.XY{{0, 1}, {0, 2}}, trend.OneTime, trend.OneTime},
		{"x too near", []trend.XY{{0, 1}, {1e-200, 2}}, trend.OneTime, trend.OneTime},
		{"NaN x", []trend.XY{{1, 1}, {math.NaN(), 2}, {3, 3}}, trend.NotFinite, trend.NotFinite},
		{"NaN y", []trend.XY{{1, 1}, {2, math.NaN()}, {3, 3}}, trend.NotFinite, trend.NotFinite},
		{"infinite x", []trend.XY{{1, 1}, {inf, 2}, {3, 3}}, trend.NotFinite, trend.NotFinite},
		{"infinite y", []trend.XY{{1, 1}, {2, -inf}, {3, 3}}, trend.NotFinite, trend.NotFinite},
		{"all infinite", []trend.XY{{inf, inf}, {inf, inf}}, trend.NotFinite, trend.NotFinite},
		{"too large", []trend.XY{{1, 1e200}, {2, -1e200}}, trend.NotFinite, trend.NotFinite},
		{"overflow", []trend.XY{{1, math.MaxFloat64}, {2, -math.MaxFloat64}}, trend.NotFinite, trend.NotFinite},
		{"too steep", []trend.XY{{0, 0}, {1e-150, 1e153}}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for why, fit := range map[kpi.Absence]func([]trend.XY) (trend.Line, kpi.Absence){
				"line " + tt.line: trend.FitLine, "origin " + tt.origin: trend.FitOrigin,
			} {
				line, got := fit(tt.points)
				if got != "" {
					assert.Equal(t, trend.Line{}, line)
				}
				assert.Contains(t, []kpi.Absence{"line " + got, "origin " + got}, why)
				for _, f := range []trend.Figure{line.At(7), line.SlopeError, line.ResidualSD, line.InterceptError, line.R2} {
					x, _ := f.Float64()
					assert.False(t, math.IsNaN(x) || math.IsInf(x, 0))
				}
			}
		})
	}
}

func TestTwoPoints(t *testing.T) {
	line, why := trend.FitLine([]trend.XY{{1, 2}, {3, 8}})
	require.Empty(t, why)
	assert.Equal(t, []float64{3, -1, 14}, []float64{line.Slope, line.Intercept, value(t, line.At(5))})
	assert.Equal(t, 1.0, value(t, line.R2))
	assert.Equal(t, trend.TooFewData, line.ResidualSD.Absence(), "no degree of freedom is left")
	low, _ := line.Interval(5, 0.9)
	assert.Equal(t, trend.TooFewData, low.Absence())
	assert.Equal(t, trend.NotFinite, line.At(inf).Absence())
	assert.Equal(t, trend.NotFinite, line.At(math.NaN()).Absence())
}

// Here rounding makes the residuals larger than what they are residuals of.
func TestR2IsNeverNegative(t *testing.T) {
	line, why := trend.FitLine([]trend.XY{{0, 0.4}, {1, 0.8}, {2, 0.5}, {3, 0.5}})
	require.Empty(t, why)
	assert.GreaterOrEqual(t, value(t, line.R2), 0.0)
	assert.Less(t, value(t, line.R2), 1e-15)
}

func TestZeroValues(t *testing.T) {
	assert.Equal(t, "unknown", trend.Figure{}.String())
	assert.Equal(t, "unknown", trend.Date{}.String())
	assert.False(t, trend.Figure{}.Known())
	assert.False(t, trend.Date{}.Known())
	assert.Equal(t, 0.0, value(t, trend.Line{}.At(5)))
	low, high := trend.Trend{}.Interval(year.Start, 0.9)
	assert.Equal(t, trend.TooFewData, low.Absence())
	assert.Equal(t, trend.TooFewData, high.Absence())
	assert.Equal(t, trend.NotTowards, trend.Trend{}.Reaches(1).Absence())
}

func TestFitBad(t *testing.T) {
	far := time.Unix(1<<60, 0)
	_, why := trend.Fit([]trend.Point{{year.Start, 1}, {far, 2}})
	assert.Equal(t, trend.OutOfYears, why)
	_, why = trend.Fit([]trend.Point{{year.Start, 1}, {time.Unix(-1<<60, 0), 2}})
	assert.Equal(t, trend.OutOfYears, why)
	_, why = trend.Fit([]trend.Point{{year.Start, 1}, {year.Start, 2}})
	assert.Equal(t, trend.OneTime, why)
	_, why = trend.Fit([]trend.Point{{year.Start, 1}})
	assert.Equal(t, trend.TooFewData, why)
	_, why = trend.Fit([]trend.Point{{year.Start, 1}, {year.End, inf}})
	assert.Equal(t, trend.NotFinite, why)

	line, why := trend.Fit([]trend.Point{{year.Start, 1}, {year.End, 2}})
	require.Empty(t, why)
	assert.Equal(t, trend.OutOfYears, line.At(far).Absence())
	low, _ := line.Interval(far, 0.9)
	assert.Equal(t, trend.OutOfYears, low.Absence())
	assert.Equal(t, trend.OutOfYears, line.Reaches(1e6).Absence())
	assert.Equal(t, trend.OutOfYears, line.Reaches(-1e6).Absence())
	assert.Equal(t, trend.OutOfYears, line.Reaches(1e300).Absence())
	assert.Equal(t, trend.NotFinite, line.Reaches(inf).Absence())
	assert.Equal(t, trend.NotFinite, line.Reaches(math.NaN()).Absence())
}
