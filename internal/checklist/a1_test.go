package checklist_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// Macro goals in order of time, each followed by what serves it; every goal that is
// under way or to come once per parent.
func roadmap(t *testing.T) {
	both := micro("newsletter", "leads", "2026-Q2", "subscribers", "email", kpi.Reach("500", "800"))
	both.Supports = append(both.Supports, goal.Link{Goal: "awareness"})
	cancelled := micro("fax", "leads", "2026-Q1", "leads", "fax", kpi.Deliver("5"))
	cancelled.State = goal.Cancelled
	w := plan(macro("leads", "2026-02-01/2027-01-31"), macro("awareness", "2026"),
		both, cancelled, milestone("launch", "awareness", "2026-01"))

	var stops []string
	for stop := range w.hierarchy(t).Roadmap(endOf("2026-01-15")) {
		p := stop.Node.Period()
		line := fmt.Sprintf("%d %s %s %s", stop.Depth, stop.Node.ID(), p.Start.Format(time.DateOnly), p.End.Format(time.DateOnly))
		if stop.Depth > 0 {
			line += " for " + stop.Parent.ID()
		}
		stops = append(stops, line)
	}
	assert.Equal(t, []string{
		"0 awareness 2026-01-01 2027-01-01",
		"1 launch 2026-01-01 2026-02-01 for awareness",
		"1 newsletter 2026-04-01 2026-07-01 for awareness",
		"0 leads 2026-02-01 2027-02-01",
		"1 newsletter 2026-04-01 2026-07-01 for leads",
	}, stops)
}

// A macro goal of three months is warned of, one of twelve is not.
func macroHorizon(t *testing.T) {
	w := plan(macro("year", "2026"), macro("quarter", "2026-Q2"))
	found := w.findings(t, "2026-03-31")
	assert.Contains(t, found["quarter"], "time.window")
	assert.NotContains(t, found["year"], "time.window")
}

// Each of the four macro goals named has at least three KPIs of the catalogue.
func themes(t *testing.T) {
	metrics := plan().hierarchy(t).Catalogue()
	known := make(map[string]int)
	for theme := range marketing.Themes() {
		for _, id := range theme.KPIs() {
			if metrics.Has(id) {
				known[theme.ID]++
			}
		}
		assert.NotEmpty(t, theme.Lagging, theme.ID)
		assert.NotEmpty(t, theme.Leading, theme.ID)
	}
	for _, id := range []string{"awareness", "traffic", "rankings", "leads"} {
		assert.GreaterOrEqual(t, known[id], 3, id)
	}
	position, ok := metrics.Metric("avg_position")
	require.True(t, ok)
	assert.Equal(t, kpi.Lower, position.Better, "first on the page is best")
}

// The goal that serves nothing is named.
func alignment(t *testing.T) {
	w := plan(
		macro("awareness", "2026"),
		micro("reels", "awareness", "2026-Q1", "video_views", "instagram", kpi.Deliver("1000")),
		micro("orphan", "", "2026-Q1", "clicks", "instagram", kpi.Deliver("50")),
	)
	found := w.findings(t, "2025-12-31")
	assert.Contains(t, found["orphan"], "relevant.no-parent")
	assert.NotContains(t, found["reels"], "relevant.no-parent")
	assert.NotContains(t, found["awareness"], "relevant.no-children")
	a := w.report(t, report.Week, "2026-02-15").Alignment
	assert.Equal(t, "0.5", a.Share.String())
	assert.Equal(t, []string{"orphan"}, a.Unaligned)
}
