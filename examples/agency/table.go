package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const width = 110 // of the page, in characters

// A table is lines of cells. The first column stands left, the others right unless
// they are named in left.
type table struct {
	rows [][]string
	left map[int]bool
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print writes the table, its columns as wide as they need be.
func (t *table) print(out io.Writer) {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range t.rows {
		var line strings.Builder
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 || t.left[i] {
				line.WriteString("  " + cell + space)
			} else {
				line.WriteString("  " + space + cell)
			}
		}
		say(out, "%s", strings.TrimRight(line.String(), " "))
	}
}

// title begins a report.
func title(out io.Writer, first, second string) {
	bar := strings.Repeat("═", width)
	say(out, "\n%s\n  %s%s%s\n%s", bar, first, strings.Repeat(" ", max(width-4-utf8.RuneCountInString(first+second), 2)), second, bar)
}

// section begins a part of a report.
func section(out io.Writer, name string) {
	say(out, "\n%s %s", name, strings.Repeat("─", width-1-utf8.RuneCountInString(name)))
}

// paragraph writes a text after a mark, broken into lines.
func paragraph(out io.Writer, mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	line := mark
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			say(out, "%s", line)
			line = indent
		}
		line += " " + word
	}
	say(out, "%s", line)
}

// say writes a line. A page that cannot be written is the caller's to notice: see
// run.
func say(out io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(out, format+"\n", args...) }
