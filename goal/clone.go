package goal

import (
	"maps"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// cloneFrame returns a copy of p that shares nothing with it and has as many
// goals, which are empty.
func (p Plan) cloneFrame() Plan {
	if p.Goals != nil {
		p.Goals = make([]Goal, len(p.Goals))
	}
	p.Metrics = cloneMetrics(p.Metrics)
	p.Strategies = slices.Clone(p.Strategies)
	for i := range p.Strategies {
		p.Strategies[i] = p.Strategies[i].clone()
	}
	p.Drivers = slices.Clone(p.Drivers)
	p.Meta = maps.Clone(p.Meta)
	return p
}

// clone returns a copy of s that shares nothing with it.
func (s Strategy) clone() Strategy {
	s.Goals = slices.Clone(s.Goals)
	s.Budget = copied(s.Budget)
	s.Meta = maps.Clone(s.Meta)
	return s
}

// clone returns a copy of m that shares nothing with it.
func (m *Measure) clone() *Measure {
	if m = copied(m); m == nil || m.Target == nil {
		return m
	}
	m.Target = copied(m.Target)
	m.Target.Points = slices.Clone(m.Target.Points)
	return m
}

func cloneMetrics(metrics []kpi.Metric) []kpi.Metric {
	metrics = slices.Clone(metrics)
	for i := range metrics {
		metrics[i] = metrics[i].Clone()
	}
	return metrics
}

// A copier copies what goals point to. What many goals have goes into slabs, so
// that a large plan takes few allocations.
type copier struct {
	tags     slab[string]
	links    slab[Link]
	measures slab[Measure]
	targets  slab[kpi.Target]
	points   slab[kpi.Point]
}

// goal makes g a copy of another goal that shares nothing with it but the target.
func (c *copier) goal(g, of *Goal) {
	*g = *of
	g.Tags = c.tags.slice(g.Tags)
	g.Supports = c.links.slice(g.Supports)
	g.Measure = c.measures.pointer(g.Measure)
	if g.Expected = copied(g.Expected); g.Expected != nil {
		g.Expected.Checkpoints = slices.Clone(g.Expected.Checkpoints)
		g.Expected.Buckets = slices.Clone(g.Expected.Buckets)
	}
	g.Override = copied(g.Override)
	g.Guard = g.Guard.clone()
	g.Budget = copied(g.Budget)
	g.Meta = maps.Clone(g.Meta)
}

// target returns a pointer to a copy of t.
func (c *copier) target(t kpi.Target) *kpi.Target {
	t.Points = c.points.slice(t.Points)
	kept := &c.targets.take(1)[0]
	*kept = t
	return kept
}

// A slab is memory for many small copies, taken from the heap in pieces that
// grow to largestSlab values. The zero slab is ready to use.
type slab[T any] struct {
	free []T
	size int // of the last piece
}

const largestSlab = 1024

// slice returns a copy of list, nil for nil. It has no spare capacity: what is
// appended to it does not reach the copy beside it.
func (s *slab[T]) slice(list []T) []T {
	if list == nil {
		return nil
	}
	taken := s.take(len(list))
	copy(taken, list)
	return taken
}

// pointer returns a pointer to a copy of *p, nil for nil.
func (s *slab[T]) pointer(p *T) *T {
	if p == nil {
		return nil
	}
	taken := &s.take(1)[0]
	*taken = *p
	return taken
}

func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.size = max(n, min(2*s.size, largestSlab))
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// copied returns a pointer to a copy of *p, nil for nil.
func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
