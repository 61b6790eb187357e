package rollup_test

import (
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// The Human Development Index 2022 of 193 countries (UNDP, Human Development
// Report 2023/24): the geometric mean of health, education, itself the mean of
// two, and income on a scale of natural logarithms. It is printed with three
// decimals, halves up.
//
// The limits of the groups hold for printed figures, so that half a unit less
// is enough. Everything is expected from the first day of the year, which makes
// the pace of a country its index.
func TestDataHDI(t *testing.T) {
	rows := readCSV(t, "hdi", "hdi_2022.csv")
	require.Len(t, rows, 193)

	groups := rollup.Pace{Ahead: kpi.Num("0.7995"), OnTrack: kpi.Num("0.6995"), Behind: kpi.Num("0.5495")}
	statuses := map[string]rollup.Status{
		"Very High": rollup.Ahead, "High": rollup.OnTrack, "Medium": rollup.Behind, "Low": rollup.AtRisk,
	}
	plan, readings := hdiSketch(t, rows)
	snapshot := evaluated(t, plan, readings, "2022-06-30", rollup.Policy{Pace: groups})

	grouped, clipped := 0, 0
	for _, row := range rows {
		country := row["iso3"]
		got := of(t, snapshot, country)
		assert.Equal(t, rational(t, row["hdi"]).FloatString(3), fraction(got.Progress).FloatString(3), country)
		if row["hdi_group"] != "" {
			assert.Equal(t, statuses[row["hdi_group"]], got.Status, country)
			grouped++
		}
		if hdiClipped(t, snapshot, country) {
			clipped++
		}
	}
	assert.Equal(t, 192, grouped)
	assert.Equal(t, 18, clipped)
}

// hdiParts are the measured parts of a country's index and their goalposts.
var hdiParts = []struct{ metric, supports, from, to string }{
	{"life_expectancy", "", "20", "85"},
	{"expected_schooling", " education", "0", "18"},
	{"mean_schooling", " education", "0", "15"},
	{"gni_per_capita_ppp", "", ln(100), ln(75000)},
}

// hdiSketch returns one plan for all countries: each is a channel.
func hdiSketch(t *testing.T, rows []map[string]string) (goal.Plan, []kpi.Observation) {
	t.Helper()
	const year = "2022"
	first := time.Date(2022, time.January, 1, 0, 0, 0, 0, time.UTC)
	var plan goal.Plan
	var readings []kpi.Observation
	for _, part := range hdiParts {
		plan.Metrics = append(plan.Metrics, kpi.Metric{ID: part.metric, Unit: kpi.Score, Combine: kpi.Last})
	}
	for _, row := range rows {
		country := row["iso3"]
		plan.Goals = append(
			plan.Goals,
			goal.Goal{ID: country, Level: goal.Macro, Period: year, Method: goal.Geometric},
			goal.Goal{ID: country + " education", Level: goal.Macro, Period: year, Supports: link(country, "")},
		)
		for _, part := range hdiParts {
			value := row[part.metric]
			if part.metric == "gni_per_capita_ppp" {
				income, err := strconv.ParseFloat(value, 64)
				require.NoError(t, err)
				value = ln(income)
			}
			plan.Goals = append(plan.Goals, goal.Goal{
				ID: country + " " + part.metric, Level: goal.Micro, Period: year, Channel: country,
				Supports: link(country+part.supports, ""),
				Measure:  &goal.Measure{Metric: part.metric, Target: new(kpi.Reach(part.from, part.to))},
				Expected: &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: "2022-01-01", Progress: kpi.Int(1)}}},
			})
			readings = append(readings, kpi.Observation{Metric: part.metric, Channel: country, At: first, Value: kpi.Num(value)})
		}
	}
	return plan, readings
}

// hdiClipped reports whether a part of a country's index lies beyond a goalpost.
func hdiClipped(t *testing.T, s *rollup.Snapshot, country string) bool {
	t.Helper()
	for _, part := range hdiParts {
		if got := of(t, s, country+" "+part.metric); !got.Raw.Equal(got.Progress) {
			return true
		}
	}
	return false
}

// ln returns the natural logarithm with 17 decimals.
func ln(x float64) string { return strconv.FormatFloat(math.Log(x), 'f', 17, 64) }
