package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every part is printed, on a page that is not too wide, with the figures that can
// be added up by hand from the files.
func TestRun(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(nil, &out, io.Discard))
	for _, want := range []string{
		"How well the goals to come are put", "Weekly summary, 2026-W39", "Monthly report, 2026-09", "Quarterly review, 2026-Q3",
		"What matters ─", "Key figures, all channels ─", "On instagram ─", "Goals ─", "What we do ─", "Goals that ended ─",
		"What was changed in the plan ─", "Who has how much to do ─", "Goals by channel ─", "The package ─", "What is next ─",
		"Leads                       119        115", // September and August, of three files
	} {
		assert.Contains(t, out.String(), want)
	}
	for line := range strings.Lines(out.String()) {
		assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimRight(line, "\n")), width, line)
		assert.NotContains(t, line, "{", "a fact that has no value")
		assert.NotContains(t, line, "NaN")
	}
}

func TestRunOnePart(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run([]string{"-at", "2026-06-30", "quarter"}, &out, io.Discard))
	assert.Contains(t, out.String(), "Quarterly review, 2026-Q2")
	assert.NotContains(t, out.String(), "Weekly summary")
}

func TestMisuse(t *testing.T) {
	for _, args := range [][]string{{"-nonsense"}, {"year"}} {
		var explained bytes.Buffer
		require.ErrorIs(t, run(args, io.Discard, &explained), errUsage)
		assert.Contains(t, explained.String(), "usage: agency")
	}
	assert.Error(t, run([]string{"-at", "yesterday"}, io.Discard, io.Discard))
}
