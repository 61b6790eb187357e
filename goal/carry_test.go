package goal_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestCarryOverPeriod(t *testing.T) {
	tests := []struct{ zone, period, want string }{
		{"", "2026", "2027"},
		{"", "0009", "0010"},
		{"", "2026-H1", "2026-H2"},
		{"", "2026-H2", "2027-H1"},
		{"", "2026-Q3", "2026-Q4"},
		{"", "2026-Q4", "2027-Q1"},
		{"", "2026@04", "2027@04"},
		{"", "2026-H2@10", "2027-H1@10"},
		{"", "2026-Q3@04", "2026-Q4@04"}, // the last of fiscal 2026 is in 2027
		{"", "2026-Q4@04", "2027-Q1@04"},
		{"", "2026-Q2@12", "2026-Q3@12"},
		{"", "2026-12", "2027-01"},
		{"", "2026-W53", "2027-W01"},
		{"", "2025-W52", "2026-W01"},
		{"", "2028-02-28", "2028-02-29"},
		{"", "2026-03-05/2026-03-31", "2026-04-01/2026-04-27"},
		{"Europe/Berlin", "2026-03-20/2026-03-31", "2026-04-01/2026-04-12"}, // clocks go forward in between
		{"Europe/Berlin", "2026-03", "2026-04"},
		{"America/Sao_Paulo", "2018-11-03", "2018-11-04"}, // starts at 01:00
		{"Pacific/Apia", "2011-12-29", "2011-12-31"},      // the 30th was skipped
		{"", "2026-03-05T09:00:00Z/2026-03-05T17:00:00Z", "2026-03-05T17:00:00Z/2026-03-06T01:00:00Z"},
		{"", "2026-03-05T00:00:00Z/2026-03-06T00:00:00Z", "2026-03-06T00:00:00Z/2026-03-07T00:00:00Z"},
		{"", "9999", ""},
		{"", "9999-12-31", ""},
	}
	for _, test := range tests {
		t.Run(test.period+" "+test.zone, func(t *testing.T) {
			h, n := single(t, test.zone, goal.Goal{ID: "a", Period: test.period})
			g := n.CarryOver("b", "", kpi.Number{})
			assert.Equal(t, test.want, g.Period)
			if test.want == "" {
				return
			}
			got, err := kpi.ParsePeriod(g.Period, h.Location())
			require.NoError(t, err)
			assert.True(t, n.Period().Next().Equal(got), got)
		})
	}
}

// Every period of a kind leads through all of that kind.
func TestCarryOverGoesOn(t *testing.T) {
	for start, layout := range map[string]string{
		"1999": "%04d", "1999-H1": "%04d-H%d", "1999-Q1": "%04d-Q%d", "1999-Q1@07": "%04d-Q%d@07", "1999-01": "%04d-%02d",
	} {
		parts := map[string]int{"%04d": 1, "%04d-H%d": 2, "%04d-Q%d": 4, "%04d-Q%d@07": 4, "%04d-%02d": 12}[layout]
		text := start
		for i := range 40 {
			year, part := 1999+i/parts, i%parts+1
			want := fmt.Sprintf(layout, year, part)
			if parts == 1 {
				want = fmt.Sprintf(layout, year)
			}
			require.Equal(t, want, text)
			_, n := single(t, "Asia/Kathmandu", goal.Goal{ID: "a", Period: text})
			text = n.CarryOver("b", "", kpi.Number{}).Period
		}
	}
}

func TestCarryOverTarget(t *testing.T) {
	bent := kpi.Reach("10", "20")
	bent.Points = []kpi.Point{kpi.PointAt("12", "0.5")}
	lastYear := kpi.ChangeBy("-10%")
	lastYear.FromAt = "2025-Q1"
	none := kpi.Number{}
	tests := []struct {
		name   string
		metric string
		target kpi.Target
		from   kpi.Number
		want   kpi.Target
	}{
		{"a stock", "followers", kpi.Reach("5000", "5500"), kpi.Int(5200), kpi.Reach("5200", "5500")},
		{"a stock, unknown", "followers", kpi.Reach("5000", "5500"), none, kpi.Deliver("5500")},
		{"a change", "followers", kpi.ReachBy("5000", "+10%"), kpi.Int(5200), kpi.ReachBy("5200", "+10%")},
		{"a measured change", "followers", lastYear, kpi.Int(5200), kpi.ReachBy("5200", "-10%")},
		{"a measured change, unknown", "followers", lastYear, none, kpi.ChangeBy("-10%")},
		{"a bent way", "followers", bent, kpi.Int(15), kpi.Reach("15", "20")},
		{"an amount", "leads", kpi.Deliver("300"), kpi.Int(280), kpi.Deliver("300")},
		{"an amount from a baseline", "leads", kpi.Reach("200", "300"), kpi.Int(280), kpi.Reach("200", "300")},
		{"a bent amount", "leads", bent, kpi.Int(15), bent},
		{"a changed amount", "leads", kpi.ReachBy("200", "+10%"), kpi.Int(280), kpi.ReachBy("280", "+10%")},
		{"a limit", "rank", kpi.AtMost("3"), kpi.Int(4), kpi.AtMost("3")},
		{"a milestone", "", kpi.Finish(), kpi.Int(0), kpi.Finish()},
		{"a series of its own", "", kpi.Reach("0", "20"), kpi.Int(15), kpi.Reach("15", "20")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := leadPlan()
			p.Goals = append(p.Goals, goal.Goal{
				ID: "old", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "year", Weight: kpi.Int(2)}},
				Measure: &goal.Measure{Metric: test.metric, Target: &test.target},
			})
			h := built(t, p)
			n, _ := h.Node("old")
			g := n.CarryOver("new", "", test.from)
			assert.Equal(t, &goal.Measure{Metric: test.metric, Target: &test.want}, g.Measure)
			p.Goals = append(p.Goals, g)
			built(t, p)
		})
	}
}

func TestCarryOverKeepsAndClears(t *testing.T) {
	budget := &goal.Budget{Amount: kpi.Int(9), Currency: "EUR"}
	old := goal.Goal{
		ID: "old", Title: "t", Description: "d", Level: goal.Macro, Period: "2026-Q1", Owner: "Ada", Delegate: "Lin", Channel: "web",
		Tags: []string{"x"}, Cadence: kpi.Weekly, Method: goal.Min, Weighting: goal.Percent, Ambition: goal.Aspirational,
		Progress: goal.FromChildren, BlendWeight: kpi.Int(3), Previous: "older",
		Guard: &goal.Measure{Metric: "rank", Target: new(kpi.AtMost("3"))}, Budget: budget, Cost: "spend", Return: "spend",
		Meta: map[string]string{"k": "v"},
	}
	want := old
	want.ID, want.Previous, want.Period = "new", "old", "2026-Q3"
	old.State, old.Since, old.Score = goal.Closed, "2026-03-20", kpi.Num("0.8")
	old.Override = &goal.Override{Progress: kpi.Num("0.5")}
	old.Expected = &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: "2026-02-01", Progress: kpi.Num("0.5")}}}
	_, n := single(t, "", old)
	got := n.CarryOver("new", "2026-Q3", kpi.Int(1))
	assert.Equal(t, want, got)
	scribbleGoal(&got)
	assert.Equal(t, old, n.Goal(), "a copy")
}

func TestCarryOverBuckets(t *testing.T) {
	buckets := func(n int, by goal.BucketBy) *goal.Profile {
		e := &goal.Profile{By: by}
		for i := range n {
			e.Buckets = append(e.Buckets, kpi.Int(int64(i+1)))
		}
		return e
	}
	tests := []struct {
		name         string
		expected     *goal.Profile
		period, next string
		keeps        bool
	}{
		{"slices", buckets(5, ""), "2026-Q1", "", true},
		{"as many months", buckets(3, goal.ByMonth), "2026-Q1", "", true},
		{"other months", buckets(3, goal.ByMonth), "2026-Q1", "2026-H2", false},
		{"as many weeks", buckets(14, goal.ByWeek), "2026-Q1", "", true},
		{"other weeks", buckets(5, goal.ByWeek), "2026-02", "2026-06-01/2026-06-28", false},
		{"no such period", buckets(5, ""), "2026-Q1", "soon", false},
		{"none", nil, "2026-Q1", "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, n := single(t, "", goal.Goal{ID: "a", Period: test.period, Expected: test.expected})
			g := n.CarryOver("b", test.next, kpi.Number{})
			if !test.keeps {
				assert.Nil(t, g.Expected)
				return
			}
			assert.Equal(t, test.expected, g.Expected)
			single(t, "", g)
		})
	}
}
