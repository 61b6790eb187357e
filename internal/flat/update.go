package flat

import "github.com/goalkit/goalkit/internal/fixed"

// Set changes what a goal without children, or a pinned one, counts as, and
// then every goal above it that changes with it, each once. What was staged is
// settled too.
func (e *Engine) Set(slot int32, f Figure) {
	was := e.figures[slot]
	if (was^f)&marks != 0 || e.Always || !e.dirty.isEmpty() {
		e.Stage(slot, f)
		e.Settle()
		return
	}
	e.Put(slot, f)
	up, w := e.above[slot], e.weights[slot]
	for f != was {
		if e.more != nil && len(e.more.above(slot)) > 0 {
			e.stage(change{slot: slot, was: was, now: f})
			e.Settle()
			return
		}
		if up < 0 {
			return
		}
		r := &e.rows[up]
		sum := r.sum.moved(w, was.Units(), f.Units())
		r.sum = sum
		slot, up, w = r.slot, r.above, e.weights[r.slot]
		if was = r.figure; was&marks != 0 {
			e.dirty.add(slot)
			e.Settle()
			return
		}
		if f &^= marks; !e.lone(r) { // a lone child hands its figure on
			f = Figure(fixed.Div(sum.hi, sum.lo, e.over(r)))
		}
		r.figure, e.figures[slot] = f, f
	}
}

// Stage changes a goal as Set does, but leaves those above behind until the next
// [Engine.Settle], which divides each of them once for many changes.
func (e *Engine) Stage(slot int32, f Figure) {
	c := change{slot: slot, was: e.figures[slot], wasCovered: e.Coverage(slot)}
	e.Put(slot, f)
	c.now, c.covered = f, e.Coverage(slot)
	if e.Always || c.any() {
		e.stage(c)
	}
}

// Settle brings the goals above the staged ones up to date.
func (e *Engine) Settle() {
	for {
		slot, ok := e.dirty.takeLast() // children come before parents
		if !ok {
			e.covered = true
			return
		}
		if c := e.follow(e.place[slot]); e.Always || c.any() {
			e.stage(c)
		}
	}
}

// Behind marks a goal with children for the next [Engine.Settle]: what it
// follows by the rule or a mark of it has changed.
func (e *Engine) Behind(slot int32) {
	if e.place[slot] >= 0 {
		e.dirty.add(slot)
		e.covered = false
	}
}

// Mark lets a goal with children be found by the mean (0), by the rule ([Odd]),
// or stay as it is set ([Pinned] with its units), and leaves it behind.
func (e *Engine) Mark(slot int32, f Figure) {
	if f.is(Pinned) {
		e.Stage(slot, f)
	} else {
		e.Put(slot, e.figures[slot]&^(Odd|Pinned)|f)
	}
	e.Behind(slot)
}

// A change is what became of a goal.
type change struct {
	slot                int32
	was, now            Figure
	wasCovered, covered uint64
}

func (c *change) any() bool { return c.was != c.now || c.wasCovered != c.covered }

// stage carries a change to the rows above and marks them.
func (e *Engine) stage(c change) {
	e.covered = e.covered && c.wasCovered == c.covered
	if up := e.above[c.slot]; up >= 0 {
		e.rows[up].move(&e.covers[up], e.weights[c.slot], &c)
		e.dirty.add(e.rows[up].slot)
	}
	for _, l := range e.more.above(c.slot) {
		k := e.place[l.slot]
		e.rows[k].move(&e.covers[k], l.weight, &c)
		e.dirty.add(l.slot)
	}
}

// move carries a change of a child that weighs w into the row and its cover.
func (r *row) move(cover *cover, w uint64, c *change) {
	r.sum = r.sum.moved(w, c.was.Units(), c.now.Units())
	if (c.was^c.now)&Unknown != 0 {
		if c.now.Known() {
			r.known += w
		} else {
			r.known -= w
		}
	}
	if c.wasCovered != c.covered {
		cover.sum = cover.sum.moved(w, c.wasCovered, c.covered)
	}
}

// follow makes the goal of row k follow it and returns the change.
func (e *Engine) follow(k int32) change {
	r, cover := &e.rows[k], &e.covers[k]
	c := change{slot: r.slot, was: r.figure, wasCovered: cover.share}
	if !e.covered {
		cover.finish(r)
	}
	e.finish(int(k), r)
	c.now, c.covered = r.figure, cover.share
	return c
}

// Weight returns the weight of a link, which must be there.
func (e *Engine) Weight(child, parent int32) uint64 {
	if e.above[child] == e.place[parent] {
		return e.weights[child]
	}
	return e.more.find(child, parent).weight
}

// StageWeight changes the weight of a link, which must be there, and leaves the
// goals above behind as Stage does. It reports false, and changes nothing, if the
// weights below the parent would leave 64 bits.
func (e *Engine) StageWeight(child, parent int32, w uint64) bool {
	old := e.Weight(child, parent)
	k := e.place[parent]
	r := &e.rows[k]
	rest := r.weights - old
	if rest+w < w {
		return false
	}
	here := change{was: Unknown, now: e.figures[child], covered: e.Coverage(child)}
	gone := change{was: here.now, now: Unknown, wasCovered: here.covered}
	r.move(&e.covers[k], old, &gone)
	r.move(&e.covers[k], w, &here)
	r.weights = rest + w
	if e.above[child] == e.place[parent] {
		e.weights[child] = w
	} else {
		up := e.more.find(child, parent)
		up.weight, e.more.down[up.twin].weight = w, w
	}
	e.dirty.add(parent)
	e.covered = false
	return true
}
