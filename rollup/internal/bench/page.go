package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// A page gathers tables and holds what was measured against the aims.
type page struct {
	tables  []*table
	judged  map[*aim][]judgement
	remarks []string // what could not be measured
}

type judgement struct {
	where string
	value float64
}

// A table answers one question.
type table struct {
	page    *page
	title   string
	note    string
	columns []string
	rows    []*row
	after   []string // what follows from it
}

func (p *page) table(title, note string, columns ...string) *table {
	t := &table{page: p, title: title, note: note, columns: columns}
	p.tables = append(p.tables, t)
	return t
}

// A row begins with what was measured.
type row struct {
	table  *table
	where  string
	cells  []string
	aims   int
	missed int
}

func (t *table) row(names ...string) *row {
	r := &row{table: t, where: strings.Join(names, "/"), cells: names}
	t.rows = append(t.rows, r)
	return r
}

// plain adds a number that nothing is asked of.
func (r *row) plain(s spread) *row {
	r.cells = append(r.cells, s.String())
	return r
}

func (r *row) text(s string) *row {
	r.cells = append(r.cells, s)
	return r
}

// judge adds a number and holds it against an aim; nil asks nothing.
func (r *row) judge(a *aim, s spread) *row {
	if a == nil {
		return r.plain(s)
	}
	text := s.String()
	if a.fact {
		text = a.shown(s.median)
	}
	r.aims++
	if !a.met(s.median) {
		r.missed++
		text = "**" + text + "**"
	}
	p := r.table.page
	if p.judged == nil {
		p.judged = make(map[*aim][]judgement)
	}
	p.judged[a] = append(p.judged[a], judgement{r.where, s.median})
	r.cells = append(r.cells, text)
	return r
}

// judgeOne does the same with a number that has no spread.
func (r *row) judgeOne(a *aim, x float64) *row { return r.judge(a, spread{x, x, x}) }

// met says whether a row has all that it is to have.
func (r *row) met() string {
	switch {
	case r.aims == 0:
		return ""
	case r.missed > 0:
		return "no"
	}
	return "yes"
}

func (s spread) String() string {
	if s.low == s.high {
		return number(s.median)
	}
	return fmt.Sprintf("%s (%s–%s)", number(s.median), number(s.low), number(s.high))
}

func number(x float64) string {
	switch {
	case x == float64(int64(x)) && x < 1e6:
		return fmt.Sprintf("%.0f", x)
	case x >= 1e6:
		return fmt.Sprintf("%.3g", x)
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	case x >= 0.1:
		return fmt.Sprintf("%.2f", x)
	}
	return fmt.Sprintf("%.2g", x)
}

// short writes a number of goals.
func short(n int) string {
	switch {
	case n >= 1_000_000 && n%1_000_000 == 0:
		return fmt.Sprintf("%dM", n/1_000_000)
	case n >= 1_000 && n%1_000 == 0:
		return fmt.Sprintf("%dk", n/1_000)
	}
	return fmt.Sprint(n)
}

func (p *page) write(out *bytes.Buffer, s scale, began time.Time) {
	fmt.Fprintf(out, "# How fast goalkit is\n\nWritten by `go run .` in this folder; do not edit. %s.\n\n", machine(began))
	fmt.Fprintf(out, `Every number is the median of at least %d rounds, followed by what the middle half of them lies between. In a round
every variant works once for about %v, in rotating order; a ratio is taken within each round. The machine is not
quiet: trust the ratios, not the nanoseconds. What misses its goal is **bold**.
`, s.rounds, s.turn)
	if s.quick {
		fmt.Fprint(out, "\nThis was a quick run: what is asked of 1M goals is held against fewer.\n")
	}
	fmt.Fprint(out, "\n## Goals\n")
	p.writeAims(out)
	for _, t := range p.tables {
		t.write(out)
	}
	if len(p.remarks) > 0 {
		fmt.Fprintf(out, "\n## Not measured\n\n")
		for _, r := range p.remarks {
			fmt.Fprintf(out, "- %s\n", r)
		}
	}
}

func (p *page) writeAims(out *bytes.Buffer) {
	writeRow(out, "\n", []string{"what", "asked", "measured", "met"})
	writeRule(out, 4)
	for _, a := range aims() {
		all := p.judged[a]
		if len(all) == 0 {
			writeRow(out, "", []string{a.name, a.asked(), "", "not measured"})
			continue
		}
		low, high := all[0].value, all[0].value
		var missed []string
		for _, j := range all {
			low, high = min(low, j.value), max(high, j.value)
			if !a.met(j.value) {
				missed = append(missed, j.where)
			}
		}
		measured, met := a.shown(low), "yes"
		if a.shown(high) != measured {
			measured += " to " + a.shown(high)
		}
		switch {
		case len(missed) == len(all):
			met = "**no**"
		case len(missed) > 0:
			met = fmt.Sprintf("**no**: in %d of %d; not %s", len(all)-len(missed), len(all), strings.Join(missed, ", "))
		}
		writeRow(out, "", []string{a.name, a.asked(), measured, met})
	}
}

func (t *table) write(out *bytes.Buffer) {
	fmt.Fprintf(out, "\n## %s\n\n%s\n", t.title, t.note)
	judged := false
	for _, r := range t.rows {
		judged = judged || r.aims > 0
	}
	columns := t.columns
	if judged {
		columns = append(columns[:len(columns):len(columns)], "met")
	}
	writeRow(out, "\n", columns)
	writeRule(out, len(columns))
	for _, r := range t.rows {
		cells := r.cells
		if judged {
			cells = append(cells[:len(cells):len(cells)], r.met())
		}
		writeRow(out, "", cells)
	}
	for _, a := range t.after {
		fmt.Fprintf(out, "\n%s\n", a)
	}
}

func writeRow(out *bytes.Buffer, before string, cells []string) {
	fmt.Fprintf(out, "%s| %s |\n", before, strings.Join(cells, " | "))
}

func writeRule(out *bytes.Buffer, columns int) {
	fmt.Fprintf(out, "|%s\n", strings.Repeat(" --- |", columns))
}
