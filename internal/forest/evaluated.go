package forest

import "github.com/shopspring/decimal"

// An EvaluatedNode is a goal as the textbook evaluates it: progress, expectation,
// pace, coverage and status, all of them decimals, by recursion over pointers.
// The caller fills in the first fields.
type EvaluatedNode struct {
	Children        []*EvaluatedNode
	Weights         []decimal.Decimal // of the children
	From, To, Value decimal.Decimal   // of a leaf
	Elapsed         decimal.Decimal   // share of the period that is over

	Progress, Expected, Pace, Coverage decimal.Decimal
	Status                             string

	raw decimal.Decimal // before it is cut to 0..1
}

// Evaluate finds the figures of n and of all goals below it.
func (n *EvaluatedNode) Evaluate() {
	if len(n.Children) == 0 {
		n.raw = n.Value.Sub(n.From).DivRound(n.To.Sub(n.From), places)
		n.Expected, n.Coverage = n.Elapsed, one
	} else {
		n.combine()
	}
	n.Progress = decimal.Max(decimal.Zero, decimal.Min(one, n.raw))
	n.Pace = n.Progress.DivRound(n.Expected, places)
	n.Status = n.status()
}

func (n *EvaluatedNode) combine() {
	whole := decimal.Zero
	for i, c := range n.Children {
		c.Evaluate()
		w := n.Weights[i]
		whole = whole.Add(w)
		n.raw = n.raw.Add(w.Mul(c.Progress))
		n.Expected = n.Expected.Add(w.Mul(c.Expected))
		n.Coverage = n.Coverage.Add(w.Mul(c.Coverage))
	}
	n.raw = n.raw.DivRound(whole, places)
	n.Expected = n.Expected.DivRound(whole, places)
	n.Coverage = n.Coverage.DivRound(whole, places)
}

func (n *EvaluatedNode) status() string {
	switch {
	case n.Progress.Equal(one):
		return "achieved"
	case n.Pace.GreaterThanOrEqual(decimal.RequireFromString("1.10")):
		return "ahead"
	case n.Pace.GreaterThanOrEqual(decimal.RequireFromString("0.90")):
		return "on_track"
	case n.Pace.GreaterThanOrEqual(decimal.RequireFromString("0.70")):
		return "behind"
	}
	return "at_risk"
}
