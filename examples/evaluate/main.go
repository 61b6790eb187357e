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
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
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
		return errors.Join(errProblems, writeProblems(out, problemsOf(err)))
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
	for r := range s.All() {
		if r.Node.Index() > 0 {
			w.WriteByte(',')
		}
		if err := writeJSON(w, resultOf(r)); err != nil {
			return err
		}
	}
	fmt.Fprintln(w, "]}")
	return w.Flush()
}

// writeJSON writes v on the line that w is in, characters as they are.
func writeJSON(w io.Writer, v any) error {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
	return err
}

// writeProblems writes the contract's answer to a request that cannot be
// evaluated, problem by problem.
func writeProblems(out io.Writer, problems []problem) error {
	w := bufio.NewWriterSize(out, 1<<16)
	fmt.Fprint(w, `{"problems":[`)
	for i, p := range problems {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := writeJSON(w, p); err != nil {
			return err
		}
	}
	fmt.Fprintln(w, "]}")
	return w.Flush()
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
