package report

import (
	"math/big"

	"github.com/goalkit/goalkit/kpi"
)

// kpiRules are about the KPIs.
var kpiRules = []Rule{
	{
		Code: "mix-or-rate", Severity: Note,
		Doc: "A rate over all channels has changed by 10 % or more of its value in the period before: how much of that comes from " +
			"the rates of the channels and how much from their mix (Kitagawa 1955), and which channel moved it most.",
		Text: "{kpi} went from {before} to {now}: {rate} by the rates of the channels, {mix} by their mix; {channel} moved it most, by {most}",
		find: mixOrRate,
	},
	{
		Code: "outlier", Severity: Note,
		Doc: "The last of 8 or more weeks of a KPI, on one channel or else on all, is further from their median than 3.5 standard deviations, " +
			"taken as 1.4826 times the median absolute deviation. None if that is 0. Fact besides: weeks.",
		Text: "{kpi} was {value} in the week from {week}, where {median} is usual",
		find: outlier,
	},
	{
		Code: "item-outlier", Severity: Note,
		Doc:  "Items of the period, such as posts, brought more than 3 times the median. They stay in totals and are left out of averages.",
		Text: "{item} brought {value} of {kpi}, where {median} is usual; averages leave such items out ({count})",
		find: itemOutlier,
	},
}

func outlier(v *view, r *Report, add func(Insight)) error {
	for i, row := range r.KPIs {
		onChannels := false
		for _, c := range r.Channels {
			for _, own := range c.KPIs {
				if own.Metric == row.Metric {
					onChannels = v.outlierOf(&own, add) || onChannels
				}
			}
		}
		if !onChannels { // else the channel says why
			v.outlierOf(&r.KPIs[i], add)
		}
	}
	return nil
}

// outlierOf adds an insight if the last week of a row is an outlier, and reports
// whether it is.
func (v *view) outlierOf(row *Row, add func(Insight)) bool {
	s := v.past.series[row.weeks()]
	known := s.known()
	if len(known) < fewestWeeks || !s.values[len(s.values)-1].Known() {
		return false
	}
	last := known[len(known)-1]
	middle := median(rats(known))
	sd := deviation(rats(known), middle)
	if sd.Sign() == 0 || distance(last.Rat(), middle).Cmp(new(big.Rat).Mul(sd, v.limits.Deviation.Rat())) <= 0 {
		return false
	}
	add(Insight{
		Metric: row.Metric, Channel: row.Channel, Threshold: v.limits.Deviation,
		Facts: []Fact{
			kpiFact(row), value("value", row.metric, last), date("week", s.steps[len(s.steps)-1].Start),
			value("median", row.metric, valueOfRat(middle)), count("weeks", len(known)),
		},
	})
	return true
}

// kpiFact is the name of a row's KPI and, if it is of one, of its channel.
func kpiFact(row *Row) Fact {
	text := titleOf(row.metric)
	if row.Channel != "" {
		text += " on " + row.Channel
	}
	return Fact{"kpi", row.Metric, text}
}

func mixOrRate(v *view, r *Report, add func(Insight)) error {
	var ask asking
	splits := make([]*split, len(r.KPIs))
	for i := range r.KPIs {
		if v.isSplit(&r.KPIs[i]) {
			splits[i] = v.askSplit(&ask, &r.KPIs[i])
		}
	}
	if err := ask.run(v); err != nil {
		return err
	}
	for i, s := range splits {
		if s == nil {
			continue
		}
		if found, ok := s.insight(&r.KPIs[i]); ok {
			found.Threshold = v.limits.RateChange
			add(found)
		}
	}
	return nil
}

// isSplit reports whether a row is a rate that has changed enough.
func (v *view) isSplit(row *Row) bool {
	change, why := kpi.RelativeChange(row.Previous.Base, row.Value)
	if !row.metric.Derived() || why != "" {
		return false
	}
	r := change.Rat()
	return r.Abs(r).Cmp(v.limits.RateChange.Rat()) >= 0
}
