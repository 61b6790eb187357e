package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is the path of the built command.
var program string

func TestMain(m *testing.M) {
	os.Exit(built(m))
}

func built(m *testing.M) int {
	folder, err := os.MkdirTemp("", "evaluate")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(folder) }()
	program = filepath.Join(folder, "evaluate.exe")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
		return 1
	}
	return m.Run()
}

// problems is what is written instead of an answer.
type problems struct {
	Problems []problem `json:"problems"`
}

// answered returns the answer to a request without problems.
func answered(t testing.TB, request string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(asked{}, strings.NewReader(request), &out), "%.300s", out.String())
	return out.String()
}

// refused returns the problems of a request, which must be all that is written.
func refused(t testing.TB, request string) []problem {
	t.Helper()
	var out bytes.Buffer
	require.ErrorIs(t, run(asked{}, strings.NewReader(request), &out), errProblems)
	var got problems
	decoder := json.NewDecoder(&out)
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&got))
	require.False(t, decoder.More())
	require.NotEmpty(t, got.Problems)
	return got.Problems
}

// listed returns problems as "goal field: code".
func listed(t testing.TB, list []problem) []string {
	t.Helper()
	lines := make([]string, len(list))
	for i, p := range list {
		assert.NotEmpty(t, p.Message)
		lines[i] = strings.TrimSpace(p.Goal + " " + p.Field + ": " + string(p.Code))
	}
	return lines
}

// Each answer was worked out by hand from the design and the contract. Why a
// figure is unknown is prose, and so any text matches "…".
func TestAnswers(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.answer.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".answer.json")
		t.Run(name, func(t *testing.T) {
			request, err := os.ReadFile(filepath.Join("testdata", name+".json"))
			require.NoError(t, err)
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, plain(t, string(want)), plain(t, answered(t, string(request))))
		})
	}
}

// plain decodes an answer and replaces its reasons.
func plain(t testing.TB, answer string) (a struct {
	Version any
	At      any
	Goals   []map[string]any
},
) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(answer))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&a))
	for _, g := range a.Goals {
		if reason, ok := g["reason"]; ok {
			assert.NotEmpty(t, reason)
			g["reason"] = "…"
		}
	}
	return a
}

func TestEmptyPlan(t *testing.T) {
	assert.JSONEq(t, `{"version": 1, "at": "2026-03-31T12:00:00+02:00", "goals": []}`,
		answered(t, `{"plan": {}, "at": "2026-03-31T12:00:00+02:00"}`))
}

// with returns a request about March 31 with this plan and what else is given.
func with(plan string, more ...string) string {
	parts := append([]string{`"plan": ` + plan, `"at": "2026-03-31"`}, more...)
	return "{" + strings.Join(parts, ", ") + "}"
}

// one returns a plan of a goal "a" with these keys besides.
func one(keys string) string {
	return `{"goals": [{"id": "a", "level": "micro", "period": "2026-Q1"` + keys + `}]}`
}

func observed(list string) string { return `"observations": [` + list + `]` }

func TestCodes(t *testing.T) {
	const measured = `{"metrics": [{"id": "leads", "combine": "sum"}, {"id": "followers", "combine": "last"},
		{"id": "rate", "numerator": {"leads": 1}, "denominator": {"followers": 1}}],
		"goals": [{"id": "a", "level": "micro", "period": "2026-Q1", "measure": {}}, {"id": "b", "level": "micro", "period": "2026-Q1"}]}`
	two := func(first, second string) string {
		return `{"goals": [{"id": "a", "level": "micro", "period": "2026-Q1"` + first + `}, {"id": "b", "level": "micro", "period": "2026-Q1"` + second + `}]}`
	}
	tests := []struct {
		name, request string
		want          []string
	}{
		{"version", with(`{"version": 2}`), []string{"plan.version: version"}},
		{"empty_id", with(`{"goals": [{"id": "", "level": "micro", "period": "2026-Q1"}]}`), []string{"plan.goals[0].id: empty_id"}},
		{"empty_id of a metric", with(`{"metrics": [{"combine": "sum"}]}`), []string{"plan.metrics[0].id: empty_id"}},
		{"empty_id of a strategy", with(`{"strategies": [{"level": "micro"}]}`), []string{"plan.strategies[0].id: empty_id"}},
		{"duplicate_id", with(`{"goals": [{"id": "a", "level": "micro", "period": "2026"}, {"id": "a", "level": "micro", "period": "2026"}]}`), []string{"a id: duplicate_id"}},
		{"duplicate_id of a metric", with(`{"metrics": [{"id": "m", "combine": "sum"}, {"id": "m", "combine": "sum"}]}`), []string{"plan.metrics[1].id: duplicate_id"}},
		{"duplicate_id of a strategy", with(`{"strategies": [{"id": "s", "level": "micro"}, {"id": "s", "level": "micro"}]}`), []string{"plan.strategies[1].id: duplicate_id"}},
		{"unknown_goal", with(one(`, "supports": [{"goal": "z"}]`)), []string{"a supports[0].goal: unknown_goal"}},
		{"unknown_goal of a strategy", with(`{"strategies": [{"id": "s", "level": "micro", "goals": ["z"]}]}`), []string{"plan.strategies[0].goals[0]: unknown_goal"}},
		{"unknown_goal of an observation", with(measured, observed(`{"goal": "z", "at": "2026-01-01", "value": 1}`)), []string{"observations[0].goal: unknown_goal"}},
		{"self_link", with(one(`, "supports": [{"goal": "a"}]`)), []string{"a supports[0].goal: self_link"}},
		{"duplicate_link", with(two("", `, "supports": [{"goal": "a"}, {"goal": "a"}]`)), []string{"b supports[1].goal: duplicate_link"}},
		{"cycle", with(two(`, "supports": [{"goal": "b"}]`, `, "supports": [{"goal": "a"}]`)), []string{"a supports: cycle"}},
		{"level missing", with(`{"goals": [{"id": "a", "period": "2026"}]}`), []string{"a level: level"}},
		{"level", with(`{"goals": [{"id": "a", "level": "micro", "period": "2026"}, {"id": "b", "level": "macro", "period": "2026", "supports": [{"goal": "a"}]}]}`), []string{"b supports[0].goal: level"}},
		{"enum", with(one(`, "state": "open"`)), []string{"a state: enum"}},
		{"enum of a level", with(`{"goals": [{"id": "a", "level": "mega", "period": "2026"}]}`), []string{"a level: enum"}},
		{
			"enum of a policy", with(`{}`, `"policy": {"unknown": "guess", "empty": "full", "parentStatus": "best", "pace": {"rule": "gut"}}`),
			[]string{"policy.unknown: enum", "policy.empty: enum", "policy.parentStatus: enum", "policy.pace.rule: enum"},
		},
		{"enum of a preset", with(`{}`, `"policy": {"pace": "nobody's"}`), []string{"policy.pace: enum"}},
		{"period", with(`{"goals": [{"id": "a", "level": "micro", "period": "2026-W54"}]}`), []string{"a period: period"}},
		{"period missing", with(`{"goals": [{"id": "a", "level": "micro"}]}`), []string{"a period: period"}},
		{"period of an observation", with(measured, observed(`{"metric": "leads", "period": "2026-W54", "value": 1}`)), []string{"observations[0].period: period"}},
		{"time", with(one(`, "since": "yesterday", "state": "paused"`)), []string{"a since: time"}},
		{"time of a cadence", with(one(`, "cadence": "year"`)), []string{"a cadence: time"}},
		{"time of a window", with(one(`, "measure": {"window": "28"}`)), []string{"a measure.window: time"}},
		{"time of an observation", with(measured, observed(`{"metric": "leads", "at": "2026-02-30", "value": 1}`)), []string{"observations[0].at: time"}},
		{"time missing", `{"plan": {}}`, []string{"at: time"}},
		{"time of the request", `{"plan": {}, "at": "now"}`, []string{"at: time"}},
		{"zone", with(`{"zone": "Mars/Olympus"}`), []string{"plan.zone: zone"}},
		{"negative_weight", with(two("", `, "supports": [{"goal": "a", "weight": -1}]`)), []string{"b supports[0].weight: negative_weight"}},
		{"percent", with(two(`, "weighting": "percent"`, `, "supports": [{"goal": "a", "weight": 99}]`)), []string{"a weighting: percent"}},
		{"unknown_metric", with(one(`, "measure": {"metric": "fame"}`)), []string{"a measure.metric: unknown_metric"}},
		{"unknown_metric of an observation", with(measured, observed(`{"metric": "fame", "at": "2026-01-01", "value": 1}`)), []string{"observations[0].metric: unknown_metric"}},
		{"metric", with(`{"metrics": [{"id": "m"}]}`), []string{"plan.metrics[0].combine: metric"}},
		{"measure", with(one(`, "progress": "measure"`)), []string{"a progress: measure"}},
		{
			"unit", with(`{"metrics": [{"id": "rank", "unit": "rank", "combine": "last"}], "goals": [
			{"id": "a", "level": "micro", "period": "2026", "weighting": "target"},
			{"id": "b", "level": "micro", "period": "2026", "supports": [{"goal": "a"}], "measure": {"target": {"kind": "reach", "from": 1, "to": 2}}},
			{"id": "c", "level": "micro", "period": "2026", "supports": [{"goal": "a"}], "measure": {"metric": "rank", "target": {"kind": "reach", "from": 9, "to": 3}}}]}`),
			[]string{"a weighting: unit"},
		},
		{"unit of a metric", with(`{"metrics": [{"id": "eur", "unit": "currency:EUR", "combine": "sum"}, {"id": "usd", "unit": "currency:USD", "combine": "sum"},
			{"id": "m", "numerator": {"eur": 1, "usd": 1}, "denominator": {"eur": 1}}]}`), []string{"plan.metrics[2].numerator.usd: unit"}},
		{"target", with(one(`, "measure": {"target": {"kind": "reach", "from": 5, "to": 5}}`)), []string{"a measure.target.to: target"}},
		{"baseline", with(one(`, "measure": {"target": {"kind": "reach", "fromAt": "some day", "change": "10%"}}`)), []string{"a measure.target.fromAt: time"}},
		{"share", with(one(`, "measure": {"target": {"kind": "at_least", "value": 1, "score": "share"}}`)), []string{"a measure.target.score: target"}},
		{"money without a currency", with(one(`, "measure": {"metric": "cpl", "target": {"kind": "at_most", "value": 1}}`)), []string{"a measure.metric: unknown_metric"}},
		{"a currency that is none", with(`{"currency": "euro", "goals": []}`), []string{"plan.currency: enum"}},
		{"number", with(one(`, "measure": {"target": {"kind": "reach", "from": "NaN", "to": 1e5000000}}`)), []string{"a measure.target.from: number", "a measure.target.to: number"}},
		{"number of an observation", with(measured, observed(`{"metric": "leads", "at": "2026-01-01", "value": "1,000"}`)), []string{"observations[0].value: number"}},
		{"number of a policy", with(`{}`, `"policy": {"cap": "all", "pace": {"ahead": "1e99"}}`), []string{"policy.cap: number", "policy.pace.ahead: number"}},
		{"state", with(one(`, "score": "0.5"`)), []string{"a score: state"}},
		{"expected", with(one(`, "expected": {"checkpoints": [["2026-04-01", "0.5"]]}`)), []string{"a expected.checkpoints[0]: expected"}},
		{"override", with(one(`, "override": {"progress": "70"}`)), []string{"a override.progress: override"}},
		{"policy", with(`{}`, `"policy": {"unknown": {"skipFrom": "1.5"}, "cap": "0.5", "floor": "0.6"}`), []string{"policy.unknown.skipFrom: policy", "policy.cap: policy"}},
		{"policy without a share", with(`{}`, `"policy": {"unknown": {}}`), []string{"policy.unknown.skipFrom: policy"}},
		{"policy out of order", with(`{}`, `"policy": {"pace": {"rule": "ratio", "ahead": "0.5"}}`), []string{"policy.pace: policy"}},
		{
			"observation", with(measured, observed(`{"metric": "leads", "value": 1}, {"metric": "leads", "at": "2026-01-01"}, {"at": "2026-01-01", "value": 1},
			{"metric": "leads", "at": "2026-01-01", "period": "2026-01", "value": 1}, {"metric": "leads", "withdrawn": true}`)),
			[]string{
				"observations[0].at: observation", "observations[1].value: observation", "observations[2].metric: observation",
				"observations[3].at: observation", "observations[4].withdrawn: observation",
			},
		},
		{"observation that is derived", with(measured, observed(`{"metric": "rate", "at": "2026-01-01", "value": 1}`)), []string{"observations[0].metric: observation"}},
		{"observation of a goal that is not measured", with(measured, observed(`{"goal": "b", "at": "2026-01-01", "value": 1}`)), []string{"observations[0].goal: observation"}},
		{
			"observations that contradict each other", with(measured, observed(`{"metric": "followers", "at": "2026-01-01", "value": 1}, {"metric": "followers", "at": "2026-01-01", "value": 2}`)),
			[]string{"observations[1].value: observation"},
		},
		{
			"observations of periods that contradict each other", with(
				`{"metrics": [{"id": "followers", "combine": "last"}], "goals": [{"id": "a", "level": "micro", "period": "2026-Q1", "measure": {"metric": "followers"}}]}`,
				observed(`{"metric": "followers", "period": "2026-03", "value": 1}, {"metric": "followers", "period": "2026-Q1", "value": 2}`)),
			[]string{"observations[1].value: observation"},
		},
		{
			"versions that contradict each other", with(measured, observed(`{"metric": "leads", "id": "x", "at": "2026-01-01", "value": 1}, {"metric": "leads", "id": "x", "at": "2026-01-01", "value": 2}`)),
			[]string{"observations[1].revision: observation"},
		},
		{
			"all at once, in order", `{"at": "now", "policy": {"cap": "x"}, "observations": [{"metric": "fame", "at": "soon", "value": "y"}],
			"plan": {"strategies": [{"id": "s"}], "goals": [{"id": "b"}, {"id": "a", "level": "micro", "period": "2026", "supports": [{"goal": "b", "weight": "w"}, {"goal": "c"}]}], "zone": "Mars"}}`,
			[]string{
				"plan.zone: zone", "b level: level", "b period: period", "a supports[0].weight: number", "a supports[1].goal: unknown_goal", "plan.strategies[0].level: level",
				"observations[0].at: time", "observations[0].value: number", "observations[0].metric: unknown_metric", "at: time", "policy.cap: number",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, listed(t, refused(t, test.request)))
		})
	}
}

func TestMessagesNameTheFault(t *testing.T) {
	for request, want := range map[string]string{
		with(`{"goals": [{"id": "a", "level": "micro", "period": "2026", "supports": [{"goal": "b"}]}, {"id": "b", "level": "micro", "period": "2026", "supports": [{"goal": "a"}]}]}`): "a -> b -> a",
		with(one(`, "supports": [{"goal": "decade"}]`)): "decade",
		with(`{"zone": "Mars/Olympus"}`):                "Mars/Olympus",
		with(one(`, "score": "good"`)):                  "good",
	} {
		assert.Contains(t, refused(t, request)[0].Message, want)
	}
}

func TestMalformed(t *testing.T) {
	tests := []struct{ name, request, place string }{
		{"empty", "", "line 1, column 1:"},
		{"white space", " \n\t ", "line 2, column 3:"},
		{"null", "null", "line 1, column 1:"},
		{"a list", "[]", "line 1, column 1:"},
		{"no JSON", "{\n  plan: 1}", "line 2, column 3:"},
		{"cut off", "{\n\"plan\": {", "line 2, column 10:"},
		{"trailing data", "{\"plan\": {},\n\"at\": \"2026-01-01\"} {}", "line 2, column 21:"},
		{"trailing comma", "{\"plan\": {},}", "line 1, column 13:"},
		{"unknown key", "{\n\n\"plans\": {}}", "line 3, column 1:"},
		{"letter case", "{\"Plan\": {}}", "line 1, column 2:"},
		{"letter case inside", "{\"plan\": {\n\"goals\": [{\"ID\": \"a\"}]}}", "line 2, column 12:"},
		{"key twice", "{\"at\": \"2026-01-01\",\n\"at\": \"2026-01-01\"}", "line 2, column 1:"},
		{"escaped key twice", `{"at": "2026-01-01", "\u0061t": "2026-01-01"}`, "line 1, column 22:"},
		{"null value", "{\"plan\": null}", "line 1, column 10:"},
		{"null in a list", "{\"plan\": {\"goals\": [\nnull]}}", "line 2, column 1:"},
		{"null weight", "{\"plan\": {\"goals\": [{\"supports\": [{\"weight\": null}]}]}}", "line 1, column 46:"},
		{"null policy", "{\"policy\": {\"unknown\": null}}", "line 1, column 24:"},
		{"text for a list", "{\"observations\": \"\"}", "line 1, column 18:"},
		{"bool for a number", "{\"observations\": [{\"value\": true}]}", "line 1, column 29:"},
		{"revision with a fraction", "{\"observations\": [{\"revision\": 1.5}]}", "line 1, column 32:"},
		{"revision too large", "{\"observations\": [{\"revision\": 9223372036854775808}]}", "line 1, column 32:"},
		{"number of no grammar", "{\"observations\": [{\"value\": 01}]}", "line 1, column 30:"},
		{"NaN", "{\"observations\": [{\"value\": NaN}]}", "line 1, column 29:"},
		{"invalid UTF-8", "{\"at\": \"\xc3\x28\"}", "line 1, column 9:"},
		{"half a surrogate", `{"at": "\udc00"}`, "line 1, column 9:"},
		{"unknown key of a policy", "{\"policy\": {\"unknown\": {\n\"from\": 1}}}", "line 2, column 1:"},
		{"number for a policy", "{\"policy\": {\"unknown\": 1}}", "line 1, column 24:"},
		{"half a checkpoint", "{\"plan\": {\"goals\": [{\"expected\": {\"checkpoints\": [[\"2026-01-01\"]]}}]}}", "line 1, column 64:"},
		{"deep", strings.Repeat("[", 100_000), "line 1, column 1:"},
		{"deep inside", `{"plan": {"goals": ` + strings.Repeat("[", 100_000), "line 1, column 21:"},
		{"deep objects", `{"plan": ` + strings.Repeat(`{"meta": `, 100_000), "line 1, column 28:"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := refused(t, test.request)
			require.Len(t, got, 1)
			assert.Equal(t, "malformed", string(got[0].Code))
			assert.Empty(t, got[0].Goal)
			assert.Empty(t, got[0].Field)
			assert.Contains(t, got[0].Message, test.place)
			assert.Less(t, len(got[0].Message), 300)
		})
	}
}

// cost fails if f takes longer, or more memory, than is called for.
func cost(t *testing.T, longest time.Duration, megabytes uint64, f func()) {
	t.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	f()
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	assert.Less(t, took, longest)
	assert.Less(t, (after.TotalAlloc-before.TotalAlloc)>>20, megabytes, "megabytes")
}

func TestHostileInputs(t *testing.T) {
	weight := func(text string) string {
		return with(`{"goals": [{"id": "a", "level": "macro", "period": "2026"}, {"id": "b", "level": "micro", "period": "2026", "supports": [{"goal": "a", "weight": ` + text + `}]}]}`)
	}
	digits := strings.Repeat("7", 100_000)
	number := []string{"b supports[0].weight: number"}
	tests := []struct {
		name, request string
		want          []string
	}{
		{"large exponent", weight("1e5000000"), number},
		{"large exponent as text", weight(`"1e5000000"`), number},
		{"small exponent", weight("1e-5000000"), number},
		{"exponent of many digits", weight("1e" + digits), number},
		{"many digits", weight(digits), number},
		{"many digits as text", weight(`"` + digits + `"`), number},
		{"many decimals", weight("0." + digits), number},
		{"NaN", weight(`"NaN"`), number},
		{"infinity", weight(`"Infinity"`), number},
		{"hexadecimal", weight(`"0x1p-2"`), number},
		{"negative", weight("-1e-30"), []string{"b supports[0].weight: negative_weight"}},
		{"week 54", with(`{"goals": [{"id": "a", "level": "micro", "period": "2026-W54"}]}`), []string{"a period: period"}},
		{"year 10000", with(`{"goals": [{"id": "a", "level": "micro", "period": "10000"}]}`), []string{"a period: period"}},
		{"long period", with(`{"goals": [{"id": "a", "level": "micro", "period": "2026` + digits + `"}]}`), []string{"a period: period"}},
		{"zone", with(`{"zone": "Mars/Olympus"}`), []string{"plan.zone: zone"}},
		{"zone elsewhere", with(`{"zone": "../../etc/passwd"}`), []string{"plan.zone: zone"}},
		{"long zone", with(`{"zone": "` + digits + `"}`), []string{"plan.zone: zone"}},
		{"long change", with(one(`, "measure": {"target": {"kind": "reach", "from": 1, "change": "` + digits + `%"}}`)), []string{"a measure.target.change: number"}},
		{"long moment", `{"at": "2026-01-01T00:00:00.` + digits + `Z"}`, []string{"at: time"}},
		{"long id", with(`{"goals": [{"id": "` + digits + `", "level": "micro", "period": "2026"}]}`), nil},
		{
			"week buckets of all time", with(`{"goals": [{"id": "a", "level": "micro", "period": "0000-01-01/9999-12-31", "expected": {"buckets": [1], "by": "week"}}]}`),
			[]string{"a expected.buckets: expected"},
		},
		{"zero with an exponent", weight("0e5000000"), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cost(t, time.Second, 20, func() {
				if test.want == nil {
					answered(t, test.request)
					return
				}
				got := refused(t, test.request)
				assert.Equal(t, test.want, listed(t, got))
				assert.Less(t, len(got[0].Message), 300)
			})
		})
	}
}

// Years from 0 to 9999 are years like others.
func TestFarYears(t *testing.T) {
	for _, year := range []string{"0000", "0001", "1582", "9999"} {
		cost(t, time.Second, 20, func() {
			out := plain(t, answered(t, `{"at": "`+year+`-12-31", "plan": {"zone": "Europe/Berlin", "goals": [
				{"id": "a", "level": "micro", "period": "`+year+`", "measure": {"target": {"kind": "reach", "from": 0, "to": 2}}},
				{"id": "b", "level": "micro", "period": "0000-01-01/9999-12-31"}]},
				"observations": [{"goal": "a", "at": "`+year+`-01-02", "value": 1}]}`))
			assert.Equal(t, "0.5", out.Goals[0]["progress"])
			assert.Equal(t, "1", out.Goals[0]["expected"])
		})
	}
}

// A request about a day before a goal begins is an ordinary request.
func TestBeforeThePeriodBegins(t *testing.T) {
	for _, combine := range []string{"sum", "last", "mean", "min", "max", "unique"} {
		t.Run(combine, func(t *testing.T) {
			request := with(`{"metrics": [{"id": "m", "combine": "`+combine+`"}], "goals": [{"id": "a", "level": "micro", "period": "2026-Q3",
				"measure": {"metric": "m", "target": {"kind": "reach", "from": 0, "to": 10}}}]}`,
				observed(`{"metric": "m", "at": "2026-05-01", "value": 5}`))
			require.NotPanics(t, func() {
				out := plain(t, answered(t, request))
				assert.Equal(t, "scheduled", out.Goals[0]["status"])
				assert.Equal(t, "0", out.Goals[0]["expected"])
				assert.NotContains(t, out.Goals[0], "progress", "what is read in May is not visible in March")
			})
		})
	}
}

// The large requests go to the built command, which the race detector does not
// slow down.
func TestCycleOfManyGoals(t *testing.T) {
	const n = 50_000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `%s{"id": "g%d", "level": "micro", "period": "2026", "supports": [{"goal": "g%d"}]}`, comma(i), i, (i+1)%n)
	}
	request := with(`{"goals": [` + b.String() + `]}`)
	began := time.Now()
	out, _, status := started(t, request)
	assert.Less(t, time.Since(began), 5*time.Second)
	assert.Equal(t, 1, status)
	var got problems
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Problems, 1)
	assert.Equal(t, []string{"g0 supports: cycle"}, listed(t, got.Problems))
	assert.Contains(t, got.Problems[0].Message, "g0 -> g1 -> g2 -> ")
	assert.Less(t, len(got.Problems[0].Message), 300)
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ",\n"
}

// manyGoals returns a request of n goals in a tree with ten children each, every
// leaf measured.
func manyGoals(n int) string {
	var goals, obs strings.Builder
	for i := range n {
		fmt.Fprintf(&goals, `%s{"id": "g%d", "level": "micro", "period": "2026-Q1"`, comma(i), i)
		if i > 0 {
			fmt.Fprintf(&goals, `, "supports": [{"goal": "g%d", "weight": "%d"}]`, (i-1)/10, 1+i%7)
		}
		fmt.Fprint(&goals, `, "measure": {"target": {"kind": "reach", "from": "0", "to": "100"}}}`)
		fmt.Fprintf(&obs, `%s{"goal": "g%d", "at": "2026-02-01", "value": "50"}`, comma(i), i)
	}
	return with(`{"goals": [`+goals.String()+`]}`, observed(obs.String()))
}

// Half of everything, all the way up: the root is at a half.
func TestManyGoals(t *testing.T) {
	if testing.Short() {
		t.Skip("50,000 goals")
	}
	request := manyGoals(50_000)
	began := time.Now()
	answer, _, status := started(t, request)
	assert.Less(t, time.Since(began), 12*time.Second) // takes two alone
	require.Zero(t, status)
	out := plain(t, answer)
	require.Len(t, out.Goals, 50_000)
	for _, i := range []int{0, 1, 19_999, 49_999} {
		assert.Equal(t, fmt.Sprint("g", i), out.Goals[i]["id"])
		assert.Equal(t, "0.5", out.Goals[i]["progress"])
	}
}

// The order of observations changes nothing, not a byte.
func TestAnswersAreByteIdentical(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 67))
	for _, name := range []string{"pooled", "methods", "states", "visible"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
			require.NoError(t, err)
			want := answered(t, string(data))
			var request map[string]any
			require.NoError(t, json.Unmarshal(data, &request))
			observations := request["observations"].([]any)
			for range 30 {
				random.Shuffle(len(observations), func(i, j int) {
					observations[i], observations[j] = observations[j], observations[i]
				})
				permuted, err := json.Marshal(request)
				require.NoError(t, err)
				require.Equal(t, want, answered(t, string(permuted)))
			}
		})
	}
}

// Nor does the order of a map.
func TestProblemsAreByteIdentical(t *testing.T) {
	request := with(`{"metrics": [{"id": "m", "numerator": {"x": "1", "y": "1", "z": "q"}, "denominator": {"u": 1, "v": 1}}]}`)
	var first bytes.Buffer
	require.Error(t, run(asked{}, strings.NewReader(request), &first))
	for range 30 {
		var again bytes.Buffer
		require.Error(t, run(asked{}, strings.NewReader(request), &again))
		require.Equal(t, first.String(), again.String())
	}
}

// Text of the host comes out as it went in.
func TestTextIsEchoed(t *testing.T) {
	const id = `<b>"Ünï" & \\ 𝄞`
	quoted, err := json.Marshal(id)
	require.NoError(t, err)
	out := plain(t, answered(t, with(`{"goals": [{"id": `+string(quoted)+`, "level": "macro", "period": "2026"}]}`)))
	assert.Equal(t, id, out.Goals[0]["id"])
}

// started runs the command and returns what it printed and its exit status.
func started(t *testing.T, in string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(in), &out, &errs
	if err := cmd.Run(); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		require.True(t, ok, "%v", err)
		return out.String(), errs.String(), exit.ExitCode()
	}
	return out.String(), errs.String(), 0
}

func TestExitStatus(t *testing.T) {
	tests := []struct {
		name, in string
		args     []string
		status   int
		problems string // the code of the only one, on standard output
	}{
		{"an answer", with(`{}`), nil, 0, ""},
		{"a problem", with(`{"zone": "Mars/Olympus"}`), nil, 1, "zone"},
		{"malformed", "{", nil, 1, "malformed"},
		{"nothing", "", nil, 1, "malformed"},
		{"an argument", with(`{}`), []string{"request.json"}, 2, ""},
		{"an unknown flag", with(`{}`), []string{"-nonsense"}, 2, ""},
		{"before the period", with(`{"metrics": [{"id": "m", "combine": "sum"}], "goals": [{"id": "a", "level": "micro", "period": "2026-Q3", "measure": {"metric": "m"}}]}`,
			observed(`{"metric": "m", "at": "2026-05-01", "value": 5}`)), nil, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			stdout, stderr, status := started(t, test.in, test.args...)
			assert.Equal(t, test.status, status, "%.300s", stderr)
			switch test.status {
			case 0:
				assert.NotEmpty(t, plain(t, stdout).Version)
				assert.Empty(t, stderr)
			case 1:
				var got problems
				require.NoError(t, json.Unmarshal([]byte(stdout), &got))
				require.Len(t, got.Problems, 1)
				assert.Equal(t, test.problems, string(got.Problems[0].Code))
			case 2:
				assert.Empty(t, stdout, "misuse writes no answer")
				assert.NotEmpty(t, stderr)
			}
		})
	}
}

// failing fails when it is read or written.
type failing struct{}

var errPipe = errors.New("broken pipe")

func (failing) Read([]byte) (int, error)  { return 0, errPipe }
func (failing) Write([]byte) (int, error) { return 0, errPipe }

func TestRunReportsInputAndOutput(t *testing.T) {
	var out bytes.Buffer
	err := run(asked{}, failing{}, &out)
	require.ErrorIs(t, err, errPipe)
	require.NotErrorIs(t, err, errProblems)
	assert.Empty(t, out.String())
	require.ErrorIs(t, run(asked{}, strings.NewReader(with(`{}`)), failing{}), errPipe)
	require.ErrorIs(t, run(asked{}, strings.NewReader("{"), failing{}), errPipe)
}
