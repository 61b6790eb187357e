package goal

import "github.com/goalkit/goalkit/kpi"

// CarryOver returns the goal that carries n on: for a period as [kpi.ParsePeriod]
// reads it, "" for the one after n's, written in the same form (2026-Q4 is
// followed by 2027-Q1). It has its own id, n's as Previous, and starts from the
// closing value of n:
//
//   - A reach target goes on from there to the same end; one that is a change is
//     the same change from there. Where readings add up the amount to collect stays.
//     If from is not given the baseline is measured. Points, which bend the way
//     from the old baseline, are left out. Other targets stay.
//   - Of a profile buckets stay if the period has as many parts; checkpoints are
//     dates, and go.
//   - State, Since, Score and Override go: the goal is active.
//   - Everything else stays, links with their weights included.
//
// The goal is plain data for a plan, which [New] checks: it refuses a target that
// starts where it ends, as one that was reached does. After the year 9999 there
// is no next period, and the text is empty. A series of the goal's own does not
// carry on; readings name the new id.
func (n Node) CarryOver(id, period string, from kpi.Number) Goal {
	g := n.Goal()
	if period == "" {
		period = nextPeriod(g.Period, n.period())
	}
	g.ID, g.Previous, g.Period = id, n.ID(), period
	g.State, g.Since, g.Score, g.Override = "", "", kpi.Number{}, nil
	g.Expected = n.carriedProfile(g.Expected, period)
	if g.Measure != nil && g.Measure.Target != nil {
		carryTarget(g.Measure.Target, n.question().combine, from)
	}
	return g
}

// carryTarget makes t start from a closing value.
func carryTarget(t *kpi.Target, c kpi.Combine, from kpi.Number) {
	if t.Kind == kpi.KindReach && (c != kpi.Sum || t.Change != "") {
		t.From, t.FromAt, t.Points = from, "", nil
	}
}

// carriedProfile returns what of a profile holds in another period, nil for nothing.
func (n Node) carriedProfile(e *Profile, period string) *Profile {
	if e == nil || len(e.Buckets) == 0 {
		return nil
	}
	p, err := kpi.ParsePeriod(period, n.h.loc)
	if err != nil || bucketProfile(e.Buckets, e.By, p, n.h.loc) == nil {
		return nil
	}
	return e
}
