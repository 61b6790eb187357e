package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A plan with a fault of its own kind for every key that is asked about: nobody owns
// the goal, and it is behind.
const badly = `{"plan": {"goals": [
	{"id": "m", "level": "macro", "period": "2026", "owner": "ann"},
	{"id": "a", "level": "micro", "period": "2026-Q1", "supports": [{"goal": "m"}], "cadence": "week",
	 "measure": {"metric": "leads", "target": {"kind": "reach", "to": "100"}}}]},
	"observations": [{"metric": "leads", "at": "2026-02-10", "value": "8"}],
	"at": "2026-02-28"}`

func TestSmart(t *testing.T) {
	stdout, stderr, status := started(t, badly, "-smart")
	require.Zero(t, status, stderr)
	var answer struct {
		Goals []json.RawMessage
		Smart []struct {
			Goal, Verdict string
			Score         int
			Criteria      map[string]any
			Findings      []struct{ Code, Criterion, Severity, Message, Fix string }
		}
		Report json.RawMessage
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &answer))
	assert.Len(t, answer.Goals, 2)
	assert.Empty(t, answer.Report)
	require.Len(t, answer.Smart, 2)
	assert.Equal(t, "a", answer.Smart[1].Goal)
	assert.Len(t, answer.Smart[1].Criteria, 5)
	require.NotEmpty(t, answer.Smart[1].Findings)
	var codes []string
	for _, f := range answer.Smart[1].Findings {
		codes = append(codes, f.Code)
		assert.NotEmpty(t, f.Message)
		assert.NotEmpty(t, f.Fix)
	}
	assert.Contains(t, codes, "specific.owner-missing")
}

func TestReport(t *testing.T) {
	for span, period := range map[string]string{"week": "2026-W08", "month": "2026-02", "quarter": "2025-Q4"} {
		stdout, stderr, status := started(t, badly, "-report", span)
		require.Zero(t, status, stderr)
		var answer struct {
			Smart  json.RawMessage
			Report struct{ Span, Period string }
		}
		require.NoError(t, json.Unmarshal([]byte(stdout), &answer))
		assert.Empty(t, answer.Smart)
		assert.Equal(t, span, answer.Report.Span)
		assert.Equal(t, period, answer.Report.Period)
	}
	_, stderr, status := started(t, badly, "-report", "year")
	assert.Equal(t, 2, status)
	assert.Contains(t, stderr, "week|month|quarter")
}
