package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// Achievability by what others reach.

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
