// Package strict decodes JSON that must be exactly what its Go types say.
//
//	var p Plan
//	err := strict.Unmarshal(data, &p) // line 3, column 14: unknown key "titel"
//
// It first walks over the bytes, guided by the type, and refuses what
// encoding/json would let pass: repeated or unknown keys, keys in another letter
// case, null, invalid UTF-8, arrays of another length. Then encoding/json fills
// the value. The nesting of the input is bounded by that of the type, so that no
// input, however deep, needs more than a little stack.
//
// # Types
//
// These Go types can be decoded; any other makes Unmarshal return an error,
// whatever the input is, and so does a type that contains itself.
//
//   - A type with an UnmarshalText but no UnmarshalJSON method: a string.
//   - A struct with exported fields: an object with their keys, named as in
//     encoding/json, whether it has an UnmarshalJSON method or not.
//   - A struct whose first field is `_ struct{}` with the tag `strict:"tuple"`:
//     an array of its exported fields, in order. It needs an UnmarshalJSON method.
//   - A struct with an exported string field with the tags `json:"-"` and
//     `strict:"word"`: an object as above, or else a string. Without an
//     UnmarshalJSON method it is an object only.
//   - Any other type with an UnmarshalJSON method: a string or a number.
//   - A string or bool; an integer, written without fraction or exponent and
//     within the range of its type.
//   - A slice; an array, which must have all its elements; a map whose keys are
//     of a string kind without UnmarshalText; a pointer, which stands for its element.
//
// Embedded structs with fields, the json tag option "string", floats and
// interfaces are not supported.
package strict

import (
	"encoding/json"
	"reflect"
)

// Unmarshal decodes data into v, a non-nil pointer, as [json.Unmarshal] does,
// but refuses:
//   - a syntax error, empty input, and anything but white space after the value;
//   - an object key that the struct does not have, letter case included;
//   - a key given twice, even if it is escaped differently;
//   - null, wherever it stands;
//   - invalid UTF-8, and the escape of half a surrogate pair, such as "\ud800";
//   - a value of another kind than the type wants, and an array with too few or
//     too many elements for a Go array or a tuple.
//
// The error is an [*Error] and says where the first fault is. It wraps the error
// of a type's own UnmarshalJSON or UnmarshalText method; these may call Unmarshal
// again, and the position is still the one in data.
//
// On success *v is replaced as a whole: what data does not mention becomes zero,
// unlike in encoding/json. On failure *v is left as it was.
func Unmarshal(data []byte, v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return wrap(data, 0, &json.InvalidUnmarshalError{Type: reflect.TypeOf(v)})
	}
	s, err := shapeOf(target.Type().Elem())
	if err != nil {
		return wrap(data, 0, err)
	}
	if err := check(data, s); err != nil {
		return err
	}
	fresh := reflect.New(target.Type().Elem())
	if err := json.Unmarshal(data, fresh.Interface()); err != nil {
		return locate(data, s, err)
	}
	target.Elem().Set(fresh.Elem())
	return nil
}
