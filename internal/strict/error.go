package strict

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// An Error is the first fault in an input, and its place. The place of something
// that is missing is where it was expected; a fault of no place, such as a Go type
// that is not supported, is at the start.
type Error struct {
	Line    int    // from 1; lines end with "\n"
	Column  int    // from 1; counts bytes, not characters
	Message string // the fault alone, without the place

	err error // what a decoding method returned, or nil
}

// Error returns the place and the message, as in
// `line 3, column 14: unknown key "titel"`.
func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}

// Unwrap returns the error of the method that refused the value,
// or nil if the fault was found before any method was called.
func (e *Error) Unwrap() error {
	return e.err
}

// errorAt returns a fault at an offset in data.
func errorAt(data []byte, offset int, message string) *Error {
	offset = min(offset, len(data))
	before := data[:offset]
	return &Error{
		Line:    1 + bytes.Count(before, []byte("\n")),
		Column:  offset - bytes.LastIndexByte(before, '\n'),
		Message: message,
	}
}

// wrap returns err, met while decoding the value at offset in data, as an *Error.
// If err holds an *Error already, that one counts its lines from offset.
func wrap(data []byte, offset int, err error) *Error {
	e := errorAt(data, offset, err.Error())
	e.err = err
	inner, ok := errors.AsType[*Error](err)
	if !ok {
		return e
	}
	if inner.Line == 1 {
		e.Column += inner.Column - 1
	} else {
		e.Line += inner.Line - 1
		e.Column = inner.Column
	}
	// The message must not name the inner place besides.
	e.Message = strings.Replace(e.Message, inner.Error(), inner.Message, 1)
	return e
}
