package marketing_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

func TestPosition(t *testing.T) {
	bounds := func(low, high string) (b marketing.Benchmark) {
		if low != "" {
			b.Low = kpi.Num(low)
		}
		if high != "" {
			b.High = kpi.Num(high)
		}
		return b
	}
	value := func(text string) kpi.Value { return kpi.ValueOf(kpi.Num(text)) }
	third := kpi.QuotientOf(big.NewRat(1, 1), big.NewRat(3, 1))
	for _, tt := range []struct {
		name  string
		b     marketing.Benchmark
		v     kpi.Value
		where marketing.Position
	}{
		{"under", bounds("0.01", "0.03"), value("0.0099"), marketing.Below},
		{"on the lower end", bounds("0.01", "0.03"), value("0.010"), marketing.Within},
		{"inside", bounds("0.01", "0.03"), value("0.02"), marketing.Within},
		{"on the upper end", bounds("0.01", "0.03"), value("0.03"), marketing.Within},
		{"over", bounds("0.01", "0.03"), value("0.0300000001"), marketing.Above},
		{"a single figure", bounds("5.42", "5.42"), value("5.42"), marketing.Within},
		{"open above", bounds("3", ""), value("1e30"), marketing.Within},
		{"under an open end", bounds("3", ""), value("2.9"), marketing.Below},
		{"open below", bounds("", "86400"), value("-5"), marketing.Within},
		{"over an open end", bounds("", "86400"), value("86401"), marketing.Above},
		{"undivided, under", bounds("0.333333333333333333334", ""), third, marketing.Below},
		{"undivided, over", bounds("", "0.333333333333333333333"), third, marketing.Above},
		{"from 0", bounds("0", "0"), value("0"), marketing.Within},
		{"no value", bounds("1", "2"), kpi.Value{}, ""},
		{"no benchmark", bounds("", ""), value("1"), ""},
		{"faulty low", bounds("one", "2"), value("3"), ""},
		{"faulty high", bounds("1", "two"), value("0"), ""},
		{"upside down, under low", bounds("2", "1"), value("1.5"), marketing.Below},
		{"upside down, over high", bounds("2", "1"), value("2"), marketing.Above},
	} {
		assert.Equal(t, tt.where, tt.b.Position(tt.v), tt.name)
	}
}

// published are the benchmarks of the reference page: id, figures, year.
const published = `
er_followers 0.0006 0.0006 2022
er_followers 0.0047 0.0047 2022
er_followers 0.0569 0.0569 2022
er_followers 0.00035 0.00035 2022
er_followers 0.0015 0.0015 2025
er_followers 0.0048 0.0048 2025
er_followers 0.037 0.037 2025
er_followers 0.0012 0.0012 2025
er_impressions 0.065 0.065 2025
er_impressions 0.0507 0.0507 2025
er_impressions 0.0486 0.0486 2025
er_impressions 0.0441 0.0441 2025
er_impressions 0.0231 0.0231 2025
er_impressions 0.0116 0.0116 2025
ctr 0.0664 0.0664 2026
ctr 0.009 0.016 2026
response_rate 0.1 0.2 2016
first_response_time 18000 36000 2016
first_response_time - 86400 0
video_completion_rate 0.7 0.7 0
video_completion_rate 0.84 0.84 2020
video_completion_rate 0.85 0.95 0
bounce_rate 0.445 0.656 0
organic_ctr 0.28 0.3 0
organic_ctr 0.02 0.02 0
open_rate 0.227 0.227 2019
open_rate 0.35 0.36 2025
email_click_rate 0.029 0.029 2019
unsubscribe_rate 0.0025 0.0025 2019
email_bounce_rate 0.004 0.004 2019
email_bounce_rate 0.0061 0.0061 2019
cpm 11.62 13.57 2026
cpc 5.42 5.42 2026
cpc 0.7 0.82 2026
cpl 66.69 66.69 2026
cpl 26.84 131.63 2026
cpl 10.17 19.68 2026
cpa 18.68 23.1 2024
roas 2.19 2.79 2026
conversion_rate 0.0818 0.0818 2026
conversion_rate 0.01 0.03 0
churn_rate 0.03 0.05 0
churn_rate 0.01 0.02 0
ltv_cac 3 - 0
nps 50 - 0
csat 0.8 - 0
`

func TestBenchmarks(t *testing.T) {
	var lines []string
	for k := range marketing.All() {
		for _, b := range k.Benchmarks {
			lines = append(lines, fmt.Sprintf("%s %s %s %d", k.ID, end(b.Low), end(b.High), b.Year))
			require.NoError(t, b.Low.Err(), k.ID)
			require.NoError(t, b.High.Err(), k.ID)
			assert.NotEmpty(t, b.Source, k.ID)
			assert.Equal(t, k.Money(), b.Currency != "", "%s: money has a currency, and nothing else has", k.ID)
			assert.True(t, b.Currency == "" || kpi.IsCurrency(b.Currency), b.Currency)
			for _, n := range []kpi.Number{b.Low, b.High} {
				if n.Given() && k.Low.Given() {
					assert.GreaterOrEqual(t, n.Cmp(k.Low), 0, "%s: %s", k.ID, n)
				}
				if n.Given() && k.High.Given() {
					assert.LessOrEqual(t, n.Cmp(k.High), 0, "%s: %s", k.ID, n)
				}
			}
		}
	}
	assert.Equal(t, strings.TrimSpace(published), strings.Join(lines, "\n"))
}

func end(n kpi.Number) string {
	if !n.Given() {
		return "-"
	}
	return n.String()
}
