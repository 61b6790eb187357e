// Package flat carries progress from goals to the goals that they support, over
// flat arrays and in integers only. It knows no plans, metrics or dates: goals
// are slots, weights are whole numbers whose ratios count, progress is a number
// of units of 1e-18.
//
// Slots are numbered so that a goal comes after all the goals it supports, and
// so that the goals whose last supported goal (the one with the highest slot) is
// the same stand together: breadth first, in a tree. A goal's first link, to
// that last one, needs no entry of its own then; only further links lie in rows.
//
// The sum of weight × progress is kept for every goal with children, exactly and
// in 128 bits, and divided once. One changed leaf is therefore a subtraction and
// an addition on the way up, and any order of changes comes to the same as
// adding everything up again, to the last bit.
package flat

import (
	"fmt"
	"slices"
)

// An Engine holds the progress of all goals. Changing it is for one goroutine at
// a time; reading it may be done by several while nobody changes it.
type Engine struct {
	// Rule finds the figure and the coverage of a goal that is marked [Odd], from
	// what the slots above its own have. Needed only if there are any.
	Rule func(slot int32) (f Figure, coverage uint64)

	// Always carries a change up even where the figure stays the same, for rules
	// that look at more than figures.
	Always bool

	figures []Figure // by slot
	weights []uint64 // by slot, of the first link; 0 does not count
	above   []int32  // by slot: the row that its first link leads to; -1 at the top
	place   []int32  // by slot: its row, or noPlace, or its line from -2 down
	rows    []row    // of the goals with children, by slot
	covers  []cover  // of the rows
	lines   []Line
	more    *more // links beyond the first, nil without any
	skip    bool
	enough  share
	dirty   slotSet // rows behind their children
	covered bool    // no coverage has changed since the last Settle
}

const noPlace = -1

// A row is a goal with children.
type row struct {
	sum     wide   // of weight × progress
	weights uint64 // sum over the links that count
	known   uint64 // of the known ones of these
	figure  Figure // of the goal, as in figures: on the way up nothing else is looked at
	slot    int32
	first   int32 // its children by first links are the slots from first
	end     int32 // up to end
	above   int32 // the row that the goal's own first link leads to; -1 at the top
}

// A cover is the coverage of a row. It changes seldom.
type cover struct {
	sum   wide // of weight × coverage
	share uint64
}

// A Link says that Child counts in Parent with a weight; Parent < Child.
type Link struct {
	Child, Parent int32
	Weight        uint64
}

// New returns the engine of len(parents) goals, none with progress yet. parents
// and weights are the first links by slot, and the engine keeps them; more are
// the other links in any order. It fails if slots are not numbered as the
// package says, or if the weights of a goal's children leave 64 bits.
func New(parents []int32, weights []uint64, links []Link) (*Engine, error) {
	e := &Engine{
		figures: make([]Figure, len(parents)),
		weights: weights,
		above:   parents, // turned into rows below
		place:   make([]int32, len(parents)),
		dirty:   newSlotSet(len(parents)),
		covered: true,
	}
	count, err := e.markParents(links)
	if err != nil {
		return nil, err
	}
	e.addRows(count)
	e.more = newMore(e, links)
	for slot, p := range parents {
		if p >= 0 {
			e.above[slot] = e.place[p]
		}
	}
	for k := range e.rows {
		e.rows[k].above = e.above[e.rows[k].slot]
	}
	for slot := range e.figures {
		e.Put(int32(slot), Unknown)
	}
	return e, e.weigh()
}

// markParents checks the numbering, sets place to 0 for goals with children and
// to noPlace for others, and counts the former.
func (e *Engine) markParents(links []Link) (count int, err error) {
	for i := range e.place {
		e.place[i] = noPlace
	}
	mark := func(child, parent int32) {
		if err == nil && (parent >= child || child >= int32(len(e.above))) {
			err = fmt.Errorf("flat: link from slot %d to slot %d", child, parent)
		}
		if err == nil && e.place[parent] == noPlace {
			e.place[parent] = 0
			count++
		}
	}
	last := int32(-1)
	for i, p := range e.above {
		if p < last {
			return 0, fmt.Errorf("flat: slot %d does not stand with its parent's others", i)
		}
		if last = p; p >= 0 {
			mark(int32(i), p)
		}
	}
	for _, l := range links {
		mark(l.Child, l.Parent)
	}
	return count, err
}

// addRows makes a row of every goal with children.
func (e *Engine) addRows(count int) {
	e.rows = make([]row, 0, count)
	e.covers = make([]cover, count)
	for slot := range e.place {
		if e.place[slot] == 0 {
			e.place[slot] = int32(len(e.rows))
			e.rows = append(e.rows, row{slot: int32(slot)})
		}
	}
	for i, p := range e.above {
		if p < 0 {
			continue
		}
		r := &e.rows[e.place[p]]
		if r.end == 0 {
			r.first = int32(i)
		}
		r.end = int32(i) + 1
	}
}

// weigh adds up the weights of each row.
func (e *Engine) weigh() error {
	for k := range e.rows {
		r := &e.rows[k]
		for _, w := range e.weights[r.first:r.end] {
			if r.weights += w; r.weights < w {
				return fmt.Errorf("flat: the weights below slot %d leave 64 bits", r.slot)
			}
		}
		for _, l := range e.more.below(k) {
			if r.weights += l.weight; r.weights < l.weight {
				return fmt.Errorf("flat: the weights below slot %d leave 64 bits", r.slot)
			}
		}
	}
	return nil
}

// Skip makes unknown children not count, instead of as 0; a goal of whose
// weights less than the share n/d is known is unknown then.
func (e *Engine) Skip(n, d uint64) { e.skip, e.enough = true, share{n, d} }

// Len returns the number of goals.
func (e *Engine) Len() int { return len(e.figures) }

// Figure returns what a goal counts as.
func (e *Engine) Figure(slot int32) Figure { return e.figures[slot] }

// row returns the row of a goal, nil if it has no children.
func (e *Engine) row(slot int32) *row {
	if k := e.place[slot]; k >= 0 {
		return &e.rows[k]
	}
	return nil
}

// Mean returns the mean that a goal's children come to, whatever it counts as
// itself; unknown without children that count.
func (e *Engine) Mean(slot int32) Figure {
	if r := e.row(slot); r != nil {
		return e.mean(r)
	}
	return Unknown
}

// Weights returns the sum of the weights that count below a goal, and of those
// of children that are known.
func (e *Engine) Weights(slot int32) (all, known uint64) {
	if r := e.row(slot); r != nil {
		return r.weights, r.known
	}
	return 0, 0
}

// Coverage returns the share of the weight, all the way down, that is known, in
// units of 1e-18.
func (e *Engine) Coverage(slot int32) uint64 {
	if k := e.place[slot]; k >= 0 {
		return e.covers[k].share
	}
	return e.figures[slot].cover()
}

// Line returns the line of a goal, nil if it has none.
func (e *Engine) Line(slot int32) *Line {
	if k := e.place[slot]; k < noPlace {
		return &e.lines[-2-k]
	}
	return nil
}

// GrowLines makes room for n more lines.
func (e *Engine) GrowLines(n int) { e.lines = slices.Grow(e.lines, n) }

// SetLine gives a goal without children a line. Its figure is found by
// [Engine.Rollup], if it is not unknown or pinned then.
func (e *Engine) SetLine(slot int32, l Line) {
	if old := e.Line(slot); old != nil {
		*old = l
		return
	}
	e.place[slot] = -2 - int32(len(e.lines))
	e.lines = append(e.lines, l)
}

// Put sets the figure of a goal, or only marks of it, and leaves the others
// behind until the next [Engine.Rollup].
func (e *Engine) Put(slot int32, f Figure) {
	e.figures[slot] = f
	if r := e.row(slot); r != nil {
		r.figure = f
	}
}

// Clone returns a copy of e that shares nothing with it that changes, without
// its rule.
func (e *Engine) Clone() *Engine {
	c := *e
	c.Rule = nil
	c.figures, c.weights = slices.Clone(e.figures), slices.Clone(e.weights)
	c.rows, c.covers, c.lines = slices.Clone(e.rows), slices.Clone(e.covers), slices.Clone(e.lines)
	c.place = slices.Clone(e.place)
	c.more = e.more.clone()
	c.dirty = newSlotSet(len(e.figures))
	return &c
}
