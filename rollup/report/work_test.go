package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

// An agency pursues leads on mail and blog in the first quarter, with posts that
// are counted and money that is spent.
func agency(strategies ...goal.Strategy) *world {
	return &world{plan: goal.Plan{
		Currency: "EUR",
		Metrics:  []kpi.Metric{{ID: "posts", Name: "Posts", Combine: kpi.Sum}},
		Goals: []goal.Goal{
			macro("growth", "2026"),
			measured("mail-leads", "growth", "2026-Q1", "leads", "email", kpi.Deliver("130")),
			measured("blog-leads", "growth", "2026-Q1", "leads", "blog", kpi.Deliver("520")),
		},
		Strategies: strategies,
	}}
}

// posting is a strategy that posts on the blog, three posts a week.
func posting() goal.Strategy {
	return goal.Strategy{
		ID: "posting", Title: "Three posts a week", Level: goal.Micro, Goals: []string{"blog-leads"},
		Channel: "blog", Owner: "ann", Delegate: "lin", Cadence: kpi.Weekly, Planned: kpi.Int(3), Done: "posts", Kind: "content",
	}
}

// The quarter begins on a Thursday, so that the weeks of the strategy do: the 13th
// has six days.
func TestWorkSaysWhatWasPlannedAndDone(t *testing.T) {
	w := agency(posting())
	for _, date := range []string{"2026-01-02", "2026-01-03", "2026-01-04", "2026-01-09", "2026-01-16", "2026-01-17", "2026-01-18", "2026-01-21"} {
		w.read("posts", "blog", date, "1")
	}
	w.read("posts", "email", "2026-01-20", "9") // on another channel
	w.read("posts", "blog", "2026-01-30", "2")  // in the due period under way
	work := w.report(t, report.Month, "2026-01-31").Work
	require.Len(t, work, 1)
	got := work[0]
	assert.Equal(t, "posting Three posts a week micro content blog ann lin week running 2026-01-01 2026-03-31",
		joined(got.ID, got.Title, string(got.Level), got.Kind, got.Channel, got.Owner, got.Delegate, string(got.Cadence), string(got.Phase), got.Starts, got.Ends))
	assert.Equal(t, []string{"blog-leads"}, got.Goals)
	assert.Equal(t, "39", got.Planned.String(), "13 weeks of 3 posts")
	assert.Equal(t, "10", got.Done.String())

	want := report.Kept{Due: 4, Read: 3, Met: 2, Streak: 0, Longest: 1}
	assert.Equal(t, want, got.Kept.Kept)
	assert.Equal(t, "12", got.Kept.Planned.String())
	assert.Equal(t, "8", got.Kept.Done.String())
	assert.Equal(t, "0.5", got.Kept.Share.String())
	assert.Equal(t, got.Kept, got.Recent, "the strategy began with the month")

	require.Len(t, got.Turns, 4)
	assert.Equal(t, "2026-01-08", got.Turns[1].Starts)
	assert.Equal(t, "2026-01-14", got.Turns[1].Ends)
	assert.Equal(t, "1", got.Turns[1].Done.String())
	assert.False(t, got.Turns[1].Met)
	assert.Equal(t, kpi.NoReading, got.Turns[3].Absence, "nobody counted")
}

// A story every day: seven of seven is all there is to do.
func TestWorkOfEveryDay(t *testing.T) {
	daily := posting()
	daily.Cadence, daily.Planned = kpi.Daily, kpi.Number{}
	w := agency(daily)
	for i := range 9 { // Friday, January 2, to Saturday, January 10
		w.obs = append(w.obs, kpi.Observation{Metric: "posts", Channel: "blog", At: kpi.Daily.After(day("2026-01-02"), i), Value: kpi.Int(1)})
	}
	full := w.report(t, report.Week, "2026-01-11").Work[0]
	assert.Equal(t, report.Kept{Due: 7, Read: 6, Met: 6, Longest: 6}, full.Recent.Kept, "January 11 is missing")
	assert.Equal(t, report.Kept{Due: 11, Read: 9, Met: 9, Longest: 9}, full.Kept.Kept)
	w.read("posts", "blog", "2026-01-11", "1")
	full = w.report(t, report.Week, "2026-01-11").Work[0]
	assert.Equal(t, "1", full.Recent.Share.String())
	assert.Equal(t, "7", full.Recent.Done.String())
	assert.Empty(t, found(w.report(t, report.Week, "2026-01-11"), "cadence-missed"))
}

// Campaigns of the next quarter are announced with their dates, those after it not
// yet; what ended before the report's period is gone.
func TestPhases(t *testing.T) {
	at := func(id, period string) goal.Strategy {
		return goal.Strategy{ID: id, Level: goal.Micro, Period: period, Goals: []string{"growth"}}
	}
	w := agency(
		at("old", "2025-Q4"), at("ended", "2026-01"), at("ends", "2026-Q1"), at("runs", "2026"),
		at("easter", "2026-04-01/2026-04-06"), at("summer", "2026-06-29/2026-09-30"), at("autumn", "2026-07-01/2026-09-30"),
		goal.Strategy{ID: "always", Level: goal.Macro},
		goal.Strategy{ID: "idea", Level: goal.Macro, Goals: []string{"draft"}},
	)
	w.plan.Goals = append(w.plan.Goals, goal.Goal{ID: "draft", Level: goal.Macro, Period: "2026", State: goal.Draft})
	var got []string
	for _, work := range w.report(t, report.Quarter, "2026-04-20").Work {
		got = append(got, joined(work.ID, string(work.Phase), work.Starts, work.Ends))
	}
	assert.Equal(t, []string{
		"ended over 2026-01-01 2026-01-31",
		"ends over 2026-01-01 2026-03-31",
		"runs running 2026-01-01 2026-12-31",
		"easter scheduled 2026-04-01 2026-04-06",
		"summer scheduled 2026-06-29 2026-09-30",
		"always running  ",
	}, got)
}

// However many strategies and goals there are, the source is asked as often.
func TestSourceIsAskedForAllWorkAtOnce(t *testing.T) {
	calls := func(n int) int {
		w := agency()
		for i := range n {
			s := posting()
			s.ID = string(rune('a' + i))
			s.Budget, s.Cost, s.Return = &goal.Budget{Amount: kpi.Int(10), Currency: "EUR"}, "campaign_cost", "campaign_return"
			w.plan.Strategies = append(w.plan.Strategies, s)
			g := w.plan.Goals[2]
			g.ID, g.Cost = s.ID, "campaign_cost"
			w.plan.Goals = append(w.plan.Goals, g)
		}
		src := &counting{}
		require.NoError(t, src.Add(w.obs...))
		h, err := goal.New(w.plan, catalogue...)
		require.NoError(t, err)
		at, err := h.Moment("2026-03-31")
		require.NoError(t, err)
		_, err = report.Policy{}.Quarterly(h, src, at)
		require.NoError(t, err)
		return src.calls
	}
	assert.Equal(t, calls(1), calls(20))
}

// catalogue is the metrics that the tests of this file share.
var catalogue = marketing.Metrics("EUR")

// counting is a ledger that counts how often it is asked.
type counting struct {
	kpi.Ledger
	calls int
}

func (c *counting) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	c.calls++
	return c.Ledger.Tallies(queries, add)
}

func joined(words ...string) string { return strings.Join(words, " ") }

// What is unknown, or was not asked, is not there.
func TestJSONOfWork(t *testing.T) {
	s := posting()
	s.Period, s.Budget = "2026-01-28/2026-02-28", euros("320")
	bare := goal.Strategy{ID: "voice", Level: goal.Macro}
	work := agency(s, bare).report(t, report.Month, "2026-01-31").Work
	text, err := json.Marshal(work)
	require.NoError(t, err)
	assert.JSONEq(t, `[
		{"id": "posting", "title": "Three posts a week", "level": "micro", "kind": "content", "channel": "blog",
		 "owner": "ann", "delegate": "lin", "goals": ["blog-leads"], "cadence": "week", "phase": "running",
		 "starts": "2026-01-28", "ends": "2026-02-28", "planned": "15",
		 "money": {"currency": "EUR", "budget": "320", "elapsed": "0.125", "planned": "40"}},
		{"id": "voice", "level": "macro", "phase": "running"}
	]`, string(text))
}

// No plan is too strange: zones that skip a day, periods of ten thousand years,
// strategies that serve the same goal twice, owners without a name.
func TestStrangeWork(t *testing.T) {
	w := agency(
		goal.Strategy{ID: "ages", Level: goal.Macro, Period: "0000-01-01/9999-12-31", Budget: euros("1"), Cost: "campaign_cost", Planned: kpi.Int(1)},
		goal.Strategy{ID: "twice", Level: goal.Micro, Goals: []string{"growth", "growth"}, Channel: "blog", Budget: euros("0.000000000000000000000000000001")},
		goal.Strategy{ID: "negative", Level: goal.Micro, Goals: []string{"growth"}, Done: "posts", Cost: "campaign_cost", Return: "campaign_return"},
		goal.Strategy{ID: "instant", Level: goal.Micro, Period: "2026-01-31T23:59:59.999999999Z/2026-02-01T00:00:00Z", Done: "posts", Cadence: kpi.Daily, Cost: "campaign_cost"},
	)
	w.plan.Zone = "Pacific/Apia"
	w.read("campaign_cost", "x", "2026-01-20", "-5")
	w.read("campaign_return", "x", "2026-01-20", "0")
	w.read("posts", "x", "2026-01-20", "-3")
	for _, span := range []report.Span{report.Week, report.Month, report.Quarter} {
		for _, date := range []string{"0000-12-31", "2011-12-31", "2026-02-01", "9999-12-31"} {
			r := w.report(t, span, date)
			text, err := json.Marshal(r)
			require.NoError(t, err)
			assert.NotContains(t, string(text), "NaN")
		}
	}
	r := w.report(t, report.Month, "2026-02-01")
	assert.False(t, r.Work[2].Money.ROI.Known(), "of a cost below 0")
}
