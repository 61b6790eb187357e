package main

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// draft is what a statement says, in the contract's keys. A key that the text
// does not give is absent.
type draft struct {
	Direction   smart.Direction  `json:"direction,omitempty"`
	Metric      string           `json:"metric,omitempty"`
	MetricID    string           `json:"metricId,omitempty"`
	Amount      kpi.Number       `json:"amount,omitzero"`
	AmountKind  smart.AmountKind `json:"amount_kind,omitempty"`
	Unit        string           `json:"unit,omitempty"`
	Per         string           `json:"per,omitempty"`
	Comparator  smart.Comparator `json:"comparator,omitempty"`
	Channel     string           `json:"channel,omitempty"`
	PeriodText  string           `json:"period_text,omitempty"`
	Start       smart.Date       `json:"start,omitempty"`
	Deadline    smart.Date       `json:"deadline,omitempty"`
	DeadlineAlt []smart.Date     `json:"deadline_alt,omitempty"`
	Duration    string           `json:"duration,omitempty"`
	Baseline    kpi.Number       `json:"baseline,omitzero"`
	Target      kpi.Number       `json:"target,omitzero"`
	Milestone   string           `json:"milestone,omitempty"`
}

func draftOf(d smart.Draft) *draft {
	return &draft{
		Direction: d.Direction.Value, Metric: d.Metric.Value, MetricID: d.MetricID.Value,
		Amount: d.Amount.Value, AmountKind: d.Kind.Value, Unit: d.Unit.Value, Per: d.Per.Value, Comparator: d.Comparator.Value,
		Channel: d.Channel.Value, PeriodText: d.Period.Value, Start: d.Start.Value, Deadline: d.Deadline.Value,
		DeadlineAlt: d.Readings, Duration: d.Duration.Value, Baseline: d.Baseline.Value, Target: d.Target.Value,
		Milestone: d.Milestone.Value,
	}
}
