package strict_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/internal/strict"
)

// A writer writes random documents of a type.
type writer struct {
	*rand.Rand
	strings.Builder
}

// value writes a value of type t.
func (w *writer) value(t reflect.Type) {
	w.space()
	defer w.space()
	switch reflect.Zero(t).Interface().(type) {
	case number:
		w.oneOf(`"1"`, `-0`, `0.5`, `1E+2`, `"-7.25"`, strconv.Itoa(w.Int()))
		return
	case level:
		w.oneOf(`"macro"`, `"micro"`, `"m\u0069cro"`)
		return
	case point:
		w.list(2, reflect.TypeFor[number]())
		return
	case policy:
		if w.IntN(2) == 0 {
			w.oneOf(`"zero"`, `"skip"`)
			return
		}
	}
	if t.String() == "time.Time" {
		w.oneOf(`"2026-01-15T00:00:00Z"`, `"2026-01-15T10:20:30.5+01:00"`)
		return
	}
	w.plain(t)
}

// plain writes a value of a type by its kind.
func (w *writer) plain(t reflect.Type) {
	switch t.Kind() {
	case reflect.Struct:
		w.object(t)
	case reflect.Map:
		w.dictionary(t.Elem())
	case reflect.Slice:
		w.list(w.IntN(4), t.Elem())
	case reflect.Array:
		w.list(t.Len(), t.Elem())
	case reflect.Pointer:
		w.value(t.Elem())
	case reflect.String:
		w.text(strings.Repeat("é", w.IntN(3)) + strconv.Itoa(w.Int()))
	case reflect.Bool:
		w.oneOf("true", "false")
	default:
		w.oneOf("0", "1", "127")
	}
}

func (w *writer) object(t reflect.Type) {
	w.WriteByte('{')
	comma := ""
	for _, i := range w.Perm(t.NumField()) {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		name = cmp.Or(name, f.Name)
		if !f.IsExported() || name == "-" || w.IntN(3) == 0 {
			continue
		}
		w.WriteString(comma)
		w.key(name)
		w.value(f.Type)
		comma = ","
	}
	w.space()
	w.WriteByte('}')
}

func (w *writer) dictionary(elem reflect.Type) {
	w.WriteByte('{')
	for i := range w.IntN(12) {
		if i > 0 {
			w.WriteByte(',')
		}
		w.key(strings.Repeat("ñ", i))
		w.value(elem)
	}
	w.space()
	w.WriteByte('}')
}

func (w *writer) list(n int, elem reflect.Type) {
	w.WriteByte('[')
	for i := range n {
		if i > 0 {
			w.WriteByte(',')
		}
		w.value(elem)
	}
	w.space()
	w.WriteByte(']')
}

func (w *writer) key(s string) {
	w.space()
	w.text(s)
	w.space()
	w.WriteByte(':')
}

// text writes a string, some of its characters escaped.
func (w *writer) text(s string) {
	w.WriteByte('"')
	for _, r := range s {
		if w.IntN(8) == 0 {
			_, _ = fmt.Fprintf(w, `\u%04x`, r)
		} else {
			w.WriteRune(r)
		}
	}
	w.WriteByte('"')
}

func (w *writer) space() {
	if w.IntN(4) == 0 {
		w.oneOf(" ", "\n", "\t\r\n", "  ")
	}
}

func (w *writer) oneOf(texts ...string) {
	w.WriteString(texts[w.IntN(len(texts))])
}

func TestRandomDocuments(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		w := writer{Rand: r}
		w.value(reflect.TypeFor[sample]())
		doc := []byte(w.String())
		var got sample
		require.NoError(t, strict.Unmarshal(doc, &got), "%s", doc)
		agree(t, doc)

		doc[r.IntN(len(doc))] = "{}[]\",:\\0e-tn\xff"[r.IntN(14)]
		agree(t, doc)
	}
}

// agree fails if strict accepts what encoding/json does not, or reads it otherwise.
func agree(t *testing.T, doc []byte) {
	t.Helper()
	var got, want sample
	input := bytes.Clone(doc)
	err := strict.Unmarshal(input, &got)
	require.Equal(t, doc, input, "the input must not change")
	if err != nil {
		assert.Equal(t, sample{}, got)
		return
	}
	require.True(t, json.Valid(doc), "%q", doc)
	d := json.NewDecoder(bytes.NewReader(doc))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&want), "%q", doc)
	require.Equal(t, want, got, "%q", doc)
}

func FuzzUnmarshal(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		w := writer{Rand: r}
		w.value(reflect.TypeFor[sample]())
		f.Add([]byte(w.String()))
	}
	f.Add([]byte(`{"amount": "x", "at": "y", "unknown": {"skipFrom": ""}}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		agree(t, doc)
	})
}
