package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// printWork writes what is done about the goals: how much of what was planned, and
// what it cost.
func printWork(out io.Writer, r *report.Report) {
	if len(r.Work) == 0 {
		return
	}
	section(out, "What we do")
	t := table{left: map[int]bool{1: true, 2: true}}
	t.add("", "by", "", "kept", "now", "spent", "budget", "return")
	for _, w := range r.Work {
		spent, budget, back := none, none, none
		if m := w.Money; m != nil {
			spent, budget, back = figure("", m.Spent), figure("", m.Budget), percent(m.ROI)
		}
		kept, streak := none, none
		if w.Recent.Due > 0 {
			kept, streak = strconv.Itoa(w.Recent.Met)+" of "+strconv.Itoa(w.Recent.Due), strconv.Itoa(w.Kept.Streak)
		}
		t.add(short(w.Title), strings.Join(people(w), " / "), string(w.Phase), kept, streak, spent, budget, back)
	}
	t.print(out)
}

// people returns who owns a strategy and who works on it.
func people(w report.Work) []string {
	if w.Delegate == "" {
		return []string{w.Owner}
	}
	return []string{w.Owner, w.Delegate}
}

// printOwners writes who has how much to do.
func printOwners(out io.Writer, r *report.Report) {
	section(out, "Who has how much to do")
	var t table
	t.add("", "goals", "strategies", "actions a week", "behind", "overdue")
	for _, o := range r.Owners {
		name := o.Owner
		if name == "" {
			name = "nobody"
		}
		t.add(name, strconv.Itoa(o.Goals), strconv.Itoa(o.Strategies), perWeek(o.PerWeek), strconv.Itoa(o.Behind), strconv.Itoa(o.Overdue))
	}
	t.print(out)
}

// printCoverage writes which goals are pursued on which channels.
func printCoverage(out io.Writer, r *report.Report) {
	if r.Coverage == nil {
		return
	}
	section(out, "Goals by channel")
	titles := make(map[string]string)
	for _, g := range r.Goals {
		titles[g.ID] = g.Title
	}
	var t table
	t.add(append([]string{"goals and strategies"}, r.Coverage.Channels...)...)
	for _, row := range r.Coverage.Rows {
		cells := []string{short(titles[row.Goal])}
		for _, c := range row.Cells {
			cells = append(cells, tally(len(c.Goals), len(c.Strategies)))
		}
		t.add(cells...)
	}
	t.print(out)
}

func tally(goals, strategies int) string {
	if goals+strategies == 0 {
		return none
	}
	return strconv.Itoa(goals) + " + " + strconv.Itoa(strategies)
}

// printPackage writes which parts of a full service the plan has.
func printPackage(out io.Writer, r *report.Report) {
	if len(r.Package) == 0 {
		return
	}
	section(out, "The package")
	for _, p := range r.Package {
		mark, detail := "✓", strings.Join(p.Strategies, ", ")
		if !p.Present {
			mark, detail = "–", "nobody does this"
		}
		if len(p.Missing) > 0 {
			detail = "nobody works on " + strings.Join(p.Missing, ", ")
		}
		paragraph(out, "  "+mark, string(p.Part)+": "+detail)
	}
}

func perWeek(v kpi.Value) string {
	if !v.Known() {
		return none
	}
	x, _ := v.Rat().Float64()
	return thousands(x, 1)
}
