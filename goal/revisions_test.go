package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// titled is a plan of one goal.
func titled(title, zone string) goal.Plan {
	return goal.Plan{Title: title, Zone: zone, Goals: []goal.Goal{step("a")}}
}

func revised(t *testing.T, list ...goal.Revision) *goal.Revisions {
	t.Helper()
	r, err := goal.NewRevisions(list)
	require.NoError(t, err)
	return r
}

func TestRevisionsAt(t *testing.T) {
	r := revised(
		t,
		goal.Revision{Plan: titled("first", "")},
		goal.Revision{From: "2026-02-10", Plan: titled("date", "Europe/Berlin")},
		goal.Revision{From: "2026-03-01T12:00:00Z", Plan: titled("instant", "")},
	)
	dated := revised(t, goal.Revision{From: "2026-02-10", Plan: titled("only", "")})
	tests := []struct {
		revisions *goal.Revisions
		at        string // in UTC
		want      string // title of the plan in force, "" for none
	}{
		{r, "0001-01-01", "first"},
		{r, "2026-02-08", "first"},
		{r, "2026-02-09", "date"}, // its last hour is February 10 in Berlin
		{r, "2026-02-09T22:59:59.999999999Z", "first"},
		{r, "2026-02-09T23:00:00Z", "date"},
		{r, "2026-02-28", "date"},
		{r, "2026-03-01T11:59:59.999999999Z", "date"},
		{r, "2026-03-01T12:00:00Z", "instant"},
		{r, "9999-12-31", "instant"},
		{dated, "2026-02-09", ""},
		{dated, "2026-02-10", "only"},
		{revised(t), "2026-02-10", ""},
		{new(goal.Revisions), "2026-02-10", ""},
	}
	for _, test := range tests {
		at, err := kpi.ParseMoment(test.at, nil)
		require.NoError(t, err)
		h, ok := test.revisions.At(at)
		require.Equal(t, test.want != "", ok, test.at)
		if ok {
			assert.Equal(t, test.want, h.Plan().Title, test.at)
		}
	}
	_, ok := r.At(kpi.Moment{})
	assert.False(t, ok, "the zero moment sees no plan")
}

func TestNewRevisionsFinds(t *testing.T) {
	faulty := titled("", "Mars")
	faulty.Goals[0].Period = "soon"
	_, err := goal.NewRevisions([]goal.Revision{
		{From: "2026-02-10", Plan: titled("", "")},
		{Plan: faulty},
		{From: "someday", Plan: titled("", "")},
		{From: "2026-02-10", Plan: titled("", "")},
		{From: "2026-02-09T23:00:00Z", Plan: titled("", "")},
		{From: "2026-02-11", Plan: titled("", "")},
		{From: "2026-02-11", Plan: goal.Plan{Goals: []goal.Goal{{Level: goal.Micro, Period: "2026"}}}},
	})
	assert.Equal(t, []string{
		"revisions[1].from: time", "revisions[1].plan.zone: zone Mars", "a revisions[1].period: period soon",
		"revisions[2].from: time someday", "revisions[3].from: time 2026-02-10", "revisions[4].from: time 2026-02-09T23:00:00Z",
		"revisions[6].from: time 2026-02-11", "revisions[6].plan.goals[0].id: empty_id",
	}, found(t, err))

	shared := kpi.Metric{ID: "shared", Combine: kpi.Sum}
	p := titled("", "")
	p.Goals[0].Measure = &goal.Measure{Metric: "shared"}
	_, err = goal.NewRevisions([]goal.Revision{{Plan: p}}, shared)
	assert.NoError(t, err)
}

func TestRevisionsAllAndChanges(t *testing.T) {
	second := titled("second", "")
	second.Goals = append(second.Goals, step("b"))
	list := []goal.Revision{
		{From: "2026-01-01", By: "Ada", Why: "start", Plan: titled("first", "")},
		{From: "2026-02-01", By: "Lin", Why: "b was missing", Plan: second},
		{From: "2026-04-01", Plan: titled("first", "")},
	}
	r := revised(t, list...)
	var got []goal.Revision
	for revision, h := range r.All() {
		assert.Equal(t, h.Plan(), revision.Plan)
		got = append(got, revision)
	}
	assert.Equal(t, list, got)
	got[0].Plan.Goals[0].ID, list[0].Plan.Goals[0].ID = "scribble", "scribble"
	at, _ := r.At(kpi.Before(day("2026-01-15")))
	_, ok := at.Node("a")
	assert.True(t, ok, "copies go in and out")

	changes := func(period string) []goal.DatedChange {
		within, err := kpi.ParsePeriod(period, nil)
		require.NoError(t, err)
		return r.Changes(within)
	}
	assert.Empty(t, changes("2026-01"), "the first revision changes nothing")
	february := changes("2026-02")
	require.Len(t, february, 2)
	for _, c := range february {
		assert.Equal(t, day("2026-02-01"), c.At)
		assert.Equal(t, "Lin", c.By)
		assert.Equal(t, "b was missing", c.Why)
	}
	assert.Equal(t, goal.Diff(titled("first", ""), second), []goal.Change{february[0].Change, february[1].Change})
	assert.Empty(t, changes("2026-03"))
	assert.Len(t, changes("2026"), 4)
	assert.Empty(t, r.Changes(kpi.Period{}))
	assert.Empty(t, new(goal.Revisions).Changes(kpi.Period{Start: day("0001-01-01"), End: day("9999-01-01")}))
}
