package rollup_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// Rules that makers of goal software publish without figures, or that are not
// ours on purpose; then what they say stands beside what we do.

// Viva Goals and Quantive hold a target to keep as broken where it is just met;
// ours includes its bounds, as UpRaise's range does.
func TestPublishedLimits(t *testing.T) {
	tests := []struct {
		source       string
		target       kpi.Target
		value        string
		theirs, ours string
	}{
		{"Viva Goals, below 5", kpi.AtMost("5"), "4.9", "1", "1"},
		{"Viva Goals, below 5", kpi.AtMost("5"), "5", "0", "1"},
		{"Viva Goals, below 5", kpi.AtMost("5"), "5.1", "0", "0"},
		{"Quantive, above 90", kpi.AtLeast("90"), "90.1", "1", "1"},
		{"Quantive, above 90", kpi.AtLeast("90"), "90", "0", "1"},
		{"Quantive, above 90", kpi.AtLeast("90"), "89.9", "0", "0"},
	}
	for _, test := range tests {
		t.Run(test.source+" "+test.value, func(t *testing.T) {
			var s sketch
			s.leaf(goal.Goal{ID: "goal", Measure: aim(test.target)}, test.value)
			assert.Equal(t, test.ours, of(t, s.on(t, 50, rollup.Policy{}), "goal").Raw.String(), "theirs is %s", test.theirs)
		})
	}
}

// Profit.co keeps 4 to 5 for 13 weeks: each week that is met is 7.69%, nine are
// 69%. It counts of the weeks planned; we count of those over, so that a goal
// kept so far is at 100%. When all are over both say the same.
func TestPublishedKept(t *testing.T) {
	start := time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)
	kept := func(t *testing.T, met, weeks int) rollup.Result {
		var s sketch
		s.goal(goal.Goal{
			ID: "goal", Period: "2026-01-05/2026-04-05", Cadence: kpi.Weekly, Measure: aim(kpi.Within("4", "5").Keep()),
		})
		for week := range weeks {
			value := kpi.Num("4.5")
			if week >= met {
				value = kpi.Int(3)
			}
			s.readings = append(s.readings, kpi.Observation{Goal: "goal", At: start.AddDate(0, 0, 7*week), Value: value})
		}
		at := start.AddDate(0, 0, 7*weeks-1).Format(time.DateOnly)
		return of(t, evaluated(t, s.plan, s.readings, at, rollup.Policy{}), "goal")
	}
	assert.Equal(t, "69", inPercent(kept(t, 9, 13).Raw, 0))
	assert.Equal(t, "7.69", inPercent(kept(t, 1, 13).Raw, 2))
	assert.Equal(t, "100.00", inPercent(kept(t, 1, 1).Raw, 2), "theirs is 7.69")
}

// Oboard reads the latest, the average or the worst of several periods.
func TestPublishedReadings(t *testing.T) {
	for combine, want := range map[kpi.Combine]string{kpi.Last: "0.7", kpi.Mean: "0.6", kpi.Min: "0.2"} {
		t.Run("Oboard, "+string(combine), func(t *testing.T) {
			s := sketch{plan: goal.Plan{Metrics: []kpi.Metric{{ID: "score", Combine: combine}}}}
			s.goal(goal.Goal{ID: "goal", Measure: &goal.Measure{Metric: "score", Target: new(kpi.Reach("0", "100"))}})
			for i, v := range []string{"90", "20", "70"} {
				s.readings = append(s.readings, kpi.Observation{Metric: "score", At: dayOf(10 * (i + 1)), Value: kpi.Num(v)})
			}
			assert.Equal(t, want, of(t, s.on(t, 50, rollup.Policy{}), "goal").Raw.String())
		})
	}
}

// A KPI of Perdoo's may begin again at 0 each month: what adds up over a period
// does so here.
func TestPublishedReset(t *testing.T) {
	s := sketch{plan: goal.Plan{Metrics: []kpi.Metric{{ID: "leads", Combine: kpi.Sum}}}}
	for _, month := range []string{"2026-01", "2026-02"} {
		s.goal(goal.Goal{ID: month, Period: month, Measure: &goal.Measure{Metric: "leads", Target: new(kpi.Deliver("100"))}})
	}
	for _, day := range []int{10, 31, 32} {
		s.readings = append(s.readings, kpi.Observation{Metric: "leads", At: dayOf(day), Value: kpi.Int(40)})
	}
	snapshot := s.on(t, 40, rollup.Policy{})
	assert.Equal(t, "0.8", of(t, snapshot, "2026-01").Raw.String())
	assert.Equal(t, "0.4", of(t, snapshot, "2026-02").Raw.String())
}

func TestPublishedWeightsLeftOpen(t *testing.T) {
	shares := func(t *testing.T, weighting goal.Weighting, weights ...string) (got []string) {
		progress := make([]string, len(weights))
		for i := range progress {
			progress[i] = "10"
		}
		for _, p := range family(goal.Goal{Weighting: weighting}, weights, progress).top(t, rollup.Policy{}).Parts() {
			got = append(got, inPercent(p.Share, 1))
		}
		return got
	}
	t.Run("taskany shares what is left of 100", func(t *testing.T) {
		assert.Equal(t, []string{"30.0", "35.0", "35.0"}, shares(t, goal.Percent, "30", "", ""))
	})
	t.Run("Viva Goals, equal by default", func(t *testing.T) {
		assert.Equal(t, []string{"25.0", "25.0", "25.0", "25.0"}, shares(t, goal.Percent, "", "", "", ""))
	})
	t.Run("Leapsome weighs all the same unless all are given", func(t *testing.T) {
		assert.Equal(t, []string{"20.0", "30.0", "50.0"}, shares(t, goal.Relative, "2", "3", "5"))
		// Theirs is 33.3 each; we take a weight that is not given for 1.
		assert.Equal(t, []string{"50.0", "25.0", "25.0"}, shares(t, goal.Relative, "2", "", ""))
	})
}

// Leapsome leaves drafts and what was archived out of the mean.
func TestPublishedEligibility(t *testing.T) {
	var s sketch
	s.goal(goal.Goal{ID: "objective"})
	s.leaf(goal.Goal{ID: "result", Supports: link("objective", "")}, "40")
	s.leaf(goal.Goal{ID: "draft", State: goal.Draft, Supports: link("objective", "")}, "100")
	s.leaf(goal.Goal{ID: "archived", State: goal.Cancelled, Supports: link("objective", "")}, "90")
	assert.Equal(t, "0.4", of(t, s.on(t, 50, rollup.Policy{}), "objective").Progress.String())

	// In Viva Goals a parent is closed when all its children are; ours is as its
	// owner says, and its children count with what they were closed at.
	var closed sketch
	closed.goal(goal.Goal{ID: "objective"})
	for i, score := range []string{"0.9", "0.7"} {
		closed.leaf(goal.Goal{ID: fmt.Sprint(i), State: goal.Closed, Score: kpi.Num(score), Supports: link("objective", "")}, "1")
	}
	got := of(t, closed.on(t, 50, rollup.Policy{}), "objective")
	assert.Equal(t, "0.8", got.Progress.String())
	assert.Equal(t, rollup.Ahead, got.Status, "still open")
}

// Viva Goals expects 0% on the first day and 100% on the last: (day-1)/(days-1).
// We ask at the end of a day, of which one has then gone by: day/days.
func TestPublishedLine(t *testing.T) {
	var s sketch
	s.leaf(goal.Goal{ID: "goal"}, "1")
	for _, test := range []struct {
		day          int
		theirs, ours string
	}{{1, "0.00", "1.00"}, {50, "49.49", "50.00"}, {100, "100.00", "100.00"}} {
		got := of(t, s.on(t, test.day, rollup.Policy{}), "goal").Expected
		assert.Equal(t, test.ours, inPercent(got, 2), "day %d, theirs is %s", test.day, test.theirs)
	}
}

// Cascade's phased targets go in lines from one touchpoint to the next, or in
// steps, which expect nothing new in between.
func TestPublishedPhases(t *testing.T) {
	var s sketch
	for id, steps := range map[string]bool{"lines": false, "steps": true} {
		touchpoint := goal.Checkpoint{Date: dayOf(40).Format(time.DateOnly), Progress: kpi.Num("0.2")}
		s.leaf(goal.Goal{ID: id, Expected: &goal.Profile{Steps: steps, Checkpoints: []goal.Checkpoint{touchpoint}}}, "1")
	}
	for day, want := range map[int][2]string{20: {"0.1", "0"}, 39: {"0.195", "0"}, 40: {"0.2", "0.2"}, 70: {"0.6", "0.2"}, 100: {"1", "1"}} {
		snapshot := s.on(t, day, rollup.Policy{})
		assert.Equal(t, want[0], of(t, snapshot, "lines").Expected.String(), day)
		assert.Equal(t, want[1], of(t, snapshot, "steps").Expected.String(), day)
	}
}

// Perdoo and ServiceNow give a parent the status of its weakest child, BOJA the
// mean of 1 for on track, 2 for at risk and 3 for off track, rounded. Viva Goals
// takes the worst too, but not started is the best of its words; a goal of which
// nothing is known makes our parents no better.
func TestPublishedParentStatus(t *testing.T) {
	const onTrack, risk, off, open = "50", "40", "10", "" // progress where half is expected
	tests := []struct {
		source       string
		children     []string
		theirs, ours rollup.Status
	}{
		{"Perdoo", []string{onTrack, risk, onTrack}, rollup.Behind, rollup.Behind},
		{"ServiceNow", []string{onTrack, off, risk}, rollup.AtRisk, rollup.AtRisk},
		{"BOJA", []string{onTrack, onTrack, onTrack}, rollup.OnTrack, rollup.OnTrack},
		{"BOJA, mean 2", []string{onTrack, risk, off}, rollup.Behind, rollup.AtRisk},
		{"Viva Goals", []string{onTrack, risk, off}, rollup.AtRisk, rollup.AtRisk},
		{"Viva Goals, not started", []string{onTrack, open}, rollup.OnTrack, rollup.NoData},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			s := family(goal.Goal{}, nil, test.children)
			got := s.top(t, rollup.Policy{ParentStatus: rollup.ByWorst}).Status
			assert.Equal(t, test.ours, got, "theirs is %s", test.theirs)
		})
	}
}

// Engagedly, Cascade and Recruiterflow call a goal achieved or reached once it is
// at 100% of its target, whatever its pace; Cascade and Recruiterflow have a word
// for more, of which our raw progress tells.
func TestPublishedReached(t *testing.T) {
	for _, name := range []string{"engagedly", "cascade", "recruiterflow"} {
		t.Run(name, func(t *testing.T) {
			var s sketch
			s.leaf(goal.Goal{ID: "reached"}, "100")
			s.leaf(goal.Goal{ID: "exceeded"}, "110")
			snapshot := s.on(t, 10, rollup.Policy{Pace: preset(name)})
			assert.Equal(t, rollup.Achieved, of(t, snapshot, "reached").Status)
			assert.Equal(t, rollup.Achieved, of(t, snapshot, "exceeded").Status)
			assert.Equal(t, "1.1", of(t, snapshot, "exceeded").Raw.String())
		})
	}
}

// Mooncamp closes a goal at 100% as achieved, at 0% as missed, and in between as
// partly achieved; we call it partial from 70% on, the mark of Google's grades.
func TestPublishedClosing(t *testing.T) {
	tests := []struct {
		score        string
		theirs, ours rollup.Status
	}{
		{"1", rollup.Achieved, rollup.Achieved},
		{"0.7", rollup.Partial, rollup.Partial},
		{"0.5", rollup.Partial, rollup.Missed},
		{"0", rollup.Missed, rollup.Missed},
	}
	for _, test := range tests {
		t.Run("Mooncamp "+test.score, func(t *testing.T) {
			var s sketch
			s.leaf(goal.Goal{ID: "goal", State: goal.Closed, Score: kpi.Num(test.score)}, "1")
			assert.Equal(t, test.ours, of(t, s.on(t, 50, rollup.Policy{}), "goal").Status, "theirs is %s", test.theirs)
		})
	}
}

// Viva Goals postpones a goal by a copy in the next period that starts from the
// current value.
func TestPublishedPostponing(t *testing.T) {
	s := sketch{plan: goal.Plan{Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}}}}
	s.goal(goal.Goal{ID: "q1", Period: "2026-Q1", Measure: &goal.Measure{Metric: "followers", Target: new(kpi.Reach("1000", "2000"))}})
	s.readings = []kpi.Observation{{Metric: "followers", At: dayOf(80), Value: kpi.Int(1600)}}
	h, err := goal.New(s.plan)
	require.NoError(t, err)
	s.plan.Goals = append(s.plan.Goals, h.At(0).CarryOver("q2", "", kpi.Int(1600)))

	first := evaluated(t, s.plan, s.readings, "2026-04-01", rollup.Policy{})
	assert.Equal(t, "0.6", of(t, first, "q1").Progress.String())
	assert.Equal(t, "0", of(t, first, "q2").Progress.String())
	s.readings = append(s.readings, kpi.Observation{Metric: "followers", At: dayOf(120), Value: kpi.Int(1800)})
	later := evaluated(t, s.plan, s.readings, "2026-05-31", rollup.Policy{})
	assert.Equal(t, "0.6", of(t, later, "q1").Progress.String())
	assert.Equal(t, "0.5", of(t, later, "q2").Progress.String())
}

// Viva Goals warns of a goal that has not started 7 days after its start.
func TestPublishedUnstarted(t *testing.T) {
	var s sketch
	s.leaf(goal.Goal{ID: "goal"}, "")
	assert.Equal(t, rollup.NotStarted, of(t, s.on(t, 6, rollup.Policy{}), "goal").Status)
	assert.Equal(t, rollup.NoData, of(t, s.on(t, 7, rollup.Policy{}), "goal").Status)
}
