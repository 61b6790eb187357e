package kpi

import "slices"

// A total is the number and the sum of some readings.
type total struct {
	count int64
	sum   Number
}

func (t total) plus(u total) total { return total{t.count + u.count, t.sum.Add(u.sum)} }

func (t total) minus(u total) total { return total{t.count - u.count, t.sum.Sub(u.sum)} }

// totals holds what each block comes to in a Fenwick tree: to change one, or to
// add up those before a block, takes as many steps as their number has binary
// digits. Node k, at index k-1, is the total of the last blocks up to the k-th,
// as many as the lowest bit of k says.
type totals []total

func lowestBit(k int) int { return k & -k }

// add adds x to block i, counted from 0.
func (t totals) add(i int, x total) {
	for k := i + 1; k <= len(t); k += lowestBit(k) {
		t[k-1] = t[k-1].plus(x)
	}
}

// before returns the total of the first n blocks.
func (t totals) before(n int) total {
	sum := total{sum: Int(0)}
	for k := n; k > 0; k -= lowestBit(k) {
		sum = sum.plus(t[k-1])
	}
	return sum
}

// insert makes room for block i, which comes to nothing yet.
func (t *totals) insert(i int) {
	if i < len(*t) {
		t.single()
		*t = slices.Insert(*t, i, total{sum: Int(0)})
		t.tree()
		return
	}
	x, k := total{sum: Int(0)}, i+1
	for below := i; below > k-lowestBit(k); below -= lowestBit(below) {
		x = x.plus((*t)[below-1])
	}
	*t = append(*t, x)
}

// remove takes out block i.
func (t *totals) remove(i int) {
	t.single()
	*t = slices.Delete(*t, i, i+1)
	t.tree()
}

// tree makes nodes of totals that each stand for a block.
func (t totals) tree() {
	for k := 1; k <= len(t); k++ {
		if above := k + lowestBit(k); above <= len(t) {
			t[above-1] = t[above-1].plus(t[k-1])
		}
	}
}

// single undoes what tree does.
func (t totals) single() {
	for k := len(t); k > 0; k-- {
		if above := k + lowestBit(k); above <= len(t) {
			t[above-1] = t[above-1].minus(t[k-1])
		}
	}
}
