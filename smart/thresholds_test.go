package smart_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// TestThresholdOrder: thresholds that contradict each other are faults, each of them.
func TestThresholdOrder(t *testing.T) {
	for _, tt := range []struct {
		thresholds smart.Thresholds
		want       string
	}{
		{smart.Thresholds{}, ""},
		{smart.Thresholds{Unrealistic: 0.3}, "unrealistic"},
		{smart.Thresholds{Unrealistic: 0.3, Stretch: 0.3}, ""},
		{smart.Thresholds{Stretch: 0.95}, "stretch"},
		{smart.Thresholds{Sandbagged: 0.2}, "stretch"},
		{smart.Thresholds{Unrealistic: 0.8, Stretch: 0.7, Sandbagged: 0.6}, "unrealistic stretch unrealistic"},
		{smart.Thresholds{SandbaggedAspirational: 0.01}, "unrealistic"},
		{smart.Thresholds{MicroDays: 5}, "shortDays"},
		{smart.Thresholds{ShortDays: 93, Unrealistic: 0.5}, "unrealistic shortDays"},
		{smart.Thresholds{MicroDays: -5, Stretch: -1}, "microDays stretch"}, // and nothing beside them
		{smart.Thresholds{ShortDays: 2_000_000, Unrealistic: 7}, "shortDays unrealistic"},
		{smart.Thresholds{Sandbagged: math.Inf(-1), Unrealistic: math.NaN()}, "unrealistic sandbagged"},
		{smart.Thresholds{Children: -1, Unrealistic: 0.3}, "children unrealistic"},
	} {
		h, err := goal.New(goal.Plan{})
		require.NoError(t, err)
		_, err = smart.Checks{Thresholds: tt.thresholds}.Assess(h, new(kpi.Ledger), kpi.Moment{})
		if tt.want == "" {
			require.ErrorIs(t, err, kpi.ErrTime, "the thresholds are right, and no moment is given")
			continue
		}
		var problems kpi.Problems
		require.ErrorAs(t, err, &problems)
		var fields []string
		for _, p := range problems {
			require.ErrorIs(t, p, kpi.ErrNumber)
			fields = append(fields, strings.TrimPrefix(p.Field, "thresholds."))
		}
		assert.Equal(t, tt.want, strings.Join(fields, " "), "%+v", tt.thresholds)
	}
}
