package strict_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/internal/strict"
)

// TestGrammar compares with encoding/json, where both mean the same by valid.
func TestGrammar(t *testing.T) {
	tests := []struct {
		v    any
		docs []string
	}{
		{new(json.RawMessage), []string{
			"0", "-0", "1", "10", "-1", "0.5", "1.50", "1E+2", "1e-2", "1e2", "0e0", "-0.0e-0", "123456789012345678901234567890",
			"", "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1E-", "1e1.5", "1..2", "0x10", "1_000", "--1",
			"Infinity", "NaN", "1a", "1 2", "1,", "１", "0e", "-a", "1-", "1+1",
		}},
		{new(string), []string{
			`""`, `"a"`, `"\"\\\/\b\f\n\r\t"`, `"\u0000"`, `"\u00e9\u00C9"`, `"\ud834\udd1e"`, `"\uD834\uDd1E"`, "\"\u007f\"", "\"\u2028\"", `"é😀"`,
			`"`, `"a`, `"\"`, `"\a"`, `"\'"`, `"\u"`, `"\u12"`, `"\u12g4"`, `"\U0041"`, `"\0"`, `'a'`, "\"\n\"", "\"\x1f\"", "\"\x00\"", `""""`, `"a"b`,
		}},
		{new(bool), []string{
			"true", "false", " true\n", "\ttrue\r", "True", "tru", "truee", "fals", "t", "f", "true false", "\vtrue", "\u00a0true", "\ufefftrue", "\ftrue", "true\x00",
		}},
		{new([]int), []string{
			"[]", "[ ]", "[1]", "[1,2]", " [ 1 , 2 ] ", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "[]]", "[1}", "[]{}", "[[]", "[1]x",
		}},
		{new(map[string]int), []string{
			"{}", "{ }", `{"a":1}`, `{"a":1,"b":2}`, ` { "a" : 1 , "b" : 2 } `, `{"":0}`,
			"{", "}", `{"a"}`, `{"a":}`, `{"a":1`, `{"a":1,}`, `{,"a":1}`, `{"a" 1}`, `{"a"::1}`, `{a:1}`, `{1:1}`, `{'a':1}`, `{"a":1]`, `{"a":1;"b":2}`, `{"a":1 "b":2}`, `{{}}`,
		}},
	}
	for _, tt := range tests {
		for _, doc := range tt.docs {
			err := strict.Unmarshal([]byte(doc), tt.v)
			assert.Equal(t, json.Valid([]byte(doc)), err == nil, "%q: %v", doc, err)
		}
	}
}

func TestUnmarshalDeep(t *testing.T) {
	const depth = 100_000
	tests := []struct {
		doc  string
		v    any
		want string
	}{
		{strings.Repeat("[", depth), new([][]int), "line 1, column 3: want a number, found an array"},
		{strings.Repeat("[", depth) + strings.Repeat("]", depth), new([]string), "line 1, column 2: want a string, found an array"},
		{strings.Repeat(`{"next":`, depth), new(sample), "line 1, column 10: unknown key \"next\""},
		{`{"links":` + strings.Repeat("[", depth), new(sample), "line 1, column 11: want an object, found an array"},
		{`{"amount":` + strings.Repeat("[", depth), new(sample), "line 1, column 11: want a string or a number, found an array"},
		{`{"extra":` + strings.Repeat("[", depth), new(sample), "line 1, column 2: unknown key \"extra\""},
	}
	for _, tt := range tests {
		start := time.Now()
		assert.Equal(t, tt.want, fault(t, tt.doc, tt.v).Error())
		assert.Less(t, time.Since(start), 500*time.Millisecond) // takes one; others use this machine too
	}
}
