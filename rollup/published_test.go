package rollup_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// The examples below are those that makers of goal software print in their
// help pages; each names its maker.

func TestPublishedMeans(t *testing.T) {
	tests := []struct {
		source   string
		progress []string // of the children, in percent
		want     string   // in percent, with the decimals that are printed
	}{
		{"Quantive, objective", []string{"33", "58", "100"}, "64"},
		{"Quantive, objective", []string{"33", "58", "100"}, "63.67"},
		{"Viva Goals, scaled", []string{"0", "25", "20"}, "15"},
		{"Perdoo, capped", []string{"0", "200"}, "50"},
		{"Perdoo", []string{"100", "0", "0"}, "33"},
		{"Planview, progress", []string{"60", "20", "50"}, "43"},
		{"Planview, target", []string{"50", "40", "100"}, "63"},
	}
	for _, test := range tests {
		t.Run(test.source+" "+test.want, func(t *testing.T) {
			got := family(goal.Goal{}, nil, test.progress).top(t, rollup.Policy{}).Progress
			_, decimals, _ := strings.Cut(test.want, ".")
			assert.Equal(t, test.want, inPercent(got, len(decimals)))
		})
	}
}

// Quantive prints every level in whole percents. It goes on with exact figures,
// or the rounding does not show: both give 49 at the top.
func TestPublishedLevels(t *testing.T) {
	var s sketch
	s.goal(goal.Goal{ID: "company"})
	for _, objective := range [][]string{
		{"growth", "33", "58", "100"}, {"product", "85", "100", "50"}, {"people", "0", "6", "13"},
	} {
		id := objective[0]
		s.goal(goal.Goal{ID: id, Supports: link("company", "")})
		for _, progress := range objective[1:] {
			s.leaf(goal.Goal{ID: id + " " + progress, Supports: link(id, "")}, progress)
		}
	}
	// Two key results beside an objective of one.
	s.goal(goal.Goal{ID: "mixed"})
	s.leaf(goal.Goal{ID: "result 1", Supports: link("mixed", "")}, "27")
	s.leaf(goal.Goal{ID: "result 2", Supports: link("mixed", "")}, "18")
	s.goal(goal.Goal{ID: "child", Supports: link("mixed", "")})
	s.leaf(goal.Goal{ID: "its result", Supports: link("child", "")}, "73")

	snapshot := s.on(t, 50, rollup.Policy{})
	for id, want := range map[string]int64{"growth": 64, "product": 78, "people": 6, "company": 49, "mixed": 39} {
		got, ok := of(t, snapshot, id).Progress.Percent()
		assert.True(t, ok)
		assert.Equal(t, want, got, id)
	}
}

func TestPublishedScores(t *testing.T) {
	tests := []struct {
		source string
		target kpi.Target
		value  string
		raw    string // 1 = done, also where the source prints percents
	}{
		{"Quantive, fewer bugs", kpi.Reach("100", "60"), "80", "0.5"},
		{"Quantive, fewer bugs", kpi.Reach("100", "60"), "50", "1.25"},
		{"Viva Goals", kpi.Reach("15", "35"), "20", "0.25"},
		// Profit.co scores "at most T" as (2T-V)/T, which is the way from 2T to T.
		{"Profit.co, at most 1", kpi.Reach("2", "1"), "0.8", "1.2"},
		{"Profit.co, at most 1", kpi.Reach("2", "1"), "1.5", "0.5"},
		{"UpRaise, range", kpi.Within("5", "7"), "2", "0"},
		{"UpRaise, range", kpi.Within("5", "7"), "5", "1"},
		{"UpRaise, range", kpi.Within("5", "7"), "7", "1"},
		{"UpRaise, range", kpi.Within("5", "7"), "8", "0"},
	}
	for _, test := range tests {
		t.Run(test.source+" "+test.value, func(t *testing.T) {
			var s sketch
			s.leaf(goal.Goal{ID: "goal", Measure: aim(test.target)}, test.value)
			assert.Equal(t, test.raw, of(t, s.on(t, 50, rollup.Policy{}), "goal").Raw.String())
		})
	}
}

// In Viva Goals a parent from 30 to 60 whose children are at 15% reads 34.5.
func TestPublishedValueOfParent(t *testing.T) {
	parent := goal.Goal{Measure: aim(kpi.Reach("30", "60")), Progress: goal.FromChildren}
	got := family(parent, nil, []string{"0", "25", "20"}).top(t, rollup.Policy{})
	assert.Equal(t, "0.15", got.Progress.String())

	from := got.From.Rat()
	value := got.To.Rat()
	value.Sub(value, from)
	value.Mul(value, fraction(got.Progress))
	value.Add(value, from)
	assert.Equal(t, "34.5", value.FloatString(1))
}

func TestPublishedWeights(t *testing.T) {
	tests := []struct {
		source  string
		parent  goal.Goal
		weights []string
		shares  []string
	}{
		{"Viva Goals, the first fixed at 50", goal.Goal{Weighting: goal.Percent}, []string{"50", "", ""}, []string{"0.5", "0.25", "0.25"}},
		{"Lattice", goal.Goal{}, []string{"0", "50", "50"}, []string{"unknown", "0.5", "0.5"}},
		{"15Five, a key result and four objectives", goal.Goal{}, []string{"", "", "", "", ""}, []string{"0.2", "0.2", "0.2", "0.2", "0.2"}},
		{"15Five, with the key result as own measure", goal.Goal{Progress: goal.FromBlend}, []string{"", "", "", ""}, []string{"0.2", "0.2", "0.2", "0.2", "0.2"}},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			s := family(test.parent, test.weights, slices.Repeat([]string{"10"}, len(test.weights)))
			var shares []string
			for _, p := range s.top(t, rollup.Policy{}).Parts() {
				shares = append(shares, p.Share.String())
			}
			assert.Equal(t, test.shares, shares)
		})
	}
}

func TestPublishedPace(t *testing.T) {
	tests := []struct {
		source   string
		rule     rollup.Pace
		day      int // of 100, so many percent are expected
		progress string
		pace     string // in percent; Oboard and Cascade cut the decimals
		status   rollup.Status
	}{
		{"Viva Goals", preset("viva"), 52, "47", "90.38", rollup.Behind},
		{"Oboard", preset("oboard"), 40, "15", "37.50", rollup.AtRisk},
		{"Oboard", preset("oboard"), 40, "20", "50.00", rollup.Behind},
		{"Oboard", preset("oboard"), 40, "50", "125.00", rollup.OnTrack},
		{"Recruiterflow", preset("recruiterflow"), 15, "18", "120.00", rollup.OnTrack},
		{"Cascade", preset("cascade"), 55, "50", "90.91", rollup.Behind},
		{"Cascade", preset("cascade"), 22, "15", "68.18", rollup.AtRisk},
	}
	for _, test := range tests {
		t.Run(test.source+" "+test.progress, func(t *testing.T) {
			var s sketch
			s.leaf(goal.Goal{ID: "goal"}, test.progress)
			got := of(t, s.on(t, test.day, rollup.Policy{Pace: test.rule}), "goal")
			assert.Equal(t, test.pace, inPercent(got.Pace, 2))
			assert.Equal(t, test.status, got.Status)
		})
	}
}

// Where the bounds of makers' words lie.
func TestPublishedThresholds(t *testing.T) {
	type verdict struct {
		progress string
		want     rollup.Status
	}
	tests := []struct {
		source   string
		rule     rollup.Pace
		expected string
		verdicts []verdict
	}{
		{"Viva Goals: E-P <= 0, <= 25 points", preset("viva"), "0.52", []verdict{
			{"52", rollup.OnTrack}, {"51.999", rollup.Behind}, {"27", rollup.Behind}, {"26.999", rollup.AtRisk},
		}},
		{"Engagedly: E-P < 16.5, <= 33 points", preset("engagedly"), "0.5", []verdict{
			{"33.500000000000001", rollup.OnTrack}, {"33.5", rollup.Behind}, {"17", rollup.Behind}, {"16.999", rollup.AtRisk},
		}},
		{"Cascade: 95 to 105%, 85%", preset("cascade"), "0.5", []verdict{
			{"53", rollup.Ahead}, {"52.999", rollup.OnTrack}, {"47.5", rollup.OnTrack}, {"47.499", rollup.Behind}, {"42.5", rollup.Behind}, {"42.499", rollup.AtRisk},
		}},
		{"UpRaise: 0.95, 0.75", preset("upraise"), "0.4", []verdict{
			{"38", rollup.OnTrack}, {"37.999", rollup.Behind}, {"30", rollup.Behind}, {"29.999", rollup.AtRisk},
		}},
		{"Mooncamp: 90%, 70%", preset("mooncamp"), "0.5", []verdict{
			{"45", rollup.OnTrack}, {"44.999", rollup.Behind}, {"35", rollup.Behind}, {"34.999", rollup.AtRisk},
		}},
		{"ServiceNow: 90%, 75%", preset("servicenow"), "0.5", []verdict{
			{"45", rollup.OnTrack}, {"44.999", rollup.Behind}, {"37.5", rollup.Behind}, {"37.499", rollup.AtRisk},
		}},
		{"Oboard: 70%, 40%", preset("oboard"), "0.4", []verdict{
			{"28", rollup.OnTrack}, {"27.999", rollup.Behind}, {"16", rollup.Behind}, {"15.999", rollup.AtRisk},
		}},
		{"Recruiterflow: 99%, 81%", preset("recruiterflow"), "0.5", []verdict{
			{"49.5", rollup.OnTrack}, {"49.499", rollup.Behind}, {"40.5", rollup.Behind}, {"40.499", rollup.AtRisk},
		}},
		{"Google, end grades: 0.7, 0.4", ratio("0.7", "0.4"), "1", []verdict{
			{"70", rollup.OnTrack}, {"69.999", rollup.Behind}, {"40", rollup.Behind}, {"39.999", rollup.AtRisk},
		}},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			var s sketch
			for _, v := range test.verdicts {
				s.leaf(goal.Goal{ID: v.progress, Expected: expecting(test.expected)}, v.progress)
			}
			snapshot := s.on(t, 1, rollup.Policy{Pace: test.rule})
			for _, v := range test.verdicts {
				assert.Equal(t, v.want, of(t, snapshot, v.progress).Status, v.progress)
			}
		})
	}
}

// Planview expects of an objective the mean of what its key results are to be at.
func TestPublishedExpectation(t *testing.T) {
	var s sketch
	s.goal(goal.Goal{ID: "objective"})
	for i, kr := range [][2]string{{"60", "0.5"}, {"20", "0.4"}, {"50", "1"}} {
		s.leaf(goal.Goal{ID: fmt.Sprint("result ", i), Supports: link("objective", ""), Expected: expecting(kr[1])}, kr[0])
	}
	got := of(t, s.on(t, 1, rollup.Policy{Pace: points("0.10", "1")}), "objective")
	assert.Equal(t, "43", inPercent(got.Progress, 0))
	assert.Equal(t, "63", inPercent(got.Expected, 0))
	assert.Equal(t, rollup.Behind, got.Status)
}

// Cascade takes the mean of actual/expected, capped at 100, and prints 89.25,
// since it first makes 90 of 90.91 and 68 of 68.18.
func TestPublishedCascade(t *testing.T) {
	results := [][2]string{{"50", "55"}, {"99", "100"}, {"120", "100"}, {"15", "22"}}
	policy := rollup.Policy{Pace: preset("cascade")}

	t.Run("ratios as targets", func(t *testing.T) {
		var s sketch
		s.goal(goal.Goal{ID: "objective"})
		for i, r := range results {
			s.leaf(goal.Goal{
				ID: fmt.Sprint("result ", i), Supports: link("objective", ""),
				Measure: aim(kpi.Reach("0", r[1])), Expected: expecting("1"),
			}, r[0])
		}
		got := of(t, s.on(t, 1, policy), "objective")
		assert.Equal(t, "89.52", inPercent(got.Progress, 2))
		assert.Equal(t, rollup.Behind, got.Status)

		rounded := family(goal.Goal{}, nil, []string{"90", "99", "100", "68"}).top(t, policy)
		assert.Equal(t, "89.25", inPercent(rounded.Progress, 2))
	})

	// The pace of a goal is the ratio of means, in which a child counts as
	// much as is expected of it, and not the mean of ratios.
	t.Run("ratios as paces", func(t *testing.T) {
		var s sketch
		s.goal(goal.Goal{ID: "objective"})
		for i, r := range results {
			id, expected := fmt.Sprint("result ", i), r[1]+"e-2"
			s.leaf(goal.Goal{ID: id, Supports: link("objective", ""), Expected: expecting(expected)}, r[0])
		}
		snapshot := s.on(t, 1, policy)
		for i, want := range []string{"90.91", "99.00", "100.00", "68.18"} {
			assert.Equal(t, want, inPercent(of(t, snapshot, fmt.Sprint("result ", i)).Pace, 2))
		}
		got := of(t, snapshot, "objective")
		assert.Equal(t, "95.31", inPercent(got.Pace, 2)) // 264/277
		assert.Equal(t, rollup.OnTrack, got.Status)
	})
}

// ServiceNow plans 250 in each of four periods. At the end of the last one our
// status is no longer about pace.
func TestPublishedServiceNow(t *testing.T) {
	tests := []struct {
		source   string
		combine  kpi.Combine
		readings []string
		pace     []string
		status   []rollup.Status
	}{
		{
			"per period", kpi.Sum,
			[]string{"220", "240", "200", "230"},
			[]string{"88.0", "92.0", "88.0", "89.0"},
			[]rollup.Status{rollup.Behind, rollup.OnTrack, rollup.Behind, rollup.Missed},
		},
		{
			"cumulative", kpi.Last,
			[]string{"220", "480", "710", "968"},
			[]string{"88.0", "96.0", "94.7", "96.8"},
			[]rollup.Status{rollup.Behind, rollup.OnTrack, rollup.OnTrack, rollup.Missed},
		},
	}
	for _, test := range tests {
		t.Run(test.source, func(t *testing.T) {
			s := sketch{plan: goal.Plan{Metrics: []kpi.Metric{{ID: "sales", Combine: test.combine}}}}
			s.goal(goal.Goal{ID: "target", Measure: &goal.Measure{Metric: "sales", Target: new(kpi.Reach("0", "1000"))}})
			for i, v := range test.readings {
				s.readings = append(s.readings, kpi.Observation{Metric: "sales", At: dayOf(25 * (i + 1)), Value: kpi.Num(v)})
			}
			for i := range test.readings {
				got := of(t, s.on(t, 25*(i+1), rollup.Policy{Pace: preset("servicenow")}), "target")
				assert.Equal(t, test.pace[i], inPercent(got.Pace, 1))
				assert.Equal(t, test.status[i], got.Status)
			}
		})
	}
}
