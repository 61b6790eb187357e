package rollup_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A sketch is a plan in the making, with the readings. What its goals leave
// open is filled in: the period has 100 days, from the first of January.
type sketch struct {
	plan     goal.Plan
	readings []kpi.Observation
}

// goal adds a goal.
func (s *sketch) goal(g goal.Goal) {
	if g.Level == "" {
		g.Level = goal.Micro
	}
	if g.Period == "" {
		g.Period = "2026-01-01/2026-04-10"
	}
	s.plan.Goals = append(s.plan.Goals, g)
}

// leaf adds a goal with a reading of its own series, in percent unless it has
// a measure. An empty reading is none.
func (s *sketch) leaf(g goal.Goal, reading string) {
	if g.Measure == nil {
		g.Measure = aim(kpi.Reach("0", "100"))
	}
	s.goal(g)
	if reading != "" {
		s.readings = append(s.readings, kpi.Observation{Goal: g.ID, At: dayOf(1), Value: kpi.Num(reading)})
	}
}

// on evaluates the sketch at the end of a day of its period.
func (s *sketch) on(t *testing.T, day int, policy rollup.Policy) *rollup.Snapshot {
	t.Helper()
	return evaluated(t, s.plan, s.readings, dayOf(day).Format(time.DateOnly), policy)
}

// top evaluates the sketch halfway and returns the result of its first goal.
func (s *sketch) top(t *testing.T, policy rollup.Policy) rollup.Result {
	t.Helper()
	return of(t, s.on(t, 50, policy), s.plan.Goals[0].ID)
}

// family returns a parent, whose own measure reads 10% if it has one, and
// children with these weights, "" and nil for none given, and progress in percent.
func family(parent goal.Goal, weights, progress []string) *sketch {
	var s sketch
	parent.ID = "parent"
	if parent.Progress == goal.FromBlend {
		s.leaf(parent, "10")
	} else {
		s.goal(parent)
	}
	for i, p := range progress {
		weight := ""
		if weights != nil {
			weight = weights[i]
		}
		s.leaf(goal.Goal{ID: fmt.Sprint("child ", i), Supports: link("parent", weight)}, p)
	}
	return &s
}

// grouped is family with the first children below one goal and the others
// below another.
func grouped(first int, weights, progress []string) *sketch {
	var s sketch
	s.goal(goal.Goal{ID: "parent"})
	sums := map[string]kpi.Number{"first": kpi.Int(0), "others": kpi.Int(0)}
	for i, p := range progress {
		group := "first"
		if i >= first {
			group = "others"
		}
		sums[group] = sums[group].Add(kpi.Num(weights[i]))
		s.leaf(goal.Goal{ID: fmt.Sprint("child ", i), Supports: link(group, weights[i])}, p)
	}
	s.goal(goal.Goal{ID: "first", Supports: link("parent", sums["first"].String())})
	s.goal(goal.Goal{ID: "others", Supports: link("parent", sums["others"].String())})
	return &s
}

// drawn returns weights and progress in percent of two to eight children.
func drawn(draw *rand.Rand) (weights, progress []string) {
	for range 2 + draw.IntN(7) {
		weights = append(weights, between(draw, 1, 20, draw.Int32N(4)))
		progress = append(progress, between(draw, -20, 130, draw.Int32N(16)))
	}
	return weights, progress
}

// between draws a decimal from least to most.
func between(draw *rand.Rand, least, most int64, places int32) string {
	unit := decimal.New(1, places).IntPart()
	return decimal.New(least*unit+draw.Int64N((most-least)*unit+1), -places).String()
}

// aim measures a goal by its own series.
func aim(target kpi.Target) *goal.Measure { return &goal.Measure{Target: &target} }

func link(parent, weight string) []goal.Link {
	if weight == "" {
		return []goal.Link{{Goal: parent}}
	}
	return []goal.Link{{Goal: parent, Weight: kpi.Num(weight)}}
}

// expecting is a profile that expects so much at the end of the first day.
func expecting(progress string) *goal.Profile {
	return &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: dayOf(1).Format(time.DateOnly), Progress: kpi.Num(progress)}}}
}

// ratio and points are scales without a word for ahead: nobody gets there.

func ratio(onTrack, behind string) rollup.Pace {
	return rollup.Pace{Rule: rollup.PaceRatio, Ahead: kpi.Num("1e30"), OnTrack: kpi.Num(onTrack), Behind: kpi.Num(behind)}
}

func points(onTrack, behind string) rollup.Pace {
	return rollup.Pace{Rule: rollup.PacePoints, Ahead: kpi.Num("-2"), OnTrack: kpi.Num(onTrack), Behind: kpi.Num(behind)}
}

// dayOf returns the beginning of a day of the sketch's period.
func dayOf(n int) time.Time { return time.Date(2026, time.January, n, 0, 0, 0, 0, time.UTC) }

func evaluated(t *testing.T, plan goal.Plan, readings []kpi.Observation, at string, policy rollup.Policy) *rollup.Snapshot {
	t.Helper()
	require.NoError(t, goal.CheckObservations(plan, readings))
	h, err := goal.New(plan)
	require.NoError(t, err)
	moment, err := h.Moment(at)
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(readings...))
	s, err := policy.Evaluate(h, &ledger, moment)
	require.NoError(t, err)
	return s
}

// of returns the result of a goal.
func of(t *testing.T, s *rollup.Snapshot, id string) rollup.Result {
	t.Helper()
	r, ok := s.Goal(id)
	require.True(t, ok, "no goal %q", id)
	return r
}

// fraction returns a figure exactly, 0 if it is unknown.
func fraction(r kpi.Ratio) *big.Rat { return new(big.Rat).SetFrac(r.BigInt(), big.NewInt(1e18)) }

// inPercent prints a figure as sources do: rounded, halves up.
func inPercent(r kpi.Ratio, places int) string {
	if !r.Known() {
		return r.String()
	}
	f := fraction(r)
	return f.Mul(f, big.NewRat(100, 1)).FloatString(places)
}
