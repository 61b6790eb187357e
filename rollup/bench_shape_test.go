package rollup_test

import (
	"math/rand/v2"

	"github.com/goalkit/goalkit/internal/flat"
)

// A forest is a hierarchy for benchmarks, numbered breadth first: weights of two
// decimal places from 0.01 to 10.00, and for every leaf a line whose values have
// two places too, half of them falling, about a tenth beyond an end.
type forest struct {
	parents []int32 // of the first link; -1 at the top
	weights []uint64
	links   []flat.Link // the others
	leaves  []int32
	lines   []flat.Line // of the leaves
}

// shapes are the shapes by name: how many children the k-th goal has.
var shapes = []struct {
	name   string
	fanOut func(random *rand.Rand, size int) int
	shared bool // every second goal supports a second goal
}{
	{"bushy", func(*rand.Rand, int) int { return 8 }, false},
	{"chain", func(*rand.Rand, int) int { return 1 }, false},
	{"star", func(_ *rand.Rand, size int) int { return size }, false},
	{"shared", func(*rand.Rand, int) int { return 8 }, true},
}

func newForest(size int, fanOut func(*rand.Rand, int) int, shared bool) *forest {
	random := rand.New(rand.NewPCG(1, uint64(size)))
	s := &forest{parents: make([]int32, size), weights: make([]uint64, size)}
	s.parents[0] = -1
	for parent, next := 0, 1; parent < size; parent++ {
		first := next
		for range min(fanOut(random, size), size-first) {
			s.parents[next] = int32(parent)
			s.weights[next] = 1 + random.Uint64N(1000)
			next++
		}
		if next == first {
			s.leaves = append(s.leaves, int32(parent))
			s.lines = append(s.lines, newLine(random))
		}
	}
	if shared {
		for i := 9; i < size; i += 2 {
			s.share(random, int32(i))
		}
	}
	return s
}

// share lets a goal support the neighbour of its parent as well.
func (s *forest) share(random *rand.Rand, slot int32) {
	s.links = append(s.links, flat.Link{Child: slot, Parent: s.parents[slot] - 1, Weight: 1 + random.Uint64N(1000)})
}

func newLine(random *rand.Rand) flat.Line {
	l := flat.Line{From: random.Int64N(5000), To: 5001 + random.Int64N(5000)}
	l.Value = l.From + (l.To-l.From)*(random.Int64N(110)-5)/100
	if random.IntN(2) == 0 {
		l.From, l.To = l.To, l.From
		l.Value = l.From - (l.From-l.To)*(random.Int64N(110)-5)/100
	}
	return l
}

// engine returns the exact engine of s, its leaves given by lines or by what
// these come to.
func (s *forest) engine(given bool) *flat.Engine {
	e, err := flat.New(append([]int32(nil), s.parents...), append([]uint64(nil), s.weights...), s.links)
	if err != nil {
		panic(err)
	}
	for i, slot := range s.leaves {
		e.SetLine(slot, s.lines[i])
		e.Put(slot, flat.Covered)
	}
	e.Rollup(true)
	if given {
		e.Forget()
	}
	return e
}
