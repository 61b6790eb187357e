package strict

import "reflect"

// Check runs the check of Unmarshal alone, for the tests that measure it.
func Check(data []byte, v any) error {
	s, err := shapeOf(reflect.TypeOf(v).Elem())
	if err != nil {
		return err
	}
	return check(data, s)
}
