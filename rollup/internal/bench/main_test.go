package main

import (
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The program keeps working: everything once, tiny.
func TestPage(t *testing.T) {
	tiny := quickly
	tiny.rounds, tiny.turn = 1, 10*time.Microsecond
	page := string(run(tiny))
	for _, a := range aims() {
		require.Contains(t, page, "| "+a.name+" | "+a.asked())
	}
	for _, heading := range []string{
		"Goals", "Full rollup from values", "Full rollup, progress of the leaves given", "A long chain", "Shared children",
		"One leaf changes", "Many leaves change", "Memory of the engine", "Loading", "Evaluation", "The ledger", "SQL",
	} {
		require.Contains(t, page, "\n## "+heading+"\n")
	}
	require.NotRegexp(t, regexp.MustCompile(`not measured|NaN|Inf|%!`), page)
}

func TestAims(t *testing.T) {
	require.True(t, (&aim{atMost: 2}).met(2))
	require.False(t, (&aim{atMost: 2}).met(2.01))
	require.True(t, (&aim{atLeast: 60}).met(60))
	require.False(t, (&aim{atLeast: 60}).met(59))
	require.False(t, (&aim{zero: true}).met(1))
	require.True(t, (&aim{fact: true}).met(1))
	require.Equal(t, "no", (&aim{fact: true}).shown(0))
}

func TestSpread(t *testing.T) {
	require.Equal(t, spread{2, 3, 4}, spreadOf([]float64{5, 1, 3, 2, 4}))
	require.Equal(t, spread{7, 7, 7}, spreadOf([]float64{7}))
	require.Equal(t, "0.50 (0.25–12.0)", spread{0.25, 0.5, 12.04}.String())
}

func TestOvertakes(t *testing.T) {
	points := []crossing{{share: 0.01, staged: 4}, {share: 0.1, staged: 2}, {share: 1, staged: 0.5}}
	ratio := func(c crossing) float64 { return c.staged }
	require.Equal(t, "from 32 % of the goals on", overtakes(points, ratio))
	require.Equal(t, "never", overtakes(points[:2], ratio))
	require.Equal(t, "from the first leaf on", overtakes(points[2:], ratio))
}
