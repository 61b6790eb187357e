package flat

import "slices"

// more holds the links beyond the first of each goal, from both ends.
type more struct {
	down, up         []far
	downFrom, upFrom []int32 // down[downFrom[k]:downFrom[k+1]] by row, up by slot
}

// A far is the other end of a link.
type far struct {
	slot   int32
	twin   int32 // on the way up: where the link is in down
	weight uint64
}

func newMore(e *Engine, links []Link) *more {
	if len(links) == 0 {
		return nil
	}
	m := &more{
		down: make([]far, len(links)), downFrom: make([]int32, len(e.rows)+1),
		up: make([]far, len(links)), upFrom: make([]int32, len(e.above)+1),
	}
	for _, l := range links {
		m.downFrom[e.place[l.Parent]+1]++
		m.upFrom[l.Child+1]++
	}
	sumUp(m.downFrom)
	sumUp(m.upFrom)
	nextDown, nextUp := slices.Clone(m.downFrom), slices.Clone(m.upFrom)
	for _, l := range links {
		k := e.place[l.Parent]
		m.down[nextDown[k]] = far{slot: l.Child, weight: l.Weight}
		m.up[nextUp[l.Child]] = far{slot: l.Parent, twin: nextDown[k], weight: l.Weight}
		nextDown[k]++
		nextUp[l.Child]++
	}
	return m
}

func sumUp(counts []int32) {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
}

// below returns the further children of row k.
func (m *more) below(k int) []far {
	if m == nil {
		return nil
	}
	return m.down[m.downFrom[k]:m.downFrom[k+1]]
}

// above returns the further goals that a goal supports.
func (m *more) above(slot int32) []far {
	if m == nil {
		return nil
	}
	return m.up[m.upFrom[slot]:m.upFrom[slot+1]]
}

// find returns the link from child to parent, which must be there.
func (m *more) find(child, parent int32) *far {
	up := m.above(child)
	return &up[slices.IndexFunc(up, func(l far) bool { return l.slot == parent })]
}

func (m *more) clone() *more {
	if m == nil {
		return nil
	}
	c := *m
	c.down, c.up = slices.Clone(m.down), slices.Clone(m.up)
	return &c
}
