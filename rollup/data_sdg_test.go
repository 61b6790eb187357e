package rollup_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// The SDG Index 2019 (Sachs and others, Sustainable Development Report 2019),
// 54 of its countries: an index over 17 goals over 114 indicators. What is
// printed is compared, up to 16 digits of binary floats, within 1e-9 points.
func TestDataSDGIndex(t *testing.T) {
	const tolerance = "1e-9"
	sdg := readSDG(t)
	compared := make(map[string]int)
	for _, country := range sdg.countries {
		iso := country["iso3"]
		plan, readings := sdg.sketch(iso)
		snapshot := evaluated(t, plan, readings, "2019-06-30", rollup.Policy{Unknown: rollup.UnknownSkip})
		for _, row := range sdg.observations[iso] {
			if row["normalised"] != "" {
				assertPercent(t, row["normalised"], of(t, snapshot, row["code"]).Progress, tolerance, iso+" "+row["code"])
				compared["normalised"]++
			}
		}
		for _, row := range sdg.goals[iso] {
			got := of(t, snapshot, "goal "+row["goal"])
			if row["score"] != "" {
				assertPercent(t, row["score"], got.Computed, tolerance, iso+" "+row["goal"])
				compared["goal score"]++
				continue
			}
			assert.Equal(t, rollup.NoKnownChild, got.Absence, iso+" "+row["goal"])
			assertPercent(t, row["regional_score"], got.Progress, "0", iso+" "+row["goal"])
			compared["regional score"]++
		}
		assertPercent(t, country["index_score"], of(t, snapshot, "index").Progress, tolerance, iso)
		compared["index"]++
	}
	assert.Equal(t, map[string]int{"normalised": 4216, "goal score": 891, "regional score": 27, "index": 54}, compared)
}

type sdgTables struct {
	indicators, countries []map[string]string
	goals, observations   map[string][]map[string]string // by country
}

func readSDG(t *testing.T) sdgTables {
	t.Helper()
	sdg := sdgTables{
		indicators:   readCSV(t, "sdg2019", "indicators.csv"),
		countries:    readCSV(t, "sdg2019", "index.csv"),
		goals:        byCountry(readCSV(t, "sdg2019", "goals.csv")),
		observations: byCountry(readCSV(t, "sdg2019", "observations.csv")),
	}
	require.Len(t, sdg.indicators, 114)
	require.Len(t, sdg.countries, 54)
	return sdg
}

// sketch returns the plan of a country. Indicators that are used for members
// of the OECD only have colours and do not count in scores, nor do they have
// printed values. A goal without data takes the score of its region.
func (sdg *sdgTables) sketch(iso string) (goal.Plan, []kpi.Observation) {
	const year = "2019"
	plan := goal.Plan{Goals: []goal.Goal{{ID: "index", Level: goal.Macro, Period: year}}}
	for _, row := range sdg.goals[iso] {
		g := goal.Goal{ID: "goal " + row["goal"], Level: goal.Macro, Period: year, Supports: link("index", "")}
		if row["score"] == "" {
			region := decimal.RequireFromString(row["regional_score"]).Shift(-2)
			g.Override = &goal.Override{Progress: kpi.NumberOf(region), Reason: "regional score"}
		}
		plan.Goals = append(plan.Goals, g)
	}
	for _, row := range sdg.indicators {
		plan.Metrics = append(plan.Metrics, kpi.Metric{ID: row["code"], Combine: kpi.Last})
		plan.Goals = append(plan.Goals, goal.Goal{
			ID: row["code"], Level: goal.Micro, Period: year,
			Supports: link("goal "+row["goal"], row["used_global"]),
			Measure:  &goal.Measure{Metric: row["code"], Target: new(kpi.Reach(row["worst_0"], row["best_100"]))},
		})
	}
	var readings []kpi.Observation
	for _, row := range sdg.observations[iso] {
		at := time.Date(2019, time.January, 1, 0, 0, 0, 0, time.UTC)
		readings = append(readings, kpi.Observation{Metric: row["code"], At: at, Value: kpi.Num(row["raw"])})
	}
	return plan, readings
}

func byCountry(rows []map[string]string) map[string][]map[string]string {
	sorted := make(map[string][]map[string]string)
	for _, row := range rows {
		sorted[row["iso3"]] = append(sorted[row["iso3"]], row)
	}
	return sorted
}
