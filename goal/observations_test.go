package goal_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestCheckObservations(t *testing.T) {
	p := leadPlan()
	p.Goals[subject].Measure = &goal.Measure{}
	day := time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)
	of := func(metric, goalID string) kpi.Observation {
		return kpi.Observation{Metric: metric, Goal: goalID, At: day, Value: kpi.Int(3)}
	}
	again := func(o kpi.Observation) kpi.Observation {
		o.Value = kpi.Int(4)
		return o
	}
	shared := []kpi.Metric{{ID: "signups", Combine: kpi.Last}, {ID: "leads", Combine: kpi.Last}}
	tests := []struct {
		name string
		obs  []kpi.Observation
		want []string
	}{
		{"none", nil, nil},
		{"own metric", []kpi.Observation{of("leads", "")}, nil},
		{"shared metric", []kpi.Observation{of("signups", "")}, nil},
		{"own series", []kpi.Observation{of("", "subject")}, nil},
		{"unknown metric", []kpi.Observation{of("leads", ""), of("fame", "")}, []string{"observations[1].metric: unknown_metric fame"}},
		{"derived metric", []kpi.Observation{of("leads_per_follower", "")}, []string{"observations[0].metric: observation leads_per_follower"}},
		{"unknown goal", []kpi.Observation{of("", "decade")}, []string{"observations[0].goal: unknown_goal decade"}},
		{"goal with a metric", []kpi.Observation{of("", "mail")}, []string{"observations[0].goal: observation mail"}},
		{"goal without a measure", []kpi.Observation{of("", "year")}, []string{"observations[0].goal: observation year"}},
		{"neither", []kpi.Observation{of("", "")}, []string{"observations[0].metric: observation"}},
		{"a flow twice a day", []kpi.Observation{of("leads", ""), again(of("leads", ""))}, nil}, // the own leads win, which add up
		{"a stock twice a day", []kpi.Observation{of("followers", ""), again(of("followers", ""))}, []string{"observations[1].value: observation 4"}},
		{"a shared stock twice a day", []kpi.Observation{of("signups", ""), again(of("signups", ""))}, []string{"observations[1].value: observation 4"}},
		{"an own series twice a day", []kpi.Observation{of("", "subject"), again(of("", "subject"))}, []string{"observations[1].value: observation 4"}},
		{"number", []kpi.Observation{{Metric: "leads", At: day, Value: kpi.Num("1e99")}}, []string{"observations[0].value: number 1e99"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, found(t, goal.CheckObservations(p, test.obs, shared...)))
			h, err := goal.New(p, shared...)
			require.NoError(t, err)
			assert.Equal(t, test.want, found(t, h.CheckObservations(test.obs)))
		})
	}
}

// What the hierarchy says of one observation costs nothing to ask.
func TestReadsAllocatesNothing(t *testing.T) {
	p := leadPlan()
	p.Goals[subject].Measure = &goal.Measure{}
	h := built(t, p)
	for _, o := range []kpi.Observation{{Metric: "leads"}, {Goal: "subject"}, {}} {
		assert.Zero(t, testing.AllocsPerRun(10, func() {
			if _, fault := h.Reads(o); fault != nil {
				panic(fault)
			}
		}), "%v", o)
	}
	combine, fault := h.Reads(kpi.Observation{Metric: "leads"})
	assert.Nil(t, fault)
	assert.Equal(t, kpi.Sum, combine)
	combine, fault = h.Reads(kpi.Observation{Goal: "subject"})
	assert.Nil(t, fault)
	assert.Equal(t, kpi.OwnSeries, combine)
}

// The plan may be faulty: what it means is found out as far as possible.
func TestCheckObservationsOfAFaultyPlan(t *testing.T) {
	p := leadPlan()
	p.Zone, p.Goals[mail].Supports[0].Goal = "Mars/Olympus", "decade"
	p.Goals[year].Measure = &goal.Measure{}
	p.Goals[subject].ID = "year" // of two with one id the first counts
	o := kpi.Observation{Goal: "year", At: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Value: kpi.Int(1)}
	require.NoError(t, goal.CheckObservations(p, []kpi.Observation{o}))
}
