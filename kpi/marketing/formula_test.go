package marketing_test

import (
	"maps"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// quantities are base quantities by their ids.
type quantities map[string]int64

// formulas writes each quotient of the reference page down a second time, over
// numbers made up by hand.
var formulas = []struct {
	id   string
	base quantities
	want *big.Rat
}{
	{"frequency", quantities{"impressions": 9000, "reach": 3600}, big.NewRat(9000, 3600)},
	{"share_of_voice", quantities{"mentions": 130, "competitor_mentions": 270}, big.NewRat(130, 130+270)},
	{"net_sentiment", quantities{"positive_mentions": 17, "negative_mentions": 40}, big.NewRat(17-40, 17+40)},
	{"er_reach", quantities{"engagements": 77, "post_reach": 5021}, big.NewRat(77, 5021)},
	{"er_followers", quantities{"engagements": 77, "post_followers": 20900}, big.NewRat(77, 20900)},
	{"er_impressions", quantities{"engagements": 77, "impressions": 8123}, big.NewRat(77, 8123)},
	{"er_daily", quantities{"engagements": 77, "follower_days": 146300}, big.NewRat(77, 146300)},
	{"ctr", quantities{"clicks": 31, "impressions": 2900}, big.NewRat(31, 2900)},
	{"response_rate", quantities{"messages_answered": 11, "messages_to_answer": 64}, big.NewRat(11, 64)},
	{"first_response_time", quantities{"first_response_seconds": 987654, "messages_answered": 11}, big.NewRat(987654, 11)},
	{"video_completion_rate", quantities{"video_completes": 210, "video_starts": 317}, big.NewRat(210, 317)},
	{"view_through_rate", quantities{"video_completes": 210, "impressions": 1999}, big.NewRat(210, 1999)},
	{"cost_per_engagement", quantities{"ad_spend": 451, "engagements": 1300}, big.NewRat(451, 1300)},
	{"web_engagement_rate", quantities{"engaged_sessions": 423, "sessions": 901}, big.NewRat(423, 901)},
	{"bounce_rate", quantities{"engaged_sessions": 423, "sessions": 901}, new(big.Rat).Sub(big.NewRat(1, 1), big.NewRat(423, 901))},
	{"avg_engagement_time", quantities{"engagement_seconds": 56789, "users": 731}, big.NewRat(56789, 731)},
	{"pages_per_session", quantities{"page_views": 2703, "sessions": 901}, big.NewRat(3, 1)},
	{"avg_position", quantities{"position_sum": 4400, "search_impressions": 640}, big.NewRat(4400, 640)},
	{"organic_ctr", quantities{"search_clicks": 29, "search_impressions": 640}, big.NewRat(29, 640)},
	{"open_rate", quantities{"email_opens": 812, "emails_delivered": 3601}, big.NewRat(812, 3601)},
	{"email_click_rate", quantities{"email_clicks": 97, "emails_delivered": 3601}, big.NewRat(97, 3601)},
	{"click_to_open_rate", quantities{"email_clicks": 97, "email_opens": 812}, big.NewRat(97, 812)},
	{"unsubscribe_rate", quantities{"unsubscribes": 7, "emails_delivered": 3601}, big.NewRat(7, 3601)},
	{"email_bounce_rate", quantities{"hard_bounces": 13, "soft_bounces": 22, "emails_sent": 3636}, big.NewRat(13+22, 3636)},
	{"cpm", quantities{"ad_spend": 451, "impressions": 38000}, big.NewRat(1000*451, 38000)},
	{"cpc", quantities{"ad_spend": 451, "clicks": 620}, big.NewRat(451, 620)},
	{"cpl", quantities{"ad_spend": 451, "leads": 17}, big.NewRat(451, 17)},
	{"cpa", quantities{"ad_spend": 451, "conversions": 23}, big.NewRat(451, 23)},
	{"roas", quantities{"attributed_revenue": 1130, "ad_spend": 451}, big.NewRat(1130, 451)},
	{"roi", quantities{"campaign_return": 700, "campaign_cost": 900}, big.NewRat(700-900, 900)},
	{"conversion_rate", quantities{"conversions": 23, "sessions": 901}, big.NewRat(23, 901)},
	{"mql_to_sql_rate", quantities{"sql": 9, "mql": 31}, big.NewRat(9, 31)},
	{"avg_order_value", quantities{"revenue": 8642, "orders": 53}, big.NewRat(8642, 53)},
	{"cac", quantities{"sales_cost": 3100, "marketing_cost": 2345, "new_customers": 19}, big.NewRat(3100+2345, 19)},
	{"churn_rate", quantities{"customers_lost": 14, "customers_at_start": 333}, big.NewRat(14, 333)},
	{"nps", quantities{"promoters": 40, "passives": 35, "detractors": 45}, big.NewRat(100*(40-45), 40+35+45)},
	{"csat", quantities{"csat_positive_answers": 88, "csat_answers": 103}, big.NewRat(88, 103)},
}

func TestFormulas(t *testing.T) {
	var tried []string
	for _, f := range formulas {
		tried = append(tried, f.id)
		t.Run(f.id, func(t *testing.T) {
			a := ask(t, observe(t, f.base), kpi.Ask{Metric: f.id, AllChannels: true, Window: march})
			require.Empty(t, a.Absence)
			assert.Zero(t, f.want.Cmp(a.Value.Rat()), "%s, want %s", a.Value, f.want.FloatString(18))
			for missing := range f.base {
				less := maps.Clone(f.base)
				delete(less, missing)
				a := ask(t, observe(t, less), kpi.Ask{Metric: f.id, AllChannels: true, Window: march})
				assert.Equal(t, kpi.NoReading, a.Absence, "without %s", missing)
			}
			nothing := quantities{}
			for id := range f.base {
				nothing[id] = 0
			}
			a = ask(t, observe(t, nothing), kpi.Ask{Metric: f.id, AllChannels: true, Window: march})
			assert.Equal(t, kpi.ZeroDenominator, a.Absence)
			assert.False(t, a.Value.Known())
		})
	}
	var derived []string
	for k := range marketing.All() {
		if k.Derived() {
			derived = append(derived, k.ID)
		}
	}
	assert.ElementsMatch(t, derived, tried, "every quotient is tried")
}

// A rate over channels and days is that of the sums, whatever single rates say.
func TestFormulasPool(t *testing.T) {
	people := []string{"reach", "users"} // these have no sums
	for _, f := range formulas {
		var l kpi.Ledger
		hasPeople := false
		for id, n := range f.base {
			hasPeople = hasPeople || slices.Contains(people, id)
			for i, part := range []int64{n / 3, n/2 - 1, n - n/3 - (n/2 - 1)} { // the parts of n
				require.NoError(t, l.Add(kpi.Observation{
					Metric: id, Channel: []string{"a", "b", "a"}[i], At: march.Start.AddDate(0, 0, i), Value: kpi.Int(part),
				}))
			}
		}
		if hasPeople {
			continue
		}
		a := ask(t, &l, kpi.Ask{Metric: f.id, AllChannels: true, Window: march})
		assert.Zero(t, f.want.Cmp(a.Value.Rat()), "%s: %s, want %s", f.id, a.Value, f.want.FloatString(18))
	}
}

var march = period("2026-03")

func period(text string) kpi.Period {
	p, err := kpi.ParsePeriod(text, time.UTC)
	if err != nil {
		panic(err)
	}
	return p
}

// observe returns a ledger with one reading of each quantity, of all of March.
func observe(t *testing.T, base quantities) *kpi.Ledger {
	t.Helper()
	var l kpi.Ledger
	for id, n := range base {
		require.NoError(t, l.Add(kpi.Observation{Metric: id, Period: march, Value: kpi.Int(n)}))
	}
	return &l
}

// ask returns what the catalogue, in EUR, answers.
func ask(t *testing.T, src kpi.Source, a kpi.Ask) kpi.Answer {
	t.Helper()
	catalogue, err := kpi.NewCatalogue(nil, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	answers, err := catalogue.Read(src, []kpi.Ask{a})
	require.NoError(t, err)
	return answers[0]
}
