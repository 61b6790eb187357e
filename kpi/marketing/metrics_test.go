package marketing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

func TestMetricsAreRight(t *testing.T) {
	for _, currency := range []string{"EUR", "USD", ""} {
		metrics := marketing.Metrics(currency)
		_, err := kpi.NewCatalogue(metrics)
		require.NoError(t, err, currency)
		_, err = goal.New(goal.Plan{Currency: currency}, metrics...)
		require.NoError(t, err, currency)
		for _, m := range metrics {
			if code, ok := m.Unit.Currency(); ok {
				assert.Equal(t, currency, code, m.ID)
			}
		}
	}
}

func TestMetricsWithoutCurrency(t *testing.T) {
	with := ids(marketing.Metrics("EUR"))
	without := ids(marketing.Metrics(""))
	left := slices.DeleteFunc(with, func(id string) bool { return slices.Contains(without, id) })
	assert.Equal(t, []string{
		"cost_per_engagement", "ad_spend", "cpm", "cpc", "cpl", "cpa", "roas", "roi",
		"revenue", "avg_order_value", "cac", "ltv",
		"budget", "attributed_revenue", "campaign_return", "campaign_cost", "sales_cost", "marketing_cost",
	}, left)
}

func TestMetricsFaultyCurrency(t *testing.T) {
	for _, currency := range []string{"eur", "€", "EURO", " ", "EUR\x00", strings.Repeat("E", 1<<20)} {
		_, err := kpi.NewCatalogue(nil, marketing.Metrics(currency)...)
		problems, ok := errors.AsType[kpi.Problems](err)
		require.True(t, ok, "%v", err)
		assert.Len(t, problems, 16, "one for each metric that counts money")
		for _, p := range problems {
			assert.Equal(t, kpi.ErrEnum, p.Reason)
			assert.Regexp(t, `^catalogue\[\d+\]\.unit$`, p.Field)
		}
	}
}

func ids(metrics []kpi.Metric) []string {
	list := make([]string, len(metrics))
	for i, m := range metrics {
		list[i] = m.ID
	}
	return list
}

// What is handed out is the caller's own.
func TestCopies(t *testing.T) {
	spoil := func(k marketing.KPI) {
		k.Numerator["sessions"], k.Denominator["sessions"] = kpi.Int(7), kpi.Int(7)
		k.Synonyms[0], k.Abbreviations[0], k.Benchmarks[0].Segment = "x", "x", "x"
	}
	ctr := func() marketing.KPI { k, _ := marketing.Find("ctr"); return k }
	clean := ctr()
	for _, m := range marketing.Metrics("EUR") {
		if m.ID == "ctr" {
			m.Numerator["sessions"], m.Denominator["sessions"] = kpi.Int(7), kpi.Int(7)
		}
	}
	spoil(ctr())
	found, _ := marketing.Lookup("CTR")
	spoil(found)
	for k := range marketing.All() {
		if k.ID == "ctr" {
			spoil(k)
		}
	}
	spoil(clean.Clone())
	clean.In("EUR").Numerator["sessions"] = kpi.Int(7)
	assert.Equal(t, clean, ctr())
	assert.NotContains(t, ctr().Numerator, "sessions")
	assert.NotContains(t, ctr().Synonyms, "x")
	for theme := range marketing.Themes() {
		theme.Lagging[0], theme.Leading[0], theme.KPIs()[0] = "x", "x", "x"
	}
	for theme := range marketing.Themes() {
		assert.NotContains(t, theme.KPIs(), "x")
	}
}

// Each KPI says what a person needs to know.
func TestTexts(t *testing.T) {
	for k := range marketing.All() {
		t.Run(k.ID, func(t *testing.T) {
			assert.Regexp(t, `^[a-z]+(_[a-z]+)*$`, k.ID)
			assert.Regexp(t, `^[A-Z].*[^.]$`, k.Name)
			assert.Regexp(t, `^[A-Z][^.]+\.$`, k.Definition, "one sentence")
			assert.Regexp(t, `^[a-z].+[^.]$`, k.Aggregation)
			hostAdds := k.ID == "engagements" || k.ID == "net_new_followers"
			assert.Equal(t, k.Derived() || k.ReadyMade || hostAdds, k.Formula != "", "formula %q", k.Formula)
			for _, s := range k.Synonyms {
				assert.Equal(t, strings.TrimSpace(s), s)
				assert.Greater(t, len(s), 3, "%q is an abbreviation", s)
			}
			for _, s := range k.Abbreviations {
				assert.Regexp(t, `^[A-Z][A-Za-z]*[A-Z]$`, s)
			}
			if k.HighMetric != "" {
				high, ok := marketing.Find(k.HighMetric)
				require.True(t, ok)
				assert.Equal(t, k.Unit, high.Unit)
				assert.False(t, k.High.Given())
			}
			if k.HardLow {
				assert.True(t, k.Low.Given())
			}
			if k.HardHigh {
				assert.True(t, k.High.Given() || k.HighMetric != "")
			}
		})
	}
}

func TestSections(t *testing.T) {
	var order []marketing.Section
	for k := range marketing.All() {
		order = append(order, k.Section)
	}
	assert.Equal(t, []marketing.Section{
		marketing.Audience, marketing.Engagement, marketing.Website, marketing.Email,
		marketing.Paid, marketing.Sales, marketing.Base,
	}, slices.Compact(order))
}

// Each base quantity is there because something is formed from it, or because
// hosts commonly count it.
func TestBasesAreUsed(t *testing.T) {
	used := map[string]bool{}
	for k := range marketing.All() {
		for _, terms := range []map[string]kpi.Number{k.Numerator, k.Denominator} {
			for id := range terms {
				used[id] = true
			}
		}
	}
	var unused []string
	for k := range marketing.All() {
		if k.Section == marketing.Base && !used[k.ID] {
			unused = append(unused, k.ID)
		}
	}
	assert.Equal(t, []string{
		"reactions", "comments", "shares", "saves", // parts of engagements
		"followers_gained", "followers_lost", // parts of net_new_followers
		"neutral_mentions",
		"budget",
		"customers",
	}, unused)
}

func TestMoney(t *testing.T) {
	cpl, _ := marketing.Find("cpl")
	assert.True(t, cpl.Money())
	assert.Equal(t, kpi.Currency("CHF"), cpl.In("CHF").Unit)
	assert.Equal(t, kpi.Currency(""), cpl.Unit, "the KPI stays as it is")
	ctr, _ := marketing.Find("ctr")
	assert.False(t, ctr.Money())
	assert.Equal(t, ctr.Metric, ctr.In("CHF"))
	assert.False(t, marketing.KPI{}.Money())
	assert.Equal(t, kpi.Metric{}, marketing.KPI{}.In("CHF"))
}
