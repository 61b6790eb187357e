package smart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// TestBenchmarks: which benchmarks judge a target, and which say nothing of it.
func TestBenchmarks(t *testing.T) {
	known, ok := marketing.Find("conversion_rate")
	require.True(t, ok)
	spread := marketing.Benchmark{Low: kpi.Num("0.01"), High: kpi.Num("0.05")}
	for _, tt := range []struct {
		name, target string
		change       func(*marketing.Benchmark)
		want         string
	}{
		{"above", "0.2", func(*marketing.Benchmark) {}, "warning"},
		{"below", "0.005", func(*marketing.Benchmark) {}, "hint"},
		{"at the end", "0.05", func(*marketing.Benchmark) {}, ""},
		{"a single figure", "0.2", func(b *marketing.Benchmark) { b.High = b.Low }, ""},
		{"a single figure, below", "0.005", func(b *marketing.Benchmark) { b.High = b.Low }, ""},
		{"ends the wrong way round", "0.2", func(b *marketing.Benchmark) { b.Low, b.High = b.High, b.Low }, ""},
		{"no lower end", "0.2", func(b *marketing.Benchmark) { b.Low = kpi.Number{} }, ""},
		{"no upper end", "0.005", func(b *marketing.Benchmark) { b.High = kpi.Number{} }, ""},
		{"a faulty end", "0.2", func(b *marketing.Benchmark) { b.High = kpi.Num("high") }, ""},
		{"another definition", "0.2", func(b *marketing.Benchmark) { b.Definition = "by users" }, ""},
		{"the definition written out", "0.2", func(b *marketing.Benchmark) { b.Definition = known.Definition }, "warning"},
		{"the goal's channel", "0.2", func(b *marketing.Benchmark) { b.Segment = "Web" }, "warning"},
		{"another channel", "0.2", func(b *marketing.Benchmark) { b.Segment = "Facebook ads" }, ""},
	} {
		b := spread
		tt.change(&b)
		assert.Equal(t, tt.want, benchmarkOf(t, "metric=conversion_rate reach=0.02>"+tt.target, "conversion_rate", b), tt.name)
	}
}

// TestBenchmarkOfOwnMetric: what a metric of the plan's own counts is not known, even
// if it is called like one of the catalogue.
func TestBenchmarkOfOwnMetric(t *testing.T) {
	spread := marketing.Benchmark{Low: kpi.Num("0.01"), High: kpi.Num("0.05")}
	for _, own := range []string{"rate", "conversion_rate"} {
		lines := "metric=" + own + " reach=0.02>0.2\nmetric " + own + " ratio mean"
		assert.Empty(t, benchmarkOf(t, lines, own, spread), own)
	}
}

// benchmarkOf returns the severity of what is found about a target beside a
// benchmark.
func benchmarkOf(t *testing.T, goal, metric string, b marketing.Benchmark) string {
	t.Helper()
	w := readWorld(t, base("a micro 2026-Q2 owner=bob supports=m channel=web "+goal))
	w.checks.Benchmarks[metric] = []marketing.Benchmark{b}
	var found []string
	for _, f := range w.assess(t).Goals[2].Findings {
		if f.Code == "achievable.benchmark" {
			found = append(found, string(f.Severity))
		}
	}
	return strings.Join(found, " ")
}
