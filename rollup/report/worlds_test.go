package report_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// Small plans with their readings, each about one thing.

// inMarch is the report of the week up to 2026-03-15.
func inMarch(w *world) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report { return w.report(t, report.Week, "2026-03-15") }
}

// inJune is the report of the week up to 2026-06-28.
func inJune(w *world) func(*testing.T) *report.Report {
	return func(t *testing.T) *report.Report { return w.report(t, report.Week, "2026-06-28") }
}

// followers is a goal to go from 1000 to 2000 in the quarter, read weekly up to the
// week of the report.
func followers(values ...int64) *world {
	w := &world{plan: goal.Plan{Goals: []goal.Goal{
		macro("awareness", "2026"),
		measured("fans", "awareness", "2026-Q1", "followers", "instagram", kpi.Reach("1000", "2000")),
	}}}
	w.weekly("followers", "instagram", "2026-03-09", values...)
	return w
}

// climbing is followers with so many more each week, ten times.
func climbing(by int64) *world {
	var values []int64
	for i := range int64(11) {
		values = append(values, 1000+i*by)
	}
	return followers(values...)
}

// halves is a macro goal above goals for 100 leads each, on channels of their own,
// half of whose time is over. The first weighs 3, the others 1. Of them so many have
// come in.
func halves(leads ...string) *world {
	w := &world{plan: goal.Plan{Goals: []goal.Goal{macro("growth", "2026")}}}
	for i, n := range leads {
		id := string(rune('a' + i))
		g := measured(id, "growth", "2026-03-02/2026-03-29", "leads", "on-"+id, kpi.Deliver("100"))
		if i == 0 && len(leads) < 3 {
			g.Supports[0].Weight = kpi.Int(3)
		}
		w.plan.Goals = append(w.plan.Goals, g)
		w.read("leads", "on-"+id, "2026-03-09", n)
	}
	return w
}

// lagging is a micro goal that is on track and a macro goal for 1000 leads in the
// year, of which so many have come in.
func lagging(leads string) *world {
	w := followers(1000, 1830)
	target := kpi.Deliver("1000")
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "leads", Target: &target}
	w.read("leads", "blog", "2026-02-01", leads)
	return w
}

// linked is half a year of followers and subscribers: these follow those two weeks
// later, or grow by chance.
func linked(follow bool) *world {
	target := kpi.Reach("0", "5000")
	w := &world{plan: goal.Plan{Goals: []goal.Goal{
		macro("list", "2026"),
		measured("fans", "list", "2026", "followers", "instagram", kpi.Reach("1000", "3000")),
	}}}
	w.plan.Goals[0].Measure = &goal.Measure{Metric: "subscribers", Target: &target}
	random := rand.New(rand.NewPCG(7, 7))
	fans, list, gained := int64(1000), int64(0), make([]int64, 27)
	for week := range 26 {
		date := kpi.Weekly.After(day("2025-12-29"), week).Format("2006-01-02")
		gained[week] = random.Int64N(100)
		fans += gained[week]
		switch {
		case !follow:
			list += random.Int64N(100)
		case week >= 2:
			list += 2 * gained[week-2]
		}
		w.read("followers", "instagram", date, fmt.Sprint(fans))
		w.read("subscribers", "email", date, fmt.Sprint(list))
	}
	return w
}

// readOn is a goal that was last read on a date.
func readOn(date string) *world {
	w := quarterOfLeads()
	w.read("leads", "blog", date, "70")
	return w
}

// rates is a conversion rate of 2 % on both channels, and then of so many of 1500
// sessions on the blog, while mail had half as many as before.
func rates(conversions int64) *world {
	w := &world{policy: report.Policy{KPIs: []string{"conversion_rate"}, Channels: []string{"email", "blog", "fax"}}}
	w.plan.Goals = []goal.Goal{macro("growth", "2026")}
	w.weekly("sessions", "email", "2026-03-09", 1000, 500)
	w.weekly("conversions", "email", "2026-03-09", 20, 10)
	w.weekly("sessions", "blog", "2026-03-09", 1000, 1500)
	w.weekly("conversions", "blog", "2026-03-09", 20, conversions)
	return w
}

// weeks is eight weeks of about ten leads, the last of so many.
func weeks(last int64) *world {
	w := &world{policy: report.Policy{KPIs: []string{"leads"}, Channels: []string{"email"}}}
	w.plan.Goals = []goal.Goal{macro("growth", "2026")}
	w.weekly("leads", "email", "2026-03-09", 10, 11, 9, 10, 11, 9, 10, last)
	return w
}

// posts is a week of posts with so many comments.
func posts(comments ...int64) *world {
	w := &world{policy: report.Policy{KPIs: []string{"comments"}}}
	w.plan.Goals = []goal.Goal{macro("growth", "2026")}
	for i, n := range comments {
		w.obs = append(w.obs, kpi.Observation{
			Metric: "comments", Channel: "blog", ID: "post-" + strconv.Itoa(i), At: day("2026-03-10"), Value: kpi.Int(n),
		})
	}
	return w
}

// guarded is a goal that has moved, and so many negative mentions; five are allowed.
func guarded(mentions string) *world {
	w := climbing(80)
	limit := kpi.AtMost("5")
	w.plan.Goals[1].Guard = &goal.Measure{Metric: "negative_mentions", Target: &limit}
	w.read("negative_mentions", "instagram", "2026-03-09", mentions)
	return w
}

// reaching is a goal for 100 leads in a period, so many of which came in before the
// week of the report and in it.
func reaching(period, before, in string) *world {
	w := quarterOfLeads()
	w.plan.Goals[1].Period = period
	w.read("leads", "blog", "2026-01-05", before)
	w.read("leads", "blog", "2026-03-10", in)
	return w
}

// chain is a goal of March that carries on closed ones with these scores.
func chain(scores ...string) *world {
	w := quarterOfLeads()
	last := &w.plan.Goals[1]
	for i, score := range scores {
		closed := measured(fmt.Sprint("goal-", i), "growth", "2026-01", "leads", "blog", kpi.Deliver("10"))
		closed.State, closed.Score = goal.Closed, kpi.Num(score)
		last.Previous = closed.ID
		w.plan.Goals = append(w.plan.Goals, closed)
		last = &w.plan.Goals[len(w.plan.Goals)-1]
	}
	return w
}

// during is a goal in a period.
func during(period string) *world {
	w := quarterOfLeads()
	w.plan.Goals[1].Period = period
	return w
}

// alone is a goal without links.
func alone(l goal.Level) *world {
	g := macro("alone", "2026")
	g.Level = l
	return &world{plan: goal.Plan{Goals: []goal.Goal{g}}}
}

// weighing is a goal above one with a weight.
func weighing(weight string) *world {
	w := quarterOfLeads()
	w.plan.Goals[1].Supports[0].Weight = kpi.Num(weight)
	return w
}

func unowned() *world {
	w := quarterOfLeads()
	w.plan.Goals[0].Owner, w.plan.Goals[1].Owner = "", ""
	return w
}

func without() *world {
	w := quarterOfLeads()
	w.plan.Goals[1].Cadence = ""
	return w
}

// macros is two micro goals and so many macro goals.
func macros(n int) *world {
	w := quarterOfLeads()
	w.plan.Goals = append(w.plan.Goals, measured("more", "growth", "2026-Q1", "leads", "email", kpi.Deliver("10")))
	for i := 1; i < n; i++ {
		w.plan.Goals = append(w.plan.Goals, macro(fmt.Sprint("macro-", i), "2026"))
	}
	return w
}
