package marketing

import "github.com/goalkit/goalkit/kpi"

// socialBases are the base quantities about posts, messages and mentions.
var socialBases = []KPI{
	{
		Metric: kpi.Metric{
			ID: "clicks", Name: "Clicks",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Clicks on links of posts and ads.",
		Aggregation: adds,
		Synonyms:    []string{"ad clicks", "link clicks", "website clicks", "click-throughs", "click-thrus"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "reactions", Name: "Reactions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Likes and other reactions to posts.",
		Aggregation: adds,
		Synonyms:    []string{"likes", "post likes", "post reactions", "hearts"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "comments", Name: "Comments",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Comments on posts.",
		Aggregation: adds,
		Synonyms:    []string{"post comments"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "shares", Name: "Shares",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Posts passed on by others.",
		Aggregation: adds,
		Synonyms:    []string{"post shares", "reposts", "retweets"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "saves", Name: "Saves",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Posts that people saved for later.",
		Aggregation: adds,
		Synonyms:    []string{"post saves", "bookmarks"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "post_reach", Name: "Post reach",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Reach of each post, added over the posts: accounts and posts, not people.",
		Aggregation: "adds over posts; a person counts once for each post",
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "post_followers", Name: "Followers at posting",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Followers at the time of each post, added over the posts.",
		Aggregation: "adds over posts",
		Synonyms:    []string{"follower posts"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "follower_days", Name: "Follower days",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Followers on each day, added over the days.",
		Aggregation: "adds over days",
		Synonyms:    []string{"follower-days"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "followers_gained", Name: "Followers gained",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Accounts that began to follow.",
		Aggregation: adds,
		Synonyms:    []string{"follower gain", "gained followers", "new follows"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "followers_lost", Name: "Followers lost",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Accounts that ceased to follow.",
		Aggregation: adds,
		Synonyms:    []string{"follower loss", "lost followers", "unfollows"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "messages_to_answer", Name: "Messages to answer",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Incoming messages that need an answer.",
		Aggregation: adds,
		Synonyms:    []string{"incoming messages", "messages received", "messages in"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "messages_answered", Name: "Messages answered",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Incoming messages that got an answer.",
		Aggregation: adds,
		Synonyms:    []string{"answered messages"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "first_response_seconds", Name: "Total first response time",
			Unit: kpi.Duration, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Seconds from each answered message to its first reply, added up.",
		Aggregation: adds,
		Synonyms:    []string{"total time to first reply"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "competitor_mentions", Name: "Competitor mentions",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Messages, posts and articles that name one of the chosen competitors.",
		Aggregation: adds,
		Synonyms:    []string{"mentions of competitors"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "positive_mentions", Name: "Positive mentions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mentions of the brand in a positive tone.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "neutral_mentions", Name: "Neutral mentions",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mentions of the brand in a neutral tone.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "negative_mentions", Name: "Negative mentions",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Mentions of the brand in a negative tone.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "video_starts", Name: "Video starts",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Plays of videos that were started.",
		Aggregation: adds,
		Synonyms:    []string{"started plays", "video play starts"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "video_completes", Name: "Completed video views",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Plays of videos that went on to the end.",
		Aggregation: adds,
		Synonyms:    []string{"video completes", "completed plays", "completed views", "complete views"},
		HardLow:     true,
	},
}
