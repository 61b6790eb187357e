package rollup_test

import (
	"fmt"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// agency is a plan whose goals are measured where the work is done: on the blog
// and on two campaigns, one of which serves two goals.
func agency() *goal.Hierarchy {
	leads := func(channel string) *goal.Measure { return &goal.Measure{Metric: "leads", Channel: channel} }
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "leads", Combine: kpi.Sum}},
		Goals: []goal.Goal{
			{ID: "leads-2026", Title: "Leads", Level: goal.Macro, Period: "2026"},
			{ID: "search", Title: "Be found", Level: goal.Macro, Period: "2026", Supports: []goal.Link{{Goal: "leads-2026"}}},
			{ID: "social", Title: "Be shared", Level: goal.Macro, Period: "2026", Supports: []goal.Link{{Goal: "leads-2026"}}},
			{ID: "blog", Title: "Blog", Level: goal.Micro, Period: "2026-H1", Measure: leads("blog"), Supports: []goal.Link{{Goal: "search"}}},
			{ID: "video", Title: "Video", Level: goal.Micro, Period: "2026-H1", Measure: leads("video"), Supports: []goal.Link{{Goal: "search"}, {Goal: "social"}}},
			{ID: "contest", Title: "Contest", Level: goal.Micro, Period: "2026-Q2", Measure: leads("contest"), Supports: []goal.Link{{Goal: "social"}}},
		},
	})
	if err != nil {
		panic(err)
	}
	return h
}

// The leads below a goal: what serves two goals counts once, and what nobody
// has read yet is no 0.
func ExampleValueRollup_Evaluate() {
	h := agency()
	march := time.Date(2026, time.March, 10, 9, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	_ = ledger.Add(
		kpi.Observation{Metric: "leads", Channel: "blog", At: march, Value: kpi.Int(31)},
		kpi.Observation{Metric: "leads", Channel: "video", At: march, Value: kpi.Int(14)},
	)

	at, _ := h.Moment("2026-04-15")
	leads, err := rollup.ValueRollup{Goal: "leads-2026", Method: rollup.ValueSum}.Evaluate(h, &ledger, at)
	if err != nil {
		panic(err)
	}
	fmt.Println(leads.Node.Title()+":", leads.Value, "with", leads.Missing, "missing")
	for _, p := range leads.Parts {
		if p.Absence != "" {
			fmt.Printf("%s: %s\n", p.Node.Title(), p.Absence)
			continue
		}
		fmt.Printf("%s: %s\n", p.Node.Title(), p.Value)
	}
	// Output:
	// Leads: 45 with 1 missing
	// Blog: 31
	// Video: 14
	// Contest: no reading in the window
}

// A rate of several campaigns is their clicks by their impressions. The mean of
// their rates is another number, and asked for by another name.
func ExampleValueMethod() {
	campaign := func(id string) goal.Goal {
		return goal.Goal{
			ID: id, Level: goal.Micro, Period: "2026-03", Channel: id,
			Supports: []goal.Link{{Goal: "ads"}}, Measure: &goal.Measure{Metric: "ctr"},
		}
	}
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "clicks", Combine: kpi.Sum},
			{ID: "impressions", Combine: kpi.Sum},
			{
				ID: "ctr", Unit: kpi.Fraction,
				Numerator:   map[string]kpi.Number{"clicks": kpi.Int(1)},
				Denominator: map[string]kpi.Number{"impressions": kpi.Int(1)},
			},
		},
		Goals: []goal.Goal{{ID: "ads", Level: goal.Micro, Period: "2026-03"}, campaign("search"), campaign("display"), campaign("mail")},
	})
	if err != nil {
		panic(err)
	}
	var ledger kpi.Ledger
	for _, x := range []struct {
		channel             string
		clicks, impressions int64
	}{{"search", 10, 1000}, {"display", 5, 5000}, {"mail", 10, 500}} {
		at := time.Date(2026, time.March, 10, 0, 0, 0, 0, time.UTC)
		_ = ledger.Add(
			kpi.Observation{Metric: "clicks", Channel: x.channel, At: at, Value: kpi.Int(x.clicks)},
			kpi.Observation{Metric: "impressions", Channel: x.channel, At: at, Value: kpi.Int(x.impressions)},
		)
	}

	at, _ := h.Moment("2026-03-31")
	for _, method := range []rollup.ValueMethod{rollup.ValuePooled, rollup.ValueMean, rollup.ValueSum} {
		rate, err := rollup.ValueRollup{Goal: "ads", Method: method}.Evaluate(h, &ledger, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(method, rate.Value)
	}
	// Output:
	// pooled 0.003846153846153846
	// mean 0.010333333333333333
	// goal search: measure.metric: "ctr": quotients do not add up; a pooled ratio combines them
	// goal display: measure.metric: "ctr": quotients do not add up; a pooled ratio combines them
	// goal mail: measure.metric: "ctr": quotients do not add up; a pooled ratio combines them
}
