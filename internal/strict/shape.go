package strict

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
)

// A kind is what a shape wants in the JSON text.
type kind uint8

const (
	objectKind kind = iota + 1 // an object with known keys
	mapKind                    // an object with free keys
	listKind                   // an array
	tupleKind                  // an array of known length
	stringKind                 // a string
	scalarKind                 // a string or a number
	intKind                    // a number without fraction or exponent
	uintKind                   // the same, and not negative
	boolKind                   // true or false
)

// A shape is what the check needs to know of a Go type.
// It is immutable and safe for use by several goroutines at once.
type shape struct {
	kind   kind
	typ    reflect.Type
	custom bool           // has a decoding method
	text   bool           // may be a string
	keys   map[string]int // of an object: its keys' places in parts
	parts  []*shape       // of an object or a struct written as tuple
	elem   *shape         // of a map, list or Go array
	length int            // of a tuple; the bits of an integer
}

// part returns the shape of element i of a tuple.
func (s *shape) part(i int) *shape {
	if s.elem != nil {
		return s.elem
	}
	return s.parts[i]
}

var wants = [...]string{
	objectKind: "an object",
	mapKind:    "an object",
	listKind:   "an array",
	tupleKind:  "an array",
	stringKind: "a string",
	scalarKind: "a string or a number",
	intKind:    "a number",
	uintKind:   "a number",
	boolKind:   "true or false",
}

// want returns what a value of this shape must be, for messages.
func (s *shape) want() string {
	if s.kind == objectKind && s.text {
		return "a string or an object"
	}
	return wants[s.kind]
}

// shapes caches what shapeOf has found: from reflect.Type to *shape.
var shapes sync.Map

// shapeOf returns the shape of a type,
// or an error if the type or one inside it is not supported.
func shapeOf(t reflect.Type) (*shape, error) {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape), nil
	}
	s, err := shaper{}.shape(t)
	if err != nil {
		return nil, err
	}
	shapes.Store(t, s)
	return s, nil
}

// A shaper finds the shapes of a type and those inside it.
// It maps a type to nil as long as its shape is being looked for.
type shaper map[reflect.Type]*shape

// shape returns the shape of t.
func (r shaper) shape(t reflect.Type) (*shape, error) {
	if s, ok := r[t]; ok {
		if s == nil {
			return nil, fmt.Errorf("type %v contains itself", t)
		}
		return s, nil
	}
	r[t] = nil
	s, err := r.find(t)
	if err != nil {
		return nil, err
	}
	r[t] = s
	return s, nil
}

var (
	jsonType = reflect.TypeFor[json.Unmarshaler]()
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// find returns the shape of t by its methods, or else by its kind.
func (r shaper) find(t reflect.Type) (*shape, error) {
	hasJSON := reflect.PointerTo(t).Implements(jsonType)
	hasText := reflect.PointerTo(t).Implements(textType)
	switch {
	case t.Kind() == reflect.Interface:
		return nil, unsupported(t)
	case hasText && !hasJSON:
		return &shape{kind: stringKind, typ: t, custom: true, text: true}, nil
	case t.Kind() == reflect.Struct:
		return r.structure(t, hasJSON)
	case hasJSON:
		return &shape{kind: scalarKind, typ: t, custom: true, text: true}, nil
	}
	return r.plain(t)
}

// plain returns the shape of a type without methods that is no struct.
func (r shaper) plain(t reflect.Type) (*shape, error) {
	switch t.Kind() {
	case reflect.String:
		return &shape{kind: stringKind, typ: t, text: true}, nil
	case reflect.Bool:
		return &shape{kind: boolKind, typ: t}, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &shape{kind: intKind, typ: t, length: t.Bits()}, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return &shape{kind: uintKind, typ: t, length: t.Bits()}, nil
	case reflect.Pointer:
		return r.shape(t.Elem())
	case reflect.Slice:
		return r.of(&shape{kind: listKind, typ: t})
	case reflect.Array:
		return r.of(&shape{kind: tupleKind, typ: t, length: t.Len()})
	case reflect.Map:
		// A key type with a method of its own could make one key of two.
		if k := t.Key(); k.Kind() == reflect.String && !reflect.PointerTo(k).Implements(textType) {
			return r.of(&shape{kind: mapKind, typ: t})
		}
	}
	return nil, unsupported(t)
}

// of completes the shape of a type that has elements.
func (r shaper) of(s *shape) (*shape, error) {
	elem, err := r.shape(s.typ.Elem())
	s.elem = elem
	return s, err
}

// unsupported returns an error about a type that cannot be decoded.
func unsupported(t reflect.Type) error {
	return fmt.Errorf("type %v is not supported", t)
}
