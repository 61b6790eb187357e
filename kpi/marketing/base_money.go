package marketing

import "github.com/goalkit/goalkit/kpi"

// moneyBases are the base quantities about money.
var moneyBases = []KPI{
	{
		Metric: kpi.Metric{
			ID: "budget", Name: "Budget",
			Unit: money, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Money planned for media in the window.",
		Aggregation: adds,
		Synonyms:    []string{"ad budget", "media budget", "advertising budget", "marketing budget"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "attributed_revenue", Name: "Attributed revenue",
			Unit: money, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Revenue that an attribution model credits to ads.",
		Aggregation: adds + ", within one attribution model",
		Synonyms:    []string{"ad revenue", "revenue from ads"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "campaign_return", Name: "Campaign return",
			Unit: money, Better: kpi.Higher, Combine: kpi.Sum,
		},
		Definition:  "What an activity brought in, as the host declares it: revenue or margin.",
		Aggregation: adds,
	},
	{
		Metric: kpi.Metric{
			ID: "campaign_cost", Name: "Campaign cost",
			Unit: money, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "What an activity cost in all, media and everything else.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "sales_cost", Name: "Sales cost",
			Unit: money, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Cost of the sales department.",
		Aggregation: adds,
		Synonyms:    []string{"cost of sales department", "sales expenses"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "marketing_cost", Name: "Marketing cost",
			Unit: money, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Cost of the marketing department, media included.",
		Aggregation: adds,
		Synonyms:    []string{"marketing spend", "marketing expenses", "cost of marketing"},
		HardLow:     true,
	},
}
