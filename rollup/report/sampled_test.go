package report_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// sampled returns three macro goals with twelve micro goals over four channels and
// 26 weeks of readings, up to 2026-06-28, that noise makes of these rates.
func sampled(seed uint64) *world {
	random := rand.New(rand.NewPCG(seed, 1))
	around := func(x float64) int64 { return max(int64(x*(0.8+0.4*random.Float64())), 0) }
	channels := []string{"instagram", "linkedin", "blog", "email"}
	w := &world{plan: goal.Plan{
		Currency: "EUR",
		Drivers:  []goal.Driver{{From: "sessions", To: "leads", Lag: "2w"}},
		Goals:    []goal.Goal{macro("awareness", "2026"), macro("traffic", "2026"), macro("leads", "2026")},
	}}
	leads := kpi.Deliver("6000")
	w.plan.Goals[2].Measure = &goal.Measure{Metric: "leads", Target: &leads}
	w.plan.Goals[2].Cadence = kpi.Weekly
	followers := map[string]int64{}
	for i, c := range channels {
		followers[c] = 5000
		w.plan.Goals = append(w.plan.Goals,
			measured("followers-"+c, "awareness", "2026-H1", "followers", c, kpi.Reach("5000", "6000")),
			measured("sessions-"+c, "traffic", "2026-Q2", "sessions", c, kpi.Deliver(fmt.Sprint(12000+2000*i))),
			measured("rate-"+c, "leads", "2026-H1", "conversion_rate", c, kpi.Reach("0.020", "0.025")),
		)
		for week := range 26 {
			date := kpi.Weekly.After(day("2025-12-29"), week).Format("2006-01-02")
			add := func(metric string, n int64) { w.read(metric, c, date, fmt.Sprint(n)) }
			followers[c] += around(float64(60-15*i) * (1 - float64(week)/60))
			sessions := around(1000)
			add("followers", followers[c])
			add("sessions", sessions)
			add("conversions", int64(float64(sessions)*(0.020+0.0002*float64(week*(i-1)))))
			add("leads", around(30))
			w.obs = append(w.obs, kpi.Observation{
				Metric: "engagements", Channel: c, ID: fmt.Sprint("post-", c, week), At: day(date), Value: kpi.Int(around(100) * (1 + int64(week%9/8)*4)),
			})
		}
	}
	return w
}
