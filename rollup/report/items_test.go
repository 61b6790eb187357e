package report_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func TestItems(t *testing.T) {
	w := posts(10, 12, 11, 50, 10)
	w.obs = append(w.obs, kpi.Observation{Metric: "comments", Channel: "blog", At: day("2026-03-11"), Value: kpi.Int(900)})
	items := inMarch(w)(t).Items
	require.Len(t, items, 1, "a reading without an id is no item")
	c := items[0]
	assert.Equal(t, "comments", c.Metric)
	assert.Equal(t, 5, c.Count)
	assert.Equal(t, report.Item{ID: "post-3", Channel: "blog", Date: "2026-03-10", Value: kpi.Int(50)}, c.Best)
	assert.Equal(t, "post-0", c.Worst.ID, "of two the first id")
	assert.Equal(t, "11", c.Median.String())
	assert.Equal(t, "10.75", c.Mean.String(), "43 / 4")
	require.Len(t, c.Outliers, 1)
	assert.Equal(t, "post-3", c.Outliers[0].ID)
}

func TestItemsOfFew(t *testing.T) {
	assert.Empty(t, inMarch(posts())(t).Items)
	one := inMarch(posts(7))(t).Items[0]
	assert.Nil(t, one.Worst)
	assert.Equal(t, "7", one.Mean.String())
	zeros := inMarch(posts(0, 0, 0, 9))(t).Items[0]
	assert.Empty(t, zeros.Outliers, "nothing is three times nothing")
	huge := inMarch(posts(math.MaxInt64, math.MaxInt64))(t).Items[0]
	assert.Equal(t, "9223372036854775807", huge.Mean.String())
	w := posts(5, 6)
	w.policy.Limits.ItemMultiple = kpi.Num("0")
	all := inMarch(w)(t).Items[0]
	assert.Len(t, all.Outliers, 2)
	assert.False(t, all.Mean.Known(), "there is no other")
}

// Where less is better the least is the best.
func TestItemsOfWhatIsToBeLow(t *testing.T) {
	w := &world{policy: report.Policy{KPIs: []string{"negative_mentions"}}}
	w.plan.Goals = posts().plan.Goals
	for id, n := range map[string]int64{"a": 3, "b": 1, "c": 9, "d": 3} {
		w.obs = append(w.obs, kpi.Observation{Metric: "negative_mentions", ID: id, At: day("2026-03-10"), Value: kpi.Int(n)})
	}
	items := inMarch(w)(t).Items[0]
	assert.Equal(t, "b", items.Best.ID)
	assert.Equal(t, "c", items.Worst.ID)
	assert.Empty(t, items.Outliers, "9 is not more than 3 x 3")
}
