// Command smartlint says how well goals in plain English are put.
//
//	go run ./examples/smartlint < lines.jsonl > findings.jsonl
//	go run ./examples/smartlint "Increase Instagram followers by 10%"
//	go run ./examples/smartlint -text < goals.txt
//
// Without arguments it speaks the JSON contract: an object a line in, {"id": …,
// "text": …, "on": "2026-01-15"}, and an object a line out, in order. A line with
// problems gives {"problems": […]} in its place, and exit status 1 at the end.
//
// With statements as arguments, or with -text and one statement a line, it shows
// findings under the statement, as a compiler does. They are read on the day that
// -on names, else today. Misuse of the command line gives exit status 2.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now())
	switch {
	case errors.Is(err, errUsage):
		os.Exit(2)
	case err != nil && !errors.Is(err, errProblems):
		fmt.Fprintln(os.Stderr, "smartlint:", err)
		os.Exit(1)
	case err != nil:
		os.Exit(1)
	}
}

var (
	errUsage    = errors.New("misuse of the command line")   // it was explained
	errProblems = errors.New("some lines could not be read") // it was said which
)

func run(args []string, in io.Reader, out, explain io.Writer, now time.Time) error {
	flags := flag.NewFlagSet("smartlint", flag.ContinueOnError)
	flags.SetOutput(explain)
	flags.Usage = func() {
		_, _ = fmt.Fprintln(explain, "usage: smartlint [-text] [-on 2026-01-15] [statement ...] < lines > findings")
		flags.PrintDefaults()
	}
	text := flags.Bool("text", false, "read a statement a line and show findings under it")
	day := flags.String("on", "", "the `date` on which statements are read (default today)")
	if err := flags.Parse(args); err != nil {
		return errUsage
	}
	on := now
	if *day != "" {
		var err error
		if on, err = time.Parse(time.DateOnly, *day); err != nil {
			_, _ = fmt.Fprintf(explain, "smartlint: -on %q is no date such as 2026-01-15\n", *day)
			return errUsage
		}
	}
	switch {
	case flags.NArg() > 0:
		return showAll(flags.Args(), on, out)
	case *text:
		return showLines(in, on, out)
	case *day != "":
		_, _ = fmt.Fprintln(explain, "smartlint: -on is for statements; lines of JSON name their own date")
		return errUsage
	}
	return lint(in, out)
}
