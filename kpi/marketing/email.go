package marketing

import "github.com/goalkit/goalkit/kpi"

// email is the section on e-mail.
var email = []KPI{
	{
		Metric: kpi.Metric{
			ID: "subscribers", Name: "Subscribers",
			Unit: kpi.Count, Better: kpi.Higher, Combine: kpi.Last, Low: zero,
		},
		Definition:  "Active addresses on the mailing list.",
		Aggregation: newest,
		Synonyms: []string{
			"email subscribers", "newsletter subscribers", "mailing list subscribers", "list subscribers", "email list",
			"email list size", "mailing list", "list size", "newsletter readers",
		},
		HardLow: true,
	},
	{
		Metric: kpi.Metric{
			ID: "open_rate", Name: "Open rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("email_opens"), Denominator: sum("emails_delivered"),
		},
		Definition:  "Share of the delivered mails that were opened, each counted once.",
		Formula:     "unique opens / delivered mails",
		Aggregation: pooled,
		Synonyms:    []string{"email open rate", "newsletter open rate", "unique open rate", "mail open rate"},
		HardLow:     true, HardHigh: true,
		Benchmarks: []Benchmark{
			exactly("0.227", Benchmark{Segment: "mailings", Source: mailchimp, Year: 2019}),
			between("0.35", "0.36", Benchmark{Segment: "mailings", Source: neverBounce, Year: 2025}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "email_click_rate", Name: "Click rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero,
			Numerator: sum("email_clicks"), Denominator: sum("emails_delivered"),
		},
		Definition:  "Share of the delivered mails in which a link was clicked, each counted once.",
		Formula:     "unique clicks / delivered mails",
		Aggregation: pooled,
		Synonyms: []string{
			"email click rate", "newsletter click rate", "mail click rate", "email CTR", "newsletter CTR",
			"email click-through rate", "newsletter click-through rate", "unique click rate",
		},
		HighMetric: "open_rate",
		Benchmarks: []Benchmark{
			exactly("0.029", Benchmark{Segment: "mailings", Source: mailchimp, Year: 2019}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "click_to_open_rate", Name: "Click-to-open rate",
			Unit: kpi.Fraction, Better: kpi.Higher, Low: zero, High: one,
			Numerator: sum("email_clicks"), Denominator: sum("email_opens"),
		},
		Definition:    "Share of the opened mails in which a link was clicked.",
		Formula:       "unique clicks / unique opens",
		Aggregation:   pooled,
		Synonyms:      []string{"clicks to opens", "email click-to-open rate", "email effectiveness rate"},
		Abbreviations: []string{"CTOR"},
		HardLow:       true, HardHigh: true,
	},
	{
		Metric: kpi.Metric{
			ID: "unsubscribe_rate", Name: "Unsubscribe rate",
			Unit: kpi.Fraction, Better: kpi.Lower, Low: zero, High: one,
			Numerator: sum("unsubscribes"), Denominator: sum("emails_delivered"),
		},
		Definition:  "Share of the delivered mails that led to a cancelled subscription.",
		Formula:     "unsubscribes / delivered mails",
		Aggregation: pooled,
		Synonyms:    []string{"opt-out rate", "email unsubscribe rate", "newsletter unsubscribe rate", "unsubscription rate"},
		HardLow:     true, HardHigh: true,
		WarnAbove: kpi.Num("0.005"),
		Benchmarks: []Benchmark{
			exactly("0.0025", Benchmark{Segment: "mailings", Source: mailchimp, Year: 2019}),
		},
	},
	{
		Metric: kpi.Metric{
			ID: "email_bounce_rate", Name: "Mail bounce rate",
			Unit: kpi.Fraction, Better: kpi.Lower, Low: zero, High: one,
			Numerator: sum("hard_bounces", "soft_bounces"), Denominator: sum("emails_sent"),
		},
		Definition:  "Share of the sent mails that came back.",
		Formula:     "(hard bounces + soft bounces) / sent mails",
		Aggregation: pooled,
		Synonyms:    []string{"email bounce rate", "newsletter bounce rate", "delivery failure rate"},
		HardLow:     true, HardHigh: true,
		Benchmarks: []Benchmark{
			exactly("0.0040", Benchmark{Segment: "mailings", Definition: "hard bounces only", Source: mailchimp, Year: 2019}),
			exactly("0.0061", Benchmark{Segment: "mailings", Definition: "soft bounces only", Source: mailchimp, Year: 2019}),
		},
	},
}
