package strict

import (
	"encoding/json"
	"errors"
	"reflect"
)

// locate finds the place in data where encoding/json met err, and returns both as
// an *Error. Since data has passed the check, it is nearly always a decoding
// method that returned err, and encoding/json does not say where it called it.
// So locate walks data once more and tries the methods one by one. Nothing else is
// left to go wrong but a [json.Number] that is none, which stands at the start.
func locate(data []byte, s *shape, err error) *Error {
	c := checker{cursor: cursor{data: data}, probe: true}
	if s.custom {
		c.peek()
		return wrap(data, c.pos, err)
	}
	if found, ok := errors.AsType[*Error](c.value(s)); ok {
		return found
	}
	return wrap(data, 0, err)
}

// try walks over a value that has a decoding method, and calls it.
func (c *checker) try(s *shape) error {
	c.peek()
	start := c.pos
	c.probe = false // the method decodes all that is inside the value
	if err := c.value(s); err != nil {
		return err
	}
	c.probe = true
	err := json.Unmarshal(c.data[start:c.pos], reflect.New(s.typ).Interface())
	if err != nil {
		return wrap(c.data, start, err)
	}
	return nil
}
