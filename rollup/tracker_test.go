package rollup_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A drive does the same things to a tracker and to a world, whose evaluation
// from scratch says what the tracker must say.
type drive struct {
	t *testing.T
	dice
	world   world
	tracker *rollup.Tracker
	waiting []kpi.Observation // not yet recorded
}

func newDrive(t *testing.T, d dice, w world) *drive {
	w.plan.Goals = slices.Clone(w.plan.Goals)
	for i := range w.plan.Goals {
		w.plan.Goals[i].Supports = slices.Clone(w.plan.Goals[i].Supports)
	}
	half := len(w.observations) / 2
	r := &drive{t: t, dice: d, world: w, waiting: w.observations[half:]}
	r.world.observations = slices.Clone(w.observations[:half])
	h, err := goal.New(w.plan)
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(r.world.observations...))
	at, _ := h.Moment(w.moment)
	r.tracker, err = w.policy.Track(h, &ledger, at)
	if err != nil {
		require.ErrorIs(t, err, kpi.ErrObservation)
		return nil // two latest readings contradict each other
	}
	return r
}

// fresh evaluates the world from scratch.
func (r *drive) fresh() (*rollup.Snapshot, error) {
	h, err := goal.New(r.world.plan)
	require.NoError(r.t, err)
	var ledger kpi.Ledger
	require.NoError(r.t, ledger.Add(r.world.observations...))
	at, _ := h.Moment(r.world.moment)
	return r.world.policy.Evaluate(h, &ledger, at)
}

// step does one thing.
func (r *drive) step() string {
	g := &r.world.plan.Goals[r.dice(len(r.world.plan.Goals))]
	switch r.dice(8) {
	case 0:
		return r.state(g)
	case 1:
		return r.override(g)
	case 2, 3:
		return r.weight(g)
	case 4:
		moment := oneOf(r.dice, append(dateTexts, instantTexts...))
		at, _ := r.tracker.Hierarchy().Moment(moment)
		if err := r.tracker.Move(at); err == nil {
			r.world.moment = moment
		}
		return "move to " + moment
	default:
		return r.record()
	}
}

func (r *drive) record() string {
	n := min(len(r.waiting), 1+r.dice(4)*r.dice(8))
	obs := r.waiting[:n]
	r.waiting = r.waiting[n:]
	err := r.tracker.Record(obs...)
	var faults kpi.Problems
	if err == nil || !assert.NotErrorAs(r.t, err, &faults) {
		r.world.observations = append(r.world.observations, obs...)
	} else {
		require.ErrorIs(r.t, err, kpi.ErrObservation)
		r.world.observations = append(r.world.observations, obs...)
	}
	return fmt.Sprint("record ", obs)
}

func (r *drive) state(g *goal.Goal) string {
	state := oneOf(r.dice, inactiveStates)
	since, score := "", kpi.Number{}
	if r.oneIn(2) {
		since = oneOf(r.dice, append(dateTexts, instantTexts...))
	}
	if state == goal.Closed && r.oneIn(2) {
		score = r.number(fractionTexts)
	}
	if err := r.tracker.SetState(g.ID, state, since, score); err != nil {
		require.ErrorIs(r.t, err, kpi.ErrObservation)
	}
	g.State, g.Since, g.Score = state, since, score
	return fmt.Sprint("state of ", g.ID, " ", state, since, score)
}

func (r *drive) override(g *goal.Goal) string {
	g.Override = nil
	if !r.oneIn(3) {
		g.Override = &goal.Override{Progress: r.number(fractionTexts), By: "lead"}
		if r.oneIn(3) {
			g.Override.Until = "2026-03-05"
		}
	}
	require.NoError(r.t, r.tracker.SetOverride(g.ID, g.Override))
	return fmt.Sprint("override of ", g.ID, " ", g.Override)
}

func (r *drive) weight(g *goal.Goal) string {
	if len(g.Supports) == 0 {
		return "nothing"
	}
	link := &g.Supports[r.dice(len(g.Supports))]
	was, weight := link.Weight, r.number(weightTexts)
	link.Weight = weight
	_, planErr := goal.New(r.world.plan)
	err := r.tracker.SetWeight(g.ID, link.Goal, weight)
	assert.Equal(r.t, planErr == nil, err == nil, "plan %v, tracker %v", planErr, err)
	if err != nil {
		link.Weight = was
	}
	return fmt.Sprint("weight of ", g.ID, " in ", link.Goal, " ", weight)
}

// check holds the tracker against the evaluation from scratch.
func (r *drive) check() bool {
	want, wantErr := r.fresh()
	got, err := r.tracker.Snapshot()
	if !assert.Equal(r.t, wantErr == nil, err == nil, "fresh: %v, tracker: %v", wantErr, err) {
		return false
	}
	if err != nil {
		return assert.ErrorIs(r.t, err, kpi.ErrObservation)
	}
	for n, standing := range r.tracker.All() {
		w, _ := want.Goal(n.ID())
		same := standing.Progress.Equal(w.Progress) && standing.Raw.Equal(w.Raw) && standing.Coverage.Equal(w.Coverage)
		if !assert.True(r.t, same, "%s: %v, want %v %v %v", n.ID(), standing, w.Progress, w.Raw, w.Coverage) {
			return false
		}
	}
	return assert.Equal(r.t, everything(want), everything(got))
}

// run does some steps, and checks after every so many.
func (r *drive) run(steps, every int) {
	var done []string
	for i := range steps {
		done = append(done, r.step())
		if (i+1)%every == 0 && !r.check() {
			r.t.Logf("after %d steps, the last: %s", len(done), done[len(done)-1])
			return
		}
	}
}

// After any sequence of operations a tracker says what an evaluation from
// scratch says, to the last digit.
func TestTracker(t *testing.T) {
	forWorlds(t, 200, func(t *testing.T, seed uint64, w world) {
		if r := newDrive(t, seededDice(seed+1000), w); r != nil {
			r.run(12, 1)
		}
	})
}

// FuzzTracker reads the bytes as a program: a world, and what happens to it.
func FuzzTracker(f *testing.F) {
	for seed := range uint64(16) {
		d := seededDice(seed)
		program := make([]byte, 300*(1+seed))
		for i := range program {
			program[i] = byte(d(256))
		}
		f.Add(program)
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		d := byteDice(program)
		w := newWorld(d, smallShape(d, 16))
		if r := newDrive(t, d, w); r != nil {
			r.run(8, 8)
		}
	})
}
