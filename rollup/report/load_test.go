package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// team is an agency in which cid has most of the work.
func team() *world {
	of := func(id, owner string, cadence kpi.Cadence, planned string) goal.Strategy {
		return goal.Strategy{ID: id, Level: goal.Micro, Owner: owner, Period: "2026-Q1", Cadence: cadence, Planned: kpi.Num(planned)}
	}
	free := goal.Strategy{ID: "free", Level: goal.Macro, Period: "2026"}
	later := of("later", "dora", kpi.Daily, "1")
	later.Period = "2026-Q2"
	event := of("event", "cid", "", "9")
	w := agency(
		of("stories", "cid", kpi.Daily, "2"), of("letter", "cid", kpi.Fortnightly, "1"), of("review", "cid", kpi.Monthly, "3652425"),
		event, free, later,
	)
	w.plan.Strategies[0].Delegate = "eve"
	w.plan.Goals = append(w.plan.Goals, goal.Goal{ID: "lost", Level: goal.Micro, Period: "2026-Q1"})
	return w
}

func TestLoadOfOwners(t *testing.T) {
	w := team()
	w.read("leads", "email", "2026-02-26", "1000")
	w.read("leads", "blog", "2026-01-31", "1")
	owners := w.report(t, report.Month, "2026-02-28").Owners
	require.Len(t, owners, 4)
	cid, ann, bob, nobody := owners[0], owners[1], owners[2], owners[3]
	assert.Equal(t, "cid", cid.Owner)
	assert.Equal(t, 4, cid.Strategies)
	assert.Equal(t, 1, cid.Delegated)
	// 14 stories, half a letter, 84 × 10,000 reviews, 9 parts of the event in 90 days.
	assert.Equal(t, "840015.2", cid.PerWeek.String())
	assert.True(t, kpi.Quotient(bigInt(4), bigInt(9)).Equal(cid.Share))
	assert.Equal(t, report.Load{Owner: "ann", Goals: 2, Overdue: 1, Behind: 1, Share: kpi.Quotient(bigInt(2), bigInt(9))}, ann)
	assert.Equal(t, "bob", bob.Owner)
	assert.Equal(t, "", nobody.Owner, "last, though it is more than bob's")
	assert.Equal(t, 1, nobody.Goals)
	assert.Equal(t, 1, nobody.Strategies)
	assert.False(t, nobody.PerWeek.Known())
	assert.Equal(t, 0, nobody.Overdue, "nothing is to be read of it")
}

func TestLoadIsSortedByName(t *testing.T) {
	w := agency()
	w.plan.Goals[2].Owner = "abe"
	var names []string
	for _, l := range w.report(t, report.Month, "2026-02-28").Owners {
		names = append(names, l.Owner)
	}
	assert.Equal(t, []string{"abe", "ann", "bob"}, names)
}
