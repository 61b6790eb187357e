package flat_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/flat"
)

// A model is the same hierarchy, written to be obvious: maps, big numbers, and
// everything found anew from the definition.
type model struct {
	skip     bool
	n, d     int64
	weights  []map[int32]uint64 // by child: parent -> weight
	leaves   []flat.Figure      // by slot, of goals without children
	lines    map[int32]flat.Line
	pinned   map[int32]flat.Figure
	children []map[int32]bool
}

func (m *model) all() (figures []flat.Figure, covered []uint64) {
	figures, covered = make([]flat.Figure, len(m.weights)), make([]uint64, len(m.weights))
	for slot := int32(len(m.weights)) - 1; slot >= 0; slot-- {
		if len(m.children[slot]) == 0 {
			figures[slot] = m.leaf(slot)
			if figures[slot]&flat.Covered != 0 {
				covered[slot] = fixed.One
			}
			continue
		}
		figures[slot], covered[slot] = m.parent(slot, figures, covered)
		if f, ok := m.pinned[slot]; ok {
			figures[slot] = f
		}
	}
	return figures, covered
}

func (m *model) leaf(slot int32) flat.Figure {
	if l, ok := m.lines[slot]; ok && m.leaves[slot]&flat.Unknown == 0 {
		units := fixed.QuoBig(big.NewInt(l.Value-l.From), big.NewInt(l.To-l.From))
		switch {
		case units.Sign() < 0:
			return flat.Covered
		case units.Cmp(big.NewInt(fixed.One)) > 0:
			return flat.Covered | fixed.One
		}
		return flat.Covered | flat.Figure(units.Uint64())
	}
	return m.leaves[slot]
}

func (m *model) parent(slot int32, figures []flat.Figure, covered []uint64) (flat.Figure, uint64) {
	sum, coverage, known, whole := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	for child := range m.children[slot] {
		w := new(big.Int).SetUint64(m.weights[child][slot])
		whole.Add(whole, w)
		if figures[child].Known() {
			known.Add(known, w)
		}
		sum.Add(sum, new(big.Int).Mul(w, new(big.Int).SetUint64(figures[child].Units())))
		coverage.Add(coverage, new(big.Int).Mul(w, new(big.Int).SetUint64(covered[child])))
	}
	if whole.Sign() == 0 {
		return flat.Unknown, 0
	}
	over := whole
	enough := known.Sign() > 0
	if m.skip {
		over = known
		share := new(big.Rat).SetFrac(known, whole)
		enough = enough && share.Cmp(big.NewRat(m.n, m.d)) >= 0
	}
	cover := fixed.DivBig(coverage, whole).Uint64()
	if !enough {
		return flat.Unknown, cover
	}
	return flat.Figure(fixed.DivBig(sum, over).Uint64()), cover
}

// build returns a random hierarchy, as an engine and as its model.
func build(random *rand.Rand, size int) (*flat.Engine, *model) {
	m := &model{
		weights: make([]map[int32]uint64, size), leaves: make([]flat.Figure, size), children: make([]map[int32]bool, size),
		lines: map[int32]flat.Line{}, pinned: map[int32]flat.Figure{},
	}
	parents, weights := make([]int32, size), make([]uint64, size)
	var links []flat.Link
	for i := range size {
		m.weights[i], m.children[i] = map[int32]uint64{}, map[int32]bool{}
	}
	last := int32(-1)
	for i := range int32(size) {
		if i > 0 && (last >= 0 || random.IntN(3) > 0) {
			last = min(max(last, 0)+random.Int32N(3), i-1)
		}
		parents[i] = last
		if last < 0 {
			continue
		}
		weights[i] = randomWeight(random)
		m.link(i, last, weights[i])
		for range random.IntN(3) {
			p := random.Int32N(last + 1)
			if _, taken := m.weights[i][p]; !taken {
				links = append(links, flat.Link{Child: i, Parent: p, Weight: randomWeight(random)})
				m.link(i, p, links[len(links)-1].Weight)
			}
		}
	}
	e, err := flat.New(parents, weights, links)
	if err != nil {
		panic(err)
	}
	if random.IntN(2) == 0 {
		m.skip, m.n, m.d = true, random.Int64N(5), 5
		e.Skip(uint64(m.n), uint64(m.d))
	}
	for i := range int32(size) {
		if len(m.children[i]) == 0 {
			m.leaves[i] = randomFigure(random)
			if random.IntN(2) == 0 {
				l := randomLine(random)
				m.lines[i] = l
				e.SetLine(i, l)
				m.leaves[i] = m.leaves[i]&flat.Unknown | flat.Covered
			}
			e.Put(i, m.leaves[i])
		}
	}
	e.Rollup(true)
	return e, m
}

func (m *model) link(child, parent int32, w uint64) {
	m.weights[child][parent] = w
	m.children[parent][child] = true
}

func randomWeight(random *rand.Rand) uint64 {
	switch random.IntN(6) {
	case 0:
		return 0
	case 1:
		return random.Uint64N(1 << 58)
	}
	return random.Uint64N(4)
}

func randomFigure(random *rand.Rand) flat.Figure {
	if random.IntN(4) == 0 {
		return flat.Unknown
	}
	f := flat.Figure([]uint64{0, 1, fixed.One - 1, fixed.One, fixed.One / 2, random.Uint64N(fixed.One)}[random.IntN(6)])
	if random.IntN(4) > 0 {
		f |= flat.Covered
	}
	return f
}

func randomLine(random *rand.Rand) flat.Line {
	span := []int64{1, 2, 100, fixed.One, 1 + random.Int64N(fixed.One)}[random.IntN(5)]
	l := flat.Line{From: random.Int64N(1<<61) - 1<<60}
	l.To = l.From + span
	if random.IntN(2) == 0 {
		l.From, l.To = l.To, l.From
	}
	l.Value = randomValue(random, l)
	return l
}

func randomValue(random *rand.Rand, l flat.Line) int64 {
	low, high := min(l.From, l.To), max(l.From, l.To)
	return []int64{low - 1, low, low + 1, high - 1, high, high + 1, low + random.Int64N(high-low+1), math.MinInt64/2 + 1}[random.IntN(8)]
}

func requireEqual(t *testing.T, e *flat.Engine, m *model) {
	t.Helper()
	figures, covered := m.all()
	for slot := range int32(e.Len()) {
		require.Equal(t, figures[slot], e.Figure(slot)&^flat.Pinned, "figure of slot %d", slot)
		require.Equal(t, covered[slot], e.Coverage(slot), "coverage of slot %d", slot)
	}
}

// change does one random thing to both.
func change(random *rand.Rand, e *flat.Engine, m *model) {
	slot := random.Int32N(int32(e.Len()))
	_, lined := m.lines[slot]
	switch {
	case len(m.children[slot]) > 0 && random.IntN(3) == 0:
		if _, pinned := m.pinned[slot]; pinned {
			delete(m.pinned, slot)
			e.Stage(slot, e.Mean(slot))
		} else {
			m.pinned[slot] = randomFigure(random) &^ flat.Covered
			e.Stage(slot, m.pinned[slot]|flat.Pinned)
		}
	case len(m.children[slot]) > 0:
		for child := range int32(e.Len()) { // the first, not any: a map has no order
			if m.children[slot][child] {
				w := randomWeight(random)
				if e.StageWeight(child, slot, w) {
					m.weights[child][slot] = w
				}
				break
			}
		}
	case lined && m.leaves[slot].Known():
		l := m.lines[slot]
		l.Value = randomValue(random, l)
		m.lines[slot] = l
		e.SetLine(slot, l)
		e.Set(slot, l.Figure())
	case !lined:
		m.leaves[slot] = randomFigure(random)
		e.Set(slot, m.leaves[slot])
	}
}

// Any order of changes comes to what the definition says.
func TestAgainstModel(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		e, m := build(random, 1+random.IntN(30))
		requireEqual(t, e, m)
		for range 20 {
			for range random.IntN(4) {
				change(random, e, m)
			}
			e.Settle()
			requireEqual(t, e, m)
		}
		e.Rollup(true)
		requireEqual(t, e, m)
	}
}

func TestNumberingIsChecked(t *testing.T) {
	for name, s := range map[string]struct {
		parents []int32
		links   []flat.Link
	}{
		"a parent after its child":  {[]int32{-1, 2, 0}, nil},
		"a goal above itself":       {[]int32{-1, 1}, nil},
		"children apart":            {[]int32{-1, 0, 1, 0}, nil},
		"a further link down":       {[]int32{-1, 0, 0}, []flat.Link{{Child: 1, Parent: 2}}},
		"a further link from space": {[]int32{-1, 0, 0}, []flat.Link{{Child: 3, Parent: 2}}},
	} {
		_, err := flat.New(s.parents, make([]uint64, len(s.parents)), s.links)
		require.Error(t, err, name)
	}
	_, err := flat.New([]int32{-1, 0, 0}, []uint64{0, math.MaxUint64, 1}, nil)
	require.ErrorContains(t, err, "leave 64 bits")
	e, err := flat.New(nil, nil, nil)
	require.NoError(t, err)
	e.Rollup(true)
	e.Settle()
	require.Zero(t, e.Len())
}

// The longest chain is 10 million goals long in the benchmarks; here one change
// goes up a million.
func TestDeepChain(t *testing.T) {
	const size = 1_000_000
	parents, weights := make([]int32, size), make([]uint64, size)
	for i := range parents {
		parents[i], weights[i] = int32(i)-1, 3
	}
	e, err := flat.New(parents, weights, nil)
	require.NoError(t, err)
	e.Put(size-1, flat.Covered|7)
	e.Rollup(true)
	require.Equal(t, flat.Figure(7), e.Figure(0))
	e.Set(size-1, flat.Covered|8)
	require.Equal(t, flat.Figure(8), e.Figure(0))
	require.Equal(t, uint64(fixed.One), e.Coverage(0))
}
