package report_test

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// An anyWorld is a plan of everything that plans may have, with readings, drawn by
// chance.
type anyWorld struct {
	*rand.Rand
	goal.Plan
	obs       []kpi.Observation
	revisions []goal.Revision
	policy    report.Policy
	span      report.Span
	at        string
	zone      *time.Location
}

func pick[T any](w *anyWorld, from ...T) T { return from[w.IntN(len(from))] }

// maybe is true so many times in ten.
func (w *anyWorld) maybe(often int) bool { return w.IntN(10) < often }

var anyMetrics = []kpi.Metric{
	{ID: "leads", Name: "Leads", Combine: kpi.Sum},
	{ID: "visits", Combine: kpi.Sum},
	{ID: "posts", Combine: kpi.Sum, Better: kpi.Neither},
	{ID: "spend", Combine: kpi.Sum, Unit: kpi.Currency("EUR"), Better: kpi.Lower},
	{ID: "revenue", Combine: kpi.Sum, Unit: kpi.Currency("EUR")},
	{ID: "fans", Combine: kpi.Last},
	{ID: "score", Combine: kpi.Last, Unit: kpi.Score},
	{ID: "wait", Combine: kpi.Mean, Unit: kpi.Duration, Better: kpi.Lower},
	{ID: "peak", Combine: kpi.Max},
	{ID: "reach", Combine: kpi.Unique},
	{ID: "rate", Unit: kpi.Fraction, Numerator: map[string]kpi.Number{"leads": kpi.Int(1)}, Denominator: map[string]kpi.Number{"visits": kpi.Int(1)}},
	{ID: "roas", Unit: kpi.Fraction, Low: kpi.Int(0), Numerator: map[string]kpi.Number{"revenue": kpi.Int(1)}, Denominator: map[string]kpi.Number{"spend": kpi.Int(1)}},
}

var anyChannels = []string{"", "a", "b", "c"}

func newAnyWorld(seed uint64) *anyWorld {
	w := &anyWorld{Rand: rand.New(rand.NewPCG(seed, 99))}
	w.Plan = goal.Plan{
		Zone:    pick(w, "", "Europe/Berlin", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe"),
		Metrics: anyMetrics,
	}
	w.zone, _ = w.Location()
	for i := range 1 + w.IntN(12) {
		w.Goals = append(w.Goals, w.goal(i))
	}
	for i := range w.IntN(5) {
		w.Strategies = append(w.Strategies, w.strategy(i))
	}
	w.read()
	w.span = pick(w, report.Week, report.Month, report.Quarter)
	w.at = w.date()
	if w.maybe(3) {
		w.at += "T15:04:05Z"
	}
	w.policy.YearStart = time.Month(w.IntN(14))
	if w.maybe(3) {
		w.policy.Channels = []string{"b", "a"}
	}
	if w.maybe(3) {
		w.policy.KPIs = []string{"rate", "leads", "fans", "reach"}
	}
	if w.maybe(4) {
		w.revise()
	}
	return w
}

// revise makes the plan the last of some, the earlier ones of which have other
// goals and targets.
func (w *anyWorld) revise() {
	first := w.Plan
	first.Goals = nil
	for _, g := range w.Goals {
		if g.Measure != nil && g.Measure.Target != nil && g.Measure.Target.Kind == kpi.KindReach && w.maybe(5) {
			m, t := *g.Measure, *g.Measure.Target
			t.To, t.Change = kpi.Int(int64(20+w.IntN(500))), ""
			m.Target, g.Measure = &t, &m
		}
		first.Goals = append(first.Goals, g)
	}
	extra := w.goal(99)
	extra.Supports = nil
	first.Goals = append(first.Goals, extra)
	w.revisions = []goal.Revision{{Plan: first}, {From: w.date(), By: "ann", Plan: w.Plan}}
}

func (w *anyWorld) date() string {
	return time.Date(2025, 6, 1+w.IntN(500), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func (w *anyWorld) period() string {
	return pick(w, "2025", "2026", "2026", "2026-H1", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-03", "2026-07",
		"2026-W20", "2026-05-04", "2026-02-03/2026-08-17", "2025-11-15/2026-11-14", "2026-04-01T06:00:00Z/2026-04-01T12:00:00Z")
}

func (w *anyWorld) cadence() kpi.Cadence {
	return pick(w, "", kpi.Daily, kpi.Weekly, kpi.Weekly, kpi.Fortnightly, kpi.Monthly, kpi.Quarterly)
}

func (w *anyWorld) goal(i int) goal.Goal {
	g := goal.Goal{
		ID: fmt.Sprint("g", i), Level: pick(w, goal.Macro, goal.Micro, goal.Micro), Period: w.period(),
		Owner: pick(w, "", "ann", "bob", "cid"), Delegate: pick(w, "", "", "dan"), Channel: pick(w, anyChannels...), Cadence: w.cadence(),
		Method:   pick(w, "", "", "", goal.Min, goal.Geometric),
		Ambition: pick(w, "", goal.Aspirational),
	}
	if w.maybe(5) {
		g.Title = fmt.Sprint("Goal ", i)
	}
	if w.maybe(3) {
		g.State = pick(w, goal.Draft, goal.Paused, goal.Closed, goal.Cancelled)
		if w.maybe(7) {
			g.Since = w.date()
		}
		if g.State == goal.Closed && w.maybe(5) {
			g.Score = kpi.Num(pick(w, "0", "0.7", "0.85", "1"))
		}
	}
	if w.maybe(8) {
		g.Measure = w.measure()
	}
	for j := range i {
		if i < 90 && w.maybe(3) && (g.Level == goal.Micro || w.Goals[j].Level == goal.Macro) {
			g.Supports = append(g.Supports, goal.Link{Goal: fmt.Sprint("g", j), Weight: kpi.Num(pick(w, "1", "2", "0", "0.5", "3"))})
		}
	}
	if g.Measure != nil && g.Measure.Target != nil && w.maybe(3) {
		g.Progress = pick(w, goal.FromMeasure, goal.FromBlend)
	}
	if w.maybe(2) {
		limit := kpi.AtMost(fmt.Sprint(w.IntN(60)))
		g.Guard = &goal.Measure{Metric: pick(w, "wait", "spend", "leads"), Channel: pick(w, anyChannels...), Target: &limit}
	}
	if w.maybe(4) {
		g.Budget = &goal.Budget{Amount: kpi.Int(int64(w.IntN(300))), Currency: "EUR"}
		g.Cost = pick(w, "", "spend")
		g.Return = pick(w, "", "revenue")
	}
	if w.maybe(1) {
		g.Override = &goal.Override{Progress: kpi.Num("0.4"), By: "ann", Reason: "told so", From: w.date()}
	}
	if i > 0 && w.maybe(2) {
		g.Previous = fmt.Sprint("g", w.IntN(i))
	}
	return g
}

func (w *anyWorld) measure() *goal.Measure {
	metric := pick(w, "", "leads", "leads", "fans", "fans", "visits", "spend", "score", "wait", "peak", "reach", "rate", "roas")
	n := func() string { return fmt.Sprint(w.IntN(400)) }
	target := pick(w, kpi.Deliver(n()), kpi.Reach(n(), n()), kpi.Reach(n(), n()), kpi.AtLeast(n()), kpi.AtMost(n()), kpi.Within("10", "50"), kpi.ChangeBy("10%"))
	if metric == "rate" || metric == "roas" {
		target = pick(w, kpi.Reach("0.1", "0.9"), kpi.AtLeast("0.3"), kpi.ReachBy("0.1", "10%"))
	}
	m := &goal.Measure{Metric: metric, Channel: pick(w, "", "", "a", "b"), Target: &target}
	if w.maybe(1) && metric != "reach" {
		m.Window = "28d"
	}
	if w.maybe(1) {
		m.Target = nil
	}
	return m
}

func (w *anyWorld) strategy(i int) goal.Strategy {
	s := goal.Strategy{
		ID: fmt.Sprint("s", i), Level: pick(w, goal.Macro, goal.Micro), Channel: pick(w, "", "a", "c", "d"),
		Owner: pick(w, "", "ann", "bob"), Cadence: w.cadence(), Kind: pick(w, "", "content", "community", "monthly reporting"),
	}
	for j := range w.Goals {
		if w.maybe(3) {
			s.Goals = append(s.Goals, w.Goals[j].ID)
		}
	}
	if w.maybe(5) {
		s.Period = w.period()
	}
	if w.maybe(6) && (s.Period != "" || len(s.Goals) > 0) {
		s.Done, s.Planned = "posts", kpi.Int(int64(1+w.IntN(4)))
	}
	if w.maybe(4) {
		s.Budget = &goal.Budget{Amount: kpi.Int(int64(w.IntN(300))), Currency: "EUR"}
		s.Cost = pick(w, "", "spend")
		s.Return = pick(w, "", "revenue")
	}
	return s
}

// read draws readings: of instants and of periods, with versions and without.
func (w *anyWorld) read() {
	dense := pick(w, 20, 200, 1500)
	for i := range dense {
		o := kpi.Observation{
			Metric: anyMetrics[w.IntN(10)].ID, Channel: pick(w, anyChannels...), Value: kpi.Num(fmt.Sprint(w.IntN(40) - pick(w, 0, 0, 5))),
		}
		if g := w.Goals[w.IntN(len(w.Goals))]; w.maybe(1) && g.Measure != nil && g.Measure.Metric == "" {
			o.Metric, o.Goal, o.Channel = "", g.ID, ""
		}
		t := time.Date(2025, 1, 1+w.IntN(650), w.IntN(24), 0, 0, 1000*i, w.zone)
		switch {
		case o.Metric == "reach" || o.Metric != "" && w.maybe(1):
			c := kpi.Calendar{Zone: w.zone, YearStart: w.policy.YearStart}
			o.Period = pick(w, c.Week, c.Month, c.Quarter, c.Day)(t)
			if o.Metric == "fans" || o.Metric == "score" || o.Metric == "" {
				o.Period, o.At = kpi.Period{}, t
			}
		default:
			o.At = t
		}
		if o.Metric == "reach" || w.maybe(2) {
			o.ID = fmt.Sprint("p", w.IntN(40))
			if o.Metric == "reach" {
				o.ID = fmt.Sprint(o.Period.Start.Unix())
			}
			o.Revision = int64(i)
			o.Withdrawn = w.maybe(2)
		}
		w.obs = append(w.obs, o)
	}
}
