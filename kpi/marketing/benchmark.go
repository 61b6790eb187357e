package marketing

import "github.com/goalkit/goalkit/kpi"

// A Benchmark is a figure that somebody published: what others reach. It is an
// indication and no target: publishers define KPIs differently, and figures age.
//
// Hosts may write their own. The zero Benchmark says nothing.
type Benchmark struct {
	Segment    string // whose figure it is: "Instagram", "search ads, US"; "" where the source does not say
	Definition string // what was published, where it is not the KPI pooled as in this catalogue
	// Low and High are the ends of the range, included, in the unit of the KPI:
	// fractions, seconds. A single figure is both. One that is not
	// given is an open end, as in "3 or more".
	Low, High kpi.Number
	Currency  string // of money
	Source    string
	Year      int // the last year it speaks of; 0 where the source does not say
}

// A Position is where a value stands against a benchmark. The zero Position says
// that it cannot be told.
type Position string

// The positions. Whether above is good depends on the metric, see [kpi.Better].
const (
	Below  Position = "below"  // under Low
	Within Position = "within" // from Low to High, both included
	Above  Position = "above"  // over High
)

// Position returns where v stands against b, compared exactly. The caller sees to
// it that v is in the unit, for money in the currency, of b. The position is ""
// if v is unknown, if b has neither end, or if an end is faulty. If Low is above
// High, what is under Low is below.
func (b Benchmark) Position(v kpi.Value) Position {
	switch {
	case !v.Known(), b.Low.Err() != nil, b.High.Err() != nil, !b.Low.Given() && !b.High.Given():
		return ""
	case b.Low.Given() && v.Cmp(kpi.ValueOf(b.Low)) < 0:
		return Below
	case b.High.Given() && v.Cmp(kpi.ValueOf(b.High)) > 0:
		return Above
	}
	return Within
}

// exactly makes b a single figure.
func exactly(figure string, b Benchmark) Benchmark { return between(figure, figure, b) }

// between makes b a range, both ends included.
func between(low, high string, b Benchmark) Benchmark {
	b.Low, b.High = kpi.Num(low), kpi.Num(high)
	return b
}

// atLeast makes b a range without an upper end.
func atLeast(low string, b Benchmark) Benchmark {
	b.Low = kpi.Num(low)
	return b
}

// atMost makes b a range without a lower end.
func atMost(high string, b Benchmark) Benchmark {
	b.High = kpi.Num(high)
	return b
}

// Where the benchmarks of the catalogue come from. Most are summaries of reports.
const (
	rivalIQ       = "Rival IQ 2023 report, summary at wishu.io"
	socialinsider = "Socialinsider 2026 and Buffer 2025 figures at shortsintel.com"
	wordStream    = "WordStream 2026 (13,000+ US search campaigns), summary at prismnews.com"
	wordStreamAnd = wordStream + "; mbadv.agency, WordStream/LocaliQ 2026"
	reflex        = "reflexagency.online 2026 medians"
	sproutSocial  = "Sprout Social Index 2014-2016, summaries at pauldughi.com and therecreationplace.com"
	responseTimes = sproutSocial + "; blog.hubspot.com/service/social-media-response-time"
	completion    = "cocoandlowe.com, advancedsso.com, ctv.stratpulsetechlabs.com"
	ftx           = "ftxdigital360.com"
	searchCTR     = "sequel.sh; asymmetricdata.io"
	mailchimp     = "mailchimp.com benchmarks, Oct 2019"
	neverBounce   = "neverbounce.com 2025, citing Mailchimp"
	facebookCPA   = "aimsmmarketing.com; lucagency.net 2024"
	bchic         = "docs.bchic.de commercial benchmarks"
	infiniteKB    = "infinitekb.com"
	andreessen    = infiniteKB + "; Andreessen Horowitz note at saasbrief.com"
	dreamineering = "mm.dreamineering.com customer success metrics"
)
