package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/goalkit/goalkit/smart"
)

func showAll(statements []string, on time.Time, out io.Writer) error {
	shown := make([]string, len(statements))
	for i, text := range statements {
		shown[i] = show(text, on)
	}
	_, err := io.WriteString(out, strings.Join(shown, "\n"))
	return err
}

// showLines shows a statement a line as they come.
func showLines(in io.Reader, on time.Time, out io.Writer) error {
	reader, gap := bufio.NewReader(in), ""
	for {
		text, end := reader.ReadString('\n')
		if text = strings.TrimSpace(text); text != "" {
			if _, err := io.WriteString(out, gap+show(text, on)); err != nil {
				return err
			}
			gap = "\n"
		}
		if errors.Is(end, io.EOF) {
			return nil
		}
		if end != nil {
			return end
		}
	}
}

// show returns a statement, what was found and what was understood.
func show(text string, on time.Time) string {
	var b strings.Builder
	text = printable(text)
	d, a := smart.Check(text, on)
	fmt.Fprintln(&b, text)
	for _, f := range inText(a.Findings) {
		if !f.Span.IsEmpty() {
			fmt.Fprintln(&b, underline(text, f.Span))
		}
		fmt.Fprintf(&b, "%s %s: %s\n    fix: %s\n", f.Severity, f.Code, f.Message, f.Fix)
	}
	fmt.Fprintf(&b, "= %s, %s of 100 (specific %s, measurable %s, time-bound %s)\n",
		words[a.Verdict], a.Score, a.Criteria.Specific, a.Criteria.Measurable, a.Criteria.TimeBound)
	if said := understood(d); said != "" {
		fmt.Fprintln(&b, "  read as:", said)
	}
	return b.String()
}

var words = map[smart.Verdict]string{smart.Smart: "smart", smart.Partly: "partly smart", smart.NotSmart: "not smart"}

// printable replaces what would move the cursor, so that marks stand under what
// they mark.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, text)
}

// inText sorts findings as their words stand in the text, and those about what is
// missing after them.
func inText(findings []smart.Finding) []smart.Finding {
	place := func(f smart.Finding) int {
		if f.Span.IsEmpty() {
			return math.MaxInt
		}
		return f.Span.Start
	}
	return slices.SortedStableFunc(slices.Values(findings), func(a, b smart.Finding) int { return cmp.Compare(place(a), place(b)) })
}

// underline returns marks under the words of a span.
func underline(text string, s smart.Span) string {
	return strings.Repeat(" ", utf8.RuneCountInString(text[:s.Start])) + strings.Repeat("~", utf8.RuneCountInString(s.Of(text)))
}

// understood says what the statement was read as.
func understood(d smart.Draft) string {
	var parts []string
	add := func(name string, given bool, value any) {
		if given {
			parts = append(parts, fmt.Sprintf("%s %v", name, value))
		}
	}
	add("direction", d.Direction.Given(), d.Direction.Value)
	add("metric", d.Metric.Given(), d.Metric.Value)
	add("milestone", d.Milestone.Given() && !d.Metric.Given(), d.Milestone.Value)
	amount := d.Amount.Value.String()
	if d.Unit.Given() {
		amount += " " + d.Unit.Value
	}
	add(string(d.Kind.Value), d.Amount.Given(), amount)
	add("from", d.Baseline.Given(), d.Baseline.Value)
	add("channel", d.Channel.Given(), d.Channel.Value)
	add("until", d.Deadline.Given(), d.Deadline.Value)
	return strings.Join(parts, ", ")
}
