package kpi

import (
	"cmp"
	"slices"
	"sort"
)

const (
	// blockSize is how many readings a block holds at most. A late reading moves
	// half of them; the fewer, the more blocks a query has to choose from.
	blockSize = 512
	// blockFill is how many readings in order a block takes. The rest is room for
	// late ones.
	blockFill = blockSize * 3 / 4
)

// A block is a run of readings in order, column by column: to search touches the
// instants only.
type block struct {
	at        []instant
	revisions []int64 // nil while all are 0
	values    column
	min, max  Number
}

// A reading stands at an instant. Readings are ordered by instant, revision and
// value: the newest is the last, and those that tie with it are its neighbours.
type reading struct {
	at       instant
	revision int64
	value    Number
}

func readingOf(o *Observation) reading {
	return reading{instantOf(o.instant()), o.Revision, o.Value}
}

// age orders readings by instant and revision.
func (r *reading) age(s *reading) int {
	if c := r.at.compare(s.at); c != 0 {
		return c
	}
	return cmp.Compare(r.revision, s.revision)
}

func (r *reading) compare(s *reading) int {
	if c := r.age(s); c != 0 {
		return c
	}
	return r.value.Cmp(s.value)
}

// newBlock returns an empty block that need not grow.
func newBlock() *block {
	return &block{at: make([]instant, 0, blockSize), values: column{small: make([]int64, 0, blockSize)}}
}

func (b *block) len() int { return len(b.at) }

func (b *block) end() instant { return b.at[len(b.at)-1] }

func (b *block) revision(i int) int64 {
	if b.revisions == nil {
		return 0
	}
	return b.revisions[i]
}

func (b *block) reading(i int) reading { return reading{b.at[i], b.revision(i), b.values.at(i)} }

// total returns what the first n readings come to.
func (b *block) total(n int) total { return total{int64(n), b.values.total(n)} }

// age compares the age of reading i with that of r.
func (b *block) age(i int, r *reading) int {
	if c := b.at[i].compare(r.at); c != 0 {
		return c
	}
	return cmp.Compare(b.revision(i), r.revision)
}

// compare compares reading i with r.
func (b *block) compare(i int, r *reading) int {
	if c := b.age(i, r); c != 0 {
		return c
	}
	v := b.values.at(i)
	return v.Cmp(r.value)
}

// endsBefore reports whether all readings come before r.
func (b *block) endsBefore(r *reading) bool { return b.compare(b.len()-1, r) < 0 }

// insert puts r in its place.
func (b *block) insert(r *reading) {
	i := b.len()
	if i > 0 && b.compare(i-1, r) > 0 {
		i = sort.Search(i, func(k int) bool { return b.compare(k, r) > 0 })
	}
	b.at = slices.Insert(b.at, i, r.at)
	if r.revision != 0 && b.revisions == nil {
		b.revisions = make([]int64, b.len()-1, cap(b.at))
	}
	if b.revisions != nil {
		b.revisions = slices.Insert(b.revisions, i, r.revision)
	}
	b.values.insert(i, r.value)
	if b.len() == 1 {
		b.min, b.max = r.value, r.value
	}
	b.min, b.max = lesser(b.min, r.value), greater(b.max, r.value)
}

// remove takes out reading i.
func (b *block) remove(i int) {
	v := b.values.at(i)
	b.at = slices.Delete(b.at, i, i+1)
	if b.revisions != nil {
		b.revisions = slices.Delete(b.revisions, i, i+1)
	}
	b.values.remove(i)
	if b.len() > 0 && (v.Cmp(b.min) == 0 || v.Cmp(b.max) == 0) {
		b.min, b.max = b.values.extremes(0, b.len())
	}
}

// split moves the later half of the readings into a block of its own.
func (b *block) split() *block {
	half := b.len() / 2
	rest := &block{
		at:     append(make([]instant, 0, blockSize), b.at[half:]...),
		values: b.values.split(half, blockSize),
	}
	b.at = b.at[:half]
	if b.revisions != nil {
		rest.revisions = append(make([]int64, 0, blockSize), b.revisions[half:]...)
		b.revisions = b.revisions[:half]
	}
	b.min, b.max = b.values.extremes(0, b.len())
	rest.min, rest.max = rest.values.extremes(0, rest.len())
	return rest
}
