package kpi

import (
	"slices"
	"sort"
)

// A timeline holds readings in order of time. They lie in blocks, so that a late
// reading moves a block's worth of others and no more; what the blocks before
// one come to is known, so that a sum over a window looks into two of them.
// Readings of periods are kept apart: a window must hold all of one.
type timeline struct {
	blocks []*block  // none is empty
	ends   []instant // of the last reading of each block
	totals totals    // of each block
	spans  spans
}

// add puts a reading in its place.
func (l *timeline) add(r *reading) {
	k := l.home(r)
	b := l.blocks[k]
	b.insert(r)
	l.ends[k] = b.end()
	l.totals.add(k, total{1, r.value})
}

// home returns a block with room that r belongs into.
func (l *timeline) home(r *reading) int {
	last := len(l.blocks) - 1
	switch {
	case last < 0: // most timelines are short: let the block grow
		l.open(0, &block{})
		return 0
	case !l.blocks[last].endsBefore(r):
		last = sort.Search(last, func(k int) bool { return !l.blocks[k].endsBefore(r) })
	case l.blocks[last].len() >= blockFill:
		l.open(last+1, newBlock())
		return last + 1
	}
	return l.makeRoom(last, r)
}

// open makes b block k, whose readings are not yet counted.
func (l *timeline) open(k int, b *block) {
	l.blocks = slices.Insert(l.blocks, k, b)
	l.ends = slices.Insert(l.ends, k, instant{})
	l.totals.insert(k)
}

// makeRoom splits block k if it is full. It returns the block that r belongs into.
func (l *timeline) makeRoom(k int, r *reading) int {
	b := l.blocks[k]
	if b.len() < blockSize {
		return k
	}
	rest := b.split()
	l.open(k+1, rest)
	l.ends[k], l.ends[k+1] = b.end(), rest.end()
	moved := rest.total(rest.len())
	l.totals.add(k, total{}.minus(moved))
	l.totals.add(k+1, moved)
	if b.endsBefore(r) {
		k++
	}
	return k
}

// remove takes out a reading that says what r says; which one makes no difference.
func (l *timeline) remove(r *reading) {
	p := l.search(func(b *block, i int) bool { return b.compare(i, r) >= 0 })
	b := l.blocks[p.block]
	b.remove(p.i)
	l.totals.add(p.block, total{-1, r.value.neg()})
	if b.len() > 0 {
		l.ends[p.block] = b.end()
		return
	}
	l.blocks = slices.Delete(l.blocks, p.block, p.block+1)
	l.ends = slices.Delete(l.ends, p.block, p.block+1)
	l.totals.remove(p.block)
}

// A place is a position among the readings: reading i of a block. The place
// after all readings is the start of a block that does not exist.
type place struct{ block, i int }

func (p place) before(q place) bool { return p.block < q.block || p.block == q.block && p.i < q.i }

// search returns the place of the first reading that is past something, which
// all later ones are too.
func (l *timeline) search(past func(b *block, i int) bool) place {
	k := sort.Search(len(l.blocks), func(k int) bool { return past(l.blocks[k], l.blocks[k].len()-1) })
	if k == len(l.blocks) {
		return place{k, 0}
	}
	b := l.blocks[k]
	return place{k, sort.Search(b.len(), func(i int) bool { return past(b, i) })}
}

// from returns the place of the first reading at or after t.
func (l *timeline) from(t instant) place {
	k := firstFrom(l.ends, t)
	if k == len(l.blocks) {
		return place{k, 0}
	}
	at := l.blocks[k].at
	return place{k, firstNear(at, t, l.guess(k, t, len(at)))}
}

// guess returns where t is in block k, of n readings, if these were made at
// regular times, as most are. It looks at no reading of the block.
func (l *timeline) guess(k int, t instant, n int) int {
	if k == 0 || l.ends[k-1].sec == l.ends[k].sec {
		return 0
	}
	first, last := l.ends[k-1].sec, l.ends[k].sec
	return int((t.sec - first) * int64(n) / (last - first))
}

// back returns the place before p. It reports false if p is the first.
func (l *timeline) back(p place) (place, bool) {
	switch {
	case p.i > 0:
		return place{p.block, p.i - 1}, true
	case p.block > 0:
		return place{p.block - 1, l.blocks[p.block-1].len() - 1}, true
	}
	return p, false
}

// previous returns the reading before p. It reports false if there is none.
func (l *timeline) previous(p place) (reading, bool) {
	p, ok := l.back(p)
	if !ok {
		return reading{}, false
	}
	return l.blocks[p.block].reading(p.i), true
}

// upTo returns the total of the readings before p.
func (l *timeline) upTo(p place) total {
	sum := l.totals.before(p.block)
	if p.i > 0 {
		sum = sum.plus(l.blocks[p.block].total(p.i))
	}
	return sum
}
