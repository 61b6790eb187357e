package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
)

// An object is a JSON object that is written key by key, its lists item by item:
// there may be very many. The first error is kept until end.
type object struct {
	w     *bufio.Writer
	line  bytes.Buffer
	enc   *json.Encoder
	comma bool
	err   error
}

func newObject(out io.Writer) *object {
	o := &object{w: bufio.NewWriterSize(out, 1<<16)} // remembers its first error until Flush
	o.enc = json.NewEncoder(&o.line)
	o.enc.SetEscapeHTML(false)
	o.line.WriteByte('{')
	return o
}

// value writes a key with its value.
func (o *object) value(key string, value any) {
	o.item(key)
	o.line.WriteByte(':')
	o.comma = false
	o.item(value)
}

// item writes a value, after a comma unless it is the first one.
func (o *object) item(value any) {
	if o.err != nil {
		return
	}
	if o.comma {
		o.line.WriteByte(',')
	}
	o.comma = true
	if o.err = o.enc.Encode(value); o.err == nil {
		o.line.Truncate(o.line.Len() - 1) // the encoder ends lines
		_, _ = o.line.WriteTo(o.w)
	}
}

// list writes a key with a list.
func list[T any](o *object, key string, items iter.Seq[T]) {
	o.item(key)
	o.line.WriteString(":[")
	o.comma = false
	for item := range items {
		o.item(item)
	}
	o.line.WriteByte(']')
	o.comma = true
}

// end ends the object.
func (o *object) end() error {
	if o.err != nil {
		return o.err
	}
	o.line.WriteString("}\n")
	_, _ = o.line.WriteTo(o.w)
	return o.w.Flush()
}
