// Package forest makes the hierarchies that goalkit's engine is measured on, and
// what it is measured against: the scan over flat arrays that nothing exact can
// beat, and what one would write first. Only benchmarks and tests use it.
package forest

import (
	"slices"

	"github.com/goalkit/goalkit/internal/flat"
)

// A Forest is a hierarchy below one goal, numbered breadth first: weights of two
// decimal places from 0.01 to 10.00, and for every leaf a line whose values have
// two places too, half of them falling, about a tenth beyond an end.
type Forest struct {
	Parents []int32     // by slot, of the first link; -1 at the top
	Weights []uint64    // by slot, of the first link, in hundredths; 0 at the top
	Links   []flat.Link // the others
	Leaves  []int32     // the slots without children
	Lines   []flat.Line // of the leaves, in hundredths
}

// A Shape says how many children the goals of a forest have. The zero Shape is
// [Bushy].
type Shape uint8

// The shapes. A chain has one leaf, a star has nothing else below its top.
const (
	Bushy  Shape = iota // eight children to a goal
	Chain               // one
	Star                // all of them below one goal
	Shared              // bushy, and every second goal supports a second goal
)

// Shapes returns all shapes.
func Shapes() []Shape { return []Shape{Bushy, Chain, Star, Shared} }

// String returns the name of s.
func (s Shape) String() string { return [...]string{"bushy", "chain", "star", "shared"}[s] }

// fanOut returns how many children a goal has as long as there are goals left.
func (s Shape) fanOut(size int) int {
	switch s {
	case Chain:
		return 1
	case Star:
		return size
	}
	return 8
}

// New returns the forest of that shape with size goals, always the same one.
func New(shape Shape, size int) *Forest {
	random := dice(size)
	f := &Forest{Parents: make([]int32, size), Weights: make([]uint64, size)}
	f.Parents[0] = -1
	for parent, next := 0, 1; parent < size; parent++ {
		first := next
		for range min(shape.fanOut(size), size-first) {
			f.Parents[next] = int32(parent)
			f.Weights[next] = random.weight()
			next++
		}
		if next == first {
			f.Leaves = append(f.Leaves, int32(parent))
			f.Lines = append(f.Lines, random.line())
		}
	}
	if shape == Shared {
		f.share(&random)
	}
	return f
}

// share lets every second goal support the neighbour of its parent as well.
func (f *Forest) share(random *dice) {
	for i := 9; i < len(f.Parents); i += 2 {
		f.Links = append(f.Links, flat.Link{Child: int32(i), Parent: f.Parents[i] - 1, Weight: random.weight()})
	}
}

// Depth returns the number of goals from the last one to the top.
func (f *Forest) Depth() int {
	depth := 0
	for slot := int32(len(f.Parents)) - 1; slot >= 0; slot = f.Parents[slot] {
		depth++
	}
	return depth
}

// Engine returns the exact engine of f, rolled up. It panics if f is not
// numbered as the engine wants it, which New sees to.
func (f *Forest) Engine() *flat.Engine {
	return f.engine((*flat.Engine).SetLine)
}

// Given returns the same with the progress of the leaves as given: a rollup
// leaves it alone.
func (f *Forest) Given() *flat.Engine {
	return f.engine(func(*flat.Engine, int32, flat.Line) {})
}

// engine returns the engine of f after it was told of the lines of the leaves.
func (f *Forest) engine(tell func(*flat.Engine, int32, flat.Line)) *flat.Engine {
	e, err := flat.New(slices.Clone(f.Parents), slices.Clone(f.Weights), f.Links)
	if err != nil {
		panic(err)
	}
	e.GrowLines(len(f.Leaves))
	for i, slot := range f.Leaves {
		tell(e, slot, f.Lines[i])
		e.Put(slot, f.Lines[i].Figure())
	}
	e.Rollup(true)
	return e
}

// dice is a source of chance that is the same everywhere and needs no import:
// the generator splitmix64 (Steele, Lea and Flood 2014).
type dice uint64

// below returns a number from 0 to n-1, n being small beside 2^64.
func (d *dice) below(n int64) int64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int64((z ^ z>>31) % uint64(n))
}

func (d *dice) weight() uint64 { return uint64(1 + d.below(1000)) }

func (d *dice) line() flat.Line {
	low, high := d.below(5000), 5001+d.below(5000)
	along := (high - low) * (d.below(110) - 5) / 100
	if d.below(2) == 0 {
		return flat.Line{From: high, To: low, Value: high - along}
	}
	return flat.Line{From: low, To: high, Value: low + along}
}
