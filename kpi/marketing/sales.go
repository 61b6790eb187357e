package marketing

import "github.com/goalkit/goalkit/kpi"

// sales is the section on leads, sales and customers.
var sales = []KPI{
	{
		Metric: kpi.Metric{
			ID: "conversions", Name: "Conversions",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Completed target actions; primary and secondary actions are kept apart, as channels or own metrics.",
		Aggregation: adds + ", within one attribution model",
		Synonyms:    []string{"completed actions", "goal completions", "target actions", "key events", "website conversions"},
		HardLow:     true,
	},
	{
		Metric: kpi.Metric{
			ID: "conversion_rate", Name: "Conversion rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("conversions"), Denominator: sum("sessions"),
		},
		Definition:    "Conversions for each session; above 1 only where several conversions in a visit count.",
		Formula:       "conversions / sessions",
		Aggregation:   pooled,
		Synonyms:      []string{"website conversion rate", "site conversion rate", "conversion ratio", "session conversion rate"},
		Abbreviations: []string{"CVR", "CR"},
		Benchmarks: []Benchmark{
			exactly("0.0818", Benchmark{
				Segment: "search ads, US", Definition: "conversions / clicks", Source: wordStream, Year: 2026,
			}),
			between("0.01", "0.03", Benchmark{Segment: "online shops", Source: bchic}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "leads", Name: "Leads",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Contacts of possible customers that were captured.",
		Aggregation: adds,
		Synonyms: []string{
			"new leads", "lead generation", "captured contacts", "prospects", "enquiries", "inquiries", "demo requests",
			"quote requests", "contact requests", "form submissions", "form fills", "sales leads",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "mql", Name: "Marketing-qualified leads",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:    "Leads that meet the marketing department's rule, counted when they do.",
		Aggregation:   adds,
		Synonyms:      []string{"qualified leads", "marketing leads"},
		Abbreviations: []string{"MQL"},
		HighMetric:    "leads",
	},
	{
		Metric: kpi.Metric{
			ID: "sql", Name: "Sales-qualified leads",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:    "Leads that sales accepted; where the MQL to SQL rate is read, dated when they became marketing-qualified.",
		Aggregation:   adds,
		Synonyms:      []string{"sales-accepted leads", "accepted leads", "sales opportunities"},
		Abbreviations: []string{"SQL", "SAL"},
		HighMetric:    "mql",
	},
	{
		Metric: kpi.Metric{
			ID: "mql_to_sql_rate", Name: "MQL to SQL rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("sql"), Denominator: sum("mql"),
		},
		Definition:  "Share of the marketing-qualified leads of a cohort that sales accepted.",
		Formula:     "sales-qualified leads / marketing-qualified leads of the same entry cohort",
		Aggregation: pooled + "; a window is a cohort only if both are dated by when the lead entered it",
		Synonyms: []string{
			"MQL-SQL rate", "MQL to SQL conversion rate", "MQL-SQL conversion rate", "lead acceptance rate", "lead qualification rate",
		},
		HardLow: true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "revenue", Name: "Revenue",
			Unit: money, Better: kpi.Higher, Combine: kpi.Sum,
		},
		Definition:  "Sales booked in the window; what is attributed to ads is a quantity of its own.",
		Aggregation: adds,
		Synonyms: []string{
			"sales", "turnover", "income", "sales revenue", "booked revenue", "revenues", "total revenue", "online sales",
		},
	},
	{
		Metric: kpi.Metric{
			ID: "avg_order_value", Name: "Average order value",
			Unit: money, Better: kpi.Higher, Low: zero,
			Numerator: sum("revenue"), Denominator: sum("orders"),
		},
		Definition:  "Revenue of one order on average.",
		Formula:     "revenue / orders",
		Aggregation: pooled,
		Synonyms: []string{
			"order value", "basket value", "average basket value", "basket size", "average basket size", "average basket",
			"cart value", "average cart value", "average purchase value",
		},
		Abbreviations: []string{"AOV", "ABV"},
		HardLow:       true,
	},
	{
		Metric: kpi.Metric{
			ID: "new_customers", Name: "New customers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Sum, Low: zero,
		},
		Definition:  "Customers who bought for the first time.",
		Aggregation: adds,
		Synonyms: []string{
			"new clients", "customers gained", "customers acquired", "clients acquired", "first purchases", "first-time buyers",
			"customer acquisition", "new accounts", "new buyers",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "cac", Name: "Customer acquisition cost",
			Unit: money, Better: kpi.Lower, Low: zero,
			Numerator: sum("sales_cost", "marketing_cost"), Denominator: sum("new_customers"),
		},
		Definition:    "Cost of sales and marketing for each new customer.",
		Formula:       "(sales cost + marketing cost) / new customers",
		Aggregation:   pooled,
		Synonyms:      []string{"acquisition cost", "cost of customer acquisition", "cost per customer", "cost per new customer"},
		Abbreviations: []string{"CAC", "CoCA"},
		HardLow:       true,
	},
	{
		Metric: kpi.Metric{
			ID: "churn_rate", Name: "Churn rate",
			Unit: kpi.Fraction, Better: kpi.Lower, Low: zero, High: one,
			Numerator: sum("customers_lost"), Denominator: sum("customers_at_start"),
		},
		Definition: "Share of the customers at the start of a period who were lost in it; over several periods the mean rate per period, " +
			"weighted by customers, and not the cumulative churn.",
		Formula:     "customers lost in the period / customers at its start",
		Aggregation: pooled + "; what several periods compound to is cumulative_churn_rate",
		Synonyms: []string{
			"churn", "customer churn", "customer churn rate", "attrition", "attrition rate", "customer attrition", "cancellation rate",
			"customer loss rate",
		},
		HardLow: true, HardHigh: true,
		Benchmarks: []Benchmark{
			between("0.03", "0.05", Benchmark{Segment: "software for small businesses", Definition: "a month", Source: infiniteKB}),
			between("0.01", "0.02", Benchmark{Segment: "software for enterprises", Definition: "a month", Source: infiniteKB}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "cumulative_churn_rate", Name: "Cumulative churn rate",
			Unit: kpi.Fraction, Better: kpi.Lower, Combine: kpi.Unique, Low: zero, High: one,
		},
		Definition:  "Share of the customers at the start of a window of several periods who are lost by its end.",
		Formula:     "1 - (1 - churn rate of the first period) x ... x (1 - churn rate of the last)",
		Aggregation: computed,
		Synonyms:    []string{"compound churn", "compound churn rate", "cumulative churn", "multi-period churn", "multi-period churn rate"},
		ReadyMade:   true,
		HardLow:     true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "ltv", Name: "Customer lifetime value",
			Unit: money, Better: kpi.Higher, Combine: kpi.Unique, Low: zero,
		},
		Definition:    "Margin that a customer brings until lost; the host gives none where churn is 0.",
		Formula:       "average revenue per customer and period x margin / churn rate",
		Aggregation:   computed + ", from the revenue, margin and churn of that window: a product of quotients is no quotient of sums",
		Synonyms:      []string{"lifetime value", "client lifetime value"},
		Abbreviations: []string{"LTV", "CLV", "CLTV"},
		ReadyMade:     true,
		HardLow:       true,
	},
	{
		Metric: kpi.Metric{
			ID: "ltv_cac", Name: "LTV : CAC",
			Unit: kpi.Fraction, Better: kpi.Higher, Combine: kpi.Unique, Low: zero,
		},
		Definition:  "Customer lifetime value for each unit of money that winning the customer cost.",
		Formula:     "customer lifetime value / customer acquisition cost",
		Aggregation: computed + ", from the lifetime value and acquisition cost of that window",
		Synonyms: []string{
			"LTV to CAC", "LTV to CAC ratio", "LTV/CAC ratio", "CLV to CAC", "CLV/CAC", "CLV to CAC ratio", "lifetime value to acquisition cost",
		},
		ReadyMade: true,
		HardLow:   true,
		Benchmarks: []Benchmark{
			atLeast("3", Benchmark{Definition: "rule of thumb", Source: andreessen}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "nps", Name: "Net promoter score",
			Unit: kpi.Score, Better: kpi.Higher, Low: kpi.Int(-100), High: kpi.Int(100),
			Scale:     kpi.Int(100),
			Numerator: difference("promoters", "detractors"), Denominator: sum("promoters", "passives", "detractors"),
		},
		Definition:    "Percentage of answers that promote the brand (9-10 of 10) less that of answers that warn of it (0-6).",
		Formula:       "100 x (promoters - detractors) / answers",
		Aggregation:   pooled,
		Synonyms:      []string{"net promoter", "promoter score", "NPS score"},
		Abbreviations: []string{"NPS"},
		HardLow:       true, HardHigh: true,
		Benchmarks: []Benchmark{
			atLeast("50", Benchmark{Definition: "called good", Source: dreamineering}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "csat", Name: "Customer satisfaction",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("csat_positive_answers"), Denominator: sum("csat_answers"),
		},
		Definition:  "Share of the answers to a satisfaction survey that are positive.",
		Formula:     "positive answers / answers",
		Aggregation: pooled,
		Synonyms: []string{
			"customer satisfaction score", "CSAT score", "customer satisfaction rate", "satisfaction score", "satisfaction rate", "satisfaction",
			"client satisfaction",
		},
		Abbreviations: []string{"CSAT"},
		HardLow:       true, HardHigh: true,
		Benchmarks: []Benchmark{
			atLeast("0.80", Benchmark{Definition: "called good", Source: dreamineering}),
		},
	},
}
