package rollup

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// linkScratch is scratch space for the links of one goal after the other.
type linkScratch struct {
	children []int32
	given    []kpi.Value
	counts   []bool
	weights  []uint64 // as the engine wants them; 0 for links that do not count
}

// of returns the slots of the children of n, and leaves their weights in scratch.
// If these do not fit, links that count weigh 1 and the goal is noted as uneven.
func (l *linkScratch) of(s *state, n goal.Node, slot int32) []int32 {
	l.children, l.given, l.counts, l.weights = l.children[:0], l.given[:0], l.counts[:0], l.weights[:0]
	for e := range n.Children() {
		l.children = append(l.children, s.slot(e.Child))
		l.given = append(l.given, e.Weight)
		l.counts = append(l.counts, e.Counts && e.Child.State(s.bound).Counts())
	}
	whole, wide, places := wholeWeights(l.weights, l.given)
	s.scales[slot] = int8(places) // no number has more than 30
	if wide != nil {
		s.uneven[slot] = true
		for range l.children {
			whole = append(whole, 1)
		}
	}
	for k, counts := range l.counts {
		if !counts {
			whole[k] = 0
		}
	}
	l.weights = whole
	return l.children
}
