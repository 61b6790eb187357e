package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/rollup"
)

// statusUnder returns the status of a goal at 30% where 50% is expected.
func statusUnder(t *testing.T, policy string) string {
	t.Helper()
	plan := `{"goals": [{"id": "a", "level": "micro", "period": "2026-H1", "expected": {"checkpoints": [["2026-03-31", "0.5"]]},
		"measure": {"target": {"kind": "reach", "from": "0", "to": "100"}}}]}`
	answer := answered(t, with(plan, observed(`{"goal": "a", "at": "2026-01-02", "value": "30"}`), `"policy": `+policy))
	var got struct {
		Goals []struct{ Expected, Status string }
	}
	require.NoError(t, json.Unmarshal([]byte(answer), &got))
	return got.Goals[0].Expected + " " + got.Goals[0].Status
}

func TestPresetsOfPace(t *testing.T) {
	want := map[string]string{
		"viva": "behind", "engagedly": "behind", "cascade": "at_risk", "upraise": "at_risk",
		"mooncamp": "at_risk", "servicenow": "at_risk", "oboard": "behind", "recruiterflow": "at_risk",
	}
	for name := range rollup.PacePresets() {
		assert.Equal(t, "0.5 "+want[name], statusUnder(t, `{"pace": "`+name+`"}`), name)
	}
}

func TestNoneIsAhead(t *testing.T) {
	assert.Equal(t, "0.5 ahead", statusUnder(t, `{"pace": {"ahead": "0.6", "onTrack": "0.5", "behind": "0.1"}}`))
	assert.Equal(t, "0.5 on_track", statusUnder(t, `{"pace": {"ahead": "none", "onTrack": "0.5", "behind": "0.1"}}`))
}
