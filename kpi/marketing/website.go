package marketing

import "github.com/goalkit/goalkit/kpi"

// website is the section on website and search.
var website = []KPI{
	{
		Metric: kpi.Metric{
			ID: "sessions", Name: "Sessions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Visits to the website.",
		Aggregation: adds,
		Synonyms: []string{
			"visits", "website sessions", "website visits", "site visits", "web visits", "traffic", "website traffic",
			"web traffic", "site traffic", "blog traffic", "blog visits",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "users", Name: "Active users",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Unique, Low: zero,
		},
		Definition:  "Distinct people who used the website in the window.",
		Aggregation: people,
		Synonyms: []string{
			"users", "unique users", "visitors", "unique visitors", "unique visits", "website visitors", "site visitors", "web visitors",
			"website users", "readers", "blog readers", "unique readers", "blog readership", "readership",
		},
		HighMetric: "sessions",
	},
	{
		Metric: kpi.Metric{
			ID: "organic_sessions", Name: "Organic sessions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Sessions that came from unpaid search results.",
		Aggregation: adds,
		Synonyms: []string{
			"organic visits", "organic traffic", "organic search traffic", "organic search sessions", "organic search visits",
			"search traffic", "SEO traffic",
		},
		HardLow: true, HardHigh: true, HighMetric: "sessions",
	},
	{
		Metric: kpi.Metric{
			ID: "web_engagement_rate", Name: "Site engagement rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("engaged_sessions"), Denominator: sum("sessions"),
		},
		Definition:  "Share of the sessions that lasted over 10 seconds, had a key event, or two page views and more.",
		Formula:     "engaged sessions / sessions",
		Aggregation: pooled,
		Synonyms:    []string{"website engagement rate", "web engagement rate", "session engagement rate", "engaged session rate"},
		HardLow:     true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "bounce_rate", Name: "Bounce rate",
			Unit: kpi.Fraction, Better: kpi.Lower, Low: zero, High: one,
			Numerator: difference("sessions", "engaged_sessions"), Denominator: sum("sessions"),
		},
		Definition:  "Share of the sessions that were not engaged, see the site engagement rate.",
		Formula:     "(sessions - engaged sessions) / sessions",
		Aggregation: pooled,
		Synonyms:    []string{"website bounce rate", "site bounce rate", "web bounce rate", "page bounce rate"},
		HardLow:     true, HardHigh: true,
		Benchmarks: []Benchmark{
			between("0.445", "0.656", Benchmark{
				Segment: "websites, by industry", Definition: "means; the older definition, sessions of a single page", Source: ftx,
			}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "avg_engagement_time", Name: "Average engagement time",
			Unit: kpi.Duration, Better: kpi.Higher, Low: zero,
			Numerator: sum("engagement_seconds"), Denominator: sum("users"),
		},
		Definition:  "Mean time that an active user had the website in the foreground.",
		Formula:     "total time in the foreground / active users",
		Aggregation: perCase + "; unknown where the users are, for people do not add",
		Synonyms: []string{
			"engagement time", "time on site", "average time on site", "dwell time",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "pages_per_session", Name: "Pages per session",
			Unit: kpi.Fraction, Better: kpi.Neither, Low: one,
			Numerator: sum("page_views"), Denominator: sum("sessions"),
		},
		Definition:  "Page views in a session on average.",
		Formula:     "page views / sessions",
		Aggregation: pooled,
		Synonyms:    []string{"pages per visit", "page views per session", "page views per visit", "page depth"},
	},
	{
		Metric: kpi.Metric{
			ID: "avg_position", Name: "Average search position",
			Unit: kpi.Rank, Better: kpi.Lower, Low: one,
			Numerator: sum("position_sum"), Denominator: sum("search_impressions"),
		},
		Definition:  "Mean rank of the topmost link to the website, over the search results that showed one.",
		Formula:     "sum of topmost positions / search impressions, positions counted from 1",
		Aggregation: "mean weighted by search impressions, over time and over channels",
		Synonyms: []string{
			"average position", "search position", "ranking", "search ranking", "keyword ranking",
			"keyword position", "google ranking", "search engine ranking", "average ranking", "SERP position", "SERP ranking",
			"SEO ranking", "organic ranking",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "organic_ctr", Name: "Organic search CTR",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("search_clicks"), Denominator: sum("search_impressions"),
		},
		Definition:  "Clicks on unpaid search results for each time one was shown.",
		Formula:     "search clicks / search impressions",
		Aggregation: pooled,
		Synonyms: []string{
			"organic CTR", "search CTR", "organic click-through rate", "organic search click-through rate",
			"search click-through rate", "SERP CTR",
		},
		HardLow: true, HardHigh: true,
		Benchmarks: []Benchmark{
			between("0.28", "0.30", Benchmark{Segment: "search position 1", Source: searchCTR}),
			exactly("0.02", Benchmark{Segment: "search position 10", Source: searchCTR}),
		},
	},
}
