package main

import (
	"fmt"
	"io"

	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

// printSmart writes what is found about how the goals are put.
func (c *client) printSmart(out io.Writer) error {
	checks := smart.Checks{Benchmarks: make(map[string][]marketing.Benchmark)}
	for k := range marketing.All() {
		checks.Benchmarks[k.ID] = k.Benchmarks
	}
	review, err := checks.Assess(c.hierarchy, &c.ledger, c.at)
	if err != nil {
		return err
	}
	for _, f := range review.Plan {
		printFinding(out, f)
	}
	for _, g := range review.Goals {
		if !g.Node.Period().End.After(c.at.Bound()) {
			continue // it is over: see the quarterly review
		}
		say(out, "\n  %-60s %s", short(g.Node.Title()), fmt.Sprintf("%-6s %s", g.Verdict, g.Score))
		for _, f := range g.Findings {
			printFinding(out, f)
		}
	}
	return nil
}

func printFinding(out io.Writer, f smart.Finding) {
	paragraph(out, fmt.Sprintf("    %-8s", f.Severity), f.Message+": "+f.Fix+".")
}
