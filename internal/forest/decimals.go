package forest

import "github.com/shopspring/decimal"

// A DecimalNode is a goal as the textbook has it: pointers to its children,
// decimals, recursion. Quotients have 18 places, as in the engine.
type DecimalNode struct {
	Progress decimal.Decimal

	children        []*DecimalNode
	weights         []decimal.Decimal
	parents         []*DecimalNode
	parentWeights   []decimal.Decimal
	from, to, value decimal.Decimal
	sum, whole      decimal.Decimal // of weight × progress and of weight, for updates
	settled         bool            // flips with every rollup
}

// NewDecimals returns the goals of f by slot, the first being the one to roll up.
func NewDecimals(f *Forest) []*DecimalNode {
	nodes := make([]*DecimalNode, len(f.Parents))
	for i := range nodes {
		nodes[i] = &DecimalNode{}
	}
	link := func(child, parent int32, w uint64) {
		c, p, weight := nodes[child], nodes[parent], decimal.New(int64(w), -2)
		p.children, p.weights = append(p.children, c), append(p.weights, weight)
		c.parents, c.parentWeights = append(c.parents, p), append(c.parentWeights, weight)
	}
	f.eachLink(link)
	for i, slot := range f.Leaves {
		l := f.Lines[i]
		n := nodes[slot]
		n.from, n.to, n.value = decimal.New(l.From, -2), decimal.New(l.To, -2), decimal.New(l.Value, -2)
	}
	return nodes
}

// eachLink calls link for every link of f, the first ones before the others.
func (f *Forest) eachLink(link func(child, parent int32, weight uint64)) {
	for i, p := range f.Parents {
		if p >= 0 {
			link(int32(i), p, f.Weights[i])
		}
	}
	for _, l := range f.Links {
		link(l.Child, l.Parent, l.Weight)
	}
}

// Rollup finds the progress of n and of all goals below it. A goal is found once,
// by whichever parent comes first.
func (n *DecimalNode) Rollup() decimal.Decimal {
	n.settled = !n.settled
	if len(n.children) == 0 {
		n.Progress = n.leaf()
		return n.Progress
	}
	sum, whole := decimal.Zero, decimal.Zero
	for i, c := range n.children {
		p := c.Progress
		if c.settled != n.settled {
			p = c.Rollup()
		}
		sum = sum.Add(n.weights[i].Mul(p))
		whole = whole.Add(n.weights[i])
	}
	n.Progress, n.sum, n.whole = sum.DivRound(whole, places), sum, whole
	return n.Progress
}

const places = 18

var one = decimal.NewFromInt(1)

func (n *DecimalNode) leaf() decimal.Decimal {
	return decimal.Max(decimal.Zero, decimal.Min(one, n.value.Sub(n.from).DivRound(n.to.Sub(n.from), places)))
}

// Update changes the value of a leaf, in hundredths, and carries the difference
// up: sums stay exact and each goal is divided once.
func (n *DecimalNode) Update(value int64) {
	n.value = decimal.New(value, -2)
	was := n.Progress
	n.Progress = n.leaf()
	n.spread(was)
}

// spread carries the difference from what the goal was to the goals above.
func (n *DecimalNode) spread(was decimal.Decimal) {
	delta := n.Progress.Sub(was)
	if delta.IsZero() {
		return
	}
	for i, p := range n.parents {
		before := p.Progress
		p.sum = p.sum.Add(n.parentWeights[i].Mul(delta))
		p.Progress = p.sum.DivRound(p.whole, places)
		p.spread(before)
	}
}
