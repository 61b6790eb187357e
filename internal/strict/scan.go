package strict

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A cursor reads the tokens of JSON (RFC 8259) from data, beginning at pos.
type cursor struct {
	data []byte
	pos  int
}

// peek skips white space and returns the byte after it, which it leaves unread.
// At the end of the input it returns 0, which begins no token.
func (c *cursor) peek() byte {
	for ; c.pos < len(c.data); c.pos++ {
		switch b := c.data[c.pos]; b {
		case ' ', '\t', '\n', '\r':
		default:
			return b
		}
	}
	return 0
}

// at returns the byte at pos, or 0 at the end of the input.
func (c *cursor) at() byte {
	if c.pos < len(c.data) {
		return c.data[c.pos]
	}
	return 0
}

// fault returns an error at an offset.
func (c *cursor) fault(offset int, format string, args ...any) error {
	return errorAt(c.data, offset, fmt.Sprintf(format, args...))
}

// unexpected returns an error about the character at pos.
// The hint says what could stand there instead; it may be empty.
func (c *cursor) unexpected(hint string) error {
	if c.pos >= len(c.data) {
		return c.fault(c.pos, "unexpected end of input")
	}
	r, size := utf8.DecodeRune(c.data[c.pos:])
	switch {
	case r == utf8.RuneError && size == 1:
		return c.fault(c.pos, "invalid UTF-8")
	case hint != "":
		return c.fault(c.pos, "want %s, found %q", hint, r)
	}
	return c.fault(c.pos, "unexpected character %q", r)
}

// more reports whether item n, counted from 0, follows in an array or object, and
// reads the comma before it or else the closing bracket.
func (c *cursor) more(n int, closing byte) (bool, error) {
	switch b := c.peek(); {
	case b == closing:
		c.pos++
		return false, nil
	case n == 0:
		return true, nil
	case b == ',':
		c.pos++
		return true, nil
	case closing == ']':
		return false, c.unexpected(`"," or "]"`)
	}
	return false, c.unexpected(`"," or "}"`)
}

// literal reads a word such as true.
func (c *cursor) literal(word string) error {
	for _, b := range []byte(word) {
		if c.at() != b {
			return c.unexpected("")
		}
		c.pos++
	}
	return nil
}

// number reads a number and reports whether it has neither fraction nor exponent.
func (c *cursor) number() (whole bool, err error) {
	whole = true
	if c.at() == '-' {
		c.pos++
	}
	if c.at() == '0' {
		c.pos++ // no digit may follow, and the caller refuses it
	} else if err := c.digits(); err != nil {
		return false, err
	}
	if c.at() == '.' {
		whole = false
		c.pos++
		if err := c.digits(); err != nil {
			return false, err
		}
	}
	if b := c.at(); b == 'e' || b == 'E' {
		whole = false
		c.pos++
		if b := c.at(); b == '+' || b == '-' {
			c.pos++
		}
		if err := c.digits(); err != nil {
			return false, err
		}
	}
	return whole, nil
}

// digits reads one digit or more.
func (c *cursor) digits() error {
	start := c.pos
	for isDigit(c.at()) {
		c.pos++
	}
	if c.pos == start {
		return c.unexpected("a digit")
	}
	return nil
}

func isDigit(b byte) bool {
	return '0' <= b && b <= '9'
}

// text reads a string, of which pos is the opening quote, and returns what stands
// between the quotes. The result is still escaped, but its escapes are valid.
func (c *cursor) text() ([]byte, error) {
	c.pos++
	start := c.pos
	for {
		c.plain()
		var err error
		switch b := c.at(); {
		case b == '"':
			c.pos++
			return c.data[start : c.pos-1], nil
		case b == '\\':
			err = c.escape()
		case b >= utf8.RuneSelf:
			err = c.rune()
		case c.pos < len(c.data):
			err = c.fault(c.pos, "control character in a string")
		default:
			err = c.unexpected("")
		}
		if err != nil {
			return nil, err
		}
	}
}

// plain skips the ASCII characters that stand for themselves in a string.
func (c *cursor) plain() {
	data, i := c.data, c.pos
	for i < len(data) && ' ' <= data[i] && data[i] < utf8.RuneSelf && data[i] != '"' && data[i] != '\\' {
		i++
	}
	c.pos = i
}

// rune reads a character outside ASCII.
func (c *cursor) rune() error {
	r, size := utf8.DecodeRune(c.data[c.pos:])
	if r == utf8.RuneError && size == 1 {
		return c.fault(c.pos, "invalid UTF-8")
	}
	c.pos += size
	return nil
}

// escape reads a backslash and what belongs to it: two \u escapes if they are the
// halves of a surrogate pair.
func (c *cursor) escape() error {
	start := c.pos
	c.pos++
	switch b := c.at(); {
	case b == 'u':
	case strings.IndexByte(`"\/bfnrt`, b) >= 0:
		c.pos++
		return nil
	case c.pos < len(c.data):
		return c.fault(start, "invalid escape in a string")
	default:
		return c.unexpected("")
	}
	unit, err := c.codeUnit()
	if err != nil || unit < 0xd800 || unit > 0xdfff {
		return err
	}
	if unit < 0xdc00 && bytes.HasPrefix(c.data[c.pos:], []byte(`\u`)) {
		c.pos++
		if low, err := c.codeUnit(); err != nil || 0xdc00 <= low && low <= 0xdfff {
			return err
		}
	}
	return c.fault(start, "escape of half a surrogate pair")
}

// codeUnit reads the letter u and four hexadecimal digits.
func (c *cursor) codeUnit() (unit int, err error) {
	c.pos++
	for range 4 {
		switch b := c.at(); {
		case isDigit(b):
			unit = unit<<4 | int(b-'0')
		case 'a' <= b && b <= 'f', 'A' <= b && b <= 'F':
			unit = unit<<4 | int(b&7+9)
		default:
			return 0, c.unexpected("a hexadecimal digit")
		}
		c.pos++
	}
	return unit, nil
}
