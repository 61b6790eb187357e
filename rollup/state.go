package rollup

import (
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/flat"
	"github.com/goalkit/goalkit/kpi"
)

// A state is what the goals of a hierarchy come to at a moment. Parents that take
// the weighted mean of their children, which are nearly all, live in the engine;
// the others are settled one by one from an account. What can be found quickly
// from the rest is not kept.
type state struct {
	h     *goal.Hierarchy
	at    kpi.Moment
	bound time.Time
	rules rules

	order []int32 // positions in the plan by slot of the engine
	slots []int32 // and the other way round

	engine   *flat.Engine
	scales   []int8            // by slot: the power of ten in the weights of its children, or unscaled
	uneven   map[int32]bool    // slots whose children's weights do not fit the engine
	odd      map[int32]figures // what settling came to, of the goals that are not the engine's
	asked    []int32           // by slot: what its measure reads is readings[asked], none if negative
	readings []reading
	more     map[int32]more          // by slot, of goals that ask more than the value of their measure
	bounds   map[int32][2]kpi.Number // by slot, of values that are unknown because channels share people

	expected []uint64 // by slot, in units; nil until the snapshot is made
	statuses []Status // by slot

	// What a what-if view has instead.
	supposed  map[int32]*figures // by slot
	reweighed map[int32]bool     // slots whose children's weights differ from the engine's
}

// newState returns the state of a hierarchy of which nothing has been read.
func (p Policy) newState(h *goal.Hierarchy, at kpi.Moment) (*state, error) {
	s := &state{
		h: h, at: at, bound: at.Bound(), rules: p.rules(),
		uneven: make(map[int32]bool), odd: make(map[int32]figures),
		more: make(map[int32]more), bounds: make(map[int32][2]kpi.Number),
	}
	s.number()
	s.scales, s.asked = make([]int8, len(s.order)), make([]int32, len(s.order))
	for slot := range s.asked {
		s.asked[slot] = -1
	}
	if err := s.link(); err != nil {
		return nil, err
	}
	s.engine.Rule = s.rule
	s.engine.Always = s.rules.general
	if s.rules.Unknown == UnknownSkip {
		s.engine.Skip(s.rules.enough[0], s.rules.enough[1])
	}
	return s, nil
}

// number numbers the goals as the engine wants them.
func (s *state) number() {
	s.order, s.slots = make([]int32, 0, s.h.Len()), make([]int32, s.h.Len())
	for n := range s.h.TopDown() {
		s.slots[n.Index()] = int32(len(s.order))
		s.order = append(s.order, int32(n.Index()))
	}
}

// link lays out the links for the engine. A goal's links come by ascending slots
// of the goals that it supports, so that the last one is the first link.
func (s *state) link() (err error) {
	parents, weights := make([]int32, s.h.Len()), make([]uint64, s.h.Len())
	for i := range parents {
		parents[i] = -1
	}
	var links []flat.Link
	var scratch linkScratch
	for slot, position := range s.order {
		for k, child := range scratch.of(s, s.h.At(int(position)), int32(slot)) {
			if parents[child] >= 0 {
				links = append(links, flat.Link{Child: child, Parent: parents[child], Weight: weights[child]})
			}
			parents[child], weights[child] = int32(slot), scratch.weights[k]
		}
	}
	s.engine, err = flat.New(parents, weights, links)
	return err
}

// all returns all slots.
func (s *state) all() []int32 {
	slots := make([]int32, len(s.order))
	for slot := range slots {
		slots[slot] = int32(slot)
	}
	return slots
}

func (s *state) node(slot int32) goal.Node { return s.h.At(int(s.order[slot])) }

func (s *state) slot(n goal.Node) int32 { return s.slots[n.Index()] }
