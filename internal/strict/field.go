package strict

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// structure returns the shape of a struct: an object, a tuple, a word or object,
// or a scalar if it keeps its fields to itself.
func (r shaper) structure(t reflect.Type, hasJSON bool) (*shape, error) {
	s := &shape{kind: objectKind, typ: t, custom: hasJSON, keys: map[string]int{}}
	for i := range t.NumField() {
		if err := r.field(s, t.Field(i), i); err != nil {
			return nil, err
		}
	}
	s.length = len(s.parts)
	switch {
	case s.kind == tupleKind && !hasJSON:
		return nil, fmt.Errorf("type %v is a tuple but has no UnmarshalJSON method", t)
	case s.text && !hasJSON:
		// The type is likely `type plain T`, by which T's own UnmarshalJSON reads the object.
		s.text = false
	case s.kind == objectKind && !s.text && hasJSON && len(s.parts) == 0:
		return &shape{kind: scalarKind, typ: t, custom: true, text: true}, nil
	}
	return s, nil
}

// field adds field i of a struct to its shape.
func (r shaper) field(s *shape, f reflect.StructField, i int) error {
	switch tag := f.Tag.Get("strict"); {
	case tag == "":
	case tag == "tuple" && i == 0 && f.Name == "_":
		s.kind = tupleKind
	case tag == "word" && f.IsExported() && f.Type.Kind() == reflect.String && f.Tag.Get("json") == "-":
		s.text = true
	default:
		return fmt.Errorf("type %v: the tag strict:%q does not fit field %s", s.typ, tag, f.Name)
	}
	name, ok, err := fieldKey(f)
	if err != nil {
		return fmt.Errorf("type %v: field %s: %w", s.typ, f.Name, err)
	}
	if !ok {
		return nil
	}
	if _, taken := s.keys[name]; taken {
		return fmt.Errorf("type %v has two fields with the key %q", s.typ, name)
	}
	part, err := r.shape(f.Type)
	if err != nil {
		return err
	}
	s.keys[name] = len(s.parts)
	s.parts = append(s.parts, part)
	return nil
}

// fieldKey returns the key that encoding/json uses for f. It reports false for a
// field that is left out, and returns an error for one that strict cannot follow.
func fieldKey(f reflect.StructField) (key string, ok bool, err error) {
	tag := f.Tag.Get("json")
	if tag == "-" {
		return "", false, nil
	}
	key, options, _ := strings.Cut(tag, ",")
	if f.Anonymous && key == "" {
		if t := embedded(f); t.Kind() == reflect.Struct {
			if hasFields(t) {
				return "", false, fmt.Errorf("embedded fields are not supported")
			}
			return "", false, nil
		}
	}
	switch {
	case !f.IsExported():
		return "", false, nil
	case strings.Contains(","+options+",", ",string,"):
		return "", false, fmt.Errorf("the option string is not supported")
	case strings.ContainsFunc(key, notInKeys):
		return "", false, fmt.Errorf("encoding/json does not take the key %q", key)
	case key == "":
		return f.Name, true, nil
	}
	return key, true, nil
}

// embedded returns the type of an embedded field, without its pointer.
func embedded(f reflect.StructField) reflect.Type {
	if f.Type.Kind() == reflect.Pointer {
		return f.Type.Elem()
	}
	return f.Type
}

// hasFields reports whether a struct would lend fields to one that embeds it.
func hasFields(t reflect.Type) bool {
	for f := range t.Fields() {
		if f.IsExported() || f.Anonymous {
			return true
		}
	}
	return false
}

// notInKeys reports whether encoding/json ignores the name in a tag because of r.
func notInKeys(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r)
}
