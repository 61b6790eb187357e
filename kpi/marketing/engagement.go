package marketing

import "github.com/goalkit/goalkit/kpi"

// engagement is the section on engagement and community.
var engagement = []KPI{
	{
		Metric: kpi.Metric{
			ID: "posts_published", Name: "Posts published",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Posts, stories and videos that were published.",
		Aggregation: adds,
		Synonyms:    []string{"posts", "published posts", "social posts", "number of posts", "post volume"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "engagements", Name: "Engagements",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Reactions, comments, shares and saves; clicks only if the host says so.",
		Formula:     "reactions + comments + shares + saves, which the host adds",
		Aggregation: adds,
		Synonyms:    []string{"engagement", "interactions", "total engagements", "total interactions", "social engagement", "post engagement"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "er_reach", Name: "Engagement rate by reach",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("engagements"), Denominator: sum("post_reach"),
		},
		Definition:    "Engagements for each account that a post reached.",
		Formula:       "engagements / sum over posts of the post's reach",
		Aggregation:   pooled,
		Synonyms:      []string{"engagement rate", "reach engagement rate", "engagement by reach", "engagement per reach", "interaction rate"},
		Abbreviations: []string{"ER", "ERR"},
	},
	{
		Metric: kpi.Metric{
			ID: "er_followers", Name: "Engagement rate by followers, per post",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("engagements"), Denominator: sum("post_followers"),
		},
		Definition:  "Engagements of a post for each follower at the time it was posted.",
		Formula:     "engagements / sum over posts of the followers at posting time",
		Aggregation: pooled,
		Synonyms: []string{
			"engagement rate by followers", "engagement rate per post", "engagement rate by post",
			"engagement per follower", "follower engagement rate",
		},
		Benchmarks: []Benchmark{
			exactly("0.0006", Benchmark{Segment: "Facebook", Definition: "median", Source: rivalIQ, Year: 2022}),
			exactly("0.0047", Benchmark{Segment: "Instagram", Definition: "median", Source: rivalIQ, Year: 2022}),
			exactly("0.0569", Benchmark{Segment: "TikTok", Definition: "median", Source: rivalIQ, Year: 2022}),
			exactly("0.00035", Benchmark{Segment: "Twitter", Definition: "median", Source: rivalIQ, Year: 2022}),
			exactly("0.0015", Benchmark{Segment: "Facebook", Definition: "mean", Source: socialinsider, Year: 2025}),
			exactly("0.0048", Benchmark{Segment: "Instagram", Definition: "mean", Source: socialinsider, Year: 2025}),
			exactly("0.0370", Benchmark{Segment: "TikTok", Definition: "mean", Source: socialinsider, Year: 2025}),
			exactly("0.0012", Benchmark{Segment: "X", Definition: "mean", Source: socialinsider, Year: 2025}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "er_impressions", Name: "Engagement rate by impressions",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("engagements"), Denominator: sum("impressions"),
		},
		Definition:  "Engagements for each display of a post.",
		Formula:     "engagements / impressions",
		Aggregation: pooled,
		Synonyms:    []string{"impression engagement rate", "engagement by impressions", "engagement per impression"},
		Benchmarks: []Benchmark{
			exactly("0.0650", Benchmark{Segment: "LinkedIn", Source: socialinsider, Year: 2025}),
			exactly("0.0507", Benchmark{Segment: "Facebook", Source: socialinsider, Year: 2025}),
			exactly("0.0486", Benchmark{Segment: "TikTok", Source: socialinsider, Year: 2025}),
			exactly("0.0441", Benchmark{Segment: "YouTube", Source: socialinsider, Year: 2025}),
			exactly("0.0231", Benchmark{Segment: "X", Source: socialinsider, Year: 2025}),
			exactly("0.0116", Benchmark{Segment: "Instagram", Source: socialinsider, Year: 2025}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "er_daily", Name: "Daily engagement rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("engagements"), Denominator: sum("follower_days"),
		},
		Definition:  "Engagements on a day for each follower of that day.",
		Formula:     "engagements / sum over days of the followers",
		Aggregation: pooled,
		Synonyms:    []string{"engagement rate per day", "engagement rate by day", "day engagement rate"},
	},
	{
		Metric: kpi.Metric{
			ID: "ctr", Name: "Click-through rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("clicks"), Denominator: sum("impressions"),
		},
		Definition:    "Clicks for each display.",
		Formula:       "clicks / impressions",
		Aggregation:   pooled,
		Synonyms:      []string{"click-thru rate", "clickthrough ratio", "link click-through rate", "ad click-through rate"},
		Abbreviations: []string{"CTR"},
		Benchmarks: []Benchmark{
			exactly("0.0664", Benchmark{Segment: "search ads, US, all industries", Source: wordStream, Year: 2026}),
			between("0.0090", "0.0160", Benchmark{Segment: "Facebook ads", Definition: "medians", Source: reflex, Year: 2026}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "response_rate", Name: "Response rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("messages_answered"), Denominator: sum("messages_to_answer"),
		},
		Definition:  "Share of the messages needing an answer that got one.",
		Formula:     "messages answered / messages that need an answer",
		Aggregation: pooled,
		Synonyms:    []string{"reply rate", "answer rate", "message response rate", "social response rate"},
		HardLow:     true, HardHigh: true,
		Benchmarks: []Benchmark{
			between("0.10", "0.20", Benchmark{Segment: "brands on social networks", Source: sproutSocial, Year: 2016}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "first_response_time", Name: "First response time",
			Unit: kpi.Duration, Better: kpi.Lower, Low: zero,
			Numerator: sum("first_response_seconds"), Denominator: sum("messages_answered"),
		},
		Definition:  "Mean time from a message to the first reply, over the messages answered.",
		Formula:     "total time to first reply / messages answered",
		Aggregation: perCase,
		Synonyms: []string{
			"response time", "reply time", "first reply time", "time to first response", "time to first reply",
			"average response time", "average reply time", "average first response time",
		},
		Abbreviations: []string{"FRT"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			between("18000", "36000", Benchmark{Segment: "brands on social networks", Source: responseTimes, Year: 2016}),
			atMost("86400", Benchmark{
				Segment: "customers", Definition: "what 79-80% of customers expect at most", Source: responseTimes,
			}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "video_completion_rate", Name: "Video completion rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("video_completes"), Denominator: sum("video_starts"),
		},
		Definition:    "Share of the started plays that went on to the end.",
		Formula:       "completed plays / started plays",
		Aggregation:   pooled,
		Synonyms:      []string{"video completion", "watch-through rate"},
		Abbreviations: []string{"VCR"},
		Benchmarks: []Benchmark{
			exactly("0.70", Benchmark{Segment: "videos", Definition: "rule of thumb", Source: completion}),
			exactly("0.84", Benchmark{Segment: "video ads", Definition: "second quarter of 2020", Source: completion, Year: 2020}),
			between("0.85", "0.95", Benchmark{Segment: "TV ads that cannot be skipped", Source: completion}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "view_through_rate", Name: "View-through rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("video_completes"), Denominator: sum("impressions"),
		},
		Definition:    "Completed views for each display of the video.",
		Formula:       "completed views / impressions of the videos",
		Aggregation:   pooled + "; the impressions must be those of the videos, as of a channel that shows nothing else",
		Synonyms:      []string{"video view-through rate", "view rate"},
		Abbreviations: []string{"VTR"},
	},
	{
		Metric: kpi.Metric{
			ID: "cost_per_engagement", Name: "Cost per engagement",
			Unit: money, Better: kpi.Lower, Low: zero,
			Numerator: sum("ad_spend"), Denominator: sum("engagements"),
		},
		Definition:    "Media cost of one engagement.",
		Formula:       "ad spend / engagements",
		Aggregation:   pooled,
		Synonyms:      []string{"engagement cost", "cost per interaction"},
		Abbreviations: []string{"CPE"},
		HardLow:       true,
	},
}
