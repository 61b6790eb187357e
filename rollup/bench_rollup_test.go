package rollup_test

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

// benchmarkSizes are the numbers of goals that benchmarks run at; only the first
// with -short.
func benchmarkSizes(sizes ...int) []int {
	if testing.Short() {
		return sizes[:1]
	}
	return sizes
}

// BenchmarkRollup finds the progress of every goal anew. From values: exact is
// the engine, float64 the same arrays and one scan with floats, textbook the
// recursion over pointers with shopspring/decimal, and textbookFloat64 the same
// with floats. With the progress of leaves given: exactGiven and float64Given.
func BenchmarkRollup(b *testing.B) {
	for _, kind := range shapes {
		for _, size := range benchmarkSizes(1_000, 100_000, 1_000_000, 10_000_000) {
			b.Run(kind.name+"/"+strconv.Itoa(size), func(b *testing.B) {
				benchmarkRollup(b, newForest(size, kind.fanOut, kind.shared))
			})
		}
	}
}

func benchmarkRollup(b *testing.B, s *forest) {
	size := len(s.parents)
	timed := func(name string, rollup func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rollup()
			}
			perGoal(b, size)
		})
	}
	exact, given := s.engine(false), s.engine(true)
	timed("exact", func() { exact.Rollup(false) })
	timed("float64", newFloats(s).rollup)
	timed("exactGiven", func() { given.Rollup(false) })
	timed("float64Given", newFloats(s).rollupGiven)
	if deepest := 1_000_000; s.depth() > deepest {
		return // recursion ends the process
	}
	if root := newDecimalTree(s); size <= 1_000_000 {
		timed("textbook", func() { root.rollup() })
	}
	root := newFloatTree(s)
	timed("textbookFloat64", func() { root.rollup() })
}

func (s *forest) depth() int {
	depth := 0
	for slot := int32(len(s.parents)) - 1; slot >= 0; slot = s.parents[slot] {
		depth++
	}
	return depth
}

// floats is the limit: flat arrays, one scan from the back, no rounding rule.
type floats struct {
	first, end        []int32
	weights, whole    []float64
	progress          []float64
	from, to, value   []float64
	moreFirst         []int32
	moreSlot          []int32
	moreWeight        []float64
	parents           []int32
	above, aboveFirst []int32
	aboveWeight       []float64
}

func newFloats(s *forest) *floats {
	n := len(s.parents)
	f := &floats{
		first: make([]int32, n), end: make([]int32, n), weights: make([]float64, n), whole: make([]float64, n),
		progress: make([]float64, n), from: make([]float64, n), to: make([]float64, n), value: make([]float64, n),
		moreFirst: make([]int32, n+1), aboveFirst: make([]int32, n+1), parents: s.parents,
	}
	for i, p := range s.parents {
		f.weights[i] = float64(s.weights[i]) / 100
		if p >= 0 {
			if f.end[p] == 0 {
				f.first[p] = int32(i)
			}
			f.end[p] = int32(i) + 1
		}
	}
	for i, slot := range s.leaves {
		l := s.lines[i]
		f.from[slot], f.to[slot], f.value[slot] = float64(l.From)/100, float64(l.To)/100, float64(l.Value)/100
	}
	f.addLinks(s)
	f.rollup()
	return f
}

func (f *floats) addLinks(s *forest) {
	f.moreSlot, f.moreWeight = make([]int32, len(s.links)), make([]float64, len(s.links))
	f.above, f.aboveWeight = make([]int32, len(s.links)), make([]float64, len(s.links))
	for _, l := range s.links {
		f.moreFirst[l.Parent+1]++
		f.aboveFirst[l.Child+1]++
	}
	for i := range s.parents {
		f.moreFirst[i+1] += f.moreFirst[i]
		f.aboveFirst[i+1] += f.aboveFirst[i]
	}
	down, up := append([]int32(nil), f.moreFirst...), append([]int32(nil), f.aboveFirst...)
	for _, l := range s.links {
		w := float64(l.Weight) / 100
		f.moreSlot[down[l.Parent]], f.moreWeight[down[l.Parent]] = l.Child, w
		f.above[up[l.Child]], f.aboveWeight[up[l.Child]] = l.Parent, w
		down[l.Parent]++
		up[l.Child]++
	}
}

func (f *floats) leaf(i int) float64 {
	return min(max((f.value[i]-f.from[i])/(f.to[i]-f.from[i]), 0), 1)
}

func (f *floats) rollup() {
	for i := len(f.progress) - 1; i >= 0; i-- {
		if f.end[i] == 0 {
			f.progress[i] = f.leaf(i)
			continue
		}
		f.mean(i)
	}
}

func (f *floats) rollupGiven() {
	for i := len(f.progress) - 1; i >= 0; i-- {
		if f.end[i] != 0 {
			f.mean(i)
		}
	}
}

func (f *floats) mean(i int) {
	sum, whole := 0.0, 0.0
	progress := f.progress[f.first[i]:f.end[i]]
	weights := f.weights[f.first[i]:f.end[i]]
	for k, p := range progress {
		sum += weights[k] * p
		whole += weights[k]
	}
	for k := f.moreFirst[i]; k < f.moreFirst[i+1]; k++ {
		sum += f.moreWeight[k] * f.progress[f.moreSlot[k]]
		whole += f.moreWeight[k]
	}
	f.progress[i], f.whole[i] = sum/whole, whole
}

// A decimalNode is a goal as the textbook has it.
type decimalNode struct {
	children        []*decimalNode
	weights         []decimal.Decimal
	from, to, value decimal.Decimal
	progress        decimal.Decimal
	sum, whole      decimal.Decimal
	parents         []*decimalNode
	parentWeights   []decimal.Decimal
	settled         bool
}

func newDecimalTree(s *forest) *decimalNode { return newDecimalNodes(s)[0] }

func newDecimalNodes(s *forest) []*decimalNode {
	nodes := make([]*decimalNode, len(s.parents))
	for i := range nodes {
		nodes[i] = &decimalNode{}
	}
	link := func(child, parent int32, w uint64) {
		c, p, weight := nodes[child], nodes[parent], decimal.New(int64(w), -2)
		p.children, p.weights = append(p.children, c), append(p.weights, weight)
		c.parents, c.parentWeights = append(c.parents, p), append(c.parentWeights, weight)
	}
	for i, p := range s.parents {
		if p >= 0 {
			link(int32(i), p, s.weights[i])
		}
	}
	for _, l := range s.links {
		link(l.Child, l.Parent, l.Weight)
	}
	for i, slot := range s.leaves {
		l := s.lines[i]
		n := nodes[slot]
		n.from, n.to, n.value = decimal.New(l.From, -2), decimal.New(l.To, -2), decimal.New(l.Value, -2)
	}
	return nodes
}

func (n *decimalNode) leaf() decimal.Decimal {
	return decimal.Max(decimal.Zero, decimal.Min(decOne, n.value.Sub(n.from).DivRound(n.to.Sub(n.from), 18)))
}

func (n *decimalNode) rollup() decimal.Decimal {
	n.settled = !n.settled // found once a rollup, by whichever parent comes first
	if len(n.children) == 0 {
		n.progress = n.leaf()
		return n.progress
	}
	sum, whole := decimal.Zero, decimal.Zero
	for i, c := range n.children {
		p := c.progress
		if c.settled != n.settled {
			p = c.rollup()
		}
		sum = sum.Add(n.weights[i].Mul(p))
		whole = whole.Add(n.weights[i])
	}
	n.progress, n.sum, n.whole = sum.DivRound(whole, 18), sum, whole
	return n.progress
}

// A floatNode is the same with floats.
type floatNode struct {
	children        []*floatNode
	weights         []float64
	from, to, value float64
	progress        float64
	settled         bool
}

func newFloatTree(s *forest) *floatNode {
	nodes := make([]floatNode, len(s.parents))
	link := func(child, parent int32, w uint64) {
		p := &nodes[parent]
		p.children, p.weights = append(p.children, &nodes[child]), append(p.weights, float64(w)/100)
	}
	for i, p := range s.parents {
		if p >= 0 {
			link(int32(i), p, s.weights[i])
		}
	}
	for _, l := range s.links {
		link(l.Child, l.Parent, l.Weight)
	}
	for i, slot := range s.leaves {
		l := s.lines[i]
		n := &nodes[slot]
		n.from, n.to, n.value = float64(l.From)/100, float64(l.To)/100, float64(l.Value)/100
	}
	return &nodes[0]
}

func (n *floatNode) rollup() float64 {
	n.settled = !n.settled
	if len(n.children) == 0 {
		n.progress = min(max((n.value-n.from)/(n.to-n.from), 0), 1)
		return n.progress
	}
	sum, whole := 0.0, 0.0
	for i, c := range n.children {
		p := c.progress
		if c.settled != n.settled {
			p = c.rollup()
		}
		sum += n.weights[i] * p
		whole += n.weights[i]
	}
	n.progress = sum / whole
	return n.progress
}
