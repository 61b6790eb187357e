package marketing

import "github.com/goalkit/goalkit/kpi"

// customerBases are the base quantities about orders, customers and surveys.
var customerBases = []KPI{
	{
		Metric: kpi.Metric{
			ID: "orders", Name: "Orders",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Orders that customers placed.",
		Aggregation: adds,
		Synonyms:    []string{"purchases", "transactions", "online orders", "bookings"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "customers", Name: "Customers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Last, Low: zero,
		},
		Definition:  "People or firms that are customers.",
		Aggregation: newest,
		Synonyms:    []string{"clients", "customer base", "customer count", "client base", "active customers", "paying customers"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "customers_at_start", Name: "Customers at start",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Customers at the start of each period, one reading a period, added over the periods.",
		Aggregation: "adds over channels, and over periods to customer-periods",
		Synonyms:    []string{"customers at the start"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "customers_lost", Name: "Customers lost",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Customers who left.",
		Aggregation: adds,
		Synonyms:    []string{"lost customers", "lost clients", "churned customers", "cancellations"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "promoters", Name: "Promoters",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Survey answers of 9 or 10 on the scale from 0 to 10.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "passives", Name: "Passives",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Survey answers of 7 or 8 on the scale from 0 to 10.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "detractors", Name: "Detractors",
			Unit: kpi.Count, Better: kpi.Lower, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Survey answers of 0 to 6 on the scale from 0 to 10.",
		Aggregation: adds,
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "csat_positive_answers", Name: "Positive survey answers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Answers to a satisfaction survey that are positive.",
		Aggregation: adds,
		Synonyms:    []string{"satisfied answers"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "csat_answers", Name: "Survey answers",
			Unit: kpi.Count, Better: kpi.Neither, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Answers to a satisfaction survey.",
		Aggregation: adds,
		Synonyms:    []string{"survey responses", "satisfaction answers"},
		HardLow:     true,
	},
}
