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
	"iter"
	"os"
	"slices"
	_ "time/tzdata" // the zones of a plan mean the same on every machine

	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
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
		return errors.Join(errProblems, writeList(out, `{"problems":[`, slices.Values(problemsOf(err))))
	}
	snapshot, err := q.policy.Evaluate(q.hierarchy, &q.ledger, q.at)
	if err != nil {
		return err
	}
	at, err := json.Marshal(r.At)
	if err != nil {
		return err
	}
	return writeList(out, fmt.Sprintf(`{"version":1,"at":%s,"goals":[`, at), resultsOf(snapshot))
}

// writeList writes an object that ends with a list, item by item: there may be
// very many.
func writeList[T any](out io.Writer, head string, items iter.Seq[T]) error {
	w := bufio.NewWriterSize(out, 1<<16) // remembers its first error until Flush
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	line.WriteString(head)
	comma := false
	for item := range items {
		if comma {
			line.WriteByte(',')
		}
		comma = true
		if err := enc.Encode(item); err != nil {
			return err
		}
		line.Truncate(line.Len() - 1) // the encoder ends lines
		_, _ = line.WriteTo(w)
	}
	line.WriteString("]}\n")
	_, _ = line.WriteTo(w)
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
