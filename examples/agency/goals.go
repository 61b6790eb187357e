package main

import (
	"io"
	"strings"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// printGoals writes every macro goal with the goals below it, and what each of them
// added since the last report.
func printGoals(out io.Writer, r *report.Report) {
	section(out, "Goals")
	byID := make(map[string]report.Goal)
	for _, g := range r.Goals {
		byID[g.ID] = g
	}
	t := table{left: map[int]bool{1: true, 4: true}}
	t.add("", "done", "", "since", "status", "expected", "adds")
	for _, m := range r.Macros {
		top := byID[m.Goal]
		added := make(map[string]kpi.Ratio)
		for _, part := range top.Parts {
			added[part.Goal] = part.Change
		}
		addGoal(&t, "", top, top.Moved)
		for _, id := range m.Micros {
			addGoal(&t, "  ", byID[id], added[id])
		}
	}
	t.print(out)
}

func addGoal(t *table, indent string, g report.Goal, adds kpi.Ratio) {
	t.add(indent+short(g.Title), bar(g.Progress, g.Expected), percent(g.Progress), points(g.Change),
		strings.ReplaceAll(string(g.Status), "_", " "), percent(g.Expected), points(adds))
}

// short cuts a title that is too long for its column.
func short(title string) string {
	const most = 42
	if runes := []rune(title); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return title
}
