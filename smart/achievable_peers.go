package smart

import (
	"strings"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// Achievability by what others reach, and by what the goals below add up to.

func benchmark(s *subject, n *notes) {
	if !s.live || !s.aim.to.Known() || betterSign(s.metric.Better) == 0 {
		return
	}
	for _, b := range s.checks.Benchmarks[s.metric.ID] {
		if !isSpread(b) || !s.compares(b) {
			continue
		}
		position := b.Position(s.aim.to)
		if position == "" || position == marketing.Within {
			continue
		}
		s.besideBenchmark(n, b, position)
		return
	}
}

// isSpread reports whether a benchmark says how far peers lie apart. A single
// figure is a mean or a median: half of the peers are on its bad side. A bound
// without the other end says as little.
func isSpread(b marketing.Benchmark) bool {
	return b.Low.Given() && b.High.Given() && b.Low.Cmp(b.High) < 0
}

// compares reports whether a benchmark is of what the goal measures: published by
// the definition of the metric, for the goal's channel or for all, in its currency.
func (s *subject) compares(b marketing.Benchmark) bool {
	if !s.isDefinedAs(b.Definition) {
		return false
	}
	if code, money := s.metric.Unit.Currency(); money && code != b.Currency {
		return false
	}
	ask, _ := s.node.Ask(s.bound)
	return b.Segment == "" || strings.EqualFold(b.Segment, ask.Channel)
}

// isDefinedAs reports whether the goal's metric has the definition that a benchmark
// was published by: that of the marketing catalogue, which "" stands for. What
// a metric of the plan's own counts is not known.
func (s *subject) isDefinedAs(definition string) bool {
	return s.known != nil && (definition == "" || definition == s.known.Definition)
}

func (s *subject) besideBenchmark(n *notes, b marketing.Benchmark, p marketing.Position) {
	params := []Param{
		{"target", s.show(float(s.aim.to))},
		{"low", s.show(float(kpi.ValueOf(b.Low)))},
		{"high", s.show(float(kpi.ValueOf(b.High)))},
		{"source", b.Source},
	}
	lower := s.metric.Better == kpi.Lower
	if (p == marketing.Above) == lower {
		n.as(Hint).on("measure.target", "{target} is less than most peers reach ({low} to {high})", "check whether more is possible", params...)
		return
	}
	n.on("measure.target", "{target} is beyond nine of ten peers ({low} to {high})", "check definition and target", params...)
}

func childrenGap(s *subject, n *notes) {
	need, ok := s.distance(s.node)
	if !ok || s.metric.ID == "" || !addsUp(s.metric) {
		return
	}
	sum, count := kpi.Int(0), 0
	for e := range s.node.Children() {
		ask, measured := e.Child.Ask(s.bound)
		if !measured || ask.Metric != s.metric.ID || !e.Child.State(s.bound).Counts() {
			continue
		}
		part, ok := s.distance(e.Child)
		if !ok {
			return
		}
		sum, count = sum.Add(part), count+1
	}
	if count == 0 || sum.Cmp(need)*need.Sign() >= 0 {
		return
	}
	n.on("measure.target", "the goals below add up to {sum} of {need}", "raise their targets, or add goals for the rest",
		Param{"sum", s.show(float(kpi.ValueOf(sum)))}, Param{"need", s.show(float(kpi.ValueOf(need)))})
}

// addsUp reports whether the targets of several goals for a metric add up.
func addsUp(m kpi.Metric) bool {
	_, money := m.Unit.Currency()
	return m.Combine == kpi.Sum || m.Combine == kpi.Last && (money || unitOf(m) == kpi.Count)
}

// distance returns how far a goal's reach target goes: of what adds up the whole
// target. It reports false if that is not known, or is no plain number.
func (r *run) distance(n goal.Node) (kpi.Number, bool) {
	a := r.facts[n.Index()].aim
	if a.kind != kpi.KindReach {
		return kpi.Number{}, false
	}
	to, ok := a.to.Number()
	if !ok {
		return kpi.Number{}, false
	}
	if _, combine, _ := n.Target(); combine == kpi.Sum {
		return to, true
	}
	from, ok := a.from.Number()
	return to.Sub(from), ok
}
