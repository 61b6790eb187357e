package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// What the parts moved adds up to what the goal moved.
func TestContributionsToAChangeAddUp(t *testing.T) {
	r := twoChannels().report(t, report.Week, "2026-03-15")
	growth := r.Goals[0]
	require.Equal(t, "growth", growth.ID)
	require.Len(t, growth.Parts, 4)
	sum := kpi.Units(0)
	for _, part := range growth.Parts {
		assert.True(t, part.Now.Sub(part.Before).Equal(part.Change), part.Goal)
		sum = sum.Sub(kpi.Units(0).Sub(part.Change))
	}
	assert.True(t, sum.Equal(growth.Moved))
	assert.True(t, growth.Change.Equal(growth.Moved), "nothing else moves this goal")
	assert.Equal(t, 1, growth.Change.Sign())
	assert.Equal(t, []report.Macro{{Goal: "growth", Micros: []string{"mail-leads", "blog-leads", "all-leads", "rate"}}}, r.Macros)
}
