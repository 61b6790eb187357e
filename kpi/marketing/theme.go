package marketing

import (
	"iter"
	"slices"
)

// A Theme is what a macro goal is about, with the KPIs that suit its micro
// goals, the best first. The zero Theme is none.
type Theme struct {
	ID      string
	Title   string
	Lagging []string // ids of KPIs that show whether the goal is reached
	Leading []string // ids of KPIs that move first and can be acted on
}

// KPIs returns the ids of the theme's KPIs, the lagging first.
func (t Theme) KPIs() []string { return slices.Concat(t.Lagging, t.Leading) }

// Themes returns an iterator over the themes of macro goals, from being known to
// being paid.
func Themes() iter.Seq[Theme] {
	return func(yield func(Theme) bool) {
		for _, t := range themes {
			t.Lagging, t.Leading = slices.Clone(t.Lagging), slices.Clone(t.Leading)
			if !yield(t) {
				return
			}
		}
	}
}

var themes = []Theme{
	{
		ID: "awareness", Title: "Brand awareness",
		Lagging: []string{"reach", "share_of_voice", "followers", "follower_growth_rate"},
		Leading: []string{"impressions", "mentions", "video_views", "net_sentiment", "posts_published", "cpm"},
	},
	{
		ID: "traffic", Title: "Website traffic",
		Lagging: []string{"sessions", "users", "web_engagement_rate", "bounce_rate"},
		Leading: []string{"organic_sessions", "ctr", "cpc", "pages_per_session", "avg_engagement_time"},
	},
	{
		ID: "rankings", Title: "Search rankings",
		Lagging: []string{"avg_position", "organic_sessions"},
		Leading: []string{"search_impressions", "organic_ctr"},
	},
	{
		ID: "leads", Title: "Lead generation",
		Lagging: []string{"leads", "mql", "sql", "mql_to_sql_rate", "cpl"},
		Leading: []string{"conversion_rate", "sessions", "subscribers", "email_click_rate"},
	},
	{
		ID: "engagement", Title: "Community engagement",
		Lagging: []string{"er_reach", "er_followers", "engagements"},
		Leading: []string{"posts_published", "response_rate", "first_response_time", "video_completion_rate", "net_sentiment"},
	},
	{
		ID: "loyalty", Title: "Customer loyalty",
		Lagging: []string{"churn_rate", "ltv", "nps"},
		Leading: []string{"csat", "response_rate", "first_response_time", "open_rate", "unsubscribe_rate"},
	},
	{
		ID: "revenue", Title: "Revenue",
		Lagging: []string{"revenue", "new_customers", "avg_order_value", "roas", "cac", "ltv_cac"},
		Leading: []string{"sql", "leads", "conversion_rate", "cpa"},
	},
}
