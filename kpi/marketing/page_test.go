package marketing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// page is what the reference page of marketing KPIs says of each: id, unit, which
// way is better, kind of aggregation, sane bounds ("!": hard). Q stands for a
// quotient of sums, READY for what is none.
const page = `
impressions            count     up       SUM     >=0!
reach                  count     up       UNIQUE  0..impressions!
frequency              ratio     context  Q       >=1!
followers              count     up       LAST    >=0!
net_new_followers      count     up       SUM     -
follower_growth_rate   ratio     up       READY   >=-1!
mentions               count     context  SUM     >=0!
share_of_voice         ratio     up       Q       0..1!
net_sentiment          score     up       Q       -1..1!
video_views            count     up       SUM     >=0!
posts_published        count     context  SUM     >=0!
engagements            count     up       SUM     >=0!
er_reach               ratio     up       Q       0..1
er_followers           ratio     up       Q       0..1
er_impressions         ratio     up       Q       0..1
er_daily               ratio     up       Q       0..1
ctr                    ratio     up       Q       0..1
response_rate          ratio     up       Q       0..1!
first_response_time    duration  down     Q       >=0!
video_completion_rate  ratio     up       Q       0..1
view_through_rate      ratio     up       Q       0..1
cost_per_engagement    currency  down     Q       >=0!
sessions               count     up       SUM     >=0!
users                  count     up       UNIQUE  0..sessions
organic_sessions       count     up       SUM     0..sessions!
web_engagement_rate    ratio     up       Q       0..1!
bounce_rate            ratio     down     Q       0..1!
avg_engagement_time    duration  up       Q       >=0!
pages_per_session      ratio     context  Q       >=1
avg_position           rank      down     Q       >=1!
organic_ctr            ratio     up       Q       0..1!
subscribers            count     up       LAST    >=0!
open_rate              ratio     up       Q       0..1!
email_click_rate       ratio     up       Q       0..open_rate
click_to_open_rate     ratio     up       Q       0..1!
unsubscribe_rate       ratio     down     Q       0..1!
email_bounce_rate      ratio     down     Q       0..1!
ad_spend               currency  context  SUM     >=0!
cpm                    currency  down     Q       >=0!
cpc                    currency  down     Q       >=0!
cpl                    currency  down     Q       >=0!
cpa                    currency  down     Q       >=0!
roas                   ratio     up       Q       >=0!
roi                    ratio     up       Q       >=-1
conversions            count     up       SUM     >=0!
conversion_rate        ratio     up       Q       0..1
leads                  count     up       SUM     >=0!
mql                    count     up       SUM     0..leads
sql                    count     up       SUM     0..mql
mql_to_sql_rate        ratio     up       Q       0..1!
revenue                currency  up       SUM     -
avg_order_value        currency  up       Q       >=0!
new_customers          count     up       SUM     >=0!
cac                    currency  down     Q       >=0!
churn_rate             ratio     down     Q       0..1!
ltv                    currency  up       READY   >=0!
ltv_cac                ratio     up       READY   >=0!
nps                    score     up       Q       -100..100!
csat                   ratio     up       Q       0..1!
`

func TestPage(t *testing.T) {
	var onPage []string
	for line := range strings.Lines(strings.TrimSpace(page)) {
		f := strings.Fields(line)
		require.Len(t, f, 5, line)
		onPage = append(onPage, f[0])
		t.Run(f[0], func(t *testing.T) {
			k, ok := marketing.Find(f[0])
			require.True(t, ok)
			assert.Equal(t, f[1], unitWord(k), "unit")
			assert.Equal(t, map[string]kpi.Better{"up": kpi.Higher, "down": kpi.Lower, "context": kpi.Neither}[f[2]], k.Better)
			assert.Equal(t, f[3], kind(k), "aggregation")
			assert.Equal(t, f[4], bounds(k), "bounds")
		})
	}
	var ours []string
	for k := range marketing.All() {
		if k.Section != marketing.Base {
			ours = append(ours, k.ID)
		}
	}
	assert.ElementsMatch(t, append(onPage, "cumulative_churn_rate"), ours, "and what is not on the page is a base quantity")
}

func unitWord(k marketing.KPI) string {
	if k.Money() {
		return "currency"
	}
	return string(k.Unit)
}

func kind(k marketing.KPI) string {
	switch {
	case k.ReadyMade:
		return "READY"
	case k.Derived():
		return "Q"
	}
	return strings.ToUpper(string(k.Combine))
}

// bounds writes the bounds of k as the page does.
func bounds(k marketing.KPI) string {
	if !k.Low.Given() {
		return "-"
	}
	text, hard := ">="+k.Low.String(), k.HardLow
	if high := k.High.String() + k.HighMetric; k.High.Given() || k.HighMetric != "" {
		text, hard = k.Low.String()+".."+strings.TrimPrefix(high, "not given"), k.HardLow && k.HardHigh
		if k.HardLow != k.HardHigh {
			text += " of different kinds"
		}
	}
	if hard {
		text += "!"
	}
	return text
}

func TestWarnings(t *testing.T) {
	for k := range marketing.All() {
		want := kpi.Number{}
		if k.ID == "unsubscribe_rate" {
			want = kpi.Num("0.005")
		}
		assert.True(t, want.Equal(k.WarnAbove), "%s: %s", k.ID, k.WarnAbove)
	}
}
