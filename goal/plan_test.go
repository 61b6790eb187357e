package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// scribble changes everything in p that can be changed without replacing it.
func scribble(p *goal.Plan) {
	p.Meta["a"] = "scribble"
	for i := range p.Metrics {
		m := &p.Metrics[i]
		for id := range m.Numerator {
			m.Numerator[id] = kpi.Int(99)
		}
		for id := range m.Denominator {
			m.Denominator[id] = kpi.Int(99)
		}
		m.ID, m.Combine = "scribble", "scribble"
	}
	for i := range p.Goals {
		scribbleGoal(&p.Goals[i])
		p.Goals[i].ID = "scribble"
	}
	for i := range p.Strategies {
		s := &p.Strategies[i]
		scribbleStrategy(s)
		s.ID = "scribble"
	}
	for i := range p.Drivers {
		p.Drivers[i].From = "scribble"
	}
}

func scribbleStrategy(s *goal.Strategy) {
	s.Goals[0], s.Meta["k"], s.Budget.Currency = "scribble", "scribble", "XXX"
}

func scribbleGoal(g *goal.Goal) {
	for i := range g.Tags {
		g.Tags[i] = "scribble"
	}
	for i := range g.Supports {
		g.Supports[i] = goal.Link{Goal: "scribble"}
	}
	if g.Meta != nil {
		g.Meta["crm"] = "scribble"
	}
	if g.Measure != nil {
		scribbleMeasure(g.Measure)
	}
	if e := g.Expected; e != nil {
		for i := range e.Checkpoints {
			e.Checkpoints[i].Date = "scribble"
		}
		for i := range e.Buckets {
			e.Buckets[i] = kpi.Int(99)
		}
		e.By = "scribble"
	}
	if g.Guard != nil {
		scribbleMeasure(g.Guard)
	}
	if g.Budget != nil {
		g.Budget.Currency = "XXX"
	}
	if g.Override != nil {
		g.Override.By = "scribble"
	}
}

func scribbleMeasure(m *goal.Measure) {
	if m.Target != nil {
		for i := range m.Target.Points {
			m.Target.Points[i].Value = kpi.Int(99)
		}
		m.Target.Kind = "scribble"
	}
	m.Metric = "scribble"
}

func TestScribbleReachesEverything(t *testing.T) {
	p := decode(t, everything)
	scribble(&p)
	assert.NotEqual(t, encode(t, decode(t, everything)), encode(t, p))
}

func TestNewKeepsCopies(t *testing.T) {
	p := decode(t, everything)
	want := encode(t, p)
	h := built(t, p)
	assert.Equal(t, want, encode(t, p), "New does not write to its argument")
	scribble(&p)
	assert.Equal(t, want, encode(t, h.Plan()))
	n, ok := h.Node("cvr-q1")
	require.True(t, ok)
	target, _, ok := n.Target()
	require.True(t, ok)
	assert.Equal(t, "0.021", target.Points[0].Value.String())
	m, ok := h.Catalogue().Metric("cvr")
	require.True(t, ok)
	assert.Equal(t, "1", m.Numerator["leads"].String())
}

func TestHierarchyHandsOutCopies(t *testing.T) {
	p := decode(t, everything)
	want := encode(t, p)
	h := built(t, p)
	out := h.Plan()
	scribble(&out)
	for n := range h.All() {
		g := n.Goal()
		scribbleGoal(&g)
		if m, ok := n.Measure(); ok {
			scribbleMeasure(&m)
		}
		if target, _, ok := n.Target(); ok {
			scribbleMeasure(&goal.Measure{Target: &target})
		}
	}
	for s := range h.Strategies() {
		out := s.Strategy()
		scribbleStrategy(&out)
	}
	for n := range h.All() {
		if guard, ok := n.Guard(); ok {
			scribbleMeasure(&guard)
		}
	}
	m, _ := h.Catalogue().Metric("cvr")
	m.Numerator["leads"] = kpi.Int(99)
	assert.Equal(t, want, encode(t, h.Plan()))
	again, _ := h.Catalogue().Metric("cvr")
	assert.Equal(t, "1", again.Numerator["leads"].String())
}

// Shared metrics are copied too.
func TestNewKeepsCopiesOfSharedMetrics(t *testing.T) {
	above := map[string]kpi.Number{"leads": kpi.Int(1)}
	shared := []kpi.Metric{{ID: "rate", Numerator: above, Denominator: map[string]kpi.Number{"followers": kpi.Int(1)}}}
	h, err := goal.New(leadPlan(), shared...)
	require.NoError(t, err)
	above["leads"], shared[0].ID = kpi.Int(99), "scribble"
	m, ok := h.Catalogue().Metric("rate")
	require.True(t, ok)
	assert.Equal(t, "1", m.Numerator["leads"].String())
}
