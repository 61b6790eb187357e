package rollup_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A handmade world has one goal, and readings: a date or an instant, and a value.
type handmade struct {
	name     string
	goal     goal.Goal
	readings [][2]string
	channels []string // of the readings, if they have one
	at       string
	want     string // raw or absence, from and to
	activity kpi.Activity
}

// check holds the figures by hand against the library and the oracle alike.
func (m handmade) check(t *testing.T) {
	t.Helper()
	w := world{plan: goal.Plan{Zone: "UTC", Metrics: worldMetrics()}, moment: m.at}
	m.goal.ID, m.goal.Level = "goal", goal.Micro
	w.plan.Goals = []goal.Goal{m.goal}
	for i, r := range m.readings {
		span, err := kpi.ParseTime(r[0], time.UTC)
		require.NoError(t, err)
		ob := kpi.Observation{Metric: m.goal.Measure.Metric, At: span.Start, Value: kpi.Num(r[1])}
		if ob.Metric == "" {
			ob.Goal = m.goal.ID
		}
		if m.channels != nil {
			ob.Channel = m.channels[i]
		}
		w.observations = append(w.observations, ob)
	}
	s := w.evaluate(t)
	got, _ := s.Goal("goal")
	said := string(got.Absence)
	if said == "" {
		said = got.Raw.String()
	}
	assert.Equal(t, m.want, said+", "+got.From.String()+" to "+got.To.String())
	assert.Equal(t, m.activity, got.Activity)
	assert.Empty(t, differences(s, consult(w, roundOnce, func(string) {})))
}

func measuring(metric, window string, target kpi.Target) *goal.Measure {
	return &goal.Measure{Metric: metric, Window: window, Target: &target}
}

// from returns a target whose baseline is measured at some time.
func from(at string, t kpi.Target) kpi.Target {
	t.FromAt = at
	return t
}

func TestBaselineByHand(t *testing.T) {
	tests := []handmade{
		{
			name: "the newest at the start", want: "0.5, 200 to 220",
			goal:     goal.Goal{Period: "2026-Q2", Measure: measuring("last", "", kpi.ChangeBy("10%"))},
			readings: [][2]string{{"2025-01-01", "100"}, {"2026-04-01", "200"}, {"2026-04-01T00:00:00.000000001Z", "300"}, {"2026-05-01", "210"}},
		},
		{
			name: "a sum refers to the month before", want: "0.5, 40 to 50",
			goal:     goal.Goal{Period: "2026-03", Measure: measuring("sum", "", kpi.ChangeBy("+10"))},
			readings: [][2]string{{"2026-01-31", "7"}, {"2026-02-01", "30"}, {"2026-02-28T23:59:59Z", "10"}, {"2026-03-02", "25"}},
		},
		{
			name: "dates refer to as many days", want: "0.5, 47 to 94",
			goal:     goal.Goal{Period: "2026-03-01/2026-03-31", Measure: measuring("sum", "", kpi.ChangeBy("100%"))},
			readings: [][2]string{{"2026-01-28", "1000"}, {"2026-01-29", "37"}, {"2026-02-28", "10"}, {"2026-03-02", "47"}},
		},
		{
			name: "a mean of a whole quarter that was named", want: "-0.25, 40 to 80",
			goal:     goal.Goal{Period: "2026-03", Measure: measuring("mean", "", from("2025-Q4", kpi.Deliver("80")))},
			readings: [][2]string{{"2025-10-01", "30"}, {"2025-12-31", "50"}, {"2026-02-05", "1"}, {"2026-03-02", "30"}},
		},
		{
			name: "a window up to the day that was named", want: "2, 6 to 8",
			goal:     goal.Goal{Period: "2026", Measure: measuring("max", "2d", from("2026-02-10", kpi.ChangeBy("2")))},
			readings: [][2]string{{"2026-02-08T23:00:00Z", "99"}, {"2026-02-09", "5"}, {"2026-02-10T12:00:00Z", "6"}, {"2026-06-30", "10"}},
		},
		{
			name: "a sum that needs none", want: "0.25, unknown to 100",
			goal:     goal.Goal{Period: "2026-03", Measure: measuring("sum", "", from("2025", kpi.Deliver("100")))},
			readings: [][2]string{{"2026-03-02", "25"}},
		},
		{
			name: "none", want: "no reading to start from, unknown to 3",
			goal:     goal.Goal{Period: "2026-03", Measure: measuring("", "", kpi.Deliver("3"))},
			readings: [][2]string{{"2026-03-01T00:00:00.000000001Z", "2"}},
		},
		{
			name: "nothing to go", want: "the target is where the metric starts, 3 to 3",
			goal:     goal.Goal{Period: "2026-03", Measure: measuring("", "", kpi.Deliver("3"))},
			readings: [][2]string{{"2026-03-01", "3"}},
		},
		{
			name: "cut by a pause, which hides the value too", want: "no reading in the window, 4 to 8",
			goal: goal.Goal{
				Period: "2026-03", State: goal.Paused, Since: "2026-02-15",
				Measure: measuring("sum", "", from("2026-02", kpi.ChangeBy("100%"))),
			},
			readings: [][2]string{{"2026-02-14", "4"}, {"2026-02-15", "5"}, {"2026-03-02", "25"}},
		},
	}
	for _, test := range tests {
		test.at = "2026-06-30"
		t.Run(test.name, func(t *testing.T) { test.check(t) })
	}
}

func TestShareByHand(t *testing.T) {
	monthly := func(period string, m *goal.Measure) goal.Goal {
		return goal.Goal{Period: period, Cadence: kpi.Monthly, Measure: m}
	}
	tests := []handmade{
		{
			name: "a streak broken and taken up", at: "2026-06-30", want: "0.666666666666666667, unknown to 10",
			goal:     monthly("2026-H1", measuring("sum", "", kpi.AtLeast("10").Keep())),
			readings: [][2]string{{"2026-01-01", "10"}, {"2026-02-28", "11"}, {"2026-03-31", "12"}, {"2026-04-01", "9.99"}, {"2026-06-01", "4"}, {"2026-06-30", "6"}},
			activity: kpi.Activity{Due: 6, Read: 5, Met: 4, Streak: 1, Longest: 3},
		},
		{
			name: "months from the 31st", at: "2026-03-30", want: "0.5, unknown to 1",
			goal:     monthly("2026-01-31/2026-05-30", measuring("sum", "", kpi.AtLeast("1").Keep())),
			readings: [][2]string{{"2026-02-27T23:59:59Z", "0"}, {"2026-02-28", "0"}, {"2026-03-30", "1"}},
			activity: kpi.Activity{Due: 2, Read: 2, Met: 1, Streak: 1, Longest: 1},
		},
		{
			name: "a stock is not carried forward", at: "2026-06-30", want: "0.333333333333333333, unknown to 5",
			goal:     monthly("2026-Q2", measuring("", "", kpi.AtMost("5").Keep())),
			readings: [][2]string{{"2026-03-31", "1"}, {"2026-04-30", "5"}, {"2026-05-01", "6"}},
			activity: kpi.Activity{Due: 3, Read: 2, Met: 1, Longest: 1},
		},
		{
			name: "a tolerance plays no part", at: "2026-03-31", want: "0, unknown to unknown",
			goal: monthly("2026-03", measuring("mean", "", kpi.Target{
				Kind: kpi.KindWithin, Low: kpi.Int(3), High: kpi.Int(5), Tolerance: kpi.Int(4), Score: kpi.ScoreShare,
			})),
			readings: [][2]string{{"2026-03-02", "6"}},
			activity: kpi.Activity{Due: 1, Read: 1},
		},
		{
			name: "nothing due", at: "2026-04-29", want: "no period is due yet, unknown to 1",
			goal:     monthly("2026-Q2", measuring("sum", "", kpi.AtLeast("1").Keep())),
			readings: [][2]string{{"2026-04-02", "6"}},
		},
		{
			name: "nothing read", at: "2026-03-31", want: "no reading in the window, unknown to 1",
			goal:     monthly("2026-Q1", measuring("sum", "", kpi.AtLeast("1").Keep())),
			readings: [][2]string{{"2025-12-31", "6"}},
			activity: kpi.Activity{Due: 3},
		},
		{
			// The value is unknown too, and for a better reason.
			name: "nothing read, and what there was cannot be added", at: "2026-01-31", want: string(kpi.ChannelsDoNotAdd) + ", unknown to 10",
			goal:     monthly("2026-Q1", measuring("rank", "", kpi.AtMost("10").Keep())),
			readings: [][2]string{{"2025-12-01", "3"}, {"2025-12-02", "5"}},
			channels: []string{"a", "b"},
			activity: kpi.Activity{Due: 1},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { test.check(t) })
	}
}
