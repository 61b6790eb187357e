package marketing

import "github.com/goalkit/goalkit/kpi"

// webBases are the base quantities about the website, search and mailings.
var webBases = []KPI{
	{
		Metric: kpi.Metric{
			ID: "engaged_sessions", Name: "Engaged sessions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Sessions that lasted over 10 seconds, had a key event, or two page views and more.",
		Aggregation: adds,
		Synonyms:    []string{"engaged visits"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "page_views", Name: "Page views",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Pages that were viewed, repeated views included.",
		Aggregation: adds,
		Synonyms:    []string{"blog page views", "website page views", "blog views", "page impressions", "page hits"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "engagement_seconds", Name: "Total engagement time",
			Unit: kpi.Duration, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Seconds that the website was in the foreground, added over all users.",
		Aggregation: adds,
		Synonyms:    []string{"foreground time", "total time in the foreground", "total time on site"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "position_sum", Name: "Sum of positions",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Topmost position, counted from 1, in each search result that showed the website, added up.",
		Aggregation: adds,
		Synonyms:    []string{"sum of search positions"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "search_impressions", Name: "Search impressions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "How often unpaid search results showed the website.",
		Aggregation: adds,
		Synonyms:    []string{"organic impressions", "organic search impressions", "search result impressions"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "search_clicks", Name: "Search clicks",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Clicks on unpaid search results.",
		Aggregation: adds,
		Synonyms:    []string{"organic clicks", "organic search clicks", "search result clicks"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "emails_sent", Name: "Mails sent",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mails that were sent.",
		Aggregation: adds,
		Synonyms:    []string{"emails sent", "newsletters sent", "sent emails"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "emails_delivered", Name: "Mails delivered",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mails that were sent and did not come back.",
		Aggregation: adds,
		Synonyms:    []string{"emails delivered", "delivered emails"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "email_opens", Name: "Unique opens",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Delivered mails that were opened, each counted once.",
		Aggregation: adds,
		Synonyms:    []string{"opens", "email opens", "opened emails", "newsletter opens"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "email_clicks", Name: "Unique mail clicks",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Delivered mails in which a link was clicked, each counted once.",
		Aggregation: adds,
		Synonyms:    []string{"email clicks", "unique email clicks", "newsletter clicks", "mail clicks"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "unsubscribes", Name: "Unsubscribes",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Subscriptions that readers cancelled.",
		Aggregation: adds,
		Synonyms:    []string{"opt-outs", "unsubscriptions", "email unsubscribes"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "hard_bounces", Name: "Hard bounces",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mails that came back for good.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "soft_bounces", Name: "Soft bounces",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mails that came back for now.",
		Aggregation: adds,
		HardLow:     true,
	},
}
