package strict

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// check reports the first fault of data as a document of shape s.
func check(data []byte, s *shape) error {
	c := checker{cursor: cursor{data: data}}
	if err := c.value(s); err != nil {
		return err
	}
	if c.peek(); c.pos < len(data) {
		return c.fault(c.pos, "data after the value")
	}
	return nil
}

// A checker walks over a document. It calls itself once for each level of the
// shape, and a shape is finite, so the document cannot make it go deeper.
type checker struct {
	cursor
	probe bool // call the decoding methods on the way, see locate
}

// value reads one value of shape s.
func (c *checker) value(s *shape) error {
	if c.probe && s.custom {
		return c.try(s)
	}
	switch b := c.peek(); {
	case b == '{' && s.kind == objectKind:
		return c.object(s)
	case b == '{' && s.kind == mapKind:
		return c.dictionary(s)
	case b == '[' && s.kind == listKind:
		return c.list(s)
	case b == '[' && s.kind == tupleKind:
		return c.tuple(s)
	case b == '"' && s.text:
		_, err := c.text()
		return err
	case isNumber(b) && s.kind == scalarKind:
		_, err := c.number()
		return err
	case isNumber(b) && (s.kind == intKind || s.kind == uintKind):
		return c.integer(s)
	case b == 't' && s.kind == boolKind:
		return c.literal("true")
	case b == 'f' && s.kind == boolKind:
		return c.literal("false")
	}
	return c.mismatch(s)
}

func isNumber(b byte) bool {
	return b == '-' || isDigit(b)
}

// mismatch returns an error about the value at pos, which does not have shape s.
func (c *checker) mismatch(s *shape) error {
	found := ""
	switch b := c.at(); {
	case b == '{':
		found = "an object"
	case b == '[':
		found = "an array"
	case b == '"':
		found = "a string"
	case b == 't', b == 'f':
		found = "true or false"
	case isNumber(b):
		found = "a number"
	case b == 'n':
		start := c.pos
		if err := c.literal("null"); err != nil {
			return err
		}
		return c.fault(start, "null is not allowed")
	default:
		return c.unexpected("")
	}
	return c.fault(c.pos, "want %s, found %s", s.want(), found)
}

// object reads an object that has keys of its own.
func (c *checker) object(s *shape) error {
	c.pos++
	var seen fieldSet
	for n := 0; ; n++ {
		if more, err := c.more(n, '}'); err != nil || !more {
			return err
		}
		k, err := c.key()
		if err != nil {
			return err
		}
		i, found := s.keys[string(k.text)]
		if !found {
			return c.fault(k.offset, "unknown key %s", quote(k.text))
		}
		if !seen.add(i) {
			return c.twice(k)
		}
		if err := c.value(s.parts[i]); err != nil {
			return err
		}
	}
}

// dictionary reads an object whose keys are free.
func (c *checker) dictionary(s *shape) error {
	c.pos++
	var seen keySet
	for n := 0; ; n++ {
		if more, err := c.more(n, '}'); err != nil || !more {
			return err
		}
		k, err := c.key()
		if err != nil {
			return err
		}
		if !seen.add(k.text) {
			return c.twice(k)
		}
		if err := c.value(s.elem); err != nil {
			return err
		}
	}
}

// A key is the name of an object's member.
type key struct {
	offset int    // of its opening quote
	text   []byte // unescaped
}

// key reads a key and the colon after it.
func (c *checker) key() (key, error) {
	if c.peek() != '"' {
		return key{}, c.unexpected("a key")
	}
	offset := c.pos
	text, err := c.text()
	if err != nil {
		return key{}, err
	}
	if bytes.IndexByte(text, '\\') >= 0 {
		if text, err = unescape(c.data[offset:c.pos]); err != nil {
			return key{}, wrap(c.data, offset, err)
		}
	}
	if c.peek() != ':' {
		return key{}, c.unexpected(`":"`)
	}
	c.pos++
	return key{offset, text}, nil
}

// unescape returns the content of a string. It is slow, but keys are rarely escaped.
func unescape(quoted []byte) ([]byte, error) {
	var s string
	err := json.Unmarshal(quoted, &s)
	return []byte(s), err
}

// twice returns an error about a repeated key.
func (c *checker) twice(k key) error {
	return c.fault(k.offset, "key %s is given twice", quote(k.text))
}

// list reads an array of equal elements.
func (c *checker) list(s *shape) error {
	c.pos++
	for n := 0; ; n++ {
		if more, err := c.more(n, ']'); err != nil || !more {
			return err
		}
		if err := c.value(s.elem); err != nil {
			return err
		}
	}
}

// tuple reads an array of a fixed length.
func (c *checker) tuple(s *shape) error {
	c.pos++
	for n := 0; ; n++ {
		more, err := c.more(n, ']')
		switch {
		case err != nil:
			return err
		case !more && n < s.length:
			return c.fault(c.pos-1, "want %d elements, found %d", s.length, n)
		case !more:
			return nil
		case n == s.length:
			c.peek()
			return c.fault(c.pos, "want %d elements, found more", s.length)
		}
		if err := c.value(s.part(n)); err != nil {
			return err
		}
	}
}

// integer reads a whole number in the range of the type.
func (c *checker) integer(s *shape) error {
	start := c.pos
	whole, err := c.number()
	if err != nil {
		return err
	}
	digits := c.data[start:c.pos]
	if !whole {
		return c.fault(start, "want a whole number, found %s", cut(digits))
	}
	if s.kind == intKind {
		_, err = strconv.ParseInt(string(digits), 10, s.length)
	} else {
		_, err = strconv.ParseUint(string(digits), 10, s.length)
	}
	if err != nil {
		return c.fault(start, "%s is out of range", cut(digits))
	}
	return nil
}

// quote returns text for a message, in quotes and not too long.
func quote(text []byte) string {
	return strconv.Quote(cut(text))
}

// cut returns text, or its first 64 bytes or a little less and three dots.
func cut(text []byte) string {
	const limit = 64
	if len(text) <= limit {
		return string(text)
	}
	end := limit
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return string(text[:end]) + "..."
}
