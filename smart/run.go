package smart

import (
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// A run is one assessment of a plan.
type run struct {
	checks     Checks
	thresholds Thresholds
	h          *goal.Hierarchy
	at         kpi.Moment
	bound      time.Time
	drivers    *driverGraph
	kpis       map[string]*marketing.KPI // those that the plan's metrics are; nil for its own
	metrics    map[string]kpi.Metric
	serving    []bool                  // by position: some micro goal supports it, directly or not
	twins      []int                   // by position: 1 + the position of an earlier sibling that is the same goal; 0 if there is none
	buckets    map[stride][]kpi.Period // steps before the moment
	facts      []facts
}

func (c Checks) newRun(h *goal.Hierarchy, at kpi.Moment) *run {
	r := &run{
		checks: c, thresholds: c.Thresholds.orDefaults(), h: h, at: at, bound: at.Bound().In(h.Location()),
		kpis: make(map[string]*marketing.KPI), metrics: make(map[string]kpi.Metric),
		buckets: make(map[stride][]kpi.Period),
	}
	r.drivers = newDriverGraph(r.definitions(), slices.AppendSeq(slices.Clone(c.Drivers), h.Drivers()))
	r.serving = r.servedByMicro()
	r.twins = r.findTwins()
	return r
}

// metric returns the definition of a metric; a goal's own series counts something.
func (r *run) metric(id string) (kpi.Metric, bool) {
	if m, ok := r.metrics[id]; ok {
		return m, m.ID != ""
	}
	m, ok := r.h.Catalogue().Metric(id)
	r.metrics[id] = m
	return m, ok
}

// kpi returns the KPI of the marketing catalogue that a metric of the plan is: of
// the same id and formed in the same way. It is nil for any other metric.
func (r *run) kpi(id string) *marketing.KPI {
	k, ok := r.kpis[id]
	if ok {
		return k
	}
	m, defined := r.metric(id)
	if found, ok := marketing.Find(id); ok && defined && sameMetric(m, found.Metric) {
		k = &found
	}
	r.kpis[id] = k
	return k
}

// sameMetric reports whether m is formed as the catalogue's metric is, whatever
// the currency.
func sameMetric(m, of kpi.Metric) bool {
	_, money := m.Unit.Currency()
	_, ofMoney := of.Unit.Currency()
	return m.Combine == of.Combine && (money && ofMoney || unitOf(m) == unitOf(of)) &&
		sameTerms(m.Numerator, of.Numerator) && sameTerms(m.Denominator, of.Denominator)
}

// unitOf returns the unit of a metric, written out.
func unitOf(m kpi.Metric) kpi.Unit {
	if m.Unit == "" {
		return kpi.Count
	}
	return m.Unit
}

func sameTerms(a, b map[string]kpi.Number) bool {
	if len(a) != len(b) {
		return false
	}
	for id, n := range a {
		if !n.Equal(b[id]) {
			return false
		}
	}
	return true
}

// definitions returns the metrics whose formulas tell what moves what: those of
// the plan, those of the marketing catalogue that it knows, and whatever else its
// goals are measured by.
func (r *run) definitions() []kpi.Metric {
	all := r.h.Plan().Metrics
	for _, m := range all {
		r.metrics[m.ID] = m
	}
	note := func(id string) {
		if _, seen := r.metrics[id]; !seen {
			if m, ok := r.metric(id); ok {
				all = append(all, m)
			}
		}
	}
	for k := range marketing.All() {
		note(k.ID)
	}
	for n := range r.h.All() {
		if ask, ok := n.Ask(r.bound); ok {
			note(ask.Metric)
		}
	}
	return all
}

// servedByMicro returns, by position, whether some micro goal that counts supports
// a goal, directly or through others.
func (r *run) servedByMicro() []bool {
	served := make([]bool, r.h.Len())
	for n := range r.h.BottomUp() {
		for e := range n.Children() {
			if e.Child.State(r.bound).Counts() && (e.Child.Level() == goal.Micro || served[e.Child.Index()]) {
				served[n.Index()] = true
				break
			}
		}
	}
	return served
}

// isLive reports whether a goal is to be worked for: readings and time matter.
// Closed and cancelled goals are history, and only their structure is looked at.
func (r *run) isLive(n goal.Node) bool {
	s := n.State(r.bound)
	return s != goal.Closed && s != goal.Cancelled
}
