package marketing

import "github.com/goalkit/goalkit/kpi"

// paid is the section on paid media.
var paid = []KPI{
	{
		Metric: kpi.Metric{
			ID: "ad_spend", Name: "Ad spend",
			Unit: money, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Cost of the media bought; to be read against the budget.",
		Aggregation: adds,
		Synonyms: []string{
			"spend", "media spend", "media cost", "ad cost", "ads cost", "advertising spend", "advertising cost", "ad spending",
			"advertising expenditure", "campaign spend",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "cpm", Name: "Cost per thousand impressions",
			Unit: money, Better: kpi.Lower, Low: zero,
			Scale: thousand, Numerator: sum("ad_spend"), Denominator: sum("impressions"),
		},
		Definition:    "Media cost of a thousand displays.",
		Formula:       "1000 x ad spend / impressions",
		Aggregation:   pooled,
		Synonyms:      []string{"cost per mille", "cost per 1000 impressions", "cost per 1,000 impressions", "cost per thousand"},
		Abbreviations: []string{"CPM"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			between("11.62", "13.57", Benchmark{Segment: "Facebook ads", Definition: "medians", Currency: "USD", Source: reflex, Year: 2026}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "cpc", Name: "Cost per click",
			Unit: money, Better: kpi.Lower, Low: zero,
			Numerator: sum("ad_spend"), Denominator: sum("clicks"),
		},
		Definition:    "Media cost of one click.",
		Formula:       "ad spend / clicks",
		Aggregation:   pooled,
		Synonyms:      []string{"click cost", "price per click", "average cost per click"},
		Abbreviations: []string{"CPC"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			exactly("5.42", Benchmark{Segment: "search ads, US", Currency: "USD", Source: wordStream, Year: 2026}),
			between("0.70", "0.82", Benchmark{Segment: "Facebook ads", Definition: "medians", Currency: "USD", Source: reflex, Year: 2026}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "cpl", Name: "Cost per lead",
			Unit: money, Better: kpi.Lower, Low: zero,
			Numerator: sum("ad_spend"), Denominator: sum("leads"),
		},
		Definition:    "Media cost of one lead.",
		Formula:       "ad spend / leads",
		Aggregation:   pooled,
		Synonyms:      []string{"lead cost", "price per lead", "average cost per lead"},
		Abbreviations: []string{"CPL"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			exactly("66.69", Benchmark{Segment: "search ads, US", Currency: "USD", Source: wordStream, Year: 2026}),
			between("26.84", "131.63", Benchmark{Segment: "search ads, US, by industry", Currency: "USD", Source: wordStreamAnd, Year: 2026}),
			between("10.17", "19.68", Benchmark{Segment: "Facebook ads", Definition: "medians", Currency: "USD", Source: reflex, Year: 2026}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "cpa", Name: "Cost per acquisition",
			Unit: money, Better: kpi.Lower, Low: zero,
			Numerator: sum("ad_spend"), Denominator: sum("conversions"),
		},
		Definition:    "Media cost of one conversion, whatever the target action is.",
		Formula:       "ad spend / conversions",
		Aggregation:   pooled,
		Synonyms:      []string{"cost per action", "cost per conversion", "conversion cost", "price per conversion"},
		Abbreviations: []string{"CPA"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			between("18.68", "23.10", Benchmark{Segment: "Facebook ads", Currency: "USD", Source: facebookCPA, Year: 2024}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "roas", Name: "Return on ad spend",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero,
			Numerator: sum("attributed_revenue"), Denominator: sum("ad_spend"),
		},
		Definition:    "Revenue attributed to ads for each unit of money spent on them.",
		Formula:       "attributed revenue / ad spend",
		Aggregation:   pooled,
		Synonyms:      []string{"return on advertising spend", "return on ads", "ad return", "advertising return"},
		Abbreviations: []string{"ROAS"},
		HardLow:       true,
		Benchmarks: []Benchmark{
			between("2.19", "2.79", Benchmark{Segment: "Facebook ads", Definition: "medians", Source: reflex, Year: 2026}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "roi", Name: "Return on investment",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: minusOne,
			Numerator: difference("campaign_return", "campaign_cost"), Denominator: sum("campaign_cost"),
		},
		Definition:    "What an activity brought in beyond its cost, for each unit of money it cost.",
		Formula:       "(return - cost) / cost",
		Aggregation:   pooled,
		Synonyms:      []string{"marketing ROI", "return on marketing investment", "campaign ROI", "marketing return on investment"},
		Abbreviations: []string{"ROI", "ROMI", "MROI"},
	},
}
