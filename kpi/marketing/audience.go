package marketing

import "github.com/goalkit/goalkit/kpi"

// audience is the section on audience and awareness.
var audience = []KPI{
	{
		Metric: kpi.Metric{
			ID: "impressions", Name: "Impressions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "How often content or ads were displayed, repeated displays to one person included.",
		Aggregation: adds,
		Synonyms:    []string{"displays", "content impressions", "ad impressions", "times shown"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "reach", Name: "Reach",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Unique, Low: zero,
		},
		Definition:  "Distinct accounts that saw content at least once in the window.",
		Aggregation: people,
		Synonyms: []string{
			"people reached", "accounts reached", "unique reach", "total reach", "audience reach", "unique viewers",
		},
		HardLow: true, HardHigh: true, HighMetric: "impressions",
	},
	{
		Metric: kpi.Metric{
			ID: "frequency", Name: "Frequency",
			Unit: kpi.Fraction, Better: kpi.Neither, Low: one,
			Numerator: sum("impressions"), Denominator: sum("reach"),
		},
		Definition:  "How often a person who was reached saw content on average.",
		Formula:     "impressions / reach of the same window and channels",
		Aggregation: "from impressions and reach of the whole window, so that it is unknown where reach is",
		Synonyms:    []string{"ad frequency", "average frequency", "impressions per person"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "followers", Name: "Followers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Last, Low: zero,
		},
		Definition:  "Accounts that follow the brand's profile, page or channel.",
		Aggregation: newest,
		Synonyms: []string{
			"social followers", "social media followers", "follower count", "follower base", "fans", "page likes",
			"channel subscribers", "YouTube subscribers", "podcast subscribers", "group members", "community size", "audience size",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "net_new_followers", Name: "Net new followers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum,
		},
		Definition:  "Followers gained less followers lost in the window.",
		Formula:     "followers gained - followers lost, which the host subtracts",
		Aggregation: adds,
		Synonyms:    []string{"new followers", "net followers", "follower growth", "audience growth", "net follower gain"},
	},
	{
		Metric: kpi.Metric{
			ID: "follower_growth_rate", Name: "Follower growth rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Combine: kpi.Unique, Low: minusOne,
		},
		Definition:  "Change of the followers over the window, relative to those at its start.",
		Formula:     "(followers at the end - followers at the start) / followers at the start",
		Aggregation: computed + ": over several periods from the outer ends, over channels the sum of changes over the sum of starts",
		Synonyms:    []string{"audience growth rate", "growth rate of followers", "follower growth percentage"},
		ReadyMade:   true,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "mentions", Name: "Mentions",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Messages, posts and articles that name the brand.",
		Aggregation: adds,
		Synonyms: []string{
			"brand mentions", "social mentions", "social media mentions", "own mentions", "media mentions",
			"press mentions", "press coverage",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "share_of_voice", Name: "Share of voice",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("mentions"), Denominator: sum("mentions", "competitor_mentions"),
		},
		Definition:    "The brand's share of the mentions of it and of its named competitors.",
		Formula:       "own mentions / (own mentions + mentions of the named competitors)",
		Aggregation:   pooled + "; with the same competitors throughout",
		Synonyms:      []string{"voice share", "share of mentions", "share of conversation"},
		Abbreviations: []string{"SOV"},
		HardLow:       true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "net_sentiment", Name: "Net sentiment",
			Unit: kpi.Score, Better: kpi.Higher, Low: minusOne, High: one,
			Numerator:   difference("positive_mentions", "negative_mentions"),
			Denominator: sum("positive_mentions", "negative_mentions"),
		},
		Definition:  "How far positive mentions outweigh negative ones, neutral ones left out.",
		Formula:     "(positive mentions - negative mentions) / (positive mentions + negative mentions)",
		Aggregation: pooled,
		Synonyms:    []string{"sentiment", "sentiment score", "net sentiment score", "brand sentiment"},
		HardLow:     true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "video_views", Name: "Video views",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Plays of videos, each platform counting by its own rule.",
		Aggregation: adds + ", though platforms count views by different rules",
		Synonyms:    []string{"views", "plays", "video plays", "reel views", "reel plays", "story views"},
		HardLow:     true,
	},
}
