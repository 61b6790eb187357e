package goal_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// leadPlan is a small plan without faults: a year, two steps, one of them with
// a step of its own.
func leadPlan() goal.Plan {
	reach := kpi.Reach("5000", "5500")
	deliver := kpi.Deliver("300")
	return goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "leads", Combine: kpi.Sum},
			{ID: "followers", Combine: kpi.Last},
			{ID: "rank", Unit: kpi.Rank, Better: kpi.Lower, Combine: kpi.Last},
			{ID: "spend", Unit: "currency:EUR", Combine: kpi.Sum},
			{
				ID: "leads_per_follower", Unit: kpi.Fraction,
				Numerator:   map[string]kpi.Number{"leads": kpi.Int(1)},
				Denominator: map[string]kpi.Number{"followers": kpi.Int(1)},
			},
			{ID: "dollars", Unit: "currency:USD", Combine: kpi.Sum},
			{ID: "balance", Unit: "currency:EUR", Combine: kpi.Last},
		},
		Goals: []goal.Goal{
			{ID: "year", Level: goal.Macro, Period: "2026"},
			{
				ID: "insta", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "year", Weight: kpi.Int(3)}},
				Measure: &goal.Measure{Metric: "followers", Target: &reach},
			},
			{
				ID: "mail", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "year"}},
				Measure: &goal.Measure{Metric: "leads", Target: &deliver},
			},
			{ID: "subject", Level: goal.Micro, Period: "2026-01", Supports: []goal.Link{{Goal: "mail"}}},
		},
		Strategies: []goal.Strategy{{ID: "stories", Level: goal.Micro, Goals: []string{"insta"}}},
	}
}

// built returns the hierarchy of a plan without faults.
func built(t testing.TB, p goal.Plan) *goal.Hierarchy {
	t.Helper()
	h, err := goal.New(p)
	require.NoError(t, err)
	require.NotNil(t, h)
	return h
}

// found returns the problems of err, each as "goal field: code value".
func found(t testing.TB, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	ps, ok := errors.AsType[kpi.Problems](err)
	require.True(t, ok, "%T", err)
	lines := make([]string, len(ps))
	for i, p := range ps {
		assert.NotEmpty(t, p.Message())
		require.ErrorIs(t, err, p.Reason)
		lines[i] = strings.TrimSpace(p.Goal + " " + p.Field + ": " + string(p.Reason) + " " + p.Value)
	}
	return lines
}

func TestNewAcceptsAPlan(t *testing.T) {
	h := built(t, leadPlan())
	assert.Equal(t, 4, h.Len())
	assert.Equal(t, time.UTC, h.Location())
	assert.Zero(t, built(t, goal.Plan{}).Len(), "an empty plan")
	assert.Zero(t, built(t, goal.Plan{Version: 1}).Len())
}

func TestReasonsAreTheContractsCodes(t *testing.T) {
	for code, reason := range map[string]kpi.Reason{
		"version": goal.ErrVersion, "zone": goal.ErrZone, "level": goal.ErrLevel, "unknown_goal": goal.ErrUnknownGoal,
		"self_link": goal.ErrSelfLink, "duplicate_link": goal.ErrDuplicateLink, "cycle": goal.ErrCycle,
		"negative_weight": goal.ErrNegativeWeight, "percent": goal.ErrPercent, "measure": goal.ErrMeasure,
		"state": goal.ErrState, "expected": goal.ErrExpected, "override": goal.ErrOverride,
	} {
		assert.EqualError(t, reason, code)
	}
}

// Positions in leadPlan.
const (
	year = iota
	insta
	mail
	subject
)

func TestNewFinds(t *testing.T) {
	n := kpi.Num
	tests := []struct {
		name   string
		change func(p *goal.Plan)
		want   []string
	}{
		{"version", func(p *goal.Plan) { p.Version = 2 }, []string{"plan.version: version 2"}},
		{"negative version", func(p *goal.Plan) { p.Version = -1 }, []string{"plan.version: version -1"}},
		{"zone", func(p *goal.Plan) { p.Zone = "Mars/Olympus" }, []string{"plan.zone: zone Mars/Olympus"}},
		{"zone of this machine", func(p *goal.Plan) { p.Zone = "Local" }, []string{"plan.zone: zone Local"}},
		{"zone outside", func(p *goal.Plan) { p.Zone = "../etc/passwd" }, []string{"plan.zone: zone ../etc/passwd"}},
		{"long zone", func(p *goal.Plan) { p.Zone = strings.Repeat("z", 100) }, []string{"plan.zone: zone " + strings.Repeat("z", 64) + "…"}},
		{"currency", func(p *goal.Plan) { p.Currency = "Euro" }, []string{"plan.currency: enum Euro"}},

		{"metric", func(p *goal.Plan) { p.Metrics[0].Scale = kpi.Int(2) }, []string{"plan.metrics[0].scale: metric 2"}},
		{
			"metric of an unknown one", func(p *goal.Plan) { p.Metrics[4].Numerator = map[string]kpi.Number{"fame": kpi.Int(1)} },
			[]string{"plan.metrics[4].numerator.fame: unknown_metric fame"},
		},
		{"metric of two currencies", func(p *goal.Plan) {
			p.Metrics[4].Numerator = map[string]kpi.Number{"leads": kpi.Int(1), "spend": kpi.Int(1)}
		}, []string{"plan.metrics[4].numerator.spend: unit currency:EUR"}},
		{"metric unit", func(p *goal.Plan) { p.Metrics[2].Unit = "place" }, []string{"plan.metrics[2].unit: enum place"}},
		{"metric number", func(p *goal.Plan) { p.Metrics[2].Low = n("NaN") }, []string{"plan.metrics[2].low: number NaN"}},
		{"metric without id", func(p *goal.Plan) { p.Metrics[2].ID = "" }, []string{"plan.metrics[2].id: empty_id"}},
		{"metric twice", func(p *goal.Plan) { p.Metrics[2].ID = "leads" }, []string{"plan.metrics[2].id: duplicate_id leads"}},

		{"goal without id", func(p *goal.Plan) { p.Goals[subject].ID = "" }, []string{"plan.goals[3].id: empty_id"}},
		{"goal twice", func(p *goal.Plan) { p.Goals[subject].ID = "year" }, []string{"year id: duplicate_id year"}},
		{"no level", func(p *goal.Plan) { p.Goals[subject].Level = "" }, []string{"subject level: level"}},
		{"level", func(p *goal.Plan) { p.Goals[subject].Level = "Micro" }, []string{"subject level: enum Micro"}},
		{"macro below micro", func(p *goal.Plan) { p.Goals[subject].Level = goal.Macro }, []string{"subject supports[0].goal: level mail"}},
		{"no period", func(p *goal.Plan) { p.Goals[subject].Period = "" }, []string{"subject period: period"}},
		{"period", func(p *goal.Plan) { p.Goals[subject].Period = "2026-W54" }, []string{"subject period: period 2026-W54"}},
		{
			"period twice", func(p *goal.Plan) { p.Goals[mail].Period, p.Goals[subject].Period = "soon", "soon" },
			[]string{"mail period: period soon", "subject period: period soon"},
		},
		{"cadence", func(p *goal.Plan) { p.Goals[year].Cadence = "fortnight" }, []string{"year cadence: time fortnight"}},
		{"words", func(p *goal.Plan) {
			g := &p.Goals[year]
			g.State, g.Progress, g.Method, g.Weighting, g.Ambition = "open", "below", "median", "equal", "high"
		}, []string{"year state: enum open", "year progress: enum below", "year method: enum median", "year weighting: enum equal", "year ambition: enum high"}},
		{"since", func(p *goal.Plan) { p.Goals[mail].State, p.Goals[mail].Since = goal.Paused, "2026-02-30" }, []string{"mail since: time 2026-02-30"}},

		{"unknown goal", func(p *goal.Plan) { p.Goals[mail].Supports[0].Goal = "decade" }, []string{"mail supports[0].goal: unknown_goal decade"}},
		{"link to nothing", func(p *goal.Plan) { p.Goals[mail].Supports[0].Goal = "" }, []string{"mail supports[0].goal: unknown_goal"}},
		{"self link", func(p *goal.Plan) { p.Goals[mail].Supports[0].Goal = "mail" }, []string{"mail supports[0].goal: self_link mail"}},
		{"duplicate link", func(p *goal.Plan) {
			p.Goals[mail].Supports = []goal.Link{{Goal: "year"}, {Goal: "year", Weight: kpi.Int(2)}, {Goal: "year"}}
		}, []string{"mail supports[1].goal: duplicate_link year", "mail supports[2].goal: duplicate_link year"}},
		{"cycle", func(p *goal.Plan) { p.Goals[mail].Supports[0].Goal = "subject" }, []string{"mail supports: cycle"}},
		{"negative weight", func(p *goal.Plan) { p.Goals[mail].Supports[0].Weight = n("-0.5") }, []string{"mail supports[0].weight: negative_weight -0.5"}},
		{"weight", func(p *goal.Plan) { p.Goals[mail].Supports[0].Weight = n("1e5000000") }, []string{"mail supports[0].weight: number 1e5000000"}},
		{
			"negative blend weight", func(p *goal.Plan) { p.Goals[mail].Progress, p.Goals[mail].BlendWeight = goal.FromBlend, n("-1") },
			[]string{"mail blendWeight: negative_weight -1"},
		},
		{"blend weight", func(p *goal.Plan) { p.Goals[mail].BlendWeight = n("half") }, []string{"mail blendWeight: number half"}},

		{"percent too much", func(p *goal.Plan) {
			p.Goals[year].Weighting = goal.Percent
			p.Goals[insta].Supports[0].Weight, p.Goals[mail].Supports[0].Weight = n("60.5"), n("40")
		}, []string{"year weighting: percent 100.5"}},
		{"percent too little", func(p *goal.Plan) {
			p.Goals[year].Weighting = goal.Percent
			p.Goals[insta].Supports[0].Weight, p.Goals[mail].Supports[0].Weight = n("60"), n("39.999")
		}, []string{"year weighting: percent 99.999"}},
		{"percent leaves nothing", func(p *goal.Plan) {
			p.Goals[year].Weighting, p.Goals[insta].Supports[0].Weight = goal.Percent, n("100")
		}, []string{"year weighting: percent 100"}},
		{"by target without a measure", func(p *goal.Plan) { p.Goals[mail].Weighting = goal.ByTarget }, []string{"mail weighting: measure subject"}},
		{"by target without ends", func(p *goal.Plan) {
			target := kpi.AtLeast("5")
			p.Goals[year].Weighting, p.Goals[mail].Measure.Target = goal.ByTarget, &target
		}, []string{"year weighting: target mail"}},
		{"by target of two units", func(p *goal.Plan) {
			target := kpi.Reach("9", "3")
			p.Goals[year].Weighting = goal.ByTarget
			p.Goals[mail].Measure = &goal.Measure{Metric: "rank", Target: &target}
		}, []string{"year weighting: unit mail"}},

		{"unknown metric", func(p *goal.Plan) { p.Goals[mail].Measure.Metric = "fame" }, []string{"mail measure.metric: unknown_metric fame"}},
		{"window", func(p *goal.Plan) { p.Goals[mail].Measure.Window = "a month" }, []string{"mail measure.window: time a month"}},
		{"target", func(p *goal.Plan) { p.Goals[mail].Measure.Target.To = n("0") }, []string{"mail measure.target.to: target 0"}},
		{"target kind", func(p *goal.Plan) { p.Goals[mail].Measure.Target.Kind = "grow" }, []string{"mail measure.target.kind: enum grow"}},
		{"when to measure", func(p *goal.Plan) {
			*p.Goals[insta].Measure.Target = kpi.Target{Kind: kpi.KindReach, FromAt: "soon", Change: "10%"}
		}, []string{"insta measure.target.fromAt: time soon"}},
		{"too late for a stock", func(p *goal.Plan) {
			*p.Goals[insta].Measure.Target = kpi.Target{Kind: kpi.KindReach, FromAt: "2027", Change: "10%"}
		}, []string{"insta measure.target.fromAt: target 2027"}},
		{"too late for a flow", func(p *goal.Plan) {
			*p.Goals[mail].Measure.Target = kpi.Target{Kind: kpi.KindReach, FromAt: p.Goals[mail].Period, Change: "10%"}
		}, []string{"mail measure.target.fromAt: target 2026-Q1"}},
		{"what is due when", func(p *goal.Plan) {
			*p.Goals[insta].Measure.Target, p.Goals[insta].Cadence = kpi.AtLeast("1").Keep(), ""
		}, []string{"insta measure.target.score: target share"}},
		{"due at no known pace", func(p *goal.Plan) {
			*p.Goals[insta].Measure.Target, p.Goals[insta].Cadence = kpi.AtLeast("1").Keep(), "hour"
		}, []string{"insta cadence: time hour"}},
		{"too much is due", func(p *goal.Plan) {
			*p.Goals[insta].Measure.Target, p.Goals[insta].Cadence = kpi.AtLeast("1").Keep(), kpi.Daily
			p.Goals[insta].Period = "2000-01-01/2027-05-19" // 10,001 days
		}, []string{"insta measure.target.score: target share"}},
		{"target number", func(p *goal.Plan) { p.Goals[insta].Measure.Target.From = n("1,000") }, []string{"insta measure.target.from: number 1,000"}},
		{"target point", func(p *goal.Plan) {
			p.Goals[insta].Measure.Target.Points = []kpi.Point{kpi.PointAt("5100", "0.1"), kpi.PointAt("5900", "0.5")}
		}, []string{"insta measure.target.points[1]: target 5900"}},
		{"own measure", func(p *goal.Plan) { p.Goals[year].Progress = goal.FromMeasure }, []string{"year progress: measure measure"}},
		{"blend without a measure", func(p *goal.Plan) { p.Goals[year].Progress = goal.FromBlend }, []string{"year progress: measure blend"}},

		{
			"measure without a target", func(p *goal.Plan) { p.Goals[mail].Progress, p.Goals[mail].Measure.Target = goal.FromMeasure, nil },
			[]string{"mail progress: measure measure"},
		},
		{"by target, faulty target", func(p *goal.Plan) {
			p.Goals[year].Weighting, p.Goals[insta].Measure.Target.To = goal.ByTarget, n("x")
		}, []string{"insta measure.target.to: number x"}},
		{"score of an active goal", func(p *goal.Plan) { p.Goals[mail].Score = n("0.8") }, []string{"mail score: state 0.8"}},
		{"score above 1", func(p *goal.Plan) { p.Goals[mail].State, p.Goals[mail].Score = goal.Closed, n("1.01") }, []string{"mail score: state 1.01"}},
		{"score below 0", func(p *goal.Plan) { p.Goals[mail].State, p.Goals[mail].Score = goal.Closed, n("-0.1") }, []string{"mail score: state -0.1"}},
		{"score", func(p *goal.Plan) { p.Goals[mail].State, p.Goals[mail].Score = goal.Closed, n("good") }, []string{"mail score: number good"}},

		{"no override", func(p *goal.Plan) { p.Goals[mail].Override = &goal.Override{} }, []string{"mail override.progress: override"}},
		{"override above 1", func(p *goal.Plan) { p.Goals[mail].Override = &goal.Override{Progress: n("70")} }, []string{"mail override.progress: override 70"}},
		{"override below 0", func(p *goal.Plan) { p.Goals[mail].Override = &goal.Override{Progress: n("-1")} }, []string{"mail override.progress: override -1"}},
		{"override number", func(p *goal.Plan) { p.Goals[mail].Override = &goal.Override{Progress: n("70%")} }, []string{"mail override.progress: number 70%"}},
		{
			"override times", func(p *goal.Plan) {
				p.Goals[mail].Override = &goal.Override{Progress: n("1"), From: "monday", Until: "2026-13-01"}
			},
			[]string{"mail override.from: time monday", "mail override.until: time 2026-13-01"},
		},
		{"override that ends first", func(p *goal.Plan) {
			p.Goals[mail].Override = &goal.Override{Progress: n("1"), From: "2026-03-02", Until: "2026-03-01"}
		}, []string{"mail override.until: override 2026-03-01"}},

		{"no profile", func(p *goal.Plan) { p.Goals[mail].Expected = &goal.Profile{} }, []string{"mail expected: expected"}},
		{"two profiles", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "0.5"), Buckets: []kpi.Number{n("1")}}
		}, []string{"mail expected: expected"}},
		{
			"steps of buckets", func(p *goal.Plan) { p.Goals[mail].Expected = &goal.Profile{Steps: true, Buckets: []kpi.Number{n("1")}} },
			[]string{"mail expected.steps: expected true"},
		},
		{"parts of checkpoints", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "0.5"), By: goal.ByMonth}
		}, []string{"mail expected.by: expected month"}},
		{"parts", func(p *goal.Plan) { p.Goals[mail].Expected = &goal.Profile{Buckets: []kpi.Number{n("1")}, By: "day"} }, []string{"mail expected.by: enum day"}},
		{
			"checkpoint outside", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-04-01", "0.5")}
			},
			[]string{"mail expected.checkpoints[0]: expected 2026-04-01"},
		},
		{
			"checkpoint before", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2025-12-31", "0.5")}
			},
			[]string{"mail expected.checkpoints[0]: expected 2025-12-31"},
		},
		{"checkpoints out of order", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "0.5", "2026-01-15", "0.6")}
		}, []string{"mail expected.checkpoints[1]: expected 2026-01-15"}},
		{"checkpoint twice", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "0.5", "2026-02-01", "0.6")}
		}, []string{"mail expected.checkpoints[1]: expected 2026-02-01"}},
		{"falling", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "0.5", "2026-03-01", "0.4")}
		}, []string{"mail expected.checkpoints[1]: expected 2026-03-01"}},
		{
			"more than all", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "1.1")}
			},
			[]string{"mail expected.checkpoints[0]: expected 2026-02-01"},
		},
		{
			"less than nothing", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("2026-02-01", "-0.1")}
			},
			[]string{"mail expected.checkpoints[0]: expected 2026-02-01"},
		},
		{
			"checkpoint text", func(p *goal.Plan) { p.Goals[mail].Expected = &goal.Profile{Checkpoints: checkpoints("soon", "half")} },
			[]string{"mail expected.checkpoints[0][0]: time soon", "mail expected.checkpoints[0][1]: number half"},
		},
		{
			"bucket", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Buckets: []kpi.Number{n("1"), n("x"), n("-2")}}
			},
			[]string{"mail expected.buckets[1]: number x", "mail expected.buckets[2]: negative_weight -2"},
		},
		{
			"empty buckets", func(p *goal.Plan) { p.Goals[mail].Expected = &goal.Profile{Buckets: []kpi.Number{n("0"), n("0")}} },
			[]string{"mail expected.buckets: expected"},
		},
		{
			"too few months", func(p *goal.Plan) {
				p.Goals[mail].Expected = &goal.Profile{Buckets: []kpi.Number{n("1"), n("1")}, By: goal.ByMonth}
			},
			[]string{"mail expected.buckets: expected 2"},
		},
		{"too many months", func(p *goal.Plan) {
			p.Goals[mail].Expected = &goal.Profile{Buckets: []kpi.Number{n("1"), n("1"), n("1"), n("1")}, By: goal.ByMonth}
		}, []string{"mail expected.buckets: expected 4"}},

		{"strategy without id", func(p *goal.Plan) { p.Strategies[0].ID = "" }, []string{"plan.strategies[0].id: empty_id"}},
		{"strategy twice", func(p *goal.Plan) { p.Strategies = append(p.Strategies, p.Strategies[0]) }, []string{"plan.strategies[1].id: duplicate_id stories"}},
		{"strategy without level", func(p *goal.Plan) { p.Strategies[0].Level = "" }, []string{"plan.strategies[0].level: level"}},
		{"strategy level", func(p *goal.Plan) { p.Strategies[0].Level = "nano" }, []string{"plan.strategies[0].level: enum nano"}},
		{"strategy for nothing", func(p *goal.Plan) { p.Strategies[0].Goals = []string{"year", "decade"} }, []string{"plan.strategies[0].goals[1]: unknown_goal decade"}},
		{
			"strategy times", func(p *goal.Plan) { p.Strategies[0].Period, p.Strategies[0].Cadence = "soon", "often" },
			[]string{"plan.strategies[0].period: period soon", "plan.strategies[0].cadence: time often"},
		},
		{
			"budget", func(p *goal.Plan) { p.Strategies[0].Budget = &goal.Budget{Amount: n("much"), Currency: "€"} },
			[]string{"plan.strategies[0].budget.amount: number much", "plan.strategies[0].budget.currency: enum €"},
		},
		{
			"negative budget", func(p *goal.Plan) { p.Strategies[0].Budget = &goal.Budget{Amount: n("-5"), Currency: "EUR"} },
			[]string{"plan.strategies[0].budget.amount: number -5"},
		},
		{"goal's budget", func(p *goal.Plan) { p.Goals[mail].Budget = &goal.Budget{Currency: "euro"} }, []string{"mail budget.amount: number", "mail budget.currency: enum euro"}},
		{
			"unknown money", func(p *goal.Plan) { p.Goals[mail].Cost, p.Goals[mail].Return = "paid", "got" },
			[]string{"mail cost: unknown_metric paid", "mail return: unknown_metric got"},
		},
		{
			"no money", func(p *goal.Plan) { p.Goals[mail].Cost, p.Goals[mail].Return = "leads", "balance" },
			[]string{"mail cost: unit leads", "mail return: unit balance"},
		},
		{
			"money unlike the budget", func(p *goal.Plan) {
				p.Goals[mail].Budget = &goal.Budget{Amount: n("1"), Currency: "USD"}
				p.Goals[mail].Cost, p.Goals[mail].Return = "spend", "dollars"
			}, []string{"mail cost: unit spend"},
		},
		{"return unlike cost", func(p *goal.Plan) { p.Goals[mail].Cost, p.Goals[mail].Return = "spend", "dollars" }, []string{"mail return: unit dollars"}},
		{
			"only the budget is faulty", func(p *goal.Plan) {
				p.Goals[mail].Budget, p.Goals[mail].Cost = &goal.Budget{Amount: n("1"), Currency: "€"}, "spend"
			}, []string{"mail budget.currency: enum €"},
		},
		{"carries itself on", func(p *goal.Plan) { p.Goals[mail].Previous = "mail" }, []string{"mail previous: self_link mail"}},
		{"empty guard", func(p *goal.Plan) { p.Goals[mail].Guard = &goal.Measure{} }, []string{"mail guard.metric: measure", "mail guard.target: target"}},
		{
			"guard to reach", func(p *goal.Plan) {
				p.Goals[mail].Guard = &goal.Measure{Metric: "moods", Window: "soon", Target: new(kpi.Reach("1", "2"))}
			},
			[]string{"mail guard.metric: unknown_metric moods", "mail guard.window: time soon", "mail guard.target.kind: target reach"},
		},
		{"guard to finish", func(p *goal.Plan) { p.Goals[mail].Guard = &goal.Measure{Metric: "leads", Target: new(kpi.Finish())} }, []string{"mail guard.target.kind: target done"}},
		{
			"guard by share", func(p *goal.Plan) {
				p.Goals[mail].Guard = &goal.Measure{Metric: "leads", Target: new(kpi.AtLeast("1").Keep())}
			}, []string{"mail guard.target.score: target share"},
		},
		{
			"faulty guard", func(p *goal.Plan) {
				p.Goals[mail].Guard = &goal.Measure{Metric: "leads", Target: new(kpi.Within("5", "x"))}
			}, []string{"mail guard.target.high: number x"},
		},
		{
			"actions that are none", func(p *goal.Plan) { p.Strategies[0].Planned, p.Strategies[0].Done = n("0"), "followers" },
			[]string{"plan.strategies[0].planned: number 0", "plan.strategies[0].done: unit followers"},
		},
		{
			"actions of money", func(p *goal.Plan) { p.Strategies[0].Planned, p.Strategies[0].Done = n("many"), "spend" },
			[]string{"plan.strategies[0].planned: number many", "plan.strategies[0].done: unit spend"},
		},
		{"unknown actions", func(p *goal.Plan) { p.Strategies[0].Done = "deeds" }, []string{"plan.strategies[0].done: unknown_metric deeds"}},
		{
			"too many turns", func(p *goal.Plan) {
				p.Strategies[0].Done, p.Strategies[0].Cadence, p.Strategies[0].Period = "leads", kpi.Daily, "0001-01-01/9999-12-31"
			}, []string{"plan.strategies[0].cadence: time day"},
		},
		{
			"money of a strategy", func(p *goal.Plan) { p.Strategies[0].Cost, p.Strategies[0].Return = "spend", "dollars" },
			[]string{"plan.strategies[0].return: unit dollars"},
		},
		{
			"drivers", func(p *goal.Plan) {
				p.Drivers = []goal.Driver{
					{From: "spend", To: "leads", Lag: "28d"},
					{From: "leads", To: "spend"},
					{From: "spend", To: "leads", Inverse: true},
					{From: "leads", To: "leads"},
					{From: "luck", To: "", Lag: "a while"},
				}
			},
			[]string{
				"plan.drivers[2].to: duplicate_link leads", "plan.drivers[3].to: self_link leads",
				"plan.drivers[4].from: unknown_metric luck", "plan.drivers[4].to: unknown_metric", "plan.drivers[4].lag: time a while",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := leadPlan()
			test.change(&p)
			h, err := goal.New(p)
			assert.Nil(t, h)
			assert.Equal(t, test.want, found(t, err))
		})
	}
}

// checkpoints returns checkpoints of dates and progress in turn.
func checkpoints(pairs ...string) []goal.Checkpoint {
	var list []goal.Checkpoint
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, goal.Checkpoint{Date: pairs[i], Progress: kpi.Num(pairs[i+1])})
	}
	return list
}

// All problems come at once: of the plan, of each goal in the plan's order, of
// the strategies.
func TestNewFindsAllInOrder(t *testing.T) {
	p := leadPlan()
	p.Zone, p.Version = "Mars/Olympus", 3
	p.Metrics[1].Combine = "newest"
	p.Goals[year].Method = "median"
	p.Goals[insta].Period = "2026-Q5"
	p.Goals[insta].Supports[0].Goal = "subject"
	p.Goals[mail].Supports = []goal.Link{{Goal: "insta", Weight: kpi.Num("x")}, {Goal: "insta"}}
	p.Goals[subject].ID = "mail"
	p.Goals = append(p.Goals, goal.Goal{ID: "subject", Level: goal.Micro, Period: "2026-01", Supports: []goal.Link{{Goal: "mail"}}})
	p.Strategies[0].Goals = []string{"stories"}
	_, err := goal.New(p)
	assert.Equal(t, []string{
		"plan.version: version 3",
		"plan.zone: zone Mars/Olympus",
		"plan.metrics[1].combine: enum newest",
		"year method: enum median",
		"insta period: period 2026-Q5",
		"insta supports: cycle",
		"mail supports[0].weight: number x",
		"mail supports[1].goal: duplicate_link insta",
		"mail id: duplicate_id mail",
		"mail supports[0].goal: self_link mail",
		"plan.strategies[0].goals[0]: unknown_goal stories",
	}, found(t, err))
}

func TestNewFindsManyProblems(t *testing.T) {
	p := goal.Plan{Goals: make([]goal.Goal, 100_000)}
	_, err := goal.New(p)
	ps, ok := errors.AsType[kpi.Problems](err)
	require.True(t, ok)
	assert.Len(t, ps, 3*len(p.Goals), "no id, no level, no period")
	assert.Equal(t, "plan.goals[99999].period", ps[len(ps)-1].Field)
}

func TestNewPercentWithoutChildren(t *testing.T) {
	p := leadPlan()
	p.Goals[subject].Weighting = goal.Percent
	built(t, p)
}

// What goals share is read once, and its faults are reported for each of them.
func TestNewFindsFaultsThatGoalsShare(t *testing.T) {
	p := goal.Plan{Metrics: leadPlan().Metrics}
	for _, id := range []string{"a", "b", "c", "d"} {
		g := step(id)
		g.Period = "soon"
		g.Measure = &goal.Measure{Metric: "likes", Window: "28"}
		if id == "c" {
			g.Period = ""
			g.Measure = &goal.Measure{Metric: "leads", Window: "28d"}
		}
		p.Goals = append(p.Goals, g)
	}
	_, err := goal.New(p)
	faults := func(id string) []string {
		return []string{id + " period: period soon", id + " measure.metric: unknown_metric likes", id + " measure.window: time 28"}
	}
	want := append(faults("a"), faults("b")...)
	want = append(want, "c period: period")
	assert.Equal(t, append(want, faults("d")...), found(t, err))
}

// Of goals with one id the first has it: links lead there.
func TestNewLinksToTheFirstOfAnID(t *testing.T) {
	p := graph("", "a:", "b: a", "a: b", "")
	p.Goals[1].Level, p.Goals[2].Level = goal.Macro, goal.Macro
	_, err := goal.New(p)
	assert.Equal(t, []string{
		"plan.goals[0].id: empty_id", "a id: duplicate_id a", "plan.goals[4].id: empty_id",
	}, found(t, err))
	p.Goals[1].Supports = []goal.Link{{Goal: ""}}
	_, err = goal.New(p)
	assert.Contains(t, found(t, err), "a supports[0].goal: unknown_goal")
}

func TestNewSaysWhichWordsThereAre(t *testing.T) {
	p := leadPlan()
	g := &p.Goals[mail]
	g.State, g.Progress, g.Method, g.Weighting, g.Ambition = "x", "x", "x", "x", "x"
	g.Expected = &goal.Profile{Buckets: []kpi.Number{kpi.Int(1)}, By: "x"}
	_, err := goal.New(p)
	var problems kpi.Problems
	require.ErrorAs(t, err, &problems)
	var lines []string
	for _, x := range problems {
		lines = append(lines, x.Field+": "+x.Detail)
	}
	assert.Equal(t, []string{
		"state: want draft, active, paused, closed or cancelled",
		"progress: want children, measure or blend",
		"method: want mean, geometric or min",
		"weighting: want relative, percent or target",
		"ambition: want committed or aspirational",
		"expected.by: want slice, month or week",
	}, lines)
}

// The common goal without faults costs no allocation of its own.
func TestNewAllocatesInPieces(t *testing.T) {
	p := measured(bushyPlan(10_000))
	allocs := testing.AllocsPerRun(3, func() { built(t, p) })
	assert.Less(t, allocs, float64(len(p.Goals))/20)
}

// A weight that cannot be read is one problem, not two.
func TestNewFaultyWeightAmongPercentages(t *testing.T) {
	p := leadPlan()
	p.Goals[year].Weighting = goal.Percent
	p.Goals[insta].Supports[0].Weight, p.Goals[mail].Supports[0].Weight = kpi.Int(100), kpi.Num("x")
	_, err := goal.New(p)
	assert.Equal(t, []string{"mail supports[0].weight: number x"}, found(t, err))
}

func TestNewSharedMetrics(t *testing.T) {
	p := leadPlan()
	p.Goals[mail].Measure.Metric = "signups"
	_, err := goal.New(p)
	assert.Equal(t, []string{"mail measure.metric: unknown_metric signups"}, found(t, err))

	shared := []kpi.Metric{{ID: "signups", Combine: kpi.Sum}, {ID: "leads", Combine: kpi.Max}}
	h, err := goal.New(p, shared...)
	require.NoError(t, err)
	combine, _ := h.Catalogue().CombineOf("signups")
	assert.Equal(t, kpi.Sum, combine)
	combine, _ = h.Catalogue().CombineOf("leads")
	assert.Equal(t, kpi.Sum, combine, "the plan's own metric wins")

	_, err = goal.New(leadPlan(), kpi.Metric{ID: "signups"})
	assert.Equal(t, []string{"catalogue[0].combine: metric"}, found(t, err), "not the plan's fault")
}

func TestPlanLocation(t *testing.T) {
	for zone, want := range map[string]string{"": "UTC", "UTC": "UTC", "Europe/Berlin": "Europe/Berlin"} {
		loc, err := goal.Plan{Zone: zone}.Location()
		require.NoError(t, err)
		assert.Equal(t, want, loc.String())
	}
	loc, err := goal.Plan{Zone: "Mars/Olympus"}.Location()
	require.ErrorIs(t, err, goal.ErrZone)
	assert.Equal(t, time.UTC, loc)
}

// What JSON cannot leave out, a Go plan can.
func TestMissingNumbers(t *testing.T) {
	target := kpi.Reach("0", "10")
	_, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "a", Combine: kpi.Sum},
			{ID: "q", Numerator: map[string]kpi.Number{"a": {}}, Denominator: map[string]kpi.Number{"a": kpi.Int(1)}},
		},
		Goals: []goal.Goal{
			{ID: "b", Level: goal.Micro, Period: "2026-Q1", Expected: &goal.Profile{Buckets: []kpi.Number{{}, kpi.Int(1)}}},
			{
				ID: "c", Level: goal.Micro, Period: "2026-Q1", Measure: &goal.Measure{Target: &target},
				Expected: &goal.Profile{Checkpoints: []goal.Checkpoint{{Date: "2026-02-01"}}},
			},
		},
	})
	var problems kpi.Problems
	require.ErrorAs(t, err, &problems)
	var fields []string
	for _, p := range problems {
		fields = append(fields, p.Field+" "+string(p.Reason))
	}
	assert.Equal(t, []string{
		"plan.metrics[1].numerator.a metric",
		"expected.buckets[0] expected",
		"expected.checkpoints[0] expected",
	}, fields)
}

func TestPairsOfTwo(t *testing.T) {
	for _, data := range []string{`["2026-02-01"]`, `["2026-02-01", "0.5", "1"]`, `[]`, `[1, "0.5"]`, `"2026-02-01"`} {
		checkpoint := goal.Checkpoint{Date: "kept"}
		require.Error(t, json.Unmarshal([]byte(data), &checkpoint), data)
		assert.Equal(t, "kept", checkpoint.Date)
	}
	for _, data := range []string{`["1"]`, `["1", "2", "3"]`, `{}`} {
		point := kpi.PointAt("7", "0.5")
		require.Error(t, json.Unmarshal([]byte(data), &point), data)
		assert.Equal(t, "7", point.Value.String())
	}
}
