package trend_test

import (
	"strconv"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// numberOf returns the decimal that x is written as.
func numberOf(x float64) kpi.Number { return kpi.Num(strconv.FormatFloat(x, 'g', -1, 64)) }

// figures returns every figure of an outlook by its name.
func figures(o trend.Outlook) map[string]trend.Figure {
	all := map[string]trend.Figure{
		"progress": o.Progress, "expected": o.Expected, "days left": o.DaysLeft,
		"needed": o.Needed, "current": o.Current, "load": o.Load, "to go": o.ToGo, "buffer": o.Buffer,
	}
	for name, p := range map[string]trend.Projection{"run rate": o.RunRate, "recent": o.Recent, "fit": o.Fit} {
		low, high := p.Interval(0.9)
		all[name], all[name+" chance"] = p.Value, p.Chance
		all[name+" low"], all[name+" high"], all[name+" target"] = low, high, p.Target(0.25)
	}
	return all
}

// dates returns every date of an outlook by its name.
func dates(o trend.Outlook) map[string]trend.Date {
	return map[string]trend.Date{"run rate": o.RunRate.Hit, "recent": o.Recent.Hit, "fit": o.Fit.Hit}
}
