package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A driver says how late a link may show: two weeks are too late for one at once.
func TestLinkIsLookedForAsLateAsItsDriverSays(t *testing.T) {
	w := linked(true)
	driver := goal.Driver{From: "followers", To: "subscribers"}
	for lag, shown := range map[string]bool{"": false, "1w": false, "8d": true, "2w": true, "3w": true} {
		driver.Lag = lag
		w.plan.Drivers = []goal.Driver{driver}
		assert.Equal(t, shown, len(found(inJune(w)(t), "no-link-shown")) == 0, lag)
	}
	driver.Lag = "20w"
	w = linked(false)
	w.plan.Drivers = []goal.Driver{driver}
	assert.Empty(t, found(inJune(w)(t), "no-link-shown"), "five pairs at that lag say nothing")
}

// A goal to bring a metric down is linked to one that goes up as it falls, at once;
// one to bring it up is not.
func TestLinkOfAMetricThatIsToFall(t *testing.T) {
	for _, target := range []kpi.Target{kpi.Reach("3000", "1000"), kpi.Reach("1000", "3000")} {
		w := linked(true)
		for i, o := range w.obs {
			if o.Metric == "followers" {
				w.obs[i].Value = kpi.Int(4000).Sub(o.Value)
			} else {
				w.obs[i].At = kpi.Weekly.After(o.At, -2)
			}
		}
		w.plan.Drivers = []goal.Driver{{From: "followers", To: "subscribers"}}
		w.plan.Goals[1].Measure.Target = &target
		w.plan.Goals[1].Override = &goal.Override{Progress: kpi.Num("0.5"), From: "2026-06-01"}
		assert.Equal(t, target.To.Equal(kpi.Int(1000)), len(found(inJune(w)(t), "no-link-shown")) == 0)
	}
}

func TestNoLinkIsLookedForWithoutTwoSeries(t *testing.T) {
	w := linked(false)
	require.NotEmpty(t, found(inJune(w)(t), "no-link-shown"))
	w.plan.Goals[0].Measure = nil
	assert.Empty(t, found(inJune(w)(t), "no-link-shown"), "the macro goal has no metric")
	w = linked(false)
	short := w.obs[len(w.obs)-2*9:]
	w.obs = short
	assert.Empty(t, found(inJune(w)(t), "no-link-shown"), "nine weeks")
	w = linked(false)
	w.plan.Goals[1].Supports[0].Weight = kpi.Int(0)
	assert.Empty(t, found(inJune(w)(t), "no-link-shown"), "it does not count")
	for i, name := range []string{"macro", "micro"} {
		w = linked(false)
		w.plan.Goals[i].Period = "2025-12-29/2026-06-14"
		assert.Empty(t, found(inJune(w)(t), "no-link-shown"), "the %s goal is over", name)
	}
}
