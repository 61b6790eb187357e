package kpi_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func TestItemsAreTheReadingsInForceThatHaveAnID(t *testing.T) {
	march := func(day int) time.Time { return time.Date(2026, time.March, day, 12, 0, 0, 0, time.UTC) }
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Metric: "likes", At: march(2), Value: kpi.Int(5)},
		kpi.Observation{Metric: "likes", At: march(3), Value: kpi.Int(7), ID: "b"},
		kpi.Observation{Metric: "likes", At: march(3), Value: kpi.Int(6), ID: "a"},
		kpi.Observation{Metric: "likes", At: march(1), Value: kpi.Int(1), ID: "corrected"},
		kpi.Observation{Metric: "likes", At: march(2), Value: kpi.Int(2), ID: "corrected", Revision: 1},
		kpi.Observation{Metric: "likes", At: march(2), Value: kpi.Int(3), ID: "gone"},
		kpi.Observation{Metric: "likes", ID: "gone", Revision: 1, Withdrawn: true},
		kpi.Observation{Metric: "likes", At: march(4), Value: kpi.Int(8), ID: "later"},
	))
	within := kpi.Period{Start: march(1), End: march(4)}
	var ids []string
	for o := range ledger.Items(within) {
		ids = append(ids, o.ID+" "+o.Value.String())
	}
	assert.Equal(t, []string{"corrected 2", "a 6", "b 7"}, ids)
	for range ledger.Items(within) {
		break // stops there
	}
	assert.Empty(t, slices.Collect(new(kpi.Ledger).Items(within)))
	assert.Empty(t, slices.Collect((*kpi.Ledger)(nil).Items(within)))
	assert.Empty(t, slices.Collect(ledger.Items(kpi.Period{})))
}
