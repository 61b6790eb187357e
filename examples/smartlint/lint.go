package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// line is what comes in.
type line struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	On   string `json:"on"`
}

// answer is what goes out: a verdict or problems.
type answer struct {
	ID       string          `json:"id,omitempty"`
	Verdict  smart.Verdict   `json:"verdict,omitempty"`
	Score    *smart.Score    `json:"score,omitempty"`
	Criteria *smart.Criteria `json:"criteria,omitempty"`
	Draft    *draft          `json:"draft,omitempty"`
	Findings []finding       `json:"findings,omitzero"` // an empty list says that all is well
	Problems []problem       `json:"problems,omitempty"`
}

type finding struct {
	Code      string          `json:"code"`
	Criterion smart.Criterion `json:"criterion"`
	Severity  smart.Severity  `json:"severity"`
	Start     *int            `json:"start,omitempty"` // in bytes; absent where something is missing
	End       *int            `json:"end,omitempty"`
	Message   string          `json:"message"`
	Fix       string          `json:"fix"`
}

type problem struct {
	Field   string     `json:"field,omitempty"`
	Code    kpi.Reason `json:"code"`
	Message string     `json:"message"`
}

// lint answers line by line, in order. Empty lines are passed over.
func lint(in io.Reader, out io.Writer) error {
	reader, writer := bufio.NewReaderSize(in, 1<<16), bufio.NewWriterSize(out, 1<<16)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	failed := false
	for number := 1; ; number += batch {
		lines, readErr := readLines(reader)
		for i, a := range answersTo(lines, number) {
			if len(lines[i]) == 0 {
				continue
			}
			failed = failed || len(a.Problems) > 0
			if err := encoder.Encode(a); err != nil {
				return err
			}
		}
		if errors.Is(readErr, io.EOF) {
			break
		}
		if readErr != nil {
			return errors.Join(readErr, writer.Flush())
		}
	}
	if err := writer.Flush(); err != nil {
		return err
	}
	if failed {
		return errProblems
	}
	return nil
}

// batch is how many lines are answered at a time, by all processors.
const batch = 256

// readLines returns the next lines, without the space at their ends. The error may
// come with lines.
func readLines(reader *bufio.Reader) (lines [][]byte, err error) {
	for err == nil && len(lines) < batch {
		var data []byte
		data, err = reader.ReadBytes('\n')
		lines = append(lines, bytes.TrimRight(data, " \t\r\n"))
	}
	return lines, err
}

// answersTo answers lines, the first of which has this number. Statements are read
// independently of one another.
func answersTo(lines [][]byte, number int) []answer {
	answers := make([]answer, len(lines))
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for first := range workers {
		group.Go(func() {
			for i := first; i < len(lines); i += workers {
				if len(lines[i]) > 0 {
					answers[i] = answerTo(lines[i], number+i)
				}
			}
		})
	}
	group.Wait()
	return answers
}

// answerTo answers the line with this number.
func answerTo(data []byte, number int) answer {
	var l line
	if err := strict.Unmarshal(data, &l); err != nil {
		if e, ok := errors.AsType[*strict.Error](err); ok {
			e.Line = number
		}
		return answer{Problems: []problem{{Code: "malformed", Message: err.Error()}}}
	}
	on, err := time.Parse(time.DateOnly, l.On)
	if err != nil {
		return answer{ID: l.ID, Problems: []problem{{"on", kpi.ErrTime, "not a date such as 2026-01-15"}}}
	}
	read, a := smart.Check(l.Text, on)
	return answer{
		ID: l.ID, Verdict: a.Verdict, Score: &a.Score, Criteria: &a.Criteria,
		Draft: draftOf(read), Findings: findingsOf(a.Findings),
	}
}

func findingsOf(found []smart.Finding) []finding {
	list := make([]finding, len(found))
	for i, f := range found {
		list[i] = finding{Code: f.Code, Criterion: f.Criterion, Severity: f.Severity, Message: f.Message, Fix: f.Fix}
		if !f.Span.IsEmpty() {
			list[i].Start, list[i].End = &f.Span.Start, &f.Span.End
		}
	}
	return list
}
