package marketing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi/marketing"
)

// No two KPIs claim the same word, however it is written.
func TestWordsAreClaimedOnce(t *testing.T) {
	claimed := map[string]string{} // letters and digits of a word, without any s -> id
	for k := range marketing.All() {
		for _, word := range append(append([]string{k.ID, k.Name}, k.Synonyms...), k.Abbreviations...) {
			letters := strings.Map(func(r rune) rune {
				if r == 's' || !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) {
					return -1
				}
				return r
			}, strings.ToLower(word))
			if other, ok := claimed[letters]; ok && other != k.ID {
				t.Errorf("%q: claimed by %s and %s", word, other, k.ID)
			}
			claimed[letters] = k.ID
			for _, written := range []string{
				word, strings.ToUpper(word), "  " + strings.ReplaceAll(word, " ", "-"), strings.ReplaceAll(word, " ", "_") + "?",
				strings.ReplaceAll(word, "email", "e-mail"), strings.ReplaceAll(word, "-", " "), word + "s",
			} {
				found, ok := marketing.Lookup(written)
				if written == word+"s" && (!ok || strings.HasSuffix(word, "s")) {
					continue // not every word has a plural
				}
				assert.True(t, ok, "%q of %s", written, k.ID)
				assert.Equal(t, k.ID, found.ID, written)
			}
		}
	}
}

// What people write in goals, and what was decided on words with several meanings.
func TestLookup(t *testing.T) {
	for text, want := range map[string]string{
		"engagement rate": "er_reach", "Engagement Rate by Followers": "er_followers", "site engagement rate": "web_engagement_rate",
		"click rate": "email_click_rate", "click-through rates": "ctr", "Clickthrough rate": "ctr", "CTRs": "ctr", "email CTR": "email_click_rate",
		"bounce rate": "bounce_rate", "e-mail bounce rate": "email_bounce_rate",
		"conversion": "conversions", "conversion rate": "conversion_rate", "CVR": "conversion_rate",
		"subscribers": "subscribers", "newsletter subscriber": "subscribers", "page likes": "followers", "fans": "followers", "YouTube subscribers": "followers", "likes": "reactions",
		"views": "video_views", "pageviews": "page_views", "page view": "page_views",
		"traffic": "sessions", "visits": "sessions", "visitors": "users", "blog readership": "users", "organic visits": "organic_sessions",
		"sales": "revenue", "turnover": "revenue", "orders": "orders", "purchases": "orders", "average basket size": "avg_order_value",
		"new clients": "new_customers", "clients": "customers",
		"cost per acquisition": "cpa", "customer acquisition cost": "cac", "CAC": "cac", "CPL": "cpl", "ROAS": "roas", "MQLs": "mql", "NPS": "nps",
		"keyword positions": "avg_position", "SERP rankings": "avg_position",
		"leads": "leads", "enquiry": "leads", "inquiries": "leads", "quote requests": "leads",
		"ad clicks": "clicks", "click-throughs": "clicks", "organic search clicks": "search_clicks", "opt-out rate": "unsubscribe_rate",
		"social media mentions": "mentions", "lifetime value": "ltv", "LTV:CAC": "ltv_cac", "er_reach": "er_reach", "ad spend": "ad_spend",
		"marketing spend": "marketing_cost",
	} {
		k, ok := marketing.Lookup(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, k.ID, text)
	}
	for _, text := range []string{
		"", " ", "-", "%", "\x00", "\xff\xfe", "brand recognition", "increase leads", "ROA", "NP", "rate", "weight", "s", "ss",
		strings.Repeat("ctr ", 1<<18), strings.Repeat("s", 1<<20),
	} {
		k, ok := marketing.Lookup(text)
		assert.False(t, ok, "%.20q", text)
		assert.Equal(t, marketing.KPI{}, k)
	}
}

func TestFind(t *testing.T) {
	for k := range marketing.All() {
		found, ok := marketing.Find(k.ID)
		assert.True(t, ok)
		assert.Equal(t, k, found)
	}
	for _, id := range []string{"", "CTR", "ctr ", "click-through rate"} {
		k, ok := marketing.Find(id)
		assert.False(t, ok, id)
		assert.Equal(t, marketing.KPI{}, k)
	}
}

func TestAllStops(t *testing.T) {
	n := 0
	for range marketing.All() {
		if n++; n == 3 {
			break
		}
	}
	for range marketing.Themes() {
		if n++; n == 6 {
			break
		}
	}
	assert.Equal(t, 6, n)
}

func TestThemes(t *testing.T) {
	var themes []string
	for theme := range marketing.Themes() {
		themes = append(themes, theme.ID)
		assert.NotEmpty(t, theme.Title)
		assert.NotEmpty(t, theme.Lagging)
		assert.NotEmpty(t, theme.Leading)
		assert.GreaterOrEqual(t, len(theme.KPIs()), 3)
		seen := map[string]bool{}
		for _, id := range theme.KPIs() {
			_, ok := marketing.Find(id)
			assert.True(t, ok, "%s: %s", theme.ID, id)
			assert.False(t, seen[id], "%s: %s twice", theme.ID, id)
			seen[id] = true
		}
	}
	assert.Equal(t, []string{"awareness", "traffic", "rankings", "leads", "engagement", "loyalty", "revenue"}, themes)
}
