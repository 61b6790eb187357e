package kpi_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func TestBaselineWindow(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	tests := []struct {
		name, text string
		combine    kpi.Combine
		window     string
		period     string
		want       string // as a period's text; of a stock only the end counts
	}{
		{"the quarter before", "", kpi.Sum, "", "2026-Q2", "2026-Q1"},
		{"the month before", "", kpi.Mean, "", "2026-03", "2026-02"},
		{"of a quotient too", "", "", "", "2026-W01", "2025-W52"},
		{"as many days before", "", kpi.Sum, "", "2026-03-01/2026-03-31", "2026-01-29/2026-02-28"},
		{"a trailing window at the start", "", kpi.Sum, "28d", "2026-Q2", "2026-03-04/2026-03-31"},
		{"as many days up to a day", "2026-01-31", kpi.Sum, "", "2026-04", "2026-01-02/2026-01-31"},
		{"a trailing window up to a day", "2026-01-31", kpi.Max, "1w", "2026-04", "2026-01-25/2026-01-31"},
		{"up to an instant", "2026-01-31T11:59:59.999999999Z", kpi.Sum, "", "2026-02-03/2026-02-04", "2026-01-29T13:00:00+01:00/2026-01-31T13:00:00+01:00"},
		{"another period", "2025-Q2", kpi.Sum, "", "2026-Q2", "2025-Q2"},
		{"another period of days", "2025-11-24/2025-11-30", kpi.Unique, "", "2026-11-23/2026-11-29", "2025-11-24/2025-11-30"},
		{"a trailing window in another period", "2025", kpi.Sum, "1m", "2026-Q2", "2025-12"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			baseline, err := kpi.ParseBaseline(test.text, berlin)
			require.NoError(t, err)
			window, want := kpi.Window{}, period(t, test.want, berlin)
			if test.window != "" {
				window, err = kpi.ParseWindow(test.window)
				require.NoError(t, err)
			}
			got := baseline.Window(test.combine, window, period(t, test.period, berlin), berlin)
			assert.True(t, want.Equal(got), "want %s, got %s", want, got)
		})
	}
}

// Of a stock the newest reading counts: at or before the start, which is the
// first instant that the period itself has.
func TestBaselineOfAStock(t *testing.T) {
	for text, end := range map[string]string{
		"":                     "2026-04-01T00:00:00.000000001Z",
		"2026-02-10":           "2026-02-11T00:00:00Z",
		"2026-02-10T08:00:00Z": "2026-02-10T08:00:00.000000001Z",
		"2025-Q4":              "2026-01-01T00:00:00Z",
	} {
		baseline, err := kpi.ParseBaseline(text, nil)
		require.NoError(t, err)
		got := baseline.Window(kpi.Last, kpi.Window{}, period(t, "2026-Q2", nil), nil)
		assert.Equal(t, end, got.End.Format(time.RFC3339Nano), text)
		assert.True(t, got.Start.Before(got.End))
	}
}

func TestParseBaselineFaults(t *testing.T) {
	for _, text := range []string{"soon", "2026-02-30", "2026-Q5", "2026-13", " 2026", "2026-01-02/2026-01-01", string(make([]byte, 1<<16))} {
		_, err := kpi.ParseBaseline(text, nil)
		require.ErrorIs(t, err, kpi.ErrTime, "%.20q", text)
	}
}
