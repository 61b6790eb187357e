// Command evaluate puts goalkit behind standard input and output: a request of
// the JSON contract in, an answer out.
//
//	go run ./examples/evaluate < request.json > answer.json
//	go run ./examples/evaluate -smart -report month < request.json > answer.json
//
// With -smart the answer also says how well each goal is put, with -report it has
// the report of the latest week, month or quarter that is over.
//
// A request with problems gives exit status 1 and {"problems": [...]}, all of
// them, instead of an answer. Misuse of the command line gives exit status 2.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	_ "time/tzdata" // the zones of a plan mean the same on every machine

	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

func main() {
	err := command(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, errUsage):
		os.Exit(2)
	case err != nil && !errors.Is(err, errProblems):
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	case err != nil:
		os.Exit(1)
	}
}

var (
	errUsage    = errors.New("misuse of the command line") // it was explained
	errProblems = errors.New("the request has problems")   // they were written instead of an answer
)

// asked is what the answer has beside the goals.
type asked struct {
	smart bool
	span  report.Span
}

func command(args []string, in io.Reader, out, explain io.Writer) error {
	flags := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	flags.SetOutput(explain)
	flags.Usage = func() {
		_, _ = fmt.Fprintln(explain, "usage: evaluate [-smart] [-report week|month|quarter] < request.json > answer.json")
		flags.PrintDefaults()
	}
	var also asked
	flags.BoolVar(&also.smart, "smart", false, "say how well each goal is put")
	span := flags.String("report", "", "report on the latest `span` that is over: week, month or quarter")
	if err := flags.Parse(args); err != nil {
		return errUsage
	}
	also.span = report.Span(*span)
	if flags.NArg() > 0 || also.span != "" && !also.span.Valid() {
		flags.Usage()
		return errUsage
	}
	return run(also, in, out)
}

func run(also asked, in io.Reader, out io.Writer) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	r, q, err := read(data)
	if err != nil {
		o := newObject(out)
		list(o, "problems", slices.Values(problemsOf(err)))
		return errors.Join(errProblems, o.end())
	}
	snapshot, err := q.policy.Evaluate(q.hierarchy, &q.ledger, q.at)
	if err != nil {
		return err
	}
	extra, err := q.extra(also)
	if err != nil {
		return err
	}
	o := newObject(out)
	o.value("version", 1)
	o.value("at", r.At)
	list(o, "goals", resultsOf(snapshot))
	extra.write(o)
	return o.end()
}

type problem struct {
	Goal    string     `json:"goal,omitempty"`
	Field   string     `json:"field,omitempty"`
	Code    kpi.Reason `json:"code"`
	Message string     `json:"message"`
}

func problemsOf(err error) []problem {
	var malformed *strict.Error
	if errors.As(err, &malformed) {
		return []problem{{Code: "malformed", Message: malformed.Error()}}
	}
	var out []problem
	for _, p := range problemsIn(err) {
		out = append(out, problem{p.Goal, p.Field, p.Reason, p.Message()})
	}
	return out
}
