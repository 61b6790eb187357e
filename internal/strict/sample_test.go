package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/goalkit/goalkit/internal/strict"
)

// A sample has a field of every kind that strict knows.
type sample struct {
	ID      string            `json:"id"`
	Title   string            `json:"title,omitempty"`
	Done    bool              `json:"done"`
	Count   int64             `json:"count"`
	Small   uint8             `json:"small"`
	Tags    []string          `json:"tags"`
	Pair    [2]int            `json:"pair"`
	Meta    map[string]string `json:"meta"`
	Amount  number            `json:"amount"`
	Level   level             `json:"level"`
	At      time.Time         `json:"at"`
	Points  []point           `json:"points"`
	Unknown policy            `json:"unknown"`
	Next    *link             `json:"next"`
	Links   []link            `json:"links"`
	Plain   int
	Hidden  string `json:"-"`
	private int    //nolint:unused // its name is no key
}

type link struct {
	Goal   string  `json:"goal"`
	Weight *number `json:"weight"`
}

// A number is a scalar: digits, or a string of digits.
type number struct{ digits string }

var errNumber = errors.New("not a number")

func (n *number) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	if text == "" || strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789+-.eE", r) }) {
		return errNumber
	}
	n.digits = text
	return nil
}

// A level is a text.
type level uint8

func (l *level) UnmarshalText(text []byte) error {
	switch string(text) {
	case "macro":
		*l = 1
	case "micro":
		*l = 2
	default:
		return fmt.Errorf("unknown level %q", text)
	}
	return nil
}

// A point is a tuple.
type point struct {
	_        struct{} `strict:"tuple"`
	Value    number
	Progress number
}

func (p *point) UnmarshalJSON(data []byte) error {
	var parts [2]number
	if err := strict.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("point: %w", err)
	}
	p.Value, p.Progress = parts[0], parts[1]
	return nil
}

// A policy is a word or an object.
type policy struct {
	Word     string `json:"-" strict:"word"`
	SkipFrom number `json:"skipFrom"`
}

func (p *policy) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &p.Word)
	}
	type plain policy
	return strict.Unmarshal(data, (*plain)(p))
}
