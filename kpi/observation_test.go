package kpi_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// known tells how the metrics of these tests combine; others are faults.
func known(o kpi.Observation) (kpi.Combine, *kpi.Problem) {
	switch {
	case o.Goal != "":
		return kpi.OwnSeries, nil
	case o.Metric == "followers":
		return kpi.Last, nil
	case o.Metric == "reach":
		return kpi.Unique, nil
	case o.Metric == "leads" || o.Metric == "":
		return kpi.Sum, nil
	}
	return "", &kpi.Problem{Field: "metric", Reason: kpi.ErrUnknownMetric, Value: o.Metric}
}

func TestCheckObservations(t *testing.T) {
	day := func(metric, date, value string) kpi.Observation { return reading(t, metric, "", date, value) }
	with := func(o kpi.Observation, id string, revision int64) kpi.Observation {
		o.ID, o.Revision = id, revision
		return o
	}
	on := func(o kpi.Observation, channel string) kpi.Observation {
		o.Channel = channel
		return o
	}
	withdrawn := func(metric, id string, revision int64) kpi.Observation {
		return kpi.Observation{Metric: metric, ID: id, Revision: revision, Withdrawn: true}
	}
	tests := []struct {
		name string
		obs  []kpi.Observation
		want []string
	}{
		{"none", nil, nil},
		{"one", []kpi.Observation{day("leads", "2026-01-05", "3")}, nil},
		{"of a goal", []kpi.Observation{{Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(1)}}, nil},
		{"of a period", []kpi.Observation{spanning(t, "leads", "", "2026-W02", "3")}, nil},
		{"neither metric nor goal", []kpi.Observation{{At: at(t, "2026-01-05"), Value: kpi.Int(1)}}, []string{"observations[0].metric: observation"}},
		{"metric and goal", []kpi.Observation{{Metric: "leads", Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(1)}}, []string{"observations[0].metric: observation leads"}},
		{"no time", []kpi.Observation{{Metric: "leads", Value: kpi.Int(1)}}, []string{"observations[0].at: observation"}},
		{
			"instant and period",
			[]kpi.Observation{{Metric: "leads", At: at(t, "2026-01-05"), Period: period(t, "2026", time.UTC), Value: kpi.Int(1)}},
			[]string{"observations[0].at: observation"},
		},
		{"no value", []kpi.Observation{{Metric: "leads", At: at(t, "2026-01-05")}}, []string{"observations[0].value: observation"}},
		{"bad value", []kpi.Observation{{Metric: "leads", At: at(t, "2026-01-05"), Value: kpi.Num("many")}}, []string{"observations[0].value: number many"}},
		{"unknown metric", []kpi.Observation{day("leads", "2026-01-05", "3"), day("fame", "2026-01-05", "3")}, []string{"observations[1].metric: unknown_metric fame"}},
		{"withdrawn without id", []kpi.Observation{{Metric: "leads", Withdrawn: true}}, []string{"observations[0].withdrawn: observation"}},
		{"withdrawn", []kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 0), withdrawn("leads", "x", 1)}, nil},
		{"everything", []kpi.Observation{{Value: kpi.Num("x"), Withdrawn: true}}, []string{
			"observations[0].metric: observation", "observations[0].value: number x", "observations[0].withdrawn: observation",
		}},
		{"several, in order", []kpi.Observation{day("fame", "2026-01-05", "3"), {Metric: "leads"}, day("glory", "2026-01-05", "3")}, []string{
			"observations[0].metric: unknown_metric fame", "observations[1].value: observation",
			"observations[1].at: observation", "observations[2].metric: unknown_metric glory",
		}},

		{"one version twice", []kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(day("leads", "2026-01-05", "3.0"), "x", 1)}, nil},
		{
			"versions that differ in value",
			[]kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(day("leads", "2026-01-05", "4"), "x", 1)},
			[]string{"observations[1].revision: observation x"},
		},
		{
			"versions that differ in time",
			[]kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(day("leads", "2026-01-06", "3"), "x", 1)},
			[]string{"observations[1].revision: observation x"},
		},
		{
			"versions of which one is withdrawn",
			[]kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), withdrawn("leads", "x", 1)},
			[]string{"observations[1].revision: observation x"},
		},
		{"other channel, other reading", []kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(on(day("leads", "2026-01-05", "4"), "mail"), "x", 1)}, nil},
		{"other metric, other reading", []kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(day("followers", "2026-01-05", "4"), "x", 1)}, nil},
		{"higher revision", []kpi.Observation{with(day("leads", "2026-01-05", "3"), "x", 1), with(day("leads", "2026-01-06", "4"), "x", 2)}, nil},

		{"two sums on a day", []kpi.Observation{day("leads", "2026-01-05", "3"), day("leads", "2026-01-05", "4")}, nil},
		{
			"two stocks on a day",
			[]kpi.Observation{day("followers", "2026-01-05", "3"), day("followers", "2026-01-05", "4")},
			[]string{"observations[1].value: observation 4"},
		},
		{"the same stock twice", []kpi.Observation{day("followers", "2026-01-05", "3"), day("followers", "2026-01-05", "3.00")}, nil},
		{"one stock by two clocks", []kpi.Observation{
			{Metric: "followers", At: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Value: kpi.Int(3)},
			{Metric: "followers", At: time.Date(2026, 1, 5, 9, 0, 0, 0, time.FixedZone("Tokyo", 9*60*60)), Value: kpi.Int(4)},
		}, []string{"observations[1].value: observation 4"}},
		{"two stocks, two revisions", []kpi.Observation{
			with(day("followers", "2026-01-05", "3"), "", 1), day("followers", "2026-01-05", "4"),
		}, nil},
		{"the highest two differ", []kpi.Observation{
			day("followers", "2026-01-05", "1"), day("followers", "2026-01-05", "2"),
			with(day("followers", "2026-01-05", "3"), "", 1), with(day("followers", "2026-01-05", "4"), "", 1),
		}, []string{"observations[3].value: observation 4"}},
		{"settled by a third", []kpi.Observation{
			day("followers", "2026-01-05", "3"), day("followers", "2026-01-05", "4"), with(day("followers", "2026-01-05", "5"), "", 1),
		}, nil},
		{"two stocks, two channels", []kpi.Observation{day("followers", "2026-01-05", "3"), on(day("followers", "2026-01-05", "4"), "mail")}, nil},
		{"two stocks, one withdrawn", []kpi.Observation{
			with(day("followers", "2026-01-05", "3"), "x", 0), day("followers", "2026-01-05", "4"), withdrawn("followers", "x", 1),
		}, nil},
		{"two stocks, one outdated", []kpi.Observation{
			with(day("followers", "2026-01-05", "3"), "x", 0), day("followers", "2026-01-05", "4"), with(day("followers", "2026-01-06", "3"), "x", 1),
		}, nil},
		{"two milestones", []kpi.Observation{
			{Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(1)}, {Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(2)},
		}, []string{"observations[1].value: observation 2"}},
		{
			"two reaches of one period",
			[]kpi.Observation{spanning(t, "reach", "", "2026-Q1", "3"), spanning(t, "reach", "", "2026-01-01/2026-03-31", "4")},
			[]string{"observations[1].value: observation 4"},
		},
		{"two reaches of two periods", []kpi.Observation{spanning(t, "reach", "", "2026-Q1", "3"), spanning(t, "reach", "", "2026-03", "4")}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := slices.Clone(test.obs)
			assert.Equal(t, test.want, found(t, kpi.CheckObservations(test.obs, known)))
			assert.Equal(t, before, test.obs, "the observations are not written to")
		})
	}
}

// What a check lets pass, a ledger can answer: readings of two periods that end
// together are readings of one instant.
func TestCheckObservationsFindsEveryTie(t *testing.T) {
	tests := []struct {
		name string
		obs  []kpi.Observation
	}{
		{"a month and its quarter", []kpi.Observation{
			spanning(t, "followers", "", "2026-03", "5"), spanning(t, "followers", "", "2026-Q1", "6"),
		}},
		{"a month and its last instant", []kpi.Observation{
			spanning(t, "followers", "", "2026-03", "5"), reading(t, "followers", "", "2026-03-31T23:59:59.999999999Z", "6"),
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := ledger(t, test.obs...)
			_, err := social(t).Read(l, []kpi.Ask{{Metric: "followers", AllChannels: true, Window: period(t, "2026", time.UTC)}})
			if err != nil {
				require.ErrorIs(t, err, kpi.ErrObservation)
				assert.Error(t, kpi.CheckObservations(test.obs, known), "the ledger says %v", err)
			}
		})
	}
}

// A contradiction is one in whatever order it is told.
func TestCheckObservationsIsOrderFree(t *testing.T) {
	version := func(revision int64, value string) kpi.Observation {
		o := reading(t, "leads", "", "2026-01-05", value)
		o.ID, o.Revision = "crm-7", revision
		return o
	}
	settled := []kpi.Observation{version(1, "3"), version(1, "4"), version(2, "5")} // by the highest revision
	var answers []bool
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {2, 0, 1}, {1, 0, 2}, {1, 2, 0}, {2, 1, 0}} {
		obs := []kpi.Observation{settled[order[0]], settled[order[1]], settled[order[2]]}
		faulty := kpi.CheckObservations(obs, known) != nil
		answers = append(answers, faulty)
		var l kpi.Ledger
		assert.Equal(t, faulty, l.Add(obs...) != nil, "the ledger agrees")
	}
	assert.Len(t, slices.Compact(answers), 1, "%v", answers)
}

func TestCheckManyObservations(t *testing.T) {
	random := rand.New(rand.NewPCG(37, 41))
	obs := make([]kpi.Observation, 100_000)
	start := at(t, "2026-01-01")
	for i := range obs {
		obs[i] = kpi.Observation{
			Metric: "followers", Channel: strconv.Itoa(i % 10), At: start.Add(time.Duration(i) * time.Second),
			Value: kpi.Int(random.Int64N(1000)), ID: strconv.Itoa(random.IntN(50_000)), Revision: int64(i),
		}
	}
	require.NoError(t, kpi.CheckObservations(obs, known))
	var l kpi.Ledger
	require.NoError(t, l.Add(obs...))
}

func TestObservationString(t *testing.T) {
	assert.Equal(t, "leads 3.5 at 2026-01-05T00:00:00Z", reading(t, "leads", "", "2026-01-05", "3.50").String())
	assert.Equal(t, "reach 3 at 2026-01-31T23:59:59.999999999Z", spanning(t, "reach", "", "2026-01", "3").String())
	assert.Equal(t, "trial 1 at 2026-01-05T00:00:00Z", kpi.Observation{Goal: "trial", At: at(t, "2026-01-05"), Value: kpi.Int(1)}.String())
}
