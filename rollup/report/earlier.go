package report

import "github.com/goalkit/goalkit/kpi"

// An earlier is the value of a time before, or the mean of those of several.
type earlier struct {
	always bool // it is no matter when readings began
	begun  bool
	values []kpi.Value
}

// ask asks for the values over some windows. They are taken only if there were
// readings before a quarter of the first period had passed: a month in which
// readings began is none to compare with. What stands, and what is read for whole
// periods, is known without that.
func (e *earlier) ask(over func(kpi.Period, func(kpi.Answer)), first kpi.Period, windows ...kpi.Period) {
	head := kpi.Period{Start: first.Start, End: first.Start.Add(first.End.Sub(first.Start) / 4)}
	over(head, func(a kpi.Answer) { e.begun = e.always || !a.Newest.IsZero() })
	for _, w := range windows {
		over(w, func(a kpi.Answer) { e.values = append(e.values, a.Value) })
	}
}

// mean returns the mean of the values, unknown unless all are known.
func (e *earlier) mean() kpi.Value {
	if !e.begun {
		return kpi.Value{}
	}
	parts := make([]kpi.Weighted, len(e.values))
	for i, v := range e.values {
		parts[i] = kpi.Weighted{Value: v, Weight: kpi.ValueOf(kpi.Int(1))}
	}
	mean, _ := kpi.WeightedMean(parts...)
	return mean
}
