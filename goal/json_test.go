package goal_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// everything is a plan that uses every key of the contract.
const everything = `{
	"version": 1, "id": "plan-26", "title": "Leads 2026", "zone": "Europe/Berlin", "currency": "EUR",
	"metrics": [
		{"id": "leads", "name": "Leads", "unit": "count", "better": "higher", "combine": "sum", "low": "0", "high": "100000"},
		{"id": "visits", "combine": "sum"},
		{"id": "posts", "combine": "sum"},
		{"id": "spend", "unit": "currency:EUR", "combine": "sum"},
		{"id": "revenue", "unit": "currency:EUR", "combine": "sum"},
		{"id": "cvr", "unit": "ratio", "numerator": {"leads": "1"}, "denominator": {"visits": "1"}, "scale": "1"}
	],
	"goals": [
		{
			"id": "year", "title": "More leads", "description": "From our own channels", "level": "macro", "period": "2026",
			"owner": "Ada", "delegate": "Lin", "tags": ["growth", "own"], "state": "active", "method": "mean", "weighting": "percent",
			"ambition": "aspirational", "meta": {"crm": "17"}
		},
		{
			"id": "cvr-q1", "level": "micro", "period": "2026-Q1", "channel": "web", "cadence": "2 weeks",
			"supports": [{"goal": "year", "weight": "60"}],
			"measure": {"metric": "cvr", "channel": "web", "window": "28d", "target": {"kind": "reach", "from": "0.02", "to": "0.022", "points": [["0.021", "0.4"]]}},
			"progress": "blend", "blendWeight": "2",
			"expected": {"checkpoints": [["2026-01-31", "0.2"], ["2026-02-28", "0.5"]], "steps": true},
			"override": {"progress": "0.5", "by": "Ada", "reason": "tracker down", "from": "2026-02-01", "until": "2026-02-07"},
			"previous": "cvr-q4", "budget": {"amount": "900", "currency": "EUR"}, "cost": "spend", "return": "revenue",
			"guard": {"metric": "posts", "channel": "blog", "window": "4w", "target": {"kind": "at_least", "value": "8", "tolerance": "2"}}
		},
		{
			"id": "old", "level": "micro", "period": "2026-01", "state": "closed", "since": "2026-01-20", "score": "0.8",
			"supports": [{"goal": "year"}],
			"measure": {"metric": "leads", "target": {"kind": "reach", "from": "100", "change": "10%"}},
			"expected": {"buckets": ["1", "2"], "by": "slice"}
		},
		{
			"id": "keep", "level": "micro", "period": "2026-W05", "supports": [{"goal": "year", "weight": "0"}],
			"measure": {"target": {"kind": "within", "low": "4", "high": "5", "tolerance": "1", "score": "latest"}}
		},
		{"id": "limit", "level": "micro", "period": "2026", "measure": {"metric": "leads", "target": {"kind": "at_most", "value": "9"}}}
	],
	"strategies": [{
		"id": "stories", "title": "Daily stories", "level": "micro", "goals": ["cvr-q1", "year"], "channel": "instagram", "owner": "Ada", "delegate": "Lin",
		"period": "2026-Q1", "cadence": "day", "budget": {"amount": "500.5", "currency": "EUR"}, "kind": "content", "meta": {"k": "v"},
		"planned": "2", "done": "posts", "cost": "spend", "return": "revenue"
	}],
	"drivers": [{"from": "visits", "to": "leads", "lag": "28d"}, {"from": "spend", "to": "cvr", "inverse": true}],
	"meta": {"a": "1", "b": "2"}
}`

func decode(t testing.TB, doc string) goal.Plan {
	t.Helper()
	var p goal.Plan
	require.NoError(t, json.Unmarshal([]byte(doc), &p))
	return p
}

func encode(t testing.TB, p goal.Plan) string {
	t.Helper()
	out, err := json.Marshal(p)
	require.NoError(t, err)
	return string(out)
}

func TestPlanRoundTrip(t *testing.T) {
	p := decode(t, everything)
	assertFilled(t, reflect.ValueOf(p), "plan")
	out := encode(t, p)
	assert.JSONEq(t, everything, out, "every key is written as it was read")
	assert.Equal(t, out, encode(t, decode(t, out)))
	h := built(t, p)
	assert.Equal(t, out, encode(t, h.Plan()))
}

// assertFilled fails if a field of the plan is used nowhere in it, so that a new
// field must be added to the document above.
func assertFilled(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		if v.Type().PkgPath() == "github.com/goalkit/goalkit/kpi" && v.Type().Name() == "Number" {
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Name == "_" {
				continue
			}
			assert.True(t, usedSomewhere(v.Type(), f.Index, decode(t, everything)), "%s.%s", name, f.Name)
			assertFilled(t, v.Field(i), name+"."+f.Name)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			assertFilled(t, v.Index(0), name+"[0]")
		}
	case reflect.Pointer:
		if !v.IsNil() {
			assertFilled(t, v.Elem(), name)
		}
	}
}

// usedSomewhere reports whether a field of a type is set anywhere in x.
func usedSomewhere(typ reflect.Type, index []int, x any) bool {
	var walk func(v reflect.Value) bool
	walk = func(v reflect.Value) bool {
		switch v.Kind() {
		case reflect.Struct:
			if v.Type() == typ && !v.FieldByIndex(index).IsZero() {
				return true
			}
			for _, field := range v.Fields() {
				if walk(field) {
					return true
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				if walk(v.Index(i)) {
					return true
				}
			}
		case reflect.Pointer:
			return !v.IsNil() && walk(v.Elem())
		}
		return false
	}
	return walk(reflect.ValueOf(x))
}

func TestPlanIsWrittenPlainly(t *testing.T) {
	p := goal.Plan{Goals: []goal.Goal{
		{ID: "year", Level: goal.Macro, Period: "2026"},
		{ID: "mail", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "year"}}},
		{ID: "shown", Level: goal.Micro, Period: "2026-Q1", Supports: []goal.Link{{Goal: "year", Weight: kpi.Int(0)}}},
	}}
	assert.Equal(t, `{"goals":[{"id":"year","level":"macro","period":"2026"},`+
		`{"id":"mail","level":"micro","period":"2026-Q1","supports":[{"goal":"year"}]},`+
		`{"id":"shown","level":"micro","period":"2026-Q1","supports":[{"goal":"year","weight":"0"}]}]}`, encode(t, p))
	assert.Equal(t, `{}`, encode(t, goal.Plan{}))
}

func TestNumbersAreReadDigitByDigit(t *testing.T) {
	p := decode(t, `{"goals": [{"id": "a", "level": "micro", "period": "2026", "supports": [
		{"goal": "b", "weight": 0.10000000000000000000000001}, {"goal": "c", "weight": "1E+2"}, {"goal": "d", "weight": -0}]}]}`)
	weights := []string{"0.10000000000000000000000001", "100", "0"}
	for i, link := range p.Goals[0].Supports {
		assert.Equal(t, weights[i], link.Weight.String())
		assert.True(t, link.Weight.Given())
	}
}

// What is no number, word, date or zone is kept as it was, written again, and
// reported by New together with everything else.
func TestFaultsSurviveDecoding(t *testing.T) {
	doc := `{"zone":"Mars/Olympus","goals":[` +
		`{"id":"a","level":"nano","period":"2026-W54","cadence":"often","supports":[{"goal":"b","weight":"ten"}],` +
		`"measure":{"target":{"kind":"grow","from":"1e5000000"}}},` +
		`{"id":"b","level":"macro","period":"2026","override":{"progress":""}}]}`
	p := decode(t, doc)
	assert.Equal(t, doc, encode(t, p))
	_, err := goal.New(p)
	assert.Equal(t, []string{
		"plan.zone: zone Mars/Olympus",
		"a level: enum nano",
		"a cadence: time often",
		"a period: period 2026-W54",
		"a measure.target.kind: enum grow",
		"a measure.target.from: number 1e5000000",
		"a supports[0].weight: number ten",
		"b override.progress: number",
	}, found(t, err))

	long := `{"goals":[{"id":"a","level":"micro","period":"2026","score":` + strings.Repeat("7", 100_000) + `}]}`
	p = decode(t, long)
	again := encode(t, p)
	assert.Less(t, len(again), 200)
	assert.Equal(t, again, encode(t, decode(t, again)))
}

func TestPlanDecodesStrictly(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"empty", "", "line 1, column 1: "},
		{"null", "null", "line 1, column 1: "},
		{"a list", "[]", "line 1, column 1: "},
		{"trailing data", "{}\n {}", "line 2, column 2: "},
		{"unknown key", "{\n  \"goalz\": []}", "line 2, column 3: "},
		{"letter case", `{"Goals": []}`, "line 1, column 2: "},
		{"unknown key inside", "{\"goals\": [\n{\"id\": \"a\"},\n{\"id\": \"b\", \"weight\": 1}]}", "line 3, column 13: "},
		{"twice", `{"id": "a", "id": "b"}`, "line 1, column 13: "},
		{"twice in meta", `{"meta": {"a": "1", "\u0061": "2"}}`, "line 1, column 21: "},
		{"twice in a numerator", `{"metrics": [{"numerator": {"a": 1, "a": 2}}]}`, "line 1, column 37: "},
		{"null inside", "{\"goals\": [{\"id\": \"a\",\n\"measure\": null}]}", "line 2, column 12: "},
		{"null number", `{"goals": [{"score": null}]}`, "line 1, column 22: "},
		{"number for a text", `{"id": 5}`, "line 1, column 8: "},
		{"text for a number", `{"version": "1"}`, "line 1, column 13: "},
		{"not whole", `{"version": 1.0}`, "line 1, column 13: "},
		{"object for a number", `{"goals": [{"score": {}}]}`, "line 1, column 22: "},
		{"half a pair", `{"goals": [{"expected": {"checkpoints": [["2026-01-31"]]}}]}`, "line 1, column 55: "},
		{"more than a pair", `{"goals": [{"expected": {"checkpoints": [["2026-01-31", "0.5", "0.6"]]}}]}`, "line 1, column 64: "},
		{"invalid UTF-8", "{\"id\": \"a\xff\"}", "line 1, column 10: "},
		{"half a surrogate", `{"id": "\ud800"}`, "line 1, column 9: "},
		{"cut off", `{"id": "a"`, "line 1, column 11: "},
		{"deep", strings.Repeat("[", 100_000), "line 1, column 1: "},
		{"deep inside", `{"goals": ` + strings.Repeat("[", 100_000), "line 1, column 12: "},
		{"a comment", "{} // plan", "line 1, column 4: "},
		{"a byte order mark", "\ufeff{}", "line 1, column 1: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := goal.Plan{ID: "before"}
			err := p.UnmarshalJSON([]byte(test.doc))
			require.Error(t, err)
			assert.True(t, strings.HasPrefix(err.Error(), test.want), "%s", err)
			assert.Equal(t, goal.Plan{ID: "before"}, p, "the receiver is left alone")
			assert.Error(t, json.Unmarshal([]byte(test.doc), &p))
		})
	}
}

// Through package json the position is the same.
func TestPositionThroughPackageJSON(t *testing.T) {
	var p goal.Plan
	err := json.Unmarshal([]byte("{\n\"goals\": [\n{\"titel\": \"\"}]}"), &p)
	require.ErrorContains(t, err, "line 3, column 2: ")
}

func FuzzPlanJSON(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"goals": [{"id": "a", "level": "micro", "period": "2026", "supports": [{"goal": "a", "weight": 1e5000000}]}]}`))
	f.Add([]byte(`{"goals": [{"id": "a", "level": "micro", "period": "2026-W53", "supports": [{"goal": "b"}]}, {"id": "b", "level": "micro", "period": "2026/2027", "supports": [{"goal": "a"}]}]}`))
	f.Add([]byte(`{"goals": [{"id": "a", "level": "macro", "period": "0000", "weighting": "target", "expected": {"buckets": [1, 1], "by": "week"}}]}`))
	f.Add([]byte(`{"zone": "Pacific/Apia", "goals": [{"id": "a", "level": "micro", "period": "2011-12-30", "since": "2011-12-30"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p goal.Plan
		if p.UnmarshalJSON(data) != nil {
			return
		}
		first := encode(t, p)
		again := decode(t, first)
		require.Equal(t, first, encode(t, again))
		h, err := goal.New(p)
		h2, err2 := goal.New(again)
		require.Equal(t, found(t, err), found(t, err2))
		if err != nil {
			require.Nil(t, h)
			return
		}
		require.Equal(t, first, encode(t, h.Plan()))
		require.Equal(t, first, encode(t, h2.Plan()))
	})
}
