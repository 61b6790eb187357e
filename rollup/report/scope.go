package report

import "github.com/goalkit/goalkit/goal"

// What a report looks at.

// A scope is the metrics and channels of a report, and the goals that each metric
// measures.
type scope struct {
	metrics  []string
	channels []string
	goals    map[asked][]goal.Node // live ones, by what measures them
}

// asked is a metric on a channel, "" for all of them.
type asked struct{ metric, channel string }

// mostRows bounds the rows of the blocks by channel.
const mostRows = 100_000

func (v *view) scopeOf() scope {
	s := scope{metrics: v.known(v.policy.KPIs), channels: once(v.policy.Channels), goals: make(map[asked][]goal.Node)}
	metrics, channels := v.named(s.goals)
	if len(v.policy.KPIs) == 0 {
		s.metrics = metrics
	}
	if len(s.channels) == 0 {
		s.channels = channels
	}
	if len(s.channels) > mostRows/max(len(s.metrics), 1) {
		s.channels = nil
	}
	return s
}

// once returns each of some texts once, and not "".
func once(texts []string) []string {
	var u unique
	for _, text := range texts {
		u.add(text)
	}
	return u.list
}

// known returns those of the metrics that the plan of the report's period has, each
// once: the plan handed in may have others.
func (v *view) known(metrics []string) (known []string) {
	for _, id := range once(metrics) {
		if v.h.Catalogue().Has(id) {
			known = append(known, id)
		}
	}
	return known
}

// named returns the metrics and channels that the plan names, in its order, and
// fills in which goals a metric measures.
func (v *view) named(goals map[asked][]goal.Node) (metrics, channels []string) {
	var foundMetrics, foundChannels unique
	for n := range v.h.All() {
		if !v.live(n) {
			continue
		}
		foundChannels.add(n.Channel())
		if m, ok := n.Measure(); ok {
			foundMetrics.add(m.Metric)
			foundChannels.add(m.Channel)
			ask, _ := n.Ask(v.period.End)
			by := asked{m.Metric, ask.Channel}
			goals[by] = append(goals[by], n)
		}
		if m, ok := n.Guard(); ok {
			foundMetrics.add(m.Metric)
			foundChannels.add(m.Channel)
		}
	}
	for s := range v.h.Strategies() {
		foundMetrics.add(s.Strategy().Done)
		foundChannels.add(s.Strategy().Channel)
	}
	return foundMetrics.list, foundChannels.list
}

// unique collects texts, each once, but not "".
type unique struct {
	list []string
	seen map[string]bool
}

func (u *unique) add(text string) {
	if text == "" || u.seen[text] {
		return
	}
	if u.seen == nil {
		u.seen = make(map[string]bool)
	}
	u.seen[text] = true
	u.list = append(u.list, text)
}
