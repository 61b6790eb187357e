package strict_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/strict"
)

// fault decodes doc into v and returns the error.
func fault(t *testing.T, doc string, v any) *strict.Error {
	t.Helper()
	err := strict.Unmarshal([]byte(doc), v)
	require.Error(t, err, doc)
	e, ok := errors.AsType[*strict.Error](err)
	require.True(t, ok, "%T", err)
	return e
}

func TestUnmarshalFills(t *testing.T) {
	const doc = ` {"id": "a", "title": "\u0041\ud83d\ude00", "done": true, "count": -9223372036854775808, "small": 255,
		"tags": ["x", ""], "pair": [-0, 7], "meta": {"": "empty", "b": "c"}, "amount": 1.50, "level": "micro",
		"at": "2026-01-15T00:00:00Z", "points": [["50", 0.4], [1e2, "1"]], "unknown": {"skipFrom": "0.5"},
		"next": {"goal": "g", "weight": 2}, "links": [{}, {"goal": "h"}], "Plain": 3}` + "\r\n\t "
	var got sample
	require.NoError(t, strict.Unmarshal([]byte(doc), &got))
	assert.Equal(t, sample{
		ID: "a", Title: "A😀", Done: true, Count: -9223372036854775808, Small: 255,
		Tags: []string{"x", ""}, Pair: [2]int{0, 7}, Meta: map[string]string{"": "empty", "b": "c"},
		Amount: number{"1.50"}, Level: 2, At: time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC),
		Points:  []point{{Value: number{"50"}, Progress: number{"0.4"}}, {Value: number{"1e2"}, Progress: number{"1"}}},
		Unknown: policy{SkipFrom: number{"0.5"}},
		Next:    &link{Goal: "g", Weight: &number{"2"}}, Links: []link{{}, {Goal: "h"}}, Plain: 3,
	}, got)

	var p policy
	require.NoError(t, strict.Unmarshal([]byte(`"zero"`), &p))
	assert.Equal(t, policy{Word: "zero"}, p)
}

func TestUnmarshalReplacesOnlyOnSuccess(t *testing.T) {
	got := sample{ID: "old", Title: "old", Tags: []string{"old"}}
	before := got
	for _, doc := range []string{`{"id": "new", "id": "x"}`, `{"id": "new", "amount": "x"}`, `{"tags": ["new"]`, ``} {
		require.Error(t, strict.Unmarshal([]byte(doc), &got), doc)
		assert.Equal(t, before, got, doc)
	}
	require.NoError(t, strict.Unmarshal([]byte(`{"id": "new"}`), &got))
	assert.Equal(t, sample{ID: "new"}, got)
}

func TestUnmarshalFaults(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"empty", "", "line 1, column 1: unexpected end of input"},
		{"white space", " \n ", "line 2, column 2: unexpected end of input"},
		{"byte order mark", "\ufeff{}", `line 1, column 1: unexpected character '\ufeff'`},
		{"data after", "{}\n {}", "line 2, column 2: data after the value"},
		{"zero byte after", "{}\x00", "line 1, column 3: data after the value"},
		{"zero byte", "\x00", `line 1, column 1: unexpected character '\x00'`},
		{"cut", `{"id": "a"`, "line 1, column 11: unexpected end of input"},
		{"cut in a key", `{"id`, "line 1, column 5: unexpected end of input"},
		{"cut in an escape", `{"id": "\`, "line 1, column 10: unexpected end of input"},
		{"cut in a unicode escape", `{"id": "\u00`, "line 1, column 13: unexpected end of input"},
		{"no comma", `{"id": "a" "title": "b"}`, `line 1, column 12: want "," or "}", found '"'`},
		{"no comma in an array", `{"tags": ["a" "b"]}`, `line 1, column 15: want "," or "]", found '"'`},
		{"comma at the end", `{"id": "a",}`, `line 1, column 12: want a key, found '}'`},
		{"comma at the end of an array", `{"tags": ["a",]}`, `line 1, column 15: unexpected character ']'`},
		{"comma alone", `{"tags": [,]}`, `line 1, column 11: unexpected character ','`},
		{"no colon", `{"id" "a"}`, `line 1, column 7: want ":", found '"'`},
		{"bare key", `{id: "a"}`, `line 1, column 2: want a key, found 'i'`},
		{"wrong bracket", `{"tags": ["a"}}`, `line 1, column 14: want "," or "]", found '}'`},
		{"comment", `{/**/}`, `line 1, column 2: want a key, found '/'`},

		{"unknown key", "{\n  \"id\": \"a\",\r\n\t\"titel\": 1}", `line 3, column 2: unknown key "titel"`},
		{"letter case", `{"ID": "a"}`, `line 1, column 2: unknown key "ID"`},
		{"case folding", "{\"\u017fmall\": 1}", "line 1, column 2: unknown key \"\u017fmall\""},
		{"hidden field", `{"Hidden": "a"}`, `line 1, column 2: unknown key "Hidden"`},
		{"hidden field's tag", `{"-": "a"}`, `line 1, column 2: unknown key "-"`},
		{"private field", `{"private": 1}`, `line 1, column 2: unknown key "private"`},
		{"word field", `{"unknown": {"Word": "zero"}}`, `line 1, column 14: unknown key "Word"`},
		{"columns are bytes", `{"title": "äöü", "x": 1}`, `line 1, column 21: unknown key "x"`},
		{"long key", `{"` + strings.Repeat("k", 65) + `": 1}`, `line 1, column 2: unknown key "` + strings.Repeat("k", 64) + `..."`},
		{"long key of wide characters", `{"` + strings.Repeat("k", 63) + `ää": 1}`, `line 1, column 2: unknown key "` + strings.Repeat("k", 63) + `..."`},
		{"key of 64 bytes", `{"` + strings.Repeat("k", 64) + `": 1}`, `line 1, column 2: unknown key "` + strings.Repeat("k", 64) + `"`},

		{"twice", `{"id": "a", "id": "a"}`, `line 1, column 13: key "id" is given twice`},
		{"twice, escaped", `{"id": "a", "\u0069d": "a"}`, `line 1, column 13: key "id" is given twice`},
		{"twice in a map", `{"meta": {"a": "1", "b": "2", "\u0061": "3"}}`, `line 1, column 31: key "a" is given twice`},
		{"empty key twice", `{"meta": {"": "1", "": "2"}}`, `line 1, column 20: key "" is given twice`},

		{"null", `null`, "line 1, column 1: null is not allowed"},
		{"null string", `{"id": null}`, "line 1, column 8: null is not allowed"},
		{"null pointer", `{"next": null}`, "line 1, column 10: null is not allowed"},
		{"null scalar", `{"amount": null}`, "line 1, column 12: null is not allowed"},
		{"null text", `{"level": null}`, "line 1, column 11: null is not allowed"},
		{"null element", `{"tags": [null]}`, "line 1, column 11: null is not allowed"},
		{"null value", `{"meta": {"a":null}}`, "line 1, column 15: null is not allowed"},
		{"null list", `{"tags": null}`, "line 1, column 10: null is not allowed"},
		{"null word", `{"unknown": null}`, "line 1, column 13: null is not allowed"},
		{"null misspelt", `{"id": nul}`, `line 1, column 11: unexpected character '}'`},

		{"invalid UTF-8", "{\"id\": \"a\xff\"}", "line 1, column 10: invalid UTF-8"},
		{"invalid UTF-8 in a key", "{\"meta\": {\"\xc3\": \"\"}}", "line 1, column 12: invalid UTF-8"},
		{"overlong", "{\"id\": \"\xc0\xaf\"}", "line 1, column 9: invalid UTF-8"},
		{"surrogate in UTF-8", "{\"id\": \"\xed\xa0\x80\"}", "line 1, column 9: invalid UTF-8"},
		{"invalid UTF-8 outside", "{\xff}", "line 1, column 2: invalid UTF-8"},
		{"high surrogate", `{"id": "a\ud800"}`, "line 1, column 10: escape of half a surrogate pair"},
		{"low surrogate", `{"id": "\uDFFF"}`, "line 1, column 9: escape of half a surrogate pair"},
		{"high surrogate and letter", `{"id": "\ud83d\u0041"}`, "line 1, column 9: escape of half a surrogate pair"},
		{"two high surrogates", `{"id": "\ud83d\ud83d\ude00"}`, "line 1, column 9: escape of half a surrogate pair"},
		{"surrogate in a key", `{"\ud800": 1}`, "line 1, column 3: escape of half a surrogate pair"},
		{"bad escape", `{"id": "\x41"}`, "line 1, column 9: invalid escape in a string"},
		{"bad digit", `{"id": "\u00g0"}`, `line 1, column 13: want a hexadecimal digit, found 'g'`},
		{"line break", "{\"id\": \"a\nb\"}", "line 1, column 10: control character in a string"},
		{"tab", "{\"id\": \"\t\"}", "line 1, column 9: control character in a string"},
		{"zero byte in a string", "{\"id\": \"\x00\"}", "line 1, column 9: control character in a string"},

		{"number for string", `{"id": 1}`, "line 1, column 8: want a string, found a number"},
		{"array for object", `[]`, "line 1, column 1: want an object, found an array"},
		{"string for object", `""`, "line 1, column 1: want an object, found a string"},
		{"object for list", `{"tags": {}}`, "line 1, column 10: want an array, found an object"},
		{"string for number", `{"count": "1"}`, "line 1, column 11: want a number, found a string"},
		{"bool for number", `{"small": true}`, "line 1, column 11: want a number, found true or false"},
		{"number for bool", `{"done": 0}`, "line 1, column 10: want true or false, found a number"},
		{"misspelt bool", `{"done": fals}`, `line 1, column 14: unexpected character '}'`},
		{"bool with tail", `{"done": truex}`, `line 1, column 14: want "," or "}", found 'x'`},
		{"list for map", `{"meta": []}`, "line 1, column 10: want an object, found an array"},
		{"number in map", `{"meta": {"a": 1}}`, "line 1, column 16: want a string, found a number"},
		{"bool for scalar", `{"amount": true}`, "line 1, column 12: want a string or a number, found true or false"},
		{"object for scalar", `{"amount": {}}`, "line 1, column 12: want a string or a number, found an object"},
		{"array for scalar", `{"amount": []}`, "line 1, column 12: want a string or a number, found an array"},
		{"number for text", `{"level": 1}`, "line 1, column 11: want a string, found a number"},
		{"number for word", `{"unknown": 1}`, "line 1, column 13: want a string or an object, found a number"},
		{"object for tuple", `{"points": [{}]}`, "line 1, column 13: want an array, found an object"},

		{"short array", `{"pair": [1]}`, "line 1, column 12: want 2 elements, found 1"},
		{"empty array", `{"pair": []}`, "line 1, column 11: want 2 elements, found 0"},
		{"long array", `{"pair": [1, 2, 3]}`, "line 1, column 17: want 2 elements, found more"},
		{"short tuple", `{"points": [["1"]]}`, "line 1, column 17: want 2 elements, found 1"},
		{"long tuple", `{"points": [["1", "2", {}]]}`, "line 1, column 24: want 2 elements, found more"},

		{"fraction", `{"count": 1.5}`, "line 1, column 11: want a whole number, found 1.5"},
		{"exponent", `{"count": 1e3}`, "line 1, column 11: want a whole number, found 1e3"},
		{"overflow", `{"count": 9223372036854775808}`, "line 1, column 11: 9223372036854775808 is out of range"},
		{"small overflow", `{"small": 256}`, "line 1, column 11: 256 is out of range"},
		{"negative", `{"small": -1}`, "line 1, column 11: -1 is out of range"},
		{"long overflow", `{"count": ` + strings.Repeat("9", 100) + `}`, "line 1, column 11: " + strings.Repeat("9", 64) + "... is out of range"},

		{"method", "{\n \"amount\": \"x\"}", "line 2, column 12: not a number"},
		{"method below a pointer", `{"next": {"weight": "x"}}`, "line 1, column 21: not a number"},
		{"text method", `{"level": "nano"}`, `line 1, column 11: unknown level "nano"`},
		{"method that calls back", "{\"points\": [[1, 2], [1,\n  \"x\"]]}", "line 2, column 3: point: not a number"},
		{"method that calls back, same line", `{"unknown": {"skipFrom": "x"}}`, "line 1, column 26: not a number"},
		{"first of two", `{"amount": "x", "level": "nano"}`, "line 1, column 12: not a number"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var v sample
			assert.Equal(t, tt.want, fault(t, tt.doc, &v).Error())
		})
	}
}

func TestErrorUnwraps(t *testing.T) {
	var s sample
	for _, doc := range []string{`{"amount": "x"}`, `{"points": [["1", "x"]]}`, `{"unknown": {"skipFrom": "x"}}`} {
		assert.ErrorIs(t, fault(t, doc, &s), errNumber, doc)
	}
	assert.Nil(t, errors.Unwrap(fault(t, `{"id": 1}`, &s)))

	var n number
	e := fault(t, "\n \"x\"", &n)
	assert.ErrorIs(t, e, errNumber)
	assert.Equal(t, "line 2, column 2: not a number", e.Error())

	var p policy
	assert.EqualError(t, fault(t, "\n {\"skipFrom\": \"x\"}", &p), "line 2, column 15: not a number")
}

func TestUnmarshalFaultWithoutPlace(t *testing.T) {
	var numbers []json.Number
	e := fault(t, `["1", "x"]`, &numbers)
	assert.Equal(t, 1, e.Line)
	assert.Equal(t, 1, e.Column)
	assert.Contains(t, e.Message, "invalid number")
	assert.Nil(t, numbers)
}

func TestUnmarshalTarget(t *testing.T) {
	for _, v := range []any{nil, sample{}, (*sample)(nil), 1} {
		e := fault(t, `{}`, v)
		assert.Equal(t, 1, e.Line)
		assert.Equal(t, 1, e.Column)
		_, ok := errors.AsType[*json.InvalidUnmarshalError](e)
		assert.True(t, ok, "%T", v)
	}
}

// manyFields has more fields than fit into a word.
type manyFields struct {
	A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9           int
	C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1, D2, D3, D4, D5, D6, D7, D8, D9           int
	E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, F0, F1, F2, F3, F4, F5, F6, F7, F8, F9           int
	G0, G1, G2, G3, G4, G5, G6, G7, G8, G9, H0, H1, H2, H3, H4, H5, H6, H7, H8, H9           int
	I0, I1, I2, I3, I4, I5, I6, I7, I8, I9, J0, J1, J2, J3, J4, J5, J6, J7, J8, J9, K0, K129 int
}

func TestUnmarshalManyFields(t *testing.T) {
	want := manyFields{A0: 1, G3: 2, G4: 3, K129: 4}
	doc, err := json.Marshal(want)
	require.NoError(t, err)
	var got manyFields
	require.NoError(t, strict.Unmarshal(doc, &got))
	assert.Equal(t, want, got)
	for _, key := range []string{"A0", "G3", "G4", "G5", "K129"} {
		again := strings.TrimSuffix(string(doc), "}") + `,"` + key + `":1}`
		assert.Equal(t, `key "`+key+`" is given twice`, fault(t, again, &got).Message)
	}
	assert.Equal(t, `key "K129" is given twice`, fault(t, `{"K129":1,"K129":1}`, &got).Message)
}

func TestUnmarshalManyKeys(t *testing.T) {
	keys := make([]string, 50)
	for i := range keys {
		keys[i] = `"` + strings.Repeat("k", i) + `":"v"`
	}
	doc := strings.Join(keys, ",")
	var got map[string]string
	require.NoError(t, strict.Unmarshal([]byte("{"+doc+"}"), &got))
	assert.Len(t, got, len(keys))
	for i, key := range keys {
		assert.Equal(t, `key "`+strings.Repeat("k", i)+`" is given twice`, fault(t, "{"+doc+","+key+"}", &got).Message)
	}
}
