package report_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func rats(numbers ...int64) []*big.Rat {
	out := make([]*big.Rat, len(numbers))
	for i, n := range numbers {
		out[i] = big.NewRat(n, 1)
	}
	return out
}

func TestMedian(t *testing.T) {
	assert.Nil(t, report.Median(nil))
	assert.Equal(t, "3/1", report.Median(rats(3)).String())
	assert.Equal(t, "5/2", report.Median(rats(4, 1, 3, 2)).String())
	assert.Equal(t, "2/1", report.Median(rats(9, 2, -5)).String())
}

// The example in R's help page of mad: mad(c(1:9)) is 2.9652.
func TestDeviationAsR(t *testing.T) {
	assert.Equal(t, "2.9652", report.Deviation(rats(1, 2, 3, 4, 5, 6, 7, 8, 9)...).FloatString(4))
	assert.Zero(t, report.Deviation(rats(7, 7, 7, 100)...).Sign(), "most are equal")
	assert.Nil(t, report.Deviation())
}

// F. J. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27
// (1973): the correlation of his first set is 0.816.
func TestCorrelationOfAnscombe(t *testing.T) {
	x := []float64{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5}
	y := []float64{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68}
	r, ok := report.Correlation(x, y)
	require.True(t, ok)
	assert.InDelta(t, 0.816, r, 0.0005)
}

// The square of the correlation is the R² that NIST certifies for its line.
func TestCorrelationOfNorris(t *testing.T) {
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA does not name the folder of the published tables")
	}
	var cases struct {
		Linear []struct {
			Name      string
			X, Y      []string
			Certified map[string]string
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "regression", "cases.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &cases))
	norris := cases.Linear[0]
	require.Equal(t, "Norris", norris.Name)
	floats := func(texts []string) (out []float64) {
		for _, s := range texts {
			x, err := strconv.ParseFloat(s, 64)
			require.NoError(t, err)
			out = append(out, x)
		}
		return out
	}
	r, ok := report.Correlation(floats(norris.X), floats(norris.Y))
	require.True(t, ok)
	want, err := strconv.ParseFloat(norris.Certified["r_squared"], 64)
	require.NoError(t, err)
	assert.InDelta(t, want, r*r, 1e-13)
}

func TestCorrelationIsUnknown(t *testing.T) {
	for name, xy := range map[string][2][]float64{
		"nothing": {nil, nil}, "one": {{1}, {2}}, "flat": {{1, 2, 3}, {4, 4, 4}}, "too large": {{1e300, -1e300}, {1e300, -1e300}},
	} {
		_, ok := report.Correlation(xy[0], xy[1])
		assert.False(t, ok, name)
	}
}

// A series that follows another two steps later correlates with it at lag 2, and
// does not without eight pairs.
func TestLagged(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	x, y := make([]float64, 12), make([]float64, 12)
	for i := range x {
		x[i] = random.Float64()
		y[i] = random.Float64()
		if i >= 2 {
			y[i] = 3*x[i-2] + 1
		}
	}
	r, ok := report.Lagged(x, y, 2)
	require.True(t, ok)
	assert.InDelta(t, 1, r, 1e-12)
	_, ok = report.Lagged(x, y, 4)
	assert.True(t, ok, "eight pairs")
	_, ok = report.Lagged(x, y, 5)
	assert.False(t, ok, "seven pairs")
	x[3] = math.NaN()
	_, ok = report.Lagged(x, y, 4)
	assert.False(t, ok, "seven pairs are known")
	_, ok = report.Lagged(x, y, 500)
	assert.False(t, ok)
}

// Worked by hand: shares 0.8, 0.1, 0.1 have squares of 0.66, less 1/3, by 2/3.
func TestConcentration(t *testing.T) {
	index, top, largest := report.Concentration([]string{"a", "b", "c"}, rats(1, 8, 1))
	assert.Equal(t, "0.490", index.FloatString(3))
	assert.Equal(t, "4/5", top.String())
	assert.Equal(t, "b", largest)
	index, _, largest = report.Concentration([]string{"d", "c", "b"}, rats(1, 1, 1))
	assert.Zero(t, index.Sign(), "equal parts are not concentrated")
	assert.Equal(t, "b", largest, "the first by name")
	index, top, _ = report.Concentration([]string{"a", "b"}, rats(0, 5))
	assert.Equal(t, "1/1", index.String())
	assert.Equal(t, "1/1", top.String())
	index, top, _ = report.Concentration([]string{"a", "b"}, rats(0, 0))
	assert.Zero(t, index.Sign())
	assert.Zero(t, top.Sign())
	index, top, largest = report.Concentration(nil, nil)
	assert.Zero(t, index.Sign())
	assert.Zero(t, top.Sign())
	assert.Empty(t, largest)
}

// What channels did to a rate adds up to its change, whatever they are.
func TestPullsAddUp(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		segments := make([]kpi.Segment, 1+random.IntN(5))
		var n, d [2]big.Rat
		side := func(k int) kpi.Rate {
			all := random.Int64N(1000)
			part := random.Int64N(all + 1)
			n[k].Add(&n[k], big.NewRat(part, 1))
			d[k].Add(&d[k], big.NewRat(all, 1))
			return kpi.Rate{Numerator: kpi.ValueOf(kpi.Int(part)), Denominator: kpi.ValueOf(kpi.Int(all))}
		}
		for i := range segments {
			segments[i] = kpi.Segment{From: side(0), To: side(1)}
		}
		if d[0].Sign() == 0 || d[1].Sign() == 0 {
			continue
		}
		change := new(big.Rat).Sub(new(big.Rat).Quo(&n[1], &d[1]), new(big.Rat).Quo(&n[0], &d[0]))
		sum := new(big.Rat)
		for _, by := range report.Pulls(segments) {
			sum.Add(sum, by)
		}
		require.Zero(t, change.Cmp(sum))
	}
}

func TestEstimate(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 1: "1", 1234567: "1234570", 0.00012345678: "0.000123457", -2.5: "-2.5", math.Copysign(0, -1): "0",
		1e40: "10000000000000000000000000000000000000000",
	} {
		assert.Equal(t, want, report.Rounded(x).String())
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		assert.False(t, report.Rounded(x).Known())
	}
	var unknown report.Estimate
	assert.Equal(t, "unknown", unknown.String())

	type pair struct {
		Known   report.Estimate `json:"known,omitzero"`
		Unknown report.Estimate `json:"unknown,omitzero"`
	}
	text, err := json.Marshal(pair{Known: report.Rounded(0.25)})
	require.NoError(t, err)
	assert.JSONEq(t, `{"known": "0.25"}`, string(text))
	var read pair
	require.NoError(t, json.Unmarshal(text, &read))
	assert.Equal(t, pair{Known: report.Rounded(0.25)}, read)
	for _, bad := range []string{`"x"`, `"NaN"`, `"Inf"`, `"1e999"`} {
		require.ErrorIs(t, json.Unmarshal([]byte(`{"known": `+bad+`}`), &read), kpi.ErrNumber)
	}
	assert.Equal(t, report.Rounded(0.25), read.Known, "left alone")
}

// Weeks that a lag touches: a clock that is set forward or back makes none.
func TestWeeksOfALag(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	for text, want := range map[string]int{"7d": 1, "8d": 2, "4w": 4, "1d": 1, "12w": 12} {
		window, err := kpi.ParseWindow(text)
		require.NoError(t, err)
		for _, date := range []string{"2026-04-06", "2026-11-02", "2026-07-01"} {
			p, err := kpi.ParseTime(date, berlin)
			require.NoError(t, err)
			assert.Equal(t, want, report.WeeksOf(window.Ending(p.Start, berlin)), "%s before %s", text, date)
		}
	}
	assert.Zero(t, report.WeeksOf(kpi.Period{}))
}
