package main

import (
	"iter"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// result is a goal in the contract's answer. What is unknown is left out.
type result struct {
	ID        string           `json:"id"`
	Progress  kpi.Ratio        `json:"progress,omitzero"`
	Raw       kpi.Ratio        `json:"raw,omitzero"`
	Computed  kpi.Ratio        `json:"computed,omitzero"`
	Measured  kpi.Ratio        `json:"measured,omitzero"`
	Supported kpi.Ratio        `json:"supported,omitzero"`
	Gap       kpi.Ratio        `json:"gap,omitzero"`
	Expected  kpi.Ratio        `json:"expected,omitzero"`
	Pace      kpi.Ratio        `json:"pace,omitzero"`
	Status    rollup.Status    `json:"status"`
	Causes    []string         `json:"causes,omitempty"`
	Coverage  kpi.Ratio        `json:"coverage,omitzero"`
	Value     kpi.Value        `json:"value,omitzero"`
	From      kpi.Value        `json:"from,omitzero"`
	To        kpi.Value        `json:"to,omitzero"`
	Kept      *kept            `json:"kept,omitempty"`
	Freshness rollup.Freshness `json:"freshness,omitempty"`
	Reason    kpi.Absence      `json:"reason,omitempty"`
	Parts     []part           `json:"parts,omitempty"`
}

// kept is how a goal that is scored by share was kept.
type kept struct {
	Due     int `json:"due"`
	Read    int `json:"read"`
	Met     int `json:"met"`
	Streak  int `json:"streak"`
	Longest int `json:"longest"`
}

type part struct {
	Goal         string           `json:"goal,omitempty"`
	Own          bool             `json:"own,omitempty"`
	Weight       kpi.Value        `json:"weight,omitzero"`
	Share        kpi.Ratio        `json:"share,omitzero"`
	Progress     kpi.Ratio        `json:"progress,omitzero"`
	Contribution kpi.Ratio        `json:"contribution,omitzero"`
	Excluded     rollup.Exclusion `json:"excluded,omitempty"`
}

func resultsOf(s *rollup.Snapshot) iter.Seq[result] {
	return func(yield func(result) bool) {
		for r := range s.All() {
			if !yield(resultOf(r)) {
				return
			}
		}
	}
}

func resultOf(r rollup.Result) result {
	out := result{
		ID: r.Node.ID(), Progress: r.Progress, Raw: r.Raw, Computed: r.Computed,
		Measured: r.Measured, Supported: r.Supported, Gap: r.Gap,
		Expected: r.Expected, Pace: r.Pace, Status: r.Status, Causes: ids(r.Causes()),
		Coverage: r.Coverage, Value: r.Value, From: r.From, To: r.To, Freshness: r.Freshness,
	}
	if !r.Progress.Known() {
		out.Reason = r.Absence
	}
	if r.Node.ByShare() {
		out.Kept = &kept{r.Activity.Due, r.Activity.Read, r.Activity.Met, r.Activity.Streak, r.Activity.Longest}
	}
	for _, p := range r.Parts() {
		out.Parts = append(out.Parts, partOf(p))
	}
	return out
}

func partOf(p rollup.Part) part {
	out := part{
		Own: p.Own, Weight: p.Weight, Share: p.Share, Progress: p.Progress,
		Contribution: p.Contribution, Excluded: p.Excluded,
	}
	if !p.Own {
		out.Goal = p.Node.ID()
	}
	return out
}

func ids(nodes []goal.Node) []string {
	var list []string
	for _, n := range nodes {
		list = append(list, n.ID())
	}
	return list
}
