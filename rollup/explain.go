package rollup

import (
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Part is what one child, or the own measure in a blend, adds to a goal.
type Part struct {
	Node     goal.Node
	Own      bool      // the goal's own measure, in a blend
	Excluded Exclusion // why it does not count; "" if it does
	Weight   kpi.Value // as the plan and the goal's weighting have it
	Share    kpi.Ratio // Weight among those that count
	Progress kpi.Ratio // what it counts as; unknown if it is unknown, even where that counts as 0

	// Contribution is Share × Progress, in units of 1e-18 that add up exactly to
	// the raw progress that they explain: what exact division leaves goes to the
	// largest remainders, the first of equal ones. With the minimum only the
	// child that it selects contributes; a geometric mean has no contributions.
	Contribution kpi.Ratio
}

// Exclusion says why a child does not count in its parent.
type Exclusion string

// The reasons why a child does not count.
const (
	ExcludedDraft     Exclusion = Exclusion(goal.Draft)
	ExcludedCancelled Exclusion = Exclusion(goal.Cancelled)
	ExcludedWeight    Exclusion = "weight"  // linked with weight 0
	ExcludedUnknown   Exclusion = "unknown" // left out by UnknownSkip
)

// Parts returns the terms behind the goal's supported progress or, in a blend,
// behind its computed progress: every child in the plan's order, counted or not,
// and then the own measure. A goal without children has none.
func (r Result) Parts() []Part {
	if r.state == nil {
		return nil
	}
	a, raw := r.state.account(r.Node)
	parts := make([]Part, len(a.parts))
	whole := a.whole()
	for i := range a.parts {
		p := &a.parts[i]
		parts[i] = Part{Node: p.node, Own: p.own, Excluded: p.excluded, Weight: p.given}
		if p.skipped {
			parts[i].Excluded = ExcludedUnknown
		}
		if !p.made() {
			continue
		}
		parts[i].Share = kpi.Quotient(p.weight.big(), whole)
		if !p.unknown {
			parts[i].Progress = p.figure
		}
	}
	if raw.Known() {
		a.contribute(parts, raw, whole)
	}
	return parts
}

// account opens the account of n again and returns what it comes to.
func (s *state) account(n goal.Node) (*account, kpi.Ratio) {
	var a account
	f := s.own(n, s.slot(n))
	s.open(n, &f, &a)
	if a.counts == 0 {
		return &a, kpi.Ratio{}
	}
	raw, _ := a.total()
	return &a, raw
}

// whole returns the sum of the weights that made the total.
func (a *account) whole() *big.Int {
	sum := new(big.Int)
	for i := range a.parts {
		if p := &a.parts[i]; p.made() {
			sum.Add(sum, p.weight.big())
		}
	}
	return sum
}

// contribute shares raw out among the parts.
func (a *account) contribute(parts []Part, raw kpi.Ratio, whole *big.Int) {
	switch a.method {
	case goal.Geometric:
		return
	case goal.Min:
		parts[a.least].Contribution = raw
		return
	}
	type remainder struct {
		i    int
		rest *big.Int
	}
	var remainders []remainder
	missing := raw.BigInt()
	for i := range a.parts {
		p := &a.parts[i]
		if !p.made() {
			continue
		}
		exact := new(big.Int).Mul(p.weight.big(), p.figure.BigInt())
		floor, rest := exact.DivMod(exact, whole, new(big.Int))
		missing.Sub(missing, floor)
		parts[i].Contribution = kpi.UnitsBig(floor)
		remainders = append(remainders, remainder{i, rest})
	}
	slices.SortStableFunc(remainders, func(x, y remainder) int { return y.rest.Cmp(x.rest) })
	for k := range missing.Int64() {
		c := &parts[remainders[k].i].Contribution
		*c = kpi.UnitsBig(new(big.Int).Add(c.BigInt(), big.NewInt(1)))
	}
}

// Causes returns the children that drag a goal down, in the plan's order:
//   - of a goal that is behind, at risk or missed, those whose progress is below
//     what is expected of them;
//   - of one without data, those without a value;
//   - of one whose progress is 1 but which is not achieved, those that are linked
//     with weight 0 and not done;
//   - of one whose status is that of its worst children, these.
func (r Result) Causes() []goal.Node {
	s := r.state
	if s == nil {
		return nil
	}
	a, _ := s.account(r.Node)
	var causes []goal.Node
	drags := s.drags(r)
	for i := range a.parts {
		if p := &a.parts[i]; !p.own && drags(p) {
			causes = append(causes, p.node)
		}
	}
	return causes
}

// drags returns what makes a child a cause of r's status.
func (s *state) drags(r Result) func(*part) bool {
	worst, ranked := s.worst(r.Node, s.figures(s.slot(r.Node)).takes)
	bad := slices.Index(worstFirst, worst) < slices.Index(worstFirst, OnTrack)
	if s.rules.ParentStatus == ByWorst && ranked && bad && worst == r.Status {
		return func(p *part) bool { return p.counts() && s.statusOf(s.slot(p.node)) == worst }
	}
	switch r.Status {
	case OnTrack:
		return func(p *part) bool {
			return r.Progress.IsDone() && p.excluded == ExcludedWeight && s.openChild(p.node)
		}
	case NoData:
		return func(p *part) bool { return p.counts() && p.unknown }
	case Missed, AtRisk, Behind:
		return func(p *part) bool { return p.made() && p.figure.Cmp(p.expected) < 0 }
	}
	return func(*part) bool { return false }
}
