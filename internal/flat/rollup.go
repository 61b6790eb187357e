package flat

import "github.com/goalkit/goalkit/internal/fixed"

// Rollup finds every figure anew, from the lines and the figures that were put;
// every coverage too, unless nothing has become known or unknown since.
func (e *Engine) Rollup(cover bool) {
	e.score()
	for k := len(e.rows) - 1; k >= 0; k-- {
		r := &e.rows[k]
		e.addUp(k, r)
		if cover {
			e.coverUp(k, r)
		}
		e.finish(k, r)
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

// coverUp finds the sum of the coverage of row k from the children.
func (e *Engine) coverUp(k int, r *row) {
	var sum wide
	for i := r.first; i < r.end; i++ {
		sum.add(e.weights[i], e.Coverage(i))
	}
	for _, l := range e.more.below(k) {
		sum.add(l.weight, e.Coverage(l.slot))
	}
	e.covers[k].sum = sum
	e.covers[k].finish(r)
}

// finish finds the coverage from the sum.
func (c *cover) finish(r *row) {
	if c.share = 0; r.weights > 0 {
		c.share = fixed.Div(c.sum.hi, c.sum.lo, r.weights)
	}
}

// finish finds the figure of a goal once its row is right.
func (e *Engine) finish(k int, r *row) {
	if r.figure&(Odd|Pinned) != 0 {
		e.except(k, r)
		return
	}
	f := Unknown
	switch over := e.over(r); {
	case over == 0:
	case e.lone(r):
		f = e.figures[r.first] &^ marks
	default:
		f = Figure(fixed.Div(r.sum.hi, r.sum.lo, over))
	}
	r.figure, e.figures[r.slot] = f, f
}

// except finds the figure of a goal that does not follow the mean.
func (e *Engine) except(k int, r *row) {
	if r.figure.is(Odd) {
		var f Figure
		f, e.covers[k].share = e.Rule(r.slot)
		r.figure = f | Odd
	}
	e.figures[r.slot] = r.figure
}

// mean returns what the children of a row come to.
func (e *Engine) mean(r *row) Figure {
	if over := e.over(r); over > 0 {
		return Figure(fixed.Div(r.sum.hi, r.sum.lo, over))
	}
	return Unknown
}

// over returns the weights that the mean of a row is divided by, 0 if the mean
// is unknown.
func (e *Engine) over(r *row) uint64 {
	if r.known == r.weights || !e.skip && r.known > 0 {
		return r.weights
	}
	return e.overKnown(r)
}

func (e *Engine) overKnown(r *row) uint64 {
	if e.skip && e.enough.met(r.known, r.weights) {
		return r.known
	}
	return 0
}

// lone reports whether a row has one child that counts, known, and by its first
// link. Its mean needs no division, which is most of what a goal costs, and
// chains of goals with one child each are common.
func (e *Engine) lone(r *row) bool {
	return r.first+1 == r.end && r.known > 0 && e.weights[r.first] == r.weights
}

// MeanOf returns the mean of other figures of a goal's children, each from 0 to
// 1 in units of 1e-18 and by slot, weighed as its progress is: over the links
// that made it or, if they came to nothing, over all that count.
func (e *Engine) MeanOf(slot int32, figures []uint64) uint64 {
	k := e.place[slot]
	r := &e.rows[k]
	all := !e.skip || r.known == r.weights || !e.mean(r).Known()
	var sum wide
	for i := r.first; i < r.end; i++ {
		if all || e.figures[i].Known() {
			sum.add(e.weights[i], figures[i])
		}
	}
	for _, l := range e.more.below(int(k)) {
		if all || e.figures[l.slot].Known() {
			sum.add(l.weight, figures[l.slot])
		}
	}
	over := r.weights
	if !all {
		over = r.known
	}
	if over == 0 {
		return 0
	}
	return fixed.Div(sum.hi, sum.lo, over)
}
