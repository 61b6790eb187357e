package main

import (
	"io"

	"github.com/goalkit/goalkit/rollup/report"
)

// print writes one part of the output.
func (c *client) print(out io.Writer, part string) error {
	name := c.hierarchy.Plan().Title
	if part == "smart" {
		title(out, name, "How well the goals to come are put")
		return c.printSmart(out)
	}
	r, err := c.policy.Report(report.Span(part), c.hierarchy, &c.ledger, c.at)
	if err != nil {
		return err
	}
	title(out, name, headlines[r.Span]+", "+r.Name)
	printInsights(out, r)
	printFigures(out, "Key figures, all channels", r.KPIs)
	if r.Span != report.Quarter {
		for _, channel := range r.Channels {
			printFigures(out, "On "+channel.Name, channel.KPIs)
		}
	}
	printGoals(out, r)
	printWork(out, r)
	printTests(out, r)
	if r.Span == report.Quarter {
		printClosing(out, r)
		printChanges(out, r)
		printOwners(out, r)
		printCoverage(out, r)
		printPackage(out, r)
	}
	printAgenda(out, r, mostDue)
	return nil
}

// How much is printed of what matters, and of what is due next.
const (
	mostInsights = 18
	mostDue      = 12
)

var headlines = map[report.Span]string{
	report.Week: "Weekly summary", report.Month: "Monthly report", report.Quarter: "Quarterly review",
}

// printInsights writes what matters, what matters most first.
func printInsights(out io.Writer, r *report.Report) {
	section(out, "What matters")
	marks := map[report.Severity]string{report.Alert: "  !!", report.Warning: "  ! ", report.Note: "  · "}
	for i, insight := range r.Insights {
		if i == mostInsights {
			say(out, "  and %d more", len(r.Insights)-i)
			break
		}
		paragraph(out, marks[insight.Severity], insight.Message)
	}
	if len(r.Insights) == 0 {
		say(out, "  Nothing out of the ordinary.")
	}
}

// printFigures writes a table of KPIs.
func printFigures(out io.Writer, name string, rows []report.Row) {
	if len(rows) == 0 {
		return
	}
	section(out, name)
	var t table
	t.add("", "now", "before", "change", "usual", "change", "a year ago", "change")
	for _, row := range rows {
		t.add(row.Name, figure(row.Unit, row.Value),
			figure(row.Unit, row.Previous.Base), change(row.Unit, row.Previous),
			figure(row.Unit, row.Trailing.Base), change(row.Unit, row.Trailing),
			figure(row.Unit, row.LastYear.Base), change(row.Unit, row.LastYear))
	}
	t.print(out)
}
