package kpi_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// terms returns the sum of metrics, each once.
func terms(ids ...string) map[string]kpi.Number {
	m := make(map[string]kpi.Number, len(ids))
	for _, id := range ids {
		m[id] = kpi.Int(1)
	}
	return m
}

// found returns the problems of err, each as "field: code value".
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
		lines[i] = strings.TrimSpace(p.Field + ": " + string(p.Reason) + " " + p.Value)
	}
	return lines
}

func TestMetricWords(t *testing.T) {
	for _, u := range []kpi.Unit{"", "count", "ratio", "duration", "score", "rank", "currency:EUR", kpi.Currency("USD")} {
		assert.True(t, u.Valid(), "%q", u)
	}
	for _, u := range []kpi.Unit{"Count", "percent", "currency", "currency:", "currency:eur", "currency:EURO", "currency:€", " count", "currency:E1R"} {
		assert.False(t, u.Valid(), "%q", u)
	}
	for _, b := range []kpi.Better{"", "higher", "lower", "neither"} {
		assert.True(t, b.Valid(), "%q", b)
	}
	assert.False(t, kpi.Better("up").Valid())
	for _, c := range []kpi.Combine{"sum", "last", "mean", "min", "max", "unique"} {
		assert.True(t, c.Valid(), "%q", c)
	}
	for _, c := range []kpi.Combine{"", "avg", "Sum"} {
		assert.False(t, c.Valid(), "%q", c)
	}
	code, ok := kpi.Currency("EUR").Currency()
	assert.True(t, ok)
	assert.Equal(t, "EUR", code)
	_, ok = kpi.Count.Currency()
	assert.False(t, ok)
}

func TestNewCatalogue(t *testing.T) {
	c, err := kpi.NewCatalogue(
		[]kpi.Metric{{ID: "leads", Name: "Our leads", Combine: kpi.Sum}},
		kpi.Metric{ID: "leads", Name: "Leads", Combine: kpi.Sum},
		kpi.Metric{ID: "visits", Combine: kpi.Sum},
		kpi.Metric{ID: "cvr", Unit: kpi.Fraction, Numerator: terms("leads"), Denominator: terms("visits")},
	)
	require.NoError(t, err)
	m, ok := c.Metric("leads")
	assert.True(t, ok)
	assert.Equal(t, "Our leads", m.Name, "the own metric wins")
	for id, want := range map[string]kpi.Combine{"leads": kpi.Sum, "visits": kpi.Sum, "cvr": "", "": kpi.Last} {
		combine, ok := c.CombineOf(id)
		assert.True(t, ok, "%q", id)
		assert.Equal(t, want, combine, "%q", id)
	}
	_, ok = c.Metric("reach")
	assert.False(t, ok)
	_, ok = c.CombineOf("reach")
	assert.False(t, ok)
	assert.True(t, c.Has("cvr"))
	assert.False(t, c.Has(""))
	m, _ = c.Metric("cvr")
	assert.True(t, m.Derived())

	assert.False(t, kpi.Catalogue{}.Has("leads"), "the zero Catalogue is empty")
}

func TestCatalogueKeepsCopies(t *testing.T) {
	above := terms("leads")
	metrics := []kpi.Metric{
		{ID: "leads", Combine: kpi.Sum},
		{ID: "visits", Combine: kpi.Sum},
		{ID: "cvr", Numerator: above, Denominator: terms("visits")},
	}
	c, err := kpi.NewCatalogue(metrics)
	require.NoError(t, err)
	above["leads"] = kpi.Int(100)
	metrics[0].Combine = kpi.Last
	got, _ := c.Metric("cvr")
	assert.Equal(t, "1", got.Numerator["leads"].String(), "on the way in")
	leads, _ := c.Metric("leads")
	assert.Equal(t, kpi.Sum, leads.Combine)

	got.Numerator["leads"] = kpi.Int(100)
	got.Denominator["leads"] = kpi.Int(100)
	again, _ := c.Metric("cvr")
	assert.Equal(t, terms("leads"), again.Numerator, "on the way out")
	assert.Equal(t, terms("visits"), again.Denominator)
}

func TestCatalogueFaults(t *testing.T) {
	leads := kpi.Metric{ID: "leads", Combine: kpi.Sum}
	visits := kpi.Metric{ID: "visits", Combine: kpi.Sum}
	spend := kpi.Metric{ID: "spend", Unit: "currency:EUR", Combine: kpi.Sum}
	fees := kpi.Metric{ID: "fees", Unit: "currency:USD", Combine: kpi.Sum}
	cvr := kpi.Metric{ID: "cvr", Numerator: terms("leads"), Denominator: terms("visits")}
	tests := []struct {
		name    string
		metrics []kpi.Metric
		want    []string
	}{
		{"fine", []kpi.Metric{leads, visits, spend, fees, cvr}, nil},
		{"no id", []kpi.Metric{{Combine: kpi.Sum}}, []string{"metrics[0].id: empty_id"}},
		{"id twice", []kpi.Metric{leads, visits, leads}, []string{"metrics[2].id: duplicate_id leads"}},
		{"words", []kpi.Metric{{ID: "a", Unit: "parsecs", Better: "up", Combine: "avg"}}, []string{
			"metrics[0].unit: enum parsecs", "metrics[0].better: enum up", "metrics[0].combine: enum avg",
		}},
		{"numbers", []kpi.Metric{leads, visits, {
			ID: "a", Numerator: map[string]kpi.Number{"leads": kpi.Num("x")}, Denominator: map[string]kpi.Number{"visits": kpi.Num("1e99")},
			Scale: kpi.Num("NaN"), Low: kpi.Num("low"), High: kpi.Num("high"),
		}}, []string{
			"metrics[2].scale: number NaN", "metrics[2].low: number low", "metrics[2].high: number high",
			"metrics[2].numerator.leads: number x", "metrics[2].denominator.visits: number 1e99",
		}},
		{"neither base nor derived", []kpi.Metric{{ID: "a"}}, []string{"metrics[0].combine: metric"}},
		{
			"both",
			[]kpi.Metric{leads, visits, {ID: "a", Combine: kpi.Sum, Numerator: terms("leads"), Denominator: terms("visits")}},
			[]string{"metrics[2].combine: metric sum"},
		},
		{"half a quotient", []kpi.Metric{leads, {ID: "a", Numerator: terms("leads")}}, []string{"metrics[1].denominator: metric"}},
		{"the other half", []kpi.Metric{leads, {ID: "a", Denominator: terms("leads")}}, []string{"metrics[1].numerator: metric"}},
		{"scale of a base metric", []kpi.Metric{{ID: "a", Combine: kpi.Sum, Scale: kpi.Int(100)}}, []string{"metrics[0].scale: metric 100"}},
		{"low above high", []kpi.Metric{{ID: "a", Combine: kpi.Sum, Low: kpi.Int(2), High: kpi.Int(1)}}, []string{"metrics[0].low: metric 2"}},
		{"low equals high", []kpi.Metric{{ID: "a", Combine: kpi.Sum, Low: kpi.Int(2), High: kpi.Int(2)}}, nil},
		{
			"derived of derived",
			[]kpi.Metric{leads, visits, cvr, {ID: "a", Numerator: terms("cvr"), Denominator: terms("visits")}},
			[]string{"metrics[3].numerator.cvr: metric cvr"},
		},
		{
			"derived of itself",
			[]kpi.Metric{leads, {ID: "a", Numerator: terms("a"), Denominator: terms("leads")}},
			[]string{"metrics[1].numerator.a: metric a"},
		},
		{
			"derived of nothing",
			[]kpi.Metric{leads, {ID: "a", Numerator: terms("leads"), Denominator: terms("reach")}},
			[]string{"metrics[1].denominator.reach: unknown_metric reach"},
		},
		{
			"two currencies",
			[]kpi.Metric{spend, fees, leads, {ID: "cpl", Unit: "currency:EUR", Numerator: terms("fees", "spend"), Denominator: terms("leads")}},
			[]string{"metrics[3].numerator.spend: unit currency:EUR"},
		}, // the parts are looked at by id
		{
			"money and counts",
			[]kpi.Metric{spend, leads, {ID: "a", Numerator: terms("leads"), Denominator: terms("leads", "spend")}},
			[]string{"metrics[2].denominator.spend: unit currency:EUR"},
		},
		{"money by count", []kpi.Metric{spend, leads, {ID: "cpl", Unit: "currency:EUR", Numerator: terms("spend"), Denominator: terms("leads"), Scale: kpi.Int(1000)}}, nil},
		{"several", []kpi.Metric{{Combine: "avg"}, {ID: "a", Unit: "x"}}, []string{
			"metrics[0].id: empty_id", "metrics[0].combine: enum avg", "metrics[1].unit: enum x", "metrics[1].combine: metric",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := kpi.NewCatalogue(test.metrics)
			assert.Equal(t, test.want, found(t, err))
		})
	}
}

func TestCatalogueFaultsOfSharedMetrics(t *testing.T) {
	_, err := kpi.NewCatalogue(nil, kpi.Metric{ID: "a", Combine: "avg"}, kpi.Metric{ID: "a", Combine: kpi.Sum})
	assert.Equal(t, []string{"catalogue[1].id: duplicate_id a", "catalogue[0].combine: enum avg"}, found(t, err))
}

// A plan is never at fault for a formula that others share.
func TestSharedQuotientsOfOwnMetrics(t *testing.T) {
	one := func(id string) map[string]kpi.Number { return map[string]kpi.Number{id: kpi.Int(1)} }
	shared := []kpi.Metric{
		{ID: "clicks", Combine: kpi.Sum},
		{ID: "spend", Unit: "currency:EUR", Combine: kpi.Sum},
		{ID: "cpc", Unit: "currency:EUR", Numerator: one("spend"), Denominator: one("clicks")},
		{ID: "roi", Numerator: map[string]kpi.Number{"value": kpi.Int(1), "spend": kpi.Int(-1)}, Denominator: one("spend")},
		{ID: "value", Unit: "currency:EUR", Combine: kpi.Sum},
	}
	tests := []struct {
		name string
		own  []kpi.Metric
		cpc  bool
		roi  bool
	}{
		{"none", nil, true, true},
		{"of the same kind", []kpi.Metric{{ID: "clicks", Name: "Taps", Unit: kpi.Count, Combine: kpi.Sum}}, true, true},
		{"other money", []kpi.Metric{{ID: "spend", Unit: "currency:USD", Combine: kpi.Sum}}, false, false},
		{"combined otherwise", []kpi.Metric{{ID: "clicks", Combine: kpi.Mean}}, false, true},
		{
			"a quotient that is hidden",
			[]kpi.Metric{{ID: "spend", Unit: "currency:USD", Combine: kpi.Sum}, {ID: "roi", Combine: kpi.Mean}},
			false, true,
		},
		{"no money", []kpi.Metric{{ID: "spend", Combine: kpi.Sum}}, false, false},
		{"derived", []kpi.Metric{{ID: "taps", Combine: kpi.Sum}, {ID: "value", Numerator: one("taps"), Denominator: one("taps")}}, true, false},
		{
			"the quotient itself",
			[]kpi.Metric{{ID: "spend", Unit: "currency:USD", Combine: kpi.Sum}, {ID: "cpc", Unit: "currency:USD", Numerator: one("spend"), Denominator: one("clicks")}},
			true, false,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c, err := kpi.NewCatalogue(test.own, shared...)
			require.NoError(t, err)
			assert.Equal(t, test.cpc, c.Has("cpc"))
			assert.Equal(t, test.roi, c.Has("roi"))
		})
	}
	_, err := kpi.NewCatalogue([]kpi.Metric{{ID: "clicks", Combine: kpi.Last}}, kpi.Metric{ID: "odd", Numerator: one("clicks"), Denominator: one("nothing")})
	require.ErrorIs(t, err, kpi.ErrUnknownMetric, "what is wrong by itself is still a fault")
}
