package flat

import "github.com/goalkit/goalkit/internal/fixed"

// Rollup finds every figure and coverage anew, from the lines and the figures
// that were put.
func (e *Engine) Rollup() {
	e.score()
	for k := len(e.rows) - 1; k >= 0; k-- {
		r := &e.rows[k]
		e.addUp(k, r)
		e.figures[r.slot] = e.settled(r)
	}
}

// score finds the figures of goals with a line.
func (e *Engine) score() {
	lines := e.lines
	figures := e.figures[:len(e.place)]
	for slot, k := range e.place {
		if k >= noPlace {
			continue
		}
		if f := figures[slot]; f&(Unknown|Pinned) == 0 {
			figures[slot] = f&marks | divide(lines[-2-k].distances())
		}
	}
}

// addUp finds the sums of row k from the children.
func (e *Engine) addUp(k int, r *row) {
	figures := e.figures[r.first:r.end]
	weights := e.weights[r.first:r.end]
	weights = weights[:len(figures)]
	var sum wide
	marked := Figure(0)
	for i, f := range figures {
		marked |= f
		sum.add(weights[i], f.Units())
	}
	for _, l := range e.more.below(k) {
		f := e.figures[l.slot]
		marked |= f
		sum.add(l.weight, f.Units())
	}
	r.sum, r.known = sum, r.weights
	if !marked.Known() {
		r.known = e.knownBelow(k, r)
	}
}

// knownBelow returns the sum of the weights of known children.
func (e *Engine) knownBelow(k int, r *row) (known uint64) {
	for i := r.first; i < r.end; i++ {
		if e.figures[i].Known() {
			known += e.weights[i]
		}
	}
	for _, l := range e.more.below(k) {
		if e.figures[l.slot].Known() {
			known += l.weight
		}
	}
	return known
}

// Cover finds every coverage anew.
func (e *Engine) Cover() {
	for k := len(e.rows) - 1; k >= 0; k-- {
		r, c := &e.rows[k], cover{}
		for i := r.first; i < r.end; i++ {
			c.sum.add(e.weights[i], e.Coverage(i))
		}
		for _, l := range e.more.below(k) {
			c.sum.add(l.weight, e.Coverage(l.slot))
		}
		e.covers[k] = c
		e.covers[k].share = e.coverage(r, &c)
	}
}

// settled returns the figure of a goal once its row is right.
func (e *Engine) settled(r *row) Figure {
	switch f := e.figures[r.slot]; {
	case f&(Odd|Pinned) == 0:
		return e.mean(r)
	case f.is(Odd):
		return e.Rule.Figure(r.slot) | Odd
	default:
		return f
	}
}

// coverage returns the coverage of a goal once its row is right.
func (e *Engine) coverage(r *row, c *cover) uint64 {
	switch {
	case e.figures[r.slot].is(Odd):
		return e.Rule.Coverage(r.slot)
	case r.weights == 0:
		return 0
	}
	return fixed.Div(c.sum.hi, c.sum.lo, r.weights)
}

// mean returns what the children of a row come to.
func (e *Engine) mean(r *row) Figure {
	over := r.weights
	if e.skip {
		if over = r.known; over < r.weights && !e.enough.met(over, r.weights) {
			return Unknown
		}
	}
	if r.known == 0 {
		return Unknown
	}
	return Figure(fixed.Div(r.sum.hi, r.sum.lo, over))
}
