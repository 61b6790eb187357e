package rollup_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// A valueWorld is a small random plan of goals that read their own series, or
// clicks and views of a channel of their own, and what they read.
type valueWorld struct {
	plan     goal.Plan
	readings map[string][]int64 // by goal: one value, or clicks and views
}

func newValueWorld(draw *rand.Rand, quotients bool) valueWorld {
	w := valueWorld{goal.Plan{Metrics: valueMetrics()}, map[string][]int64{}}
	states := []goal.State{"", "", "", goal.Paused, goal.Closed, goal.Draft, goal.Cancelled}
	for i := range 2 + draw.IntN(9) {
		g := goal.Goal{ID: "g" + strconv.Itoa(i), Level: goal.Micro, Period: "2026"}
		if i > 0 && draw.IntN(3) > 0 {
			g.State = states[draw.IntN(len(states))]
		}
		if draw.IntN(4) == 0 {
			g.Weighting = goal.Percent // of which none are given, so they are equal
		}
		for k := range i {
			if draw.IntN(3) > 0 {
				continue
			}
			l := goal.Link{Goal: "g" + strconv.Itoa(k)}
			if w.plan.Goals[k].Weighting == "" && draw.IntN(2) == 0 {
				l.Weight = kpi.Num([]string{"0", "1", "2", "0.3", "7", "12.5"}[draw.IntN(6)])
			}
			g.Supports = append(g.Supports, l)
		}
		if draw.IntN(5) > 1 {
			w.measure(draw, &g, quotients)
		}
		w.plan.Goals = append(w.plan.Goals, g)
	}
	return w
}

func (w *valueWorld) measure(draw *rand.Rand, g *goal.Goal, quotients bool) {
	g.Measure = &goal.Measure{}
	values := []int64{draw.Int64N(200) - 50}
	if quotients {
		g.Measure = &goal.Measure{Metric: "ctr", Channel: g.ID}
		values = []int64{draw.Int64N(100), draw.Int64N(4)}
	}
	if draw.IntN(5) > 0 {
		w.readings[g.ID] = values
	}
}

func (w *valueWorld) ledger() *kpi.Ledger {
	var ledger kpi.Ledger
	at := time.Date(2026, time.February, 1, 0, 0, 0, 0, time.UTC)
	for id, values := range w.readings {
		o := kpi.Observation{Goal: id, At: at, Value: kpi.Int(values[0])}
		if len(values) == 2 {
			o.Goal, o.Metric, o.Channel = "", "clicks", id
			views := o
			views.Metric, views.Value = "views", kpi.Int(values[1])
			_ = ledger.Add(views)
		}
		_ = ledger.Add(o)
	}
	return &ledger
}

// valueOracle answers the slow, obvious way: it follows every path by recursion.
type valueOracle struct {
	world  *valueWorld
	weight map[string]*big.Rat // of measured goals, all paths
}

func (o *valueOracle) follow(id string, share *big.Rat) {
	type child struct {
		id     string
		weight *big.Rat
	}
	var children []child
	whole := new(big.Rat)
	for _, g := range o.world.plan.Goals {
		for _, l := range g.Supports {
			weight := big.NewRat(1, 1)
			if l.Weight.Given() {
				weight, _ = new(big.Rat).SetString(l.Weight.String())
			}
			if l.Goal == id && weight.Sign() > 0 && g.State != goal.Draft && g.State != goal.Cancelled {
				children = append(children, child{g.ID, weight})
				whole.Add(whole, weight)
			}
		}
	}
	for _, c := range children {
		part := new(big.Rat).Quo(c.weight, whole)
		part.Mul(part, share)
		i := slices.IndexFunc(o.world.plan.Goals, func(g goal.Goal) bool { return g.ID == c.id })
		if o.world.plan.Goals[i].Measure == nil {
			o.follow(c.id, part)
			continue
		}
		if o.weight[c.id] == nil {
			o.weight[c.id] = new(big.Rat)
		}
		o.weight[c.id].Add(o.weight[c.id], part)
	}
}

// answer returns what a method comes to, "unknown" included.
func (o *valueOracle) answer(method rollup.ValueMethod) string {
	sum, weights, best := new(big.Rat), new(big.Rat), (*big.Rat)(nil)
	for id, weight := range o.weight {
		read := o.world.readings[id]
		if read == nil {
			continue
		}
		value := big.NewRat(read[0], 1)
		switch method {
		case rollup.ValueSum, rollup.ValueMin, rollup.ValueMax:
			weight = big.NewRat(1, 1)
		case rollup.ValuePooled:
			weight = big.NewRat(read[1], 1) // clicks are summed, and so are views
		case rollup.ValueMean:
			if len(read) == 2 && read[1] == 0 {
				continue
			}
			if len(read) == 2 {
				value.Quo(value, big.NewRat(read[1], 1))
			}
			value.Mul(value, weight)
		}
		sum.Add(sum, value)
		weights.Add(weights, weight)
		if best == nil || method == rollup.ValueMin && value.Cmp(best) < 0 || method == rollup.ValueMax && value.Cmp(best) > 0 {
			best = value
		}
	}
	switch {
	case weights.Sign() == 0:
		return "unknown"
	case method == rollup.ValueMin || method == rollup.ValueMax:
		return best.RatString()
	case method == rollup.ValueSum:
		return sum.RatString()
	}
	return sum.Quo(sum, weights).RatString()
}

func valueText(v kpi.Value) string {
	if !v.Known() {
		return "unknown"
	}
	return v.Rat().RatString()
}

func TestValueOracle(t *testing.T) {
	worlds := uint64(5_000)
	if testing.Short() {
		worlds = 1_000
	}
	known := 0
	for seed := range worlds {
		quotients := seed%3 == 0
		w := newValueWorld(rand.New(rand.NewPCG(seed, 5)), quotients)
		h, err := goal.New(w.plan)
		require.NoError(t, err)
		o := valueOracle{&w, map[string]*big.Rat{}}
		o.follow("g0", big.NewRat(1, 1))
		methods := []rollup.ValueMethod{rollup.ValueSum, rollup.ValueMean, rollup.ValueMin, rollup.ValueMax}
		if quotients {
			methods = []rollup.ValueMethod{rollup.ValueMean, rollup.ValuePooled}
		}
		for _, method := range methods {
			r, err := rollup.ValueRollup{Goal: "g0", Method: method}.Evaluate(h, w.ledger(), valueMoment)
			require.NoError(t, err)
			require.Equal(t, o.answer(method), valueText(r.Value), "seed %d, %s", seed, method)
			require.Equal(t, r.Value.Known(), r.Absence == "", "seed %d, %s", seed, method)
			if r.Value.Known() {
				known++
			}
			if method == rollup.ValueMean {
				requireWeights(t, o.weight, r, seed)
			}
		}
	}
	require.Greater(t, known, int(worlds))
}

func requireWeights(t *testing.T, want map[string]*big.Rat, r rollup.ValueResult, seed uint64) {
	t.Helper()
	measured := 0
	for _, p := range r.Parts {
		if p.Absence == rollup.NothingCounts {
			continue
		}
		measured++
		require.Equal(t, want[p.Node.ID()].RatString(), p.Weight.Rat().RatString(), "seed %d, %s", seed, p.Node.ID())
	}
	require.Len(t, want, measured, "seed %d", seed)
}

// The order of goals and links cannot matter, whatever goals share.
func TestValueOrderDoesNotMatter(t *testing.T) {
	for seed := range uint64(500) {
		draw := rand.New(rand.NewPCG(seed, 6))
		w := newValueWorld(draw, false)
		for i := range w.plan.Goals { // now some have the same readings
			if g := &w.plan.Goals[i]; g.Measure != nil && draw.IntN(2) == 0 {
				g.Measure.Metric = []string{"leads", "followers", "people"}[draw.IntN(3)]
				g.Measure.Channel = []string{"", "x", "y"}[draw.IntN(3)]
				g.Period = []string{"2026", "2026-Q1", "2026-H1"}[draw.IntN(3)]
			}
		}
		ledger := w.ledger()
		require.NoError(t, ledger.Add(valueSharedReadings(draw)...))
		want := everyValue(t, w.plan, ledger)
		draw.Shuffle(len(w.plan.Goals), func(i, k int) { w.plan.Goals[i], w.plan.Goals[k] = w.plan.Goals[k], w.plan.Goals[i] })
		for _, g := range w.plan.Goals {
			draw.Shuffle(len(g.Supports), func(i, k int) { g.Supports[i], g.Supports[k] = g.Supports[k], g.Supports[i] })
		}
		require.Equal(t, want, everyValue(t, w.plan, ledger), "seed %d", seed)
	}
}

func valueSharedReadings(draw *rand.Rand) []kpi.Observation {
	var obs []kpi.Observation
	for _, channel := range []string{"x", "y"} {
		for _, metric := range []string{"leads", "followers"} {
			for range draw.IntN(3) {
				obs = append(obs, kpi.Observation{
					Metric: metric, Channel: channel, Value: kpi.Int(draw.Int64N(100)),
					At: time.Date(2026, time.January, 1+draw.IntN(180), 0, 0, 0, len(obs), time.UTC),
				})
			}
		}
		quarter, _ := kpi.ParsePeriod("2026-Q1", time.UTC)
		obs = append(obs, kpi.Observation{Metric: "people", Channel: channel, Value: kpi.Int(draw.Int64N(100)), Period: quarter})
	}
	return obs
}

func everyValue(t *testing.T, plan goal.Plan, src kpi.Source) (found []string) {
	t.Helper()
	h, err := goal.New(plan)
	require.NoError(t, err)
	for _, method := range []rollup.ValueMethod{rollup.ValueSum, rollup.ValueMean, rollup.ValueMin, rollup.ValueMax} {
		r, err := rollup.ValueRollup{Goal: "g0", Method: method}.Evaluate(h, src, valueMoment)
		require.NoError(t, err)
		if method == rollup.ValueSum {
			requireOverlaps(t, r)
		}
		found = append(found, valueText(r.Value), string(r.Absence), r.AtLeast.String(), r.AtMost.String(),
			strconv.Itoa(r.Missing), strconv.Itoa(r.Overlapping), string(r.Unit))
	}
	return found
}

// requireOverlaps holds the marks of a sum against every pair of its parts.
func requireOverlaps(t *testing.T, r rollup.ValueResult) {
	t.Helper()
	share := func(a, b kpi.Ask) bool {
		channels := a.Channel == b.Channel || a.AllChannels || b.AllChannels
		windows := a.Window.Start.Before(b.Window.End) && b.Window.Start.Before(a.Window.End)
		return a.Metric != "" && a.Metric == b.Metric && channels && (windows || a.Metric == "followers")
	}
	for _, p := range r.Parts {
		want := false
		for _, q := range r.Parts {
			a, _ := p.Node.Ask(valueMoment.Bound())
			b, _ := q.Node.Ask(valueMoment.Bound())
			both := p.Excluded == "" && q.Excluded == "" && p.Node != q.Node
			want = want || both && share(a, b)
			require.False(t, both && a.Metric != "" && a == b, "%s and %s both count", p.Node.ID(), q.Node.ID())
		}
		require.Equal(t, want, p.Overlaps, p.Node.ID())
	}
}
