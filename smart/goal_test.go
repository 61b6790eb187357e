package smart_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

func TestGoalTargets(t *testing.T) {
	tests := []struct {
		text   string
		metric string
		target kpi.Target
	}{
		{"Increase Instagram followers by 10% by June", "followers", kpi.Target{Kind: kpi.KindReach, Change: "10%"}},
		{"Gain 500 Instagram followers by June", "followers", kpi.Target{Kind: kpi.KindReach, Change: "500"}},
		{"Generate 180 leads by June", "leads", kpi.Deliver("180")},
		{"Increase leads by 20 by June", "leads", kpi.Target{Kind: kpi.KindReach, Change: "20"}},
		{"Raise the conversion rate from 2% to 3.5% by June", "conversion_rate", kpi.Reach("0.02", "0.035")},
		{"Reach 5,000 followers by June", "followers", kpi.Deliver("5000")},
		{"Keep the churn rate below 3% until June", "churn_rate", kpi.AtMost("0.03")},
		{"Maintain a response rate of 90% until June", "response_rate", kpi.AtLeast("0.9")},
		{"Reduce the bounce rate by 5 percentage points by June", "bounce_rate", kpi.Target{Kind: kpi.KindReach, Change: "-0.05"}},
		{"Reduce the bounce rate by 150 basis points by June", "bounce_rate", kpi.Target{Kind: kpi.KindReach, Change: "-0.015"}},
		{"Cut first response time to 2 hours by June", "first_response_time", kpi.AtMost("7200")},
		{"Cut first response time from 3 hours to 90 minutes by June", "first_response_time", kpi.Reach("10800", "5400")},
		{"Lose 5 kg by June", "", kpi.Target{Kind: kpi.KindReach, Change: "-5"}},
		{"Read 12 books by June", "", kpi.Reach("0", "12")},
		{"Launch the new website by June", "", kpi.Finish()},
		{"Cut handling time from 2 hours to 60 minutes by June", "", kpi.Reach("120", "60")},
		{"Cut first response time by 50% from 2 hours to 60 minutes by June", "first_response_time", kpi.Reach("7200", "3600")},
		{"Cut the wait by 50% from 2 hours to 60 minutes by June", "", kpi.Reach("120", "60")},
		{"Double followers from 400 to 800 by June", "followers", kpi.Reach("400", "800")},
		{"Win more orders by raising the conversion rate from 2% to 3% by June", "conversion_rate", kpi.Reach("0.02", "0.03")},
		{"Save 15% on packaging costs by June", "", kpi.Target{Kind: kpi.KindReach, Change: "-15%"}},
		{"Raise ROAS from 3x to 4x by June", "roas", kpi.Reach("3", "4")},
		{"Reach a ROAS of 4x by June", "roas", kpi.Target{Kind: kpi.KindReach, To: kpi.Int(4)}},
		{"Grow revenue 3x by June", "revenue", kpi.Target{Kind: kpi.KindReach, Change: "200%"}},
		{"Raise NPS from -10 to 20 by June", "nps", kpi.Reach("-10", "20")},
		{"Improve our NPS to -5 by June", "nps", kpi.Target{Kind: kpi.KindReach, To: kpi.Int(-5)}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			g, err := smart.Parse(tt.text, jan15).Goal()
			require.NoError(t, err)
			assert.Equal(t, tt.metric, g.Measure.Metric)
			require.NotNil(t, g.Measure.Target)
			got := *g.Measure.Target
			assert.Equal(t, tt.target.Kind, got.Kind)
			assert.Equal(t, tt.target.Change, got.Change)
			assert.True(t, tt.target.From.Equal(got.From), "from %s", got.From)
			assert.True(t, tt.target.To.Equal(got.To), "to %s", got.To)
			assert.True(t, tt.target.Value.Equal(got.Value), "value %s", got.Value)
			assert.Equal(t, "2026-01-15/2026-06-30", g.Period)
		})
	}
}

// What is due so often is scored so often; a level in which things come by the
// month is looked up over a month.
func TestGoalRates(t *testing.T) {
	tests := []struct {
		text, metric string
		target       kpi.Target
		cadence      kpi.Cadence
		window       string
	}{
		{"Publish 2 posts per week until June", "", kpi.AtLeast("2").Keep(), kpi.Weekly, ""},
		{"Walk 10,000 steps a day until June", "", kpi.AtLeast("10000").Keep(), kpi.Daily, ""},
		{"Get 50 leads per month by June", "leads", kpi.AtLeast("50").Keep(), kpi.Monthly, ""},
		{"Save $200 a month until June", "", kpi.AtLeast("200").Keep(), kpi.Monthly, ""},
		{"Reach 1,000 sessions per week by June", "sessions", kpi.Target{Kind: kpi.KindReach, To: kpi.Int(1000)}, "", "1w"},
		{"Lower my heart rate to 58 beats per minute by June", "", kpi.AtMost("58"), "", ""},
		{"Increase sessions per week by 10% by June", "sessions", kpi.Target{Kind: kpi.KindReach, Change: "10%"}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			g, err := smart.Parse(tt.text, jan15).Goal()
			require.NoError(t, err)
			assert.Equal(t, tt.metric, g.Measure.Metric)
			assert.Equal(t, tt.target.Kind, g.Measure.Target.Kind)
			assert.Equal(t, tt.target.Score, g.Measure.Target.Score)
			assert.Equal(t, tt.target.Change, g.Measure.Target.Change)
			assert.True(t, tt.target.To.Equal(g.Measure.Target.To), "to %s", g.Measure.Target.To)
			assert.True(t, tt.target.Value.Equal(g.Measure.Target.Value), "value %s", g.Measure.Target.Value)
			assert.Equal(t, tt.cadence, g.Cadence)
			assert.Equal(t, tt.window, g.Measure.Window)
			_, err = goal.New(goal.Plan{Goals: []goal.Goal{g}}, marketing.Metrics("EUR")...)
			require.NoError(t, err)
		})
	}
}

func TestGoalProblems(t *testing.T) {
	tests := []struct {
		text, field string
		reason      kpi.Reason
	}{
		{"Increase followers by 10%", "period", kpi.ErrPeriod},
		{"Increase followers by 10% by the end of the semester", "period", kpi.ErrPeriod},
		{"Increase followers by 10% by June 2024", "period", kpi.ErrPeriod},
		{"Increase followers by June", "measure.target", kpi.ErrTarget},
		{"Raise the conversion rate to 4 euros by June", "measure.target", kpi.ErrUnit},
		{"Raise followers from 50 to 50 by June", "measure.target.to", kpi.ErrTarget},
		{"Gain 100 followers per month until June", "measure.target", kpi.ErrTarget},
		{"Lose 1 kg per week until June", "measure.target", kpi.ErrTarget},
		{"Answer 12 calls an hour until June", "measure.target", kpi.ErrTarget},
		{"¡¿…?!", "id", kpi.ErrEmptyID},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			g, err := smart.Parse(tt.text, jan15).Goal()
			var found []string
			for _, p := range err.(kpi.Problems) { //nolint:errorlint // the type is promised
				found = append(found, p.Field)
			}
			assert.Contains(t, found, tt.field)
			require.ErrorIs(t, err, tt.reason)
			assert.Equal(t, tt.text, g.Title)
			assert.Equal(t, goal.Micro, g.Level)
		})
	}
}

// TestGoalsAreAccepted hands every goal without a problem to goal.New.
func TestGoalsAreAccepted(t *testing.T) {
	set := ownStatements(t)
	if !t.Run("published", func(t *testing.T) { accept(t, published(t)) }) {
		return
	}
	accept(t, set)
}

func accept(t *testing.T, set []statement) {
	t.Helper()
	whole := 0
	for _, s := range set {
		d := smart.Parse(s.Text, jan15)
		g, err := d.Goal()
		if err != nil {
			continue
		}
		whole++
		_, err = goal.New(goal.Plan{Goals: []goal.Goal{g}}, marketing.Metrics("EUR")...)
		require.NoError(t, err, s.Text)
		p, err := kpi.ParsePeriod(g.Period, nil)
		require.NoError(t, err)
		assert.Equal(t, string(d.Deadline.Value), p.End.AddDate(0, 0, -1).Format("2006-01-02"), s.Text)
	}
	assert.Greater(t, whole, len(set)/5, "of %d statements", len(set))
}
