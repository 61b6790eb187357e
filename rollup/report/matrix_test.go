package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func TestMatrix(t *testing.T) {
	w := agency(posting(), goal.Strategy{ID: "pins", Level: goal.Micro, Goals: []string{"growth"}, Channel: "pinterest"})
	w.plan.Goals = append(w.plan.Goals,
		measured("leaf", "blog-leads", "2026-Q1", "leads", "blog", kpi.Deliver("9")),
		macro("brand", "2026"),
		goal.Goal{ID: "closed", Level: goal.Micro, Period: "2026-Q1", Channel: "fax", State: goal.Closed, Since: "2026-01-05", Supports: []goal.Link{{Goal: "brand"}}},
	)
	w.read("leads", "email", "2026-01-10", "2")
	w.read("leads", "blog", "2026-01-10", "6")
	m := w.report(t, report.Month, "2026-01-31").Coverage
	require.NotNil(t, m)
	assert.Equal(t, []string{"email", "blog", "fax", "pinterest"}, m.Channels)
	require.Len(t, m.Rows, 2)
	growth, brand := m.Rows[0], m.Rows[1]
	assert.Equal(t, "growth", growth.Goal)
	assert.Equal(t, "leads", growth.Metric, "all that is measured below it")
	assert.Equal(t, []string{"mail-leads"}, growth.Cells[0].Goals)
	assert.Equal(t, []string{"blog-leads", "leaf"}, growth.Cells[1].Goals)
	assert.Equal(t, []string{"posting"}, growth.Cells[1].Strategies)
	assert.Equal(t, []string{"pins"}, growth.Cells[3].Strategies)
	assert.Equal(t, "6", growth.Cells[1].Value.String())
	assert.False(t, growth.Cells[3].Value.Known())
	assert.Equal(t, []string{"fax"}, growth.Gaps)
	assert.Equal(t, "0.5", growth.Spread.String(), "2 and 6 are each 2 from their mean of 4")

	assert.Equal(t, m.Channels, brand.Gaps, "a closed goal serves nothing any more")
	assert.Empty(t, brand.Metric)
	assert.False(t, brand.Spread.Known())
}

// A micro goal is there if its children are on several channels, and channels may
// be named twice.
func TestMatrixOfMicroGoals(t *testing.T) {
	w := agency()
	w.plan.Goals[0] = goal.Goal{ID: "growth", Level: goal.Micro, Period: "2026-Q1"}
	w.policy.Channels = []string{"blog", "email", "blog"}
	m := w.report(t, report.Month, "2026-01-31").Coverage
	require.NotNil(t, m)
	assert.Equal(t, []string{"blog", "email"}, m.Channels)
	require.Len(t, m.Rows, 1)
	assert.Empty(t, m.Rows[0].Gaps)
	assert.False(t, m.Rows[0].Spread.Known(), "nothing was read")

	w.plan.Goals[1].Channel = "blog"
	assert.Nil(t, w.report(t, report.Month, "2026-01-31").Coverage)
	w.plan.Goals = w.plan.Goals[:1]
	assert.Nil(t, w.report(t, report.Month, "2026-01-31").Coverage)
}

// The coefficient of variation of 10, 12, 23, 23, 16, 23, 21, 16 is √24 / 18; the
// eight numbers and their standard deviation of 4.898979 are an often printed
// example of the standard deviation of a population.
func TestSpread(t *testing.T) {
	spread := func(values ...string) report.Estimate {
		w := &world{plan: goal.Plan{
			Metrics: []kpi.Metric{{ID: "net", Unit: kpi.Count, Combine: kpi.Sum}},
			Goals:   []goal.Goal{measured("m", "", "2026-Q1", "net", "", kpi.Deliver("9"))},
		}}
		w.plan.Goals[0].Level = goal.Macro
		for i, v := range values {
			channel := fmt.Sprintf("c%d", i)
			w.policy.Channels = append(w.policy.Channels, channel)
			w.read("net", channel, "2026-01-10", v)
		}
		return w.report(t, report.Month, "2026-01-31").Coverage.Rows[0].Spread
	}
	assert.Equal(t, "0.272166", spread("10", "12", "23", "23", "16", "23", "21", "16").String())
	assert.Equal(t, "0", spread("5", "5", "5").String())
	assert.Equal(t, "3", spread("-2", "1").String(), "by the absolute mean: 1.5 / 0.5")
	assert.False(t, spread("5").Known())
	assert.False(t, spread("0", "0").Known())
	assert.False(t, spread("0.1", "0.2", "-0.3").Known(), "the mean is 0, not what floats leave of it")
}

// A chain of many macro goals, each above all the rest, ends the matrix early and
// takes no time.
func TestMatrixOfManyGoals(t *testing.T) {
	w := &world{policy: report.Policy{Off: []string{"macro-delegated"}}}
	for i := range 3000 {
		g := goal.Goal{ID: fmt.Sprint(i), Level: goal.Macro, Period: "2026", Channel: "blog"}
		if i > 0 {
			g.Supports = []goal.Link{{Goal: fmt.Sprint(i - 1)}}
		}
		w.plan.Goals = append(w.plan.Goals, g)
	}
	rows := w.report(t, report.Week, "2026-01-31").Coverage.Rows
	assert.Greater(t, len(rows), 100)
	assert.Less(t, len(rows), 200)
}
