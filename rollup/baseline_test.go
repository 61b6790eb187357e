package rollup_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// wanted is a plan of one goal of the second quarter, its metrics a flow, a stock
// and a quotient.
func wanted(t *testing.T, metric string, target kpi.Target, change ...func(*goal.Goal)) *goal.Hierarchy {
	t.Helper()
	g := goal.Goal{
		ID: "a", Level: goal.Micro, Period: "2026-Q2", Cadence: kpi.Weekly,
		Measure: &goal.Measure{Metric: metric, Target: &target},
	}
	for _, c := range change {
		c(&g)
	}
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "clicks", Combine: kpi.Sum},
			{ID: "views", Combine: kpi.Sum},
			{ID: "followers", Combine: kpi.Last},
			{ID: "ctr", Unit: kpi.Fraction, Numerator: map[string]kpi.Number{"clicks": kpi.Int(1)}, Denominator: map[string]kpi.Number{"views": kpi.Int(1)}},
		},
		Goals: []goal.Goal{g},
	})
	require.NoError(t, err)
	return h
}

// readings is a ledger of readings, "metric day value" with a date or an instant.
func readings(t *testing.T, list ...[3]string) *kpi.Ledger {
	t.Helper()
	var ledger kpi.Ledger
	for _, r := range list {
		p, err := kpi.ParseTime(r[1], time.UTC)
		require.NoError(t, err)
		require.NoError(t, ledger.Add(kpi.Observation{Metric: r[0], At: p.Start, Value: kpi.Num(r[2])}))
	}
	return &ledger
}

func TestMeasuredBaseline(t *testing.T) {
	history := readings(t,
		[3]string{"followers", "2025-06-30", "4000"},
		[3]string{"followers", "2026-03-20", "4900"}, [3]string{"followers", "2026-04-01", "5000"},
		[3]string{"followers", "2026-04-02", "5050"}, [3]string{"followers", "2026-05-10", "5300"},
		[3]string{"clicks", "2025-05-05", "10"}, [3]string{"views", "2025-05-05", "1000"},
		[3]string{"clicks", "2026-01-01", "20"}, [3]string{"views", "2026-01-01", "1000"},
		[3]string{"clicks", "2026-03-31", "10"}, [3]string{"views", "2026-03-31", "2000"},
		[3]string{"clicks", "2026-04-01", "13"}, [3]string{"views", "2026-04-01", "1200"},
		[3]string{"clicks", "2026-05-17", "11"}, [3]string{"views", "2026-05-17", "800"},
	)
	at := func(when string) kpi.Target { return kpi.Target{Kind: kpi.KindReach, FromAt: when, Change: "+10%"} }
	tests := []struct {
		name     string
		metric   string
		target   kpi.Target
		from, to string
		progress string
	}{
		// The reading of the first instant of April counts: 5000 to 5500, now 5300.
		{"a stock", "followers", kpi.ChangeBy("+10%"), "5000", "5500", "0.6"},
		{"a stock before", "followers", at("2026-03-31"), "4900", "5390", "0.816326530612244898"},
		{"a stock last year", "followers", at("2025-Q2"), "4000", "4400", "1"},
		{"a stock to a value", "followers", kpi.Deliver("5600"), "5000", "5600", "0.5"},
		// 30 clicks in the quarter before make 33; there are 24.
		{"a flow", "clicks", kpi.ChangeBy("+10%"), "30", "33", "0.727272727272727273"},
		{"a flow last year", "clicks", at("2025-Q2"), "10", "11", "1"},
		{"a flow of as many days", "clicks", at("2026-03-30"), "20", "22", "1"},
		// 30/3000 = 1 % to 1.5 %; 24/2000 = 1.2 % now.
		{"a quotient", "ctr", kpi.ChangeBy("50%"), "0.01", "0.015", "0.4"},
		{"a quotient by points", "ctr", kpi.ChangeBy("0.004"), "0.01", "0.014", "0.5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h := wanted(t, test.metric, test.target)
			moment, err := h.Moment("2026-05-17")
			require.NoError(t, err)
			snapshot, err := rollup.Policy{}.Evaluate(h, history, moment)
			require.NoError(t, err)
			r, _ := snapshot.Goal("a")
			assert.Equal(t, []string{test.from, test.to, test.progress}, []string{r.From.String(), r.To.String(), r.Progress.String()})
		})
	}
}

// A late correction of what was there before the goal began moves its baseline.
func TestTrackerKeepsBaselines(t *testing.T) {
	h := wanted(t, "clicks", kpi.ChangeBy("100%"))
	moment, err := h.Moment("2026-04-30")
	require.NoError(t, err)
	ledger := readings(t, [3]string{"clicks", "2026-02-01", "10"}, [3]string{"clicks", "2026-04-15", "10"})
	tracker, err := rollup.Policy{}.Track(h, ledger, moment)
	require.NoError(t, err)
	says := func(want string) {
		s, _ := tracker.Goal("a")
		assert.Equal(t, want, s.Progress.String())
	}
	says("0.5") // 10 of 20
	require.NoError(t, tracker.Record(kpi.Observation{Metric: "clicks", At: day(2, 2), Value: kpi.Int(15)}))
	says("0.2") // 10 of 50
	require.NoError(t, tracker.Record(kpi.Observation{Metric: "clicks", At: day(5, 2), Value: kpi.Int(15)}))
	says("0.2") // not yet visible
}

func day(month time.Month, d int) time.Time {
	return time.Date(2026, month, d, 0, 0, 0, 0, time.UTC)
}

// What is needed of a goal whose target is measured is said in its metric too.
func TestNeededOfAMeasuredGoal(t *testing.T) {
	h := wanted(t, "ctr", kpi.ChangeBy("50%"))
	ledger := readings(t, [3]string{"clicks", "2026-02-01", "10"}, [3]string{"views", "2026-02-01", "300"})
	moment, err := h.Moment("2026-04-30")
	require.NoError(t, err)
	snapshot, err := rollup.Policy{}.Evaluate(h, ledger, moment)
	require.NoError(t, err)
	need, ok, err := snapshot.Needed("a", "a", kpi.Num("0.5"))
	require.NoError(t, err)
	require.True(t, ok)
	assert.Equal(t, "0.041666666667", need.Value.String()) // 1/30 and a quarter of it: 1/24
}

func TestScoredByShare(t *testing.T) {
	week := func(g *goal.Goal) { g.Period, g.Cadence = "2026-W10", kpi.Daily } // March 2 to 8
	stories := [][3]string{
		{"clicks", "2026-03-02", "1"},
		{"clicks", "2026-03-03", "2"},
		{"clicks", "2026-03-05", "1"},
		{"clicks", "2026-03-06T23:59:59Z", "1"},
		{"clicks", "2026-03-08", "1"},
	}
	tests := []struct {
		at       string
		want     kpi.Activity
		progress string
		status   rollup.Status
		absence  kpi.Absence
	}{
		{"2026-03-01", kpi.Activity{}, "unknown", rollup.Scheduled, kpi.NothingDue},
		{"2026-03-02T12:00:00Z", kpi.Activity{}, "unknown", rollup.NotStarted, kpi.NothingDue},
		{"2026-03-03", kpi.Activity{Due: 2, Read: 2, Met: 2, Streak: 2, Longest: 2}, "1", rollup.OnTrack, ""},
		{"2026-03-04", kpi.Activity{Due: 3, Read: 2, Met: 2, Longest: 2}, "0.666666666666666667", rollup.AtRisk, ""},
		{"2026-03-06", kpi.Activity{Due: 5, Read: 4, Met: 4, Streak: 2, Longest: 2}, "0.8", rollup.Behind, ""},
		{"2026-03-08", kpi.Activity{Due: 7, Read: 5, Met: 5, Streak: 1, Longest: 2}, "0.714285714285714286", rollup.Missed, ""},
	}
	h := wanted(t, "clicks", kpi.AtLeast("1").Keep(), week)
	for _, test := range tests {
		moment, err := h.Moment(test.at)
		require.NoError(t, err)
		snapshot, err := rollup.Policy{}.Evaluate(h, readings(t, stories...), moment)
		require.NoError(t, err)
		r, _ := snapshot.Goal("a")
		assert.Equal(t, test.want, r.Activity, test.at)
		assert.Equal(t, test.progress, r.Progress.String(), test.at)
		assert.Equal(t, test.status, r.Status, test.at)
		assert.Equal(t, test.absence, r.Absence, test.at)
	}
}

// More questions than one call to a ledger holds, of which a late one fails: the
// goal stands as it stood, and what was read of others is kept.
func TestTrackerWhenALateQuestionFails(t *testing.T) {
	target := kpi.AtLeast("1").Keep()
	long := func(id string) goal.Goal {
		return goal.Goal{ID: id, Level: goal.Micro, Period: "2020-01-01/2026-12-31", Cadence: kpi.Daily, Measure: &goal.Measure{Target: &target}}
	}
	h, err := goal.New(goal.Plan{Goals: []goal.Goal{long("a"), long("b")}})
	require.NoError(t, err)
	read := func(id string, at time.Time, value, revision int64) kpi.Observation {
		return kpi.Observation{Goal: id, At: at, Value: kpi.Int(value), Revision: revision}
	}
	var ledger kpi.Ledger
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := range 2557 { // every third day
		if d%3 == 0 {
			require.NoError(t, ledger.Add(read("a", start.AddDate(0, 0, d), 1, 0)))
		}
	}
	tracker, err := rollup.Policy{}.Track(h, &ledger, kpi.Before(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)))
	require.NoError(t, err)
	before, _ := tracker.Goal("a")

	torn := start.AddDate(0, 0, 2001)
	require.ErrorIs(t, tracker.Record(read("a", torn, 2, 0), read("b", start, 1, 0)), kpi.ErrObservation)
	after, _ := tracker.Goal("a")
	assert.Equal(t, before, after)
	b, _ := tracker.Goal("b")
	assert.Equal(t, "0.000391083300743058", b.Progress.String(), "1 of 2557 days")

	require.NoError(t, tracker.Record(read("a", torn, 1, 1)))
	after, _ = tracker.Goal("a")
	assert.Equal(t, before, after)
}
