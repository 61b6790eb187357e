package forest

import "slices"

// Floats is the limit: the same flat arrays with float64, one scan from the back
// and no rule for rounding. It is what exactness is paid against, not what one
// would use: after many updates it has drifted.
type Floats struct {
	Progress []float64 // by slot

	parents         []int32
	first, end      []int32 // children by first links: the slots from first up to end
	weights         []float64
	whole           []float64 // the sum of the weights below
	from, to, value []float64

	// Links beyond the first, from both ends.
	below, above             []int32
	belowWeight, aboveWeight []float64
	belowFrom, aboveFrom     []int32
}

// NewFloats returns the arrays of f, rolled up.
func NewFloats(f *Forest) *Floats {
	n := len(f.Parents)
	a := &Floats{
		Progress: make([]float64, n), parents: slices.Clone(f.Parents),
		first: make([]int32, n), end: make([]int32, n), weights: make([]float64, n), whole: make([]float64, n),
		from: make([]float64, n), to: make([]float64, n), value: make([]float64, n),
	}
	for i, p := range f.Parents {
		a.weights[i] = hundredths(f.Weights[i])
		if p >= 0 {
			if a.end[p] == 0 {
				a.first[p] = int32(i)
			}
			a.end[p] = int32(i) + 1
		}
	}
	for i, slot := range f.Leaves {
		l := f.Lines[i]
		a.from[slot], a.to[slot], a.value[slot] = hundredths(l.From), hundredths(l.To), hundredths(l.Value)
	}
	a.addLinks(f)
	a.Rollup()
	return a
}

func (a *Floats) addLinks(f *Forest) {
	count, n := len(f.Links), len(f.Parents)
	a.below, a.belowWeight, a.belowFrom = make([]int32, count), make([]float64, count), make([]int32, n+1)
	a.above, a.aboveWeight, a.aboveFrom = make([]int32, count), make([]float64, count), make([]int32, n+1)
	for _, l := range f.Links {
		a.belowFrom[l.Parent+1]++
		a.aboveFrom[l.Child+1]++
	}
	for i := range n {
		a.belowFrom[i+1] += a.belowFrom[i]
		a.aboveFrom[i+1] += a.aboveFrom[i]
	}
	down, up := slices.Clone(a.belowFrom), slices.Clone(a.aboveFrom)
	for _, l := range f.Links {
		w := hundredths(l.Weight)
		a.below[down[l.Parent]], a.belowWeight[down[l.Parent]] = l.Child, w
		a.above[up[l.Child]], a.aboveWeight[up[l.Child]] = l.Parent, w
		down[l.Parent]++
		up[l.Child]++
	}
}

// Rollup finds the progress of every goal anew, from the values.
func (a *Floats) Rollup() {
	for i := len(a.Progress) - 1; i >= 0; i-- {
		if a.end[i] == 0 {
			a.Progress[i] = a.leaf(i)
			continue
		}
		a.mean(i)
	}
}

// RollupGiven leaves the leaves as they are.
func (a *Floats) RollupGiven() {
	for i := len(a.Progress) - 1; i >= 0; i-- {
		if a.end[i] != 0 {
			a.mean(i)
		}
	}
}

func (a *Floats) leaf(i int) float64 {
	return min(max((a.value[i]-a.from[i])/(a.to[i]-a.from[i]), 0), 1)
}

func (a *Floats) mean(i int) {
	sum, whole := 0.0, 0.0
	progress := a.Progress[a.first[i]:a.end[i]]
	weights := a.weights[a.first[i]:a.end[i]]
	for k, p := range progress {
		sum += weights[k] * p
		whole += weights[k]
	}
	for k := a.belowFrom[i]; k < a.belowFrom[i+1]; k++ {
		sum += a.belowWeight[k] * a.Progress[a.below[k]]
		whole += a.belowWeight[k]
	}
	a.Progress[i], a.whole[i] = sum/whole, whole
}

// Update changes the value of a leaf and adds the difference that it makes to
// every goal above.
func (a *Floats) Update(c Change) {
	a.value[c.Slot] = hundredths(c.Value)
	now := a.leaf(int(c.Slot))
	delta := now - a.Progress[c.Slot]
	a.Progress[c.Slot] = now
	a.spread(c.Slot, delta)
}

// spread adds a difference to the goals above. Sums are linear, so shared
// children may be followed up path by path.
func (a *Floats) spread(slot int32, delta float64) {
	for {
		for k := a.aboveFrom[slot]; k < a.aboveFrom[slot+1]; k++ {
			up := a.above[k]
			d := delta * a.aboveWeight[k] / a.whole[up]
			a.Progress[up] += d
			a.spread(up, d)
		}
		up := a.parents[slot]
		if up < 0 || delta == 0 {
			return
		}
		delta *= a.weights[slot] / a.whole[up]
		a.Progress[up] += delta
		slot = up
	}
}

func hundredths[N int64 | uint64](n N) float64 { return float64(n) / 100 }
