package kpi

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// The limits of a Number that enters, see [Number].
const (
	mostDigits  = 40
	lowestPlace = -30 // the last digit may stand for 1e-30
	topPlace    = 40  // the first digit may stand for 1e40
)

func faultyNumber(text string) error {
	return fmt.Errorf("%w: %q is not a number of at most %d digits between 1e%d and 1e%d",
		ErrNumber, Clip(text), mostDigits, lowestPlace, topPlace)
}

// parseNumber reads text by JSON's number grammar.
func parseNumber(text string) (Number, error) {
	if len(text) > maxText {
		return Number{}, faultyNumber(text)
	}
	rest, negative := strings.CutPrefix(text, "-")
	whole, rest := cutDigits(rest)
	if whole == "" || (len(whole) > 1 && whole[0] == '0') {
		return Number{}, faultyNumber(text)
	}
	fraction := ""
	if after, ok := strings.CutPrefix(rest, "."); ok {
		if fraction, rest = cutDigits(after); fraction == "" {
			return Number{}, faultyNumber(text)
		}
	}
	exp, ok := parseExponent(rest)
	if !ok {
		return Number{}, faultyNumber(text)
	}
	digits := whole
	if fraction != "" {
		digits += fraction
	}
	n, err := numberFrom(negative, digits, exp-int64(len(fraction)))
	if err != nil {
		return Number{}, faultyNumber(text)
	}
	return n, nil
}

// parsePlain reads what String writes: a decimal in plain notation, also one that
// has left the limits of a number that enters.
func parsePlain(text string) (Number, bool) {
	const longest = 256
	rest, negative := strings.CutPrefix(text, "-")
	whole, rest := cutDigits(rest)
	fraction, point := strings.CutPrefix(rest, ".")
	fraction, beyond := cutDigits(fraction)
	if len(text) > longest || whole == "" || beyond != "" || point && fraction == "" {
		return Number{}, false
	}
	c, _ := new(big.Int).SetString(whole+fraction, 10)
	if negative {
		c.Neg(c)
	}
	return fromBig(c, -int16(len(fraction))), true
}

// parseExponent reads "", "e5", "E-3" and the like. A huge exponent is cut to
// one that is out of range all the same.
func parseExponent(text string) (int64, bool) {
	if text == "" {
		return 0, true
	}
	if text[0] != 'e' && text[0] != 'E' {
		return 0, false
	}
	rest := text[1:]
	negative := strings.HasPrefix(rest, "-")
	if negative || strings.HasPrefix(rest, "+") {
		rest = rest[1:]
	}
	digits, rest := cutDigits(rest)
	if digits == "" || rest != "" {
		return 0, false
	}
	const huge = 1_000_000
	exp, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || exp > huge {
		exp = huge
	}
	if negative {
		exp = -exp
	}
	return exp, true
}

func cutDigits(text string) (digits, rest string) {
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return text[:i], text[i:]
}

// numberFrom returns ±digits × 10^exp, within the limits or not at all.
func numberFrom(negative bool, digits string, exp int64) (Number, error) {
	digits = strings.TrimLeft(digits, "0")
	kept := strings.TrimRight(digits, "0")
	exp += int64(len(digits) - len(kept))
	if kept == "" {
		return Number{given: true}, nil
	}
	if len(kept) > mostDigits || exp < lowestPlace || exp+int64(len(kept))-1 > topPlace {
		return Number{}, ErrNumber
	}
	if exp > 0 { // whole numbers are kept without an exponent
		kept += strings.Repeat("0", int(exp))
		exp = 0
	}
	if negative {
		kept = "-" + kept
	}
	if c, err := strconv.ParseInt(kept, 10, 64); err == nil {
		return Number{coef: c, exp: int16(exp), given: true}, nil
	}
	c, _ := new(big.Int).SetString(kept, 10)
	return Number{rare: &rare{wide: c}, exp: int16(exp), given: true}, nil
}

// String returns the number in plain notation without an exponent or trailing
// zeros, the text of a faulty one, and "" for one that is not given.
func (n Number) String() string {
	switch {
	case n.faulty():
		return n.rare.fault
	case !n.given:
		return ""
	}
	return plain(n.big().String(), int(n.exp))
}

// plain writes coefficient × 10^exp, exp <= 0, without trailing zeros.
func plain(coefficient string, exp int) string {
	digits, negative := strings.CutPrefix(coefficient, "-")
	if exp < 0 {
		if short := 1 - exp - len(digits); short > 0 {
			digits = strings.Repeat("0", short) + digits
		}
		point := len(digits) + exp
		fraction := strings.TrimRight(digits[point:], "0")
		digits = digits[:point]
		if fraction != "" {
			digits += "." + fraction
		}
	}
	if negative && digits != "0" {
		return "-" + digits
	}
	return digits
}

// MarshalJSON writes the number as a string in plain notation.
// A faulty number is written as its text, of which the first 64 bytes are kept.
func (n Number) MarshalJSON() ([]byte, error) { return json.Marshal(n.String()) }

// UnmarshalJSON reads a JSON number, or a string that holds one, digit by
// digit. It never fails on what a number says: that is for [Number.Err].
func (n *Number) UnmarshalJSON(data []byte) error {
	text, err := literal(data)
	if err != nil {
		return err
	}
	*n = Num(text)
	return nil
}

// literal returns the text of a JSON string or number.
func literal(data []byte) (string, error) {
	if len(data) > 1 && data[0] == '"' && data[len(data)-1] == '"' {
		if inner := data[1 : len(data)-1]; plainText(inner) {
			return string(inner), nil
		}
		var text string
		err := json.Unmarshal(data, &text)
		return text, err
	}
	if len(data) > 0 && (data[0] == '-' || '0' <= data[0] && data[0] <= '9') {
		return string(data), nil
	}
	return "", fmt.Errorf("kpi: want a number or a string, found %.20s", data)
}

// plainText reports whether a JSON string says what its bytes say.
func plainText(inner []byte) bool {
	for _, c := range inner {
		if c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}
