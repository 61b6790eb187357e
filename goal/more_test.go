package goal_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

func TestNodeAskBaseline(t *testing.T) {
	grow, lastYear := kpi.ChangeBy("10%"), kpi.ChangeBy("10%")
	lastYear.FromAt = "2025-Q2"
	tests := []struct {
		name   string
		goal   goal.Goal
		at     string
		window string // "" for no question
	}{
		{"the quarter before", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: &grow}}, "2026-05-10", "2026-Q1"},
		{"of the year before", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: &lastYear}}, "2026-05-10", "2025-Q2"},
		{"a trailing window", goal.Goal{Measure: &goal.Measure{Metric: "leads", Window: "1w", Target: &grow}}, "2026-05-10", "2026-03-25/2026-03-31"},
		{"as far as it is over", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: &grow}}, "2026-02-10", "2026-01-01/2026-02-10"},
		{"nothing of it yet", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: &grow}}, "2025-02-10", "2025-02-11T00:00:00Z+0"},
		{"up to a pause", goal.Goal{State: goal.Paused, Since: "2026-02-10", Measure: &goal.Measure{Metric: "leads", Target: &grow}}, "2026-05-10", "2026-01-01/2026-02-09"},
		{"the start of a stock", goal.Goal{Measure: &goal.Measure{Metric: "followers", Target: &grow}}, "2026-05-10", "2026-01-01T00:00:00Z/2026-04-01T00:00:00.000000001Z"},
		{"only watched", goal.Goal{Measure: &goal.Measure{Metric: "leads"}}, "2026-05-10", ""},
		{"not measured", goal.Goal{}, "2026-05-10", ""},
		{"known", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: new(kpi.ReachBy("100", "10%"))}}, "2026-05-10", ""},
		{"not needed", goal.Goal{Measure: &goal.Measure{Metric: "leads", Target: new(kpi.Deliver("100"))}}, "2026-05-10", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.goal.ID, test.goal.Period = "a", "2026-Q2"
			h, n := single(t, "", test.goal)
			ask, ok := n.AskBaseline(bound(t, h, test.at))
			require.Equal(t, test.window != "", ok)
			assert.Equal(t, ok, n.AsksMore())
			if !ok {
				return
			}
			assert.Equal(t, test.goal.Measure.Metric, ask.Metric)
			assert.True(t, ask.AllChannels)
			if test.name == "nothing of it yet" {
				assert.True(t, ask.Window.IsEmpty())
				return
			}
			want, err := kpi.ParsePeriod(test.window, nil)
			require.NoError(t, err)
			assert.True(t, want.Equal(ask.Window), ask.Window)
		})
	}
}

func TestNodeAskDue(t *testing.T) {
	tests := []struct {
		name    string
		zone    string
		period  string
		cadence kpi.Cadence
		window  string
		state   goal.State
		at      string
		want    []string // the windows asked about
	}{
		{"none over", "", "2026-Q1", kpi.Weekly, "", "", "2026-01-06", nil},
		{"one over", "", "2026-Q1", kpi.Weekly, "", "", "2026-01-07", []string{"2026-01-01/2026-01-07"}},
		{"the last is shorter", "", "2026-01-01/2026-01-10", kpi.Weekly, "", "", "2026-05-01", []string{"2026-01-01/2026-01-07", "2026-01-08/2026-01-10"}},
		{"months do not drift", "", "2026-01-31/2026-04-29", kpi.Monthly, "", "", "2026-05-01", []string{"2026-01-31/2026-02-27", "2026-02-28/2026-03-30", "2026-03-31/2026-04-29"}},
		{"trailing windows", "", "2026-02", kpi.Fortnightly, "28d", "", "2026-05-01", []string{"2026-01-18/2026-02-14", "2026-02"}},
		{"up to a pause", "", "2026-Q1", kpi.Weekly, "", goal.Paused, "2026-05-01", []string{"2026-01-01/2026-01-07"}},
		{"days of 23 hours", "Europe/Berlin", "2026-03-28/2026-03-30", kpi.Daily, "", "", "2026-05-01", []string{"2026-03-28", "2026-03-29", "2026-03-30"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := kpi.AtLeast("1").Keep()
			g := goal.Goal{ID: "a", Period: test.period, Cadence: test.cadence, Measure: &goal.Measure{Metric: "leads", Window: test.window, Target: &target}}
			if test.state != "" {
				g.State, g.Since = test.state, "2026-01-10"
			}
			h, n := single(t, test.zone, g)
			require.True(t, n.ByShare())
			var windows []kpi.Period
			for due, ask := range n.AskDue(bound(t, h, test.at)) {
				windows = append(windows, ask.Window)
				assert.True(t, due.Equal(ask.Window) || test.window != "" && due.End.Equal(ask.Window.End))
			}
			require.Len(t, windows, len(test.want))
			for i, text := range test.want {
				want, err := kpi.ParsePeriod(text, h.Location())
				require.NoError(t, err)
				assert.True(t, want.Equal(windows[i]), "want %s, got %s", want, windows[i])
			}
			turns, err := n.Turns(new(kpi.Ledger), kpi.Before(bound(t, h, test.at)))
			require.NoError(t, err)
			assert.Len(t, turns, len(windows))
		})
	}
	_, latest := single(t, "", goal.Goal{ID: "a", Period: "2026", Cadence: kpi.Daily, Measure: &goal.Measure{Metric: "leads", Target: new(kpi.AtLeast("1"))}})
	assert.False(t, latest.ByShare())
	for range latest.AskDue(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)) {
		t.Fatal("nothing is due for a goal that is scored by its latest value")
	}
}

func TestNodeTurnsFails(t *testing.T) {
	target := kpi.AtLeast("1").Keep()
	_, n := single(t, "", goal.Goal{ID: "a", Period: "2026-01-01/2026-01-02", Cadence: kpi.Daily, Measure: &goal.Measure{Metric: "followers", Target: &target}})
	at := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Metric: "followers", At: at, Value: kpi.Int(1)},
		kpi.Observation{Metric: "followers", At: at, Value: kpi.Int(2)},
	))
	_, err := n.Turns(&ledger, kpi.UpTo(at.AddDate(0, 0, 1)))
	require.ErrorIs(t, err, kpi.ErrObservation)
}

// Ends are those of the plan, or what was measured makes of the target.
func TestNodeEnds(t *testing.T) {
	measured := kpi.ValueOf(kpi.Int(50))
	bent := kpi.Reach("0", "10")
	bent.Points = []kpi.Point{kpi.PointAt("5", "0.9")}
	tests := []struct {
		metric   string
		target   kpi.Target
		baseline kpi.Value
		want     []string // none for no ends
	}{
		{"followers", kpi.Reach("5", "10"), measured, []string{"5", "10"}},
		{"leads", kpi.ReachBy("200", "10"), kpi.Value{}, []string{"0", "210"}},
		{"followers", kpi.ChangeBy("+10%"), measured, []string{"50", "55"}},
		{"leads", kpi.ChangeBy("+10%"), measured, []string{"0", "55"}},
		{"followers", kpi.Deliver("40"), measured, []string{"50", "40"}},
		{"followers", kpi.Deliver("40"), kpi.Value{}, nil},
		{"leads", kpi.ChangeBy("10%"), kpi.Value{}, nil},
		{"followers", kpi.Deliver("50"), measured, nil},
		{"followers", bent, measured, nil},
		{"followers", kpi.AtLeast("3"), measured, nil},
	}
	for _, test := range tests {
		_, n := single(t, "", goal.Goal{ID: "a", Period: "2026", Measure: &goal.Measure{Metric: test.metric, Target: &test.target}})
		from, to, ok := n.Ends(test.baseline)
		require.Equal(t, len(test.want) > 0, ok, test.target)
		if ok {
			assert.True(t, slices.Equal(test.want, []string{from.String(), to.String()}), "%s to %s", from, to)
		}
	}
}
