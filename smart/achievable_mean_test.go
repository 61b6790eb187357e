package smart_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// churn is a rate that swings round 3.4%, and whose newest month is a good one.
const churn = "\nmetric k ratio mean 0 1\nread k month 0.034 0.036 0.033 0.035 0.032 0.036 0.034 0.033 0.035 0.036 0.034 0.028"

// TestMeanOnceMet: one good month is not the quarter that is to come, and the start of
// a quarter not all of it.
func TestMeanOnceMet(t *testing.T) {
	for _, tt := range []struct{ name, at, goal, want string }{
		{"a good month before", "2026-03-31", "reach=0.034>0.029", `^hint achievable\.stretch: a stretch`},
		{"always there", "2026-03-31", "reach=0.045>0.04", `^error achievable\.already-met: it is 2\.8% already`},
		{"a good month at first", "2026-04-30", "reach=0.034>0.029", `^(hint|warning) achievable\.\w+: holds now: 2\.8%; it was 3\.383% on average, a chance of \d+% that 2\.9% still holds at the end / say what will be different, or aim at 3\.\d+%, for an even chance$`},
		{"hardly to be lost", "2026-06-28", "reach=0.045>0.04", `^hint achievable\.already-met: the target of 4% is reached: it is 3\.\d+% now`},
		{"a limit that holds", "2026-04-30", "at_most=0.029", `^(hint|warning) achievable\.\w+: holds now.*set the limit at 3\.\d+%, for an even chance$`},
	} {
		got, f := achievable(t, tt.at, "metric=k "+tt.goal+churn)
		require.Empty(t, f.Absence, tt.name)
		first, _, _ := strings.Cut(got, "\n")
		assert.Regexp(t, tt.want, first, tt.name)
		assert.NotContains(t, got[len(first):], "error", tt.name)
		if strings.Contains(tt.name, "first") || strings.Contains(tt.name, "limit") {
			assert.NotContains(t, got, "never seen", "it holds now")
		}
	}
}

// TestChangeAhead: +8% of what will stand when the quarter begins is not +8% from now.
func TestChangeAhead(t *testing.T) {
	const followers = "\nread subscribers week 5000 5024 5052 5075 5100 5127 5149 5177 5202 5226 5250 5277 5301"
	_, now := achievable(t, "2026-03-31", "metric=subscribers change=+8%"+followers)
	got, ahead := achievable(t, "2025-12-31", "metric=subscribers change=+8%"+followers)
	assert.InDelta(t, now.Left, ahead.Left, 0.05, "the 13 weeks of the quarter, though it begins in 13")
	assert.InDelta(t, now.Chance, ahead.Chance, 0.01)
	assert.Regexp(t, `aim at \+6\.\d+%, for`, got, "what it will be 6% more than is not known yet")
}

// TestLastDay: what is needed in a day is not said by the week.
func TestLastDay(t *testing.T) {
	got, f := achievable(t, "2026-06-29", "metric=leads reach=>1500\nread leads week 100 104 98 101 97 103 99 102 96 105 100 98 103 101")
	assert.Less(t, f.Left, 1.0)
	assert.Regexp(t, `needs \d+ in the time left; it was 100\.\d+ per week on average`, got)
}

// TestNobodyAimsLower: where the past leads away from the target there is no other aim.
func TestNobodyAimsLower(t *testing.T) {
	got, f := achievable(t, "2026-03-31", "metric=nps2 reach=31>36\nmetric nps2 score last\nread nps2 week 36 35 36 34 34 33 34 32 33 31 32 31")
	assert.Less(t, f.Even, 31.0)
	assert.Contains(t, got, "does not get past where it starts")
	assert.NotContains(t, got, "aim at")
}

// TestThinCounts: a week without a sale, of which nobody takes a reading, is a week
// with none.
func TestThinCounts(t *testing.T) {
	w := readWorld(t, "at 2026-03-31\na micro 2026-Q2 owner=bob metric=orders cadence=week reach=>20")
	for i, sold := range strings.Fields("1 0 2 1 0 0 3 1 0 2 1 1 0 0 1 2 0 1 3 0 1 0 2 0") {
		if at := kpi.Weekly.After(time.Date(2026, time.March, 31, 12, 0, 0, 0, time.UTC), i-23); sold != "0" {
			require.NoError(t, w.ledger.Add(kpi.Observation{Metric: "orders", At: at, Value: kpi.Num(sold)}))
		}
	}
	f := w.assess(t).Goals[0].Forecast
	require.Empty(t, f.Absence)
	assert.Equal(t, kpi.Weekly, f.Step)
	assert.Equal(t, 24, f.Points)
	assert.InDelta(t, 22.0/24, f.Usual, 1e-12, "22 in 24 weeks, the last of which had none")

	w = readWorld(t, "at 2026-03-31\na micro 2026-Q2 owner=bob metric=orders cadence=week reach=>900")
	w.read(t, "orders", kpi.Weekly, strings.Fields("90 91 95 92 93 94 96 91 90"))
	w.read(t, "orders@2026-01-20", kpi.Weekly, strings.Fields("94 90 91 95 92"))
	assert.Equal(t, 9, w.assess(t).Goals[0].Forecast.Points, "an import that was lost is no week without orders")
}

// TestRankWhole: nobody is in place 3.7, or above the first.
func TestRankWhole(t *testing.T) {
	got, f := achievable(t, "2026-03-31", "metric=k reach=5>3\nmetric k rank last\nread k week 6 5 6 5 5 6 5 6 5 5 6 5 5")
	require.Empty(t, f.Absence)
	assert.NotRegexp(t, `aim at \d\.`, got)
	_, f = achievable(t, "2026-03-31", "metric=k reach=5>1\nmetric k rank last\nread k week 9 8 7 6 5 4 3 2 1 2 1 1 1")
	assert.GreaterOrEqual(t, f.Quarter, 1.0)
}

// TestTrailingTotal: the total of the last 28 days is a level that moves on, and is not
// added up over the quarter.
func TestTrailingTotal(t *testing.T) {
	const leads = "\nread leads week 10 11 9 10 12 8 10 11 9 10 10 12 9 10 11 9 10 8 11 10"
	got, f := achievable(t, "2026-03-31", "metric=leads window=28d reach=>60"+leads)
	require.Empty(t, f.Absence)
	assert.InDelta(t, 40, f.Even, 4)
	assert.Less(t, f.Chance, 0.25)
	assert.Contains(t, got, "never seen")
	got, f = achievable(t, "2026-05-15", "metric=leads window=28d at_most=30"+leads)
	assert.InDelta(t, 40, f.Even, 4)
	assert.NotContains(t, got, "is passed", "it may come down again")
}

// TestPassedLimit: where a limit is passed there is nothing more to say.
func TestPassedLimit(t *testing.T) {
	got, f := achievable(t, "2026-05-15", "metric=customers_lost at_most=0\nread customers_lost week 1 2 1 0 1 3 1 2 1")
	assert.Zero(t, f.Chance)
	assert.Regexp(t, `^error achievable.unrealistic: the limit of 0 is passed: it is \d+ now[^\n]+$`, got)
}

// TestWatched: what is only watched needs no target.
func TestWatched(t *testing.T) {
	for link, want := range map[string]smart.Severity{"m": smart.Error, "m:0": smart.Hint, "m:0,m1": smart.Error} {
		review := readWorld(t, base("a micro 2026-Q2 owner=bob metric=sessions supports="+link)).assess(t)
		var got smart.Severity
		for _, f := range review.Goals[2].Findings {
			if f.Code == "measurable.no-quantity" {
				got = f.Severity
			}
		}
		assert.Equal(t, want, got, link)
	}
}
