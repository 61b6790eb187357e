package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var thursday = time.Date(2026, time.January, 15, 9, 30, 0, 0, time.UTC)

func ran(in string, args ...string) (out, explained string, err error) {
	var o, e bytes.Buffer
	err = run(args, strings.NewReader(in), &o, &e, thursday)
	return o.String(), e.String(), err
}

// The statement of the contract, all keys.
func TestContract(t *testing.T) {
	out, _, err := ran(`{"id": "7", "text": "Increase Instagram followers by 10% in the next quarter", "on": "2026-01-15"}`)
	require.NoError(t, err)
	assert.JSONEq(t, `{"id": "7", "verdict": "smart", "score": 87,
		"criteria": {"specific": 100, "measurable": 70, "achievable": "not assessed", "relevant": "not assessed", "time_bound": 90},
		"draft": {"direction": "increase", "metric": "instagram followers", "metricId": "followers", "amount": "10",
			"amount_kind": "relative", "unit": "%", "channel": "instagram", "period_text": "in the next quarter",
			"start": "2026-04-01", "deadline": "2026-06-30", "deadline_alt": ["2026-04-15", "2026-04-14"]},
		"findings": [
			{"code": "measurable.no-baseline", "criterion": "measurable", "severity": "warning", "start": 29, "end": 35,
				"message": "10% of what?", "fix": "add the level that it starts from"},
			{"code": "time.ambiguous-deadline", "criterion": "time_bound", "severity": "hint", "start": 36, "end": 55,
				"message": "'in the next quarter' is read as 2026-06-30; it may mean 2026-04-15 or 2026-04-14",
				"fix": "confirm, or write the date"}]}`, out)
}

// What cannot be read is said in its place, and the rest goes on.
func TestFaultyLines(t *testing.T) {
	out, _, err := ran(`{"id": "1", "text": "Launch the website by 1 June", "on": "2026-01-15"}

nope
{"id": "2", "text": "Grow", "on": "2026-1-15"}
{"id": "3", "text": "Grow", "on": "2026-01-15", "off": []}
{"id": "4", "text": "Launch the website by 1 June", "on": "2026-01-15"}`)
	require.ErrorIs(t, err, errProblems)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 5)
	assert.Contains(t, lines[0], `"verdict":"smart"`)
	assert.Contains(t, lines[0], `"findings":[]`)
	assert.Equal(t, `{"problems":[{"code":"malformed","message":"line 3, column 2: unexpected character 'o'"}]}`, lines[1])
	assert.Equal(t, `{"id":"2","problems":[{"field":"on","code":"time","message":"not a date such as 2026-01-15"}]}`, lines[2])
	assert.Contains(t, lines[3], `"code":"malformed"`)
	assert.Contains(t, lines[4], `"id":"4","verdict":"smart"`)
}

func TestShow(t *testing.T) {
	out, _, err := ran("", "Größer werden: grow café sales by 10% soon")
	require.NoError(t, err)
	lines := strings.Split(out, "\n")
	for i, l := range lines {
		if strings.HasPrefix(lines[min(i+1, len(lines)-1)], "warning time.vague-deadline") {
			assert.Equal(t, strings.Repeat(" ", 38)+"~~~~", l, "marks stand under the word, counted in letters")
			return
		}
	}
	t.Fatal(out)
}

func TestShowLines(t *testing.T) {
	out, _, err := ran("Launch the website by 1 June\n\n  Grow revenue\t\x1b[2J\n", "-text", "-on", "2026-07-01")
	require.NoError(t, err)
	assert.Contains(t, out, "until 2027-06-01", "read on the day that was named")
	assert.Equal(t, 1, strings.Count(out, "\n\n"))
	assert.NotContains(t, out, "\x1b")
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"-x"}, {"-on", "soon", "Grow"}, {"-on", "2026-01-01"}} {
		out, explained, err := ran("", args...)
		require.ErrorIs(t, err, errUsage)
		assert.Empty(t, out)
		assert.NotEmpty(t, explained)
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Read([]byte) (int, error)  { return 0, errBroken }
func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestInputAndOutputFail(t *testing.T) {
	good := `{"id": "1", "text": "Grow", "on": "2026-01-15"}`
	for _, args := range [][]string{nil, {"-text"}} {
		require.ErrorIs(t, run(args, broken{}, io.Discard, io.Discard, thursday), errBroken)
		require.ErrorIs(t, run(args, strings.NewReader(good), broken{}, io.Discard, thursday), errBroken)
	}
	require.ErrorIs(t, run([]string{"Grow"}, nil, broken{}, io.Discard, thursday), errBroken)
}

// Every annotated statement goes through, in order.
func TestData(t *testing.T) {
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(folder, "smart", "dev.jsonl"))
	require.NoError(t, err)
	var in bytes.Buffer
	var ids []string
	for l := range strings.Lines(string(data)) {
		var s struct{ ID, Text string }
		require.NoError(t, json.Unmarshal([]byte(l), &s))
		require.NoError(t, json.NewEncoder(&in).Encode(line{s.ID, s.Text, "2026-01-15"}))
		ids = append(ids, s.ID)
	}
	out, _, err := ran(in.String())
	require.NoError(t, err)
	for l := range strings.Lines(out) {
		var a struct{ ID string }
		require.NoError(t, json.Unmarshal([]byte(l), &a))
		assert.Equal(t, ids[0], a.ID)
		ids = ids[1:]
	}
	assert.Empty(t, ids)
}

// BenchmarkLines reports statements a second, JSON included, in 19 words each;
// ten thousand are wanted.
func BenchmarkLines(b *testing.B) {
	statements := []string{
		"Bring weekly readers of our newsletter from 2,900 to 4,200 by 30 June 2026 by asking one question an issue",
		"We want to increase the number of Instagram followers of the shop by 15% within the next two quarters",
		"By the end of Q3, reduce the average first response time of our support team from five hours to 90 minutes",
		"Publish at least two case studies per month on our company blog until December so that sales has something to share",
	}
	var in bytes.Buffer
	for i := range 1000 {
		require.NoError(b, json.NewEncoder(&in).Encode(line{fmt.Sprint(i), statements[i%len(statements)], "2026-01-15"}))
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := lint(bytes.NewReader(in.Bytes()), io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}

// Many lines are answered at a time; they come out in order, and a fault names its
// line.
func TestManyLines(t *testing.T) {
	var in strings.Builder
	for i := range 1000 {
		switch {
		case i == 700:
			in.WriteString("  nonsense\n")
		case i%10 == 3:
			in.WriteString(" \n")
		default:
			fmt.Fprintf(&in, `{"id": "%d", "text": "Win %d clients by June", "on": "2026-01-15"}`+"\n", i, i+1)
		}
	}
	var out bytes.Buffer
	require.ErrorIs(t, lint(strings.NewReader(in.String()), &out), errProblems)
	next := 0
	for text := range strings.Lines(out.String()) {
		if next%10 == 3 {
			next++
		}
		var a struct {
			ID       string
			Problems []problem
		}
		require.NoError(t, json.Unmarshal([]byte(text), &a))
		if next == 700 {
			require.Len(t, a.Problems, 1)
			assert.Contains(t, a.Problems[0].Message, "line 701, column 4")
		} else {
			assert.Equal(t, strconv.Itoa(next), a.ID)
		}
		next++
	}
	assert.Equal(t, 1000, next)
}
