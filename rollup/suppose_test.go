package rollup_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// shop is a plan in which leads = sessions × conversion rate serve a macro goal,
// with the readings of March.
func shop() (*goal.Hierarchy, *kpi.Ledger) {
	leads, rate := kpi.Deliver("100"), kpi.Reach("0.02", "0.03")
	serves := []goal.Link{{Goal: "sales"}}
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{
			{ID: "sessions", Combine: kpi.Sum},
			{ID: "leads", Combine: kpi.Sum},
			{
				ID: "conversion_rate", Unit: kpi.Fraction,
				Numerator:   map[string]kpi.Number{"leads": kpi.Int(1)},
				Denominator: map[string]kpi.Number{"sessions": kpi.Int(1)},
			},
		},
		Goals: []goal.Goal{
			{ID: "sales", Title: "Sell more", Level: goal.Macro, Period: "2026"},
			{
				ID: "leads", Title: "100 leads", Level: goal.Micro, Period: "2026-03", Supports: serves,
				Measure: &goal.Measure{Metric: "leads", Target: &leads},
			},
			{
				ID: "rate", Title: "Conversion rate of 3%", Level: goal.Micro, Period: "2026-03", Supports: serves,
				Channel: "instagram", Measure: &goal.Measure{Metric: "conversion_rate", Target: &rate},
			},
		},
	})
	if err != nil {
		panic(err)
	}
	march9 := time.Date(2026, time.March, 9, 0, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	err = ledger.Add(
		kpi.Observation{Metric: "sessions", Channel: "instagram", At: march9, Value: kpi.Int(2000)},
		kpi.Observation{Metric: "leads", Channel: "instagram", At: march9, Value: kpi.Int(50)},
		kpi.Observation{Metric: "sessions", Channel: "search", At: march9, Value: kpi.Int(1000)},
		kpi.Observation{Metric: "leads", Channel: "search", At: march9, Value: kpi.Int(20)},
	)
	if err != nil {
		panic(err)
	}
	return h, &ledger
}

// What if the conversion rate on Instagram had been 10% higher?
func ExamplePolicy_Evaluate_suppose() {
	h, ledger := shop()
	at, _ := h.Moment("2026-03-31")
	supposed, err := h.Catalogue().Suppose(ledger, kpi.If{Metric: "conversion_rate", Channel: "instagram", Change: "10%"})
	if err != nil {
		panic(err)
	}
	for _, src := range []kpi.Source{ledger, supposed} {
		snapshot, err := rollup.Policy{}.Evaluate(h, src, at)
		if err != nil {
			panic(err)
		}
		for r := range snapshot.All() {
			fmt.Printf("%s: %s, %s\n", r.Node.Title(), r.Value, r.Progress)
		}
	}
	// Output:
	// Sell more: unknown, 0.6
	// 100 leads: 70, 0.7
	// Conversion rate of 3%: 0.025, 0.5
	// Sell more: unknown, 0.75
	// 100 leads: 75, 0.75
	// Conversion rate of 3%: 0.0275, 0.75
}

// A measured baseline changes with the rest unless the supposition begins later.
func TestSupposeAndBaselines(t *testing.T) {
	target := kpi.ChangeBy("+10%")
	h, err := goal.New(goal.Plan{
		Metrics: []kpi.Metric{{ID: "followers", Combine: kpi.Last}},
		Goals: []goal.Goal{{
			ID: "followers", Title: "Followers +10%", Level: goal.Micro, Period: "2026-Q2",
			Measure: &goal.Measure{Metric: "followers", Target: &target},
		}},
	})
	require.NoError(t, err)
	april, may := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	var ledger kpi.Ledger
	require.NoError(t, ledger.Add(
		kpi.Observation{Metric: "followers", At: april.Add(-time.Hour), Value: kpi.Int(1000)},
		kpi.Observation{Metric: "followers", At: may, Value: kpi.Int(1020)},
	))
	at, err := h.Moment("2026-05-31")
	require.NoError(t, err)
	for _, test := range []struct {
		from     time.Time
		progress string
	}{{time.Time{}, "0.2"}, {april, "0.71"}, {may.Add(1), "0.2"}} { // 1020 × 1.05 = 1071
		src, err := h.Catalogue().Suppose(&ledger, kpi.If{Metric: "followers", From: test.from, Change: "5%"})
		require.NoError(t, err)
		s, err := rollup.Policy{}.Evaluate(h, src, at)
		require.NoError(t, err)
		assert.Equal(t, test.progress, of(t, s, "followers").Progress.String(), "from %s", test.from)
	}
}

// Over any plan a supposed source makes the snapshot that a ledger makes whose
// readings were changed by hand.
func TestSupposedSnapshots(t *testing.T) {
	compared, changed := 0, 0
	forWorlds(t, 400, func(t *testing.T, seed uint64, w world) {
		h, err := goal.New(w.plan)
		require.NoError(t, err)
		d := seededDice(seed + 9000)
		for i := range w.observations {
			if v := &w.observations[i].Value; len(v.String()) > 30 {
				*v = kpi.Num("7.25") // by hand it would have more digits than a reading may have
			}
		}
		byHand := w.copied()
		var ifs []kpi.If
		for range 1 + d(3) {
			ifs = append(ifs, supposeByHand(d, &byHand))
		}
		var ledger kpi.Ledger
		require.NoError(t, ledger.Add(w.observations...))
		supposed, err := h.Catalogue().Suppose(&ledger, ifs...)
		require.NoError(t, err)
		at, err := h.Moment(w.moment)
		require.NoError(t, err)
		got, err := w.policy.Evaluate(h, supposed, at)
		if err != nil {
			require.ErrorIs(t, err, kpi.ErrTime) // for a least or greatest reading, one of a period across a From
			return
		}
		want := everything(byHand.evaluate(t))
		assert.Equal(t, want, everything(got))
		compared++
		if !assert.ObjectsAreEqual(everything(w.evaluate(t)), want) {
			changed++
		}
	})
	t.Log(compared, "worlds, different in", changed)
	assert.Greater(t, compared, int(worlds(400))*95/100)
	assert.Greater(t, changed, compared/5)
}

// supposeByHand draws a supposition and changes the world's readings by it.
func supposeByHand(d dice, w *world) kpi.If {
	bases := map[string][]string{
		"sum": {"sum"}, "last": {"last"}, "unique": {"unique"}, "mean": {"mean"}, "min": {"min"}, "max": {"max"},
		"rank": {"rank"}, "money": {"money"}, "stocks": {"last"}, "mix": {"mean", "max"},
	}
	factors := map[kpi.Change]string{"10%": "1.1", "-25%": "0.75", "40%": "1.4"}
	x := kpi.If{
		Metric:  oneOf(d, []string{"sum", "last", "unique", "mean", "min", "max", "rank", "money", "stocks", "mix"}),
		Channel: oneOf(d, channelTexts),
		Change:  oneOf(d, []kpi.Change{"10%", "-25%", "40%"}),
	}
	if len(w.observations) > 0 && d(2) == 0 {
		x.From = w.observations[d(len(w.observations))].Instant()
	}
	for i := range w.observations {
		o := &w.observations[i]
		if slices.Contains(bases[x.Metric], o.Metric) && (x.Channel == "" || x.Channel == o.Channel) &&
			(x.From.IsZero() || !o.Instant().Before(x.From)) {
			o.Value = kpi.NumberOf(o.Value.Decimal().Mul(decimal.RequireFromString(factors[x.Change])))
		}
	}
	return x
}
