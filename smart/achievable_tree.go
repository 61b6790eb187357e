package smart

import (
	"maps"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// treeGap compares a target with what the formula of a quotient makes of the
// children's targets, if they fix all of it: of the quotient itself all parts, of a
// part the quotient and the other parts, as in sessions × conversion rate. They
// must be measured where the goal is, and all over the same periods, which do not
// overlap; over several periods the parts are added. Parts that do not add up are
// left alone, and so is a part with two targets for a period.
//
// Targets are rounded, so a result within 1% of what is needed will do.
func (s *subject) treeGap(need promise, n *notes) {
	fixed := s.fixedBelow(need)
	formulas := []kpi.Metric{s.metric}
	if !s.metric.Derived() {
		formulas = s.formulasOf(s.metric.ID, fixed)
	}
	for _, f := range formulas {
		result, periods := s.byFormula(f, fixed)
		if result == nil || !isFarShort(result, need) {
			continue
		}
		if !covers(periods, need.window) {
			n.as(Hint)
		}
		n.on("measure.target", "the goals below make {sum} of it, not {need}: see the formula of {formula}", "change their targets, or this one",
			Param{"sum", s.showRat(result)}, Param{"need", s.showRat(need.to)}, Param{"formula", nameOf(f)})
		return
	}
}

// isFarShort reports whether x misses what is needed by more than 1%.
func isFarShort(x *big.Rat, need promise) bool {
	slack := new(big.Rat).Mul(new(big.Rat).Abs(need.to), big.NewRat(int64(need.direction), 100))
	return isShort(x, slack.Sub(need.to, slack), need.direction)
}

// formulasOf returns the quotients with a target that a metric is a part of.
func (s *subject) formulasOf(part string, fixed targets) []kpi.Metric {
	var formulas []kpi.Metric
	for _, id := range slices.Sorted(maps.Keys(fixed)) {
		f, _ := s.run.metric(id)
		if f.Numerator[part].Given() || f.Denominator[part].Given() {
			formulas = append(formulas, f)
		}
	}
	return formulas
}

// byFormula returns what the goal's metric comes to by a formula, and the periods
// that this is about; nil if the targets do not fix it.
func (s *subject) byFormula(f kpi.Metric, fixed targets) (result *big.Rat, periods []promise) {
	parts, ok := s.partsOf(f)
	if !ok {
		return nil, nil
	}
	if periods = fixed.shared(parts); len(periods) == 0 {
		return nil, nil
	}
	if f.ID == s.metric.ID {
		return quotient(f, fixed.totals(parts)), periods
	}
	sum := new(big.Rat)
	for _, p := range periods {
		x := part(f, s.metric.ID, fixed.in(p, parts))
		if x == nil {
			return nil, nil
		}
		sum.Add(sum, x)
	}
	return sum, periods
}

// partsOf returns the metrics that must be known to tell the goal's by a formula.
// It reports false if one of them, or the goal's own, does not add up.
func (s *subject) partsOf(f kpi.Metric) (parts []string, ok bool) {
	for _, terms := range []map[string]kpi.Number{f.Numerator, f.Denominator} {
		for id := range terms {
			if m, _ := s.run.metric(id); m.Combine != kpi.Sum {
				return nil, false
			}
			if id != s.metric.ID {
				parts = append(parts, id)
			}
		}
	}
	if f.ID != s.metric.ID {
		parts = append(parts, f.ID)
	}
	slices.Sort(parts)
	return slices.Compact(parts), len(parts) > 0
}
