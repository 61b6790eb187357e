package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// numberEnd returns where the number that begins at i ends. A point belongs to
// it before a digit. A comma does before exactly three digits, and before one or
// two, which are decimals then ("1,5"); "May 3,2026" are two numbers.
func numberEnd(text string, i int) int {
	for i = digitsEnd(text, i); i+1 < len(text) && isDigit(text[i+1]); {
		after := digitsEnd(text, i+1)
		switch text[i] {
		case '.':
		case ',':
			if after-i-1 > 3 {
				return i
			}
		default:
			return i
		}
		i = after
	}
	return i
}

func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// numberOf returns the number that digits with separators spell; one that is not
// given where they spell none, as in "31.12.2026". Of a comma and a point the last
// separates the decimals; alone, a point always does, a comma unless three digits
// follow.
func numberOf(text string) kpi.Number {
	points, commas := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case points > 0 && commas > 0 && strings.LastIndexByte(text, ',') > strings.LastIndexByte(text, '.'):
		text = swapSeparators(text)
		points, commas = commas, points
	case points > 1 && commas == 0 && grouped(text, '.'), commas == 1 && points == 0 && !grouped(text, ','):
		text = swapSeparators(text)
		points, commas = commas, points
	}
	whole, _, _ := strings.Cut(text, ".")
	if points > 1 || commas > 0 && !grouped(whole, ',') {
		return kpi.Number{}
	}
	plain := strings.ReplaceAll(text, ",", "")
	plain = strings.TrimLeft(plain, "0")
	if plain == "" || plain[0] == '.' {
		plain = "0" + plain
	}
	n := kpi.Num(plain)
	if n.Err() != nil {
		return kpi.Number{}
	}
	return n
}

// wholeOf returns the value of digits, -1 if they are something else or too many.
func wholeOf(text string) int {
	const most = 9 // digits
	if len(text) > most {
		return -1
	}
	n := 0
	for i := range len(text) {
		if !isDigit(text[i]) {
			return -1
		}
		n = 10*n + int(text[i]-'0')
	}
	return n
}

func swapSeparators(text string) string {
	return strings.NewReplacer(".", ",", ",", ".").Replace(text)
}

// grouped reports whether all parts of text between separators, but the first,
// have three digits, and the first at most three.
func grouped(text string, separator byte) bool {
	first, rest, more := strings.Cut(text, string(separator))
	if len(first) > 3 {
		return false
	}
	for more {
		var part string
		if part, rest, more = strings.Cut(rest, string(separator)); len(part) != 3 {
			return false
		}
	}
	return true
}
