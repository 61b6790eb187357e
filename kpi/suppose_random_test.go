package kpi_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// A supposedWorld is a ledger, what is supposed of it, and the ledger as it would
// have been: each reading changed by hand.
type supposedWorld struct {
	draw *rand.Rand
	obs  []kpi.Observation
	ifs  []kpi.If
}

// behind says which base metrics change with each metric.
var behind = map[string][]string{
	"leads": {"leads"}, "visits": {"visits"}, "spend": {"spend"}, "fees": {"fees"}, "followers": {"followers"}, "rank": {"rank"},
	"answer_time": {"answer_time"}, "worst": {"worst"}, "best": {"best"}, "reach": {"reach"},
	"cvr": {"leads"}, "cost": {"spend", "fees"}, "mixture": {"best", "worst", "answer_time", "rank", "reach"},
}

func supposedCatalogue(t testing.TB) kpi.Catalogue {
	t.Helper()
	c, err := kpi.NewCatalogue([]kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "visits", Combine: kpi.Sum},
		{ID: "spend", Unit: "currency:EUR", Combine: kpi.Sum},
		{ID: "fees", Unit: "currency:EUR", Combine: kpi.Sum},
		{ID: "followers", Combine: kpi.Last},
		{ID: "rank", Unit: kpi.Rank, Combine: kpi.Last},
		{ID: "answer_time", Unit: kpi.Duration, Combine: kpi.Mean},
		{ID: "worst", Combine: kpi.Min},
		{ID: "best", Combine: kpi.Max},
		{ID: "reach", Combine: kpi.Unique},
		{ID: "cvr", Unit: kpi.Fraction, Numerator: terms("leads"), Denominator: terms("visits")},
		{
			ID: "cost", Unit: "currency:EUR", Scale: kpi.Int(-1000), Denominator: terms("leads"),
			Numerator: map[string]kpi.Number{"spend": kpi.Int(2), "fees": kpi.Num("-0.5")},
		},
		{ID: "mixture", Numerator: terms("best", "worst", "answer_time", "rank", "reach"), Denominator: terms("followers")},
	})
	require.NoError(t, err)
	return c
}

func (w *supposedWorld) pick(texts ...string) string { return texts[w.draw.IntN(len(texts))] }

// instant draws one of the first quarter, often that of a reading or of a midnight.
func (w *supposedWorld) instant() time.Time {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	switch {
	case len(w.obs) > 0 && w.draw.IntN(4) == 0:
		return w.obs[w.draw.IntN(len(w.obs))].Instant()
	case w.draw.IntN(2) == 0:
		return start.AddDate(0, 0, w.draw.IntN(90))
	}
	return start.Add(time.Duration(w.draw.IntN(90*24)) * time.Hour)
}

// span draws a month or some days.
func (w *supposedWorld) span() kpi.Period {
	start := time.Date(2026, time.Month(1+w.draw.IntN(3)), 1, 0, 0, 0, 0, time.UTC)
	if w.draw.IntN(2) == 0 {
		return kpi.Period{Start: start, End: start.AddDate(0, 1, 0)}
	}
	start = start.AddDate(0, 0, w.draw.IntN(30))
	return kpi.Period{Start: start, End: start.AddDate(0, 0, 1+w.draw.IntN(40))}
}

// read adds a reading; no two stand at one instant, which would make ties.
func (w *supposedWorld) read(metric string) {
	o := kpi.Observation{Metric: metric, Channel: w.pick("", "a", "b"), Value: kpi.Num(w.pick("0", "3", "-7", "12.5", "0.001", "99999999999", "-2.75", "40"))}
	if metric == "reach" || w.draw.IntN(6) == 0 {
		o.Period = w.span()
	} else {
		o.At = w.instant().Add(time.Duration(len(w.obs)+1) * time.Second)
	}
	if w.draw.IntN(5) == 0 {
		o.ID = fmt.Sprint("id ", len(w.obs))
		w.obs = append(w.obs, o)
		o.Revision, o.Withdrawn = 1, w.draw.IntN(4) == 0
		o.Value = kpi.Num(w.pick("5", "-1"))
	}
	w.obs = append(w.obs, o)
}

// suppose adds a supposition that is allowed.
func (w *supposedWorld) suppose() {
	x := kpi.If{
		Metric:  w.pick("leads", "visits", "spend", "followers", "rank", "answer_time", "worst", "best", "reach", "cvr", "cost", "mixture"),
		Channel: w.pick("", "", "a", "b"),
		Change:  kpi.Change(w.pick("10%", "+12.5%", "-5%", "0%", "-100%", "300%", "-33.3%")),
	}
	if w.draw.IntN(3) > 0 {
		x.From = w.instant()
	}
	level := slices.Contains([]string{"rank", "answer_time", "worst", "best"}, x.Metric)
	if (level || x.Metric == "followers" && x.Channel != "") && w.draw.IntN(2) == 0 {
		x.Change = kpi.Change(w.pick("+2", "-0.5", "100"))
	}
	w.ifs = append(w.ifs, x)
}

// concerns reports whether x changes what is read of a base metric on a channel.
func concerns(x kpi.If, o kpi.Observation) bool {
	return slices.Contains(behind[x.Metric], o.Metric) && (x.Channel == "" || x.Channel == o.Channel)
}

// byHand returns the readings as they would have been.
func (w *supposedWorld) byHand() []kpi.Observation {
	factors := map[kpi.Change]string{
		"10%": "1.1", "+12.5%": "1.125", "-5%": "0.95", "0%": "1", "-100%": "0", "300%": "4", "-33.3%": "0.667",
	}
	amounts := map[kpi.Change]string{"+2": "2", "-0.5": "-0.5", "100": "100"}
	obs := slices.Clone(w.obs)
	for i, o := range obs {
		factor, amount := decimal.New(1, 0), decimal.Zero
		for _, x := range w.ifs {
			if !concerns(x, o) || o.Instant().Before(x.From) && !x.From.IsZero() {
				continue
			}
			if text, ok := amounts[x.Change]; ok {
				amount = amount.Add(decimal.RequireFromString(text))
			} else {
				factor = factor.Mul(decimal.RequireFromString(factors[x.Change]))
			}
		}
		obs[i].Value = kpi.NumberOf(o.Value.Decimal().Mul(factor).Add(amount))
	}
	return obs
}

// asks asks for everything, mostly about windows that a reading is for.
func (w *supposedWorld) asks() (asks []kpi.Ask) {
	for _, metric := range sortedKeys(behind) {
		for range 3 {
			a := kpi.Ask{Metric: metric, Channel: w.pick("", "a", "b"), Window: w.span(), Highest: w.draw.IntN(8) == 0}
			if w.draw.IntN(2) == 0 {
				a.Channel, a.AllChannels = "", true
			}
			if w.draw.IntN(4) == 0 {
				a.Window.End = a.Window.End.AddDate(0, 0, -w.draw.IntN(60)) // sometimes before it starts
			}
			if o := w.obs[w.draw.IntN(len(w.obs))]; metric == "reach" && !o.Period.IsEmpty() {
				a.Window = o.Period
			}
			asks = append(asks, a)
		}
	}
	return asks
}

func sortedKeys(m map[string][]string) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// reachesAcross reports whether a reading of a period that a may ask for begins
// before something supposed of its metric and ends after it.
func (w *supposedWorld) reachesAcross(c kpi.Catalogue, a kpi.Ask) bool {
	for _, o := range w.obs {
		for _, x := range w.ifs {
			if !o.Period.IsEmpty() && slices.Contains(c.Bases(a.Metric), o.Metric) && slices.Contains(behind[x.Metric], o.Metric) &&
				x.From.After(o.Period.Start) && x.From.Before(o.Period.End) {
				return true
			}
		}
	}
	return false
}

// Suppositions of every kind say what a ledger says whose readings were changed by
// hand, to the last digit, or fail where they must.
func TestSupposeIsChangedReadings(t *testing.T) {
	c := supposedCatalogue(t)
	told, failed := 0, 0
	for seed := range uint64(300) {
		w := &supposedWorld{draw: rand.New(rand.NewPCG(seed, 77))}
		for range 10 + w.draw.IntN(60) {
			w.read(w.pick("leads", "visits", "spend", "fees", "followers", "rank", "answer_time", "worst", "best", "reach"))
		}
		for range 1 + w.draw.IntN(5) {
			w.suppose()
		}
		src, hand := ledger(t, w.obs...), ledger(t, w.byHand()...)
		supposed, err := c.Suppose(src, w.ifs...)
		require.NoError(t, err)
		w.draw.Shuffle(len(w.ifs), func(i, j int) { w.ifs[i], w.ifs[j] = w.ifs[j], w.ifs[i] })
		shuffled, err := c.Suppose(src, w.ifs...)
		require.NoError(t, err)

		var batch []kpi.Ask
		var wants []kpi.Answer
		for _, a := range w.asks() {
			want, wantErr := c.Read(hand, []kpi.Ask{a})
			got, err := c.Read(supposed, []kpi.Ask{a})
			_, shuffledErr := c.Read(shuffled, []kpi.Ask{a})
			require.Equal(t, err == nil, shuffledErr == nil)
			if _, before := c.Read(src, []kpi.Ask{a}); before != nil || wantErr != nil {
				continue // two readings of periods contradict each other
			}
			if err != nil {
				require.ErrorIs(t, err, kpi.ErrTime)
				require.True(t, w.reachesAcross(c, a), "seed %d: %+v: %v", seed, a, err)
				failed++
				continue
			}
			requireSameAnswer(t, want[0], got[0], "seed %d: %+v of %+v", seed, a, w.ifs)
			batch, wants = append(batch, a), append(wants, want[0])
		}
		for _, s := range []kpi.Source{supposed, shuffled} {
			got, err := c.Read(s, batch)
			require.NoError(t, err)
			for i := range batch {
				requireSameAnswer(t, wants[i], got[i], "seed %d: %+v in a batch", seed, batch[i])
			}
		}
		for i := range wants {
			if wants[i].Value.Known() {
				told++
			}
		}
	}
	t.Log(told, "values,", failed, "refused")
	assert.Greater(t, told, 2500)
	assert.Positive(t, failed)
	assert.Less(t, failed, told/10)
}

func requireSameAnswer(t *testing.T, want, got kpi.Answer, format string, args ...any) {
	t.Helper()
	same := want.Value.Equal(got.Value) && want.Absence == got.Absence && want.Newest.Equal(got.Newest) &&
		want.AtLeast.Equal(got.AtLeast) && want.AtMost.Equal(got.AtMost)
	require.True(t, same, "want %+v, got %+v: %s", want, got, fmt.Sprintf(format, args...))
}

// A rate that is supposed to be higher is higher by exactly so much, and as many
// visits make exactly so many more leads; a change that no Number can hold as a
// factor is refused.
func TestSupposedRatesAreExact(t *testing.T) {
	draw := rand.New(rand.NewPCG(3, 4))
	refused := 0
	for range 500 {
		percent := strings.TrimPrefix(randomNumber(draw), "-")
		factor, _ := new(big.Rat).SetString(percent)
		factor.Add(big.NewRat(1, 1), factor.Quo(factor, big.NewRat(100, 1)))
		src := ledger(t, reading(t, "leads", "", "2026-03-03", randomNumber(draw)), reading(t, "visits", "", "2026-03-03", "17"))
		supposed, err := social(t).Suppose(src, kpi.If{Metric: "cvr", Change: kpi.Change(percent + "%")})
		if text := strings.TrimRight(factor.FloatString(32), "0"); kpi.Num(strings.TrimSuffix(text, ".")).Err() != nil {
			require.ErrorIs(t, err, kpi.ErrNumber, text)
			refused++
			continue
		}
		require.NoError(t, err, percent)
		for _, metric := range []string{"cvr", "leads"} {
			ask := []kpi.Ask{{Metric: metric, AllChannels: true, Window: period(t, "2026-03", time.UTC)}}
			was, err := social(t).Read(src, ask)
			require.NoError(t, err)
			is, err := social(t).Read(supposed, ask)
			require.NoError(t, err)
			want := new(big.Rat).Mul(factor, was[0].Value.Rat())
			require.Zero(t, want.Cmp(is[0].Value.Rat()), "%s%% of %s", percent, was[0].Value)
		}
	}
	assert.Positive(t, refused)
	assert.Less(t, refused, 250)
}
