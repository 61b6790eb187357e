package goal_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// bound returns the moment that text means in the hierarchy's zone.
func bound(t testing.TB, h *goal.Hierarchy, text string) time.Time {
	t.Helper()
	m, err := h.Moment(text)
	require.NoError(t, err)
	return m.Bound()
}

// single returns the only goal of a plan in a zone.
func single(t testing.TB, zone string, g goal.Goal) (*goal.Hierarchy, goal.Node) {
	t.Helper()
	if g.Level == "" {
		g.Level = goal.Micro
	}
	h := built(t, goal.Plan{Zone: zone, Metrics: leadPlan().Metrics, Goals: []goal.Goal{g}})
	return h, h.At(0)
}

func TestNodeState(t *testing.T) {
	tests := []struct {
		name  string
		state goal.State
		since string
		at    string
		want  goal.State
		cut   string // the bound up to which readings count, "" for at
	}{
		{"active", "", "", "2026-02-01", goal.Active, ""},
		{"paused always", goal.Paused, "", "1999-01-01", goal.Paused, ""},
		{"paused, the day before", goal.Paused, "2026-02-10", "2026-02-09", goal.Active, ""},
		{"paused, that day", goal.Paused, "2026-02-10", "2026-02-10", goal.Paused, "2026-02-09"},
		{"paused, later", goal.Paused, "2026-02-10", "2026-12-31", goal.Paused, "2026-02-09"},
		{"closed", goal.Closed, "2026-02-10", "2026-03-01", goal.Closed, "2026-02-09"},
		{"closed, before", goal.Closed, "2026-02-10", "2026-02-01", goal.Active, ""},
		{"draft", goal.Draft, "2026-02-10", "2026-02-10", goal.Draft, ""},
		{"draft, before", goal.Draft, "2026-02-10", "2026-02-09", goal.Active, ""},
		{"cancelled", goal.Cancelled, "2026-02-10", "2026-02-10", goal.Cancelled, ""},
		{"an instant, before", goal.Paused, "2026-02-10T12:00:00Z", "2026-02-10T11:59:59.999999999Z", goal.Active, ""},
		{"an instant, then", goal.Paused, "2026-02-10T12:00:00Z", "2026-02-10T12:00:00Z", goal.Paused, "2026-02-10T11:59:59.999999999Z"},
		{"an instant, that day", goal.Closed, "2026-02-10T12:00:00Z", "2026-02-10", goal.Closed, "2026-02-10T11:59:59.999999999Z"},
	}
	for _, zone := range []string{"UTC", "Asia/Tokyo"} {
		for _, test := range tests {
			t.Run(zone+" "+test.name, func(t *testing.T) {
				h, n := single(t, zone, goal.Goal{ID: "a", Period: "2026-Q1", State: test.state, Since: test.since})
				at := bound(t, h, test.at)
				assert.Equal(t, test.want, n.State(at))
				want := at
				if test.cut != "" {
					want = bound(t, h, test.cut)
				}
				assert.True(t, want.Equal(n.Cut(at)), "%s, not %s", n.Cut(at), want)
			})
		}
	}
}

func TestStateCounts(t *testing.T) {
	for state, want := range map[goal.State]bool{
		"": true, goal.Active: true, goal.Paused: true, goal.Closed: true, goal.Draft: false, goal.Cancelled: false,
	} {
		assert.Equal(t, want, state.Counts(), "%q", state)
	}
}

func TestNodeClosingScore(t *testing.T) {
	h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-Q1", State: goal.Closed, Since: "2026-02-10", Score: kpi.Num("0.8")})
	assert.Equal(t, "0.8", n.ClosingScore(bound(t, h, "2026-02-10")).String())
	assert.False(t, n.ClosingScore(bound(t, h, "2026-02-09")).Known(), "it was active")
	h, n = single(t, "", goal.Goal{ID: "a", Period: "2026-Q1", State: goal.Closed})
	assert.False(t, n.ClosingScore(bound(t, h, "2026-02-10")).Known(), "none was written")
	h, n = single(t, "", goal.Goal{ID: "a", Period: "2026-Q1"})
	assert.False(t, n.ClosingScore(bound(t, h, "2026-02-10")).Known())
}

func TestNodeOverride(t *testing.T) {
	tests := []struct {
		name, from, until, at string
		want                  bool
	}{
		{"always", "", "", "1999-01-01", true},
		{"from, the day before", "2026-02-10", "", "2026-02-09", false},
		{"from, that day", "2026-02-10", "", "2026-02-10", true},
		{"from, for ever", "2026-02-10", "", "2126-02-10", true},
		{"until, that day included", "", "2026-02-10", "2026-02-10", true},
		{"until, the last instant", "", "2026-02-10", "2026-02-10T23:59:59.999999999+09:00", true},
		{"until, the day after", "", "2026-02-10", "2026-02-11", false},
		{"until, the next instant", "", "2026-02-10", "2026-02-11T00:00:00+09:00", false},
		{"one day", "2026-02-10", "2026-02-10", "2026-02-10", true},
		{"one day, before", "2026-02-10", "2026-02-10", "2026-02-09", false},
		{"one day, after", "2026-02-10", "2026-02-10", "2026-02-11", false},
		{"from an instant, before", "2026-02-10T12:00:00+09:00", "", "2026-02-10T11:59:59+09:00", false},
		{"from an instant, then", "2026-02-10T12:00:00+09:00", "", "2026-02-10T12:00:00+09:00", true},
		{"until an instant, then", "", "2026-02-10T12:00:00+09:00", "2026-02-10T12:00:00+09:00", true},
		{"until an instant, after", "", "2026-02-10T12:00:00+09:00", "2026-02-10T12:00:00.000000001+09:00", false},
		{"until an instant of that day", "", "2026-02-10T12:00:00+09:00", "2026-02-10", false},
		{"by another clock", "2026-02-09T15:00:00Z", "", "2026-02-10T00:00:00+09:00", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h, n := single(t, "Asia/Tokyo", goal.Goal{
				ID: "a", Period: "2026-Q1",
				Override: &goal.Override{Progress: kpi.Num("0.7"), From: test.from, Until: test.until},
			})
			got := n.Override(bound(t, h, test.at))
			assert.Equal(t, test.want, got.Known())
			if test.want {
				assert.Equal(t, "0.7", got.String())
			}
		})
	}
	h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-Q1"})
	assert.False(t, n.Override(bound(t, h, "2026-02-10")).Known(), "none")
	h, n = single(t, "", goal.Goal{ID: "a", Period: "2026-Q1", Override: &goal.Override{Progress: kpi.Int(0)}})
	assert.True(t, n.Override(bound(t, h, "2026-02-10")).Equal(kpi.Units(0)), "a given 0 is in force")
}

func TestNodeExpectedByTarget(t *testing.T) {
	keep, milestone, reach := kpi.AtLeast("5"), kpi.Finish(), kpi.Reach("1", "2")
	tests := []struct {
		name    string
		measure *goal.Measure
		at      string
		want    string
	}{
		{"line, before", nil, "2026-08-31", "0"},
		{"line, first of 30 days", nil, "2026-09-01", "0.033333333333333333"},
		{"line, half", nil, "2026-09-15", "0.5"},
		{"line, last day", nil, "2026-09-30", "1"},
		{"line, after", nil, "2027-09-30", "1"},
		{"reach", &goal.Measure{Target: &reach}, "2026-09-15", "0.5"},
		{"watched", &goal.Measure{}, "2026-09-15", "0.5"},
		{"keep, before", &goal.Measure{Target: &keep}, "2026-08-31", "0"},
		{"keep, from the start", &goal.Measure{Target: &keep}, "2026-09-01T00:00:00Z", "1"},
		{"keep, after", &goal.Measure{Target: &keep}, "2027-09-01", "1"},
		{"milestone, before the end", &goal.Measure{Target: &milestone}, "2026-09-29", "0"},
		{"milestone, at the end", &goal.Measure{Target: &milestone}, "2026-09-30", "1"},
		{"milestone, after", &goal.Measure{Target: &milestone}, "2027-09-30", "1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-09", Measure: test.measure})
			assert.Equal(t, test.want, n.Expected(bound(t, h, test.at)).String())
		})
	}
}

// What is expected of a paused or closed goal stops where it was stopped.
func TestNodeExpectedStops(t *testing.T) {
	for _, state := range []goal.State{goal.Paused, goal.Closed} {
		h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-09", State: state, Since: "2026-09-07"})
		assert.Equal(t, "0.1", n.Expected(bound(t, h, "2026-09-03")).String())
		assert.Equal(t, "0.2", n.Expected(bound(t, h, "2026-09-30")).String(), "six of 30 days")
	}
	h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-09", State: goal.Paused})
	assert.Equal(t, "0.5", n.Expected(bound(t, h, "2026-09-15")).String(), "without a day it is not cut")
}

func TestNodeExpectedCheckpoints(t *testing.T) {
	// September has 30 days. A checkpoint is the end of its day.
	line := goal.Profile{Checkpoints: checkpoints("2026-09-06", "0.4", "2026-09-16", "0.5", "2026-09-26", "0.5")}
	steps := line
	steps.Steps = true
	short := goal.Profile{Checkpoints: checkpoints("2026-09-30", "0.6")}
	instant := goal.Profile{Checkpoints: checkpoints("2026-09-01T11:59:59.999999999Z", "0.5")} // up to and including: noon
	tests := []struct {
		name    string
		profile goal.Profile
		at      string
		want    string
	}{
		{"line, before", line, "2026-08-20", "0"},
		{"line, from 0", line, "2026-09-03", "0.2"},
		{"line, at a checkpoint", line, "2026-09-06", "0.4"},
		{"line, between", line, "2026-09-11", "0.45"},
		{"line, level", line, "2026-09-20", "0.5"},
		{"line, to 1 at the end", line, "2026-09-28", "0.75"},
		{"line, end", line, "2026-09-30", "1"},
		{"line, after", line, "2026-10-30", "1"},
		{"steps, before the first", steps, "2026-09-05", "0"},
		{"steps, first", steps, "2026-09-06", "0.4"},
		{"steps, between", steps, "2026-09-15", "0.4"},
		{"steps, second", steps, "2026-09-16", "0.5"},
		{"steps, after the last", steps, "2026-09-29", "0.5"},
		{"steps, end", steps, "2026-09-30", "1"},
		{"less than all at the end", short, "2026-09-30", "0.6"},
		{"less than all, later", short, "2026-12-30", "0.6"},
		{"less than all, half way", short, "2026-09-15", "0.3"},
		{"an instant", instant, "2026-09-01T05:59:59.999999999Z", "0.25"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h, n := single(t, "", goal.Goal{ID: "a", Period: "2026-09", Expected: &test.profile})
			assert.Equal(t, test.want, n.Expected(bound(t, h, test.at)).String())
		})
	}
}

func TestNodeExpectedBuckets(t *testing.T) {
	buckets := func(by goal.BucketBy, weights ...int64) goal.Profile {
		p := goal.Profile{By: by}
		for _, w := range weights {
			p.Buckets = append(p.Buckets, kpi.Int(w))
		}
		return p
	}
	tests := []struct {
		name    string
		period  string
		profile goal.Profile
		at      string
		want    string
	}{
		{"slices, a third", "2026-09", buckets("", 1, 0, 3), "2026-09-10", "0.25"},
		{"slices, an empty one", "2026-09", buckets("slice", 1, 0, 3), "2026-09-15", "0.25"},
		{"slices, within", "2026-09", buckets("", 1, 0, 3), "2026-09-25", "0.625"}, // 1/4 + 3/4 × 5/10
		{"slices, end", "2026-09", buckets("", 1, 0, 3), "2026-09-30", "1"},
		// 7 slices of 10 days: day 1 is 7/10 of the first.
		{"slices, no whole days", "2026-09-01/2026-09-10", buckets("", 1, 1, 1, 1, 1, 1, 1), "2026-09-01", "0.1"},
		// Christmas trade: the last quarter by month, 1 : 2 : 5.
		{"months, first", "2026-Q4", buckets("month", 1, 2, 5), "2026-10-31", "0.125"},
		{"months, second", "2026-Q4", buckets("month", 1, 2, 5), "2026-11-30", "0.375"},
		{"months, within", "2026-Q4", buckets("month", 1, 2, 5), "2026-11-15", "0.25"}, // 1/8 + 2/8 × 15/30
		{"months, cut by the period", "2026-01-30/2026-02-14", buckets("month", 1, 1), "2026-01-30", "0.25"},
		{"months, cut at the end", "2026-01-30/2026-02-14", buckets("month", 1, 1), "2026-02-07", "0.75"},
		// January 1, 2026 is a Thursday: its first week has four days of the year.
		{"weeks, cut", "2026-01-01/2026-01-11", buckets("week", 4, 6), "2026-01-02", "0.2"},
		{"weeks, second", "2026-01-01/2026-01-11", buckets("week", 4, 6), "2026-01-04", "0.4"},
		{"nothing at first", "2026-Q4", buckets("month", 0, 0, 5), "2026-11-30", "0"},
		{"nothing at last", "2026-Q4", buckets("month", 5, 0, 0), "2026-10-31", "1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			h, n := single(t, "", goal.Goal{ID: "a", Period: test.period, Expected: &test.profile})
			assert.Equal(t, test.want, n.Expected(bound(t, h, test.at)).String())
		})
	}
}

// TestNodeExpectedAgainstRationals recomputes random profiles of a year, days
// counted by hand and not by the library.
func TestNodeExpectedAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(53, 59))
	const days = 365
	first := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	date := func(day int) string { return first.AddDate(0, 0, day-1).Format(time.DateOnly) } // day 1 is January 1
	for range 100 {
		profile := goal.Profile{Steps: random.IntN(2) == 0}
		daysOf, progress := []int{0}, []*big.Rat{new(big.Rat)}
		for day, p := 0, 0; ; {
			day, p = day+1+random.IntN(90), p+random.IntN(300)
			if day >= days || p >= 1000 {
				break
			}
			profile.Checkpoints = append(profile.Checkpoints, goal.Checkpoint{Date: date(day), Progress: kpi.Num(fmt.Sprintf("%de-3", p))})
			daysOf, progress = append(daysOf, day), append(progress, big.NewRat(int64(p), 1000))
		}
		if len(profile.Checkpoints) == 0 {
			continue
		}
		daysOf, progress = append(daysOf, days), append(progress, big.NewRat(1, 1))
		h, n := single(t, "", goal.Goal{ID: "a", Period: "2026", Expected: &profile})
		for range 20 {
			day := 1 + random.IntN(days)
			k := 0
			for k+1 < len(daysOf) && daysOf[k+1] <= day {
				k++
			}
			want := new(big.Rat).Set(progress[k])
			if !profile.Steps && k+1 < len(daysOf) {
				part := big.NewRat(int64(day-daysOf[k]), int64(daysOf[k+1]-daysOf[k]))
				part.Mul(part, new(big.Rat).Sub(progress[k+1], progress[k]))
				want.Add(want, part)
			}
			got, ok := n.Expected(bound(t, h, date(day))).Decimal()
			require.True(t, ok)
			require.Equal(t, want.FloatString(18), got.StringFixed(18), "day %d of %v", day, profile)
		}
	}
}

// In a zone with daylight-saving time a day is what clocks say it is.
func TestNodeExpectedInZones(t *testing.T) {
	// 2026-03-29 has 23 hours in Berlin: the period has 47.
	h, n := single(t, "Europe/Berlin", goal.Goal{ID: "a", Period: "2026-03-28/2026-03-29"})
	assert.Equal(t, new(big.Rat).SetFrac64(24, 47).FloatString(18), n.Expected(bound(t, h, "2026-03-28")).String())
	assert.Equal(t, "1", n.Expected(bound(t, h, "2026-03-29")).String())
}

func TestNodeAsk(t *testing.T) {
	reach := kpi.Reach("1", "2")
	measured := func(m goal.Measure) goal.Goal {
		m.Target = &reach
		return goal.Goal{ID: "a", Period: "2026-Q1", Measure: &m}
	}
	tests := []struct {
		name   string
		goal   goal.Goal
		change func(g *goal.Goal)
		at     string
		want   kpi.Ask
		window string // "" for no question
	}{
		{"not measured", goal.Goal{ID: "a", Period: "2026-Q1"}, nil, "2026-02-01", kpi.Ask{}, ""},
		{
			"up to the moment", measured(goal.Measure{Metric: "leads"}), nil, "2026-02-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-01-01/2026-02-01",
		},
		{
			"over", measured(goal.Measure{Metric: "leads"}), nil, "2026-12-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-Q1",
		},
		{
			"not begun", measured(goal.Measure{Metric: "leads"}), nil, "2025-11-30",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2025-12-01T00:00:00Z+0",
		},
		{
			"own series", measured(goal.Measure{}), nil, "2026-02-01",
			kpi.Ask{Goal: "a", AllChannels: true},
			"2026-01-01/2026-02-01",
		},
		{
			"own channel", measured(goal.Measure{Metric: "leads", Channel: "mail"}), func(g *goal.Goal) { g.Channel = "fair" }, "2026-02-01",
			kpi.Ask{Metric: "leads", Channel: "mail"},
			"2026-01-01/2026-02-01",
		},
		{
			"the goal's channel", measured(goal.Measure{Metric: "leads"}), func(g *goal.Goal) { g.Channel = "fair" }, "2026-02-01",
			kpi.Ask{Metric: "leads", Channel: "fair"},
			"2026-01-01/2026-02-01",
		},
		{
			"trailing", measured(goal.Measure{Metric: "leads", Window: "28d"}), nil, "2026-02-28",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-02",
		},
		{
			"trailing beyond the start", measured(goal.Measure{Metric: "leads", Window: "28d"}), nil, "2026-01-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2025-12-05/2026-01-01",
		},
		{
			"trailing, over", measured(goal.Measure{Metric: "leads", Window: "1m"}), nil, "2026-12-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-03",
		},
		{
			"paused", measured(goal.Measure{Metric: "leads"}), func(g *goal.Goal) { g.State, g.Since = goal.Paused, "2026-02-01" }, "2026-03-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-01",
		},
		{
			"closed, trailing", measured(goal.Measure{Metric: "leads", Window: "31d"}), func(g *goal.Goal) { g.State, g.Since = goal.Closed, "2026-02-01" }, "2026-12-01",
			kpi.Ask{Metric: "leads", AllChannels: true},
			"2026-01",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.change != nil {
				test.change(&test.goal)
			}
			h, n := single(t, "", test.goal)
			got, ok := n.Ask(bound(t, h, test.at))
			require.Equal(t, test.window != "", ok)
			if !ok {
				return
			}
			if instant, empty := strings.CutSuffix(test.window, "+0"); empty {
				assert.True(t, got.Window.IsEmpty())
				assert.Equal(t, instant, got.Window.End.Format(time.RFC3339))
				return
			}
			window, err := kpi.ParsePeriod(test.window, time.UTC)
			require.NoError(t, err)
			assert.True(t, window.Equal(got.Window), "%s", got.Window)
			got.Window = kpi.Period{}
			assert.Equal(t, test.want, got)
		})
	}
}

func TestNodeSaysWhatThePlanSays(t *testing.T) {
	h := built(t, decode(t, everything))
	n, ok := h.Node("cvr-q1")
	require.True(t, ok)
	assert.Equal(t, 1, n.Index())
	assert.Equal(t, n, h.At(1), "nodes are comparable")
	assert.Equal(t, "cvr-q1", n.ID())
	assert.Equal(t, goal.Micro, n.Level())
	assert.Equal(t, kpi.Fortnightly, n.Cadence())
	assert.Equal(t, "2026-01-01T00:00:00+01:00/2026-04-01T00:00:00+02:00", n.Period().String())
	assert.Equal(t, goal.FromBlend, n.ProgressFrom())
	assert.Equal(t, "2", n.BlendWeight().String())
	assert.Equal(t, goal.Mean, n.Method())
	m, ok := n.Measure()
	require.True(t, ok)
	assert.Equal(t, "28d", m.Window)
	target, combine, ok := n.Target()
	require.True(t, ok)
	assert.Equal(t, kpi.KindReach, target.Kind)
	assert.Empty(t, combine, "a derived metric")

	root := h.At(0)
	assert.Equal(t, "More leads", root.Title())
	assert.Equal(t, goal.ProgressFrom(""), root.ProgressFrom())
	assert.Equal(t, "1", root.BlendWeight().String())
	_, ok = root.Measure()
	assert.False(t, ok)
	_, _, ok = root.Target()
	assert.False(t, ok)
	assert.Empty(t, root.TargetKind())
	assert.NotEmpty(t, n.TargetKind())

	own, _ := h.Node("keep")
	_, combine, _ = own.Target()
	assert.Equal(t, kpi.Last, combine, "an own series")
	_, ok = h.Node("decade")
	assert.False(t, ok)
}

func TestMomentReadsThePlansZone(t *testing.T) {
	h, _ := single(t, "America/New_York", goal.Goal{ID: "a", Period: "2026"})
	assert.Equal(t, "2026-04-01T04:00:00Z", bound(t, h, "2026-03-31").UTC().Format(time.RFC3339))
	_, err := h.Moment("yesterday")
	require.ErrorIs(t, err, kpi.ErrTime)
}

// Sequences can be left early and walked again.
func TestSequencesStop(t *testing.T) {
	h := built(t, leadPlan())
	root := h.At(year)
	for range 2 {
		for range h.All() {
			break
		}
		for range h.Roots() {
			break
		}
		for range h.BottomUp() {
			break
		}
		for range h.TopDown() {
			break
		}
		for range root.Children() {
			break
		}
		for range h.At(mail).Parents() {
			break
		}
	}
	var ids []string
	for n := range h.All() {
		ids = append(ids, n.ID())
	}
	assert.Equal(t, []string{"year", "insta", "mail", "subject"}, ids)
}
