package forest

// A FloatNode is a [DecimalNode] with float64 in place of decimals.
type FloatNode struct {
	Progress float64

	children        []*FloatNode
	weights         []float64
	from, to, value float64
	settled         bool
}

// NewFloatNodes returns the goals of f by slot, the first being the one to roll
// up.
func NewFloatNodes(f *Forest) []FloatNode {
	nodes := make([]FloatNode, len(f.Parents))
	f.eachLink(func(child, parent int32, w uint64) {
		p := &nodes[parent]
		p.children, p.weights = append(p.children, &nodes[child]), append(p.weights, hundredths(w))
	})
	for i, slot := range f.Leaves {
		l := f.Lines[i]
		n := &nodes[slot]
		n.from, n.to, n.value = hundredths(l.From), hundredths(l.To), hundredths(l.Value)
	}
	return nodes
}

// Rollup finds the progress of n and of all goals below it, each once.
func (n *FloatNode) Rollup() float64 {
	n.settled = !n.settled
	if len(n.children) == 0 {
		n.Progress = min(max((n.value-n.from)/(n.to-n.from), 0), 1)
		return n.Progress
	}
	sum, whole := 0.0, 0.0
	for i, c := range n.children {
		p := c.Progress
		if c.settled != n.settled {
			p = c.Rollup()
		}
		sum += n.weights[i] * p
		whole += n.weights[i]
	}
	n.Progress = sum / whole
	return n.Progress
}
