package rollup

import (
	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// An account is what a goal's children come to: a part for each link and, in a
// blend, one for the goal's own measure. It is reused from goal to goal.
type account struct {
	rules  *rules
	method goal.Method
	parts  []part
	counts int  // parts that count
	zeros  int  // links with weight 0 to children that could count
	failed bool // the parts come to nothing
	wide   bool // the weights do not fit 64 bits
	least  int  // the part that a minimum selects, once it is known
}

// A part is one child, or the own measure, in an account.
type part struct {
	node     goal.Node
	own      bool
	excluded Exclusion // "" for a part that counts
	unknown  bool
	skipped  bool      // counts, but is left out because it is unknown
	given    kpi.Value // the weight as the plan has it
	weight   weight    // in the account's scale
	figure   kpi.Ratio // what it counts as; 0 for an unknown part
	expected kpi.Ratio
	coverage kpi.Ratio
}

func (p *part) counts() bool { return p.excluded == "" }
func (p *part) made() bool   { return p.excluded == "" && !p.skipped }

// open fills the account with the children of n.
func (a *account) open(s *state, n goal.Node) {
	*a = account{rules: &s.rules, method: n.Method(), parts: a.parts[:0], least: -1}
	for e := range n.Children() {
		slot := s.slot(e.Child)
		p := part{node: e.Child, given: e.Weight, expected: s.expectedOf(slot), coverage: s.coverageOf(slot)}
		switch state := e.Child.State(s.bound); {
		case !state.Counts():
			p.excluded = Exclusion(state)
		case !e.Counts:
			p.excluded = ExcludedWeight
			a.zeros++
		default:
			a.counts++
		}
		a.add(p, s.counted(slot))
	}
	a.align()
}

// add adds a part that counts as x.
func (a *account) add(p part, x kpi.Ratio) {
	p.unknown = !x.Known()
	p.figure = kpi.Units(0)
	if !p.unknown {
		p.figure = a.rules.clamp(x)
	}
	a.parts = append(a.parts, p)
}

// addOwn adds the goal's own measure as one more part.
func (a *account) addOwn(s *state, n goal.Node, f *figures) {
	p := part{node: n, own: true, given: kpi.ValueOf(n.BlendWeight()), expected: n.Expected(s.bound), coverage: kpi.Units(0)}
	if f.measured.Known() {
		p.coverage = one
	}
	if n.BlendWeight().Sign() == 0 {
		p.excluded = ExcludedWeight
	} else {
		a.counts++
	}
	a.add(p, f.measured)
	a.align()
}

// countZeros lets the children that are linked with weight 0 weigh the same;
// no others count.
func (a *account) countZeros() {
	for i := range a.parts {
		if p := &a.parts[i]; p.excluded == ExcludedWeight {
			p.excluded, p.weight = "", weight{small: 1}
			a.counts++
		}
	}
}

// total returns what the parts come to, or why that is unknown.
func (a *account) total() (kpi.Ratio, kpi.Absence) {
	absence := a.skip()
	raw := kpi.Ratio{}
	if absence == "" {
		switch a.method {
		case goal.Min:
			raw = a.minimum()
		case goal.Geometric:
			raw, absence = a.geometric()
		default:
			raw = a.mean((*part).made, func(p *part) kpi.Ratio { return p.figure })
		}
	}
	a.failed = absence != ""
	return raw, absence
}

// skip leaves unknown parts out if the policy says so, and tells why the known
// ones are too few.
func (a *account) skip() kpi.Absence {
	unknown := 0
	for i := range a.parts {
		p := &a.parts[i]
		if p.skipped = false; p.counts() && p.unknown {
			unknown++
			p.skipped = a.rules.Unknown == UnknownSkip
		}
	}
	switch {
	case unknown == a.counts:
		return NoKnownChild
	case unknown > 0 && a.rules.knownFrom != nil && a.knownShare().Cmp(a.rules.knownFrom) < 0:
		return TooFewKnown
	}
	return ""
}

// expected returns what is expected of the parts that made the total: the one
// that a minimum selects, else their weighted mean. If there is no total, all
// that count are expected of.
func (a *account) expected() kpi.Ratio {
	of := (*part).made
	switch {
	case a.failed:
		of = (*part).counts
	case a.method == goal.Min:
		return a.parts[a.least].expected
	}
	return a.mean(of, func(p *part) kpi.Ratio { return p.expected })
}

// coverage returns the share of the weight that is known, all the way down.
func (a *account) coverage() kpi.Ratio {
	return a.mean((*part).counts, func(p *part) kpi.Ratio { return p.coverage })
}

// minimum returns the least figure. Of children with equal figures the one of
// which most is expected is selected, so that their order does not matter.
func (a *account) minimum() kpi.Ratio {
	a.least = -1
	for i := range a.parts {
		if p := &a.parts[i]; p.made() && (a.least < 0 || p.lower(&a.parts[a.least])) {
			a.least = i
		}
	}
	return a.parts[a.least].figure
}

func (p *part) lower(q *part) bool {
	if c := p.figure.Cmp(q.figure); c != 0 {
		return c < 0
	}
	return p.expected.Cmp(q.expected) > 0
}
