// Command evaluate puts goalkit behind standard input and output: a request of
// the JSON contract in, an answer out.
//
//	go run ./examples/evaluate < request.json > answer.json
//
// A request with problems gives exit status 1 and {"problems": [...]}, all of
// them, instead of an answer. Misuse of the command line gives exit status 2.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	_ "time/tzdata" // the zones of a plan mean the same on every machine

	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

func main() {
	if len(os.Args) > 1 {
		fmt.Fprintln(os.Stderr, "usage: evaluate < request.json > answer.json")
		os.Exit(2)
	}
	debug.SetGCPercent(400) // one request, then the end: trade memory for time
	if err := run(os.Stdin, os.Stdout); err != nil {
		if !errors.Is(err, errProblems) {
			fmt.Fprintln(os.Stderr, "evaluate:", err)
		}
		os.Exit(1)
	}
}

// errProblems says that problems were written instead of an answer.
var errProblems = errors.New("the request has problems")

func run(in io.Reader, out io.Writer) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	r, q, err := read(data)
	if err != nil {
		return errors.Join(errProblems, write(out, problemsOf(err)))
	}
	snapshot, err := q.policy.Evaluate(q.hierarchy, &q.ledger, q.at)
	if err != nil {
		return err
	}
	return writeAnswer(out, snapshot, r.At)
}

// writeAnswer writes the answer goal by goal: there may be very many.
func writeAnswer(out io.Writer, s *rollup.Snapshot, at string) error {
	w := bufio.NewWriterSize(out, 1<<16)
	echo, err := json.Marshal(at)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, `{"version":1,"at":%s,"goals":[`, echo)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for r := range s.All() {
		if r.Node.Index() > 0 {
			fmt.Fprint(w, ",")
		}
		if err := enc.Encode(resultOf(r)); err != nil {
			return err
		}
	}
	fmt.Fprintln(w, "]}")
	return w.Flush()
}

func write(out io.Writer, v any) error {
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	return w.Flush()
}

// problems is the contract's answer to a request that cannot be evaluated.
type problems struct {
	Problems []problem `json:"problems"`
}

type problem struct {
	Goal    string     `json:"goal,omitempty"`
	Field   string     `json:"field,omitempty"`
	Code    kpi.Reason `json:"code"`
	Message string     `json:"message"`
}

func problemsOf(err error) problems {
	var malformed *strict.Error
	if errors.As(err, &malformed) {
		return problems{[]problem{{Code: "malformed", Message: malformed.Error()}}}
	}
	var out problems
	for _, p := range problemsIn(err) {
		out.Problems = append(out.Problems, problem{p.Goal, p.Field, p.Reason, p.Message()})
	}
	return out
}
