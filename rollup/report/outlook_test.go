package report_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// outlookOf returns the outlook of a goal in the week up to 2026-03-15.
func outlookOf(t *testing.T, w *world, id string) *report.Outlook {
	t.Helper()
	for _, g := range inMarch(w)(t).Goals {
		if g.ID == id {
			return g.Outlook
		}
	}
	require.Fail(t, "no such goal")
	return nil
}

// A stock that goes up by 80 a week, straight: 1800 of 2000 with 16 days of 90 left.
func TestOutlookOfAStock(t *testing.T) {
	o := outlookOf(t, climbing(80), "fans")
	require.NotNil(t, o)
	assert.Equal(t, "87.5", o.Needed.String())  // 200 x 7/16
	assert.Equal(t, "80", o.Current.String())   //
	assert.Equal(t, "1.09375", o.Load.String()) // 87.5 / 80
	assert.Equal(t, "1.125", o.ToGo.String())   // 0.2 / (16/90)
	assert.Equal(t, "-2", o.Buffer.String())    // 80 % is 72 days
	assert.Equal(t, "1982.86", o.Projected.String())
	assert.Equal(t, "2026-04-02", o.Hits) // 17.5 days later
	assert.Equal(t, "0", o.Chance.String())
	assert.Equal(t, 11, o.Readings)
}

// Leads of 10 or 20 a week in turn, 150 in ten weeks: 16 days at 15 a week.
func TestOutlookOfASum(t *testing.T) {
	w := quarterOfLeads()
	for i := range 10 {
		w.read("leads", "blog", kpi.Weekly.After(day("2026-01-05"), i).Format("2006-01-02"), strconv.Itoa(10+i%2*10))
	}
	target := kpi.Deliver("184")
	w.plan.Goals[1].Measure.Target = &target
	o := outlookOf(t, w, "leads-q1")
	require.NotNil(t, o)
	assert.Equal(t, "14.875", o.Needed.String()) // 34 x 7/16
	assert.Equal(t, "15", o.Current.String())
	assert.Equal(t, "184.286", o.Projected.String()) // 150 + 15 x 16/7
	chance, known := o.Chance.Float64()
	require.True(t, known)
	assert.Greater(t, chance, 0.5)
	assert.Less(t, chance, 0.6)
	low, _ := o.Low.Float64()
	high, _ := o.High.Float64()
	assert.InDelta(t, 2*184.286, low+high, 1e-3, "the interval lies around it")
}

// Readings of a month make no weeks: of a goal that is looked at monthly the months
// count, and of one that does not say so nothing is guessed.
func TestOutlookOfMonthlyReadings(t *testing.T) {
	w := quarterOfLeads()
	for i := range 6 {
		w.read("leads", "blog", kpi.Monthly.After(day("2025-09-15"), i).Format("2006-01-02"), "30")
	}
	w.plan.Goals[1].Cadence = kpi.Monthly
	o := outlookOf(t, w, "leads-q1")
	require.NotNil(t, o)
	current, _ := o.Current.Float64()
	assert.InDelta(t, 30*7/30.0, current, 0.1, "about 30 a month")
	w.plan.Goals[1].Cadence = ""
	o = outlookOf(t, w, "leads-q1")
	require.NotNil(t, o)
	assert.False(t, o.Current.Known(), "not 30 a week")
	assert.True(t, o.Needed.Known())
}

func TestNoOutlook(t *testing.T) {
	w := quarterOfLeads()
	limit := kpi.AtLeast("5")
	w.plan.Goals[1].Measure.Target = &limit
	assert.Nil(t, outlookOf(t, w, "leads-q1"), "a target to keep")
	assert.Nil(t, outlookOf(t, w, "growth"), "no measure")
	for _, period := range []string{"2026-02", "2026-03-01/2026-03-15", "2026-Q2"} {
		assert.Nil(t, outlookOf(t, during(period), "leads-q1"), period)
	}
	w = quarterOfLeads()
	w.plan.Goals[1].State = goal.Paused
	assert.Nil(t, outlookOf(t, w, "leads-q1"))
}

// asked counts the calls of a source.
type asked struct {
	src   kpi.Source
	calls int
}

func (a *asked) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	a.calls++
	return a.src.Tallies(queries, add)
}

// A source that is no ledger is asked a few times for everything, however many goals
// there are, and the report is the same but for the items.
func TestSourceIsAskedAFewTimes(t *testing.T) {
	calls := make([]int, 2)
	for i, goals := range []int{6, 15} {
		w := sampled(2)
		w.plan.Goals = w.plan.Goals[:goals]
		h, err := goal.New(w.plan, marketing.Metrics("EUR")...)
		require.NoError(t, err)
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(w.obs...))
		at, err := h.Moment("2026-05-10")
		require.NoError(t, err)
		src := asked{src: &ledger}
		got, err := report.Policy{}.Weekly(h, &src, at)
		require.NoError(t, err)
		want := w.report(t, report.Week, "2026-05-10")
		want.Items = nil
		assert.Equal(t, len(want.Insights), len(got.Insights))
		for k := range want.Insights {
			assert.Equal(t, want.Insights[k].Message, got.Insights[k].Message)
		}
		calls[i] = src.calls
	}
	assert.Equal(t, calls[0], calls[1])
	assert.LessOrEqual(t, calls[1], 12)
}

// Of a target that bends the plan's own progress counts; of a trailing window the
// value over it is a stock.
func TestOutlookOfOtherMeasures(t *testing.T) {
	w := climbing(80)
	target := kpi.Reach("1000", "2000")
	target.Points = []kpi.Point{kpi.PointAt("1800", "0.5")}
	w.plan.Goals[1].Measure.Target = &target
	o := outlookOf(t, w, "fans")
	require.NotNil(t, o)
	assert.Equal(t, "2.8125", o.ToGo.String()) // 0.5 / (16/90)

	w = quarterOfLeads()
	for i := range 10 { // 10, 20, ... a week: the last four bring 70 + 80 + 90 + 100
		w.read("leads", "blog", kpi.Weekly.After(day("2026-01-05"), i).Format("2006-01-02"), strconv.Itoa(10+10*i))
	}
	aim := kpi.Deliver("400")
	w.plan.Goals[1].Measure = &goal.Measure{Metric: "leads", Window: "28d", Target: &aim}
	o = outlookOf(t, w, "leads-q1")
	require.NotNil(t, o)
	assert.Equal(t, "26.25", o.Needed.String(), "60 x 7/16")
	assert.Equal(t, "40", o.Current.String(), "340 less 180 four weeks earlier")

	people := kpi.Deliver("1000")
	w.plan.Goals[1].Measure = &goal.Measure{Metric: "reach", Target: &people}
	assert.Nil(t, outlookOf(t, w, "leads-q1"), "people of weeks do not make those of a quarter")
}

// A goal that is looked at once in two weeks, or a quarter, is forecast in such steps.
func TestOutlookOfLongerSteps(t *testing.T) {
	for cadence, want := range map[kpi.Cadence]int{kpi.Fortnightly: 5, kpi.Weekly: 10, kpi.Daily: 10} {
		w := quarterOfLeads()
		for i := range 10 {
			w.read("leads", "blog", kpi.Weekly.After(day("2026-01-05"), i).Format("2006-01-02"), strconv.Itoa(5+i%3))
		}
		w.plan.Goals[1].Cadence = cadence
		o := outlookOf(t, w, "leads-q1")
		require.NotNil(t, o)
		assert.Equal(t, want, o.Readings, cadence)
	}
}
