package strict_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/strict"
)

type (
	list      []list
	node      struct{ Next *node }
	tupleOnly struct {
		_ struct{} `strict:"tuple"`
		A int
	}
	plainWord struct {
		Word string `json:"-" strict:"word"`
		A    int    `json:"a"`
	}
	lateTuple struct {
		A int
		_ struct{} `strict:"tuple"`
	}
	visibleWord struct {
		Word string `json:"word" strict:"word"`
	}
	misspelt struct {
		Word string `strict:"wrod"`
	}
	twoKeys struct {
		A int
		B int `json:"A"`
	}
	oddKey struct {
		A int `json:"a\"b"` //nolint:staticcheck // what the test is about
	}
	quoted struct {
		A int `json:"a,string"`
	}
	embedding struct{ link }
	keyText   string
)

func (k *keyText) UnmarshalText(text []byte) error { return nil }

func TestUnsupportedTypes(t *testing.T) {
	tests := []struct {
		v    any
		want string
	}{
		{new(any), "type interface {} is not supported"},
		{new(json.Unmarshaler), "type json.Unmarshaler is not supported"},
		{new(float64), "type float64 is not supported"},
		{new(chan int), "type chan int is not supported"},
		{new(struct{ F func() }), "type func() is not supported"},
		{new([]map[string]complex128), "type complex128 is not supported"},
		{new(map[int]string), "type map[int]string is not supported"},
		{new(map[keyText]string), "type map[strict_test.keyText]string is not supported"},
		{new(list), "type strict_test.list contains itself"},
		{new(node), "type strict_test.node contains itself"},
		{new(tupleOnly), "type strict_test.tupleOnly is a tuple but has no UnmarshalJSON method"},
		{new(lateTuple), `type strict_test.lateTuple: the tag strict:"tuple" does not fit field _`},
		{new(visibleWord), `type strict_test.visibleWord: the tag strict:"word" does not fit field Word`},
		{new(misspelt), `type strict_test.misspelt: the tag strict:"wrod" does not fit field Word`},
		{new(twoKeys), `type strict_test.twoKeys has two fields with the key "A"`},
		{new(oddKey), `type strict_test.oddKey: field A: encoding/json does not take the key "a\"b"`},
		{new(quoted), "type strict_test.quoted: field A: the option string is not supported"},
		{new(embedding), "type strict_test.embedding: field link: embedded fields are not supported"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			assert.Equal(t, "line 1, column 1: "+tt.want, fault(t, `{}`, tt.v).Error())
		})
	}
}

// wrapped is a scalar by the method of what it embeds.
type wrapped struct{ number }

// scalarList is a scalar, although it is a slice.
type scalarList []string

func (l *scalarList) UnmarshalJSON(data []byte) error {
	*l = scalarList{string(data)}
	return nil
}

// structText has fields, but is written as text.
type structText struct{ Text string }

func (s *structText) UnmarshalText(text []byte) error {
	s.Text = string(text)
	return nil
}

func TestSupportedTypes(t *testing.T) {
	type named string
	type tagged struct {
		Dash int `json:"-,"` //nolint:staticcheck // what the test is about
	}
	tests := []struct {
		name, doc string
		v         any
		refused   []string
	}{
		{"embedded scalar", `"1"`, new(wrapped), []string{`{}`, `true`}},
		{"slice with method", `"a"`, new(scalarList), []string{`[]`, `["a"]`}},
		{"struct with text", `"a"`, new(structText), []string{`{"Text": "a"}`, `1`}},
		{"time", `"2026-01-15T00:00:00Z"`, new(time.Time), []string{`{}`, `"today"`, `1`}},
		{"raw message", `1`, new(json.RawMessage), []string{`{}`, `[]`, `null`}},
		{"bytes", `[1, 255]`, new([]byte), []string{`"AQ=="`, `[256]`}},
		{"empty struct", `{}`, new(struct{}), []string{`[]`, `{"a": 1}`}},
		{"empty array", `[]`, new([0]int), []string{`[1]`}},
		{"named key", `{"a": 1}`, new(map[named]int), []string{`{"a": "b"}`}},
		{"pointers", `[1]`, new(**[]*int), []string{`null`, `[null]`}},
		{"map of maps", `{"a": {"a": true}}`, new(map[string]map[string]bool), []string{`{"a": {"a": true}, "a": {}}`}},
		{"word without method", `{"a": 1}`, new(plainWord), []string{`"zero"`}},
		{"dash", `{"-": 1}`, new(tagged), []string{`{"Dash": 1}`}},
		{"int8", `-128`, new(int8), []string{`-129`, `128`, `1.0`}},
		{"uint64", `18446744073709551615`, new(uint64), []string{`18446744073709551616`, `-0`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.NoError(t, strict.Unmarshal([]byte(tt.doc), tt.v))
			for _, doc := range tt.refused {
				assert.Error(t, strict.Unmarshal([]byte(doc), tt.v), doc)
			}
		})
	}
}
